"""Read a file's objects through qpdf: catalog, pages, metadata, structure, content, and what could act."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree

import pikepdf

from leaflet.prove.reading.bounds import number_of, read_stream, text_of
from leaflet.prove.reading.painted import MOST_PAGES, UnreadableError
from leaflet.prove.reading.streams import Content, read_content
from leaflet.prove.reading.tags import Tree, read_tree
from leaflet.values import Value, field

_MOST_OBJECTS = 200_000
_OWN = "https://leaflet.example/ns/1.0/"
_DC, _UA, _A = (
    "http://purl.org/dc/elements/1.1/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.aiim.org/pdfa/ns/id/",
)
# ISO 19005-2, 6.5.1 and 6.6.1: actions that run, fetch or send something.
_ACTS = frozenset((
    "/JavaScript", "/Launch", "/URI", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/ResetForm",
    "/Rendition", "/Sound", "/Movie", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute",
))  # fmt: skip


class PageObject(Value, kw_only=True):
    """What a page's dictionary says."""

    number: int
    media: tuple[float, float, float, float]
    crop: tuple[float, float, float, float]
    rotate: int
    struct_parents: int  # -1 for none
    annotations: tuple[str, ...]


class Said(Value, kw_only=True):
    """What the XMP packet and the document information say."""

    title: str = ""
    info_title: str = ""
    ua_part: str = ""
    a_part: str = ""
    a_level: str = ""
    own: Mapping[str, str] = field(default_factory=dict)  # Leaflet's own properties by name


class Objects(Value, kw_only=True):
    """What qpdf tells of a file."""

    version: str
    is_encrypted: bool
    was_repaired: bool
    language: str
    shows_title: bool
    is_marked: bool
    has_output_intent: bool
    has_files: bool
    acts: tuple[str, ...]  # actions and other things that run or fetch, by kind
    externals: tuple[str, ...]  # streams and annotations whose data lies outside
    bookmarks: tuple[tuple[str, int], ...]  # title and page, 0 for a page that is not there
    said: Said
    pages: tuple[PageObject, ...]
    tree: Tree | None
    content: Content


def read_objects(data: bytes) -> Objects:
    """Return a file's objects; raise `UnreadableError` where qpdf cannot open it."""
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as file:
            return _read(file)
    except pikepdf.PasswordError as error:
        raise UnreadableError("it is encrypted with a password") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, OverflowError) as error:
        raise UnreadableError("it is no PDF, or too damaged to open") from error


def _read(file: pikepdf.Pdf) -> Objects:
    catalog = file.Root
    if not isinstance(catalog, pikepdf.Dictionary):
        raise UnreadableError("it has no catalog")
    pages = list(file.pages[:MOST_PAGES])
    numbers: dict[tuple[int, int], int] = {
        page.obj.objgen: number for number, page in enumerate(pages, start=1)
    }
    preferences, marked = catalog.get("/ViewerPreferences"), catalog.get("/MarkInfo")
    acts, externals, has_files = _dangers(file)
    return Objects(
        version=file.pdf_version,
        is_encrypted=file.is_encrypted,
        was_repaired=any("reconstruct" in str(warning) for warning in file.get_warnings()),
        language=text_of(catalog.get("/Lang")),
        shows_title=isinstance(preferences, pikepdf.Dictionary)
        and _is_true(preferences.get("/DisplayDocTitle")),
        is_marked=isinstance(marked, pikepdf.Dictionary) and _is_true(marked.get("/Marked")),
        has_output_intent=isinstance(catalog.get("/OutputIntents"), pikepdf.Array),
        has_files=has_files,
        acts=acts,
        externals=externals,
        bookmarks=tuple(_bookmarks(catalog, numbers)),
        said=_said(file, catalog),
        pages=tuple(_page(number, page) for number, page in enumerate(pages, start=1)),
        tree=read_tree(catalog, numbers),
        content=read_content(pages),
    )


def _page(number: int, page: pikepdf.Page) -> PageObject:
    media = _rectangle(page, "/MediaBox", (0.0, 0.0, 0.0, 0.0))
    parents = page.obj.get("/StructParents")
    annotations = page.obj.get("/Annots")
    kinds = (
        tuple(
            text_of(each.get("/Subtype")) if isinstance(each, pikepdf.Dictionary) else ""
            for each in list(annotations)[:1000]
        )
        if isinstance(annotations, pikepdf.Array)
        else ()
    )
    return PageObject(
        number=number,
        media=media,
        crop=_rectangle(page, "/CropBox", media),
        rotate=int(number_of(_inherited(page.obj, "/Rotate"))),
        struct_parents=int(parents) if isinstance(parents, int) else -1,
        annotations=kinds,
    )


