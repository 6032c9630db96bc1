"""Stretches found by halves are those found one by one."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet.diagnostics import Span
from leaflet.rules.touching import Stretches

_POINTS = st.tuples(st.integers(1, 4), st.integers(1, 4))


def _span(path: str, one: tuple[int, int], other: tuple[int, int]) -> Span:
    return Span(path, *min(one, other), *max(one, other))


_SPANS = st.builds(_span, st.sampled_from("ab"), _POINTS, _POINTS)


@given(st.lists(_SPANS, max_size=6), _SPANS)
def test_what_touches_or_holds_a_stretch_is_found(spans: list[Span], span: Span) -> None:
    stretches = Stretches(spans)
    here = [(_start(each), _end(each)) for each in spans if each.path == span.path]
    assert stretches.touch(span) is any(start < _end(span) and _start(span) < end for start, end in here)
    assert stretches.hold(span) is any(start <= _start(span) and _end(span) <= end for start, end in here)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column
