"""Holes that once let a danger through, each by its kind; and what must never be refused with them."""

import datetime

import pytest

from leaflet.rules import check
from tests.rules.monographs import monograph, section

TODAY = datetime.date(2026, 6, 1)
OTHERS = [section(topic, "Words.") for topic in ("uses", "before_you_take", "interactions", "side_effects")]


def _errors(*words: str) -> set[str]:
    leaflet = monograph(section("how_to_take", *words), *OTHERS)
    return {each.code for each in check(leaflet, on=TODAY) if each.is_error}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("There is no danger in a sudden stop.", id="double negation"),
        pytest.param("May I end it by myself? Yes.", id="question and answer"),
        pytest.param("You may set your dose by yourself.", id="a dose changed by oneself"),
        pytest.param("It rests with you how long you take it.", id="a decision left to the reader"),
        pytest.param("Take 7,5 mg.", id="decimal comma"),
        pytest.param("Take 2O mg.", id="letter for a nought"),
        pytest.param("Take 31/2 tablets.", id="glued fraction"),
        pytest.param("Inject 3M units.", id="unknown multiple"),
        pytest.param("Take it q8h.", id="abbreviated interval"),
        pytest.param("Take 40 ug.", id="error-prone unit"),
        pytest.param("Stop taking it if you feel dizzy.", id="stopping for little"),
        pytest.param("Ring for an ambulance one of these days.", id="help put off"),
        pytest.param("Tell nobody about the fits.", id="help denied"),
        pytest.param("Lend the tablets to a friend.", id="sharing"),
        pytest.param("Keep what is left for the winter.", id="left-overs"),
        pytest.param("Start it again when you like.", id="restart"),
    ],
)
def test_a_hole_is_closed(words: str) -> None:
    assert _errors(words)


def test_two_frequencies_beside_each_other_are_refused() -> None:
    assert "S213" in _errors("Take it 3 times a day.", "Take it once a day.")


@pytest.mark.parametrize(
    "words",
    [
        "Stop taking it and call 999 if your lips swell.",
        "Stop using it and call 999 if you cannot breathe.",
        "Do not use it again if you have had an allergic reaction to it.",
        "If it is almost time for your next dose, skip the missed dose.",
    ],
)
def test_what_saves_lives_is_never_refused(words: str) -> None:
    assert not _errors(words)
