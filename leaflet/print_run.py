"""Join leaflets into one file for a print run: each on a fresh sheet, still tagged, PDF/UA-1 and PDF/A-2a.

Done with pikepdf rather than pypdf: qpdf copies a page with its whole structure tree, object by object as
it was proved, where pypdf's merging leaves the tree behind.
"""

import hashlib
import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from deflate import zlib_compress
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, PdfError, Stream, String

from leaflet.program import PROGRAM
from leaflet.rendering.metadata import NAMESPACE, print_run_packet
from leaflet.seal import UNSEALED, sealed

_OURS = b"<leaflet:monograph>"  # in the metadata of every leaflet, and not in that of a print run


_RETURN = b"\r"
_BINARY = frozenset({"/Length1", "/N", "/Width", "/Subtype"})  # keys of fonts, colours, pictures and metadata


class PackError(ValueError):
    """A file that cannot be joined; the message says which and why."""


class OtherPaperError(PackError):
    """Leaflets on different papers, which no printer takes in one run."""


class Part(NamedTuple):
    """A leaflet to join: what it is called in messages, and its bytes."""

    name: str
    pdf: bytes


def pack(parts: Sequence[Part], title: str, key: bytes = b"") -> bytes:
    """Return the leaflets as one file, in the order given; an odd one is followed by an empty page.

    With a counter's `key` the file is sealed as a whole. Raises `PackError` where a file is not a tagged
    leaflet of this program, or lies on other paper. The same files give the same bytes.
    """
    joint = Pdf.new()
    opened = [_open(part) for part in parts]
    _check_paper(parts, opened)
    joint.Root.StructTreeRoot = joint.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    binder = _Binder(joint)
    for part, source in zip(parts, opened, strict=True):
        binder.add(part.name, source)
    binder.finish(title, str(opened[0].Root.Lang), UNSEALED if key else "")
    _mend_ends(joint)
    out = BytesIO()
    joint.save(
        out,
        deterministic_id=True,
        preserve_pdfa=True,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
    )
    return sealed(out.getvalue(), key) if key else out.getvalue()


def _mend_ends(joint: Pdf) -> None:
    """Lengthen packed text that ends in a carriage return, which readers take for a part of the line's end.

    Leaflets write two characters after such a stream (`rendering.objects.stream`), qpdf writes one. The last
    of what is packed is a sum of the text, so a line feed more at its end makes another one.
    """
    for each in joint.objects:
        if isinstance(each, Stream) and not _BINARY.intersection(each.keys()):
            while each.read_raw_bytes().endswith(_RETURN):
                each.write(bytes(zlib_compress(each.read_bytes() + b"\n", 6)), filter=Name.FlateDecode)


def _open(part: Part) -> Pdf:
    try:
        source = Pdf.open(BytesIO(part.pdf))
    except PdfError as error:
        raise PackError(f"{part.name} cannot be opened as a PDF") from error
    needed = (Name.StructTreeRoot, Name.OutputIntents, Name.Lang)
    if any(key not in source.Root for key in needed) or not isinstance(
        source.Root.StructTreeRoot.get(Name.K), Dictionary
    ):
        raise PackError(f"{part.name} is not a tagged leaflet")
    if _OURS not in source.Root.Metadata.read_bytes():
        raise PackError(f"{part.name} was made by another program")
    return source


def _check_paper(parts: Sequence[Part], opened: Sequence[Pdf]) -> None:
    """Raise where the leaflets lie on different papers: a printer takes one."""
    sizes = [
        {tuple(round(float(edge)) for edge in page.mediabox) for page in source.pages} for source in opened
    ]
    for part, own in zip(parts, sizes, strict=True):
        if own != sizes[0]:
            raise OtherPaperError(f"{part.name} lies on other paper than {parts[0].name}")


