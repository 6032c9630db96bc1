"""What a laid-out leaflet puts on its pages, as facts to be held against what a file paints; in points."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from leaflet.document.styles import BLACK, Colour, Style
from leaflet.document.tree import Artifact, Document, Node, Owner
from leaflet.layout.boxes import Bar, Frame, Image, Layout, LineBox, Mark, Page, Rule, Symbol
from leaflet.proof.expected_links import ExpectedLink, expected_links
from leaflet.proof.reading.painted_marks import Box
from leaflet.rendering.symbols import draw_symbol
from leaflet.text.words import RISE, Word

FURNITURE = -1
"""Who owns what is read out by nobody; leaves have their place in reading order, from 0."""

# × size, below the baseline: where the line under a strong word runs, and how thick it is.
_UNDERLINE, _THICKNESS = 0.13, 0.06
_PATH = re.compile(rb"(-?[\d.]+)|([a-z*]+)")


class ExpectedWord(NamedTuple):
    """A word of a line: its characters, and where its first glyph and the pen after its last stand."""

    text: str
    x: float
    end: float
    rises: tuple[float, ...] = ()  # of each letter over its line, where one is raised or lowered


class ExpectedLine(NamedTuple):
    """A line of words on one baseline, with its owner."""

    page: int
    y: float
    size: float
    words: tuple[ExpectedWord, ...]
    owner: int
    strong: tuple[bool, ...]  # word by word: whether the face is bold

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


class ExpectedMark(NamedTuple):
    """Something drawn: filled, stroked or a picture."""

    page: int
    what: str
    box: Box
    fill: Colour | None
    stroke: Colour | None
    width: float  # of its line
    owner: int
    corners: tuple[tuple[float, float], ...]  # () where any will do


class ExpectedPicture(NamedTuple):
    """A picture: its pixels, as they lie in the file."""

    page: int
    owner: int
    width: int
    height: int
    sha256: str


_Placed = TypeVar("_Placed", ExpectedLine, ExpectedMark, ExpectedPicture)


class Expected(NamedTuple):
    """All that a leaflet paints."""

    lines: tuple[ExpectedLine, ...]
    marks: tuple[ExpectedMark, ...]
    pictures: tuple[ExpectedPicture, ...]
    links: tuple[ExpectedLink, ...]
    leaves: int  # that own something painted

    def moved(self, pages: int, leaves: int) -> "Expected":
        """Return the same behind so many pages, and so many leaves."""
        return Expected(
            tuple(_moved(line, pages, leaves) for line in self.lines),
            tuple(_moved(mark, pages, leaves) for mark in self.marks),
            tuple(_moved(each, pages, leaves) for each in self.pictures),
            tuple(each.moved(pages) for each in self.links),
            self.leaves,
        )


def expected(document: Document, layout: Layout, *, colour: bool) -> Expected:
    """Return what the pages of a leaflet show, in colour or in black."""
    painted = _owners_of(layout)
    leaves = [leaf for leaf, _ in document.leaves if leaf in painted]
    places = {leaf: index for index, leaf in enumerate(leaves)}
    lines: list[ExpectedLine] = []
    marks: list[ExpectedMark] = []
    pictures: list[ExpectedPicture] = []
    for page in layout.pages:
        reader = _PageOf(page, places, colour=colour)
        lines += reader.lines()
        marks += reader.marks()
        pictures += reader.pictures()
    links = tuple(expected_links(layout))
    return Expected(tuple(lines), tuple(marks), tuple(pictures), links, len(leaves))


def joined(parts: Sequence[Expected]) -> Expected:
    """Return what several leaflets paint, each behind the others' pages and leaves already."""
    return Expected(
        tuple(line for part in parts for line in part.lines),
        tuple(mark for part in parts for mark in part.marks),
        tuple(each for part in parts for each in part.pictures),
        tuple(each for part in parts for each in part.links),
        sum(part.leaves for part in parts),
    )


def _moved(thing: _Placed, pages: int, leaves: int) -> _Placed:
    owner = thing.owner if thing.owner == FURNITURE else thing.owner + leaves
    return thing._replace(page=thing.page + pages, owner=owner)


def _owners_of(layout: Layout) -> set[Owner]:
    """Return what owns something painted: the empty cells of a table own nothing."""
    fragments = [placed.fragment for page in layout.pages for placed in (*page.furniture, *page.fragments)]
    owners: set[Owner] = {line.owner for fragment in fragments for line in fragment.lines}
    marks = [mark for fragment in fragments for mark in fragment.marks]
    return owners | {mark.owner for mark in marks if not isinstance(mark, Bar | Frame)}


