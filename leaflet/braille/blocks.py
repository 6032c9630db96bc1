"""Passages as rows of cells: headings, paragraphs, lists and boxes in the places where readers look for them.

The places are those of Braille Formats (BANA, 2016), which applies UEB, cited by its sections. A heading is
centred (4.4), in cell 5 (4.5) or in cell 7 (4.6) by its level, with a blank line before it and its runovers
under its start. A paragraph starts in cell 3, and runs over to cell 1 (1.9). An item of a list starts in
cell 1 and runs over to cell 3, with two cells more for each list within (8.3); a blank line stands before
and after. A box has a line of dots 2356 over it and of dots 1245 under it, a box that holds others lines of
full cells (7.1 to 7.6), no blank line within them and one around (7.2).
"""

from collections.abc import Iterator, Sequence

from leaflet.braille.passages import Passage
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
        self._last = ""  # the kind of what stands before, "" at the start

    def rows(self) -> Iterator[Row]:
        for index, (passage, cells) in enumerate(self._each):
            kind = passage.line.kind
            if kind in {"open", "close"}:
                yield from self._box(index, passage)
                continue
            if self._parted(passage):
                yield Row("", holds=True)
            yield from self._set(passage, cells)
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

    def _set(self, passage: Passage, cells: str) -> Iterator[Row]:
        line = passage.line
        if line.kind == "heading":
            return _heading(cells, line.level)
        if line.kind in _LISTED:
            deep = max(line.level - 1, 0) + (line.kind in {"meaning", "cell"})
            pairs = line.kind in {"term", "meaning", "cell"}
            over = 2 * (deep + 1) if line.kind == "item" else 2 * (max(line.level, 1) + pairs)
            return _broken(cells, 2 * deep, over)
        if line.level:  # a paragraph within an item
            return _broken(cells, 2 * line.level + 2, 2 * line.level)
        return _broken(cells, 2, 0)


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
