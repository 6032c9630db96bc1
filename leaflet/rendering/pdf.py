"""Render a laid-out leaflet as a PDF that keeps a row of `standards`. It takes no decision.

The same layout and metadata give the same bytes: no clock, no home directory, no dictionary order.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from leaflet.document.tree import Document, Node, Owner
from leaflet.handout import PrintWish
from leaflet.layout.boxes import Layout
from leaflet.layout.imposition import shifted
from leaflet.places import colour_profile
from leaflet.rendering.content import PageWriter
from leaflet.rendering.encoder import GlyphEncoder
from leaflet.rendering.font_objects import add_font
from leaflet.rendering.glyph_codes import FileCodes
from leaflet.rendering.images import picture
from leaflet.rendering.links import Links, placed_links
from leaflet.rendering.metadata import Metadata, xmp_packet
from leaflet.rendering.objects import Objects, dictionary, stream, text_string
from leaflet.rendering.standards import STANDARDS
from leaflet.rendering.stretches import entries_of
from leaflet.rendering.tags import Element, Marked, add_structure
from leaflet.text.fonts import Face
from leaflet.values import Value

_SRGB = "sRGB IEC61966-2.1"


class _Start(Value):
    """Where a leaf starts that is led to."""

    page: int  # object number
    top: float  # pt from the foot
    leaf: Node


class Rendered(Value):
    """A file's bytes, and for each page the words that a reader of it gets, owner by owner."""

    pdf: bytes
    said: Sequence[Mapping[Owner, Sequence[str]]]


def render_pdf(
    document: Document,
    layout: Layout,
    metadata: Metadata,
    encoder: GlyphEncoder,
    wish: PrintWish | None = None,
) -> Rendered:
    """Return the file; `wish` tells the reader's print dialog how to start."""
    objects, standard = Objects(), STANDARDS[metadata.standard]
    catalog, page_tree = objects.reserve(), objects.reserve()
    codes = FileCodes()
    sides = _sides(layout)
    writers, streams = _written(layout, sides, encoder, codes, colour=metadata.colour)
    resources = objects.add(_resources(objects, writers, codes, colour=metadata.colour))
    blanks = {blank: leaf for writer in writers for blank, leaf in writer.blanks.items()}
    links = Links(placed_links(writers, [side for side, _ in sides]), blanks, len(streams))
    annotations = links.reserve(objects)
    added = _add_pages(objects, streams, annotations, layout, page_tree, resources)
    objects.put(page_tree, _page_tree(added))
    pages = [added[side] for side, _ in sides]
    boxes = {figure: box for writer in writers for figure, box in writer.boxes.items()}
    marked = [
        Marked(side, page, writer.first, writer.owners)
        for (side, _), page, writer in zip(sides, pages, writers, strict=True)
    ]
    tree, at = add_structure(objects, document.nodes, marked, boxes, links, standard)
    leads = _to_elements(at) if standard.part > 1 else _to_pages
    starts = _starts(writers, pages)
    links.write(objects, lambda heading: leads(starts[heading]))
    bookmarks = [(title, leads(starts[leaf])) for title, leaf in document.outline]
    outlines = _add_bookmarks(objects, bookmarks)
    xmp = objects.add(stream(xmp_packet(metadata), b"/Type/Metadata/Subtype/XML", effort=0))
    icc = objects.add(_output_profile())
    info = objects.add(_information(metadata)) if standard.has_information else 0
    parts = b"/Outlines %d 0 R" % outlines if outlines else b""
    parts += b"/Pages %d 0 R/StructTreeRoot %d 0 R/Metadata %d 0 R" % (page_tree, tree, xmp)
    intents = b"/OutputIntents[%s]" % (_output_intent() % icc)
    entries = _catalog_entries(document.language, wish, outlined=bool(outlines), folded=bool(layout.sides))
    objects.put(catalog, b"%s%s%s>>" % (entries, parts, intents))
    return Rendered(objects.file(catalog, info, standard.version), [writer.said for writer in writers])


def _information(metadata: Metadata) -> bytes:
    program = text_string(metadata.program)
    return b"<</Title%s/Creator%s/Producer%s>>" % (text_string(metadata.title), program, program)


def _sides(layout: Layout) -> list[tuple[int, float]]:
    """Return for each page, in reading order, the side that it is on and how far it is moved there."""
    if not layout.sides:
        return [(index, 0.0) for index in range(len(layout.pages))]
    places = {index: (side, by) for side, each in enumerate(layout.sides) for index, by in each.pages}
    return [places[index] for index in range(len(layout.pages))]


def _written(
    layout: Layout,
    sides: Sequence[tuple[int, float]],
    encoder: GlyphEncoder,
    codes: FileCodes,
    *,
    colour: bool,
) -> tuple[list[PageWriter], list[bytes]]:
    """Return the writers of the pages, and the content of each side."""
    writers: list[PageWriter] = []
    streams = [b""] * (1 + max(side for side, _ in sides))
    first = [0] * len(streams)
    for page, (side, by) in zip(layout.pages, sides, strict=True):
        writer = PageWriter(encoder, codes, layout.paper.height, first[side], colour=colour)
        placed = shifted(page, by) if by else page
        streams[side] += writer.write(placed)
        if layout.contents:
            writer.links |= entries_of(placed, layout.paper.height)
        first[side] += len(writer.owners)
        writers.append(writer)
    return writers, streams


