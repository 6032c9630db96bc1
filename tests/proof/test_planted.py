"""What somebody could do to a finished leaflet is noticed: all of it, and nearly all by the rules alone."""

from collections import Counter
from collections.abc import Mapping

import pytest

from leaflet.model import Monograph
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import Asked, prove, rules_of
from leaflet.proof.reading.painted import UnreadableError
from leaflet.proof.results import REMADE, Report
from leaflet.proof.subject import read_subject
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
RULES = rules_of(WHOLE)
MOST_LEFT_TO_THE_REMAKE = 0.15
# Noticed by making the leaflet again, and by no rule.
BY_REMAKE_ALONE: frozenset[str] = frozenset()


def at_hand(own: Mapping[str, str]) -> Monograph | None:
    """Return the monograph of a good file, found by what a file says of itself."""
    made = [monograph_of(each) for each in ("baclofen", "testol", "oprelin", "vaxitol", "inhalox", "linked")]
    by_sum, by_name = {each.sha256: each for each in made}, {each.id: each for each in made}
    return by_sum.get(own.get("monographSHA256", "")) or by_name.get(own.get("monograph", ""))


def report(pdf: bytes) -> Report:
    """Prove a file with the monographs of the good files at hand."""
    return prove("a.pdf", pdf, Asked(choose=at_hand, depth=WHOLE)).report


@pytest.fixture(scope="module")
def noticing() -> Counter[str]:
    """Count how many threats each rule was the first to notice; who notices most is asked first."""
    return Counter()


@pytest.mark.parametrize("name", sorted(frozenset(THREATS) - BY_REMAKE_ALONE))
def test_every_threat_is_noticed_by_a_rule(name: str, noticing: Counter[str]) -> None:
    # One rule that fails fails the file, so that no other has to be asked.
    try:
        subject = read_subject("a.pdf", THREATS[name].pdf, at_hand)
    except UnreadableError:
        return
    asked = sorted(RULES, key=lambda rule: -noticing[rule.code])
    first = next((rule.code for rule in asked if rule.result(subject).verdict == "fail"), None)
    assert first
    noticing[first] += 1


def test_few_threats_are_left_to_the_remake_which_notices_them() -> None:
    for name in BY_REMAKE_ALONE:
        assert [each.code for each in report(THREATS[name].pdf).failures] == [REMADE]
    assert len(BY_REMAKE_ALONE) <= MOST_LEFT_TO_THE_REMAKE * len(THREATS)


@pytest.mark.parametrize("base", [STANDARD, BACLOFEN_STANDARD, PLAN, PICTURES, LINKED])
def test_the_good_files_pass(base: Base) -> None:
    found = report(file_of(base))
    assert (found.unreadable, [each.code for each in found.failures]) == ("", [])
