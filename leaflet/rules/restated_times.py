"""A time said twice, the second time in brackets: "72 hours (3 days)"."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import NUMBER, count_of
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit

_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_TWICE = Pattern(
    rf"\b({NUMBER})[ -]({_UNIT})\*{{0,2}},? ?"
    rf"\((?:that is,? |which is |this is |i\.e\. |or |= ?)?"
    rf"(about |around |nearly |almost |roughly )?({NUMBER}) ({_UNIT})\)",
    re.IGNORECASE,
    needs="second|minute|hour|day|week|month|year",
)
# The fewest and the most minutes in each; a month has 28 to 31 days, a year 52 weeks and a day or two.
_DAY = 24 * 60
_MINUTES = {
    "second": (Fraction(1, 60), Fraction(1, 60)), "minute": (Fraction(1), Fraction(1)),
    "hour": (Fraction(60), Fraction(60)), "day": (Fraction(_DAY), Fraction(_DAY)),
    "week": (Fraction(7 * _DAY), Fraction(7 * _DAY)), "month": (Fraction(28 * _DAY), Fraction(31 * _DAY)),
    "year": (Fraction(360 * _DAY), Fraction(366 * _DAY)),
}  # fmt: skip
_ABOUT = Fraction(1, 5)  # how far "about" reaches


def restated(texts: Texts) -> Mapping[int, tuple[int, int]]:
    """Return where each text states a time twice, and not the same."""
    found: dict[int, tuple[int, int]] = {}
    for number, match in texts.matches(_TWICE):
        units = match[2].lower().rstrip("s"), match[5].lower().rstrip("s")
        if units[0] == units[1]:
            continue
        slack = _ABOUT if match[3] else Fraction(0)
        first, second = count_of(match[1]), count_of(match[4])
        least, most = (first * each for each in _MINUTES[units[0]])
        least2, most2 = (second * each for each in _MINUTES[units[1]])
        if least * (1 - slack) > most2 or least2 > most * (1 + slack):
            found[number] = match.span()
    return found


def said_twice(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield times whose words in brackets come to something else."""
    for sentence, (start, end) in manuscript.found_in_sentences(restated):
        yield Hit(
            message=f"{sentence.text[start:end]!r} states two times",
            hint="correct the number or the unit, or state one",
            span=sentence.locate(start, end),
        )
