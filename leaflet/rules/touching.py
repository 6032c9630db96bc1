"""Stretches of files, to ask whether one touches or lies in any of many: by halves, not one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from leaflet.diagnostics import Span

_Point = tuple[int, int]  # line and column


class Stretches:
    """Many stretches, by the file in which they are."""

    def __init__(self, spans: Iterable[Span]) -> None:
        sorted_by: dict[str, list[tuple[_Point, _Point]]] = {}
        for span in spans:
            place = (span.line, span.column), (span.end_line, span.end_column)
            sorted_by.setdefault(span.path, []).append(place)
        self._starts: dict[str, list[_Point]] = {}
        self._ends: dict[str, list[_Point]] = {}  # the last end of all that start no later
        for path, places in sorted_by.items():
            places.sort()
            self._starts[path] = [start for start, _ in places]
            self._ends[path] = list(accumulate([end for _, end in places], max))

    def touch(self, span: Span) -> bool:
        """Tell whether one of the stretches has a character in common with another."""
        before = bisect_left(self._starts.get(span.path, ()), (span.end_line, span.end_column))
        return before > 0 and self._ends[span.path][before - 1] > (span.line, span.column)

    def hold(self, span: Span) -> bool:
        """Tell whether another lies within one of the stretches."""
        before = bisect_right(self._starts.get(span.path, ()), (span.line, span.column))
        return before > 0 and self._ends[span.path][before - 1] >= (span.end_line, span.end_column)
