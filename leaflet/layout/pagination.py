"""Pour a galley into pages: the fewest, the best broken, and among those the most even.

A small dynamic programme over the places where a page may break (Knuth and Plass for pages). Breaks
that are forbidden are taken only where a stretch without any other is taller than a page.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from leaflet.document.styles import FORBIDDEN
from leaflet.layout.boxes import Fragment, PlacedFragment

_A_PAGE = 1000.0  # outweighs every unevenness, and is outweighed by one forbidden break
_UNEVEN = 12.0  # a page half empty costs 3
_LAST_UNEVEN = 4.0  # the last page may be emptier


def paginate(
    galley: Sequence[Fragment], height: float, x: float, y: float
) -> tuple[tuple[PlacedFragment, ...], ...]:
    """Return the galley cut into pages whose text starts at (x, y) and is at most `height` tall.

    No fragment may be taller than `height`: the caller refuses such a leaflet first.
    """
    stops = _best_stops(galley, height)
    pages = []
    for start, stop in zip([0, *stops[:-1]], stops, strict=True):
        placed, at = [], y
        for index in range(start, stop):
            fragment = galley[index]
            at += fragment.gap if index > start else 0.0
            placed.append(PlacedFragment(x, at, fragment))
            at += fragment.height
        pages.append(tuple(placed))
    return tuple(pages)


def _best_stops(galley: Sequence[Fragment], height: float) -> list[int]:
    """Return for each page the index of the fragment after its last."""
    # tops[i] and feet[i]: where fragment i starts and ends if all stood on one endless page.
    feet = list(accumulate([fragment.gap + fragment.height for fragment in galley]))
    tops = [foot - fragment.height for foot, fragment in zip(feet, galley, strict=True)]
    stops = _allowed(galley, tops, feet, height)
    previous = {0: 0}
    # Where a page may start, the top of its text, and the least cost of all pages before it.
    starts, at, costs = [0], tops[:1], [0.0]
    for stop in stops:
        is_last = stop == len(galley)
        break_cost = 0.0 if is_last else galley[stop].break_cost
        weight = _LAST_UNEVEN if is_last else _UNEVEN
        room = height - feet[stop - 1]
        best, chosen = float("inf"), -1
        for index in range(bisect_left(at, -room - 1e-6), len(starts)):
            cost = costs[index]
            if cost < best:
                empty = (room + at[index]) / height
                cost += weight * empty * empty
                if cost < best:
                    best, chosen = cost, index
        previous[stop] = starts[chosen]
        starts.append(stop)
        at.append(0.0 if is_last else tops[stop])
        costs.append(best + break_cost + _A_PAGE)
    path, stop = [], len(galley)
    while stop:
        path.append(stop)
        stop = previous[stop]
    return path[::-1]


def _allowed(
    galley: Sequence[Fragment], tops: Sequence[float], feet: Sequence[float], height: float
) -> list[int]:
    """Return the indexes at which a page may stop, the end of the galley last.

    A stretch between two of them that is taller than a page may break anywhere inside.
    """
    allowed: list[int] = []
    since = 0
    for index in range(1, len(galley) + 1):
        if index < len(galley) and galley[index].break_cost >= FORBIDDEN:
            continue
        if feet[index - 1] - tops[since] > height:
            allowed += range(since + 1, index)
        allowed.append(index)
        since = index
    return allowed
