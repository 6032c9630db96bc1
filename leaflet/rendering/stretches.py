"""A line with links, or raised or lowered characters, as the stretches that are painted one by one.

And where links stand, those of a list of contents among them.
"""

from collections.abc import Iterator
from itertools import groupby

from leaflet.document.tree import Node, Phrase, Role, Shift
from leaflet.layout.boxes import LineBox, Page
from leaflet.text.words import Part, Word
from leaflet.values import Value

Box = tuple[float, float, float, float]
"""Left, foot, right and head, in points from the foot of the page."""

_SAME_LINE = 0.01  # pt, between what stands on one line
_ABOVE, _BELOW = 0.8, 0.25  # × size, of a link's place: letters and underline, and no other line's


def link_box(left: float, right: float, foot: float, size: float) -> Box:
    """Return where a link stands on a line, whose baseline is so far from the foot of the page."""
    return left, foot - _BELOW * size, right, foot + _ABOVE * size


def entries_of(page: Page, height: float) -> dict[Node | Phrase, tuple[Node, list[Box]]]:
    """Return where the entries of a list of contents stand on a page so tall.

    A link each, with the number at its end.
    """
    found: dict[Node | Phrase, tuple[Node, list[Box]]] = {}
    for placed in page.fragments:
        for line in placed.fragment.lines:
            owner = line.owner
            if not isinstance(owner, Node) or owner.tag.role is not Role.LINK:
                continue
            left, foot = placed.x + line.x, height - placed.y - line.y
            box = link_box(left, left + line.width, foot, line.size)
            _, boxes = found.setdefault(owner, (owner, []))
            if boxes and abs(boxes[-1][1] - box[1]) < _SAME_LINE:
                box = (boxes.pop()[0], *box[1:])
            boxes.append(box)
    return found


class Stretch(Value):
    """Parts of words side by side, all in one link or in none, and equally high."""

    words: tuple[tuple[Word, bool], ...]  # and whether the space of a parted word is painted after it
    start: float  # pt, from the start of the line
    end: float  # where its last glyph ends
    phrase: Phrase | None
    shift: Shift


class _Placed(Value):
    part: Part
    spaced: bool
    start: float  # 1/1000 em
    end: float


def stretches_of(line: LineBox) -> Iterator[Stretch]:
    """Yield the stretches of a line, from its start."""
    scale = line.size / 1000
    for (phrase, shift), group in groupby(_placed(line), lambda each: each.part[1:]):
        parts = list(group)
        words = tuple([(each.part.word, each.spaced) for each in parts])
        yield Stretch(words, parts[0].start * scale, parts[-1].end * scale, phrase, shift)


def _placed(line: LineBox) -> Iterator[_Placed]:
    """Yield the parts of a line's words at their places; a whole word has its space in itself."""
    pen = 0.0
    for word in line.words:
        start = pen
        for part in word.parts:
            end = start + part.word.advance
            yield _Placed(part, part is word.parts[-1] and word.space > 0, start, end)
            start = end
        if not word.parts:
            yield _Placed(Part(word), spaced=False, start=pen, end=pen + word.advance)
        pen += word.stride
