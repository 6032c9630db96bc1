"""What layout makes: set lines, drawn marks, slabs of both, and pages.

Lengths are points; y runs down. A line's and a mark's place counts from its slab's top left corner,
a slab's from its page's.
"""

from typing import Literal

from leaflet.blocks import PanelStyle
from leaflet.handout import Logo
from leaflet.structure import Artifact, Element, Owner
from leaflet.text.words import Word
from leaflet.units import Insets, Size
from leaflet.values import Value

FORBIDDEN = 1e6
"""The cost of a page break where none may be: taken only where nothing else lets the text end."""


class LineBox(Value):
    """One set line: its words, the place of its first glyph on the baseline, and its width.

    The width is the advance from the first glyph to the end of the last, without the space after it.
    """

    words: tuple[Word, ...]
    x: float
    y: float
    width: float
    size: float
    owner: Owner

    @classmethod
    def of(cls, words: tuple[Word, ...], x: float, y: float, size: float, owner: Owner) -> "LineBox":
        """Return a line of words that are known to stand on one."""
        units = sum([word.stride for word in words]) - words[-1].space
        return cls(words, x, y, units * size / 1000, size, owner)

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join([word.text for word in self.words])


class Frame(Value):
    """A box drawn round something; `border` lies inside the box."""

    x: float
    y: float
    width: float
    height: float
    border: float
    style: PanelStyle


class Rule(Value):
    """A solid horizontal or vertical bar."""

    x: float
    y: float
    width: float
    height: float
    owner: Artifact
    style: PanelStyle = "plain"


class Symbol(Value):
    """A drawn sign in a square of side `size`."""

    style: PanelStyle
    x: float
    y: float
    size: float
    owner: Element


class Image(Value):
    """A picture of pixels in its box."""

    logo: Logo
    x: float
    y: float
    width: float
    height: float
    owner: Element


Mark = Frame | Rule | Symbol | Image


class Slab(Value):
    """A stretch of the galley that no page break cuts: one line, or a whole panel.

    `gap` is the white above it, dropped at the top of a page; `break_cost` is the cost of starting a
    page with it.
    """

    height: float
    gap: float
    break_cost: float
    lines: tuple[LineBox, ...]
    marks: tuple[Mark, ...] = ()
    is_warning: bool = False


class PlacedSlab(Value):
    """A slab at its place on a page."""

    x: float
    y: float
    slab: Slab


class Page(Value, kw_only=True):
    """One page: the text in reading order, and its furniture."""

    number: int
    slabs: tuple[PlacedSlab, ...]
    furniture: tuple[PlacedSlab, ...]


class Layout(Value, kw_only=True):
    """A whole leaflet at its places; nothing moves after this."""

    paper: Size
    frame: Insets  # the margins round the running text, furniture not counted
    margins: Insets  # the margins that nothing crosses
    body: float  # pt, the size of the running text
    pages: tuple[Page, ...]

    @property
    def sheets(self) -> int:
        """The sheets of paper, printed on both sides."""
        return (len(self.pages) + 1) // 2


Side = Literal["left", "right"]
