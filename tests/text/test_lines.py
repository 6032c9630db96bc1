"""Lines of a paragraph, counted by eye: every letter and space of these words is one em wide."""

from collections.abc import Iterator
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.text.lines import break_lines
from leaflet.text.words import Word

EM = 1000.0


def squares(text: str) -> list[Word]:
    """Return words whose letters, and the spaces after them, are one em wide."""
    return [Word(part, len(part) * EM, EM) for part in text.split()]


def lines(text: str, measure: int) -> list[str]:
    words = squares(text)
    return [" ".join(word.text for word in words[a:b]) for a, b, _ in break_lines(words, measure * EM)]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("aaa bb", 6, ["aaa bb"]),
        ("aaa bb", 5, ["aaa", "bb"]),
        # Even lines rather than a full first one and a short second.
        ("aaa bb cc ddddd", 9, ["aaa bb", "cc ddddd"]),
        # No lone last word where the line before can spare one.
        ("aa bb cc dd ee ff", 14, ["aa bb cc dd", "ee ff"]),
        ("aaaaaaaaaa bb", 4, ["aaaaaaaaaa", "bb"]),
    ],
)
def test_lines_are_chosen_for_the_paragraph(text: str, measure: int, expected: list[str]) -> None:
    assert lines(text, measure) == expected


@given(st.lists(st.text("ab", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(9, 40))
def test_no_word_is_lost_no_line_is_too_long_and_none_is_one_too_many(parts: list[str], measure: int) -> None:
    made = lines(" ".join(parts), measure)
    assert " ".join(made).split() == parts
    assert all(len(line) <= measure for line in made)
    assert len(made) == len(first_fit(parts, measure))


def first_fit(parts: list[str], measure: int) -> list[str]:
    """Return the fewest lines: each takes all that goes in."""
    made = [parts[0]]
    for part in parts[1:]:
        if len(made[-1]) + 1 + len(part) <= measure:
            made[-1] += " " + part
        else:
            made.append(part)
    return made


def _ways(words: list[Word], measure: float, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Yield every way to set the words from `start` on, as the words after which lines end."""
    for stop in range(start + 1, len(words) + 1):
        if stop > start + 1 and _empty(words, start, stop, measure) < 0:
            return
        if stop == len(words):
            yield (stop,)
        else:
            yield from ((stop, *rest) for rest in _ways(words, measure, stop))


def _empty(words: list[Word], start: int, stop: int, measure: float) -> float:
    """Return what is left of the measure, as a share of it; less than 0 where the words do not fit."""
    width = sum(word.advance + word.space for word in words[start:stop]) - words[stop - 1].space
    return (measure - width) / measure


def _cost(words: list[Word], way: tuple[int, ...], measure: float) -> float:
    """Return how bad a way to set words is; one with a line nearly half empty for no need is forbidden."""
    *others, (start, stop) = pairwise((0, *way))
    cost = 0.0
    for a, b in others:
        empty = _empty(words, a, b, measure)
        if empty > 0.45 and a and _empty(words, a - 1, b, measure) >= 0:
            return inf
        cost += empty**2
    if stop - start == 1:
        return cost + 0.3
    return cost + (0.02 if _empty(words, start, stop, measure) > 0.75 else 0.0)


@given(
    lengths=st.lists(st.integers(min_value=1, max_value=9), min_size=2, max_size=11),
    measure=st.integers(min_value=9, max_value=40),
)
def test_no_other_way_with_as_few_lines_is_better(lengths: list[int], measure: int) -> None:
    words = squares(" ".join("a" * length for length in lengths))
    ways = list(_ways(words, measure * EM))
    fewest = min(map(len, ways))
    costs = {way: _cost(words, way, measure * EM) for way in ways if len(way) == fewest}
    chosen = tuple(stop for _, stop, _ in break_lines(words, measure * EM))
    assert len(chosen) == fewest
    if fewest > 1 and min(costs.values()) < inf:
        assert costs[chosen] == pytest.approx(min(costs.values()))
