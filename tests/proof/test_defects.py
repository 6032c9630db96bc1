"""Every forged file is caught by the rule meant for it, as defects are in `test_mutants`; good ones pass."""

import re

import pytest

from leaflet.proof.answers import Depth
from leaflet.proof.catalogue import all_rules
from leaflet.proof.prove_file import verify_bytes
from leaflet.proof.results import Report
from leaflet.proof.subject import read_subject
from leaflet.values import altered
from tests.proof.defects import FORGED, PLANTED
from tests.proof.surgery import Change, Surgeon, leaflet_of, operate

QUICK = Depth(copies=False, verapdf=False)
RULES = {rule.code: rule for rule in all_rules()}
COPIES = Depth(copies=True, verapdf=False)


def broken(report: Report) -> set[str]:
    return {result.code for result in report.failures}


@pytest.mark.parametrize(("change", "code"), FORGED.values(), ids=FORGED)
def test_a_forged_file_is_caught_by_its_rule(change: Change, code: str) -> None:
    made, pdf = leaflet_of()
    report = verify_bytes(change(pdf), made, QUICK)
    assert report.unreadable == ""
    assert code in broken(report)


def test_the_good_leaflet_breaks_no_rule() -> None:
    made, pdf = leaflet_of()
    report = verify_bytes(pdf, made, COPIES)
    assert [(each.code, each.judgement) for each in report.failures] == []
    assert {result.verdict for result in report.results} == {"pass"}


def test_there_are_sixty_defects_and_forty_rules() -> None:
    assert len(PLANTED) >= 60
    rules = all_rules()
    assert len(rules) >= 40
    assert all(rule.explanation.source for rule in rules)
    assert len({rule.code for rule in rules}) == len(rules)


def test_every_rule_has_a_defect_or_says_where_it_is_tested() -> None:
    elsewhere = {
        "V213": "test_small_letters",
        "V603": "test_verapdf",
        "V628": "test_damage",
        "V641": "test_the_name_of_another_file",
        "V801": "test_a_stale_leaflet",
    }
    codes = {rule.code for rule in all_rules()}
    assert codes == {code for _, code in (*PLANTED.values(), *FORGED.values())} | set(elsewhere)


def test_small_letters_that_are_too_small_for_aph() -> None:
    made, _ = leaflet_of("aph")

    def smaller(cut: Surgeon) -> None:
        for page in (1, 2):
            cut.stream(page, lambda data: re.sub(rb" (18[.\d]*) Tf", b" 17 Tf", data))

    assert "V213" in broken(verify_bytes(operate(smaller, "aph"), made, QUICK))
    assert "V213" not in broken(verify_bytes(leaflet_of("aph")[1], made, QUICK))


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("testol-en-standard-a4.pdf", "pass"),
        ("dist/TESTOL-EN-STANDARD-A4.PDF", "pass"),
        ("for Mrs B.pdf", "pass"),
        ("other-en-standard-a4.pdf", "fail"),
        ("testol-fr-standard-a4.pdf", "fail"),
        ("testol-en-giant-letter.pdf", "fail"),
        ("testol-en-standard-a4-summary.pdf", "fail"),
        ("testol-en-standard-a4-booklet.pdf", "fail"),
        ("testol-en-standard-a4-ua2.pdf", "fail"),
        ("testol-en-card.pdf", "fail"),
    ],
)
def test_the_name_of_another_file_is_noticed(name: str, verdict: str) -> None:
    made, pdf = leaflet_of()
    assert RULES["V641"].result(read_subject(name, pdf, lambda _: made)).verdict == verdict


def test_a_stale_leaflet_is_named() -> None:
    made, pdf = leaflet_of()
    changed = altered(made, sha256="0" * 64)
    assert broken(verify_bytes(pdf, changed, QUICK)) == {"V801"}


def test_damage_is_named() -> None:
    made, pdf = leaflet_of()
    report = verify_bytes(pdf.replace(b"startxref\n", b"startxref\n9"), made, QUICK)
    assert "V628" in broken(report)
