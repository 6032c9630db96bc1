"""Ask PDFium what is painted: every glyph with its place, size and colour, and every shape.

PDFium is not safe for threads: one lock guards all its calls.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_float, c_int, c_ushort, c_void_p, cast
from math import atan2, degrees, hypot
from threading import RLock
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from leaflet.proof.reading.drawn import (
    IDENTITY,
    Matrix,
    colour_of,
    font_of,
    mark_of,
    matrix_of,
    moved,
    path_of,
    times,
)
from leaflet.proof.reading.glyphs import GlyphPage, read_glyphs
from leaflet.proof.reading.painted_marks import Box, Glyph, Piece, Pixels, Shape, Sheet
from leaflet.proof.reading.pixels import render_page

MOST_PAGES = 40
"""Pages read; a leaflet has far fewer, and a book is none."""

_MOST_GLYPHS, _MOST_OBJECTS, _DEEPEST = 80_000, 60_000, 8
_INK_DPI = 90.0
_lock = RLock()


class UnreadableError(ValueError):
    """A file that a reader cannot open; the message says why."""


class Painted(NamedTuple):
    """All that PDFium tells of a file."""

    pages: int
    sheets: tuple[Sheet, ...]


_REASONS = {
    pdfium.FPDF_ERR_FORMAT: "it is no PDF, or too damaged to open",
    pdfium.FPDF_ERR_PASSWORD: "it is encrypted with a password",
    pdfium.FPDF_ERR_SECURITY: "its encryption is not known",
}


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a file with PDFium for the time of a `with`; raise `UnreadableError`."""
    with _lock:
        pdfium.FPDF_InitLibrary()
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise UnreadableError(_REASONS.get(pdfium.FPDF_GetLastError(), "PDFium cannot open it"))
        try:
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


def read_painted(data: bytes) -> Painted:
    """Return what is on the first pages of a file; raise `UnreadableError` where there is none."""
    with opened(data) as document:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages < 1:
            raise UnreadableError("it has no page")
        sheets: list[Sheet] = []
        room = _MOST_GLYPHS
        for index in range(min(pages, MOST_PAGES)):
            sheet = _read_page(document, index, room)
            room -= len(sheet.glyphs)
            sheets.append(sheet)
            if room <= 0:
                break
    return Painted(pages, tuple(sheets))


def page_count(data: bytes) -> int:
    """Return how many pages are read of a file, `MOST_PAGES` at most; raise `UnreadableError`."""
    with opened(data) as document:
        return min(MOST_PAGES, int(pdfium.FPDF_GetPageCount(document)))


def picture(data: bytes, number: int, dpi: float) -> Pixels:
    """Return page `number`, counted from 1, as it looks; raise `UnreadableError`."""
    with opened(data) as document:
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            raise UnreadableError(f"page {number} cannot be opened")
        try:
            width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
            return render_page(page, width, height, dpi)
        finally:
            pdfium.FPDF_ClosePage(page)


def page_words(data: bytes, number: int) -> str:
    """Return the text of page `number`, counted from 1, as PDFium reads it; "" where it cannot."""
    with opened(data) as document:
        page = pdfium.FPDF_LoadPage(document, number - 1)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        if not text:
            return ""
        try:
            count = min(pdfium.FPDFText_CountChars(text), _MOST_GLYPHS)
            room = (c_ushort * (count + 1))()
            pdfium.FPDFText_GetText(text, 0, count, room)
            return bytes(room)[: 2 * count].decode("utf-16-le", "replace")
        finally:
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)


def _read_page(document: Any, index: int, room: int) -> Sheet:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        nothing = Pixels(1, 1, _INK_DPI, b"\xff")
        return Sheet(number=index + 1, width=0.0, height=0.0, glyphs=(), shapes=(), pixels=nothing)
    try:
        return _Page(page, index + 1).sheet(room)
    finally:
        pdfium.FPDF_ClosePage(page)


