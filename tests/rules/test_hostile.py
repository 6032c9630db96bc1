"""Long runs of what a rule looks for are judged like short ones; `tests.bench.hostile` times them."""

import datetime

import pytest

from leaflet.model import Monograph
from leaflet.rules import refusals
from tests.rules.hostile import FORBIDDEN, TRIGGERS, items_under_a_lead, run_of

TODAY = datetime.date(2026, 6, 1)
MISSING = "S503"  # every run lacks the sections that a leaflet must have
LONG = 6_000  # characters


def codes(monograph: Monograph) -> set[str]:
    return {finding.code for finding in refusals(monograph, on=TODAY)} - {MISSING}


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_runs_of_a_trigger_are_judged_for_what_they_say(trigger: str) -> None:
    expected = set(FORBIDDEN.get(trigger, "").split())
    found = codes(run_of(trigger, LONG))
    assert expected <= found
    assert codes(run_of(trigger, 2 * LONG)) >= found - {"S213"}


@pytest.mark.parametrize("count", [1, 30, 1_000])
def test_every_item_is_read_with_its_lead(count: int) -> None:
    found = refusals(items_under_a_lead(count), on=TODAY)
    assert {finding.code for finding in found} - {"S113", "S115"} == {
        MISSING
    }  # what is too long is not understood
