"""The print profiles: one table, each profile after one standard, a citation for every number.

A profile follows one standard and never blends two: they contradict each other. Where its standard is
silent the citation says so and names what was followed instead. Text is set anew for each profile,
never scaled. Sizes are points; leading is a multiple of the size; gaps are multiples of a line.
"""

from collections.abc import Mapping
from typing import Literal

from leaflet.units import Insets, inch, mm
from leaflet.values import Value, altered

Emphasis = Literal["bold", "underline"]
PageLabel = Literal["lower right", "lower outer", "upper right"]


class Profile(Value, kw_only=True):
    """The numbers of one kind of print, with the source of each in `cites`."""

    name: str
    title: str
    standard: str
    body: float  # pt; also the least size of anything on the page
    title_size: float  # pt, the medicine's name
    heading: float  # pt, headings of sections
    subheading: float  # pt, headings inside sections
    leading: float  # × size, baseline to baseline
    paragraph_gap: float  # lines of white between paragraphs
    heading_gap: float  # lines of white above a heading
    below_heading: float  # lines of white below a heading
    margins: Insets  # pt
    max_characters: int  # characters a line, on the average
    min_characters: int  # characters a line; a paper that gives fewer is refused
    x_height: float  # pt; the body grows until its x-height reaches this
    emphasis: Emphasis
    page_label: PageLabel
    page_label_bold: bool
    cites: Mapping[str, str]


NUMBERS = tuple(
    name for name in Profile.__struct_fields__ if name not in {"name", "title", "standard", "cites"}
)
"""The fields that need a citation."""

_UKAAF = "UKAAF G003 Creating clear print and large print documents"
_RNIB = "RNIB Clear Print guidelines"
_ACB = "ACB Best Practices for Large Print (2025)"
_APH = "APH Guidelines for Print Documents"
_WCAG = "WCAG 2.2, 1.4.8 Visual Presentation"
_OWN = "the standard gives no number; chosen here"

_UK_CITES = {
    "title_size": f"{_OWN}: headings clearly larger than the text",
    "heading": f"{_OWN}: headings clearly larger than the text",
    "subheading": f"{_OWN}: at least the size of the text, bold",
    "leading": f"{_UKAAF}: single line spacing, the usual 120 % of the size",
    "paragraph_gap": f"{_UKAAF}: space between paragraphs, no number given; chosen here",
    "heading_gap": f"{_OWN}: more white above a heading than below it",
    "below_heading": f"{_OWN}: a heading stands with what follows",
    "margins": _OWN,
    "max_characters": f"{_UKAAF}: 60 to 70 characters a line",
    "min_characters": "the fewest at which the words of a leaflet set without holes; chosen here",
    "x_height": f"{_OWN}: none asked for",
    "emphasis": f"{_UKAAF}: bold; no italics, no underlining, no capitals",
    "page_label": f"{_UKAAF}: page numbers always in the same place",
    "page_label_bold": _OWN,
}

_STANDARD = Profile(
    name="standard",
    title="Clear print, 12 point",
    standard=_RNIB,
    body=12,
    title_size=24,
    heading=14,
    subheading=12,
    leading=1.2,
    paragraph_gap=0.3,
    heading_gap=0.5,
    below_heading=0.1,
    margins=Insets(mm(10), mm(18), mm(10), mm(18)),
    max_characters=70,
    min_characters=35,
    x_height=0,
    emphasis="bold",
    page_label="lower right",
    page_label_bold=False,
    cites={**_UK_CITES, "body": f"{_RNIB}: at least 12 point"},
)

_CLEAR = altered(
    _STANDARD,
    name="clear",
    title="Clear print, 14 point",
    body=14,
    title_size=28,
    heading=17,
    subheading=14,
    paragraph_gap=0.4,
    heading_gap=0.8,
    below_heading=0.2,
    margins=Insets(mm(16), mm(18), mm(16), mm(18)),
    cites={**_UK_CITES, "body": f"{_RNIB}: ideally 14 point"},
)

