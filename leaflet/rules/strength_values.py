"""The strengths that a monograph's head states, as values: 250 mg/5 ml is 50 mg a millilitre."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from leaflet.model import Monograph
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import in_kind
from leaflet.rules.stated_doses import number_of
from leaflet.values import Value

_NUMBER = r"\d[\d,]{0,11}(?:\.\d{1,6})?"
_STRENGTH = expression(
    rf"(?<![\w.,])(?P<amount>{_NUMBER}) ?(?P<unit>mg|mcg|g|micrograms?|milligrams?|grams?|units?|%)"
    rf"(?: ?(?:/|per|in|an?|each) ?(?P<count>{_NUMBER})? ?"
    r"(?P<per>m[lL]|millilit(?:re|er)s?|hours?|days?|g|gram|puff|dose|spray|drop|tablet|capsule"
    r"|actuation)\b)?"
    r"(?!\w)",
    re.IGNORECASE,
)
_PIECES = frozenset(["puff", "dose", "spray", "tablet", "capsule", "actuation", ""])
_ROUNDED = Fraction(1, 50)  # 5 ml of 31.25 mg/5 ml may be told as 31 mg


class Strength(Value):
    """How much of a kind is in one of what: in a piece (""), in a millilitre, in an hour."""

    kind: str
    value: Fraction
    per: str


def strengths_in(text: str) -> Iterator[Strength]:
    """Yield the strengths that a text states."""
    for match in _STRENGTH.finditer(text):
        amount = number_of(match["amount"])
        kind, value = ("%", amount) if match["unit"] == "%" else in_kind(amount, match["unit"])
        per, count = in_kind(number_of(match["count"] or "1"), match["per"] or "")
        if match["per"] and per == "mg":
            per, count = "g", count / 1000
        if count:
            yield Strength(kind, value / count, "" if per in _PIECES else per)


class Head(Value):
    """The strengths of a monograph: those in its names, and those of `strengths`."""

    named: frozenset[Strength]
    listed: frozenset[Strength]

    @property
    def known(self) -> frozenset[Strength]:
        """All of them."""
        return self.named | self.listed


def head_of(manuscript: Manuscript) -> Head:
    """Return the strengths of the head of a monograph."""
    monograph = manuscript.monograph
    return Head(_of(names_of(monograph)), _of(monograph.strengths))


def names_of(monograph: Monograph) -> tuple[str, ...]:
    """Return all names under which the leaflet prints the medicine."""
    short = (monograph.short_name,) if monograph.short_name else ()
    return (monograph.name, *short, *monograph.other_names)


def _of(texts: Iterable[str]) -> frozenset[Strength]:
    return frozenset([strength for text in texts for strength in strengths_in(text)])


def converted(kind: str, value: Fraction, to: str, known: Iterable[Strength]) -> frozenset[Fraction]:
    """Return what an amount comes to in another kind, by each strength that says so."""
    found = set[Fraction]()
    for strength in known:
        per = _held_by(strength, kind), _held_by(strength, to)
        if strength.kind == to and per[0]:
            found.add(value * strength.value)
        elif strength.kind == kind and per[1] and strength.value:
            found.add(value / strength.value)
    return frozenset(found)


def is_one_of(value: Fraction, values: Iterable[Fraction]) -> bool:
    """Tell whether a value is one of some, but for rounding."""
    return any(abs(value - each) <= each * _ROUNDED for each in values)


def _held_by(strength: Strength, kind: str) -> bool:
    """Tell whether an amount of a kind holds the strength: millilitres, or pieces."""
    if strength.per == "":
        return kind in ("tablet", "capsule", "puff", "spray", "suppository", "pessary", "lozenge")
    return strength.per == kind == "ml"
