"""Rule S216: what a leaflet states of food, warmth, strength and use, it states one way."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.rules.stated_doses import COUNT, DOSING, UNIT, number_of
from leaflet.rules.taken_back import barred_use, other_kind, other_strength, turned

_SOLID = r"(?:tablets?|capsules?|patch(?:es)?|suppositor(?:y|ies))"
_SAME = expression(
    rf"\b(?P<left>{COUNT}) ?(?P<unit>{UNIT}) \((?P<right>\d[\d.,]{{0,12}}) ?(?P<other>{UNIT})\)",
    re.IGNORECASE,
)
_HOLDS = expression(
    r"\b(?P<amount>\d[\d.,]{0,12}) ?(?P<unit>mg|mcg|g) (?:in|per|to) (?:each "
    r"|every )?(?P<volume>\d[\d.,]{0,12})? ?(?P<other>m[lL])\b",
    re.IGNORECASE,
)
_MILLIGRAMS = {"g": Fraction(1000), "mg": Fraction(1), "mcg": Fraction(1, 1000)}
_FOOD = expression(
    r"\b(?:(?P<either>with or without|before or after) (?:food|meals?)|(?P<with>with|after) (?:food"
    r"|meals?|a meal)|(?P<without>without food|on an empty stomach|before (?:food|meals?)))\b",
    re.IGNORECASE,
)
_FACTUAL = expression(r"\d|food|meal|stomach")
_KEPT = expression(r"\b(?:below|under|not above|up to) (?P<degrees>\d{1,2}) ?°C", re.IGNORECASE)
_FOR = expression(
    r"\b(?:take|use) (?:it|them|this medicine|the tablets|(?P<named>[^.;:!?]{1,60}?)) (?:for|against) "
    r"(?:an? |your |the )?(?P<what>[a-z]{3,20})\b(?! (?:of|or|and) \d)",
    re.IGNORECASE,
)
_TIMES = frozenset(
    [
        "long",
        "least",
        "longer",
        "more",
        "life",
        "days",
        "weeks",
        "months",
        "years",
        "rest",
        "whole",
        "full",
        "pain",
        "best",
        "maximum",
        "fear",
        "safety",
        "example",
        "first",
        "same",
        "several",
        "many",
        "few",
        "any",
        "all",
        "this",
        "that",
        "these",
        "those",
        "two",
        "three",
        "one",
        "next",
        "lead",
        "time",
        "duration",
    ]
)


@rule(
    "S216",
    "two statements that contradict each other",
    reason="a patient who reads both follows one, and it may be the wrong one",
    bad="Take it with food. … You can take it with or without food.",
    good="You can take it with or without food.",
    source="House rule: a fact is stated once",
)
def contradiction(manuscript: Manuscript) -> Iterable[Hit]:
    """Find food, warmth, strength and use stated in two ways."""
    seen: dict[str, tuple[object, Sentence]] = {}
    before: Sentence | None = None
    for sentence in manuscript.sentences:
        if "(" in sentence.text or " tablet " in sentence.text or " capsule " in sentence.text:
            yield from other_strength(sentence, before)
        before = sentence
        if not sentence.passage.topic or not _FACTUAL.search(sentence.text):
            continue
        for thing, value, (start, end) in _facts(sentence.text):
            first, earlier = seen.setdefault(thing, (value, sentence))
            if first != value:
                said = f"{sentence.text[start:end]!r} contradicts what was stated before: {earlier.text!r}"
                yield Hit(
                    message=said,
                    hint="state it once, or say when each holds",
                    span=sentence.locate(start, end),
                )
        yield from _unlike_units(sentence)
    yield from _other_use(manuscript)
    yield from turned(manuscript)
    yield from other_kind(manuscript)
    yield from barred_use(manuscript)


def _facts(text: str) -> Iterator[tuple[str, object, tuple[int, int]]]:
    """Yield a thing, what is stated of it, and where."""
    food = _FOOD.search(text)
    if (
        food
        and not re.search(
            r"\b(?:if|but|upset|sick|helps?|can also|do not|cause|it is best)\b", text, re.IGNORECASE
        )
        and DOSING.search(text)
    ):
        yield "food", food.lastgroup, food.span()
    for kept in _KEPT.finditer(text):
        yield "warmth", kept["degrees"], kept.span()
    for held in _HOLDS.finditer(text):
        amount, volume = number_of(held["amount"]), number_of(held["volume"] or "1")
        if volume:
            yield "strength", amount * _MILLIGRAMS[held["unit"].lower()] / volume, held.span()
    for same in _SAME.finditer(text):
        each, volume = _MILLIGRAMS.get(same["other"].lower()), number_of(same["left"])
        if same["unit"].lower() == "ml" and each and volume:
            yield "strength", number_of(same["right"]) * each / volume, same.span()


def _unlike_units(sentence: Sentence) -> Iterator[Hit]:
    for same in _SAME.finditer(sentence.text):
        if re.fullmatch(_SOLID, same["unit"], re.IGNORECASE) and same["other"].lower() == "ml":
            yield Hit(
                message=f"{same.group()!r} measures a solid by volume",
                hint="give its strength in mg, or correct the form",
                span=sentence.locate(*same.span()),
            )


def _other_use(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that send the reader to the medicine for what the leaflet names nowhere else."""
    for sentence in manuscript.sentences:
        match = _FOR.search(sentence.text) if " for " in sentence.text else None
        if match is None or match["what"].lower() in _TIMES:
            continue
        if match["named"] and not manuscript.names.fullmatch(match["named"]):
            continue
        word = match["what"].lower()
        others = (each.text.lower() for each in manuscript.sentences if each is not sentence)
        if not any(word in other for other in others):
            yield Hit(
                message=f"{match.group()!r} names a use that the leaflet names nowhere else",
                hint="name the use in the section on what it is for, or take it out",
                span=sentence.locate(*match.span()),
            )


RULES = (contradiction,)
