"""What the templates show: choices, pages and findings as plain values, and the environment they run in."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from leaflet.diagnostics import Finding
from leaflet.handout import LONGEST, LONGEST_ONLINE, MOST_COPIES
from leaflet.languages import LANGUAGES
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.rules.tall_man import told_apart
from leaflet.serve.counter import Counter
from leaflet.serve.medicine import Medicine
from leaflet.serve.printer import can_print
from leaflet.size_sheet import sizes
from leaflet.values import Value

_SIZES = (
    "standard",
    "clear",
    "large",
    "giant",
)  # 12, 14, 18 and 24 points; the others follow other standards
_STANDINGS = {
    "approved": "Approved",
    "draft": "Draft",
    "lapsed": "Review overdue",
    "blocked": "Not printable",
}


class Choice(Value, kw_only=True):
    """One entry of a table, to choose from."""

    name: str
    title: str
    size: float = 0.0  # pt, of a print profile
    sentence: str = ""  # that tries whether somebody can read it


class Card(Value, kw_only=True):
    """A medicine in a list and at the head of its screen."""

    id: str
    language: str
    name: str
    other_names: str
    purpose: str
    version: str
    standing: str
    label: str
    reason: str


def card(counter: Counter, medicine: Medicine) -> Card:
    """Return how a medicine is shown."""
    monograph, standing = medicine.monograph, medicine.standing(counter.today())
    return Card(
        id=monograph.id,
        language=monograph.language,
        name=told_apart(monograph.name),
        other_names=", ".join(map(told_apart, monograph.other_names)),
        purpose=monograph.purpose.plain,
        version=monograph.version,
        standing=standing,
        label=_STANDINGS[standing],
        reason=counter.standing_sentence(medicine),
    )


@cache
def tables() -> dict[str, Any]:
    """Return the choices that every screen may show."""
    printed, say = sizes(), LANGUAGES["en"].say
    profiles = [
        Choice(
            name=each.name,
            title=each.title,
            size=printed[each.name],
            sentence=say(f"reading_{each.name}"),
        )
        for each in PROFILES.values()
    ]
    return {
        "sizes": [each for each in profiles if each.name in _SIZES],
        "others": [each for each in profiles if each.name not in _SIZES],
        "papers": [Choice(name=each.name, title=each.title) for each in PAPERS.values()],
        "regions": [Choice(name=name, title=LANGUAGES["en"].region_name(name)) for name in REGIONS],
        "longest": LONGEST,
        "longest_online": LONGEST_ONLINE,
        "most_copies": MOST_COPIES,
        "can_print": can_print(),
    }


def place(finding: Finding) -> str:
    """Return where a finding stands, as people say it."""
    return f"line {finding.span.line}" if finding.span is not None else ""


@cache
def environment() -> Environment:
    """Return the templates, escaping everything, and failing where a value is missing."""
    made = Environment(
        loader=PackageLoader("leaflet.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["place"] = place
    return made
