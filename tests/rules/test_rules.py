"""Every rule has a bad file with its findings inline, an explanation and a source."""

import datetime
from pathlib import Path

import pytest

from leaflet.diagnostics import Finding
from leaflet.model import Accepted, MedicineClass, Monograph
from leaflet.read import load, read_monograph
from leaflet.rules import EXPLANATIONS, RULES, check, refusals
from leaflet.rules.meaning import digest
from leaflet.rules.required import NEEDS
from leaflet.values import altered
from tests.rules.monographs import OVERDOSE, WITHDRAWAL, monograph, section

BAD = Path(__file__).with_name("bad")
FILES = sorted(BAD.glob("*.yaml"))
TODAY = datetime.date(2026, 6, 1)
MARK = "# finds "


def _expected(path: Path) -> list[tuple[int, str]]:
    """Return line and code of each finding that the comments of a file announce."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        (number, code)
        for number, line in enumerate(lines, start=1)
        if MARK in line
        for code in line.partition(MARK)[2].split()
    ]


def _found(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    return [(finding.span.line if finding.span else 0, finding.code) for finding in findings]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_gives_exactly_its_findings(path: Path) -> None:
    assert sorted(_found(check(load(path), on=TODAY))) == sorted(_expected(path))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_bad_file_that_finds_it(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]  # a parameter's type is object to pytest
    assert code in {found for _, found in _expected(BAD / f"{code}.yaml")}


def test_no_bad_file_without_a_rule() -> None:
    assert {path.stem for path in FILES} == set(EXPLANATIONS)


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_every_rule_is_explained(code: str) -> None:
    told = EXPLANATIONS[code]
    texts = (told.title, told.reason, told.bad, told.good, told.source)
    assert all(len(text) > 4 for text in texts)
    assert told.bad != told.good
    assert not told.reason.endswith(".")


def test_codes_are_unique_and_well_formed() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(code[0] in "SPC" and code[1:].isdigit() and len(code) == 4 for code in codes)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_finding_shows_the_line_and_points_into_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for finding in check(load(path), on=TODAY):
        assert finding.span is not None
        assert finding.span.path == str(path)
        assert finding.excerpt == lines[finding.span.line - 1]
        assert finding.excerpt[finding.span.column - 1 :].strip()
        assert finding.message[0] != finding.message[0].upper() or not finding.message[0].isalpha()
        assert not finding.message.endswith(".")
        assert finding.hint


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_whatever_says_it_may_be_signed_can_be_signed(path: Path) -> None:
    leaflet = load(path)
    for finding in check(leaflet, on=TODAY):
        assert ("may sign" in finding.hint or "sign for it" in finding.hint) == finding.signable, finding
        if finding.signable:
            signature = Accepted(
                code=finding.code, words_sha256=finding.words_sha256, by="A. Pharmacist", on=TODAY, why="So"
            )
            signed = check(altered(leaflet, accepted=(signature,)), on=TODAY, select=(finding.code,))
            assert "A. Pharmacist" in {each.signed_by for each in signed}


def test_a_finding_in_a_folded_text_is_placed_to_the_letter() -> None:
    typed = (BAD / "S101.yaml").read_text(encoding="utf-8")
    folded = typed.replace(
        "      - paragraph: Stop taking it if you feel dizzy.  # finds S101\n",
        "      - paragraph: >-\n          Take it with **food**. If you\n"
        "          feel dizzy, stop\n          taking it.\n",
    )
    leaflet, _ = read_monograph(folded.encode(), "folded.yaml")
    assert leaflet is not None
    (finding,) = check(leaflet, on=TODAY)
    line = folded.splitlines()[(finding.span.line if finding.span else 1) - 1]
    assert finding.span is not None
    assert line[finding.span.column - 1 :] == "If you"
    assert finding.span.end_line == finding.span.line + 2


def test_safety_is_an_error_and_the_rest_becomes_one_under_strict() -> None:
    for path in FILES:
        leaflet = load(path)
        findings = check(leaflet, on=TODAY)
        assert all(finding.is_error for finding in findings if finding.code.startswith("S"))
        assert all(finding.is_error for finding in check(leaflet, on=TODAY, strict=True))
        assert refusals(leaflet, on=TODAY) == tuple(finding for finding in findings if finding.is_error)


def test_select_and_ignore_go_by_code_or_its_beginning() -> None:
    leaflet = load(BAD / "S305.yaml")
    assert {finding.code for finding in check(leaflet, on=TODAY)} == {"S305"}
    assert {finding.code for finding in check(leaflet, on=TODAY, select=("S",))} == {"S305"}
    assert check(leaflet, on=TODAY, ignore=("S3",)) == ()
    assert check(leaflet, on=TODAY, select=("S305",), ignore=("S",)) == ()


def test_the_review_lapses_on_the_day_after_it_is_due() -> None:
    leaflet = load(BAD / "S603.yaml")
    assert check(leaflet, on=datetime.date(2026, 5, 15)) == ()
    assert [finding.code for finding in check(leaflet, on=datetime.date(2026, 5, 16))] == ["S603"]


@pytest.mark.parametrize("class_", NEEDS)
def test_each_class_of_medicine_needs_its_sections_and_warnings(class_: MedicineClass) -> None:
    needs = NEEDS[class_]
    warnings = {
        "overdose": OVERDOSE,
        "withdrawal": WITHDRAWAL,
        "wrong_dose": {**WITHDRAWAL, "kind": "wrong_dose"},
    }
    whole = _of_class(class_, [warnings[each] for each in needs.warnings], needs.topics)
    assert check(whole, on=TODAY, select=("S50",)) == ()
    bare = _of_class(class_, [], ("driving",))
    missing = [finding.code for finding in check(bare, on=TODAY, select=("S50",))]
    assert missing == ["S503"] * len(needs.topics) + ["S504"] * len(needs.warnings)


def test_what_stays_in_the_skin_or_the_eye_needs_no_warning_of_what_is_swallowed() -> None:
    bare = monograph(section("about", "Words."), classes=["topical", "corticosteroid", "eye_medicine"])
    assert check(bare, on=TODAY, select=("S504",)) == ()


def _of_class(class_: str, warnings: list[dict[str, str]], topics: tuple[str, ...]) -> Monograph:
    return monograph(*(section(topic, "Words.") for topic in topics), classes=[class_], warnings=warnings)


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("Get medical help immediately.", False),
        ("Get emergency medical help.", False),
        ("Call the emergency services immediately.", False),
        ("Call 999 or go to the nearest emergency department.", False),
        ("Go to hospital straight away.", False),
        ("Tell your doctor.", True),
        ("Call your doctor in the morning.", True),
        ("Wait and see how you feel.", True),
        ("Drink water and rest.", True),
        ("Get medical help if you feel worse.", True),
        ("Consider getting medical help immediately.", True),
        ("You may get medical help immediately if you are worried.", True),
        ("Do not get medical help immediately.", True),
        ("Get medical help immediately, unless you feel fine.", True),
        ("Get medical help immediately. Then have a nap.", True),
        ("You need not call 999.", True),
        ("Do not wait. Call 999.", False),
        ("Call an ambulance, even if you feel well.", False),
        ("Call an ambulance at once, even if she seems well. Bring the pack along.", False),
        ("If you have swallowed one on two days, go to the emergency department now.", False),
        ("If someone else has used it, take it away from them and call 999 at once.", False),
        (
            "If there is a fire, shut the valve if it is safe to do so and call the fire brigade.",
            False,
        ),
        ("If you have taken too much and feel worse, call 999.", True),
        ("If you have taken more than 40 tablets, call 999.", True),
        ("If you have taken too much, call your doctor in the morning.", True),
        ("If there is a fire, wait for an hour and call the fire brigade.", True),
    ],
)
def test_an_overdose_asks_for_nothing_less_than_emergency_help(action: str, *, found: bool) -> None:
    leaflet = monograph(warnings=[{**OVERDOSE, "action": action}])
    assert bool(check(leaflet, on=TODAY, select=("S302",))) == found


@pytest.mark.parametrize(
    ("action", "codes"),
    [
        ("Do not stop suddenly. Your doctor may lower your dose.", []),
        ("Never stop taking it all at once. Ask your nurse first.", []),
        ("Do not suddenly stop. Talk to your pharmacist.", []),
        ("Do not stop suddenly.", ["S304"]),
        ("Talk to your doctor.", ["S303"]),
        ("Try not to stop suddenly.", ["S303", "S304"]),
        ("Do not stop using it unless your nurse or doctor tells you to.", []),
        ("Never stop without your doctor.", []),
        ("Do not stop unless you feel well.", ["S303", "S304"]),
        ("Do not stop unless your doctor tells you to or you feel well.", ["S303"]),
        ("You can stop without your doctor.", ["S303", "S304"]),
        ("Take care.", ["S303", "S304"]),
    ],
)
def test_a_withdrawal_warning_forbids_a_sudden_stop_and_names_who_helps(
    action: str, codes: list[str]
) -> None:
    leaflet = monograph(warnings=[{**WITHDRAWAL, "action": action}])
    assert [finding.code for finding in check(leaflet, on=TODAY, select=("S303", "S304"))] == codes


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, False),
        ({"hazard": "n/a"}, True),
        ({"action": "See below."}, True),
        ({"consequence": "TBC"}, True),
        ({"consequence": OVERDOSE["hazard"]}, True),
        ({"action": "Emergency medical help."}, True),
    ],
)
def test_a_warning_says_hazard_action_and_consequence(changed: dict[str, str], *, found: bool) -> None:
    leaflet = monograph(warnings=[{**OVERDOSE, **changed}])
    assert bool(check(leaflet, on=TODAY, select=("S301",))) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"what_to_do": "Contact your doctor immediately."}, False),
        ({"what_to_do": "Contact your doctor immediately.", "serious": "Tell your doctor."}, True),
        ({"serious": "Tell your doctor.", "common": "Contact your doctor immediately."}, True),
        ({"serious": "Get medical help immediately.", "common": "Tell your pharmacist."}, False),
        ({"serious": "Call the kidney unit the same day.", "common": "Tell your kidney nurse."}, False),
        ({"what_to_do": "Tell your nurse.", "serious": "Ring the heart team today."}, False),
        ({"what_to_do": "Tell your nurse.", "serious": "Lie down."}, True),
    ],
)
def test_serious_side_effects_never_ask_for_less_than_mild_ones(keys: dict[str, str], *, found: bool) -> None:
    blocks = [
        {"side_effects": {"seriousness": each, "heading": each, "effects": [f"{each} one", f"{each} two"],
                          "what_to_do": keys.get(each)}}
        for each in ("serious", "common")
    ]  # fmt: skip
    leaflet = monograph(section("side_effects", *blocks, what_to_do=keys.get("what_to_do")))
    assert bool(check(leaflet, on=TODAY, select=("S305",))) == found


def test_a_side_effect_listed_twice_has_two_strengths() -> None:
    blocks = [
        {
            "side_effects": {
                "seriousness": each,
                "heading": each,
                "effects": ["seizures (fits)", f"{each} one"],
            }
        }
        for each in ("serious", "common")
    ]
    (finding,) = check(monograph(section("side_effects", *blocks)), on=TODAY, select=("S305",))
    assert "listed as common here and as serious before" in finding.message


def test_another_language_is_said_to_be_unread() -> None:
    leaflet = monograph(section("how_to_take", "Deje de tomarlo si se marea. Tome 10mg."), language="es")
    assert {"S114", "S203"} <= {finding.code for finding in check(leaflet, on=TODAY)}
    assert "S101" not in {finding.code for finding in check(leaflet, on=TODAY)}


def _accepting(words: str, *, at: str = "2026-05-01") -> Monograph:
    accepted = {
        "code": "S101",
        "words_sha256": digest(words),
        "by": "A. Pharmacist",
        "on": at,
        "why": "the source says so",
    }
    return monograph(section("how_to_take", "Stop taking it if you feel dizzy."), accepted=[accepted])


def test_a_signature_lifts_the_finding_of_its_words_and_lapses_with_them() -> None:
    signed, *_ = check(_accepting("Stop taking it if you feel dizzy."), on=TODAY, select=("S101",))
    assert (signed.signed_by, signed.is_error) == ("A. Pharmacist", False)
    lapsed, *_ = check(_accepting("Stop taking it if you feel faint."), on=TODAY, select=("S101",))
    assert (lapsed.signed_by, lapsed.is_error) == ("", True)


def test_nobody_can_sign_for_an_emergency_without_help() -> None:
    leaflet = monograph(warnings=[{**OVERDOSE, "action": "Do not call an ambulance."}])
    found = check(leaflet, on=TODAY, select=("S108", "S302"))
    assert {finding.code for finding in found} == {"S108", "S302"}
    assert not any(finding.signable for finding in found)


def test_one_frequency_beside_another_is_found() -> None:
    leaflet = monograph(section("how_to_take", "Take it 3 times a day.", "Take Testol once a day."))
    assert "S213" in {finding.code for finding in check(leaflet, on=TODAY)}


def test_the_dose_of_the_facts_holds_every_text() -> None:
    facts = {"dose": {"amount": 5, "unit": "mg", "times": 3, "per": "day"}}
    told = monograph(section("how_to_take", "Take Testol twice a day."), facts=facts)
    assert "S213" in {finding.code for finding in check(told, on=TODAY)}
    agreed = monograph(section("how_to_take", "Take 5 mg 3 times a day."), facts=facts)
    assert "S213" not in {finding.code for finding in check(agreed, on=TODAY)}


@pytest.mark.parametrize(("identifier", "refused"), [("", True), ("    identifier: PL 00001/0001\n", False)])
def test_house_style_only_advises_on_a_regulators_words(identifier: str, *, refused: bool) -> None:
    typed = (BAD / "S203.yaml").read_text(encoding="utf-8")
    plain = "  monograph: {title: Testol monograph}\n"
    assert plain in typed
    kept = typed.replace(plain, f"  monograph:\n    title: Testol monograph\n{identifier}")
    leaflet, _ = read_monograph(kept.encode(), "kept.yaml")
    assert leaflet is not None
    (finding,) = check(leaflet, on=TODAY, select=("S203",))
    assert finding.is_error is refused
    assert check(leaflet, on=TODAY, select=("S203",), strict=True)[0].is_error
