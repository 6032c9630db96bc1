"""The table of sentences: no dangerous one passes, and innocent look-alikes are left in peace."""

import datetime
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from leaflet.diagnostics import Finding
from leaflet.rules import RULES, check
from tests.rules.monographs import monograph, section

TABLE = Path(__file__).with_name("sentences.txt")
TODAY = datetime.date(2026, 6, 1)
# Rules on sentences; the others judge a warning, the review or the whole, and have their bad files.
NOT_ON_SENTENCES = {
    "S301", "S302", "S303", "S304", "S306", "S502", "S503", "S504", "S601", "S602", "S603", "S604", "S605",
    "S701", "S702", "S703", "C105",
    "P301", "S606", "S607", "S608", "S609", "C102", "C103", "S114", "S217", "P404",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    code: str
    is_bad: bool
    words: str


def _cases() -> list[Case]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    parts = [line.split(" ", 2) for line in lines if line and not line.startswith("#")]
    return [Case(code, kind == "bad", words) for code, kind, words in parts]


CASES = _cases()
DANGEROUS = [case for case in CASES if case.is_bad]
INNOCENT = [case for case in CASES if not case.is_bad]
SAFETY = {rule.code for rule in RULES if rule.code[:2] in ("S1", "S4")} | {"S213", "S216"}
CODES = sorted({case.code for case in CASES})


def _findings(words: str) -> tuple[Finding, ...]:
    first, *items = (part.strip() for part in words.split(" / "))
    blocks = [first, {"bullets": items}] if items else [first]
    others = [
        section(topic, "Words.") for topic in ("uses", "before_you_take", "interactions", "side_effects")
    ]
    return check(monograph(section("how_to_take", *blocks), *others), on=TODAY)


def _is_found(code: str, findings: tuple[Finding, ...]) -> bool:
    """Tell whether a danger is named; which of the rules on what a reader is told names it is no matter."""
    return any(
        finding.code == code or (code in SAFETY and finding.code in SAFETY and finding.is_error)
        for finding in findings
    )


@pytest.mark.parametrize("code", CODES)
def test_no_dangerous_sentence_passes(code: str) -> None:
    cases = [case for case in DANGEROUS if case.code == code]
    passed = [case.words for case in cases if not _is_found(code, _findings(case.words))]
    assert not passed


@pytest.mark.parametrize("code", CODES)
def test_innocent_look_alikes_are_left_in_peace(code: str) -> None:
    flagged = [
        (case.words, finding.code)
        for case in INNOCENT
        if case.code == code
        for finding in _findings(case.words)
        if finding.is_error or finding.code == code
    ]
    assert not flagged  # the promise is 2 % at most over the whole table; here it is none


def test_the_table_is_large_and_even() -> None:
    assert len(CASES) >= 300
    assert min(len(DANGEROUS), len(INNOCENT)) >= 0.45 * len(CASES)
    assert len({case.words for case in CASES}) == len(CASES)


def test_the_table_covers_every_rule_on_sentences() -> None:
    bad, good = Counter(case.code for case in DANGEROUS), Counter(case.code for case in INNOCENT)
    for code in {rule.code for rule in RULES} - NOT_ON_SENTENCES:
        assert bad[code], f"no dangerous sentence for {code}"
        assert good[code], f"no innocent look-alike for {code}"


def test_the_safety_rules_on_instructions_are_tried_hardest() -> None:
    tried = [case for case in CASES if case.code in ("S101", "S102", "S103", "S104")]
    assert len(tried) >= 300


@pytest.mark.parametrize(
    ("lead", "item", "found"),
    [
        ("Do not:", "stop taking it suddenly", False),
        ("You can:", "stop taking it when you like", True),
        ("Your doctor may:", "lower your dose", False),
        ("Unless your doctor tells you to, never:", "double your dose", False),
        ("Talk to your doctor before you:", "stop taking it", False),
        ("When you feel better:", "stop taking it", True),
    ],
)
def test_an_item_is_read_with_its_lead(lead: str, item: str, *, found: bool) -> None:
    nested = {"bullets": [{"item": lead, "bullets": [item, "rest"]}, "drink water"]}
    flat = [lead, {"bullets": [item, "rest"]}]
    for blocks in (flat, [nested]):
        findings = check(monograph(section("how_to_take", *blocks)), on=TODAY, select=("S1",))
        assert bool(findings) == found


@pytest.mark.parametrize(
    "warning",
    [
        {"hazard": "Stop taking it if you feel ill."},
        {"action": "Stop taking it."},
        {"consequence": "You can stop taking it when you feel better."},
        {"signs": "Halve your dose when you see them."},
    ],
)
def test_warnings_are_read_too(warning: dict[str, str]) -> None:
    typed = {
        "kind": "other", "level": "caution", "hazard": "Sleepiness", "action": "Do not drive.",
        "consequence": "You can have an accident.", "source": "monograph", **warning,
    }  # fmt: skip
    assert check(monograph(warnings=[typed]), on=TODAY, select=("S1",))


def test_other_names_count_as_the_medicine() -> None:
    leaflet = monograph(
        section("how_to_take", "Stop Example Retard when you like."), other_names=["Example Retard"]
    )
    assert [finding.code for finding in check(leaflet, on=TODAY, select=("S101",))] == ["S101"]
