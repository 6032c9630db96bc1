"""What an EPUB book must have: files, ways, metadata (EPUB 3.3, Accessibility 1.1, OCF, by sections)."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from leaflet.epub.archive import MIMETYPE
from leaflet.epub.package import CHAPTER, NAVIGATION, STYLE_SHEET
from leaflet.proof.forms.screen_pages import page_faults

_OPF = "{http://www.idpf.org/2007/opf}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_FILES = re.compile(
    rf"mimetype|META-INF/container\.xml|EPUB/(?:package\.opf|{NAVIGATION}|{CHAPTER}|{STYLE_SHEET}|picture-\d+\.png)"
)
_MOST = 64 * 1024 * 1024  # bytes of all files together
_NEEDED = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")


def book_faults(data: bytes) -> Iterator[str]:
    """Yield in sentences what is wrong with a book."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
            if sum(entry.file_size for entry in entries) > _MOST:
                yield "its files are larger than any leaflet's"
                return
            faults = [*_container(entries)]
            files = {entry.filename: book.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        yield f"it is no book: {error}"
        return
    yield from faults
    if files.get("mimetype") != MIMETYPE.encode():
        yield "it does not say that it is a book (OCF 4.3)"
    try:
        yield from _inside(files)
    except KeyError as error:
        yield f"it has no {error.args[0]}"
    except ElementTree.ParseError as error:
        yield f"a part of it is no XML: {error}"


def _container(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    if not entries or entries[0].filename != "mimetype":
        yield "its type does not come first (OCF 4.3)"
    names = [entry.filename for entry in entries]
    yield from [f"it holds {name!r}" for name in names if not _FILES.fullmatch(name)]
    yield from [
        f"it holds {name!r} twice" for name in sorted({each for each in names if names.count(each) > 1})
    ]
    yield from [
        f"{entry.filename} is packed or locked"
        for entry in entries
        if entry.compress_type or entry.flag_bits & 1
    ]


def _inside(files: dict[str, bytes]) -> Iterator[str]:
    for name in (CHAPTER, NAVIGATION):
        yield from [f"{name}: {fault}" for fault in page_faults(files[f"EPUB/{name}"], of_book=True)]
    package, chapter = _parsed(files["EPUB/package.opf"]), _parsed(files[f"EPUB/{CHAPTER}"])
    said = {meta.get("property", "") for meta in package.iter(f"{_OPF}meta") if (meta.text or "").strip()}
    yield from [
        f"it does not say its {key} (Accessibility 2.2)" for key in _NEEDED if f"schema:{key}" not in said
    ]
    listed = {f"EPUB/{item.get('href')}" for item in package.iter(f"{_OPF}item")}
    held = {name for name in files if name.startswith("EPUB/")} - {"EPUB/package.opf"}
    yield from [f"its package and its files differ in {name!r}" for name in sorted(listed ^ held)]
    headings = [f"{CHAPTER}#{each.get('id')}" for each in chapter.iter(f"{_XHTML}h2")]
    contents = [each.get("href") for each in _parsed(files[f"EPUB/{NAVIGATION}"]).iter(f"{_XHTML}a")]
    if contents != headings:
        yield "its contents do not lead to its headings, each once and in order (EPUB 7.3)"


def _parsed(data: bytes) -> ElementTree.Element:
    if b"<!ENTITY" in data or b"<!DOCTYPE html " in data:
        raise ElementTree.ParseError("it declares what a leaflet needs not")
    return ElementTree.fromstring(data)  # noqa: S314 - nothing is declared in it, as was just seen
