"""Render a page as grey pixels with PDFium, as large as the memory allows and no larger."""

from ctypes import c_char, string_at
from typing import Any

import pypdfium2.raw as pdfium

from leaflet.proof.reading.painted_marks import Pixels

_MOST_PIXELS = 8_000_000  # an A3 page at 200 dpi; a page as large as a house is shown smaller
_WHITE = 0xFFFFFFFF
_ROOM: list[Any] = []  # the pixels of the page at hand: fresh memory takes as long as the painting


def render_page(page: Any, width: float, height: float, dpi: float) -> Pixels:
    """Return an open page as it looks at `dpi`; the caller holds PDFium's lock."""
    scale = dpi / 72
    across, down = max(width, 1.0) * scale, max(height, 1.0) * scale
    if across * down > _MOST_PIXELS:
        scale *= (_MOST_PIXELS / (across * down)) ** 0.5
        across, down = max(width, 1.0) * scale, max(height, 1.0) * scale
    columns, rows = max(1, round(across)), max(1, round(down))
    room = _room_for(columns * rows)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, room, columns)
    if not bitmap:
        return Pixels(1, 1, scale * 72, b"\xff")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
        data = string_at(room, columns * rows)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Pixels(columns, rows, scale * 72, data)


def _room_for(size: int) -> Any:
    """Return memory for so many pixels, the same for every page; the caller holds PDFium's lock."""
    if not _ROOM or len(_ROOM[0]) < size:
        _ROOM[:] = [(c_char * size)()]
    return _ROOM[0]
