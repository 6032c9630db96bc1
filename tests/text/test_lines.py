"""Lines of a paragraph, counted by eye: every letter and space of these words is one em wide."""

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
