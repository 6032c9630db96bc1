"""The dose that a pharmacist types, against the leaflet it is printed on: refused, asked, or printed."""

import datetime
from typing import Any

import pytest

from leaflet.api import composed
from leaflet.handout import Handout, Personal
from leaflet.model import Monograph
from leaflet.serve.dictation import judge
from tests.rules.monographs import monograph, section

TODAY = datetime.date(2026, 6, 1)
FACTS = {"dose": {"amount": 5, "unit": "mg", "times": 3, "per": "day", "maximum": 60, "interval": 4}}
TABLE = {
    "table": {
        "columns": ["Age", "Dose"],
        "rows": [["1 to 4 years", "5 ml (250 mg)"], ["5 to 11 years", "10 ml (500 mg)"]],
    }
}
LEAFLETS: dict[str, tuple[dict[str, Any], tuple[Any, ...]]] = {
    "tablets": (
        {"name": "Testol 10 mg tablets", "route": ["swallow"], "facts": FACTS},
        ("Take it with food.",),
    ),
    "in prose": (
        {"name": "Testol 10 mg tablets", "route": ["swallow"]},
        ("Take 20 mg twice a day.", "Do not take more than 60 mg in a day.", "Leave 6 hours between doses."),
    ),
    "syrup": ({"name": "Testol 250 mg/5 ml syrup", "route": ["swallow"]}, (TABLE,)),
    "drops": ({"name": "Testol eye drops", "route": ["eye"]}, ("Use one drop once a day.",)),
    "pen": (
        {
            "name": "Testulin 100 units/ml pen",
            "route": ["inject"],
            "facts": {"dose": {"amount": 10, "unit": "units", "times": 1, "per": "day"}},
        },
        ("Inject it under the skin.",),
    ),
}


def _leaflet(name: str) -> Monograph:
    head, blocks = LEAFLETS[name]
    return monograph(section("how_to_take", *blocks), **head)


def _asked(name: str, words: str) -> set[bool]:
    """Return whether each objection to a dose may be confirmed."""
    found = judge(_leaflet(name), Personal(dose=words), (), TODAY)
    return {each.finding.signable for each in found}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tablets", "Take 100 mg 3 times a day."),
        ("tablets", "Take 8 tablets once a day."),
        ("tablets", "Take 40 mg in the morning and 40 mg at night."),
        ("tablets", "Take 20 mg up to 4 times a day."),
        ("tablets", "Take up to 100 mg a day."),
        ("tablets", "You may take up to 4 tablets twice a day."),
        ("tablets", "Take 60 mg in the morning. Take another 60 mg at night."),
        ("tablets", "Take 5 mg every 2 hours."),
        ("tablets", "Take 2 tablets (10 mg) 3 times a day."),
        ("tablets", "Inject 1 tablet 3 times a day."),
        ("tablets", "Take 2 capsules a day."),
        ("in prose", "Take 2 tablets 4 times a day."),
        ("in prose", "Take 10 mg every 4 hours."),
        ("syrup", "Give 5 ml (500 mg) 3 times a day."),
        ("syrup", "Give 250 mg 3 times a day, which is 10 ml."),
        ("syrup", "Put 5 ml in the ear."),
        ("drops", "Swallow 1 drop a day."),
        ("drops", "1 tablet a day"),
        ("drops", "One tablet a day"),
        ("pen", "Swallow 10 units once a day."),
    ],
)
def test_what_no_prescriber_can_have_meant_is_refused(name: str, words: str) -> None:
    assert False in _asked(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tablets", "Take 10 mg 3 times a day."),
        ("tablets", "Take 5 mg once a week."),
        ("in prose", "Take 10 mg twice a day."),
        ("in prose", "1 tablet twice a day"),
        ("syrup", "Give 50 ml 3 times a day."),
        ("drops", "Use 2 drops once a day."),
        ("pen", "Inject 100 units once a day."),
        ("pen", "Inject 10 units twice a day."),
    ],
)
def test_a_dose_that_only_differs_is_asked_back(name: str, words: str) -> None:
    assert _asked(name, words) == {True}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tablets", "Take 5 mg 3 times a day."),
        ("tablets", "Take half a tablet 3 times a day."),
        ("in prose", "Take 2 tablets twice a day."),
        ("in prose", "Take 20 mg in the morning and 20 mg at night."),
        ("syrup", "Give 5 ml (250 mg) 3 times a day for 7 days."),
        ("drops", "1 drop in the right eye at night"),
        ("pen", "Inject 10 units every evening."),
        ("pen", "0.1 ml at night"),
    ],
)
def test_the_dose_of_the_leaflet_is_printed(name: str, words: str) -> None:
    assert _asked(name, words) == set()


def test_a_note_on_what_was_handed_out_is_no_dose() -> None:
    assert not [
        each
        for each in judge(_leaflet("tablets"), Personal(note="You have 9 tablets for 3 days."), (), TODAY)
        if each.finding.code == "S213"
    ]


def test_a_typed_dose_stands_in_the_place_of_the_leaflets_own() -> None:
    leaflet, usual = _leaflet("tablets"), "Your dose is 5 mg 3 times a day."
    assert usual in composed(leaflet).text
    typed = composed(leaflet, handout=Handout(personal=Personal(dose="Take 10 mg 3 times a day."))).text
    assert usual not in typed
    assert "60 mg" in typed  # the most holds for any dose
    assert usual in composed(leaflet, handout=Handout(personal=Personal(note="Take it with food."))).text
