"""Amounts and frequencies that a sentence on dosing states, as values to compare."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.patterns import Pattern, Texts
from leaflet.values import Value

_WORDS: Mapping[str, int | Fraction] = {
    "once": 1,
    "twice": 2,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "half": Fraction(1, 2),
}
COUNT = (
    r"\d[\d,]{0,11}(?:\.\d{1,6})?|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?"
)
UNIT = (
    r"(?:mg|mcg|g|micrograms?|milligrams?|units?|tablets?|capsules?|puffs?|drops?|sachets?"
    r"|(?:tea|table)?spoon(?:ful)?s?|grams?"
    r"|m[lL]|patch(?:es)?|doses?)"
)
DAYS = {"day": 1, "daily": 1, "week": 7, "weekly": 7, "month": 30, "monthly": 30, "night": 1, "nightly": 1}
_FREQUENCY = expression(
    rf"\b(?:(?!\w+ (?:day|week|month)\b)(?P<count>{COUNT})(?: times?)?,? "
    r"(?:(?:a|each|every|per) )?(?P<period>day|week|month|daily|weekly|monthly)"
    r"|every (?P<every>\d+|other|second|two|three)? ?(?P<unit>hours?|days?|weeks?)(?! or)"
    r"|(?P<adverb>daily|weekly|nightly|monthly)(?= or| and|,|\.|$| with| at| for))\b",
    re.IGNORECASE,
)
_AMOUNT = expression(
    rf"\b(?P<count>{COUNT}) ?(?P<unit>{UNIT})\b(?! of (?:water|juice|milk|fluid))(?!-| (?:apart"
    rf"|strength|tablets?\b(?! a)))",
    re.IGNORECASE,
)
DOSING = Pattern(
    r"\b(?:take|use|inject|inhale|swallow|apply|give|chew|put|start (?:with|on|at)"
    r"|doses? (?:is|of|are)|dose:)\b",
    re.IGNORECASE,
    needs="take|use|inject|inhale|swallow|apply|give|chew|put|start |dose",
)


_COUNTS = (
    "once|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|every |daily|weekly|nightly"
    "|monthly"
)
_COUNTED = Pattern(_COUNTS, re.IGNORECASE, needs=_COUNTS)


class Stated(Value):
    """What a sentence states: of what ("frequency", or a unit), the value, and where."""

    thing: str
    value: Fraction
    start: int
    end: int


def may_state(texts: Texts) -> set[int]:
    """Return the texts that hold what an amount or a frequency cannot do without: a digit, or a word."""
    return {*texts.with_digits, *texts.holding(_COUNTED)}


def stated(text: str) -> Iterator[Stated]:
    """Yield the amounts and frequencies that a sentence on dosing states; times are per day."""
    for amount in _AMOUNT.finditer(text):
        yield Stated(plain_unit(amount["unit"]), number_of(amount["count"]), *amount.span())
    yield from frequencies(text)


def frequencies(text: str) -> Iterator[Stated]:
    """Yield how often a day a sentence has something taken."""
    for match in _FREQUENCY.finditer(text):
        yield Stated("frequency", _per_day(match), *match.span())


def _per_day(match: re.Match[str]) -> Fraction:
    if match["adverb"]:
        return Fraction(1, DAYS[match["adverb"].lower()])
    if match["count"]:
        return number_of(match["count"]) / DAYS[match["period"].lower()]
    word = (match["every"] or "1").lower()
    every = Fraction({"other": 2, "second": 2, "two": 2, "three": 3}.get(word) or max(1, int(word)))
    unit = match["unit"].lower().rstrip("s")
    return 1 / (every * {"hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7)}[unit])


def is_number(words: str) -> bool:
    """Tell whether figures or a word stand for a number."""
    return words[:1].isdigit() or _bare(words) in _WORDS


def number_of(words: str) -> Fraction:
    """Return the number that figures or a word of `COUNT` stand for."""
    word = _bare(words)
    return Fraction(_WORDS[word]) if word in _WORDS else Fraction(words.replace(",", "").rstrip(".") or "0")


def _bare(words: str) -> str:
    return words.lower().removesuffix(" an").removesuffix(" a")


def plain_unit(word: str) -> str:
    """Return the one spelling of a unit: "milligrams" is "mg"."""
    unit = word.lower().removesuffix("es" if word.lower() == "patches" else "s")
    return {"milligram": "mg", "microgram": "mcg"}.get(unit, unit)
