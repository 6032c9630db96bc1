"""Figures of one file against each other, and what is permitted against what is feared: both ways."""

import datetime
from typing import Any

import pytest

from leaflet.rules import check
from tests.rules.monographs import monograph, section

TODAY = datetime.date(2026, 6, 1)


def _codes(*blocks: str | dict[str, Any], topic: str = "how_to_take", **keys: Any) -> set[str]:
    leaflet = monograph(section(topic, *blocks), **keys)
    found = check(leaflet, on=TODAY, select=("S116", "S117", "S213", "S216", "S306"))
    return {each.code for each in found if each.is_error}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Take the forgotten tablet together with your next tablet.", "S117"),
        ("Take it with the next dose.", "S117"),
        ("Have the missed puff on top of your usual evening dose.", "S117"),
        ("Give both doses at once.", "S117"),
        ("Do not wait but take it with the next dose.", "S117"),
        ("If you missed one by mistake take both together.", "S117"),
        ("If you have not used it by noon, use it with the next dose.", "S117"),
        ("Take the tablet you forgot when you take your next tablet.", "S117"),
        ("Use two puffs your next time.", "S117"),
        ("Add the late dose to the next dose.", "S117"),
        ("It works for 48 hours (4 days).", "S216"),
        ("Go on for 6 weeks (6 months).", "S216"),
        ("Wait 90 minutes (3 hours).", "S216"),
        ("Take 1 g (100 mg) at night.", "S213"),
        ("Use it 4 times a day, about 3 hours apart.", "S116"),
        ("Use it 4 times a day, at least 8 hours apart.", "S116"),
        ("Take it 24 hours before food.", "S116"),
        ("Throw it away 5 months after it was mixed.", "S116"),
        ("Do not drink more than 30 units of alcohol a week.", "S116"),
        ("Do not drink more than 14 units a day.", "S116"),
        ("Aspirol can be taken with Testol. Together they can cause deadly bleeding.", "S216"),
    ],
)
def test_a_slip_of_one_figure_is_found(words: str, code: str) -> None:
    assert code in _codes(words, topic="missed_dose" if code == "S117" else "how_to_take")


@pytest.mark.parametrize(
    "words",
    [
        "Do not take the missed dose together with your next dose.",
        "Take a missed tablet when you remember, and the next one at the usual time.",
        "Leave out the missed dose instead of taking it with the next dose.",
        "Take the missed dose with your next meal.",
        "It is dangerous to take both doses at once.",
        "If you take both doses together, call your doctor.",
        "It works for 72 hours (3 days).",
        "Go on for 12 weeks (3 months), or 13 months (about 1 year).",
        "Use it for 4 weeks (1 month), then 1 year (52 weeks).",
        "Use it 3 times a day, about 8 hours apart.",
        "Use it up to 4 times a day, at least 3 hours apart.",
        "Use it twice a day, about 7 hours apart.",
        "Take it 1 hour before food, or 2 hours after a meal.",
        "Throw it away 10 days after it was mixed.",
        "Do not drink more than 14 units of alcohol a week.",
        "Do not drink more than 2 units a day.",
        "Inject 20 units a day.",
        "Parol can be taken with Testol. Together they can ease the pain.",
        "Aspirol cannot be taken with Testol. Together they can cause deadly bleeding.",
    ],
)
def test_sound_figures_pass(words: str) -> None:
    assert not _codes(words, topic="missed_dose") - {"S213"}


@pytest.mark.parametrize(("most", "found"), [("300", False), ("3,000", True)])
def test_the_most_of_a_day_is_no_handful_of_tablets(most: str, *, found: bool) -> None:
    words = f"The most is {most} mg a day."
    assert ("S116" in _codes(words, name="Testol 50 mg tablets", strengths=["50 mg", "100 mg"])) == found


@pytest.mark.parametrize(("double", "signable"), [("never", False), (None, True)])
def test_nobody_signs_for_a_double_dose_that_the_facts_forbid(double: str | None, *, signable: bool) -> None:
    missed = {"missed_dose": {"if_near_next": "skip", **({"double": double} if double else {})}}
    leaflet = monograph(section("missed_dose", "Take it together with your next dose."), facts=missed)
    (finding,) = check(leaflet, on=TODAY, select=("S117",))
    assert finding.signable is signable


def _table(columns: list[str], *rows: list[str]) -> dict[str, Any]:
    return {"table": {"columns": columns, "rows": list(rows)}}


def _plan(times: list[str], **rows: list[str]) -> dict[str, Any]:
    typed = [{"when": when.replace("_", " "), "doses": doses} for when, doses in rows.items()]
    return {"schedule": {"times": times, "rows": typed}}


