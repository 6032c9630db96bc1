"""What the counter says no to, and how it says it: a page for people, a problem document for programs."""

from http import HTTPStatus

from starlette.responses import JSONResponse

from leaflet.diagnostics import Finding
from leaflet.values import as_dict


class Refusal(Exception):  # noqa: N818 - the field's word: a pharmacist's counter refuses
    """An answer other than what was asked for; `detail` is a sentence for whoever asked."""

    def __init__(
        self, status: HTTPStatus, detail: str, findings: tuple[Finding, ...] = (), *, kind: str = ""
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.findings = findings
        self.kind = kind


def problem(refusal: Refusal) -> JSONResponse:
    """Return a refusal as a problem document (RFC 9457) with its findings."""
    body: dict[str, object] = {
        "type": f"urn:leaflet:problem:{refusal.kind}" if refusal.kind else "about:blank",
        "title": refusal.status.phrase,
        "status": refusal.status.value,
        "detail": refusal.detail,
    }
    if refusal.findings:
        body["findings"] = [finding_entry(finding) for finding in refusal.findings]
    return JSONResponse(body, refusal.status, media_type="application/problem+json")


def finding_entry(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON: its place is a file's name, a line and a column."""
    entry: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
    if finding.span is not None:
        place = as_dict(finding.span)
        place["path"] = place["path"].replace("\\", "/").rsplit("/", 1)[-1]
        entry["place"] = place
    return entry
