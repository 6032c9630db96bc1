"""Passages as rows of cells: headings, paragraphs, lists and boxes in the places where readers look for them.

The places are those of Braille Formats: Principles of Print-to-Braille Transcription, 2016 (BANA; on its site
formats/2016manual-web), which applies UEB; its rules are cited by their numbers where they are kept below.
No print page number is shown (1.11): the words come from the tree, and no page of print stands behind them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from leaflet.braille.braille_passages import Passage
from leaflet.braille.signs import BLANK, GOES_ON, NOTE
from leaflet.values import Value

WIDTH = 40
TOP, BOTTOM, NESTING = ("⠶" * WIDTH, "⠛" * WIDTH, "⠿" * WIDTH)
"""Lines over the whole width: over a box, under it, around one that holds others (7.1.3, 7.3.3, 7.6.1)."""
_HEADINGS = {1: "title", 2: "centred", 3: "cell 5", 4: "cell 7"}
"""A heading's level → its place: the name (1.8.1), a section, and two levels within it (4.2.1, 4.2.2)."""
_INDENTS = {"cell 5": 4, "cell 7": 6}  # blank cells before all lines of a heading (4.5.2, 4.6.3)
_JOINED = {
    "centred": {"centred"},  # connected headings: a signal word and its hazard (4.3.3)
    "cell 5": {"cell 5"},  # 4.5.6
    "cell 7": {"cell 5"},  # 4.5.7, 4.6.2
}
"""A heading → the headings before it from which no blank line parts it."""
_SIDES = 3  # blank cells at each side of a centred line, at the least (1.8.1, 4.4.2)
_LISTED = {"item", "term", "meaning", "cell"}
_UNBOXED = {"status"}  # whose frame in print only sets off what stands by itself here
_PREFIXES = "⠈⠘⠸⠐⠨⠰⠠⠼"  # cells that belong to the one after them
_BREAKS = ("⠸⠌", "⠤")  # a solidus and a hyphen, after which an address parts best (UEB 7.4.1, 10.13.2)


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
        self._last = ""  # what stands before, "" at the start

    def rows(self) -> Iterator[Row]:
        for index, (passage, cells) in enumerate(self._each):
            if passage.line.kind in {"open", "close"}:
                yield from self._box(index, passage)
                continue
            now = _what(passage)
            if _parted(self._last, now):
                yield Row("", holds=True)
            yield from self._set(passage, now, _noted(passage, cells), self._overs[index])
            self._last = now

    def _box(self, index: int, passage: Passage) -> Iterator[Row]:
        """Yield a line of a box, parted from what stands around it but for its heading (4.4.1a, 7.2.1)."""
        if passage.line.box in _UNBOXED:
            return
        kind, is_outer = passage.line.kind, index in self._outer
        if kind == "open":
            if self._last not in {"", "open", *_JOINED}:
                yield Row("", holds=True)
            yield Row(NESTING if is_outer else TOP, holds=True)  # at least a line of words follows (7.3.5a)
        else:
            yield Row(NESTING if is_outer else BOTTOM)
        self._last = kind

    def _set(self, passage: Passage, now: str, cells: str, over: int) -> Iterator[Row]:
        if now in {"title", "centred"}:
            return _centred(cells)
        if now in _INDENTS:
            return _blocked(cells, _INDENTS[now])
        if now == "note":
            return _broken(cells, 6, 4)  # 3.1.4: 7-5
        if now == "paragraph":
            return _broken(cells, 2, 0)  # 1.9.2: 3-1
        is_further = passage.line.kind not in _LISTED  # a further paragraph of an item
        first = over + 2 if is_further else 2 * _depth(passage)
        return _item(list(_broken(cells, first, over)), self._last)


def _what(passage: Passage) -> str:
    """Return what a passage is to the rules: a kind of heading, a paragraph, a part of a list, or a note."""
    line = passage.line
    if line.kind == "heading":
        return _HEADINGS[line.level]
    if line.kind == "picture":
        return "note"
    return "listed" if line.kind in _LISTED or line.level else "paragraph"


