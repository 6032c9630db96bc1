"""The dose, strength and route that a monograph states as fields, and what its text may say of them."""

import datetime
from typing import Any

import pytest

from leaflet.rules import check
from tests.rules.monographs import WITHDRAWAL, monograph, section

TODAY = datetime.date(2026, 6, 1)


def _dose(amount: float, unit: str, times: int, per: str = "day", **more: int) -> dict[str, Any]:
    return {"dose": {"amount": amount, "unit": unit, "times": times, "per": per, **more}}


HEADS: dict[str, dict[str, Any]] = {
    "pen": {"name": "Testulin 100 units/ml pen", "route": ["inject"], "facts": _dose(10, "units", 1)},
    "drops": {"name": "Testol eye drops", "route": ["eye"], "facts": _dose(2, "drops", 2, interval=6)},
    "syrup": {
        "name": "Testol 250 mg/5 ml syrup",
        "route": ["swallow"],
        "facts": _dose(10, "ml", 3, maximum=30),
    },
    "tablets": {
        "name": "Testol 5 mg tablets",
        "route": ["swallow"],
        "facts": _dose(10, "mg", 2, maximum=40, interval=4),
    },
    "weekly": {"name": "Testol 5 mg tablets", "route": ["swallow"], "facts": _dose(10, "mg", 1, "week")},
}


def _found(head: dict[str, Any], words: str, *codes: str) -> list[str]:
    leaflet = monograph(section("how_to_take", words), **head)
    return [finding.message for finding in check(leaflet, on=TODAY, select=codes)]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("pen", "Inject 100 units once a day."),
        ("pen", "Inject one hundred units every evening."),
        ("pen", "Inject 10 units every 12 hours."),
        ("pen", "Inject 10 units in the morning and 10 units in the evening."),
        ("pen", "Inject Testulin 20 units each night."),
        ("pen", "Inject 0.5 ml once a day."),
        ("drops", "Squeeze one drop into the eye twice a day."),
        ("drops", "Use two drops three times a day."),
        ("drops", "Wait at least 2 hours between doses."),
        ("syrup", "Take one teaspoonful."),
        ("syrup", "Take one 5 ml spoonful 3 times a day."),
        ("syrup", "Take 250 mg 3 times a day."),
        ("syrup", "Do not take more than 60 ml in a day."),
        ("syrup", "Take 10 ml at breakfast and supper."),
        ("tablets", "Take one tablet twice a day."),
        ("tablets", "Take 0.1 g twice a day."),
        ("tablets", "Take two 10 mg tablets twice a day."),
        ("tablets", "Take one and a half tablets."),
        ("tablets", "Take 10,000 micrograms three times a day."),
        ("tablets", "The most you can take is 80 mg a day."),
        ("tablets", "Do not take more than 12 tablets in 24 hours."),
        ("tablets", "Do not take more than one tablet at a time."),
        ("tablets", "Leave 8 hours between doses."),
        ("pen", "Dial your dose to 100 units."),
        ("pen", "Your usual dose is 100 units."),
        ("syrup", "Measure 20 ml into the cup."),
        ("syrup", "Give your child two tablespoons."),
        ("tablets", "Take 3 tablets of 5 mg twice a day."),
        ("tablets", "Take 2 tablets with each meal."),
        ("tablets", "Do not chew the tablets; take 4 tablets at once."),
        ("tablets", "Take 10 mg six-hourly."),
        ("tablets", "Take 40 mg a day."),
        ("weekly", "Take 2 tablets each morning."),
        ("weekly", "Take 10 mg every day."),
    ],
)
def test_a_dose_that_is_not_the_dose_of_facts_is_found(head: str, words: str) -> None:
    assert _found(HEADS[head], words, "S213")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("pen", "Inject ten units every evening."),
        ("pen", "Inject 0.1 ml once a day."),
        ("pen", "Your doctor may start with 5 units."),
        ("pen", "Do not inject 100 units."),
        ("pen", "Children: inject 5 units twice a day."),
        ("drops", "Use 2 drops in the morning and 2 drops in the evening."),
        ("drops", "Use 1 to 2 drops every 12 hours."),
        ("drops", "Wait 5 minutes between drops."),
        ("drops", "Use your inhaler 4 times a day."),
        ("syrup", "Take two teaspoons 3 times a day."),
        ("syrup", "Take two 5 ml spoonfuls 3 times a day."),
        ("syrup", "Take 10 ml (500 mg) three times a day."),
        ("syrup", "Take 10 ml in 200 ml of water."),
        ("syrup", "Start with 5 ml once a day."),
        ("tablets", "Take one 10 mg tablet twice a day."),
        ("tablets", "Take 10 mg with a glass of water, morning and evening."),
        ("tablets", "Take it every day."),
        ("tablets", "Take paracetamol 500 mg 4 times a day."),
        ("tablets", "Take 1 tablet of folic acid 5 mg once a week."),
        ("tablets", "Do not take more than 8 tablets in 24 hours."),
        ("tablets", "Do not drink more than 2 units a day."),
        ("tablets", "Your doctor may raise it to 20 mg 3 times a day."),
        ("tablets", "Take 2 tablets of 5 mg twice a day."),
        ("tablets", "Take 10 mg twice a day (20 mg in total)."),
        ("tablets", "What you need to know before you take Testol 20 mg tablets"),
        ("drops", "Take your tablets 3 times a day."),
        ("syrup", "Mix the powder with 60 ml of water."),
        ("weekly", "Take 2 tablets every Monday."),
    ],
)
def test_the_dose_of_facts_and_doses_of_something_else_pass(head: str, words: str) -> None:
    assert not _found(HEADS[head], words, "S213")


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (_dose(500, "mg", 3, maximum=1000), True),
        (_dose(500, "mg", 3, maximum=1500), False),
        (_dose(500, "mg", 4, interval=8), True),
        (_dose(500, "mg", 4, interval=6), False),
    ],
)
def test_facts_of_the_dose_agree_with_each_other(facts: dict[str, Any], found: bool) -> None:
    assert bool(_found({"facts": facts}, "Words.", "S213")) is found


