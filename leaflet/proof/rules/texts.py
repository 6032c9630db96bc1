"""How the rules compare and quote texts."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from leaflet.proof.differences import difference, differences, quote
from leaflet.proof.glyph_lines import Line, around, union
from leaflet.proof.reading.painted_marks import Glyph
from leaflet.proof.reading.structure_tree import Content, Node
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Leaf, Subject
from leaflet.text.breaks import goes_on

_TOUCH = 2.0  # pt

_Row = tuple[Content, tuple[Line, ...]]
"""A marked content, and its lines that leave ink."""


def first_place(leaves: Sequence[Leaf]) -> Place | None:
    """Return where the first of some elements is painted."""
    return next((around(leaf.glyphs) for leaf in leaves if leaf.glyphs), None)


def same_words(subject: Subject, wanted: Sequence[str], what: str) -> Judgement:
    """Judge whether the running text, as it is painted, is some row of words, and stands in that order."""
    found, lines, misplaced = _read(subject)
    faults = [*misplaced, *_other_words(wanted, found, lines)]
    return judged(f"the {len(wanted)} {what}", f"{len(found)} words", faults)


def _other_words(wanted: Sequence[str], found: Sequence[str], lines: Sequence[Line]) -> Iterator[Fault]:
    for _, a, b, c, d in differences(wanted, found):
        yield Fault(
            difference(wanted[a:b], found[c:d]),
            around(lines[min(c, len(lines) - 1)].glyphs) if lines else None,
        )


@lru_cache(maxsize=1)
def _read(subject: Subject) -> tuple[list[str], list[Line], list[Fault]]:
    """Return the words of the running text, the line that each is on, and what stands out of its order."""
    found: list[str] = []
    lines: list[Line] = []
    last: Line | None = None
    painted = list(_painted(subject))
    misplaced = [
        fault
        for sheet in subject.sheets
        for fault in _misplaced([stretch for content, stretch in painted if content.page == sheet.number])
    ]
    for line in (line for _, stretch in _rejoined(subject, painted) for line in stretch):
        words = line.text.split()
        if found and last is not None and not ends_in_space(last) and goes_on(found[-1], words[0]):
            found[-1] += words.pop(0)  # an address that is longer than a line
        last = line
        found += words
        lines += [line] * len(words)
    return found, lines, misplaced


def _painted(subject: Subject) -> Iterator[_Row]:
    """Yield what is painted in the order of painting; words and the links inside them as one."""
    linked = {
        content: leaf for leaf in subject.leaves if set(leaf.contents).difference(leaf.node.contents())
        for content in leaf.contents
    }  # fmt: skip
    seen: set[tuple[Node, int]] = set()
    for stretch in subject.stretches:
        content, lines = stretch.content, stretch.inked
        leaf = linked.get(content)
        if leaf is not None and not stretch.is_artifact:
            if (leaf.node, content.page) in seen:
                continue
            seen.add((leaf.node, content.page))
            lines = tuple([line for line in leaf.lines if line.page == content.page and line.inked])
        if lines and not stretch.is_artifact:
            yield content, lines


def ends_in_space(line: Line) -> bool:
    """Tell whether a space is painted at the end of a line."""
    return max(reversed(line.glyphs), key=_by_painting).text.isspace()


def starts_with_space(line: Line) -> bool:
    """Tell whether a space is painted first of a line."""
    return min(line.glyphs, key=_by_painting).text.isspace()


def _by_painting(glyph: Glyph) -> tuple[int, float]:
    return glyph.piece.order, glyph.x


def _rejoined(subject: Subject, painted: Sequence[_Row]) -> list[_Row]:
    """Put what goes on under a repeated bar after what it goes on from: warnings in two parts.

    Nothing else is in two parts with others between them.
    """
    tops = {
        content: _top_of(leaf.node) for leaf in subject.leaves for content in leaf.contents
    }  # of each marked content, its part of the document
    rows: list[tuple[Node | None, list[_Row]]] = []
    for stretch in painted:
        content, lines = stretch
        top = tops.get(content)
        row = next((row for row in rows[-1:] if row[0] is top), None)
        if row is None and top is not None:
            row = next((row for row in rows if row[0] is top and row[1][0][1][0].page < lines[0].page), None)
        if row is None:
            rows.append((top, [stretch]))
        else:
            row[1].append(stretch)
    return [stretch for _, row in rows for stretch in row]


def _top_of(node: Node) -> Node:
    """Return the part of the document in which an element stands: its ancestor under the document's own."""
    path = [node]
    while path[-1].parent is not None:
        path.append(path[-1].parent)
    return path[-3] if len(path) > 2 else path[0]


def _misplaced(stretches: Sequence[tuple[Line, ...]]) -> Iterator[Fault]:
    """Yield words that are painted later and stand higher in the same column: a reader meets them first."""
    boxes = [union([glyph.box for line in lines for glyph in line.inked]) for lines in stretches]
    for index, (lines, box) in enumerate(zip(stretches, boxes, strict=True)):
        for other in boxes[:index]:
            beside = box[0] >= other[2] - _TOUCH or other[0] >= box[2] - _TOUCH
            if not beside and box[1] < other[1] - _TOUCH:
                yield Fault(
                    f"{quote(lines[0].text)} stands above what comes before it", around(lines[0].glyphs)
                )
                break
