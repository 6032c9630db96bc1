"""What is painted on a page, as facts: pieces of text with their glyphs, and shapes.

Lengths are points from the top left corner of the page, y running down; colours are red, green and blue
from 0 to 255; pages are numbered from 1.
"""

from functools import cached_property
from typing import NamedTuple

from leaflet.values import Value

Box = tuple[float, float, float, float]  # left, top, right, bottom
Colour = tuple[int, int, int]


class Mark(NamedTuple):
    """The marked content that a painted thing stands in (ISO 32000-1, 14.6)."""

    mcid: int  # -1 for none
    tags: tuple[str, ...]  # outermost first

    @property
    def is_artifact(self) -> bool:
        """Tell whether the thing is left out of the structure."""
        return "Artifact" in self.tags


class Piece(NamedTuple):
    """One shown string: what all its glyphs have in common."""

    order: int  # its place in painting order on its page
    size: float  # pt, as it is on the paper
    colour: Colour
    alpha: int  # 255 is solid
    mode: int  # text rendering mode (ISO 32000-1, table 106)
    font: str
    is_italic: bool
    weight: int
    turn: float  # degrees that the baseline is off the horizontal
    skew: float  # degrees that the letters lean
    mark: Mark
    clip: Box | None  # what the clipping path leaves visible; None for all


class Glyph(NamedTuple):
    """One painted character."""

    text: str
    page: int
    x: float  # of its origin
    y: float  # of the baseline
    box: Box  # of the ink; empty for a space
    end: float  # where the pen goes on
    darkest: int  # in its box on the rendered page, 0 to 255
    lightest: int  # round it
    piece: Piece
    is_space: bool  # whether it leaves no ink


class Shape(NamedTuple):
    """A painted path, picture or shading."""

    kind: str  # path, image, shading
    order: int
    page: int
    box: Box  # to the outer edge of its line
    fill: Colour | None
    stroke: Colour | None
    alpha: int
    line_width: float  # pt
    mark: Mark
    is_rectangle: bool
    corners: tuple[tuple[float, float], ...] = ()  # of its path, control points among them
    is_closed: bool = True


class Pixels(Value):
    """A grey picture, a byte a pixel, 0 black to 255 white."""

    width: int
    height: int
    dpi: float
    data: bytes


class Sheet(Value, kw_only=True, dict=True):
    """One page as PDFium shows it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]  # in painting order
    shapes: tuple[Shape, ...]
    pixels: Pixels  # as it looks

    @cached_property
    def inked(self) -> tuple[Glyph, ...]:
        """The glyphs that leave ink."""
        return tuple([glyph for glyph in self.glyphs if not glyph.is_space])

    @cached_property
    def extent(self) -> Box | None:
        """The smallest box that holds all glyphs that leave ink; None where there is none."""
        if not self.inked:
            return None
        lefts, tops, rights, bottoms = zip(*[glyph.box for glyph in self.inked], strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)