@pytest.mark.parametrize(
    ("doses", "found"),
    [
        (["1 tablet", "1 tablet"], True),
        (["2 tablets", "2 tablets"], False),
        (["2 tablets", ""], True),
        (["8 tablets", "8 tablets"], True),
    ],
)
def test_a_plan_of_one_row_is_the_dose_of_facts(doses: list[str], found: bool) -> None:
    plan = {"schedule": {"times": ["Morning", "Bedtime"], "rows": [{"when": "Every day", "doses": doses}]}}
    leaflet = monograph(section("how_to_take", plan), **HEADS["tablets"])
    assert bool(check(leaflet, on=TODAY, select=("S213",))) is found


@pytest.mark.parametrize(
    ("head", "cell", "found"),
    [
        ({"name": "Testol eye drops", "route": ["eye"]}, "1 tablet", True),
        ({"name": "Testol eye drops", "route": ["eye"]}, "1 drop", False),
        ({"name": "Testol eye drops", "route": ["eye"], "facts": _dose(1, "tablet", 1)}, "", True),
        ({"name": "Testol 5 mg tablets", "facts": _dose(1, "capsule", 1)}, "", True),
        ({"name": "Testol 5 mg tablets", "facts": _dose(1, "tablet", 1)}, "1 tablet", False),
    ],
)
def test_plans_and_facts_are_in_pieces_that_it_comes_in(head: dict[str, Any], cell: str, found: bool) -> None:
    plan = {"schedule": {"times": ["Morning"], "rows": [{"when": "Day 1", "doses": [cell]}]}}
    leaflet = monograph(section("how_to_take", plan), **head)
    assert bool(check(leaflet, on=TODAY, select=("S218",))) is found


