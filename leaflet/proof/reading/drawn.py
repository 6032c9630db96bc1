"""What PDFium tells of one page object: its place, colour, font and marked content."""

from ctypes import c_float, c_int, c_uint, c_ulong, c_ushort, create_string_buffer
from typing import Any

import pypdfium2.raw as pdfium

from leaflet.proof.reading.painted_marks import Box, Colour, Mark

Matrix = tuple[float, float, float, float, float, float]
_MOST_SEGMENTS = 2_000
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(item: Any) -> Matrix:
    """Return where an object stands in what holds it."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return a place inside a place."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(box: Box, outer: Matrix) -> Box:
    """Return a box as it stands outside."""
    if outer is IDENTITY:
        return box
    a, b, c, d, e, f = outer
    places = [(x * a + y * c + e, x * b + y * d + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, up = zip(*places, strict=True)
    return min(across), min(up), max(across), max(up)


def colour_of(item: Any, ask: Any) -> tuple[Colour, int]:
    """Return a colour and its opacity, asked of PDFium by `ask`."""
    red, green, blue, alpha = (c_uint() for _ in range(4))
    if not ask(item, red, green, blue, alpha):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value


def font_of(item: Any) -> tuple[str, bool, int]:
    """Return a piece's font: name, whether it is italic, weight."""
    font = pdfium.FPDFTextObj_GetFont(item)
    if not font:
        return "", False, 400
    name = create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    angle = c_int()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    flags = pdfium.FPDFFont_GetFlags(font)
    italic = angle.value != 0 or bool(flags & 64 and flags > 0)
    return name.value.decode("latin-1"), italic, pdfium.FPDFFont_GetWeight(font)


def mark_of(item: Any) -> Mark:
    """Return the marked content that an object stands in."""
    names = []
    for index in range(min(pdfium.FPDFPageObj_CountMarks(item), 32)):
        name, length = (c_ushort * 64)(), c_ulong()
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(item, index), name, 128, length)
        names.append(bytes(name)[: max(0, length.value - 2)].decode("utf-16-le", "replace"))
    # A Span inside tells an abbreviation in full, and its letters stand in what is round it (V632 and V640).
    inner = [name for name in names[1:] if name != "Span"]
    return Mark(pdfium.FPDFPageObj_GetMarkedContentID(item), (*names[:1], *inner))


def path_of(item: Any, matrix: Matrix) -> tuple[list[tuple[float, float]], bool]:
    """Return the points of a path as they stand on the page, and whether it ends closed."""
    a, b, c, d, e, f = matrix
    x, y, closes = c_float(), c_float(), True
    places = []
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        places.append((x.value * a + y.value * c + e, x.value * b + y.value * d + f))
        closes = bool(pdfium.FPDFPathSegment_GetClose(segment))
    return places, closes
