"""Long runs of what a rule looks for are judged like short ones; `tests.bench.hostile` times them."""

import datetime

import pytest

from leaflet.check import refusals
from leaflet.model import Monograph
from tests.check.hostile import FORBIDDEN, PHRASES, TRIGGERS, items_under_a_lead, run_of

TODAY = datetime.date(2026, 6, 1)
MISSING = "S503"  # every run lacks the sections that a leaflet must have
SHORT, LONG = 300, 3_000  # characters


def codes(monograph: Monograph) -> set[str]:
    return {finding.code for finding in refusals(monograph, on=TODAY)} - {MISSING}


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_runs_of_a_trigger_are_forbidden_for_what_they_say(trigger: str) -> None:
    expected = set(FORBIDDEN.get(trigger, "").split())
    assert codes(run_of(trigger, SHORT)) == expected
    assert codes(run_of(trigger, LONG)) == expected


@pytest.mark.parametrize("words", PHRASES)
def test_runs_of_the_words_of_a_phrase_are_judged_alike(words: str) -> None:
    assert codes(run_of(f"{words} ", LONG)) == codes(run_of(f"{words} ", 2 * LONG))


@pytest.mark.parametrize("count", [1, 30, 1_000])
def test_every_item_is_read_with_its_lead(count: int) -> None:
    found = refusals(items_under_a_lead(count), on=TODAY)
    assert {finding.code for finding in found} == {MISSING}
