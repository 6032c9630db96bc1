"""What layout makes: set lines, drawn marks, fragments of both, and pages.

Lengths are points; y runs down. A line's and a mark's place counts from its fragment's top left corner,
a fragment's from its page's.
"""

from collections.abc import Callable

from leaflet.document.styles import Style
from leaflet.document.tree import Node, Owner
from leaflet.handout import Logo
from leaflet.text.slugs import Slug
from leaflet.text.words import Word
from leaflet.units import Insets, Size
from leaflet.values import Value


class LineBox(Value):
    """One set line: its words, the place of its first glyph on the baseline, and its width.

    The width is the advance from the first glyph to the end of the last, without the space after it.
    """

    slug: Slug
    x: float
    y: float
    width: float
    size: float
    owner: Owner
    white: bool = False  # on a bar

    @classmethod
    def of(
        cls, slug: Slug, x: float, y: float, size: float, owner: Owner, *, white: bool = False
    ) -> "LineBox":
        """Return a line of words that are known to stand on one."""
        return cls(slug, x, y, slug.width * size / 1000, size, owner, white)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words."""
        return self.slug.words

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return self.slug.text


class Frame(Value):
    """A box drawn round something; `border` lies inside the box."""

    x: float
    y: float
    width: float
    height: float
    border: float
    style: Style


class Rule(Value):
    """A solid horizontal or vertical bar; black where it has no style. A line to write on is its label's."""

    x: float
    y: float
    width: float
    height: float
    owner: Owner
    style: Style | None = None


class Bar(Value):
    """A solid ground on which words and a symbol stand white; black, or its style's colour."""

    x: float
    y: float
    width: float
    height: float
    style: Style


class Symbol(Value):
    """A drawn sign in a square of side `size`; its style says which."""

    x: float
    y: float
    size: float
    owner: Owner
    style: Style
    white: bool = False  # on a bar


class Image(Value):
    """A picture of pixels in its box."""

    logo: Logo
    x: float
    y: float
    width: float
    height: float
    owner: Node


Mark = Bar | Frame | Rule | Symbol | Image


class Fragment(Value):
    """A stretch of the galley that no page break cuts: one line, or a whole panel.

    `gap` is the white above it, dropped at the top of a page; `break_cost` is the cost of starting a
    page with it. `whole` is the node that it is all of, where it is a frame. What stands again, as an
    artifact, where a page starts with what goes on: `head` above this fragment, `running` above all that
    follow this one up to the next that has another.
    """

    height: float
    gap: float
    break_cost: float
    lines: tuple[LineBox, ...]
    marks: tuple[Mark, ...] = ()
    whole: Node | None = None
    head: "Fragment | None" = None
    running: "Fragment | None" = None
    # A warning: what page 1 must have, with so many of the thoughts that explain it, and the rest; None
    # where nothing would be left over.
    in_two: "Callable[[int], tuple[Fragment, Fragment] | None] | None" = None

    @property
    def warns(self) -> bool:
        """Tell whether it is a safety warning, which stands on page 1."""
        return self.whole is not None and self.whole.style.warns


class PlacedFragment(Value):
    """A fragment at its place on a page."""

    x: float
    y: float
    fragment: Fragment


class Page(Value, kw_only=True):
    """One page: the text in reading order, and its furniture."""

    number: int
    fragments: tuple[PlacedFragment, ...]
    furniture: tuple[PlacedFragment, ...]


class Side(Value):
    """A side that holds several pages: each by its index, and how far to the right it is moved there."""

    pages: tuple[tuple[int, float], ...]


class Layout(Value, kw_only=True):
    """A whole leaflet at its places; nothing moves after this."""

    paper: Size
    frame: Insets  # the margins round the running text, furniture not counted
    margins: Insets  # the margins that nothing crosses
    body: float  # pt, the size of the running text
    pages: tuple[Page, ...]
    contents: tuple[Node, ...] = ()  # a list of contents, which the document of this print has too
    lines_too_many: int = 0  # the few lines at its end without which it would save a sheet
    sides: tuple[Side, ...] = ()  # of sheets that hold several pages; () where a page is a side

    @property
    def sheets(self) -> int:
        """The sheets of paper, printed on both sides."""
        return (len(self.sides or self.pages) + 1) // 2

    @property
    def fill(self) -> tuple[float, ...]:
        """How far down each page its words go, from 0 to 1, in hundredths."""
        height = self.paper.height - self.frame.top - self.frame.bottom
        ends = [max([each.y + each.fragment.height for each in page.fragments]) for page in self.pages]
        return tuple([round(min(1.0, (end - self.frame.top) / height), 2) for end in ends])

    @property
    def side(self) -> Size:
        """The size of a side, which in a booklet holds two pages beside one another."""
        return Size(self.paper.width * 2, self.paper.height) if self.sides else self.paper