class _Binder:
    """Puts leaflets into the joint file one after the other."""

    def __init__(self, joint: Pdf) -> None:
        self._joint = joint
        self._documents: list[Any] = []  # the top structure element of each leaflet
        self._parents: list[Any] = []  # the parent tree, flat: key, owners, key, owners ...
        self._shared: dict[str, Any] = {}  # fonts, by their content
        self._bookmarks: list[OutlineItem] = []
        self._said: list[dict[str, str]] = []  # what each says of itself
        self._wishes: dict[str, Any] = {}  # for the print dialog, where all leaflets have the same

    def add(self, name: str, source: Pdf) -> None:
        """Add a leaflet's pages, structure and bookmarks."""
        joint, first = self._joint, len(self._joint.pages)
        self._said.append(_said_of(source))
        self._join_wishes(source)
        joint.pages.extend(source.pages)
        pages = list(joint.pages)[first:]
        tree = joint.copy_foreign(source.Root.StructTreeRoot)
        shift = len(self._parents) // 2
        for key, owners in _pairs(tree.ParentTree):
            self._parents += [key + shift, owners]
        for page in pages:
            page.obj.StructParents = int(page.obj.StructParents) + shift
            self._share_fonts(page.obj)
        _move_links(pages, list(source.pages), shift)
        document = tree.K
        document.P = joint.Root.StructTreeRoot
        document.Lang = String(str(source.Root.Lang))
        self._documents.append(document)
        self._bookmarks.append(_bookmarks(name, source, first))
        if len(pages) % 2 and not _is_one_sided(source):
            _, _, width, height = (float(edge) for edge in pages[-1].mediabox)
            joint.add_blank_page(page_size=(width, height))
        if Name.OutputIntents not in joint.Root:
            joint.Root.OutputIntents = joint.copy_foreign(_indirect(source.Root.OutputIntents, source))

    def _join_wishes(self, source: Pdf) -> None:
        """Keep what every leaflet asks of the print dialog, above all real size; copies are one's own."""
        asked = source.Root.get(Name.ViewerPreferences, Dictionary())
        kept = ("PrintScaling", "PickTrayByPDFSize", "Duplex")
        own = {key: asked[f"/{key}"] for key in kept if f"/{key}" in asked}
        if not self._documents:
            self._wishes = own
        self._wishes = {key: value for key, value in self._wishes.items() if own.get(key) == value}

    def _share_fonts(self, page: Any) -> None:
        """Let pages with the same font use one copy of it."""
        fonts = page.Resources.Font
        for name in list(fonts.keys()):
            font = fonts[name]
            key = _digest(font)
            fonts[name] = self._shared.setdefault(key, font)

    def finish(self, title: str, language: str, seal: str) -> None:
        """Write what the file has once."""
        joint, root = self._joint, self._joint.Root
        tree = root.StructTreeRoot
        tree.K = Array(self._documents)
        tree.ParentTree = joint.make_indirect(Dictionary(Nums=Array(self._parents)))
        tree.ParentTreeNextKey = len(self._parents) // 2
        with joint.open_outline() as outline:
            outline.root.extend(self._bookmarks)
        root.PageMode = Name.UseOutlines
        root.Lang = String(language)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True, **self._wishes)
        packet = joint.make_stream(print_run_packet(title, language, PROGRAM, json.dumps(self._said), seal))
        packet.Type, packet.Subtype = Name.Metadata, Name.XML
        root.Metadata = packet
        joint.docinfo[Name.Title] = title
        joint.docinfo[Name.Creator] = PROGRAM
        joint.docinfo[Name.Producer] = PROGRAM


def _move_links(pages: Sequence[Any], before: Sequence[Any], shift: int) -> None:
    """Give the links of copied pages their new keys, and those inside the leaflet the pages they lead to.

    qpdf copies page by page, and leaves out what refers to a page further on.
    """
    numbers = {page.obj.objgen: index for index, page in enumerate(before)}
    for page, old in zip(pages, before, strict=True):
        links = page.obj.get(Name.Annots, Array())
        for link, its in zip(links, old.obj.get(Name.Annots, Array()), strict=True):
            link.StructParent = int(link.StructParent) + shift
            place = list(its.get(Name.Dest, Array()))
            if place and place[0].objgen in numbers:
                link.Dest = Array([pages[numbers[place[0].objgen]].obj, *place[1:]])


def _said_of(source: Pdf) -> dict[str, str]:
    """Return what a leaflet says of itself, by which it can be made again."""
    with source.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        told = {str(key): str(metadata[key] or "") for key in metadata}
    start = f"{{{NAMESPACE}}}"
    return {key.removeprefix(start): value for key, value in sorted(told.items()) if key.startswith(start)}


def _is_one_sided(source: Pdf) -> bool:
    """Tell whether a leaflet asks for one side of each sheet: the next starts on a fresh sheet anyway."""
    asked = source.Root.get(Name.ViewerPreferences, Dictionary())
    return asked.get(Name.Duplex) == Name.Simplex


def _indirect(value: Any, source: Pdf) -> Any:
    """Return `value` as an indirect object of its file, which is what can be copied into another."""
    return value if value.is_indirect else source.make_indirect(value)


def _pairs(parent_tree: Any) -> list[tuple[int, Any]]:
    nums = list(parent_tree.Nums)
    return [(int(key), owners) for key, owners in zip(nums[::2], nums[1::2], strict=True)]


def _bookmarks(name: str, source: Pdf, first: int) -> OutlineItem:
    """Return a bookmark for a leaflet, with its own bookmarks under it."""
    title = str(source.docinfo.get(Name.Title, name))
    top = OutlineItem(title, first, "Fit")
    pages = {page.obj.objgen: index for index, page in enumerate(source.pages)}
    with source.open_outline() as outline:
        for item in outline.root:
            if isinstance(item.destination, Array):
                index, height = pages[item.destination[0].objgen], float(item.destination[3])
                top.children.append(OutlineItem(item.title, first + index, "XYZ", top=height))
    return top


def _digest(font: Any) -> str:
    """Return a digest of a Type0 font's name, program, widths, and maps to glyphs and to Unicode."""
    below = font.DescendantFonts[0]
    parts = (
        str(font.BaseFont).encode(),
        below.FontDescriptor.FontFile2.read_raw_bytes(),
        font.ToUnicode.read_raw_bytes(),
        below.W.unparse(),
        below.CIDToGIDMap.read_raw_bytes() if isinstance(below.CIDToGIDMap, Stream) else b"",
    )
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