_HEAD = ["Dose", "Number of 5 mg tablets"]
_TWO = ["Dose", "1 mg tablets", "5 mg tablets"]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (_table(_HEAD, ["15 mg", "3 tablets"], ["20 mg", "4"]), False),
        (_table(_HEAD, ["15 mg", "3 tablets"], ["20 mg", "40"]), True),
        (_table(_HEAD, ["2.5 mg", "half a tablet"], ["7.5 mg", "1 and a half"]), False),
        (_table(_TWO, ["7 mg", "2", "1"], ["10 mg", "none", "2 tablets"]), False),
        (_table(_TWO, ["7 mg", "2", "2"]), True),
        (_table(["Strength", "Colour"], ["1 mg", "red"], ["2 mg", "blue"]), False),
        (_table(["Strength", "Colour"], ["1 mg", "red"], ["1 mg", "blue"]), True),
        (_table(["Strength", "Colour", "Shape"], ["1 mg", "red", "round"], ["1 mg", "red", "oval"]), False),
        (_plan(["8:00", "12:00", "18:00"], Every_day=["1 tablet", "half a tablet", "2 tablets"]), False),
        (_plan(["8:00", "12:00", "18:00"], Every_day=["2 tablets", "20 tablets", "1 tablet"]), True),
    ],
)  # fmt: skip
def test_tables_and_plans_add_up(block: dict[str, Any], *, found: bool) -> None:
    assert ("S213" in _codes(block)) == found


@pytest.mark.parametrize(
    ("words", "block", "found"),
    [
        ("Take it twice a day.", _plan(["Morning", "Night"], Every_day=["1 tablet", "1 tablet"]), False),
        ("Take it 3 times a day.", _plan(["Morning", "Night"], Every_day=["1 tablet", "1 tablet"]), True),
        ("Take it twice a day.", _plan(["Morning", "Night"], Every_day=["1 tablet", ""]), True),
        ("Take it 3 times a day.", _plan(["Morning"], Monday=["1 tablet"], Friday=["none"]), False),
        ("Your doctor may raise it to 3 times a day.", _plan(["Morning"], Every_day=["1 tablet"]), False),
    ],
)
def test_the_plan_has_as_many_doses_as_the_prose_says(
    words: str, block: dict[str, Any], *, found: bool
) -> None:
    assert ("S213" in _codes(words, block)) == found


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (_plan(["Evening"], Monday=["Testol"], All_other_days=["nothing"]), False),
        (_plan(["Evening"], Monday=["Testol"], Thursday=["Otherol"]), False),
        (_plan(["Evening"], Monday=["Testol"], All_other_days=["Testol"]), True),
        (_plan(["Evening"], Monday=["Testol"], Thursday=["Testol"]), True),
        ("Once a day, after supper.", True),
        ("Take it every day.", True),
        ("Once a day, check your mouth for sores.", False),
        ("Do not take it every day.", False),
        ("Once a week, on the same day.", False),
    ],
)
def test_a_weekly_medicine_is_given_on_one_day(block: str | dict[str, Any], *, found: bool) -> None:
    assert ("S213" in _codes(block, classes=["weekly"])) == found


@pytest.mark.parametrize(
    ("kind", "hazard", "action", "found"),
    [
        ("allergy", "Allergy to rivalin", "You may take it after a mild rash from rivalin.", True),
        ("allergy", "Allergy", "It can be given to people with an earlier allergic reaction.", True),
        ("allergy", "Allergy to rivalin", "Do not take it if you have reacted to rivalin.", False),
        (
            "allergy",
            "Allergy to rivalin",
            "Ask your doctor whether you can take it with this allergy.",
            False,
        ),
        ("interaction", "Painkillers such as rivalin", "You can take rivalin with it.", True),
        ("interaction", "Painkillers such as rivalin", "Do not take rivalin. You can take parol.", False),
    ],
)
def test_a_warning_permits_nothing_that_it_warns_of(
    kind: str, hazard: str, action: str, *, found: bool
) -> None:
    warning = {"kind": kind, "level": "warning", "hazard": hazard, "action": action, "source": "monograph"}
    assert ("S306" in _codes("Words.", warnings=[warning])) == found


@pytest.mark.parametrize(
    ("words", "classes", "found"),
    [
        ("Inject it into the muscle of your thigh.", [], False),
        ("Inject it into the muscle of your thigh.", ["insulin"], True),
        ("Never inject it into a muscle.", ["insulin"], False),
        ("Inject it under the skin of your thigh.", ["insulin"], False),
    ],
)
def test_what_goes_under_the_skin_goes_into_no_muscle(words: str, classes: list[str], *, found: bool) -> None:
    leaflet = monograph(section("how_to_take", words), classes=classes, route=["inject"])
    assert bool(check(leaflet, on=TODAY, select=("S216",))) == found
    both = monograph(
        section("about", "Inject it under the skin."), section("how_to_take", words), route=["inject"]
    )
    deep = "into the muscle" in words
    assert bool(check(both, on=TODAY, select=("S216",))) == deep
