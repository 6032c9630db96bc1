"""The monograph: what an author writes and a pharmacist approves, as validated, frozen values.

The JSON Schema of the format is generated from these classes (`leaflet schema`), so every field
carries a description and examples. Reading with places and messages is the work of `leaflet.read`.
"""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from leaflet.diagnostics import Span
from leaflet.inline import Text, find_markup, has_words
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


class Source(Node):
    """Where clinical facts come from."""

    title: Line = Field(description="What the source is called.", examples=["Baclofen monograph"])
    publisher: Line | None = Field(
        None, description="Who published it.", examples=["The hospital's pharmacy"]
    )
    date: Day | None = Field(None, description="When it was published.", examples=["2026-01-31"])


class Review(Node):
    """Whether a pharmacist stands behind the words. A leaflet not approved says so on each page."""

    status: Status = Field(description="draft until a pharmacist has approved the words.", examples=["draft"])
    by: Line | None = Field(None, description="Who approved it.", examples=["A. Pharmacist, MRPharmS"])
    on: Day | None = Field(None, description="The day of approval.", examples=["2026-01-31"])
    due: Day | None = Field(
        None, description="The day by which it is looked at again.", examples=["2028-01-31"]
    )


class SafetyWarning(Node):
    """What nobody may miss: a panel on page 1. Hazard, action and consequence are mandatory (ISMP)."""

    kind: WarningKind = Field(description="Which panel it becomes.", examples=["overdose"])
    signal: Line = Field(description="The signal word, in sentence case.", examples=["Emergency"])
    hazard: Text = Field(description="What is dangerous, in a few words.", examples=["Taking too much"])
    signs: Text | None = Field(
        None, description="How to notice it.", examples=["Signs may include vomiting."]
    )
    action: Text = Field(description="What to do.", examples=["Get medical help immediately."])
    consequence: Text = Field(description="What can happen otherwise.", examples=["It can cause seizures."])
    source: Identifier = Field(description="The source it comes from.", examples=["monograph"])


class _Block(Node):
    source: Identifier | None = Field(
        None, description="The source of this block, where it is not the section's.", examples=["monograph"]
    )


class Paragraph(_Block):
    """Running text."""

    paragraph: Text = Field(description="The words.", examples=["Swallow it with water."])


