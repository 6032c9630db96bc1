"""The tables of styles and of warnings: complete, told apart without colour, dark enough with it."""

from itertools import combinations

import pytest

from leaflet.document.styles import STYLES, Style, contrast_with_white
from leaflet.document.warnings import WARNINGS, Warned
from leaflet.languages import LANGUAGES

ALL = [*STYLES.values(), *(row.style for row in WARNINGS.values()), *(row.sign for row in WARNINGS.values())]


def test_no_name_stands_twice() -> None:
    assert len({style.name for style in ALL}) == len(ALL)


@pytest.mark.parametrize("style", ALL, ids=lambda style: style.name)
def test_a_style_has_what_its_primitive_needs(style: Style) -> None:
    assert (style.frame is not None) is (style.display in {"frame", "warning", "effects", "urgent"})
    assert {name for name, _ in style.under} <= set(STYLES)
    assert not style.indent or style.display == "hang"
    assert not style.joins or style.display == "flow"


def test_the_most_urgent_comes_first() -> None:
    assert list(WARNINGS) == ["emergency", "warning", "caution"]


@pytest.mark.parametrize("row", WARNINGS.values(), ids=lambda row: row.level)
def test_a_warning_is_heavy_dark_and_said_in_words(row: Warned) -> None:
    assert row.frame.least >= 2
    assert contrast_with_white(row.colour) >= 7
    assert row.style.warns
    for language in LANGUAGES.values():
        assert row.alt in language.phrases


def test_warnings_are_told_apart_without_colour() -> None:
    for one, other in combinations(WARNINGS.values(), 2):
        assert one.symbol != other.symbol
        assert one.fill != other.fill
        assert (one.frame.border, one.frame.inner, one.frame.bar) != (
            other.frame.border,
            other.frame.inner,
            other.frame.bar,
        )