def _is_true(value: object) -> bool:
    return isinstance(value, bool) and value


def _inherited(page: pikepdf.Object, key: str) -> object:
    """Return an entry that a page may take from the page tree above it."""
    node: object = page
    for _ in range(50):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def _rectangle(
    page: pikepdf.Page, key: str, otherwise: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    box = _inherited(page.obj, key)
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return otherwise
    left, bottom, right, top = (number_of(each) for each in box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _dangers(file: pikepdf.Pdf) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Return what could run, what lies outside, and whether files are carried along."""
    acts: list[str] = []
    externals: list[str] = []
    has_files = False
    for index, item in enumerate(file.objects):
        if index > _MOST_OBJECTS:
            break
        for found in _dictionaries(item):
            kind = text_of(found.get("/S"))
            if kind in _ACTS:
                acts.append(kind.removeprefix("/"))
            acts += [key.removeprefix("/") for key in ("/AA", "/JS", "/JavaScript", "/XFA") if key in found]
            has_files = has_files or "/EmbeddedFiles" in found or "/EF" in found
    catalog = file.Root
    opening = catalog.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        acts.append("OpenAction")
    for item in file.objects:
        if isinstance(item, pikepdf.Stream) and "/F" in item:
            externals.append("a stream whose data lies in another file")
        if isinstance(item, pikepdf.Stream) and "/Ref" in item:
            externals.append("a form that refers to another file")
    return tuple(dict.fromkeys(acts)), tuple(dict.fromkeys(externals)), has_files


def _dictionaries(item: object) -> Iterator[pikepdf.Object]:
    """Yield a dictionary and those directly inside it, two levels deep; references have their own turn."""
    level = [item]
    for _ in range(4):
        below: list[object] = []
        for each in level:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield each
                values: list[object] = [value for _, value in each.items()]
            elif isinstance(each, pikepdf.Array) and len(each) < 200:
                values = list(each)
            else:
                continue
            below += [
                value
                for value in values
                if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
            ]
        level = below


def _bookmarks(
    catalog: pikepdf.Dictionary, numbers: Mapping[tuple[int, int], int]
) -> Iterator[tuple[str, int]]:
    outlines = catalog.get("/Outlines")
    item = outlines.get("/First") if isinstance(outlines, pikepdf.Dictionary) else None
    seen: set[tuple[int, int]] = set()
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen and len(seen) < 2000:
        seen.add(item.objgen)
        target = item.get("/Dest")
        page = target[0] if isinstance(target, pikepdf.Array) and len(target) else None
        number = numbers.get(page.objgen, 0) if isinstance(page, pikepdf.Dictionary) else 0
        yield text_of(item.get("/Title")), number
        item = item.get("/Next")
    if isinstance(item, pikepdf.Dictionary):
        yield "the bookmarks run in a circle", 0


def _said(file: pikepdf.Pdf, catalog: pikepdf.Dictionary) -> Said:
    info = file.trailer.get("/Info")
    info_title = text_of(info.get("/Title")) if isinstance(info, pikepdf.Dictionary) else ""
    stream = catalog.get("/Metadata")
    packet = read_stream(stream)[:1_000_000] if isinstance(stream, pikepdf.Stream) else b""
    # A document type could define entities that grow without end; XMP has none.
    if not packet or re.search(rb"<!(DOCTYPE|ENTITY)", packet):
        return Said(info_title=info_title)
    try:
        root = ElementTree.fromstring(packet)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, ValueError, LookupError):
        return Said(info_title=info_title)
    values: dict[str, str] = {}
    for element in root.iter():
        values.update(element.attrib)
        inner = " ".join(part.strip() for part in element.itertext() if part.strip())
        if element.tag == f"{{{_DC}}}title":
            first = next((each.text for each in element.iter() if each.text and each.text.strip()), "")
            values[element.tag] = (first or "").strip()
        elif element.tag.startswith("{") and element.tag not in values:
            values[element.tag] = inner
    return Said(
        title=values.get(f"{{{_DC}}}title", ""),
        info_title=info_title,
        ua_part=values.get(f"{{{_UA}}}part", ""),
        a_part=values.get(f"{{{_A}}}part", ""),
        a_level=values.get(f"{{{_A}}}conformance", ""),
        own={tag.removeprefix(f"{{{_OWN}}}"): text for tag, text in values.items() if _OWN in tag},
    )
