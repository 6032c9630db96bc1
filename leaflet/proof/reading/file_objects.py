"""Read a file's objects through qpdf: catalog, pages, metadata, structure, content, and what could act."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

import pikepdf

from leaflet.handout import Logo
from leaflet.proof.reading.annotations import Annotation, InTree, leads_in, leads_to, read_annotations
from leaflet.proof.reading.bounds import number_of, read_stream, text_of
from leaflet.proof.reading.opened import opened
from leaflet.proof.reading.painted import MOST_PAGES, UnreadableError
from leaflet.proof.reading.said import Said, said_by
from leaflet.proof.reading.streams import Content, read_content
from leaflet.proof.reading.structure_tree import Tree, read_tree
from leaflet.values import Value

_MOST_OBJECTS = 200_000
# ISO 19005-2, 6.5.1 and 6.6.1: actions that run, fetch or send something.
_RUNS = ("/AA", "/JS", "/JavaScript", "/XFA")
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
    annotations: tuple[Annotation, ...]


class Bookmark(NamedTuple):
    """An entry of the outline, and where it leads to."""

    title: str
    page: int  # 0 for a page that is not there
    top: float = -1.0  # pt from the foot of the page; -1 for none
    in_tree: InTree | None = None  # where it leads to in the structure


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
    bookmarks: tuple[Bookmark, ...]
    said: Said
    pages: tuple[PageObject, ...]
    tree: Tree | None
    content: Content
    printing: tuple[int, str]  # copies, 0 where none are asked for, and sides, as the print dialog has them
    logo: Logo | None  # the picture that the pages show, as far as it is plain pixels


def read_objects(data: bytes) -> Objects:
    """Return a file's objects; raise `UnreadableError` where qpdf cannot open it."""
    with _told_as_unreadable():
        return _read(opened(data))


@contextmanager
def _told_as_unreadable() -> Iterator[None]:
    """Raise `UnreadableError` for whatever qpdf cannot read in a file."""
    try:
        yield
    except pikepdf.PasswordError as error:
        raise UnreadableError("it is encrypted with a password") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, OverflowError) as error:
        raise UnreadableError("it is no PDF, or too damaged to open") from error


def read_said(data: bytes) -> Said:
    """Return only what a file says of itself; raise `UnreadableError` where qpdf cannot open it."""
    with _told_as_unreadable():
        file = opened(data)
        return said_by(file, _catalog(file))


def _catalog(file: pikepdf.Pdf) -> pikepdf.Dictionary:
    catalog = file.Root
    if not isinstance(catalog, pikepdf.Dictionary):
        raise UnreadableError("it has no catalog")
    return catalog


def _read(file: pikepdf.Pdf) -> Objects:
    catalog = _catalog(file)
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
        said=said_by(file, catalog),
        pages=tuple(_page(number, page, numbers) for number, page in enumerate(pages, start=1)),
        tree=read_tree(catalog, numbers),
        content=read_content(pages),
        printing=_printing(preferences),
        logo=next((logo for page in pages if (logo := _logo(page)) is not None), None),
    )


def _page(number: int, page: pikepdf.Page, numbers: Mapping[tuple[int, int], int]) -> PageObject:
    media = _rectangle(page, "/MediaBox", (0.0, 0.0, 0.0, 0.0))
    parents = page.obj.get("/StructParents")
    return PageObject(
        number=number,
        media=media,
        crop=_rectangle(page, "/CropBox", media),
        rotate=int(number_of(_inherited(page.obj, "/Rotate"))),
        struct_parents=int(parents) if isinstance(parents, int) else -1,
        annotations=read_annotations(page.obj, numbers),
    )


def _printing(preferences: object) -> tuple[int, str]:
    if not isinstance(preferences, pikepdf.Dictionary):
        return 0, ""
    copies = int(number_of(preferences["/NumCopies"], -1.0)) if "/NumCopies" in preferences else 0
    return copies, text_of(preferences.get("/Duplex"))[1:]


def _logo(page: pikepdf.Page) -> Logo | None:
    """Return the picture that a page calls its logo, as the leaflet's renderer writes one."""
    resources = page.obj.get("/Resources")
    named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    image = named.get("/Logo") if isinstance(named, pikepdf.Dictionary) else None
    if not isinstance(image, pikepdf.Stream):
        return None
    width, height = int(number_of(image.get("/Width"))), int(number_of(image.get("/Height")))
    pixels, space = read_stream(image), text_of(image.get("/ColorSpace"))
    if width <= 0 or height <= 0 or len(pixels) != width * height * (3 if space == "/DeviceRGB" else 1):
        return None
    if space == "/DeviceRGB":
        return Logo(width=width, height=height, rgb=pixels, grey=pixels[::3])
    return Logo(
        width=width, height=height, rgb=b"".join(bytes((value,)) * 3 for value in pixels), grey=pixels
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
        if isinstance(item, pikepdf.Stream) and "/F" in item:
            externals.append("a stream whose data lies in another file")
        if isinstance(item, pikepdf.Stream) and "/Ref" in item:
            externals.append("a form that refers to another file")
        for found in _dictionaries(item) if index <= _MOST_OBJECTS else ():
            kind = text_of(found.get("/S"))
            if kind in _ACTS:
                acts.append(kind.removeprefix("/"))
            acts += [key.removeprefix("/") for key in _RUNS if key in found]
            has_files = has_files or "/EmbeddedFiles" in found or "/EF" in found
    opening = file.Root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        acts.append("OpenAction")
    return tuple(dict.fromkeys(acts)), tuple(dict.fromkeys(externals)), has_files


def _dictionaries(item: object) -> Iterator[Mapping[str, object]]:
    """Yield a dictionary and those directly inside it, two levels deep; references have their own turn."""
    level = [item]
    for _ in range(4):
        below: list[object] = []
        for each in level:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                entries = dict(each.items())
                yield entries
                values: list[object] = [value for key, value in entries.items() if not _is_link(entries, key)]
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


def _is_link(holder: Mapping[str, object], key: str) -> bool:
    """Tell whether an entry is the address of a link: it is held against its words, and runs nothing."""
    if key != "/A" or text_of(holder.get("/Subtype")) != "/Link":
        return False
    action = holder.get("/A")
    return (
        isinstance(action, pikepdf.Dictionary)
        and set(action.keys()) <= {"/Type", "/S", "/URI"}
        and (text_of(action.get("/S")) == "/URI")
    )


def _bookmarks(catalog: pikepdf.Dictionary, numbers: Mapping[tuple[int, int], int]) -> Iterator[Bookmark]:
    outlines = catalog.get("/Outlines")
    item = outlines.get("/First") if isinstance(outlines, pikepdf.Dictionary) else None
    seen: set[tuple[int, int]] = set()
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen and len(seen) < 2000:
        seen.add(item.objgen)
        yield Bookmark(text_of(item.get("/Title")), *leads_to(item, numbers), leads_in(item))
        item = item.get("/Next")
    if isinstance(item, pikepdf.Dictionary):
        yield Bookmark("the bookmarks run in a circle", 0)
