"""The print profiles: one table, each profile after one standard, a citation for every number.

A profile follows one standard and never blends two: they contradict each other. Where it is silent the
citation says so. Text is set anew, never scaled. Sizes are points, leading × the size, gaps in lines.
"""

from collections.abc import Mapping
from typing import Literal

from leaflet.units import Insets, inch, mm
from leaflet.values import Value, altered

Emphasis = Literal["bold", "underline"]
PageLabel = Literal["lower right", "lower outer"]


class Profile(Value, kw_only=True):
    """The numbers of one kind of print, with the source of each in `cites`."""

    name: str
    title: str
    standard: str
    body: float  # pt; also the least size of anything on the page
    title_size: float  # pt, the medicine's name
    purpose: float  # pt, what it is for, under the name
    signal: float  # pt, the signal word of a warning
    hazard: float  # pt, what is dangerous
    action: float  # pt, what to do about it, and the emergency number
    heading: float  # pt, headings of sections
    subheading: float  # pt, headings inside sections
    heading_column: float  # pt, of headings that hang beside the text; 0 where they stand above it
    section_rule: float  # pt, the rule above a section; 0 for none
    reversed_bars: bool  # signal words stand white on black; else frames alone tell warnings apart
    leading: float  # × size, baseline to baseline
    paragraph_gap: float  # lines of white between paragraphs
    heading_gap: float  # lines of white above a heading
    below_heading: float  # lines of white below a heading
    least_white: float  # × any white: what may be left of it where that saves a sheet
    most_white: float  # × any white: what it may grow to where a page has room
    least_in_panels: float  # × the white in a warning: what may be left of it where that saves a sheet
    margins: Insets  # pt
    max_characters: int  # characters a line, on the average
    min_characters: int  # characters a line; a paper that gives fewer is refused
    x_height: float  # pt; the body grows until its x-height reaches this
    emphasis: Emphasis
    page_label: PageLabel
    page_label_bold: bool
    cites: Mapping[str, str]

    @property
    def has_blank_lines(self) -> bool:
        """Tell whether a line is left blank between paragraphs, wherever they stand (ACB, APH)."""
        return self.paragraph_gap >= 1


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
    "purpose": f"{_OWN}: between the name and the text",
    "signal": "ANSI Z535: the signal word is the largest word of the panel; reversed, 15 point or more",
    "hazard": f"{_OWN}: read before the rest of the panel",
    "action": f"{_OWN}: the line of a warning that must be read, a quarter larger than the text",
    "heading_column": f"{_OWN}: headings in a column of their own leave lines of at most 70 characters",
    "section_rule": f"{_OWN}: a section is seen from arm's length",
    "reversed_bars": "ANSI Z535: signal words may stand on a panel of their own",
    "least_white": f"{_OWN}: white gives way before a sheet is spent; type and leading never",
    "most_white": f"{_OWN}: white goes where it divides, not to the foot of the page",
    "least_in_panels": f"{_OWN}: there is hardly any, which stays",
    "heading": f"{_OWN}: headings clearly larger than the text",
    "subheading": f"{_OWN}: at least the size of the text, bold",
    "leading": "CNIB Clear Print: leading 25 to 30 % over the size; UKAAF asks for single spacing",
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
    title_size=34,
    purpose=15,
    signal=17,
    hazard=15,
    action=15,
    heading=15,
    subheading=13,
    heading_column=mm(45),
    section_rule=1,
    reversed_bars=True,
    leading=1.25,
    paragraph_gap=0.4,
    heading_gap=0.6,
    below_heading=0.15,
    least_white=0.4,
    most_white=1.5,
    least_in_panels=1.0,
    margins=Insets(mm(12), mm(15), mm(12), mm(15)),
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
    title_size=38,
    purpose=17,
    signal=20,
    hazard=17,
    action=17,
    heading=18,
    subheading=15,
    cites={**_UK_CITES, "body": f"{_RNIB}: ideally 14 point"},
)

_LARGE = altered(
    _CLEAR,
    name="large",
    title="Large print, 18 point",
    standard=_UKAAF,
    body=18,
    title_size=40,
    purpose=18,
    signal=26,
    hazard=20,
    action=22,
    heading=24,
    subheading=20,
    heading_column=0,
    section_rule=2,
    margins=Insets(mm(12), mm(17), mm(12), mm(17)),
    cites={**_UK_CITES, "body": f"{_UKAAF}: at least 16 point, ideally 18"},
)

_GIANT = altered(
    _STANDARD,
    name="giant",
    title="Giant print, 24 point",
    standard="RNIB (ODI) bands: giant print, 24 point and over",
    body=24,
    title_size=38,
    purpose=24,
    signal=30,
    hazard=26,
    action=26,
    heading=30,
    subheading=25,
    heading_column=0,
    section_rule=3,
    leading=29 / 24,
    margins=Insets(mm(9), mm(12), mm(9), mm(12)),
    cites={**_UK_CITES, "body": "RNIB (ODI): giant print is 24 point and over"},
)

_ACB_PROFILE = Profile(
    name="acb",
    title="Large print after ACB, 18 point",
    standard=_ACB,
    body=18,
    title_size=30,
    purpose=18,
    signal=26,
    hazard=20,
    action=20,
    heading=22,
    subheading=20,
    heading_column=0,
    section_rule=0,
    reversed_bars=False,
    least_white=1.0,
    most_white=1.0,
    least_in_panels=1.0,
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
        "purpose": f"{_OWN}: at least the size of the text",
        "signal": f"{_OWN}: the largest word of a warning",
        "hazard": f"{_ACB}: the size of subheadings",
        "action": f"{_ACB}: the size of subheadings",
        "heading_column": f"{_ACB}: one column",
        "section_rule": f"{_OWN}: white alone divides sections",
        "reversed_bars": f"{_ACB}: black on white, no other ground",
        "least_white": f"{_ACB}: its white is not given away",
        "most_white": f"{_ACB}: its white is not stretched",
        "least_in_panels": f"{_ACB}: its white is not given away, in panels neither",
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
    title_size=30,
    purpose=18.15,
    signal=26,
    hazard=20,
    action=20,
    heading=22,
    subheading=20,
    heading_column=0,
    section_rule=0,
    reversed_bars=False,
    least_white=1.0,
    most_white=1.0,
    least_in_panels=0.25,
    leading=1.25,
    paragraph_gap=1.0,
    heading_gap=1.0,
    below_heading=0.25,
    margins=Insets(mm(12), inch(1), mm(12), inch(1)),
    max_characters=43,
    min_characters=35,
    x_height=inch(1 / 8),
    emphasis="bold",
    page_label="lower right",
    page_label_bold=False,
    cites={
        "body": f"{_APH}: 18 point or more",
        "title_size": f"{_OWN}: larger than the headings",
        "purpose": f"{_OWN}: at least the size of the text",
        "signal": f"{_OWN}: the largest word of a warning",
        "hazard": f"{_APH}: the size of subheadings",
        "action": f"{_APH}: the size of subheadings",
        "heading_column": f"{_APH}: one column",
        "section_rule": f"{_OWN}: white alone divides sections",
        "reversed_bars": f"{_APH}: no fills",
        "least_white": f"{_APH}: its white is not given away",
        "most_white": f"{_APH}: its white is not stretched",
        "least_in_panels": f"{_APH}: double space between paragraphs, of panels it says nothing",
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
