"""Findings for machines: every format carries code, severity, place, message and hint."""

import json

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from leaflet.diagnostics import Finding, Span
from leaflet.reports import to_github, to_json, to_sarif
from leaflet.rules import EXPLANATIONS

STOP = Finding(
    code="S101",
    message="'stop' tells the patient to stop: 100 %",
    hint="say who decides",
    span=Span("content/a b,c.yaml", 4, 9, 4, 13),
    excerpt="      - stop it",
)
LONG = Finding(
    code="P101",
    message="too long",
    severity="warning",
    span=Span("content/b.yaml", 2, 3, 5, 1),
    excerpt="  text",
)
NOWHERE = Finding(code="X999", message="no place")


def test_json_holds_every_finding() -> None:
    report = json.loads(to_json([STOP, NOWHERE], monographs=[]))
    assert report["findings"][0] == {
        "code": "S101",
        "severity": "error",
        "path": "content/a b,c.yaml",
        "line": 4,
        "column": 9,
        "message": STOP.message,
        "hint": "say who decides",
    }
    assert report["findings"][1]["line"] == 1
    assert report["monographs"] == []
    assert json.loads(to_json([])) == {"findings": []}


@pytest.mark.parametrize("findings", [[], [STOP], [STOP, STOP, LONG, NOWHERE]], ids=len)
def test_sarif_is_valid(findings: list[Finding]) -> None:
    text = to_sarif(findings, EXPLANATIONS, "1.2.3")
    log = SarifLog.model_validate_json(text)  # generated from the official schema of SARIF 2.1.0
    assert len(log.runs[0].results or []) == len(findings)
    assert json.loads(text)["version"] == "2.1.0"


def test_sarif_names_rules_places_and_fingerprints() -> None:
    run = json.loads(to_sarif([STOP, STOP, LONG], EXPLANATIONS, "1.2.3"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["P101", "S101"]
    assert rules[1]["shortDescription"]["text"] == EXPLANATIONS["S101"].title
    first, second, third = run["results"]
    assert (first["ruleIndex"], first["level"], third["level"]) == (1, "error", "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/a%20b%2Cc.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 13}
    assert first["partialFingerprints"] != second["partialFingerprints"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_file_outside_the_repository_gets_an_absolute_uri() -> None:
    finding = Finding(code="S101", message="x", span=Span("/elsewhere/a.yaml", 1, 1, 1, 2))
    result = json.loads(to_sarif([finding], {}, "1"))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///elsewhere/a.yaml"


def test_github_annotations_escape_what_would_break_them() -> None:
    error, warning, bare = to_github([STOP, LONG, NOWHERE]).splitlines()
    assert error == (
        "::error file=content/a b%2Cc.yaml,line=4,endLine=4,col=9,endColumn=12,title=S101"
        "::'stop' tells the patient to stop: 100 %25%0Asay who decides"
    )
    assert warning == "::warning file=content/b.yaml,line=2,endLine=5,title=P101::too long"
    assert bare == "::error line=1,endLine=1,col=1,endColumn=1,title=X999::no place"
