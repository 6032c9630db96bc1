"""What a few lines cost: where they take a sheet, it is said how many they are."""

import pytest

from leaflet.api import design
from tests.builders import monograph, paragraph, section


def sheets_and_lines(lines: int) -> tuple[int, int]:
    """Lay out so many paragraphs of one line, and return the sheets and the lines too many."""
    _, layout = design(monograph(section(*(paragraph("Say this once.") for _ in range(lines)))))
    return layout.sheets, layout.lines_too_many


def first_on_two_sheets() -> int:
    return next(lines for lines in range(40, 400) if sheets_and_lines(lines)[0] == 2)


def test_few_lines_on_a_new_sheet_are_counted() -> None:
    first = first_on_two_sheets()
    assert sheets_and_lines(first - 1) == (1, 0)
    few = sheets_and_lines(first)[1]
    assert 1 <= few <= 3
    assert sheets_and_lines(first + 10) == (2, 0)


@pytest.mark.parametrize("lines", [1, 20])
def test_one_sheet_has_none_too_many(lines: int) -> None:
    assert sheets_and_lines(lines) == (1, 0)
