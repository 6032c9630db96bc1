"""The warning symbols, as drawings of our own: three silhouettes that survive any printer.

- solid triangle: a filled triangle with its mark left white, after the general warning sign (ISO 7010, W001);
- ring: a thick ring with the mark inside, after the general mandatory action sign (ISO 7010, M001):
  something to keep doing, and nothing like a stop sign or a prohibition, which has a bar across it;
- open triangle: an outlined triangle with the mark inside.

Each is one filled path, with its white left out and not painted over, so that it is right on any ground.
"""

from collections.abc import Callable
from functools import cache, partial
from math import hypot
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet.document.styles import SymbolName
from leaflet.precompiled import table

if TYPE_CHECKING:
    from reportlab.pdfgen.pathobject import PDFPathObject

Ink = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""

BLACK: Ink = (0, 0, 0)
_UNIT = 1000  # a drawing fills a square of this side, in whole numbers
_ROUND = 0.5523  # how far a Bézier's handle reaches to follow a quarter circle, in radii
_Corner = tuple[float, float]


def draw_symbol(name: SymbolName, x: float, y: float, size: float, ink: Ink = BLACK) -> bytes:
    """Return the PDF operators that draw a symbol in a square of `size` pt.

    `x` and `y` are the square's lower left corner in pt, with y running up, as PDF has it. The graphics
    state is left as it was. An unknown name raises `KeyError`.
    """
    scale = size / _UNIT
    place = f"{_number(scale, 5)} 0 0 {_number(scale, 5)} {_number(x)} {_number(y)} cm"
    return f"q {_colour(ink)} {place} {_unit_drawing(name)} f* Q\n".encode("ascii")


def _colour(ink: Ink) -> str:
    return "0 g" if ink == BLACK else " ".join(_number(part) for part in ink) + " rg"


def _number(value: float, digits: int = 3) -> str:
    """Return a number as PDF writes it: no exponent, no trailing zeros, no negative zero."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


@cache
def _unit_drawing(name: SymbolName) -> str:
    """Return the path of a symbol, painted by the even-odd rule: what lies inside twice stays white."""
    return table(f"symbol {name}", partial(_drawn, name))


def _drawn(name: SymbolName) -> str:
    from reportlab.pdfgen.pathobject import PDFPathObject

    path = PDFPathObject()
    _DRAWINGS[name](path)
    return str(path.getCode()).removeprefix("n ")  # ReportLab ends a path that was not begun


def _draw_solid_triangle(path: "PDFPathObject") -> None:
    _rounded(path, ((0, 60), (1000, 60), (500, 926)), 90)
    _mark(path, middle=500, foot=140, height=520, width=155)


def _draw_ring(path: "PDFPathObject") -> None:
    _circle(path, 500, 500, 480)
    _circle(path, 500, 500, 370)
    _mark(path, middle=500, foot=225, height=550, width=170)


def _draw_open_triangle(path: "PDFPathObject") -> None:
    _rounded(path, ((0, 60), (1000, 60), (500, 926)), 90)
    _rounded(path, ((138, 140), (862, 140), (500, 766)), 24)
    _mark(path, middle=500, foot=206, height=390, width=116)


_DRAWINGS: MappingProxyType[SymbolName, Callable[["PDFPathObject"], None]] = MappingProxyType(
    {"solid triangle": _draw_solid_triangle, "ring": _draw_ring, "open triangle": _draw_open_triangle}
)


def _mark(path: "PDFPathObject", *, middle: int, foot: int, height: int, width: int) -> None:
    """Add an exclamation mark: a bar that narrows downwards, over a dot, both rounded."""
    dot, half = width * 0.52, width / 2
    _circle(path, middle, round(foot + dot), round(dot))
    top, bottom = foot + height, foot + 2 * dot + 0.5 * width
    bar = ((middle - half * 0.62, bottom), (middle + half * 0.62, bottom), (middle + half, top))
    _rounded(path, (*bar, (middle - half, top)), width * 0.24)


def _circle(path: "PDFPathObject", x: int, y: int, radius: int) -> None:
    reach = round(radius * _ROUND)
    path.moveTo(x + radius, y)
    path.curveTo(x + radius, y + reach, x + reach, y + radius, x, y + radius)
    path.curveTo(x - reach, y + radius, x - radius, y + reach, x - radius, y)
    path.curveTo(x - radius, y - reach, x - reach, y - radius, x, y - radius)
    path.curveTo(x + reach, y - radius, x + radius, y - reach, x + radius, y)
    path.close()


def _rounded(path: "PDFPathObject", corners: tuple[_Corner, ...], cut: float) -> None:
    """Add a polygon whose corners are rounded, beginning `cut` before each and ending `cut` after it."""
    for index, corner in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % len(corners)]
        start, end = _towards(corner, before, cut), _towards(corner, after, cut)
        if index == 0:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        first, last = _towards(corner, before, cut * 0.4), _towards(corner, after, cut * 0.4)
        path.curveTo(*first, *last, *end)
    path.close()


def _towards(start: _Corner, goal: _Corner, distance: float) -> tuple[int, int]:
    """Return the point `distance` from `start` on the way to `goal`, in whole units."""
    share = distance / hypot(goal[0] - start[0], goal[1] - start[1])
    return round(start[0] + (goal[0] - start[0]) * share), round(start[1] + (goal[1] - start[1]) * share)