def _parted(last: str, now: str) -> bool:
    """Tell whether a blank line stands between what stands before and what comes now."""
    if last in {"", "open"}:
        return False  # 4.3.5, 7.2.1c, 8.3.3b
    if last in {"title", "close"}:
        return True  # 1.8.1e, 7.2.1
    if now in _JOINED:
        return last not in _JOINED[now]  # 4.4.1, 4.5.1, 4.6.2
    if last in _JOINED:
        return last == "centred"  # 4.4.1; none after the others, even before a list (4.5.3, 4.6.4, 8.3.3a)
    return (now == "listed") != (last == "listed")  # 8.3.2a


def _noted(passage: Passage, cells: str) -> str:
    """Return cells with those words that are not in print between the indicators of a transcriber's note.

    UEB 3.27.1, Formats 3.1.1. They are put around finished cells: words beside them stand alone (UEB 2.6.2).
    """
    if not passage.noted:
        return cells
    words = cells.split(BLANK)
    start = 0 if passage.line.kind == "picture" else len(words) - passage.noted
    words[start] = NOTE[0] + words[start]
    return BLANK.join(words) + NOTE[1]


def _item(lines: Sequence[Row], last: str) -> Iterator[Row]:
    """Yield the rows of an item: the first of a list starts low on a page only if one line holds it (8.3.5b).

    After a heading it is whole before the list goes on over the page (8.3.5d).
    """
    others = len(lines) - 1
    held = 0 if last == "listed" else others if last in _JOINED else min(1, others)
    for index, row in enumerate(lines):
        yield Row(row.cells, holds=index < held)


def _depth(passage: Passage) -> int:
    """Return how many levels lie around one of a list; a meaning or a cell stands under its term (8.9)."""
    line = passage.line
    return max(line.level - 1, 0) + (line.kind in {"meaning", "cell"})


def _overs(passages: Sequence[Passage]) -> list[int]:
    """Return the cells before the runovers of each passage.

    In a list all run over two cells beyond its deepest level: 1-3; 1-5, 3-5; 1-7, 3-7, 5-7 (8.3.1, 8.5.1b).
    """
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


def _centred(cells: str) -> Iterator[Row]:
    """Yield a centred heading, divided into lines of like length (4.4.3)."""
    room = WIDTH - 2 * _SIDES
    lines = _lines(cells, room, room)
    longest = min(max([len(word) for word in cells.split(BLANK)]), room)
    widths = range(longest, room + 1)
    even = next(width for width in widths if len(_lines(cells, width, width)) == len(lines))
    for line in _lines(cells, even, even):
        yield Row(BLANK * ((WIDTH - len(line)) // 2) + line, holds=True)  # with a line of words (4.3.9)


def _blocked(cells: str, indent: int) -> Iterator[Row]:
    for line in _lines(cells, WIDTH - indent, WIDTH - indent):
        yield Row(BLANK * indent + line, holds=True)


def _broken(cells: str, first: int, over: int) -> Iterator[Row]:
    for number, line in enumerate(_lines(cells, WIDTH - first, WIDTH - over)):
        yield Row(BLANK * (over if number else first) + line)


def _lines(cells: str, first: int, others: int) -> list[str]:
    """Break cells at blanks (1.10.1); a word longer than a line goes on after the indicator for that."""
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
            end = _cut(word[: room - 1])
            lines.append(word[:end] + GOES_ON)
            word, room = word[end:], others
        line = word
    return [*lines, line] if line else lines


def _cut(start: str) -> int:
    """Return where a word parts: after the last solidus or hyphen, never within a sign of several cells."""
    best = max([start.rfind(sign) + len(sign) for sign in _BREAKS if sign in start], default=0)
    return best or len(start.rstrip(_PREFIXES)) or len(start)
