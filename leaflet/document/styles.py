"""How each kind of node is set, as data: one table of styles, resolved to points by layout.

Lengths are in lines of the running text or in multiples of its size, so that a style serves every profile;
where the profile itself has a number, the style names it. Sides are start and end, so that a style serves
every script.
"""

from collections.abc import Mapping
from math import inf
from types import MappingProxyType
from typing import Literal

from leaflet.values import Value

Display = Literal[
    "flow",
    "text",
    "hang",
    "frame",
    "grid",
    "figure",
    "lines",
    "rows",
    "masthead",
    "section",
    "warning",
    "effects",
    "urgent",
]
"""The primitives of layout: what a node is set as.

`flow`: its kids under one another; `text`: words; `hang`: a label with a body beside or under it; `rows`:
such labels in a column of their own where they are short; `frame`: its kids, whole, in a frame; `grid`: rows
of cells; `figure`: a picture or a symbol; `lines`: a label with empty lines to write on. And what a leaflet
has: `masthead`, the name with its status beside it; `section`, a heading beside or above what it heads;
`warning`, a frame under a bar with the signal word; `effects`, groups of side effects under an instruction;
`urgent`, what calls for help at once.
"""
Size = Literal["body", "title", "purpose", "signal", "hazard", "action", "heading", "subheading"]
"""Which of the profile's sizes."""
Lines = float | Literal["paragraph_gap", "heading_gap", "below_heading"]
"""White in lines of the running text, or the profile's number for it."""
SymbolName = Literal["solid triangle", "ring", "open triangle"]
Fill = Literal["whole", "half", "none"]
"""How much of a warning's bar is black."""
Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

BLACK: Colour = (0, 0, 0)
DANGER: Colour = (0x93, 0x1F, 0x1F)
"""The red of an emergency, where a leaflet is in colour."""
FORBIDDEN = 1e6
"""The cost of a page break where none may be: taken only where nothing else lets the text end."""

# What a page break costs, by what it parts: a thought kept whole outranks pages and evenness, never a sheet.
PARAGRAPHS, LIST, SENTENCES, WRITE_IN = 10.0, 30.0, 60.0, 100.0
THOUGHT, SECTION, TABLE, STEPS = 120.0, 121.0, 150.0, 250.0
"""A note on steps, a short section, a table, steps: kept whole rather than a page filled, or listed."""

ITEM_GAP = 0.06  # lines of white between the items of a list
_WRITTEN_UNDER = 0.75  # lines between a line to write on and a frame, of which it would seem a part


class FrameLook(Value, kw_only=True):
    """How a frame is drawn: lengths × body size, the border never under `least` points."""

    border: float
    least: float
    inner: float = 0.0  # a second, thinner frame inside the first
    bar: float = 0.0  # a bar down the start side
    alone: float = 0.0  # the border where no signal bar tells the level; 0 for the same
    padding: float = 0.5
    most_white: float = inf  # lines of white between what stands in it


class Style(Value, kw_only=True):
    """How a kind of node is set."""

    name: str
    display: Display
    before: Lines = 0.0  # white above it
    after: Lines | None = None  # white below it; None: the `before` of what follows
    under: tuple[tuple[str, Lines], ...] = ()  # white below a style by its name, in place of `before`
    break_cost: float = PARAGRAPHS  # of a page break above it
    parting: tuple[tuple[str, float], ...] = ()  # at least so much under a style by its name
    keep_next: bool = False  # what follows stands on its page
    keep_ends: bool = False  # of a flow: neither its first nor its last kid stands alone
    whole: bool = False  # of a text: no page breaks inside
    joins: bool = False  # of a flow: its kids stand among what is around it, as if it were not there
    size: Size = "body"
    strong: bool = False  # all of it
    heads: bool = False  # a heading, or what serves as one: bold where strong words are underlined
    indent: float = 0.0  # × body: where a body stands from its label's start
    label: Literal["beside", "above"] = "beside"
    frame: FrameLook | None = None
    room: tuple[float, float] = (1.0, inf)  # of a figure: the most width × measure, and height in lines
    symbol: SymbolName | None = None
    fill: Fill = "none"
    colour: Colour = BLACK  # where a leaflet is in colour
    guides: bool = False  # words of one print, such as page numbers, and none of the leaflet's
    warns: bool = False  # a safety warning, whole on page 1


