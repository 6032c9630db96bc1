"""Passages as rows of cells: headings, paragraphs, lists and boxes in the places where readers look for them.

The places are those of Braille Formats (BANA, 2016), which applies UEB, cited by its sections. A heading is
centred (4.4), in cell 5 (4.5) or in cell 7 (4.6) by its level, with a blank line before it and its runovers
under its start; none parts a heading in cell 5 from one in cell 7, or either from its list (4.5, 4.6, 8.3).
A paragraph starts in cell 3, and runs over to cell 1 (1.9). An item of a list starts in cell 1, two cells
further for each list around it, and all items run over to two cells beyond the deepest of them: 1-3; 1-5 and
3-5 (8.5). A list has a blank line before and after it, may be divided between pages (8.3), and keeps its
bullets (8.6). A box has a line of dots 2356 over it and of dots 1245 under it, a box that holds others lines
of full cells (7.1, 7.6), no blank line within these lines and one around (7.2).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from leaflet.braille.braille_passages import Passage
from leaflet.braille.signs import BLANK, GOES_ON
from leaflet.values import Value

WIDTH = 40
TOP, BOTTOM, NESTING = ("⠶" * WIDTH, "⠛" * WIDTH, "⠿" * WIDTH)
_INDENTS = {2: 4, 3: 6, 4: 6}  # a heading's level → blank cells before it
_SIDES = 3  # blank cells at each side of a centred heading, at the least (4.4)
_LISTED = {"item", "term", "meaning", "cell"}
_UNBOXED = {"status"}  # whose frame in print only sets off what stands by itself here


class Row(Value):
    """A line of cells, and whether it must stand on one page with the next."""

    cells: str
    holds: bool = False


def rows(passages: Sequence[Passage], cells: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of a leaflet; `cells` are those of the passages. A blank row is one without cells."""
    return tuple(_Setter(passages, cells).rows())


class _Setter:
    """Sets passage after passage, knowing what stands before it."""

    def __init__(self, passages: Sequence[Passage], cells: Sequence[str]) -> None:
        self._each = list(zip(passages, cells, strict=True))
        self._outer = _outer(passages)
        self._overs = _overs(passages)
        self._last = ""  # the kind of what stands before, "" at the start

    def rows(self) -> Iterator[Row]:
        for index, (passage, cells) in enumerate(self._each):
            kind = passage.line.kind
            if kind in {"open", "close"}:
                yield from self._box(index, passage)
                continue
            if self._parted(passage):
                yield Row("", holds=True)
            yield from self._set(passage, cells, self._overs[index])
            self._last = "centred" if kind == "heading" and passage.line.level == 1 else kind

    def _box(self, index: int, passage: Passage) -> Iterator[Row]:
        if passage.line.box in _UNBOXED:
            return
        kind, is_outer = passage.line.kind, index in self._outer
        if kind == "open":
            if self._last not in {"", "open"}:
                yield Row("", holds=True)
            yield Row(NESTING if is_outer else TOP, holds=True)
        else:
            yield Row(NESTING if is_outer else BOTTOM)
        self._last = kind

    def _parted(self, passage: Passage) -> bool:
        """Tell whether a blank line stands before a passage."""
        kind, last = passage.line.kind, self._last
        if last in {"", "open"}:
            return False
        if last in {"centred", "close"}:
            return True
        if kind == "heading":
            return last != "heading"
        return (kind in _LISTED) != (last in _LISTED) and last != "heading"

    def _set(self, passage: Passage, cells: str, over: int) -> Iterator[Row]:
        line = passage.line
        if line.kind == "heading":
            return _heading(cells, line.level)
        if line.kind in _LISTED:
            return _broken(cells, 2 * _depth(passage), over)
        if line.level:  # a paragraph within an item
            return _broken(cells, over + 2, over)
        return _broken(cells, 2, 0)


def _depth(passage: Passage) -> int:
    """Return how many levels lie around one of a list; a meaning or a cell stands under its term."""
    line = passage.line
    return max(line.level - 1, 0) + (line.kind in {"meaning", "cell"})


def _overs(passages: Sequence[Passage]) -> list[int]:
    """Return the cells before the runovers of each passage: in a list, two beyond its deepest level (8.5)."""
    overs: list[int] = []
    for is_list, group in groupby(passages, lambda each: each.line.kind in _LISTED or bool(each.line.level)):
        alike = [*group]
        deepest = max([_depth(each) for each in alike if each.line.kind in _LISTED], default=0)
        overs += [2 * (deepest + 1) if is_list else 0] * len(alike)
    return overs


def _outer(passages: Sequence[Passage]) -> set[int]:
    """Return the indexes of the starts and ends of boxes that hold other boxes."""
    found, opened = set[int](), list[tuple[int, bool]]()
    for index, passage in enumerate(passages):
        if passage.line.box in _UNBOXED:
            continue
        if passage.line.kind == "open":
            opened = [(start, True) for start, _ in opened]
            opened.append((index, False))
        elif passage.line.kind == "close":
            start, holds = opened.pop()
            found |= {start, index} if holds else set()
    return found


def _heading(cells: str, level: int) -> Iterator[Row]:
    if level > 1:
        indent = _INDENTS[level]
        lines = _lines(cells, WIDTH - indent, WIDTH - indent)
        yield from [Row(BLANK * indent + line, holds=True) for line in lines]
        return
    for line in _lines(cells, WIDTH - 2 * _SIDES, WIDTH - 2 * _SIDES):
        yield Row(BLANK * ((WIDTH - len(line)) // 2) + line, holds=True)


def _broken(cells: str, first: int, over: int) -> Iterator[Row]:
    for number, line in enumerate(_lines(cells, WIDTH - first, WIDTH - over)):
        yield Row(BLANK * (over if number else first) + line)


def _lines(cells: str, first: int, others: int) -> list[str]:
    """Break cells at their blanks; what is longer than a line goes on after the indicator for that."""
    lines, line = list[str](), ""
    for word in cells.split(BLANK):
        room = first if not lines else others
        joined = f"{line}{BLANK}{word}" if line else word
        if len(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
            room = others
        while len(word) > room:
            lines.append(word[: room - 1] + GOES_ON)
            word, room = word[room - 1 :], others
        line = word
    return [*lines, line] if line else lines
