"""What is heard: units, signs and numbers in words, telephone numbers by digits, tables with their heads."""

import re

import pytest

from leaflet.api import composed
from leaflet.document.tree import Text
from leaflet.speech import write_ssml, write_text
from leaflet.speech.spoken_words import spoken, spoken_text
from tests.medicines import MEDICINES, loaded

TEXTS = [write_text(composed(loaded(path), "uk")).decode() for path in MEDICINES]

SAID = [
    ("1 mg", "1 milligram"),
    ("5 mg", "5 milligrams"),
    ("2.5\u00a0mL", "2.5 millilitres"),
    ("25mg", "25 milligrams"),
    ("5 mg/mL", "5 milligrams per millilitre"),
    ("250 mg/5 ml", "250 milligrams per 5 millilitres"),
    ("10 mg/kg/day", "10 milligrams per kilogram per day"),
    ("100 units/mL", "100 units per millilitre"),
    ("1 IU", "1 international unit"),
    ("50 µg", "50 micrograms"),
    ("2–8 °C", "2 to 8 degrees Celsius"),
    ("5 mg–10 mg", "5 milligrams to 10 milligrams"),
    ("10-20 mg", "10 to 20 milligrams"),
    ("5%", "5 per cent"),
    ("Dose in mg", "Dose in milligrams"),
    ("10.5 cm²", "10.5 square centimetres"),
    ("10⁹/L", "10 to the power of 9 per litre"),
    ("see https://example.org/a", "see example.org/a"),
    ("≥65 years", "at least 65 years"),
    ("½ tablet", "one half tablet"),
    ("rest, e.g. at night", "rest, for example at night"),
    ("a 7-day course", "a 7-day course"),
    ("2026-01-31", "2026-01-31"),
    ("10 gifts", "10 gifts"),
    ("Testol®", "Testol"),
]


@pytest.mark.parametrize(("typed", "said"), SAID)
def test_words_are_spoken(typed: str, said: str) -> None:
    assert spoken(typed, "en-GB") == said
    assert spoken(said, "en-GB") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("999 or 112", "9 9 9 or 1 1 2"), ("1-800-222-1222", "1, 8 0 0, 2 2 2, 1 2 2 2"), ("11", "11")],
)
def test_whom_to_call_is_said_digit_by_digit(number: str, said: str) -> None:
    assert spoken_text(Text.of(f"Call {number}", "region"), "en") == f"Call {said}"


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in MEDICINES])
def test_no_unit_is_left_in_letters(text: str) -> None:
    assert not re.search(r"\d ?(?:mg|mcg|mL|ml|kg|g|mmol|IU|%|°C)(?!\w)", text)
    assert not re.search(r"\b(?:999|112|111)\b", text)


def test_a_cell_is_said_with_its_head_and_an_empty_one_is_told() -> None:
    said = "\n".join(TEXTS)
    assert re.search(r"^Morning: .*\w\.$", said, re.MULTILINE)


def test_a_picture_is_told() -> None:
    assert any("\nPicture: " in text for text in TEXTS)


def test_a_warning_is_said_slowly_and_its_signal_with_stress() -> None:
    ssml = write_ssml(composed(loaded(MEDICINES[0]), "uk")).decode()
    slow = re.findall(r'<prosody rate="slow">.*?</prosody>', ssml, re.DOTALL)
    assert slow
    assert all('<emphasis level="strong">' in each for each in slow)
