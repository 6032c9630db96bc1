"""Choose the lines of a paragraph: all at once, ragged right, no hyphens, no lone last word.

Knuth and Plass's total fit without stretching: the fewest lines, and of all ways to set them the one
whose right edge is the most even.
"""

from bisect import bisect_left
from collections.abc import Sequence

from leaflet.text.words import Word

Line = tuple[int, int]  # from the word at index a up to, not including, the word at index b

_A_LINE = 10.0  # outweighs every unevenness: a paragraph never takes a line more than it must
_LONE_WORD = 0.3  # a last line of one word is as bad as a line half empty
_SHORT_LAST = 0.02  # a last line under a quarter of the measure
_EVEN_ENOUGH = 0.45  # no line may be emptier while there is another way


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
    count = len(ends)
    if ends[-1] <= measure:
        return ((0, count),)
    costs, previous = [0.0], [0]
    for stop in range(1, count):
        cost, start = _best_line(starts, costs, stop, ends[stop - 1], measure)
        costs.append(cost)
        previous.append(start)
    previous.append(_best_last_line(starts, costs, count, ends[-1], measure))
    lines, stop = [], count
    while stop:
        lines.append((previous[stop], stop))
        stop = previous[stop]
    return tuple(reversed(lines))


def _best_line(
    starts: list[float], costs: list[float], stop: int, right: float, measure: float
) -> tuple[float, int]:
    """Return the least cost of a line that ends before word `stop`, and the word it starts at."""
    first = min(bisect_left(starts, right - measure - 1e-6, 0, stop), stop - 1)
    best, chosen = float("inf"), first
    for start in range(first, stop):
        empty = (measure - right + starts[start]) / measure
        if empty > _EVEN_ENOUGH and start > first:
            break
        cost = costs[start] + empty * empty
        if cost < best:
            best, chosen = cost, start
    return best + _A_LINE, chosen


def _best_last_line(starts: list[float], costs: list[float], count: int, right: float, measure: float) -> int:
    """Return the word the last line starts at: it may be short, but not one lone word."""
    first = min(bisect_left(starts, right - measure - 1e-6), count - 1)

    def cost(start: int) -> float:
        short = _SHORT_LAST if right - starts[start] < measure / 4 else 0.0
        return costs[start] + (_LONE_WORD if start == count - 1 else short)

    return min(range(first, count), key=cost)