_TABLE = (
    Style(name="document", display="flow", joins=True),
    Style(name="masthead", display="masthead"),
    Style(name="status", display="flow"),
    Style(name="section", display="section", before="heading_gap", break_cost=0.0),
    Style(name="contents", display="flow", break_cost=PARAGRAPHS, guides=True),
    Style(name="contents title", display="text", size="subheading", strong=True, heads=True, guides=True),
    Style(name="contents entry", display="text", guides=True),
    Style(name="group", display="flow", joins=True),
    Style(name="purpose", display="text", before=0.1, size="purpose", whole=True),
    Style(name="signal", display="text", size="signal", strong=True, heads=True, whole=True),
    Style(name="hazard", display="text", size="hazard", strong=True, heads=True, whole=True),
    Style(name="action", display="text", before=0.1, size="action", strong=True, whole=True),
    # Whom to call: the numbers are strong, whose numbers they are is not.
    Style(name="call", display="text", before=0.1, size="action", whole=True),
    # The pharmacist's words to one patient: the most read line of the paper.
    Style(
        name="from pharmacist",
        display="frame",
        before=0.4,
        break_cost=0.0,
        frame=FrameLook(border=0.17, least=2.0, padding=0.5),
    ),
    Style(name="personal", display="text", before=0.2, size="action", whole=True),
    # Side effects under the instruction that they share.
    Style(
        name="effects",
        display="effects",
        before="paragraph_gap",
        frame=FrameLook(border=0.1, least=1.0, padding=0.5),
    ),
    Style(name="instruction", display="text", strong=True, whole=True, keep_next=True),
    Style(name="effect group", display="flow", before="paragraph_gap", break_cost=40.0),
    # Effects that call for help at once: the gravest look darkest.
    Style(
        name="urgent",
        display="urgent",
        before="paragraph_gap",
        break_cost=40.0,
        frame=FrameLook(border=0.2, least=2.0, padding=0.4),
        colour=DANGER,
    ),
    # A grid: as a table where its columns have room, else row by row.
    Style(name="table", display="grid", before="paragraph_gap"),
    Style(name="schedule", display="grid", before="paragraph_gap"),
    Style(name="caption", display="text", before="paragraph_gap", strong=True, keep_next=True, whole=True),
    Style(name="head row", display="flow"),
    Style(name="row of cells", display="flow"),
    Style(name="row to write in", display="flow"),
    Style(name="head cell", display="text", strong=True),
    Style(name="cell", display="text"),
    Style(name="line", display="text", break_cost=FORBIDDEN),
    Style(name="note", display="text", before=0.15, break_cost=FORBIDDEN),
    # What to do in each case: the condition, and beside or under it the action.
    Style(name="cases", display="rows", before=0.1, keep_ends=True),
    Style(name="condition", display="text", whole=True),
    Style(name="case action", display="text", size="action", strong=True, whole=True),
    # Labels with what belongs to them, beside one another where the labels are short.
    Style(name="rows", display="rows", before="paragraph_gap", under=(("lead", ITEM_GAP),), keep_ends=True),
    Style(name="row", display="hang", before=0.15, break_cost=LIST, indent=1.3, label="above"),
    Style(name="number", display="text", size="action", strong=True, whole=True),
    Style(
        name="title",
        display="text",
        before="heading_gap",
        after="below_heading",
        break_cost=0.0,
        keep_next=True,
        whole=True,
        size="title",
        strong=True,
        heads=True,
    ),
    Style(
        name="heading",
        display="text",
        before="heading_gap",
        after="below_heading",
        break_cost=0.0,
        keep_next=True,
        whole=True,
        size="heading",
        strong=True,
        heads=True,
    ),
    Style(
        name="subheading",
        display="text",
        before="paragraph_gap",
        after="below_heading",
        break_cost=5.0,
        keep_next=True,
        whole=True,
        size="subheading",
        strong=True,
        heads=True,
    ),
    # What is said right after steps is about them.
    Style(name="paragraph", display="text", before="paragraph_gap", parting=(("steps", THOUGHT),)),
    # A paragraph that means nothing without what follows it, such as "Tell your doctor about any:".
    Style(name="lead", display="text", before="paragraph_gap", keep_next=True),
    Style(
        name="list",
        display="flow",
        before="paragraph_gap",
        under=(("lead", ITEM_GAP),),
        keep_ends=True,
    ),
    Style(
        name="steps",
        display="flow",
        before="paragraph_gap",
        under=(("lead", ITEM_GAP),),
        parting=(("figure", THOUGHT),),
        keep_ends=True,
    ),
    Style(name="nested list", display="flow", before=ITEM_GAP, break_cost=FORBIDDEN, keep_ends=True),
    Style(name="item", display="hang", before=ITEM_GAP, break_cost=LIST, indent=1.3),
    Style(name="step", display="hang", before=ITEM_GAP, break_cost=STEPS, indent=1.8),
    Style(name="definition", display="hang", before=ITEM_GAP, break_cost=LIST, indent=1.3, label="above"),
    Style(name="label", display="text"),
    Style(name="term", display="text", strong=True, whole=True),
    Style(name="body", display="text"),
    Style(name="bodies", display="flow"),
    Style(name="write in", display="lines", before="paragraph_gap", break_cost=WRITE_IN),
    Style(name="figure", display="flow"),
    Style(name="drawing", display="figure", before="paragraph_gap", keep_next=True, room=(0.7, 12.0)),
    Style(name="matrix code", display="figure", before="paragraph_gap", room=(0.6, 4.0)),
    Style(name="picture", display="figure", before="paragraph_gap", keep_next=True, room=(0.6, 3.5)),
    Style(
        name="panel",
        display="frame",
        before=0.4,
        under=(("write in", _WRITTEN_UNDER),),
        frame=FrameLook(border=0.06, least=0.75, padding=0.5),
    ),
)

TALLEST_FIGURE = 0.18
"""× the paper's height: the steps of a figure stand on its page."""
STYLES: Mapping[str, Style] = MappingProxyType({style.name: style for style in _TABLE})
"""The styles by name; those of warnings stand with them in `leaflet.document.warnings`."""


def contrast_with_white(colour: Colour) -> float:
    """Return the contrast ratio of a colour on white paper, 1 to 21 (WCAG 2.2, relative luminance)."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
