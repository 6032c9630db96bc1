"""Waits, gaps and amounts of alcohol that only a slip in a number or a unit makes: for rule S116."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import NUMBER, count_of
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.sentences import Sentence
from leaflet.rules.strength_values import head_of
from leaflet.rules.told_doses import told_doses
from leaflet.values import Value

_MEAL_WAIT = 12  # hours before or after food; who is to fast longer is told a day
_DAY_LONG = 24  # hours
_AWAKE = 14  # hours over which doses that are not bound to the clock are spread at least
_LOW_RISK = 14  # units of alcohol a week: UK Chief Medical Officers' Low Risk Drinking Guidelines, 2016
_WEEK = 7  # days
_MANY = 20  # of the strongest tablets or capsules a day
_OFTEN = 3  # doses a day that are spread over the day; of two, one may be for the morning only

_WAIT = Pattern(
    rf"\b({NUMBER})(?: (?:to|or) {NUMBER})? hours (?:before|after) "
    r"(?:(?:a|your|each|every|any) )?(?:food|meals?|eating|breakfast|lunch|dinner|supper)\b",
    re.IGNORECASE,
    needs="hours",
)
_MIXED = Pattern(
    rf"\b(?:{NUMBER}) (?:months?|years?) after (?:\w+ ){{0,4}}?"
    r"(?:made|mixed|prepared|reconstituted|dissolved|diluted)\b",
    re.IGNORECASE,
    needs="month|year",
)
_SPREAD = expression(
    rf"\b(?P<times>{NUMBER}) times (?:a|each|every|per) day\b|\b(?P<gap>{NUMBER})"
    rf"(?: (?:to|or) (?P<longer>{NUMBER}))? hours apart\b",
    re.IGNORECASE,
)
_APART = Pattern(r"hours apart", re.IGNORECASE, needs="hours apart")
_AT_LEAST = expression(
    r"\b(?:at least|not less than|no less than|minimum|more than|up to|if|or)\b", re.IGNORECASE
)
_ALCOHOL = Pattern(
    rf"\b({NUMBER}) units(?: of alcohol)? (?:a|each|every|per|in a|in one|in any) "
    r"(day|week)\b",
    re.IGNORECASE,
    needs="units ",
)
_DRINKING = expression(r"\b(?:alcohol|drink\w*|beer|wine)\b", re.IGNORECASE)


class Unlikely(Value):
    """What a number and its unit can hardly mean, and where it stands."""

    message: str
    start: int
    end: int


def unlikely(texts: Texts) -> Mapping[int, Sequence[Unlikely]]:
    """Return the waits, gaps and amounts of each text that only a slip makes."""
    found: dict[int, list[Unlikely]] = {}
    for number, match in texts.matches(_WAIT):
        if count_of(match[1]) > _MEAL_WAIT:
            found.setdefault(number, []).append(_said("is a wait that no meal asks for", match))
    for number, match in texts.matches(_MIXED):
        found.setdefault(number, []).append(_said("is longer than what was mixed keeps", match))
    for number, match in texts.matches(_ALCOHOL):
        days = 1 if match[2].lower() == "day" else _WEEK
        too_much = count_of(match[1]) * _WEEK > _LOW_RISK * days
        if too_much and _DRINKING.search(texts.typed[number]):
            said = "is more than the 14 units of alcohol a week of the UK guideline of 2016"
            found.setdefault(number, []).append(_said(said, match))
    for number in texts.holding(_APART):
        found.setdefault(number, []).extend(_gaps(texts.typed[number]))
    return {number: each for number, each in found.items() if each}


def _gaps(text: str) -> Iterator[Unlikely]:
    """Yield a gap between doses that does not fit how many there are in a day."""
    said = {match.lastgroup: match for match in _SPREAD.finditer(text)}
    gap = said.get("gap") or said.get("longer")
    if "times" not in said or gap is None:
        return
    times = count_of(said["times"]["times"])
    longest = Fraction(count_of(gap["longer"] or gap["gap"]))
    is_bound = bool(_AT_LEAST.search(text))
    if times * count_of(gap["gap"]) > _DAY_LONG or (
        times >= _OFTEN and times * longest < _AWAKE and not is_bound
    ):
        yield _said(f"does not fit {said['times'].group()!r}", gap)


def beyond_all(manuscript: Manuscript) -> Iterator[tuple[Sentence, Unlikely]]:
    """Yield a most of a day that only very many of the strongest tablets would come to."""
    pieces = [each.value for each in manuscript.recall(head_of).known if each.kind == "mg" and not each.per]
    if not pieces or set(manuscript.monograph.route) - {"swallow"}:
        return
    for sentence, told in manuscript.found_in_sentences(told_doses):
        for most in told.most:
            if most.kind == "mg" and most.days == 1 and most.value >= _MANY * max(pieces):
                words = sentence.text[most.start : most.end]
                said = f"{words!r} is {round(most.value / max(pieces))} of the strongest tablets"
                yield sentence, Unlikely(said, most.start, most.end)


def _said(what: str, match: re.Match[str]) -> Unlikely:
    return Unlikely(f"{match.group()!r} {what}", match.start(), match.end())