@pytest.mark.parametrize(
    ("name", "strengths", "words", "found"),
    [
        ("Testol 125 mg/5 ml syrup", ["250 mg/5 ml"], "Words.", True),
        ("Testulin 300 units/ml pen", ["100 units/ml"], "Words.", True),
        ("Testol 50 mg/ml syrup", ["250 mg/5 ml"], "Take 5 ml (250 mg).", False),
        ("Testol 0.1 mg inhaler", ["100 micrograms a puff"], "Take 2 puffs (200 micrograms).", False),
        ("Testol 5 mg tablets", ["5 mg", "10 mg"], "Take one tablet (10 mg).", False),
        ("Testol 250 mg/5 ml syrup", [], "Give 5 ml (500 mg) 3 times a day.", True),
        ("Testol 250 mg/5 ml syrup", [], "Give 250 mg 3 times a day, which is 10 ml.", True),
        ("Testol 5 mg tablets", [], "Take 2 tablets (20 mg).", True),
        ("Testol 5 mg tablets", [], "Each tablet contains 50 mg of lactose.", False),
    ],
)
def test_strengths_agree(name: str, strengths: list[str], words: str, found: bool) -> None:
    assert bool(_found({"name": name, "strengths": strengths}, words, "S217")) is found


@pytest.mark.parametrize(
    ("route", "name", "words"),
    [
        ("eye", "Testol eye drops", "Swallow the eye drops with water."),
        ("eye", "Testol eye drops", "Put one drop in each ear."),
        ("eye", "Testol eye drops", "Take 1 tablet a day."),
        ("swallow", "Testol syrup", "Shake the bottle and inject 5 ml."),
        ("swallow", "Testol syrup", "Give 5 ml into a vein."),
        ("swallow", "Testol syrup", "Take 2 tablets a day."),
        ("swallow", "Testol tablets", "Insert one tablet into your bottom."),
        ("swallow", "Testol tablets", "Take 2 capsules."),
        ("inject", "Testulin pen", "Swallow 10 units once a day."),
        ("inject", "Testulin pen", "Take 10 units by mouth."),
        ("inhale", "Testol inhaler", "Inject it every morning."),
        ("skin", "Testol cream", "Put the cream in your eye."),
        ("patch", "Testol patches", "Chew the patch."),
        ("rectal", "Testol suppositories", "Put one suppository in your mouth."),
        ("nose", "Testol nasal spray", "Put one spray in each eye."),
    ],
)
def test_an_order_of_another_route_is_found(route: str, name: str, words: str) -> None:
    assert _found({"name": name, "route": [route]}, words, "S218")


@pytest.mark.parametrize(
    ("route", "name", "words"),
    [
        ("eye", "Testol eye drops", "Do not let the tip touch the eye, and do not swallow it."),
        ("eye", "Testol eye drops", "Swallow your tablets as usual."),
        ("eye", "Testol eye drops", "Squeeze one drop into the corner of the affected eye."),
        ("eye", "Testol eye drops", "Rub your eyes gently."),
        ("swallow", "Testol syrup", "Give it slowly into the side of your child's mouth."),
        ("swallow", "Testol tablets", "Use your inhaler: take 2 puffs when you wheeze."),
        ("swallow", "Testol tablets", "Take it, and rub the cream on your skin."),
        ("swallow", "Testol tablets", "Press the tablet out of the foil."),
        ("inject", "Testulin pen", "Take 3 glucose tablets."),
        ("inject", "Testulin pen", "Push the needle into the skin."),
        ("inject", "Testulin pen", "Put it into a sharps bin."),
        ("inhale", "Testol inhaler", "Put the mouthpiece in your mouth."),
        ("skin", "Testol cream", "Apply the cream to the skin around your eyes."),
        ("rectal", "Testol suppositories", "Push the suppository into your bottom."),
        ("nose", "Testol nasal spray", "Spray one puff into each nostril."),
    ],
)
def test_an_order_of_its_route_or_of_something_else_passes(route: str, name: str, words: str) -> None:
    assert not _found({"name": name, "route": [route]}, words, "S218")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Use one drop once a day, in the evening.", "Use 2 drops 10 times a day.", True),
        ("Use 2 drops 4 times a day.", "Use one drop once a day, at night.", True),
        ("Take 500 mg twice a day.", "Take 1 g twice a day.", True),
        ("Take 10 ml twice a day.", "Take one teaspoon twice a day.", True),
        ("Take 10 ml twice a day.", "Take two teaspoons twice a day.", False),
        ("Take 10 mg once a day in the morning.", "Take 5 mg once a day in the evening.", False),
        ("Take 10 mg in the morning.", "Take 20 mg twice a day.", False),
    ],
)
def test_doses_in_prose_are_compared_in_any_unit_and_at_any_time(
    first: str, second: str, found: bool
) -> None:
    leaflet = monograph(section("how_to_take", first, second))
    assert bool(check(leaflet, on=TODAY, select=("S213",))) is found


