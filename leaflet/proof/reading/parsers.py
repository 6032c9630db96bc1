"""Read a file a second time, with pypdf, and say where it finds something else than qpdf.

The two parsers share no code. A file made to be read differently shows here: two values of one key, two
tables of cross-references, a stream with two lengths.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from leaflet.proof.reading.bounds import read_stream
from leaflet.proof.reading.opened import opened
from leaflet.proof.reading.painted import MOST_PAGES

_MOST_DIFFERENCES = 12


@lru_cache(maxsize=1)
def parsed(data: bytes) -> PdfReader:
    """Return a file as pypdf reads it when it forgives nothing; raise whatever stops it."""
    return PdfReader(BytesIO(data), strict=True)


def apart(data: bytes) -> tuple[str, ...]:
    """Return how pypdf's reading of a file differs from qpdf's."""
    try:
        return tuple(_differences(opened(data), parsed(data)))[:_MOST_DIFFERENCES]
    except Exception as error:  # noqa: BLE001 - whatever stops pypdf in a file that qpdf reads is a difference
        return (f"pypdf cannot read what qpdf reads ({type(error).__name__}: {str(error)[:120]})",)


def _differences(one: pikepdf.Pdf, other: PdfReader) -> Iterator[str]:
    root: Any = other.trailer["/Root"]
    yield from _keys("the catalogue", one.Root, root)
    mine, theirs = list(one.pages)[:MOST_PAGES], list(other.pages)[:MOST_PAGES]
    if len(one.pages) != len(other.pages):
        yield f"qpdf finds {len(one.pages)} pages, pypdf {len(other.pages)}"
    fonts: set[object] = set()
    for number, (page, second) in enumerate(zip(mine, theirs, strict=False), start=1):
        yield from _keys(f"page {number}", page.obj, second)
        contents = page.obj.get("/Contents")
        data = read_stream(contents) if isinstance(contents, pikepdf.Stream) else b""
        if _data(second.get("/Contents")) != data:
            yield f"page {number} has other contents for pypdf than for qpdf"
        resources: Any = second.get("/Resources") or {}
        yield from _fonts(number, page, resources, fonts)


def _fonts(number: int, page: pikepdf.Page, second: Mapping[str, Any], seen: set[object]) -> Iterator[str]:
    """Compare programs, maps and widths of the fonts of a page, each font once."""
    found = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font")
    table: Any = second.get("/Font") or {}
    if not isinstance(found, pikepdf.Dictionary):
        return
    for name, font in found.items():
        if not isinstance(font, pikepdf.Dictionary) or font.objgen in seen:
            continue
        seen.add(font.objgen)
        other = _resolved(table.get(name))
        if _font_facts(font) != _second_facts(other):
            yield f"the font {str(name)[1:]} of page {number} is another for pypdf than for qpdf"


def _font_facts(font: pikepdf.Dictionary) -> tuple[str, bytes, bytes]:
    below: Any = font.get("/DescendantFonts", [pikepdf.Dictionary()])[0]
    descriptor: Any = below.get("/FontDescriptor", pikepdf.Dictionary())
    program, mapped = descriptor.get("/FontFile2"), font.get("/ToUnicode")
    return (
        str(font.get("/BaseFont")),
        read_stream(program) if isinstance(program, pikepdf.Stream) else b"",
        read_stream(mapped) if isinstance(mapped, pikepdf.Stream) else b"",
    )


def _second_facts(font: Any) -> tuple[str, bytes, bytes]:
    below = _resolved(_resolved(font.get("/DescendantFonts", [{}]))[0])
    descriptor = _resolved(below.get("/FontDescriptor", {}))
    return str(font.get("/BaseFont")), _data(descriptor.get("/FontFile2")), _data(font.get("/ToUnicode"))


def _keys(what: str, one: pikepdf.Object, other: Any) -> Iterator[str]:
    found = {str(key) for key in one.keys()}  # noqa: SIM118 - pikepdf's own keys
    second = set(other.keys()) if isinstance(other, DictionaryObject) else set()
    if found != second:
        yield f"{what} has other keys for pypdf: {', '.join(sorted(found ^ second))}"


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value if value is not None else {}


def _data(value: Any) -> bytes:
    found = _resolved(value)
    return bytes(found.get_data()) if isinstance(found, StreamObject) else b""
