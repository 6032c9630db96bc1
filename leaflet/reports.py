"""Findings for machines: JSON, SARIF 2.1.0 and annotations for GitHub Actions.

Text for people is `diagnostics.to_text`. Every function is pure and returns the whole report.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from leaflet.diagnostics import Finding, Severity, Span
from leaflet.explanations import Explanation

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NOWHERE = Span.of_file("")


def to_json(findings: Sequence[Finding], **more: Any) -> str:
    """Return an object whose `findings` each have code, severity, path, line, column, message and hint.

    `more` stands beside them under its own keys.
    """
    entries = [_entry(finding) for finding in findings]
    return json.dumps({"findings": entries, **more}, ensure_ascii=False, indent=2)


def _entry(finding: Finding) -> dict[str, str | int]:
    span = finding.span or _NOWHERE
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": finding.message,
        "hint": finding.hint,
        **({"signed_by": finding.signed_by} if finding.signed_by else {}),
    }


def to_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands that put each finding beside its line in a pull request."""
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    span = finding.span or _NOWHERE
    places = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": max(span.column, span.end_column - 1),
        "title": finding.code,
    }
    if span.end_line != span.line:  # columns mean something within one line only
        del places["col"], places["endColumn"]
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items() if value)
    said = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{finding.severity} {listed}::{_escaped(said)}"


def _escaped(text: str, marks: str = "") -> str:
    for mark in f"%\r\n{marks}":
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def to_sarif(findings: Sequence[Finding], explanations: Mapping[str, Explanation], version: str) -> str:
    """Return a SARIF 2.1.0 log of one run by `version` of Leaflet, with the rules that it breaks."""
    codes = sorted({finding.code for finding in findings})
    severities: dict[str, Severity] = {finding.code: finding.severity for finding in findings}
    rules = [_rule(code, severities[code], explanations.get(code)) for code in codes]
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "Leaflet", "semanticVersion": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), seen) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, severity: Severity, explanation: Explanation | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": severity}}
    if explanation:
        rule["shortDescription"] = {"text": explanation.title}
        rule["fullDescription"] = {"text": explanation.reason}
        lines = (f"Bad: {explanation.bad}", f"Good: {explanation.good}", f"Source: {explanation.source}")
        rule["help"] = {"text": "\n\n".join(lines)}
    return rule


def _result(finding: Finding, index: int, seen: Counter[str]) -> dict[str, Any]:
    span = finding.span or _NOWHERE
    said = f"{finding.message}. Hint: {finding.hint}." if finding.hint else f"{finding.message}."
    # Code scanning knows a finding again by what its line says, wherever the line moves to.
    mark = hashlib.sha256(
        f"{finding.code} {span.path} {finding.excerpt.strip()}".encode(errors="surrogateescape")
    ).hexdigest()[:16]
    seen[mark] += 1
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": max(span.end_column, span.column if span.end_line == span.line else 1),
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": said},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(span.path)}, "region": region}}],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:{seen[mark]}"},
    }


def _uri(path: str) -> str:
    """Return a path as a URI reference, which code scanning resolves from the root of the repository."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
