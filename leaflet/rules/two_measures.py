"""What a text says in two measures: tablets and milligrams, spoons and millilitres, words and figures."""

import re
from collections.abc import Iterator
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.stated_doses import Stated, is_number, number_of, plain_unit
from leaflet.values import Value


class Clash(Value):
    """What does not fit together within a text, and where."""

    message: str
    hint: str
    start: int
    end: int


_ALONE = ("a", "an", "each", "every", "the")
_HINT = "correct the number, the strength or the sum"
# Any word stands for a number or a unit here, and is looked up: lists would make the expressions long.
_COUNT = r"(?:\d[\d,]{0,11}(?:\.\d{1,6})?|half an?|[a-z]{3,7})"
_UNIT = r"[a-z]{1,14}"
_MASS = r"(?:m?g|mcg|m\w{4,7}grams?)"
_IS = r"(?:is|are|holds?|contains?|gives?|makes?|has|equals?|=)"
# What measures the same is told in one of these.
_SCALES = (
    {"g": Fraction(1000), "mg": Fraction(1), "mcg": Fraction(1, 1000)},
    {"ml": Fraction(1), "litre": Fraction(1000), "teaspoon": Fraction(5), "tablespoon": Fraction(15)},
)
_FORMS = frozenset(
    ["tablet", "capsule", "caplet", "patch", "sachet", "suppository", "puff", "pill", "drop", "unit", "dose"]
)
TWO_MEASURES = expression(
    rf"\((?:\d|one|two|three|four|five|six|half)|\d ?m?c?g [tcps][a-z]|[a-z] (?:of|at) \d[\d.,]* ?m?c?g\b"
    rf"|spoon|\b(?:tab|cap|m?l\b|puff|patch|pill|sach)[a-z]* {_IS} |\bminimum\b",
    re.IGNORECASE,
)
"""What a text with two measures has."""
_TWICE = expression(
    rf"\b(?P<one>{_COUNT}) ?(?P<unit>{_UNIT}) ?\((?P<other>{_COUNT}) ?(?P<unit2>{_UNIT})\)", re.IGNORECASE
)
_EQUAL = expression(
    rf"(?<!of )\b(?P<one>{_COUNT}|an?) ?(?P<unit>{_UNIT}) {_IS} (?:the same as |only )?"
    rf"(?P<other>{_COUNT}) ?(?P<unit2>{_UNIT})\b(?! (?:or|to|and) \d)",
    re.IGNORECASE,
)
_PIECES = expression(
    rf"\b(?P<count>{_COUNT}) (?:(?P<each>\d[\d.,]{{0,12}}) ?(?P<unit>{_MASS}) (?P<form>{_UNIT})"
    rf"|(?P<form2>{_UNIT}) (?:of|at) (?P<each2>\d[\d.,]{{0,12}}) ?(?P<unit2>{_MASS}))\b",
    re.IGNORECASE,
)
_AMOUNT = expression(rf"\b(?P<count>{_COUNT}) ?(?P<unit>{_MASS})\b", re.IGNORECASE)
# What stands between an amount and the pieces that it is made of, in either order.
_LINK = expression(
    r"[ ,:;(=.)]*(?:(?:that is|that['’]s|which is|this is|it is|i\.e\.|is|are|equals?|makes?|gives?|comes? to"
    r"|means?|as|using|a total of|in all|in total|daily|a day|each day)[ ,:=(.]*){0,3}",
    re.IGNORECASE,
)
_RESTATED = expression(r"\b(?P<one>[a-z]{3,7}) \((?P<other>\d{1,4})\)", re.IGNORECASE)
_ENDS = expression(
    rf"\bminimum(?: dose)?(?: of| is|:)? (?P<one>{_COUNT}) ?(?P<unit>{_MASS})\b.{{1,60}}"
    rf"\bmaximum(?: dose)?(?: of| is|:)? (?P<other>{_COUNT}) ?(?P<unit2>{_MASS})\b",
    re.IGNORECASE,
)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield matches whose counts are numbers, and whose units and forms are known."""
    for match in pattern.finditer(text):
        said = {name: words for name, words in match.groupdict().items() if words}
        if all(_is_known(name, words) for name, words in said.items()):
            yield match


def _is_known(name: str, words: str) -> bool:
    if name.startswith(("unit", "form")):
        word = _plain(words)
        return word in _FORMS or any(word in scale for scale in _SCALES)
    return words.lower() in _ALONE or is_number(words)


def in_two_measures(text: str, often: Fraction) -> Iterator[Clash]:
    """Yield what a text measures in two ways that do not come to the same; `often` is its times a day."""
    for match in _found(_TWICE, text):
        scale = _scale(match["unit"], match["unit2"])
        if scale and _measured(match, "one", "unit", scale) != _measured(match, "other", "unit2", scale):
            yield Clash(f"{match.group()!r} states two amounts", "state one", *match.span())
    for match in _found(_RESTATED, text):
        if number_of(match["one"]) != number_of(match["other"]):
            yield Clash(f"{match.group()!r} states two numbers", "state one", *match.span())
    for match in _found(_ENDS, text):
        scale = _scale(match["unit"], match["unit2"])
        if scale and _measured(match, "one", "unit", scale) > _measured(match, "other", "unit2", scale):
            yield Clash(f"{match.group()!r} leaves no dose between", _HINT, *match.span())
    yield from _unequal(text)
    yield from _pieces(text, often)


def _unequal(text: str) -> Iterator[Clash]:
    """Yield equations that are wrong, or that differ: "half a tablet is 20 mg; one tablet is 10 mg"."""
    known: dict[tuple[str, int], Fraction] = {}
    for match in _found(_EQUAL, text):
        if scale := _scale(match["unit"], match["unit2"]):
            if _measured(match, "one", "unit", scale) != _measured(match, "other", "unit2", scale):
                yield Clash(f"{match.group()!r} is not so", _HINT, *match.span())
            continue
        pair = _value(match, "one", "unit"), _value(match, "other", "unit2")
        pieces, measured = sorted(pair, key=lambda each: each[0][1])
        if pieces[0][1] == measured[0][1] or not pieces[1]:
            continue
        ratio = measured[1] / pieces[1]
        if known.setdefault((pieces[0][0], measured[0][1]), ratio) != ratio:
            yield Clash(f"{match.group()!r} does not fit what stands before it", _HINT, *match.span())


def _value(match: re.Match[str], count: str, unit: str) -> tuple[tuple[str, int], Fraction]:
    """Return what a side of an equation counts: pieces, millilitres or milligrams, and how many of them."""
    word = _plain(match[unit])
    for order, scale in ((2, _SCALES[0]), (1, _SCALES[1])):
        if word in scale:
            return ("", order), _number(match[count]) * scale[word]
    return (word, 0), _number(match[count])


def _pieces(text: str, often: Fraction) -> Iterator[Clash]:
    """Yield an amount beside the pieces of it that do not come to it: "15 mg (two 5 mg tablets)"."""
    made = list(_found(_PIECES, text))
    if len(made) != 1:
        return
    piece = made[0]
    unit = _plain(piece["unit"] or piece["unit2"])
    each = number_of(piece["each"] or piece["each2"]) * _SCALES[0][unit]
    whole = each * _number(piece["count"])
    for amount in _found(_AMOUNT, text):
        start, end = sorted((amount.span(), piece.span()))
        if end[0] < start[1] or not _LINK.fullmatch(text, start[1], end[0]):
            continue
        stated = _measured(amount, "count", "unit", _SCALES[0])
        if stated not in (whole, whole * often):
            yield Clash(f"{text[start[0] : end[1]]!r} does not add up", _HINT, start[0], end[1])


def _scale(*units: str) -> dict[str, Fraction] | None:
    """Return the scale that all units are of."""
    plain = {_plain(unit) for unit in units}
    alone = {unit: Fraction(1) for unit in plain} if len(plain) == 1 else None
    return next((scale for scale in _SCALES if plain <= scale.keys()), alone)


def _measured(match: re.Match[str], count: str, unit: str, scale: dict[str, Fraction]) -> Fraction:
    return _number(match[count]) * scale[_plain(match[unit])]


def _plain(unit: str) -> str:
    word = plain_unit(unit).removesuffix("ful")
    return {"millilitre": "ml", "suppositorie": "suppository"}.get(word, word)


def _number(words: str) -> Fraction:
    return Fraction(1) if words.lower() in _ALONE else number_of(words)


def times_a_day(found: tuple[Stated, ...]) -> Fraction:
    """Return how often a day a text has something taken, 1 where it states none or several frequencies."""
    often = [each.value for each in found if each.thing == "frequency"]
    return often[0] if len(often) == 1 else Fraction(1)
