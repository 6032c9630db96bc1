"""What a monograph is typed in: lists of words, lines, days, numbers, and mappings with their places."""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from leaflet.diagnostics import Span
from leaflet.inline import find_markup, has_words, taken_in
from leaflet.source import LocatedDict

WarningKind = Literal["overdose", "withdrawal", "caution"]
Seriousness = Literal["emergency", "serious", "common", "uncommon"]
Status = Literal["draft", "approved"]
ListForm = Literal["bullets", "steps"]
Kind = Literal[
    "muscle_relaxant",
    "opioid",
    "benzodiazepine",
    "antidepressant",
    "antiepileptic",
    "beta_blocker",
    "corticosteroid",
    "anticoagulant",
    "insulin",
    "antibiotic",
    "other_prescription",
    "without_prescription",
]
Topic = Literal[
    "about",
    "how_it_works",
    "uses",
    "before_you_take",
    "contraindications",
    "precautions",
    "interactions",
    "alcohol",
    "pregnancy",
    "breastfeeding",
    "children",
    "older_people",
    "driving",
    "how_to_take",
    "missed_dose",
    "overdose",
    "withdrawal",
    "side_effects",
    "whom_to_ask",
    "storage",
    "contents",
]

IDENTIFIER_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
LINE_PATTERN = r"^\S(.*\S)?$"


def _check_line(value: str) -> str:
    """Refuse a line without words, and markup that would be printed as stars and brackets."""
    value = taken_in(value)
    if not has_words(value):
        raise PydanticCustomError("line_empty", "a text is expected here, and there is none")
    at = find_markup(value)
    if at is not None:
        raise PydanticCustomError("line_markup", "markup in a line that knows none", {"offset": at})
    return value


def _check_day(value: Any) -> Any:
    """Let only YYYY-MM-DD become a date: pydantic also reads "0" and a time of day as one."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("day_form", "a date is written YYYY-MM-DD")
    return value


def _check_count(value: Any) -> Any:
    """Let only plain digits become a number: pydantic also reads "1_0" and "2.0" as one."""
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]*", value):
        raise PydanticCustomError("count_form", "a number is written in digits")
    return value


Identifier = Annotated[str, Field(pattern=IDENTIFIER_PATTERN, max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=LINE_PATTERN), AfterValidator(_check_line)]
Day = Annotated[datetime.date, BeforeValidator(_check_day)]
Count = Annotated[int, Field(ge=1, le=10), BeforeValidator(_check_count)]


class Node(BaseModel):
    """Something typed as a mapping, which remembers its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    _place: LocatedDict | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, value: Any, handler: Any) -> Any:
        made = handler(value)
        if isinstance(value, LocatedDict):
            made._place = value
        return made

    @property
    def span(self) -> Span | None:
        """Where the mapping stands in its file; None for one made in a program."""
        return self._place.span if self._place is not None else None

    def span_of(self, key: str) -> Span | None:
        """Where `key` was typed; the place of the whole mapping where it was not."""
        return self._place.keys_at.get(key, self._place.span) if self._place is not None else None

    def typed(self, key: str) -> Any:
        """Return what was typed under `key`, with its places; None for a mapping made in a program."""
        return self._place.get(key) if self._place is not None else None
