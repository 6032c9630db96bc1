"""The blocks that a section is made of: text, lists, definitions, side effects, panels, room to write."""

from typing import Annotated, Any

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from leaflet.inline import Text
from leaflet.model.values import Count, Identifier, Line, Node, Seriousness


class BlockNode(Node):
    """What every block may hold, whatever its form."""

    source: Identifier | None = Field(
        None, description="The source of this block, where it is not the section's.", examples=["monograph"]
    )


class Paragraph(BlockNode):
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


class Bullets(BlockNode):
    """A bulleted list."""

    bullets: tuple[ListItem, ...] = Field(description="The items.", min_length=1, examples=[["dizziness"]])


class Steps(BlockNode):
    """A numbered list."""

    steps: tuple[ListItem, ...] = Field(
        description="The items.", min_length=1, examples=[["Open the bottle."]]
    )


class Definition(Node):
    """A term and what it means."""

    term: Line = Field(description="The term.", examples=["spasm"])
    meaning: Text = Field(description="What it means.", examples=["a sudden tightening of a muscle"])


class Definitions(BlockNode):
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


class EffectsBlock(BlockNode):
    """Side effects grouped by seriousness, never by organ class."""

    side_effects: Effects = Field(
        description="The group.",
        examples=[{"seriousness": "common", "heading": "Common side effects", "effects": ["dizziness"]}],
    )


class WriteIn(BlockNode):
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


class Panel(BlockNode):
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
