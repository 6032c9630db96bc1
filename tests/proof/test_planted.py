"""What somebody could do to a finished leaflet is noticed: all of it, and nearly all by the rules alone."""

import pytest

from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import Asked, prove
from leaflet.proof.results import REMADE, Report
from tests.proof.planted import THREATS
from tests.proof.planted.register import (
    BACLOFEN_STANDARD,
    LINKED,
    PICTURES,
    PLAN,
    STANDARD,
    Base,
    file_of,
    monograph_of,
)

WHOLE = Depth(remake=True, copies=False, verapdf=False)
MOST_LEFT_TO_THE_REMAKE = 0.15
# Noticed by making the leaflet again, and by no rule.
BY_REMAKE_ALONE: frozenset[str] = frozenset()


def report(pdf: bytes, depth: Depth = WHOLE) -> Report:
    """Prove a file with the monographs of the good files at hand, found by what it says of itself."""
    made = [monograph_of(each) for each in ("baclofen", "testol", "oprelin", "inhalox", "linked")]
    by_sum, by_name = {each.sha256: each for each in made}, {each.id: each for each in made}
    asked = Asked(
        choose=lambda own: (
            by_sum.get(own.get("monographSHA256", "")) or by_name.get(own.get("monograph", ""))
        ),
        depth=depth,
    )
    return prove("a.pdf", pdf, asked).report


@pytest.mark.parametrize("name", THREATS)
def test_every_threat_is_noticed(name: str) -> None:
    found = report(THREATS[name].pdf)
    by_rules = [result.code for result in found.failures if result.code != REMADE]
    assert found.unreadable or found.verdict == "fail"
    assert found.unreadable or by_rules or name in BY_REMAKE_ALONE


def test_few_threats_are_left_to_the_remake() -> None:
    assert frozenset(THREATS) >= BY_REMAKE_ALONE
    assert len(BY_REMAKE_ALONE) <= MOST_LEFT_TO_THE_REMAKE * len(THREATS)


@pytest.mark.parametrize("base", [STANDARD, BACLOFEN_STANDARD, PLAN, PICTURES, LINKED])
def test_the_good_files_pass(base: Base) -> None:
    found = report(file_of(base))
    assert (found.unreadable, [each.code for each in found.failures]) == ("", [])
