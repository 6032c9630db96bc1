"""What authors must be able to write, beside what looks like it and is refused all the same."""

import datetime
from typing import Any

import pytest

from leaflet.rules import check
from tests.rules.monographs import OVERDOSE, monograph, section

TODAY = datetime.date(2026, 6, 1)


def _codes(*words: str | dict[str, Any], code: str, topic: str = "how_to_take", **keys: Any) -> set[str]:
    leaflet = monograph(section(topic, *words), **keys)
    return {each.code for each in check(leaflet, on=TODAY, select=(code,)) if each.is_error}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Every second matters.", "S116"),
        ("Drink a tumbler of it every 20 minutes.", "S116"),
        ("Drink 200 ml of the mixture every 10 minutes.", "S116"),
        ("Your INR shows how thin your blood is. The target is between 3 and 4.", "S215"),
        ("Keep your INR at 2.5.", "S215"),
        ("Your target HbA1c is 50 mmol/mol.", "S215"),
        ("The target of your INR is 2.0 to 4.0.", "S201"),
        ("Your potassium should be below 5.0 mmol/l.", "S201"),
        ("People with G6PD deficiency must not take it.", "S215"),
        ("Press the plunger and count aloud to 20.", "S215"),
        ("Wear it for 12 hours in every 24.", "S215"),
        ("Take it with water at about 7 in the morning.", "S215"),
    ],
)
def test_usual_figures_are_left_in_peace(words: str, code: str) -> None:
    assert not _codes(words, code=code)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Take a tablet every 20 minutes with a glass of water.", "S116"),
        ("Take one every minute.", "S116"),
        ("Drink 10 ml every 20 minutes.", "S116"),
        ("If your INR is high, take between 3 and 4.", "S215"),
        ("Take 7 in the morning.", "S215"),
        ("Take 5.0 mg to keep your INR low.", "S201"),
        ("Your INR target dose is 5.0 mg.", "S201"),
        ("Take G6 PD at 7.", "S215"),
        ("Count the tablets and take 20.", "S215"),
    ],
)
def test_their_dangerous_neighbours_are_not(words: str, code: str) -> None:
    assert _codes(words, code=code)


def _table(*rows: list[str], columns: list[str]) -> dict[str, Any]:
    return {"table": {"columns": columns, "rows": list(rows)}}


def test_a_row_of_another_medicine_is_not_about_this_one() -> None:
    rows = _table(
        ["Rivalol", "Do not take it."], ["Othrol", "Ask first."], columns=["Medicine", "What to do"]
    )
    told = "Take it with water.", rows
    assert not _codes(*told, code="S", topic="interactions") & {"S101", "S216"}
    ours = _table(["Testol", "Do not take it."], ["Othrol", "Ask first."], columns=["Medicine", "What to do"])
    assert "S101" in _codes("Take it with water.", ours, code="S", topic="interactions")
    days = _table(["Monday", "Do not take it."], ["Sunday", "Take it."], columns=["Day", "What to do"])
    assert "S101" in _codes("Take it with water.", days, code="S101")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("If you have put in a second suppository, ask your pharmacist.", False),
        ("Too many drops in the ear can itch. If it does, ask your pharmacist.", False),
        ("If you have taken too much, ask your pharmacist.", True),
    ],
)
def test_two_events_may_need_two_kinds_of_help(words: str, *, found: bool) -> None:
    swallowed = "If a child has swallowed any, call 999 at once."
    assert bool(_codes(f"{words} {swallowed}", code="S305", topic="overdose")) == found
    assert _codes(words, code="S305", topic="overdose", warnings=[OVERDOSE])


def test_a_contradiction_of_strength_names_the_words() -> None:
    leaflet = monograph(section("overdose", "If you have taken too much, ask your doctor. Call 999 at once."))
    (finding,) = check(leaflet, on=TODAY, select=("S305",))
    assert finding.message.endswith("'Call 999 at once.'")


@pytest.mark.parametrize(("topics", "found"), [(["about"], False), (["side_effects"], True)])
def test_the_line_under_the_name_says_what_it_is_for(topics: list[str], *, found: bool) -> None:
    leaflet = monograph(*(section(topic, "Words.") for topic in topics))
    told = [each.message for each in check(leaflet, on=TODAY, select=("S503",))]
    assert any(each.endswith("section uses") for each in told) == found
