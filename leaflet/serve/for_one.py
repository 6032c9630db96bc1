"""What an order asks that no print can be: for two patients at once, or in letters that no typeface has."""

from collections.abc import Sequence
from http import HTTPStatus

from leaflet.diagnostics import Finding
from leaflet.handout import Personal
from leaflet.serve.order import Order
from leaflet.serve.refusals import Objection, Refusal
from leaflet.values import altered

_WAYS_OUT = {
    "patient": "leave the name off, and write it on the print by hand",
    "dose": "say it with Latin, Greek or Cyrillic letters, in words of a usual length",
    "note": "say it with Latin, Greek or Cyrillic letters, in words of a usual length",
}


def one_patient(orders: Sequence[Order]) -> None:
    """Refuse a print whose leaflets name different patients: nobody could tell them apart at the printer."""
    named = [(number, order.patient) for number, order in enumerate(orders) if order.patient]
    others = [number for number, patient in named if patient != named[0][1]]
    if others:
        finding = Finding(
            code="O001",
            message=f"patient: this is not the name on leaflet {named[0][0] + 1} of the same print",
            hint="print for one patient at a time",
        )
        slips = tuple(Objection(finding=finding, pointer=f"/leaflets/{number}/patient") for number in others)
        detail = "One print is for one patient."
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, slips, kind="order")


def not_set(findings: Sequence[Finding], personal: Personal | None) -> Refusal:
    """Return the refusal of what cannot be laid out; what was typed at the counter names its field."""
    told = tuple(_told(finding, personal) for finding in findings)
    detail = "This leaflet cannot be set as asked."
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, told, kind="layout")


def _told(finding: Finding, personal: Personal | None) -> Objection:
    """Return an objection to a finding; of words from no file, to the field that has what it quotes."""
    if finding.span is None and personal is not None:
        for field, hint in _WAYS_OUT.items():
            words = getattr(personal, field)
            if any(repr(each) in finding.message for each in (*words.split(), *words)):
                return Objection(finding=altered(finding, hint=hint), pointer=f"/{field}")
    return Objection(finding=finding)
