"""What a listener is told in full: units and abbreviations by their places, and numbers to call."""

import pytest

from leaflet.languages import LANGUAGES
from leaflet.languages.expansions import voice_of

_VOICE = voice_of(LANGUAGES["en"])


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("5 mg", {"mg": "milligrams"}),
        ("1 mg", {"mg": "milligram"}),
        ("(2.5 mg)", {"mg": "milligrams"}),
        ("5mg", {"mg": "milligrams"}),
        ("37.5 mg/5 mL,", {"mg": "milligrams", "mL": "millilitres"}),
        ("20 mg/kg", {"mg": "milligrams", "/kg": "per kilogram"}),
        ("mg/mL", {"mg": "milligrams", "/mL": "per millilitre"}),
        ("units/mL", {"/mL": "per millilitre"}),
        ("25 °C", {"°C": "degrees Celsius"}),
        ("e.g.", {"e.g.": "for example"}),
        ("amg", {}),
        ("www.mg.example", {}),
        ("999", {}),
    ],
)
def test_an_abbreviation_is_told_at_its_letters(word: str, told: dict[str, str]) -> None:
    assert {word[start:end]: full for start, end, full in _VOICE.words(word)} == told


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("999", {"999": "9 9 9"}),
        ("112).", {"112": "1 1 2"}),
        ("1,000", {}),
        ("24", {}),
        ("5 mg", {"mg": "milligrams"}),
    ],
)
def test_whom_to_call_is_told_digit_by_digit(word: str, told: dict[str, str]) -> None:
    assert {word[start:end]: full for start, end, full in _VOICE.called(word)} == told
