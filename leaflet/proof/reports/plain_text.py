"""A proof's report as text for a terminal, and as data for programs."""

import json
import re
from collections.abc import Iterator, Sequence

from leaflet.proof.results import Fault, Report, Result, RuleVerdict

_MOST_FAULTS = 8
_SIGN = {"pass": "pass  ", "fail": "FAIL  ", "not proved": "open  ", "does not apply": "-     "}
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_COUNTED: dict[RuleVerdict, str] = {
    "pass": "pass",
    "fail": "fail",
    "not proved": "not proved",
    "does not apply": "with nothing to judge",
}
_QUIET = ("pass", "does not apply")


def to_text(reports: Sequence[Report], shared: Sequence[Result], *, everything: bool) -> str:
    """Return the reports as lines; `everything` lists the rules that pass as well."""
    blocks = ["\n".join(_report(report, everything=everything)) for report in reports]
    if shared:
        lines = [line for result in shared for line in _result(result)]
        blocks.append("\n".join(["variants side by side", *lines]))
    return "\n\n".join(blocks)


def summary(report: Report) -> str:
    """Return a file's verdict in one line."""
    if report.unreadable:
        return one_line(f"{report.name}: cannot be read: {report.unreadable}")
    verdict = {"pass": "passes", "fail": "FAILS", "not proved": "is not proved"}[report.verdict]
    counts = ", ".join(f"{report.count(each)} {said}" for each, said in _COUNTED.items())
    return one_line(f"{report.name}: {verdict} ({len(report.results)} rules: {counts})")


def one_line(text: str) -> str:
    """Return a text on one line: no word of a file may look like a line of the report."""
    return _BREAKS.sub(lambda found: ascii(found[0])[1:-1], text)


def _report(report: Report, *, everything: bool) -> Iterator[str]:
    yield summary(report)
    identity = report.identity
    if identity.profile:
        parts = (
            identity.title,
            f"version {identity.version}",
            identity.profile,
            identity.paper,
            identity.region,
        )
        yield "  " + one_line(", ".join(part for part in parts if part))
    bad = [result for result in report.results if result.verdict not in _QUIET]
    good = [result for result in report.results if result.verdict in _QUIET]
    for result in (*sorted(bad, key=_gravity), *(good if everything else ())):  # what is wrong is read first
        yield from _result(result)


def _gravity(result: Result) -> bool:
    return result.verdict != "fail"


def _result(result: Result) -> Iterator[str]:
    judgement = result.judgement
    yield f"  {_SIGN[result.verdict]} {result.code}  {result.title}"
    yield one_line(f"           required {judgement.required}; measured {judgement.measured}")
    if judgement.unproved:
        yield one_line(f"           not proved: {judgement.unproved}")
    for fault in judgement.faults[:_MOST_FAULTS]:
        yield one_line(f"           {place_of(fault)}{fault.measured}")
    if len(judgement.faults) > _MOST_FAULTS:
        yield f"           and {len(judgement.faults) - _MOST_FAULTS} more"
    if result.verdict not in _QUIET:
        yield f"           {result.source}; see 'leaflet explain {result.code}'"


def place_of(fault: Fault) -> str:
    """Return where a fault is, as the start of a line."""
    if fault.place is None:
        return ""
    if fault.place.box is None:
        return f"page {fault.place.page}: "
    left, top, _, _ = fault.place.box
    return f"page {fault.place.page} at {left:.0f}, {top:.0f}: "


def to_json(reports: Sequence[Report], shared: Sequence[Result]) -> bytes:
    """Return the reports as JSON in UTF-8: an object with `files` and `variants`."""
    data = {
        "files": [_file(report) for report in reports],
        "variants": [_data(result) for result in shared],
    }
    # Plain ASCII: no terminal, pipe or reader can take a character of it for anything else.
    return json.dumps(data, ensure_ascii=True, indent=2).encode("ascii") + b"\n"


def _file(report: Report) -> dict[str, object]:
    identity = report.identity
    return {
        "file": report.name,
        "verdict": report.verdict,
        "unreadable": report.unreadable or None,
        "title": identity.title,
        "monograph": identity.monograph,
        "version": identity.version,
        "profile": identity.profile,
        "paper": identity.paper,
        "region": identity.region,
        "pages": identity.pages,
        "rules": [_data(result) for result in report.results],
    }


def _data(result: Result) -> dict[str, object]:
    judgement = result.judgement
    return {
        "code": result.code,
        "title": result.title,
        "group": result.group,
        "source": result.source,
        "required": judgement.required,
        "measured": judgement.measured,
        "verdict": judgement.verdict,
        "unproved": judgement.unproved or None,
        "faults": [
            {
                "measured": fault.measured,
                "page": fault.place.page if fault.place else None,
                "box": [round(edge, 2) for edge in fault.place.box]
                if fault.place and fault.place.box
                else None,
            }
            for fault in judgement.faults
        ],
    }
