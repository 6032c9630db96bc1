"""Hold what lies on a page against its margins, its frames, its bars, and everything else on it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter

from leaflet.layout.boxes import Bar, Frame, Layout, LineBox, PlacedFragment, Symbol
from leaflet.prove.page_codes import Hit

_SLACK = 0.05  # pt: places are written with two decimals
_ASCENT, _DESCENT = 0.72, 0.22  # × size: what a line of letters covers, above and under its baseline

_is_white = attrgetter("white")
_Box = tuple[float, float, float, float]  # top, left, bottom, right
_Painted = tuple[float, float, float, float, LineBox | str]  # the box of a line, or of a mark by its name


def prove_places(layout: Layout) -> Iterator[Hit]:
    """Yield what crosses a margin or a frame, or lies over something else."""
    room = (
        layout.margins.top - _SLACK,
        layout.margins.left - _SLACK,
        layout.paper.height - layout.margins.bottom + _SLACK,
        layout.paper.width - layout.margins.right + _SLACK,
    )
    for page in layout.pages:
        painted: list[_Painted] = []
        for placed in (*page.fragments, *page.furniture):
            own = _painted_by(placed)
            painted += own
            if placed.fragment.marks or any(map(_is_white, placed.fragment.lines)):
                yield from _on_grounds(placed, own, room, page.number)
        for each in _outside(painted, room):
            yield Hit("V007", f"{_name(each)} on page {page.number} crosses a margin")
        yield from _overlaps(sorted(painted, key=itemgetter(0)), page.number)


def _outside(painted: Sequence[_Painted], room: _Box) -> list[_Painted]:
    """Return what is not wholly inside a box."""
    top, left, bottom, right = room
    return [
        each for each in painted if each[0] < top or each[1] < left or each[2] > bottom or each[3] > right
    ]


def _on_grounds(placed: PlacedFragment, own: Sequence[_Painted], room: _Box, number: int) -> Iterator[Hit]:
    """Yield frames that cross a margin, and what crosses its frame or is lost on its ground."""
    yield from _on_bars(placed, own, number)
    for frame in _frames_of(placed):
        if _outside([(*frame, "")], room):
            yield Hit("V007", f"a frame on page {number} crosses a margin")
        for each in _crossing(own, frame):
            yield Hit("V007", f"{_name(each)} on page {number} crosses its frame")


def _on_bars(placed: PlacedFragment, own: Sequence[_Painted], number: int) -> Iterator[Hit]:
    """Yield white words that do not stand on a bar, and black ones that do."""
    bars = [
        (placed.y + bar.y, placed.x + bar.x, placed.y + bar.y + bar.height, placed.x + bar.x + bar.width)
        for bar in placed.fragment.marks
        if isinstance(bar, Bar)
    ]
    for each in own:
        line = each[4]
        if isinstance(line, str):
            continue
        if not bars and not line.white:
            continue
        covered = any(not _outside([each], bar) for bar in bars)
        touched = any(_crossing([each], bar) for bar in bars)
        if line.white is not covered or touched:
            yield Hit("V008", f"{_name(each)} on page {number} is lost on its ground")


def _crossing(painted: Sequence[_Painted], frame: _Box) -> list[_Painted]:
    """Return what lies neither wholly inside nor wholly outside a frame."""
    top, left, bottom, right = frame
    return [
        each
        for each in _outside(painted, (top - _SLACK, left - _SLACK, bottom + _SLACK, right + _SLACK))
        if each[0] < bottom - _SLACK
        and top < each[2] - _SLACK
        and each[1] < right - _SLACK
        and left < each[3] - _SLACK
    ]


def _overlaps(painted: Sequence[_Painted], number: int) -> Iterator[Hit]:
    """Yield what lies over something else; the boxes come from the top down."""
    for index, (before, after) in enumerate(pairwise(painted)):
        lower = before[2] - _SLACK
        if after[0] >= lower:  # and so do all after it
            continue
        for other in painted[index + 1 :]:
            if other[0] >= lower:
                break
            if other[1] < before[3] - _SLACK and before[1] < other[3] - _SLACK:
                yield Hit("V008", f"{_name(before)} and {_name(other)} overlap on page {number}")


def _name(painted: _Painted) -> str:
    what = painted[4]
    return what if isinstance(what, str) else repr(what.text)


def _painted_by(placed: PlacedFragment) -> list[_Painted]:
    """Return what a fragment paints, each thing in its box; frames apart, since they hold the rest."""
    x, y, fragment = placed.x, placed.y, placed.fragment
    painted: list[_Painted] = []
    for line in fragment.lines:
        west, base, size = x + line.x, y + line.y, line.size
        painted.append((base - _ASCENT * size, west, base + _DESCENT * size, west + line.width, line))
    for mark in fragment.marks:
        upper, west = y + mark.y, x + mark.x
        if isinstance(mark, Symbol):
            painted.append((upper, west, upper + mark.size, west + mark.size, "a symbol"))
        elif not isinstance(mark, (Frame, Bar)):  # a bar is the ground of words, a frame holds them
            painted.append((upper, west, upper + mark.height, west + mark.width, "a rule"))
    return painted


def _frames_of(placed: PlacedFragment) -> Iterator[_Box]:
    for mark in placed.fragment.marks:
        if isinstance(mark, Frame):
            upper, west = placed.y + mark.y, placed.x + mark.x
            yield upper, west, upper + mark.height, west + mark.width
