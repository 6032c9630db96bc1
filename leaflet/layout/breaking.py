"""Choose where pages break and how much white stands on each: the sheet is the unit.

In this order: the fewest sheets, printed on both sides; the least sum of what breaks cost, so that whole
thoughts stay whole and what goes on is named; the fewest pages; the most even ones. White is elastic: every
piece has its least, natural and most white above it. Breaks are sought with the least, so that white never
costs a sheet; then each page is given as much as it holds. Type and leading never change.

A small dynamic programme over the places where a page may break (Knuth and Plass for pages), a layer a page.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from operator import itemgetter

from leaflet.document.styles import FORBIDDEN
from leaflet.values import Value

HALF_EMPTY = 60.0
"""What it costs to leave a page, other than the last, under half full: less than to part an instruction
from what it governs, more than to break a list or a paragraph."""
UNNAMED = 111.0
"""What it costs that a page goes on with a section and has no room to name it again: less than to part a
thought, more than all else."""
_UNEVEN = 1e-3  # outweighed by every cost of a break: evenness never outranks a thought kept whole
_SPARE = 1e-6  # pt, what sums of floats may be off


class White(Value):
    """The white above a piece, in points: never under `least`, at ease at `natural`, never over `most`."""

    least: float
    natural: float
    most: float


class Piece(Value):
    """A stretch that no page break cuts, `height` points tall, with the white above it.

    `break_cost` is the cost of a page that starts with it; `head` is the height in points of what is then
    repeated above it, such as the bar of a panel that goes on, and `name` the height of what is repeated
    where the page has room, such as the heading of its section. White is dropped at the top of a page.
    """

    height: float
    white: White
    break_cost: float
    head: float = 0.0
    name: float = 0.0


class PageBreak(Value):
    """One page: the pieces from `start` up to `stop`, and the white above each in points, the first's 0."""

    start: int
    stop: int
    whites: tuple[float, ...]
    fill: float  # of the page's height, from 0 to 1
    is_named: bool = True  # what its first piece has to name is repeated


def break_pages(pieces: Sequence[Piece], height: float, *, after: int = 0) -> tuple[PageBreak, ...]:
    """Return the pages of a text, each at most `height` points tall; `after` pages stand before them.

    No piece with its head may be taller than `height`: the caller refuses such a text first.
    """
    if not pieces:
        return ()
    stops = _Breaker(pieces, height).stops(after)
    starts = [0, *stops[:-1]]
    last = len(pieces)
    return tuple(
        [
            filled(pieces, start, stop, height, is_last=stop == last)
            for start, stop in zip(starts, stops, strict=True)
        ]
    )


def filled(pieces: Sequence[Piece], start: int, stop: int, height: float, *, is_last: bool) -> PageBreak:
    """Return a page with as much white as it holds, no less than the least; the last keeps it natural."""
    inside = [piece.white for piece in pieces[start + 1 : stop]]
    first = pieces[start]
    solid = first.head + sum([piece.height for piece in pieces[start:stop]])
    least = sum([white.least for white in inside])
    natural, most = sum([white.natural for white in inside]), sum([white.most for white in inside])
    is_named = solid + first.name + least <= height + _SPARE
    solid += first.name if is_named else 0.0
    room = height - solid
    if natural > room:
        share = max(0.0, (room - least) / (natural - least)) if natural > least else 0.0
        whites = [white.least + share * (white.natural - white.least) for white in inside]
    elif is_last or most <= natural:
        whites = [white.natural for white in inside]
    else:
        share = min(1.0, (room - natural) / (most - natural))
        whites = [white.natural + share * (white.most - white.natural) for white in inside]
    return PageBreak(start, stop, (0.0, *whites), (solid + sum(whites)) / height, is_named)


