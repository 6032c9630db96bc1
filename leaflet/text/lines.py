"""Choose the lines of a paragraph: all at once, ragged right, no hyphens, no lone last word.

Knuth and Plass's total fit without stretching: the fewest lines, and of all ways to set them the one
whose right edge is the most even.

The fewest lines leave each line little choice of where to end: no later than lines filled from the top
end, no earlier than lines filled from the foot. Only those few ends are weighed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from leaflet.text.words import Word

Line = tuple[int, int]  # from the word at index a up to, not including, the word at index b

_LONE_WORD = 0.3  # a last line of one word is as bad as a line half empty
_SHORT_LAST = 0.02  # a last line under a quarter of the measure
_EVEN_ENOUGH = 0.45  # no line may be emptier while there is another way
_SLACK = 1e-6  # 1/1000 em, for sums of floats


def break_lines(words: Sequence[Word], measure: float) -> tuple[Line, ...]:
    """Return the lines of a paragraph of at least one word; `measure` is in 1/1000 em.

    A word wider than the measure gets a line of its own and hangs over: the caller refuses it.
    """
    starts, ends, pen = [], [], 0.0
    for word in words:
        starts.append(pen)
        pen += word.advance
        ends.append(pen)
        pen += word.space
    if pen - words[-1].space <= measure:
        return ((0, len(words)),)
    latest, earliest = _filled_from_top(starts, ends, measure), _filled_from_foot(starts, ends, measure)
    costs, ways = {0: 0.0}, list[dict[int, int]]()
    for low, high in zip(earliest[:-1], latest[:-1], strict=True):
        costs, way = _best_lines(range(low, high + 1), costs, starts, ends, measure)
        ways.append(way)
    stop = _best_last_start(costs, starts, ends, measure)
    lines = [(stop, len(words))]
    for way in reversed(ways):
        lines.append((way[stop], stop))
        stop = way[stop]
    return tuple(reversed(lines))


def _filled_from_top(starts: list[float], ends: list[float], measure: float) -> list[int]:
    """Return where lines end at the latest: each takes all words it can hold, at least one."""
    stops, stop = list[int](), 0
    while stop < len(ends):
        stop = max(bisect_right(ends, starts[stop] + measure + _SLACK, stop), stop + 1)
        stops.append(stop)
    return stops


def _filled_from_foot(starts: list[float], ends: list[float], measure: float) -> list[int]:
    """Return where lines end at the earliest, as many lines as `_filled_from_top` has."""
    stops, start = list[int](), len(ends)
    while start:
        stops.append(start)
        start = _first_start(start, starts, ends, measure)
    return stops[::-1]


def _first_start(stop: int, starts: list[float], ends: list[float], measure: float) -> int:
    """Return the first word of the fullest line that ends before word `stop`."""
    return min(bisect_left(starts, ends[stop - 1] - measure - _SLACK, 0, stop), stop - 1)


def _best_lines(
    stops: range, before: dict[int, float], starts: list[float], ends: list[float], measure: float
) -> tuple[dict[int, float], dict[int, int]]:
    """Return for each end that one line may have the least cost so far, and the word it starts at.

    `before` has the costs of the ends of the line above.
    """
    costs, way = dict[int, float](), dict[int, int]()
    for stop in stops:
        right = ends[stop - 1]
        first = _first_start(stop, starts, ends, measure)
        for start, cost in before.items():
            if start < first or start >= stop:
                continue
            empty = (measure - right + starts[start]) / measure
            if empty > _EVEN_ENOUGH and start > first:
                break
            cost += empty * empty
            if stop not in costs or cost < costs[stop]:
                costs[stop], way[stop] = cost, start
    return costs, way


def _best_last_start(before: dict[int, float], starts: list[float], ends: list[float], measure: float) -> int:
    """Return the word the last line starts at: it may be short, but not one lone word."""
    last = len(ends) - 1
    first = _first_start(last + 1, starts, ends, measure)

    def cost(start: int) -> float:
        short = _SHORT_LAST if ends[-1] - starts[start] < measure / 4 else 0.0
        return before[start] + (_LONE_WORD if start == last else short)

    return min((start for start in before if start >= first), key=cost)
