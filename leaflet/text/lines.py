"""Choose the lines of a paragraph: all at once, ragged right, no hyphens, no lone last word.

Knuth and Plass's total fit without stretching: the fewest lines, and of all ways to set them the one
whose right edge is the most even.

The fewest lines leave each line little choice of where to end: no later than lines filled from the top
end, no earlier than lines filled from the foot. Only those few ends are weighed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from leaflet.text.words import Word

Line = tuple[int, int, float]
"""From the word at index a up to, not including, the word at index b; and the width, in 1/1000 em."""

_LONE_WORD = 0.3  # a last line of one word is as bad as a line half empty
_SHORT_LAST = 0.02  # a last line under a quarter of the measure
_EVEN_ENOUGH = 0.45  # no line may be emptier while there is another way
_INFINITE = float("inf")
_SLACK = 1e-6  # 1/1000 em, for sums of floats


def break_lines(words: Sequence[Word], measure: float) -> tuple[Line, ...]:
    """Return the lines of a paragraph of at least one word; `measure` is in 1/1000 em.

    A word wider than the measure gets a line of its own and hangs over: the caller refuses it.
    """
    strides = [word.stride for word in words]
    width = sum(strides) - words[-1].space
    if width <= measure or len(words) == 1:
        return ((0, len(words), width),)
    starts = [0.0, *accumulate(strides[:-1])]
    ends = [start + word.advance for start, word in zip(starts, words, strict=True)]
    if 2 * measure > ends[-1]:
        stop = _best_of_two(starts, ends, measure)
        if stop:
            return (0, stop, ends[stop - 1]), (stop, len(words), ends[-1] - starts[stop])
    latest, earliest = _filled_from_top(starts, ends, measure), _filled_from_foot(starts, ends, measure)
    # The first line starts at the first word, wherever it ends.
    low = earliest[0]
    costs = [empty * empty for empty in [(measure - end) / measure for end in ends[low - 1 : latest[0]]]]
    # For each line between the first and the last: the first of the words that it may end before, and
    # for each of those the word at which the line then starts.
    ways: list[tuple[int, list[int]]] = []
    for after, high in zip(earliest[1:-1], latest[1:-1], strict=True):
        costs, way = _best_lines(range(after, high + 1), low, costs, starts, ends, measure)
        low = after
        ways.append((after, way))
    stop = _best_last_start(low, costs, starts, ends, measure)
    stops = [len(words), stop]
    for first, way in reversed(ways):
        stops.append(way[stops[-1] - first])
    stops.append(0)
    return tuple([(start, stop, ends[stop - 1] - starts[start]) for stop, start in pairwise(stops)][::-1])


def _best_of_two(starts: list[float], ends: list[float], measure: float) -> int:
    """Return the word that the second of two lines starts at; 0 where two cannot hold the paragraph.

    Of all starts with the same last line, lone, short or neither, the latest leaves the first line fullest.
    """
    last = len(ends) - 1
    latest = bisect_right(ends, measure + _SLACK)
    earliest = bisect_left(starts, ends[last] - measure - _SLACK)
    if not 0 < earliest <= latest:
        return 0
    long_enough = bisect_right(starts, ends[last] - measure / 4) - 1
    best, least = 0, _INFINITE
    for most, cost in ((min(long_enough, last - 1), 0.0), (last - 1, _SHORT_LAST), (last, _LONE_WORD)):
        stop = min(most, latest)
        if stop >= earliest:
            empty = (measure - ends[stop - 1]) / measure
            cost += empty * empty
            if cost < least:
                best, least = stop, cost
            if most >= latest:  # the other kinds could end no later
                break
    return best


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
        first = bisect_left(starts, ends[start - 1] - measure - _SLACK, 0, start)
        start = first if first < start else start - 1
    return stops[::-1]


def _best_lines(
    stops: range, low: int, before: list[float], starts: list[float], ends: list[float], measure: float
) -> tuple[list[float], list[int]]:
    """Return for each end that one line may have the least cost so far, and the word it starts at.

    `before` has the costs of the ends of the line above, which are neighbours from word `low` on.
    """
    costs, way = list[float](), list[int]()
    best, behind = low, low + len(before)
    for stop in stops:
        room = measure - ends[stop - 1]
        fits = -room - _SLACK  # a line may start here or later
        # A line that ends later never starts best at an earlier word: its cost grows with its white
        # faster than in proportion (the quadrangle inequality).
        start, last, least = best, behind - 1 if behind <= stop else stop - 1, _INFINITE
        while start < last and starts[start] < fits:
            start += 1
        best = start
        while start <= last:
            empty = (room + starts[start]) / measure
            if empty > _EVEN_ENOUGH and start and starts[start - 1] >= fits:
                break
            cost = before[start - low] + empty * empty
            if cost < least:
                least, best = cost, start
            start += 1
        costs.append(least)
        way.append(best)
    return costs, way


def _best_last_start(
    low: int, before: list[float], starts: list[float], ends: list[float], measure: float
) -> int:
    """Return the word the last line starts at: it may be short, but not one lone word."""
    last, end = len(ends) - 1, ends[-1]
    least, best = _INFINITE, last
    for start, cost in enumerate(before, start=low):
        width = end - starts[start]
        if width > measure + _SLACK and start < last:
            continue
        if start == last:
            cost += _LONE_WORD
        elif width < measure / 4:
            cost += _SHORT_LAST
        if cost < least:
            least, best = cost, start
    return best
