"""Sums that a sentence states itself: a total of the day, hours and days, days against weeks and months."""

import re
from collections.abc import Iterator, Sequence

from leaflet.precompiled import expression
from leaflet.rules.patterns import Pattern
from leaflet.rules.stated_doses import COUNT, UNIT, Stated, number_of, plain_unit
from leaflet.rules.two_measures import Clash

# From the first number, or the first week, of a clause on: to begin at each takes time by the square.
SUMS = Pattern(
    r"daily dose|24 hours|every .{1,20} hours"
    r"|(?:^|[.;!?])(?:[^.;!?\d]*\d[^.;!?]* (?:(?:a|each|per|every) day|daily)\b"
    r"|(?:(?!week|month|day|daily)[^.;!?])*(?:week|month|day|daily)[^.;!?]* "
    r"(?:\w{0,6}day|daily|morning|evening|night|week|month))",
    re.IGNORECASE,
    needs="day|daily|hours|week|month",
)
"""What a sentence with a sum has."""
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
# How often, as periods of which a text names one.
_PERIODS = (
    expression(
        r"\b(?:every day|each day|(?:\d|two|three|four) times (?:a|each|per) day|once a day|twice a day"
        r"|(?:each|every) (?:morning|evening|night)|seven days a week|(?:once|twice|times) daily)\b",
        re.IGNORECASE,
    ),
    expression(
        r"\b(?:every (?:other|second) day|(?:on )?alternate days|each alternate day)\b", re.IGNORECASE
    ),
    expression(
        r"\b(?:once (?:a|each|every|per) week(?!s)|once weekly|weekly (?:dose|tablet|injection|patch)"
        r"|one day a week|on (?:mon|tues|wednes|thurs|fri|satur|sun)days only|use weekly|take weekly"
        r"|(?:first|same) day of (?:every|each) week)\b|^weekly\b",
        re.IGNORECASE,
    ),
    expression(
        r"\b(?:once (?:a|each|every|per) month(?!s)|once monthly|take monthly|use monthly"
        r"|every (?:other|two|three|four|six|\d) months)\b|^monthly\b",
        re.IGNORECASE,
    ),
)
_OTHER = expression(
    r"\b(?:not|never|no|except|but|then|and|or|until|after|first|folic|other|instead|box|pack|organiser|if"
    r"|for|test|check\w*|visit|see)\b|;",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_WEEKDAYS = expression(rf"\b{_DAY}(?:, {_DAY})*,? and {_DAY}\b", re.IGNORECASE)
_OR = expression(r"\b(?:or|if|until|unless|then|not|never|check\w*|test\w*)\b", re.IGNORECASE)
_HOURS = "two|three|four|six|eight|twelve"
_HOURLY = expression(
    rf"\bevery (?P<hours>\d{{1,2}}|{_HOURS}) hours\b"
    rf"|\b(?P<times>\d{{1,2}}|two|three|four|five|six|eight|ten|once|twice)(?: times)?"
    r" (?:a day|each day|per day|every day|daily|in 24 hours|in one day)\b",
    re.IGNORECASE,
)
_ABOUT = expression(
    r"\b(?:up to|at most|at least|no more|not more|maximum|most|awake|waking|apart)\b", re.IGNORECASE
)
_DAY_LONG, _AWAKE = 24, 16  # hours


def adding_up(text: str, found: Sequence[Stated]) -> Iterator[Clash]:
    """Yield sums of a text that do not come out; `found` is what it states."""
    if _BOUND.search(text) is None:
        yield from _totals(text, found)
    yield from _hours(text)
    yield from _periods(text)


def _hours(text: str) -> Iterator[Clash]:
    """Yield hours that do not fit how often a day: "every 12 hours, six times a day"."""
    said = {match.lastgroup: match for match in _HOURLY.finditer(text)}
    if len(said) < len(("hours", "times")) or _OR.search(text):
        return
    hours, times = said["hours"], said["times"]
    whole = number_of(hours["hours"]) * number_of(times["times"])
    if whole > _DAY_LONG or (whole < _AWAKE and not _ABOUT.search(text)):
        yield Clash(
            message=f"{hours.group()!r} does not fit {times.group()!r}",
            hint="correct the hours or the frequency",
            start=times.start(),
            end=times.end(),
        )


def _periods(text: str) -> Iterator[Clash]:
    """Yield a second period: "your weekly tablet: one each evening"."""
    named = [match for period in _PERIODS if (match := period.search(text))]
    days = _WEEKDAYS.search(text) if len(named) == 1 and _PERIODS[2].search(text) else None
    if days and not _OR.search(text):
        named.append(days)
    elif len(named) != 1 + 1 or _OTHER.search(_without(text, named)):
        return
    yield Clash(
        message=f"{named[1].group()!r} does not fit {named[0].group()!r}",
        hint="say once whether it is by the day, the week or the month",
        start=named[1].start(),
        end=named[1].end(),
    )


def _without(text: str, found: Sequence[re.Match[str]]) -> str:
    for match in found:
        text = text.replace(match.group(), "")
    return text


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
