"""Ask PDFium for the characters of a page, one by one, and how each looks on the rendered page."""

from collections.abc import Mapping
from ctypes import CFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from leaflet.proof.reading.marks import Box, Glyph, Piece, Pixels

_AROUND = 0.12  # × size: how far round a glyph its ground is looked at
_HAIR = 2  # pixels: what is no wider
_BLACK = 40  # what is darker is ink, whatever is darker still
_LINE_END_HYPHEN = "\x02"  # what PDFium makes of a hyphen that ends a line
_SPACES = " \u00a0\t\r\n\u3000"


# As pypdfium2 declares it, it gives a pointer that has to be cast, which takes longer than the call itself.
_text_object = CFUNCTYPE(c_void_p, c_void_p, c_int)(cast(pdfium.FPDFText_GetTextObject, c_void_p).value or 0)


class GlyphPage(NamedTuple):
    """What a page's glyphs are told apart by."""

    number: int
    corner: tuple[float, float]  # left and top of the page in PDF's own coordinates
    pieces: Mapping[int, Piece]  # by the address of PDFium's text object
    pixels: Pixels


def read_glyphs(text: Any, count: int, page: GlyphPage) -> list[Glyph]:
    """Return the first `count` characters of an open text page, without those that PDFium adds itself."""
    x, y, left, right, bottom, top = (c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    (west, north), pieces, found = page.corner, page.pieces, []
    for index in range(count):
        piece = pieces.get(_text_object(text, index) or 0)
        if piece is None or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(text, index, loose)
        box = (left.value - west, north - top.value, right.value - west, north - bottom.value)
        code = pdfium.FPDFText_GetUnicode(text, index)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character == _LINE_END_HYPHEN:
            character = "-"
        looks = (0, 255) if character in _SPACES else _look(page.pixels, box, piece.size)
        place = (page.number, x.value - west, north - y.value, box, loose.right - west)
        found.append(Glyph(character, *place, *looks, piece))
    return found


def _look(pixels: Pixels, box: Box, size: float) -> tuple[int, int]:
    """Return the darkest pixel in a box, or the first that is black, and the lightest in it and beside it."""
    scale, width, data = pixels.dpi / 72, pixels.width, pixels.data
    around = max(1, int(size * _AROUND * scale))
    left, right = int(box[0] * scale), int(box[2] * scale) + 1
    if right - left <= _HAIR:  # PDFium paints glyphs at whole pixels, so a hair may lie beside its box
        left, right = left - 1, right + 1
    top, bottom = max(0, int(box[1] * scale)), min(pixels.height, int(box[3] * scale) + 1)
    left, right = max(0, left), min(width, right)
    if left >= right or top >= bottom:
        return 255, 255
    rows = range(top * width, bottom * width, width)
    first, last = max(0, left - around), min(width, right + around)
    ground = max([max(data[row + first : row + last]) for row in (rows[0], rows[len(rows) // 2], rows[-1])])
    darkest = 255
    # The middle row first: where it is black, no other need be looked at.
    for row in (*rows[len(rows) // 2 :], *rows[: len(rows) // 2]):
        darkest = min(darkest, *data[row + left : row + right], 255)
        if darkest < _BLACK:
            break
    return darkest, ground
