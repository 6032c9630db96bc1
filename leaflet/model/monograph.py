"""The monograph as a whole: its sources and review, the warnings of page 1, and its sections."""

from typing import Annotated

from pydantic import Field, PrivateAttr

from leaflet.inline import Text
from leaflet.model.blocks import Block
from leaflet.model.values import (
    LANGUAGE_PATTERN,
    Day,
    Identifier,
    Kind,
    Line,
    Node,
    Status,
    Topic,
    WarningKind,
)


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
