"""Sums that a sentence states itself: an amount said twice, a total of the day, days against weeks."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.patterns import Pattern
from leaflet.rules.stated_doses import COUNT, UNIT, Stated, number_of, plain_unit
from leaflet.values import Value

# From the first number, or the first week, of a clause on: to begin at each takes time by the square.
SUMS = Pattern(
    r"\(\d|\((?:one|two|three|four|half)|daily dose|24 hours"
    r"|(?:^|[.;!?])(?:[^.;!?\d]*\d[^.;!?]* (?:(?:a|each|per|every) day|daily)\b"
    r"|(?:(?!week)[^.;!?])*week[^.;!?]* (?:day|morning|evening|night))",
    re.IGNORECASE,
    needs="(|day|daily|24 hours|week",
)
"""What a sentence with a sum has."""
_TWICE = expression(
    rf"\b(?P<one>{COUNT}) ?(?P<unit>{UNIT}) \((?P<other>{COUNT}) ?(?P<unit2>{UNIT})\)", re.IGNORECASE
)
_OF_A_GRAM = {"g": Fraction(1), "mg": Fraction(1, 1000), "mcg": Fraction(1, 1_000_000)}
_TOTAL = expression(
    rf"\b(?P<count>{COUNT}) ?(?P<unit>{UNIT})"
    r"(?: (?:a|each|per|every) day| daily| in 24 hours| in all| in total)\b"
    rf"|\b(?:total|giving|in all|altogether|makes|making|daily dose)(?: of|:| is)? (?P<count2>{COUNT})"
    rf" ?(?P<unit2>{UNIT})\b",
    re.IGNORECASE,
)
# What makes a total one of something else: a bound, a step, another day, another medicine.
_BOUND = expression(
    r"\b(?:most|least|more|than|up to|exceed|maximum|minimum|limit|between|then|start\w*|first|after|until|or"
    r"|increas\w*|rais\w*|lower\w*|reduc\w*|usual\w*|if|unless|divided|split|alternat\w*|another|other|extra)\b",
    re.IGNORECASE,
)
_WEEKLY = expression(
    r"\b(?:once (?:a|each|every|per) week(?!s)|once weekly|weekly (?:dose|tablet|injection|patch)"
    r"|one day a week|on (?:mon|tues|wednes|thurs|fri|satur|sun)days only|use weekly|take weekly)\b",
    re.IGNORECASE,
)
_DAILY = expression(
    r"\b(?:every day|each day|(?:\d|two|three|four) times (?:a|each|per) day|once a day|twice a day"
    r"|(?:each|every) (?:morning|evening|night)|seven days a week|(?:once|twice|times) daily)\b",
    re.IGNORECASE,
)
_OTHER = expression(
    r"\b(?:not|never|no|except|but|then|and|or|until|after|first|folic|other|instead|box|pack|organiser|if)\b|;",
    re.IGNORECASE,
)


class Clash(Value):
    """What does not fit together within a text, and where."""

    message: str
    hint: str
    start: int
    end: int


def adding_up(text: str, found: Sequence[Stated]) -> Iterator[Clash]:
    """Yield sums of a text that do not come out; `found` is what it states."""
    if "(" in text:
        yield from _said_twice(text)
    if _BOUND.search(text) is None:
        yield from _totals(text, found)
    weekly = _WEEKLY.search(text)
    daily = _DAILY.search(text) if weekly else None
    if weekly and daily and not _OTHER.search(text):
        yield Clash(
            message=f"{weekly.group()!r} does not fit {daily.group()!r}",
            hint="say once whether it is by the day or by the week",
            start=daily.start(),
            end=daily.end(),
        )


def _said_twice(text: str) -> Iterator[Clash]:
    for match in _TWICE.finditer(text):
        unit, other = plain_unit(match["unit"]), plain_unit(match["unit2"])
        scale = _OF_A_GRAM if unit in _OF_A_GRAM and other in _OF_A_GRAM else {unit: Fraction(1)}
        if other not in scale:
            continue
        if number_of(match["one"]) * scale[unit] != number_of(match["other"]) * scale[other]:
            yield Clash(
                message=f"{match.group()!r} states two amounts",
                hint="state one",
                start=match.start(),
                end=match.end(),
            )


def _totals(text: str, found: Sequence[Stated]) -> Iterator[Clash]:
    often = [each for each in found if each.thing == "frequency" and each.value > 1]
    for total in _TOTAL.finditer(text) if len(often) == 1 else ():
        unit = plain_unit(total["unit"] or total["unit2"])
        whole = number_of(total["count"] or total["count2"])
        start, end = total.span()
        amounts = [each for each in found if each.thing == unit and (each.end <= start or each.start >= end)]
        if len(amounts) == 1 and amounts[0].value * often[0].value != whole:
            yield Clash(
                message=f"the doses of this sentence do not come to {total.group()!r}",
                hint="correct the dose, the frequency or the total",
                start=start,
                end=end,
            )
