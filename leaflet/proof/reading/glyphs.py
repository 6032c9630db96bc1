"""Ask PDFium for the characters of a page, one by one, and how each looks on the rendered page."""

from array import array
from collections.abc import Callable, Mapping
from ctypes import PYFUNCTYPE, addressof, c_int, c_uint, c_void_p, cast
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from leaflet.proof.reading.painted_marks import Box, Glyph, Piece, Pixels

_AROUND = 0.12  # × size: how far round a glyph its ground is looked at
_HAIR = 2  # pixels: what is no wider
_BLACK = 40  # what is darker is ink, whatever is darker still
_INK = bytes(0 if value < _BLACK else value for value in range(256))
_LINE_END_HYPHEN = "\x02"  # what PDFium makes of a hyphen that ends a line
_FIRST_LETTER = 0x41  # PDFium adds spaces, ends of lines and hyphens, and never a letter
_SPACES = " \u00a0\t\r\n\u3000"


def _plain(function: Any, answer: type, *told: type) -> Any:
    """Return a function of PDFium that takes addresses as numbers.

    As pypdfium2 declares them, each call makes pointers first, which takes longer than the call itself; and
    no other thread waits for such a call.
    """
    return PYFUNCTYPE(answer, c_void_p, c_int, *told)(cast(function, c_void_p).value or 0)


_text_object = _plain(pdfium.FPDFText_GetTextObject, c_void_p)
_is_generated = _plain(pdfium.FPDFText_IsGenerated, c_int)
_unicode = _plain(pdfium.FPDFText_GetUnicode, c_uint)
_origin = _plain(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_void_p)
_loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p)
_ink_box = _plain(pdfium.FPDFText_GetCharBox, c_int, *[c_void_p] * 4)


class GlyphPage(NamedTuple):
    """What a page's glyphs are told apart by."""

    number: int
    corner: tuple[float, float]  # left and top of the page in PDF's own coordinates
    pieces: Mapping[int, Piece]  # by the address of PDFium's text object
    pixels: Pixels


def read_glyphs(text: Any, count: int, page: GlyphPage) -> list[Glyph]:
    """Return the first `count` characters of an open text page, without those that PDFium adds itself."""
    answers, loose = array("d", [0.0] * 6), pdfium.FS_RECTF()
    first, size = answers.buffer_info()[0], answers.itemsize
    at_x, at_y, *at_box = (first + size * index for index in range(6))
    at_loose, handle = addressof(loose), cast(text, c_void_p).value or 0
    look = _looker(page.pixels)
    number, (west, north), pieces, found = page.number, page.corner, page.pieces, []
    for index in range(count):
        piece = pieces.get(_text_object(handle, index) or 0)
        code = _unicode(handle, index)
        if piece is None or (code < _FIRST_LETTER and _is_generated(handle, index) == 1):
            continue
        _origin(handle, index, at_x, at_y)
        _ink_box(handle, index, *at_box)
        _loose_box(handle, index, at_loose)
        x, y, left, right, bottom, top = answers
        box = (left - west, north - top, right - west, north - bottom)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character == _LINE_END_HYPHEN:
            character = "-"
        darkest, lightest = (0, 255) if character in _SPACES else look(box, piece.size)
        pen = loose.right - west
        space = character.isspace()
        found.append(Glyph(character, number, x - west, north - y, box, pen, darkest, lightest, piece, space))
    return found


def _looker(pixels: Pixels) -> Callable[[Box, float], tuple[int, int]]:
    """Return what tells the darkest pixel in a box, 0 for any black, and the lightest in it and beside it.

    It looks for a black and for a white byte first, in the middle row, where nearly every letter has one.
    """
    scale, width, height = pixels.dpi / 72, pixels.width, pixels.height
    data = pixels.data.translate(_INK)

    def look(box: Box, size: float) -> tuple[int, int]:
        west, north, east, south = box
        left, right = int(west * scale), int(east * scale) + 1
        if right - left <= _HAIR:  # PDFium paints glyphs at whole pixels, so a hair may lie beside its box
            left, right = left - 1, right + 1
        top, bottom = int(north * scale), int(south * scale) + 1
        around = int(size * _AROUND * scale) or 1
        first, last = left - around, right + around
        if first < 0 or top < 0 or last > width or bottom > height:
            first, last = max(0, first), min(width, last)
            left, right = max(0, left), min(width, right)
            top, bottom = max(0, top), min(height, bottom)
        if left >= right or top >= bottom:
            return 255, 255
        middle = (top + (bottom - top) // 2) * width
        ground = 255
        if data.find(255, middle + first, middle + last) < 0:
            rows = range(top * width, bottom * width, width)  # the dots of a colon are in few of them
            ground = max([max(data[row + first : row + last]) for row in rows])
        if data.find(0, middle + left, middle + right) >= 0:
            return 0, ground
        rows = range(top * width, bottom * width, width)
        return min([min(data[row + left : row + right]) for row in rows]), ground

    return look