@lru_cache(maxsize=16)
def _catalog_entries(language: str, wish: PrintWish | None, *, outlined: bool, folded: bool) -> bytes:
    """Return the start of a catalogue: what refers to no other object."""
    entries = {
        "Type": b"/Catalog",
        "Lang": text_string(language),
        "MarkInfo": b"<</Marked true>>",
        "ViewerPreferences": b"<</DisplayDocTitle true%s>>" % _print_wish(wish, folded=folded),
    }
    if outlined:
        entries["PageMode"] = b"/UseOutlines"
    return dictionary(entries).removesuffix(b">>")


@cache
def _output_intent() -> bytes:
    """Return the output intent (ISO 32000-1, 14.11.5), without the number of its profile."""
    return dictionary({
        "Type": b"/OutputIntent",
        "S": b"/GTS_PDFA1",
        "OutputConditionIdentifier": text_string(_SRGB),
        "Info": text_string(_SRGB),
        "DestOutputProfile": b"%d 0 R",
    })  # fmt: skip


def _print_wish(wish: PrintWish | None, *, folded: bool) -> bytes:
    """Return the viewer preferences for printing (ISO 32000-1, table 150): copies and sides as wished.

    Always at real size and from the tray with that paper: a viewer that fits pages to the sheet would shrink
    large print unnoticed. On both sides where nothing is wished: the sheet is what print costs. A sheet that
    is folded across is turned over its short edge.
    """
    always = b"/PrintScaling/None/PickTrayByPDFSize true"
    if wish is None:
        return always + (b"/Duplex/DuplexFlipShortEdge" if folded else b"/Duplex/DuplexFlipLongEdge")
    duplex = b"DuplexFlipLongEdge" if wish.both_sides else b"Simplex"
    return b"%b/NumCopies %d/Duplex/%b" % (always, wish.copies, duplex)


def _resources(objects: Objects, writers: Sequence[PageWriter], codes: FileCodes, *, colour: bool) -> bytes:
    """Add the fonts and the pictures that the pages use; all pages share them."""
    faces: set[Face] = set().union(*(writer.faces for writer in writers))
    fonts = [
        b"/F%d %d 0 R" % (face.number, add_font(objects, face, codes))
        for face in sorted(faces, key=lambda face: face.number)
    ]
    images = {name: image for writer in writers for name, image in writer.images.items()}
    pictures = [
        b"/%s %d 0 R" % (name, objects.add(picture(image, colour=colour)))
        for name, image in sorted(images.items())
    ]
    named = b"/XObject<<%s>>" % b"".join(pictures) if pictures else b""
    return b"<</Font<<%s>>%s>>" % (b"".join(fonts), named)


def _add_pages(
    objects: Objects,
    streams: Sequence[bytes],
    annotations: Mapping[int, bytes],
    layout: Layout,
    page_tree: int,
    resources: int,
) -> list[int]:
    box = b"%.2f %.2f" % (layout.side.width, layout.side.height)
    pages = []
    for index, content in enumerate(streams):
        contents = objects.add(stream(content))
        page = (
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources %d 0 R/Contents %d 0 R"
            b"/StructParents %d%b/Tabs/S>>"
        )
        linked = annotations.get(index, b"")
        pages.append(objects.add(page % (page_tree, box, resources, contents, index, linked)))
    return pages


def _page_tree(pages: Sequence[int]) -> bytes:
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    return b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)


@cache
def _output_profile() -> bytes:
    return stream(colour_profile(), b"/N 3", effort=12)


def _starts(writers: Sequence[PageWriter], pages: Sequence[int]) -> Mapping[Node, _Start]:
    """Return where each heading starts, on the first of its pages."""
    return {
        leaf: _Start(page, top, leaf)
        for writer, page in zip(reversed(writers), reversed(pages), strict=True)
        for leaf, top in writer.places.items()
    }


_Leads = Callable[[_Start], bytes]
"""Returns the entry by which a bookmark or a link leads to its place."""


def _to_pages(start: _Start) -> bytes:
    return b"/Dest[%d 0 R/XYZ null %.2f null]" % (start.page, start.top)


def _to_elements(at: Mapping[Element, bytes]) -> _Leads:
    """Lead to structure elements (ISO 14289-2, 8.8), and for older readers to their pages."""

    def leads(start: _Start) -> bytes:
        place = b"/XYZ null %.2f null" % start.top
        action = b"/A<</S/GoTo/D[%d 0 R%b]/SD[%b%b]>>"
        return action % (start.page, place, at[start.leaf], place)

    return leads


def _add_bookmarks(objects: Objects, bookmarks: Sequence[tuple[str, bytes]]) -> int:
    """Add the outline (ISO 32000-1, 12.3.3) and return its number; 0 where there is none."""
    if not bookmarks:
        return 0
    outline = objects.reserve(len(bookmarks) + 1)
    last = outline + len(bookmarks)
    for number, (title, way) in enumerate(bookmarks, start=outline + 1):
        chain = b"/Prev %d 0 R" % (number - 1) if number > outline + 1 else b""
        chain += b"/Next %d 0 R" % (number + 1) if number < last else b""
        body = b"<</Title%s/Parent %d 0 R%s%s>>" % (text_string(title), outline, chain, way)
        objects.put(number, body)
    head = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
    objects.put(outline, head % (outline + 1, last, len(bookmarks)))
    return outline
