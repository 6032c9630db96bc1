"""The choices of one print, validated the same way whether they come from the page or from a program."""

from collections.abc import Container, Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from leaflet.diagnostics import Finding
from leaflet.handout import LONGEST, MOST_COPIES, HandoutError, Personal, PrintWish, tidy
from leaflet.model import IDENTIFIER_PATTERN
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS


def _one_of(table: Container[str]) -> AfterValidator:
    def _known(name: str) -> str:
        if name not in table:
            raise PydanticCustomError("unknown", "this is none of the choices")
        return name

    return AfterValidator(_known)


def _choice(table: Iterable[str]) -> dict[str, Any]:
    return {"enum": list(table)}


def _tidied(name: str) -> AfterValidator:
    def _tidy(typed: str) -> str:
        try:
            return tidy(name, typed)
        except HandoutError as slip:
            raise PydanticCustomError("words", "{slip}", {"slip": str(slip)}) from None

    return AfterValidator(_tidy)


Size = Annotated[str, _one_of(PROFILES), Field(max_length=40, json_schema_extra=_choice(PROFILES))]
PaperName = Annotated[str, _one_of(PAPERS), Field(max_length=40, json_schema_extra=_choice(PAPERS))]
RegionName = Annotated[
    str, _one_of({"", *REGIONS}), Field(max_length=40, json_schema_extra=_choice(["", *REGIONS]))
]
Identifier = Annotated[str, Field(pattern=IDENTIFIER_PATTERN, max_length=60)]


class Order(BaseModel):
    """One leaflet as it is asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    id: Identifier = Field(description="The medicine, by the id of its monograph.", examples=["baclofen"])
    language: str = Field(
        "",
        max_length=35,
        pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$",
        description="The language, where the medicine has leaflets in several.",
        examples=["en"],
    )
    profile: Size = Field("standard", description="The print size.", examples=["large"])
    paper: PaperName = Field("a4", description="The paper.", examples=["a4"])
    region: RegionName = Field(
        "", description="The country whose emergency number is printed; empty for none.", examples=["uk"]
    )
    colour: bool = Field(False, description="Whether warnings carry a signal colour.")
    copies: int = Field(1, ge=1, le=MOST_COPIES, description="Copies the print dialog starts with.")
    sides: Literal["both", "one"] = Field("both", description="Whether both sides of a sheet are printed.")
    patient: Annotated[str, _tidied("patient")] = Field(
        "",
        max_length=LONGEST["patient"],
        description=f"The patient's name, at most {LONGEST['patient']} characters. Never stored.",
    )
    dose: Annotated[str, _tidied("dose")] = Field(
        "",
        max_length=LONGEST["dose"],
        description=f"The dose in plain words, at most {LONGEST['dose']} characters. Never stored.",
    )
    note: Annotated[str, _tidied("note")] = Field(
        "",
        max_length=LONGEST["note"],
        description=f"A note by the pharmacist, at most {LONGEST['note']} characters. Never stored.",
    )
    accept_lost_settings: bool = Field(
        False, description="Must be true to print while the pharmacy's settings cannot be read whole."
    )
    accept_unapproved: bool = Field(
        False, description="Must be true for a draft or a lapsed review: a person decided to print it."
    )

    @property
    def personal(self) -> Personal:
        """The pharmacist's words to the patient."""
        return Personal(patient=self.patient, dose=self.dose, note=self.note)

    @property
    def wish(self) -> PrintWish:
        """What the print dialog starts with."""
        return PrintWish(copies=self.copies, both_sides=self.sides == "both")


def _ticked(value: object) -> object:
    return value == "yes" if isinstance(value, str) else value


class FormOrder(Order):
    """An order as an HTML form sends it: numbers and ticks as text, unticked boxes not at all."""

    model_config = ConfigDict(strict=False)

    colour: Annotated[bool, BeforeValidator(_ticked)] = False
    accept_unapproved: Annotated[bool, BeforeValidator(_ticked)] = False
    accept_lost_settings: Annotated[bool, BeforeValidator(_ticked)] = False


def order_findings(slips: ValidationError) -> tuple[Finding, ...]:
    """Return what is wrong with an order, field by field; what was typed is never repeated."""
    return tuple(
        Finding(
            code="O001",
            message=f"{'.'.join(map(str, slip['loc'])) or 'the order'}: {_lowered(slip['msg'])}",
            hint=_HINTS.get(str(slip["loc"][0]) if slip["loc"] else "", "look at /api/v1/openapi.json"),
        )
        for slip in slips.errors(include_url=False, include_input=False, include_context=False)
    )


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


_HINTS: Mapping[str, str] = {
    "profile": f"choose one of {', '.join(PROFILES)}",
    "paper": f"choose one of {', '.join(PAPERS)}",
    "region": f"choose one of {', '.join(REGIONS)}, or leave it empty",
    "copies": f"type a number from 1 to {MOST_COPIES}",
    "patient": "type the name only",
    "dose": "say it in fewer words",
    "note": "say it in fewer words",
}
