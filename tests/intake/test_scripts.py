"""Which texts no page can set, and what their script is called."""

import pytest

from leaflet.intake.scripts import unset_script


@pytest.mark.parametrize(
    ("text", "at", "called", "from_right"),
    [
        ("أهلا", 0, "Arabic", True),
        ("Say שלום", 4, "Hebrew", True),
        ("हिन्दी", 0, "Devanagari", False),
        ("日本", 0, "Chinese", False),
        ("かな", 0, "Japanese", False),
        ("한국", 0, "Korean", False),
        ("ไทย", 0, "Thai", False),
    ],
)
def test_a_script_that_no_page_sets_is_named(text: str, at: int, called: str, *, from_right: bool) -> None:
    found = unset_script(text)
    assert found is not None
    assert (found[0], found[1].called, found[1].from_right) == (at, called, from_right)


@pytest.mark.parametrize(
    "text", ["plain", "café", "Παρακεταμόλη", "Лекарство", "5 µg ½ 10⁹ “x” ™ ▼", "ʼn", "Ω"]
)
def test_what_a_page_sets_is_left_alone(text: str) -> None:
    assert unset_script(text) is None
