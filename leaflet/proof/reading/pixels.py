"""Render a page as grey pixels with PDFium, as large as the memory allows and no larger."""

from ctypes import string_at
from typing import Any

import pypdfium2.raw as pdfium

from leaflet.proof.reading.painted_marks import Pixels

_MOST_PIXELS = 8_000_000  # an A3 page at 200 dpi; a page as large as a house is shown smaller
_WHITE = 0xFFFFFFFF


def render_page(page: Any, width: float, height: float, dpi: float) -> Pixels:
    """Return an open page as it looks at `dpi`; the caller holds PDFium's lock."""
    scale = dpi / 72
    across, down = max(width, 1.0) * scale, max(height, 1.0) * scale
    if across * down > _MOST_PIXELS:
        scale *= (_MOST_PIXELS / (across * down)) ** 0.5
        across, down = max(width, 1.0) * scale, max(height, 1.0) * scale
    columns, rows = max(1, round(across)), max(1, round(down))
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return Pixels(1, 1, scale * 72, b"\xff")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if stride != columns:
        data = b"".join(data[row * stride : row * stride + columns] for row in range(rows))
    return Pixels(columns, rows, scale * 72, data)