class _Page:
    """Reads one page."""

    def __init__(self, page: Any, number: int) -> None:
        self._page = page
        self._number = number
        left, bottom, right, top = (c_float() for _ in range(4))
        if not pdfium.FPDFPage_GetMediaBox(page, left, bottom, right, top):
            right.value, top.value = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self._left, self._top = left.value, top.value
        self._width, self._height = right.value - left.value, top.value - bottom.value
        self._pieces: dict[int, Piece] = {}
        self._fonts: dict[int, tuple[str, bool, int]] = {}  # by the address of PDFium's font
        self._shapes: list[Shape] = []
        self._order = 0

    def sheet(self, room: int) -> Sheet:
        """Return the page's facts, at most `room` glyphs."""
        count = min(pdfium.FPDFPage_CountObjects(self._page), _MOST_OBJECTS)
        for index in range(count):
            self._object(pdfium.FPDFPage_GetObject(self._page, index), IDENTITY, 0)
        pixels = render_page(self._page, self._width, self._height, _INK_DPI)
        return Sheet(
            number=self._number,
            width=self._width,
            height=self._height,
            glyphs=tuple(self._glyphs(room, pixels)),
            shapes=tuple(self._shapes),
            pixels=pixels,
        )

    def _object(self, item: Any, outer: Matrix, depth: int) -> None:
        """Note a page object; go into forms, not without end."""
        kind = pdfium.FPDFPageObj_GetType(item)
        self._order += 1
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._pieces[cast(item, c_void_p).value or 0] = self._piece(item, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST and self._order < _MOST_OBJECTS:
                inner = times(matrix_of(item), outer)
                for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                    self._object(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)
        else:
            self._shapes.append(self._shape(item, kind, outer))

    def _piece(self, item: Any, outer: Matrix) -> Piece:
        a, b, c, d, _, _ = times(matrix_of(item), outer)
        size = c_float()
        pdfium.FPDFTextObj_GetFontSize(item, size)
        colour, alpha = colour_of(item, pdfium.FPDFPageObj_GetFillColor)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        if mode == pdfium.FPDF_TEXTRENDERMODE_STROKE:
            colour, alpha = colour_of(item, pdfium.FPDFPageObj_GetStrokeColor)
        font = cast(pdfium.FPDFTextObj_GetFont(item), c_void_p).value or 0
        if font not in self._fonts:
            self._fonts[font] = font_of(item)
        name, italic, weight = self._fonts[font]
        turn = degrees(atan2(b, a))
        return Piece(
            order=self._order,
            size=abs(size.value) * hypot(c, d),
            colour=colour,
            alpha=alpha,
            mode=mode,
            font=name,
            is_italic=italic,
            weight=weight,
            turn=turn,
            skew=degrees(atan2(-c, d)) - turn if c or d else 90.0,
            mark=mark_of(item),
            clip=self._clip(item),
        )

    def _shape(self, item: Any, kind: int, outer: Matrix) -> Shape:
        edges = [c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        fill, stroke, width, half, rectangle = None, None, 0.0, 0.0, False
        corners: tuple[tuple[float, float], ...] = ()
        is_closed = True
        colour, alpha = colour_of(item, pdfium.FPDFPageObj_GetFillColor)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            fill_mode, is_stroked, line = c_int(), c_int(), c_float()
            pdfium.FPDFPath_GetDrawMode(item, fill_mode, is_stroked)
            pdfium.FPDFPageObj_GetStrokeWidth(item, line)
            fill = colour if fill_mode.value else None
            if is_stroked.value:
                stroke, alpha = colour_of(item, pdfium.FPDFPageObj_GetStrokeColor)
                matrix = times(matrix_of(item), outer)
                width = line.value * hypot(matrix[0], matrix[1])
            half = line.value / 2 if is_stroked.value else 0.0
            rectangle = pdfium.FPDFPath_CountSegments(item) in (4, 5)
            places, is_closed = path_of(item, times(matrix_of(item), outer))
            corners = tuple([(x - self._left, self._top - y) for x, y in places])
        return Shape(
            kind={pdfium.FPDF_PAGEOBJ_PATH: "path", pdfium.FPDF_PAGEOBJ_IMAGE: "image"}.get(kind, "shading"),
            order=self._order,
            page=self._number,
            # PDFium makes the bounds of a stroke half a line too large on every side.
            box=self._flip(moved((left + half, bottom + half, right - half, top - half), outer)),
            fill=fill,
            stroke=stroke,
            alpha=alpha,
            line_width=width,
            mark=mark_of(item),
            is_rectangle=rectangle,
            corners=corners,
            is_closed=is_closed,
        )

    def _flip(self, box: Box) -> Box:
        left, bottom, right, top = box
        return left - self._left, self._top - top, right - self._left, self._top - bottom

    def _clip(self, item: Any) -> Box | None:
        """Return the box that every clipping path of an object leaves, or None where nothing is cut."""
        clip = pdfium.FPDFPageObj_GetClipPath(item)
        paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else -1
        if paths < 1:
            return None
        kept = (-1e9, -1e9, 1e9, 1e9)
        x, y = c_float(), c_float()
        for path in range(min(paths, 64)):
            places = []
            for index in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, path), 256)):
                pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
                places.append((x.value, y.value))
            if not places:
                return (0.0, 0.0, 0.0, 0.0)
            across, up = zip(*places, strict=True)
            kept = (
                max(kept[0], min(across)), max(kept[1], min(up)),
                min(kept[2], max(across)), min(kept[3], max(up)),
            )  # fmt: skip
        return self._flip(kept)

    def _glyphs(self, room: int, pixels: Pixels) -> list[Glyph]:
        """Return the painted characters in painting order; those that PDFium adds by itself are left out."""
        text = pdfium.FPDFText_LoadPage(self._page)
        if not text:
            return []
        try:
            count = min(pdfium.FPDFText_CountChars(text), room)
            corner = (self._left, self._top)
            found = read_glyphs(text, count, GlyphPage(self._number, corner, self._pieces, pixels))
        finally:
            pdfium.FPDFText_ClosePage(text)
        found.sort(key=lambda glyph: glyph.piece.order)
        return found
