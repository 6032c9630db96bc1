"""The blocks that a section is made of. Each class is one form; its first key names the form."""

from typing import Annotated

from leaflet.inline import Text
from leaflet.model.table import Node, key
from leaflet.model.typed_values import (
    Cell,
    Count,
    Line,
    Paragraphs,
    PictureFile,
    Seriousness,
    SourceName,
)


class BlockNode(Node, kw_only=True):
    """What every block may hold, whatever its form."""

    source: Annotated[
        SourceName | None, key("The source of this block, where it is not the section's.", "monograph")
    ] = None
    address: Annotated[
        Line | None, key("Its address in the document that it was imported from.", "s3.p7", name="from")
    ] = None


class Paragraph(BlockNode, kw_only=True):
    """Running text."""

    paragraph: Annotated[Text, key("The words.", "Swallow it with water.")]


class Item(Node, kw_only=True):
    """A list item of several paragraphs, or with a list of its own under it; nesting ends there."""

    item: Annotated[
        Paragraphs,
        key("The words, as a text or as a list of paragraphs.", "Tell your doctor if you have:", least=1),
    ]
    bullets: Annotated[tuple[Text, ...], key("Bulleted items under it.", ["kidney disease"])] = ()
    steps: Annotated[tuple[Text, ...], key("Numbered items under it.", ["Wash your hands."])] = ()


ListItem = Text | Item


class Bullets(BlockNode, kw_only=True):
    """A bulleted list."""

    bullets: Annotated[tuple[ListItem, ...], key("The items.", ["dizziness"], least=1)]


class Steps(BlockNode, kw_only=True):
    """A numbered list."""

    steps: Annotated[tuple[ListItem, ...], key("The items.", ["Open the bottle."], least=1)]


class Definition(Node, kw_only=True):
    """A term and what it means."""

    term: Annotated[Line, key("The term.", "spasm")]
    meaning: Annotated[Text, key("What it means.", "a sudden tightening of a muscle")]


class Definitions(BlockNode, kw_only=True):
    """Terms with their meanings."""

    definitions: Annotated[
        tuple[Definition, ...],
        key("The terms.", [{"term": "spasm", "meaning": "a sudden tightening"}], least=1),
    ]


class Heading(BlockNode, kw_only=True):
    """A heading of the third level, over the blocks up to the next one."""

    heading: Annotated[Line, key("The heading.", "Before the first dose")]


class Lines(BlockNode, kw_only=True):
    """Lines that break where the author broke them: an address, or a plan of one day."""

    lines: Annotated[
        tuple[Text, ...], key("The lines.", ["Morning: one tablet", "Night: two tablets"], least=1)
    ]


class TableBlock(Node, kw_only=True):
    """Columns under their heads."""

    caption: Annotated[Text | None, key("What the table shows.", "Which tablet is which")] = None
    columns: Annotated[tuple[Cell, ...], key("The head of each column.", ["Strength", "Colour"], least=1)]
    row_heads: Annotated[
        bool, key("Whether the first cell of each row is its head: true or false.", True, False)
    ] = False
    rows: Annotated[
        tuple[tuple[Cell, ...], ...],
        key(
            "The rows, each with a cell a column; a row or a column without words is to write in.",
            [["5 mg", "white"]],
            least=1,
        ),
    ]


class Table(BlockNode, kw_only=True):
    """A table: a grid where it fits, else the same words row by row."""

    table: Annotated[
        TableBlock, key("The table.", {"columns": ["Strength", "Colour"], "rows": [["5 mg", "white"]]})
    ]


class Picture(Node, kw_only=True):
    """A picture that lies beside the monograph."""

    file: Annotated[PictureFile, key("Its file: SVG, PNG or JPEG.", "inhaler.svg")]
    alt: Annotated[Text, key("What it shows, for those who cannot see it.", "A hand shakes an inhaler.")]
    caption: Annotated[Text | None, key("The words under it.", "Shake it well")] = None


class Figure(BlockNode, kw_only=True):
    """A picture with its words."""

    figure: Annotated[
        Picture, key("The picture.", {"file": "inhaler.svg", "alt": "A hand shakes an inhaler."})
    ]


class ScheduleRow(Node, kw_only=True):
    """The doses of some days."""

    when: Annotated[Text, key("Which days.", "Days 1 to 3")]
    doses: Annotated[
        tuple[Cell, ...],
        key(
            "The dose at each time; empty where there is none, which the leaflet says in words.",
            ["1 tablet", ""],
            least=1,
        ),
    ]


class Plan(Node, kw_only=True):
    """Which dose is taken when, as prescribed; the program computes none."""

    caption: Annotated[Text | None, key("What the plan is for.", "My plan")] = None
    times: Annotated[tuple[Text, ...], key("The times of a day, in order.", ["Morning", "Bedtime"], least=1)]
    rows: Annotated[
        tuple[ScheduleRow, ...],
        key("The days, in order.", [{"when": "Days 1 to 3", "doses": ["1 tablet", ""]}], least=1),
    ]

    @property
    def is_to_fill_in(self) -> bool:
        """Tell whether no dose is given at all: the patient or a nurse writes them in."""
        return not any(dose.plain for row in self.rows for dose in row.doses)


class Schedule(BlockNode, kw_only=True):
    """A plan of doses. An empty one is printed as no dose; where all are empty, as lines to write them on."""

    schedule: Annotated[
        Plan,
        key(
            "The plan.",
            {"times": ["Morning", "Bedtime"], "rows": [{"when": "Days 1 to 3", "doses": ["1 tablet", ""]}]},
        ),
    ]


class Note(BlockNode, kw_only=True):
    """A remark on the block above it, printed under that and never at the foot of a page."""

    note: Annotated[Text, key("The remark.", "The tablets look alike: read the label.")]


class Effects(Node, kw_only=True):
    """Side effects of one seriousness, and what to do about them."""

    seriousness: Annotated[Seriousness, key("How serious they are.", "serious")]
    heading: Annotated[Line, key("The heading over them.", "More serious side effects")]
    effects: Annotated[tuple[Text, ...], key("The side effects.", ["dizziness"], least=1)]
    what_to_do: Annotated[
        Text | None,
        key("What to do about these, where the section does not say it for all.", "Tell your doctor."),
    ] = None


class EffectsBlock(BlockNode, kw_only=True):
    """Side effects grouped by seriousness, never by organ class."""

    side_effects: Annotated[
        Effects,
        key(
            "The group.",
            {"seriousness": "common", "heading": "Common side effects", "effects": ["dizziness"]},
        ),
    ]


class WriteIn(BlockNode, kw_only=True):
    """A label with empty lines to write on."""

    write_in: Annotated[Line, key("The label.", "Questions for my pharmacist")]
    lines: Annotated[Count, key("How many lines, 1 to 10.", 2)] = 1


PlainBlock = Paragraph | Bullets | Steps | Definitions | WriteIn | Lines | Note


class Panel(BlockNode, kw_only=True):
    """Words in a frame, kept whole: for what stands out but warns of nothing."""

    panel: Annotated[Line, key("The heading.", "Before each dose")]
    blocks: Annotated[
        tuple[PlainBlock, ...], key("What stands in it.", [{"paragraph": "Check the label."}], least=1)
    ]


Block = PlainBlock | Heading | Table | Figure | Schedule | EffectsBlock | Panel

PLAIN_FORMS = ("paragraph", "bullets", "steps", "definitions", "write_in", "lines", "note")
BLOCK_FORMS = (*PLAIN_FORMS, "heading", "table", "figure", "schedule", "side_effects", "panel")