class Item(Node):
    """A list item with a list of its own under it; nesting ends there."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["bullets"]}, {"required": ["steps"]}]}
    )
    item: Text = Field(description="The words.", examples=["Tell your doctor if you have:"])
    bullets: tuple[Text, ...] = Field(
        (), description="Bulleted items under it.", examples=[["kidney disease"]]
    )
    steps: tuple[Text, ...] = Field(
        (), description="Numbered items under it.", examples=[["Wash your hands."]]
    )

    @model_validator(mode="after")
    def _one_list(self) -> "Item":
        if bool(self.bullets) == bool(self.steps):
            raise PydanticCustomError(
                "item_list", "an item in this form needs either bullets or steps under it"
            )
        return self


def _item_form(value: Any) -> str:
    return "mapping" if isinstance(value, dict | Item) else "text"


ListItem = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Item, Tag("mapping")], Discriminator(_item_form)
]


class Bullets(_Block):
    """A bulleted list."""

    bullets: tuple[ListItem, ...] = Field(description="The items.", min_length=1, examples=[["dizziness"]])


class Steps(_Block):
    """A numbered list."""

    steps: tuple[ListItem, ...] = Field(
        description="The items.", min_length=1, examples=[["Open the bottle."]]
    )


class Definition(Node):
    """A term and what it means."""

    term: Line = Field(description="The term.", examples=["spasm"])
    meaning: Text = Field(description="What it means.", examples=["a sudden tightening of a muscle"])


class Definitions(_Block):
    """Terms with their meanings."""

    definitions: tuple[Definition, ...] = Field(
        description="The terms.",
        min_length=1,
        examples=[[{"term": "spasm", "meaning": "a sudden tightening"}]],
    )


class Effects(Node):
    """Side effects of one seriousness, and what to do about them."""

    seriousness: Seriousness = Field(description="How serious they are.", examples=["serious"])
    heading: Line = Field(description="The heading over them.", examples=["More serious side effects"])
    effects: tuple[Text, ...] = Field(description="The side effects.", min_length=1, examples=[["dizziness"]])
    what_to_do: Text | None = Field(
        None,
        description="What to do about these, where the section does not say it for all.",
        examples=["Tell your doctor."],
    )


class EffectsBlock(_Block):
    """Side effects grouped by seriousness, never by organ class."""

    side_effects: Effects = Field(
        description="The group.",
        examples=[{"seriousness": "common", "heading": "Common side effects", "effects": ["dizziness"]}],
    )


class WriteIn(_Block):
    """A label with empty lines to write on."""

    write_in: Line = Field(description="The label.", examples=["Questions for my pharmacist"])
    lines: Count = Field(1, description="How many lines, 1 to 10.", examples=[2])


PLAIN_FORMS = ("paragraph", "bullets", "steps", "definitions", "write_in")
BLOCK_FORMS = (*PLAIN_FORMS, "side_effects", "panel")


def _form(value: Any) -> str | None:
    """Return which kind of block this is: the key that names its form."""
    names = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    return next((form for form in BLOCK_FORMS[::-1] if form in names), None)


PlainBlock = Annotated[
    Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Definitions, Tag("definitions")]
    | Annotated[WriteIn, Tag("write_in")],
    Discriminator(_form),
]


class Panel(_Block):
    """Words in a frame, kept whole: for what stands out but warns of nothing."""

    panel: Line = Field(description="The heading.", examples=["Before each dose"])
    blocks: tuple[PlainBlock, ...] = Field(
        description="What stands in it.", min_length=1, examples=[[{"paragraph": "Check the label."}]]
    )


Block = Annotated[
    Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Definitions, Tag("definitions")]
    | Annotated[WriteIn, Tag("write_in")]
    | Annotated[EffectsBlock, Tag("side_effects")]
    | Annotated[Panel, Tag("panel")],
    Discriminator(_form),
]


class Section(Node):
    """One topic of the leaflet under its heading."""

    topic: Topic = Field(description="What it is about, from the fixed list.", examples=["uses"])
    heading: Line | None = Field(
        None,
        description="The heading; without it the leaflet uses its own for the topic.",
        examples=["How to take it"],
    )
    source: Identifier = Field(description="The source of its blocks.", examples=["monograph"])
    what_to_do: Text | None = Field(
        None,
        description="What to do about any of the side effects listed.",
        examples=["Contact your doctor."],
    )
    blocks: tuple[Block, ...] = Field(
        description="What it says, in order.", min_length=1, examples=[[{"paragraph": "It relaxes muscles."}]]
    )


class Silence(Node):
    """A topic the gap panel leaves out, with the reason."""

    topic: Topic = Field(description="The topic.", examples=["driving"])
    reason: Line = Field(description="Why it need not be named.", examples=["used in hospital only"])


_WARNING = {
    "kind": "overdose",
    "signal": "Emergency",
    "hazard": "Taking too much",
    "action": "Get medical help immediately.",
    "consequence": "It can cause seizures.",
    "source": "monograph",
}


class Monograph(Node):
    """A medicine as its leaflet tells it."""

    id: Identifier = Field(description="Short name for files.", examples=["baclofen"])
    name: Line = Field(description="The medicine's name as the patient reads it.", examples=["Baclofen"])
    other_names: tuple[Line, ...] = Field(
        (), description="Brand and other names, for searching.", examples=[["Baclofen tablets"]]
    )
    language: Annotated[str, Field(pattern=LANGUAGE_PATTERN)] = Field(
        description="BCP 47 tag of the language it is written in.", examples=["en", "en-GB"]
    )
    version: Line = Field(description="Version of these words.", examples=["1.0"])
    date: Day = Field(description="Date of these words.", examples=["2026-11-23"])
    kind: Kind = Field(
        description="What kind of medicine it is; decides what must be said.", examples=["muscle_relaxant"]
    )
    purpose: Text = Field(
        description="What it is for, in one line.", examples=["A medicine for muscle spasms"]
    )
    sources: dict[Identifier, Source] = Field(
        description="Where the facts come from.",
        min_length=1,
        examples=[{"monograph": {"title": "Baclofen monograph"}}],
    )
    review: Review = Field(description="Who approved these words, and when.", examples=[{"status": "draft"}])
    warnings: tuple[SafetyWarning, ...] = Field(
        (), description="The panels of page 1, in order.", examples=[[_WARNING]]
    )
    sections: tuple[Section, ...] = Field(
        description="The text, in order.",
        min_length=1,
        examples=[[{"topic": "uses", "source": "monograph", "blocks": [{"paragraph": "For spasms."}]}]],
    )
    not_covered: tuple[Silence, ...] = Field(
        (),
        description="Topics that the panel of gaps leaves out, each with a reason.",
        examples=[[{"topic": "driving", "reason": "used in hospital only"}]],
    )
    _sha256: str = PrivateAttr(default="")

    @property
    def sha256(self) -> str:
        """SHA-256 of the file's bytes, in hex; "" for a monograph made in a program."""
        return self._sha256

    @property
    def is_approved(self) -> bool:
        """Tell whether the review block says that the words are approved."""
        return self.review.status == "approved"