_LARGE = altered(
    _CLEAR,
    name="large",
    title="Large print, 18 point",
    standard=_UKAAF,
    body=18,
    title_size=32,
    heading=22,
    subheading=18,
    paragraph_gap=0.5,
    cites={**_UK_CITES, "body": f"{_UKAAF}: at least 16 point, ideally 18"},
)

_GIANT = altered(
    _STANDARD,
    name="giant",
    title="Giant print, 24 point",
    standard="RNIB (ODI) bands: giant print, 24 point and over",
    body=24,
    title_size=30,
    heading=27,
    subheading=24,
    paragraph_gap=0.4,
    heading_gap=0.6,
    margins=Insets(mm(9), mm(12), mm(9), mm(12)),
    page_label="upper right",
    cites={**_UK_CITES, "body": "RNIB (ODI): giant print is 24 point and over"},
)

_ACB_PROFILE = Profile(
    name="acb",
    title="Large print after ACB, 18 point",
    standard=_ACB,
    body=18,
    title_size=26,
    heading=22,
    subheading=20,
    leading=1.15,
    paragraph_gap=1.0,
    heading_gap=1.0,
    below_heading=1.0,
    margins=Insets(inch(1), inch(1), inch(0.75), inch(1)),
    max_characters=80,
    min_characters=35,
    x_height=0,
    emphasis="underline",
    page_label="lower outer",
    page_label_bold=True,
    cites={
        "body": f"{_ACB}: 18 point, not bold",
        "title_size": f"{_OWN}: larger than the headings",
        "heading": f"{_ACB}: headings 22 point bold",
        "subheading": f"{_ACB}: subheadings 20 point bold",
        "leading": f"{_ACB}: line spacing 1.15",
        "paragraph_gap": f"{_ACB}: block paragraphs, a blank line between them",
        "heading_gap": f"{_ACB}: one blank line around headings",
        "below_heading": f"{_ACB}: one blank line around headings",
        "margins": f"{_ACB}: 1 inch at the top, left and right; the bottom margin holds the page number",
        "max_characters": f"{_WCAG}: not more than 80 characters; ACB gives no number",
        "min_characters": "the fewest at which the words of a leaflet set without holes; chosen here",
        "x_height": f"{_OWN}: none asked for",
        "emphasis": f"{_ACB}: emphasis by underlining only",
        "page_label": f"{_ACB}: page number in the lower outer corner",
        "page_label_bold": f"{_ACB}: page number bold, at body size or more",
    },
)

_APH_PROFILE = Profile(
    name="aph",
    title="Large print after APH, 18 point or more",
    standard=_APH,
    body=18,
    title_size=26,
    heading=22,
    subheading=20,
    leading=1.25,
    paragraph_gap=1.0,
    heading_gap=1.0,
    below_heading=0.25,
    margins=Insets(mm(15), inch(1), mm(15), inch(1)),
    max_characters=43,
    min_characters=35,
    x_height=inch(1 / 8),
    emphasis="bold",
    page_label="lower right",
    page_label_bold=False,
    cites={
        "body": f"{_APH}: 18 point or more",
        "title_size": f"{_OWN}: larger than the headings",
        "heading": f"{_APH}: 18, 20 and 22 point for text, subheadings and headings",
        "subheading": f"{_APH}: 18, 20 and 22 point for text, subheadings and headings",
        "leading": f"{_APH}: leading 1.25",
        "paragraph_gap": f"{_APH}: double space between paragraphs",
        "heading_gap": f"{_OWN}: more white above a heading than below it",
        "below_heading": f"{_OWN}: a heading stands with what follows",
        "margins": _OWN,
        "max_characters": f"{_APH}: 39 to 43 characters a line",
        "min_characters": "the fewest at which the words of a leaflet set without holes; chosen here",
        "x_height": f"{_APH}: x-height of at least 1/8 inch",
        "emphasis": f"{_APH}: bold or underline",
        "page_label": f"{_OWN}: always in the same place",
        "page_label_bold": _OWN,
    },
)

PROFILES: dict[str, Profile] = {
    profile.name: profile for profile in (_STANDARD, _CLEAR, _LARGE, _GIANT, _ACB_PROFILE, _APH_PROFILE)
}
