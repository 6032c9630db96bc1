"""Rule S216: what a leaflet states of food, warmth, strength and use, it states one way."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.absurd_amounts import absurd_keeping
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.permitted import harmed, into_muscle
from leaflet.rules.restated_times import said_twice
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.rules.stated_doses import COUNT, DOSING, UNIT, number_of
from leaflet.rules.stopping_facts import against_stopping
from leaflet.rules.taken_back import barred_use, other_kind, other_strength
from leaflet.rules.turned_round import turned

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
_ON_CONDITION = expression(
    r"\b(?:if|but|upset|sick|helps?|can also|do not|cause|it is best)\b", re.IGNORECASE
)
_FACTUAL = Pattern(r"food|meal|stomach", needs="food|meal|stomach")
_KEPT = expression(r"\b(?:below|under|not above|up to) (?P<degrees>\d{1,2}) ?°C", re.IGNORECASE)
_FRIDGE = expression(
    r"\b(?:fridge|refrigerator|refrigerated)\b[^.;\d]{0,12} (?:at|above|over) (?P<degrees>\d{1,2}) ?°C",
    re.IGNORECASE,
)
_COLD = 8  # degrees Celsius, the most that a fridge has
_FOR = Pattern(
    r"\b(?:take|use) (?:it|them|this medicine|the tablets|([^.;:!?]{1,60}?)) (?:for|against) "
    r"(?:an? |your |the )?([a-z]{3,20})\b(?! (?:of|or|and) \d)",
    re.IGNORECASE,
    needs="take |use && for | against ",
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
    for sentence, (facts, unlike) in manuscript.found_in_sentences(factual):
        if not sentence.passage.topic:
            continue
        for thing, value, (start, end) in facts:
            first, earlier = seen.setdefault(thing, (value, sentence))
            if first != value:
                said = f"{sentence.text[start:end]!r} contradicts what was stated before: {earlier.text!r}"
                yield Hit(
                    message=said,
                    hint="state it once, or say when each holds",
                    span=sentence.locate(start, end),
                )
        for start, end in unlike:
            yield Hit(
                message=f"{sentence.text[start:end]!r} measures a solid by volume, or heats a fridge",
                hint="give its strength in mg, or correct the form; a fridge is at 2 °C to 8 °C",
                span=sentence.locate(start, end),
            )
    yield from _other_use(manuscript)
    yield from other_strength(manuscript)
    yield from turned(manuscript)
    yield from other_kind(manuscript)
    yield from barred_use(manuscript)
    yield from against_stopping(manuscript)
    yield from absurd_keeping(manuscript)
    yield from said_twice(manuscript)
    yield from harmed(manuscript)
    yield from into_muscle(manuscript)


_Place = tuple[int, int]
_Fact = tuple[str, object, _Place]  # a thing, what is stated of it, and where


def factual(texts: Texts) -> Mapping[int, tuple[Sequence[_Fact], Sequence[_Place]]]:
    """Return what each text states of food, warmth and strength, and where it measures a solid by volume."""
    found: dict[int, tuple[Sequence[_Fact], Sequence[_Place]]] = {}
    for number in {*texts.with_digits, *texts.holding(_FACTUAL)}:
        text = texts.typed[number]
        facts, unlike = tuple(_facts(text)), tuple(_unlike_units(text))
        if facts or unlike:
            found[number] = facts, unlike
    return found


def _facts(text: str) -> Iterator[_Fact]:
    """Yield a thing, what is stated of it, and where."""
    food = _FOOD.search(text)
    if food and not _ON_CONDITION.search(text) and DOSING.search(text):
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


def _unlike_units(text: str) -> Iterator[_Place]:
    for warm in _FRIDGE.finditer(text):
        if int(warm["degrees"]) > _COLD:
            yield warm.span()
    for same in _SAME.finditer(text):
        if re.fullmatch(_SOLID, same["unit"], re.IGNORECASE) and same["other"].lower() == "ml":
            yield same.span()


def _other_use(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that send the reader to the medicine for what the leaflet names nowhere else."""
    ours = [
        (sentence, word, place)
        for sentence, (named, word, place) in manuscript.found_in_sentences(uses)
        if not named or manuscript.names.fullmatch(named)
    ]
    holding = _holding({word for _, word, _ in ours}, manuscript.sentences)
    for sentence, word, place in ours:
        if not any(other is not sentence for other in holding[word]):
            yield Hit(
                message=f"{sentence.text[slice(*place)]!r} names a use that the leaflet names nowhere else",
                hint="name the use in the section on what it is for, or take it out",
                span=sentence.locate(*place),
            )


def _holding(words: Iterable[str], sentences: Iterable[Sentence]) -> Mapping[str, Sequence[Sentence]]:
    """Return for each word the first two sentences that hold it, if only as a part of another word."""
    found: dict[str, list[Sentence]] = {word: [] for word in words}
    sought: dict[int, set[str]] = {}
    for word in found:
        sought.setdefault(len(word), set()).add(word)
    for sentence in sentences if found else ():
        text = sentence.text.lower()
        for length, wanted in sought.items():
            for word in wanted & {text[at : at + length] for at in range(len(text) - length + 1)}:
                found[word].append(sentence)
                if len(found[word]) > 1:
                    wanted.remove(word)
        if not any(sought.values()):
            break
    return found


def uses(texts: Texts) -> Mapping[int, tuple[str | None, str, _Place]]:
    """Return who is named to be taken for what, in each text, and where."""
    found: dict[int, tuple[str | None, str, _Place]] = {}
    for number in texts.holding(_FOR):
        text = texts.typed[number]
        match = _FOR.search(text) if " for " in text else None
        if match is not None and (word := match[2].lower()) not in _TIMES:
            found[number] = match[1], word, match.span()
    return found


RULES = (contradiction,)
