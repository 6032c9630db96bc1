"""The choices of one print, read the same way whether they come from the page or from a program."""

import difflib
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.handout import MOST_COPIES, Personal, PrintWish
from leaflet.model import IDENTIFIER_PATTERN
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.serve.fields import Field, SlipError, choice, marks, number, pattern, truth, words
from leaflet.serve.refusals import Objection, Refusal
from leaflet.values import Value

_CONFIRMATION = r"^[A-Z][0-9]{3}:[0-9a-f]{64}$"

FIELDS: Mapping[str, Field] = {
    "id": pattern(
        IDENTIFIER_PATTERN,
        60,
        "The medicine, by the id of its monograph.",
        hint="give an id as GET /api/v1/monographs lists it",
    ),
    "language": pattern(
        r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$",
        35,
        "The language, where the medicine has leaflets in several.",
        hint="give a language tag such as en",
        default="",
    ),
    "profile": choice(PROFILES, "standard", "The print size."),
    "paper": choice(PAPERS, "a4", "The paper; the pharmacy's own where it is left out."),
    "region": choice(
        ["", *REGIONS],
        "",
        "The country whose emergency number is printed; the pharmacy's own where it is left out.",
        hint=f"choose one of {', '.join(REGIONS)}, or leave it empty",
    ),
    "colour": truth("Whether warnings carry a signal colour."),
    "copies": number(1, MOST_COPIES, 1, "Copies the print dialog starts with."),
    "sides": choice(("both", "one"), "both", "Whether both sides of a sheet are printed."),
    "patient": words("patient", "The patient's name", "type the name only"),
    "dose": words("dose", "The dose in plain words", "say it in fewer words"),
    "note": words("note", "A note by the pharmacist", "say it in fewer words"),
    "confirmed": marks(
        _CONFIRMATION, 20, "What a pharmacist confirms of the dose and the note, as a refusal named it."
    ),
    "accept_unapproved": truth("Must be true for a draft or a lapsed review: a person decided to print it."),
    "accept_lost_settings": truth(
        "Must be true to print while the pharmacy's settings cannot be read whole."
    ),
}
"""Every field of an order; the keys are those of `Order`."""


class Order(Value, kw_only=True):
    """One leaflet as it is asked for."""

    id: str
    language: str = ""
    profile: str = "standard"
    paper: str = "a4"
    region: str = ""
    colour: bool = False
    copies: int = 1
    sides: str = "both"
    patient: str = ""
    dose: str = ""
    note: str = ""
    confirmed: tuple[str, ...] = ()
    accept_unapproved: bool = False
    accept_lost_settings: bool = False

    def __repr__(self) -> str:
        return f"<Order {self.id}>"  # a patient's words reach no log and no report of a crash

    @property
    def personal(self) -> Personal:
        """The pharmacist's words to the patient."""
        return Personal(patient=self.patient, dose=self.dose, note=self.note)

    @property
    def wish(self) -> PrintWish:
        """What the print dialog starts with."""
        return PrintWish(copies=self.copies, both_sides=self.sides == "both")


def read_order(given: object, usual: Mapping[str, str], pointer: str = "") -> Order:
    """Return an order of a JSON value; what it leaves out is as `usual` has it.

    `pointer` is where the order stands in what was sent. Raises `Refusal` with an objection for each field
    that is wrong.
    """
    if not isinstance(given, dict):
        slip = _objection(pointer, "this is no object", "give the fields of one leaflet")
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "An order is a JSON object.", (slip,), kind="order")
    taken: dict[str, Any] = {}
    slips = [_unknown(pointer, name) for name in given if name not in FIELDS]
    for name, field in FIELDS.items():
        if name not in given and name not in usual:
            if field.required:
                slips.append(_objection(f"{pointer}/{name}", f"{name} is missing", field.hint))
            continue
        try:
            taken[name] = field.read(given.get(name, usual.get(name)))
        except SlipError as slip:
            slips.append(_objection(f"{pointer}/{name}", f"{name}: {slip}", slip.hint or field.hint))
    if slips:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "The order has mistakes.", tuple(slips), kind="order")
    return Order(**taken)


def of_form(fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return what an HTML form sends as JSON would have it: numbers and ticks as such."""
    given: dict[str, Any] = {}
    for name, values in fields.items():
        kind = FIELDS[name].schema["type"] if name in FIELDS else "string"
        last = values[-1]
        if kind == "array":
            given[name] = list(values)
        elif kind == "boolean":
            given[name] = True if last == "yes" else last
        elif kind == "integer" and last.isascii() and last.isdecimal() and len(last) < 9:
            given[name] = int(last)
        else:
            given[name] = last
    return given


def _unknown(pointer: str, name: str) -> Objection:
    near = difflib.get_close_matches(name[:60], FIELDS, n=1)
    escaped = name[:60].replace("~", "~0").replace("/", "~1")
    hint = f"did you mean {near[0]!r}?" if near else "look at /api/v1/openapi.json"
    return _objection(f"{pointer}/{escaped}", "an order has no such field", hint)


def _objection(pointer: str, message: str, hint: str) -> Objection:
    return Objection(finding=Finding(code="O001", message=message, hint=hint), pointer=pointer)
