"""A proof's report as text for a terminal, and as data for programs."""

import json
from collections.abc import Iterator, Sequence

from leaflet.prove.results import Fault, Report, Result

_MOST_FAULTS = 8
_SIGN = {"pass": "pass  ", "fail": "FAIL  ", "needs a person": "person"}


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
        return f"{report.name}: cannot be read: {report.unreadable}"
    verdict = "passes" if report.passes else "FAILS"
    counts = (
        f"{report.count('pass')} pass, {report.count('fail')} fail, "
        f"{report.count('needs a person')} need a person"
    )
    return f"{report.name}: {verdict} ({len(report.results)} rules: {counts})"


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
        yield "  " + ", ".join(part for part in parts if part)
    for result in report.results:
        if everything or result.verdict != "pass":
            yield from _result(result)


def _result(result: Result) -> Iterator[str]:
    judgement = result.judgement
    yield f"  {_SIGN[result.verdict]} {result.code}  {result.title}"
    yield f"           required {judgement.required}; measured {judgement.measured}"
    if judgement.person:
        yield f"           a person: {judgement.person}"
    for fault in judgement.faults[:_MOST_FAULTS]:
        yield f"           {place_of(fault)}{fault.measured}"
    if len(judgement.faults) > _MOST_FAULTS:
        yield f"           and {len(judgement.faults) - _MOST_FAULTS} more"
    if result.verdict != "pass":
        yield f"           {result.source}; see 'leaflet explain {result.code}'"


def place_of(fault: Fault) -> str:
    """Return where a fault is, as the start of a line."""
    if fault.place is None:
        return ""
    if fault.place.box is None:
        return f"page {fault.place.page}: "
    left, top, _, _ = fault.place.box
    return f"page {fault.place.page} at {left:.0f}, {top:.0f}: "


def to_json(reports: Sequence[Report], shared: Sequence[Result]) -> str:
    """Return the reports as JSON: an object with `files` and `variants`."""
    data = {
        "files": [_file(report) for report in reports],
        "variants": [_data(result) for result in shared],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _file(report: Report) -> dict[str, object]:
    identity = report.identity
    return {
        "file": report.name,
        "passes": report.passes,
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
        "person": judgement.person or None,
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
