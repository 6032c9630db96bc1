"""Approvals and signatures: bound to the words, and nothing else in the file is touched."""

from pathlib import Path

import pytest

from tests.batch.monographs import baclofen
from tests.cli.runs import Runner

APPROVE = ("--by", "A. Pharmacist", "--register", "GPhC 0000000", "--on", "2026-11-24", "--due", "2028-11-24")
RISKY = "Keep to the recommended dose."


def _written(leaflet: Runner, text: str) -> Path:
    path = leaflet.folder / "m.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_approval_holds_until_a_word_changes(leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    assert leaflet("approve", path, *APPROVE).code == 0
    assert leaflet("check", path, "--on", "2026-11-25").code == 0
    changed = path.read_text(encoding="utf-8").replace("Baclofen does not cure", "Baclofen does not heal")
    path.write_text(changed, encoding="utf-8")
    shown = leaflet("check", path, "--on", "2026-11-25")
    assert shown.code == 1
    assert "error[S606]: the approval was given for other words" in shown.out


def test_nothing_but_the_review_changes(leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    leaflet("approve", path, *APPROVE)
    before, after = baclofen().splitlines(), path.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == ["  status: draft"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("--by", "nobody", "S607"),
        ("--by", "TBD", "M037"),
        ("--register", "none", "S607"),
        ("--due", "2036-01-31", "S608"),
        ("--due", "2020-01-31", "S602"),
    ],
)
def test_an_approval_that_is_none_is_not_written(name: str, value: str, code: str, leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    typed = list(APPROVE)
    typed[typed.index(name) + 1] = value
    shown = leaflet("approve", path, *typed)
    assert shown.code == 1
    assert f"error[{code}]" in shown.err
    assert path.read_text(encoding="utf-8") == baclofen()


@pytest.mark.parametrize(
    "asked",
    [
        ["approve", "m.yaml", *APPROVE, "--by", " "],
        ["approve", "m.yaml", *APPROVE, "--register", ""],
        ["accept", "m.yaml", "20", "--by", "", "--why", "It is so."],
        ["accept", "m.yaml", "20", "--by", "A. Pharmacist", "--why", ""],
    ],
)
def test_a_signature_that_says_nothing_is_wrong_usage(asked: list[str], leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    shown = leaflet(*asked)
    assert (shown.code, "it says nothing" in shown.err) == (2, True)
    assert path.read_text(encoding="utf-8") == baclofen()


def test_lines_end_as_they_did(leaflet: Runner) -> None:
    path = leaflet.folder / "a.yaml"
    path.write_bytes(baclofen().replace("\n", "\r\n").encode())
    assert leaflet("approve", "a.yaml", *APPROVE).code == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > 100


def test_the_leaflet_prints_the_register_and_no_name(leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    leaflet("approve", path, *APPROVE)
    shown = leaflet("trace", path)
    assert "A pharmacist in the register GPhC approved these words on 24 November 2026." in shown.out
    assert "A. Pharmacist" not in shown.out


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("S116", "Throw the liquid away 4 months after it was mixed."),
        ("S117", "If you miss a tablet, take it together with your next tablet."),
    ],
)
def test_what_a_figure_is_stopped_for_can_be_signed(leaflet: Runner, code: str, words: str) -> None:
    text = baclofen().replace(RISKY, words, 1).replace(", double: never", "")
    path = _written(leaflet, text)
    line = next(number for number, each in enumerate(text.splitlines(), 1) if words in each)
    by = "--by", "A. Pharmacist", "--why", "Said for this test."
    assert code in leaflet("check", path, "--select", code).out
    signed = leaflet("accept", path, str(line), "--code", code, *by)
    assert signed.code == 0, signed.err
    assert leaflet("check", path, "--select", code).code == 0


def test_a_signature_lifts_a_finding_and_lapses_with_a_word(leaflet: Runner) -> None:
    text = baclofen().replace(RISKY, "You can leave out the tablets for a day.", 1)
    path = _written(leaflet, text)
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "leave out the tablets" in each)
    assert leaflet("check", path, "--select", "S").code == 1
    signed = leaflet("accept", path, str(line), "--by", "A. Pharmacist", "--why", "Said for this test.")
    assert signed.code == 0, signed.err
    assert leaflet("build", path).code == 0
    path.write_text(path.read_text(encoding="utf-8").replace("for a day", "for a week"), encoding="utf-8")
    assert leaflet("build", path).code == 1


def test_nobody_signs_for_a_line_at_which_no_rule_stops(leaflet: Runner) -> None:
    path = _written(leaflet, baclofen())
    shown = leaflet("accept", path, "3", "--by", "A. Pharmacist", "--why", "For nothing.")
    assert shown.code == 2
    assert "no rule stops at this line" in shown.err
