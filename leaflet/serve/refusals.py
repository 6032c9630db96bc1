"""What the counter says no to, and how it says it: a page for people, a problem document for programs."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from types import MappingProxyType

from starlette.responses import JSONResponse

from leaflet.diagnostics import Finding
from leaflet.values import Value, as_dict


class Objection(Value, kw_only=True):
    """Something found, and the field of the request that it is about, as a JSON pointer (RFC 6901)."""

    finding: Finding
    pointer: str = ""  # "" where no single field is to blame
    is_confirmed: bool = False  # by the pharmacist, for this order

    @property
    def field(self) -> str:
        """The last step of the pointer: the field's name on the page."""
        return self.pointer.rpartition("/")[2]

    @property
    def confirmation(self) -> str:
        """What an order confirms it with; bound to its very words. "" where nobody may confirm it."""
        found = self.finding
        return f"{found.code}:{found.words_sha256}" if found.signable else ""


def objections(findings: Iterable[Finding]) -> tuple[Objection, ...]:
    """Return findings about no field of the request."""
    return tuple(Objection(finding=finding) for finding in findings)


class Refusal(Exception):  # noqa: N818 - the field's word: a pharmacist's counter refuses
    """An answer other than what was asked for; `detail` is a sentence for whoever asked."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        objections: tuple[Objection, ...] = (),
        *,
        kind: str = "",
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.objections = objections
        self.kind = kind
        self.headers = headers


def problem(refusal: Refusal) -> JSONResponse:
    """Return a refusal as a problem document (RFC 9457) with its findings."""
    body: dict[str, object] = {
        "type": f"urn:leaflet:problem:{refusal.kind}" if refusal.kind else "about:blank",
        "title": refusal.status.phrase,
        "status": refusal.status.value,
        "detail": refusal.detail,
    }
    if refusal.objections:
        body["findings"] = [_entry(objection) for objection in refusal.objections]
    return JSONResponse(
        body, refusal.status, headers=dict(refusal.headers), media_type="application/problem+json"
    )


def _entry(objection: Objection) -> dict[str, object]:
    """Return an objection as JSON: its place is a file's name, a line and a column."""
    finding = objection.finding
    entry: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
    if objection.pointer:
        entry["pointer"] = objection.pointer
    if objection.pointer and objection.confirmation:
        entry["confirmation"] = objection.confirmation
    if finding.span is not None:
        place = as_dict(finding.span)
        place["path"] = place["path"].replace("\\", "/").rsplit("/", 1)[-1]
        entry["place"] = place
    return entry