@pytest.mark.parametrize(
    ("suddenly", "decides", "words", "found"),
    [
        ("allowed", "patient", "Take the whole course, even if you feel better.", True),
        ("allowed", "patient", "Do not stop it early.", True),
        ("allowed", "patient", "Your doctor will tell you how long to take it.", True),
        ("never", "patient", "Do not stop taking it without asking your doctor.", True),
        ("allowed", "doctor", "Do not stop taking Testol suddenly.", True),
        ("allowed", "doctor", "Your doctor will lower the dose slowly before you stop.", True),
        ("allowed", "doctor", "Take the whole course.", False),
        ("allowed", "patient", "Do not stop your other medicines.", False),
        ("allowed", "patient", "Do not stop breastfeeding.", False),
        ("never", "doctor", "Do not stop taking it suddenly.", False),
    ],
)
def test_how_it_is_stopped_is_told_one_way(suddenly: str, decides: str, words: str, found: bool) -> None:
    head = {"facts": {"stopping": {"suddenly": suddenly, "decides": decides}}}
    assert bool([said for said in _found(head, words, "S216") if "facts.stopping" in said]) is found


@pytest.mark.parametrize("suddenly", ["allowed", "never"])
def test_a_warning_of_withdrawal_goes_with_no_sudden_stop(suddenly: str) -> None:
    facts = {"stopping": {"suddenly": suddenly, "decides": "doctor"}}
    leaflet = monograph(section("how_to_take", "Words."), warnings=[WITHDRAWAL], facts=facts)
    assert bool(check(leaflet, on=TODAY, select=("S216",))) is (suddenly == "allowed")


INSULIN: dict[str, Any] = {"name": "Testulin 100 units/ml pen", "route": ["inject"], "classes": ["insulin"]}


@pytest.mark.parametrize(
    ("head", "words", "found"),
    [
        (INSULIN, "Inject 10 ml once a day.", True),
        (INSULIN, "Inject 1,000 units 3 times a day.", True),
        (INSULIN, "Inject 300 units.", False),
        ({"route": ["inject"]}, "Inject 100 ml.", True),
        ({"route": ["inject"]}, "Inject 2 ml.", False),
        ({}, "Take 8 tablets 8 times a day.", True),
        ({}, "Take 10 tablets twice a day.", False),
        ({"route": ["eye"]}, "Use 2 drops 10 times a day.", True),
        ({"route": ["eye"]}, "Use one drop every hour.", False),
        ({}, "Keep it in the oven at 80 °C.", True),
        ({}, "Store it at 60 °C.", True),
        ({}, "Do not keep it above 50 °C.", False),
        ({}, "Wash the cup at 60 °C.", False),
        ({"route": ["eye"]}, "Keep using the bottle for 4 years after opening.", True),
        ({"route": ["eye"]}, "Throw it away 4 weeks after opening.", False),
        ({}, "Use it within 12 months of opening.", False),
    ],
)
def test_what_no_medicine_is_taken_in_or_kept_at_is_found(
    head: dict[str, Any], words: str, found: bool
) -> None:
    assert bool(_found(head, words, "S116", "S216")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Give 50 ml 3 times a day.", True),
        ("Give 10 ml 3 times a day.", False),
        ("Give 5 ml 3 times a day.", False),
        ("Your doctor may raise the dose: give 15 ml 3 times a day.", False),
        ("Give it with 100 ml of water 3 times a day.", False),
        ("Take paracetamol 20 ml 3 times a day.", False),
    ],
)
def test_no_dose_of_prose_is_above_every_row_of_the_table(words: str, found: bool) -> None:
    table = {"columns": ["Age", "Dose"], "rows": [["1 to 4 years", "5 ml"], ["5 to 11 years", "10 ml"]]}
    leaflet = monograph(section("how_to_take", {"table": table}, words))
    assert bool(check(leaflet, on=TODAY, select=("S213",))) is found
