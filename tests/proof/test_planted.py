"""What somebody could do to a finished leaflet is noticed: all of it by the remake, nearly all without."""

import pytest

from leaflet.proof.results import Report
from leaflet.proof.verify import Asked, Depth, prove
from tests.proof.planted import THREATS
from tests.proof.planted.register import BACLOFEN_STANDARD, STANDARD, file_of, monograph_of

WITH_REMAKE = Depth(remake=True, copies=False, verapdf=False)
RULES = Depth(copies=False, verapdf=False)
LEAST_BY_RULES = 0.85


def report(pdf: bytes, depth: Depth) -> Report:
    """Prove a file with the monographs of the good files at hand, found by what a file says of itself."""
    made = [monograph_of(each) for each in ("baclofen", "testol")]

    by_sum = {each.sha256: each for each in made}
    by_name = {each.id: each for each in made}
    return prove(
        "a.pdf",
        pdf,
        Asked(
            choose=lambda own: (
                by_sum.get(own.get("monographSHA256", "")) or by_name.get(own.get("monograph", ""))
            ),
            depth=depth,
        ),
    ).report


def is_noticed(found: Report) -> bool:
    return bool(found.unreadable) or found.verdict == "fail"


@pytest.mark.parametrize("name", THREATS)
def test_every_threat_is_noticed_by_the_remake(name: str) -> None:
    assert is_noticed(report(THREATS[name].pdf, WITH_REMAKE))


def test_nearly_every_threat_is_noticed_by_the_rules_alone() -> None:
    missed = [name for name, threat in THREATS.items() if not is_noticed(report(threat.pdf, RULES))]
    assert len(missed) <= (1 - LEAST_BY_RULES) * len(THREATS), missed


@pytest.mark.parametrize("base", [STANDARD, BACLOFEN_STANDARD])
def test_the_good_files_pass(base: object) -> None:
    found = report(file_of(base), Depth(remake=True, copies=False, verapdf=False))
    assert (found.unreadable, [each.code for each in found.failures]) == ("", [])
