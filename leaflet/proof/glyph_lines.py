"""Glyphs by their places: lines from left to right, and where things stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from leaflet.proof.reading.painted_marks import Box, Glyph, Piece
from leaflet.proof.results import Place

_GAP = 0.16  # × size: a wider gap between two glyphs is a space, painted or not
_SAME_LINE = 0.45  # × size: baselines nearer than this are one line, with what is raised or lowered in it


class Line(NamedTuple):
    """Glyphs on one baseline, from left to right."""

    page: int
    y: float
    glyphs: tuple[Glyph, ...]
    inked: tuple[Glyph, ...]  # without the spaces
    text: str

    def words(self, glyphs: Sequence[Glyph]) -> str:
        """Return what some of the line's glyphs say: with its spaces where they are all of it."""
        return self.text if len(glyphs) == len(self.inked) else "".join(glyph.text for glyph in glyphs)

    @property
    def left(self) -> float:
        """Where the first letter's origin stands."""
        return (self.inked or self.glyphs)[0].x

    @property
    def size(self) -> float:
        """The largest size on the line, in points."""
        return max(glyph.piece.size for glyph in self.glyphs)

    @property
    def is_artifact(self) -> bool:
        """Tell whether nothing of the line is in the structure."""
        return all(glyph.piece.mark.is_artifact for glyph in self.inked)


class Run(NamedTuple):
    """Glyphs of one shown string."""

    at: int  # how many glyphs come before it
    piece: Piece
    glyphs: tuple[Glyph, ...]  # at least one


def runs_of(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """Yield glyphs, in the order in which they are painted, string by string."""
    at = 0
    for _, run in groupby(glyphs, lambda glyph: id(glyph.piece)):
        mine = tuple(run)
        yield Run(at, mine[0].piece, mine)
        at += len(mine)


def usual_size(glyphs: Sequence[Glyph]) -> float:
    """Return the size that most of some glyphs have, in points; 0 where there is none."""
    sizes = Counter[float]()
    for run in runs_of(glyphs):
        sizes[round(run.piece.size, 2)] += len(run.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def lines_of(glyphs: Sequence[Glyph]) -> tuple[Line, ...]:
    """Return the glyphs of one page as lines, top line first, each from left to right."""
    rows: list[list[Glyph]] = []
    row: list[Glyph] = []
    top = 0.0  # of the line, its first glyph's baseline
    for glyph in sorted(glyphs, key=attrgetter("y")):
        if row and (glyph.y == top or glyph.y - top <= _SAME_LINE * max(glyph.piece.size, 1.0)):
            row.append(glyph)
        else:
            row, top = [glyph], glyph.y
            rows.append(row)
    return tuple([_line(sorted(row, key=attrgetter("x"))) for row in rows])


def _line(row: list[Glyph]) -> Line:
    text, end = [], row[0].x
    for glyph in row:
        x, pen = glyph.x, glyph.end
        if x > end and x - end > _GAP * glyph.piece.size:
            text.append(" ")
        text.append(glyph.text)
        if pen > end:
            end = pen
    inked = tuple([glyph for glyph in row if not glyph.is_space])
    return Line(row[0].page, row[0].y, tuple(row), inked, " ".join("".join(text).split()))


def around(glyphs: Sequence[Glyph]) -> Place | None:
    """Return where glyphs stand, on the page of the first of them."""
    page = glyphs[0].page if glyphs else 0
    boxes = [glyph.box for glyph in glyphs if glyph.page == page and not glyph.is_space]
    if not boxes:
        return Place(page) if page else None
    return Place(page, union(boxes))


def union(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