class _Breaker:
    """The places where pages may break, and how full a page from one to another is."""

    def __init__(self, pieces: Sequence[Piece], height: float) -> None:
        self._pieces = pieces
        self._height = height
        # Where each piece starts and ends if all stood on one endless page, with the least white. It starts
        # lower by what is repeated above it on a page of its own.
        feet = self._feet = list(accumulate([piece.white.least + piece.height for piece in pieces]))
        self._tops = [foot - piece.height - piece.head for foot, piece in zip(feet, pieces, strict=True)]
        self._ease = [0.0, *accumulate([piece.white.natural - piece.white.least for piece in pieces])]
        self._places = [0, *self._allowed()]
        self._most = [self._reach(index) for index in range(len(self._places) - 1)]
        self._breaks = [*[pieces[place].break_cost for place in self._places[:-1]], 0.0]
        self._left = self._fewest_left()

    def stops(self, after: int) -> list[int]:
        """Return for each page the index of the piece after its last."""
        fewest = self._left[0]
        found = self._best(fewest)
        if (fewest + after) % 2 and found[0]:  # the back of the last sheet is free: a page more may cost less
            found = min(found, self._best(fewest + 1, found[0]), key=lambda each: each[:2])
        return [self._places[index] for index in found[2]]

    def _used(self, start: int, stop: int) -> float:
        """Return the height of a page of the pieces from `start` up to `stop`, with the least white."""
        return self._feet[stop - 1] - self._tops[start]

    def _allowed(self) -> list[int]:
        """Return the indexes at which a page may stop, the end of the text last.

        A stretch between two of them that is taller than a page may break anywhere inside.
        """
        allowed: list[int] = []
        since, most = 0, self._height + _SPARE
        stops = [index for index, piece in enumerate(self._pieces) if piece.break_cost < FORBIDDEN and index]
        for index in (*stops, len(self._pieces)):
            if self._used(since, index) > most:
                allowed += range(since + 1, index)
            allowed.append(index)
            since = index
        return allowed

    def _reach(self, index: int) -> int:
        """Return the furthest place to which a page from the place `index` goes, at least the next."""
        start = self._places[index]
        foot = self._tops[start] + self._height + _SPARE
        furthest = bisect_right(self._feet, foot, lo=start)
        return max(index + 1, bisect_right(self._places, furthest) - 1)

    def _fewest_left(self) -> list[int]:
        """Return for each place the fewest pages that the text after it takes."""
        last = len(self._places) - 1
        left = [0] * (last + 1)
        for index in range(last - 1, -1, -1):
            left[index] = 1 + min(left[index + 1 : self._most[index] + 1])
        return left

    def _best(self, count: int, most: float = inf) -> tuple[float, float, list[int]]:
        """Return what the best way to break into `count` pages costs, its unevenness, and its places.

        Without a way that costs at most `most`, the cost is infinite.
        """
        most = min(most, self._quick(count))
        layer = {0: (0.0, 0.0)}
        origins: list[dict[int, int]] = []  # of each page: from which place it comes to a place
        for after in range(count - 1, -1, -1):
            ahead: dict[int, tuple[float, float]] = {}
            origin: dict[int, int] = {}
            for index, spent in layer.items():
                for place, way in self._ways(index, spent, after, most):
                    if place not in ahead or way < ahead[place]:
                        ahead[place], origin[place] = way, index
            layer = ahead
            origins.append(origin)
        if not layer:  # fewer pages are needed than there are places for: the text is shorter
            return inf, 0.0, []
        ((last, (cost, uneven)),) = layer.items()
        path = [last]
        for origin in reversed(origins[1:]):
            path.append(origin[path[-1]])
        return cost, count + uneven * _UNEVEN, path[::-1]

    def _quick(self, count: int) -> float:
        """Return what it costs to break into `count` pages where each ends at its cheapest."""
        index, spent = 0, (0.0, 0.0)
        for after in range(count - 1, -1, -1):
            ways = self._ways(index, spent, after, inf)
            if not ways:
                return inf
            index, spent = min(ways, key=itemgetter(1))
        return spent[0]

    def _ways(
        self, index: int, spent: tuple[float, float], after: int, most: float
    ) -> list[tuple[int, tuple[float, float]]]:
        """Return the places to which a page from a place may go, with the cost and unevenness up to there.

        `after` pages follow, `spent` are the cost and the unevenness before, and `most` what it may cost.
        """
        height, left, breaks, last = self._height, self._left, self._breaks, len(self._breaks) - 1
        start, (cost, uneven) = self._places[index], spent
        top, name, ease = self._tops[start], self._pieces[start].name, self._ease[start + 1]
        room = height + _SPARE - name
        ways = []
        for place in range(
            index + 1, self._most[index] + 1 if not after else min(self._most[index] + 1, last)
        ):
            paid = cost + breaks[place]
            if left[place] > after or paid > most:
                continue
            stop = self._places[place]
            used = self._feet[stop - 1] - top
            if used <= room:
                used += name
            else:
                paid += UNNAMED
            empty = 1.0 - (used + self._ease[stop] - ease) / height
            square = empty * empty
            if place == last:
                square = square / 3 if empty > 0 else square
            elif empty > 0.5:
                paid += HALF_EMPTY
            if paid <= most:
                ways.append((place, (paid, uneven + square)))
        return ways
