"""Every mistake: what is typed, beside the findings that it gives and the hint of the first."""

from pathlib import Path

import pytest

from leaflet.diagnostics import to_text
from leaflet.read import read_monograph
from leaflet.read.format_codes import EXPLANATIONS
from tests.read.files import Case, cases_in, findings_of, monograph_with, traces

HERE = Path(__file__).parent
MISTAKES = cases_in(HERE / "mistakes.txt")
SLIPS = cases_in(HERE / "slips.txt")

STRANGE = "has no place in a monograph; the file holds it"

# (the whole file, the findings)
FILES: list[tuple[bytes, list[str]]] = [
    (b"", ["M034 1:1 the file is empty"]),
    (b" \n\n", ["M034 1:1 the file is empty"]),
    (b"\xef\xbb\xbf", ["M034 1:1 the file is empty"]),
    (b"# only\n# words\n", ["M034 1:1 the file holds only comments"]),
    (b"a" * (1024 * 1024 + 1), ["M030 1:1 the file is larger than 1 MiB"]),
    (b"PK\x03\x04\0\0", ["M031 1:1 this is not a text file"]),
    ("a: b".encode("utf-16"), ["M032 1:1 the file is in UTF-16, not in UTF-8"]),
    ("id: a\nname: 💊é".encode() + b"\xe9", ["M032 2:9 byte 0xE9 is not UTF-8 (offset 18 in the file)"]),
    (
        "a: \u202ex\x07\u202e".encode(),
        [
            f"M033 1:4 the character U+202E (RIGHT-TO-LEFT OVERRIDE) {STRANGE} 2 times",
            f"M033 1:6 the character U+0007 (a control character) {STRANGE} once",
        ],
    ),
    ((monograph_with("") + "---\nid: x\n").encode(), ["M044 21:1 a second document begins here"]),
    (b"just words", ["M006 1:1 text where a mapping is expected"]),
    (b"- a\n- b", ["M006 1:1 a list where a mapping is expected"]),
    (b"a: " + 64 * b"[", ["M040 1:67 values are nested more than 64 levels deep"]),
]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.typed)
def test_each_mistake_is_found_at_its_place(case: Case) -> None:
    findings = findings_of(monograph_with(case.typed))
    assert traces(findings) == case.traces
    assert case.hint in ("", findings[0].hint)


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.typed)
def test_a_slip_in_the_yaml_is_told_in_plain_words(case: Case) -> None:
    slips = tuple(finding for finding in findings_of(case.typed) if finding.code == "M001")
    assert traces(slips) == case.traces
    assert case.hint in ("", slips[0].hint)


@pytest.mark.parametrize(("data", "expected"), FILES, ids=[str(row[0][:12]) for row in FILES])
def test_a_file_that_is_no_monograph_is_refused(data: bytes, expected: list[str]) -> None:
    assert traces(findings_of(data)) == expected


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (HERE / "many_mistakes.yaml").read_text(encoding="utf-8")
    expected = [line.removeprefix("#! ") for line in text.splitlines() if line.startswith("#! ")]
    assert traces(findings_of(text)) == expected


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_each_code_explains_itself_with_examples_that_hold(code: str) -> None:
    explanation = EXPLANATIONS[code]
    assert explanation.mend, "it does not say what to do"
    if is_typed(explanation.bad):
        assert code in [finding.code for finding in findings_of(monograph_with(explanation.bad))]
        assert findings_of(monograph_with(explanation.good)) == ()
    else:
        assert code >= "M030"


def test_each_code_has_a_test_and_each_tested_code_an_explanation() -> None:
    found = [trace for case in MISTAKES + SLIPS for trace in case.traces]
    found += [trace for _, expected in FILES for trace in expected]
    tested = {trace[:4] for trace in found} | {"M041", "M051", "M052"}  # tested with files
    assert tested == set(EXPLANATIONS)


def is_typed(example: str) -> bool:
    return ":" in example


def test_a_finding_prints_as_place_line_caret_and_hint() -> None:
    _, findings = read_monograph(monograph_with("classes: [opiod]").encode(), "content/x.yaml")
    assert to_text(findings[0]).splitlines() == [
        "content/x.yaml:1:11: error[M007]: this item cannot be 'opiod'",
        "    classes: [opiod]",
        "              ^^^^^",
        f"  hint: {findings[0].hint}",
    ]


def test_nothing_typed_reaches_the_terminal_as_a_command() -> None:
    for typed in ('"\\e[31mkey": x', "name: A\x1b[31m", 'kind: "\\e[31m"', 'sources: {"\\e[2J": {}}'):
        for finding in findings_of(monograph_with(typed)):
            assert "\x1b" not in to_text(finding)