class _PageOf:
    def __init__(self, page: Page, places: Mapping[Node, int], *, colour: bool) -> None:
        self._page = page
        self._places = places
        self._colour = colour

    def _owner(self, owner: Owner) -> int:
        return FURNITURE if isinstance(owner, Artifact) else self._places[owner]

    def _set(self) -> Iterator[tuple[LineBox, float, float]]:
        for placed in (*self._page.furniture, *self._page.fragments):
            for line in placed.fragment.lines:
                yield line, placed.x + line.x, placed.y + line.y

    def lines(self) -> Iterator[ExpectedLine]:
        """Yield the lines."""
        for line, x, y in self._set():
            words, pen = [], x
            for word in line.words:
                end = pen + word.advance * line.size / 1000
                words.append(ExpectedWord(word.text, pen, end, _rises(word, line.size)))
                pen = end + word.space * line.size / 1000
            strong = tuple([_is_strong(word) for word in line.words])
            yield ExpectedLine(self._page.number, y, line.size, tuple(words), self._owner(line.owner), strong)

    def marks(self) -> Iterator[ExpectedMark]:
        """Yield what is drawn, the lines under strong words among it."""
        for placed in (*self._page.furniture, *self._page.fragments):
            for mark in placed.fragment.marks:
                yield self._mark(mark, placed.x + mark.x, placed.y + mark.y)
        for line, x, y in self._set():
            top = y + _UNDERLINE * line.size
            for left, right in _underlined(line, x):
                box = (left, top, right, top + _THICKNESS * line.size)
                yield self._drawn("a line under words", box, fill=BLACK)

    def pictures(self) -> Iterator[ExpectedPicture]:
        """Yield the pictures, grey where the leaflet has no colour."""
        for placed in (*self._page.furniture, *self._page.fragments):
            for mark in placed.fragment.marks:
                if isinstance(mark, Image):
                    pixels = mark.logo.rgb if self._colour else mark.logo.grey
                    digest = hashlib.sha256(pixels).hexdigest()
                    size = mark.logo.width, mark.logo.height
                    yield ExpectedPicture(self._page.number, self._owner(mark.owner), *size, digest)

    def _mark(self, mark: Mark, x: float, y: float) -> ExpectedMark:
        if isinstance(mark, Rule | Bar):
            box = (x, y, x + mark.width, y + mark.height)
            owner = self._owner(mark.owner) if isinstance(mark, Rule) else FURNITURE
            return self._drawn("a bar", box, fill=self._ink(mark.style))._replace(owner=owner)
        if isinstance(mark, Frame):
            box, half = (x, y, x + mark.width, y + mark.height), mark.border / 2
            middle = (box[0] + half, box[1] + half, box[2] - half, box[3] - half)
            stroke, drawn = self._ink(mark.style), self._drawn("a frame", box, corners=_corners(middle))
            return drawn._replace(stroke=stroke, width=mark.border)
        if isinstance(mark, Image):
            box = (x, y, x + mark.width, y + mark.height)
            return self._drawn("a picture", box)._replace(owner=self._owner(mark.owner))
        drawn = self._symbol(mark, x, y)
        return drawn._replace(fill=(255, 255, 255)) if mark.white else drawn

    def _symbol(self, symbol: Symbol, x: float, y: float) -> ExpectedMark:
        size, style = symbol.size, symbol.style
        corners = tuple(_symbol_corners(style, x, y, size))
        across, down = zip(*corners, strict=True) if corners else ((x, x + size), (y, y + size))
        box = (min(across), min(down), max(across), max(down))
        drawn = self._drawn("a symbol", box, fill=self._ink(style), corners=corners)
        return drawn._replace(owner=self._owner(symbol.owner))

    def _drawn(
        self,
        what: str,
        box: Box,
        fill: Colour | None = None,
        corners: tuple[tuple[float, float], ...] | None = None,
    ) -> ExpectedMark:
        places = _corners(box) if corners is None and fill is not None else corners or ()
        return ExpectedMark(self._page.number, what, box, fill, None, 0.0, FURNITURE, places)

    def _ink(self, style: Style | None) -> Colour:
        return style.colour if self._colour and style is not None else BLACK


def _is_strong(word: Word) -> bool:
    return any(run.face.bold for run in word.runs) if word.face is None else word.face.bold


def _rises(word: Word, size: float) -> tuple[float, ...]:
    """Return how far each letter of a word stands over its line, in points; () where all stand on it."""
    if not any(part.shift for part in word.parts):
        return ()
    rises = [(part.word.text, part.shift * RISE * size / 1000) for part in word.parts]
    return tuple([rise for text, rise in rises for letter in text if not letter.isspace()])


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    left, top, right, bottom = box
    return (left, bottom), (right, bottom), (right, top), (left, top)


def _underlined(line: LineBox, x: float) -> list[list[float]]:
    """Return where a line under words starts and ends, joined where they stand side by side."""
    pen, spans = x, list[list[float]]()
    for word in line.words:
        for start, length in word.underlines:
            left = pen + start * line.size / 1000
            gap = word.space * line.size / 1000
            if spans and left - spans[-1][1] <= gap + 0.01:
                spans[-1][1] = left + length * line.size / 1000
            else:
                spans.append([left, left + length * line.size / 1000])
        pen += (word.advance + word.space) * line.size / 1000
    return spans


def _symbol_corners(style: Style, x: float, y: float, size: float) -> Iterator[tuple[float, float]]:
    """Yield the points of a symbol's outline, as the table of symbols draws it."""
    if style.symbol is None:
        return
    scale, numbers = 1.0, list[float]()
    for number, operator in _PATH.findall(draw_symbol(style.symbol, 0.0, 0.0, size, (0.0, 0.0, 0.0))):
        if number:
            numbers.append(float(number))
            continue
        if operator == b"cm":
            scale = numbers[0]
        elif operator in (b"m", b"l", b"c"):
            for across, up in zip(numbers[::2], numbers[1::2], strict=True):
                yield x + across * scale, y + size - up * scale
        numbers = []
