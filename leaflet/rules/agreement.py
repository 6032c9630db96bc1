"""Rules S213 and S216: a leaflet says one thing about one thing."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
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
    "half": Fraction(1, 2),
}
_COUNT = r"\d[\d,]{0,11}(?:\.\d{1,6})?|once|twice|one|two|three|four|five|six|half an?"
_UNIT = (
    r"(?:mg|mcg|g|micrograms?|milligrams?|units?|tablets?|capsules?|puffs?|drops?|sachets?|spoonfuls?"
    r"|m[lL]|patch(?:es)?|doses?)"
)
_DAYS = {"day": 1, "daily": 1, "week": 7, "weekly": 7, "month": 30, "monthly": 30, "night": 1, "nightly": 1}
_FREQUENCY = re.compile(
    rf"\b(?:(?P<count>{_COUNT})(?: times?)?,? (?:(?:a|each|every|per) )?(?P<period>day|week|month"
    rf"|daily|weekly|monthly)"
    r"|every (?P<every>\d+|other|second|two|three)? ?(?P<unit>hours?|days?|weeks?)(?! or)"
    r"|(?P<adverb>daily|weekly|nightly|monthly)(?= or| and|,|\.|$| with| at| for))\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"\b(?P<count>{_COUNT}) ?(?P<unit>{_UNIT})\b(?! of (?:water|juice|milk|fluid))(?!-| (?:apart"
    rf"|strength|tablets?\b(?! a)))",
    re.IGNORECASE,
)
_DOSING = Pattern(
    r"\b(?:take|use|inject|inhale|swallow|apply|give|chew|put|doses? (?:is|of|are)|dose:)\b",
    re.IGNORECASE,
    needs="take|use|inject|inhale|swallow|apply|give|chew|put|dose",
)
_NO_DOSE = re.compile(
    r"\b(?:contains?|each (?:tablet|capsule|m[lL])|comes? (?:in|as)|available|took|taken|missed"
    r"|forg[eo]t\w{0,3}|do not|never|don['’]t"
    r"|may (?:lower|raise|change|increase)|if you|unless|by mistake|study|before|after|apart|within"
    r"|last|stays?|reading)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\b(?:no more than|not more than|at most|up to|maximum of"
    rf"|the most is)(?: a total of)? (?P<count>{_COUNT}) ?(?P<unit>{_UNIT}|times) "
    r"(?:a|each|per|in a|every|in one) day|(?:no|not) more than (?P<count2>\d[\d.,]{0,12}) ?(?P<unit2>"
    + _UNIT
    + r") in 24 hours",
    re.IGNORECASE,
)
# What makes two doses doses of different things: who, when, for what, which step.
_SETTING = re.compile(
    r"\b(?:alternative|single|adults?|child(?:ren)?|bab(?:y|ies)|teenagers?|older|elderly|kidney"
    r"|liver|pregnan\w+|start\w*"
    r"|first|second|third|then|next|later|maximum|most|up to|no more than|at least|not more|morning"
    r"|noon|lunch\w*"
    r"|afternoon|evening|night|bedtime|day \d+|week \d+|month \d+|step \d+|stage \d+|weeks?|monday"
    r"|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|liquid|syrup|capsules?|injection|patch|under|over|aged|years?"
    r"|slow|long|fast|modified"
    r"|release|low|high|for [a-z]{4,20}|to (?:treat|prevent) [a-z]{3,20})\b",
    re.IGNORECASE,
)  # fmt: skip


class Stated(Value):
    """What a sentence states: of what ("frequency", or a unit), the value, and where."""

    thing: str
    value: Fraction
    start: int
    end: int


def stated(text: str) -> Iterator[Stated]:
    """Yield the amounts and frequencies that a sentence on dosing states; times are per day."""
    for amount in _AMOUNT.finditer(text):
        yield Stated(_plain_unit(amount["unit"]), _number(amount["count"]), *amount.span())
    for match in _FREQUENCY.finditer(text):
        yield Stated("frequency", _per_day(match), *match.span())


def _per_day(match: re.Match[str]) -> Fraction:
    if match["adverb"]:
        return Fraction(1, _DAYS[match["adverb"].lower()])
    if match["count"]:
        return _number(match["count"]) / _DAYS[match["period"].lower()]
    word = (match["every"] or "1").lower()
    every = Fraction({"other": 2, "second": 2, "two": 2, "three": 3}.get(word) or max(1, int(word)))
    unit = match["unit"].lower().rstrip("s")
    return 1 / (every * {"hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7)}[unit])


def _number(words: str) -> Fraction:
    word = words.lower().removesuffix(" an").removesuffix(" a")
    return Fraction(_WORDS[word]) if word in _WORDS else Fraction(words.replace(",", "").rstrip(".") or "0")


def _plain_unit(word: str) -> str:
    unit = word.lower().removesuffix("es" if word.lower() == "patches" else "s")
    return {"milligram": "mg", "microgram": "mcg"}.get(unit, unit)


@rule(
    "S213",
    "two different doses for the same thing",
    reason="a patient who finds two doses takes one of them, and it may be the wrong one",
    bad="Take 5 mg 3 times a day. … Take 10 mg 3 times a day.",
    good="Take 5 mg 3 times a day, said the same way in both places.",
    source="ISMP; house rule: a dose is stated once, or for whom and when",
)
def two_doses(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a second amount or frequency for what has one already, and sums beyond the most allowed."""
    known = _from_facts(manuscript)
    for sentence in manuscript.sentences_for(_DOSING):
        if not sentence.passage.topic:
            continue
        found = tuple(stated(sentence.text))
        yield from _beside_each_other(sentence, found)
        if not found or _NO_DOSE.search(sentence.text):
            continue
        setting = frozenset(
            match.group().lower() for match in _SETTING.finditer(f"{sentence.lead} {sentence.text}")
        )
        told: set[str] = set()
        for each in found:
            if each.thing in told:
                continue
            told.add(each.thing)
            key = (
                "dose" if each.thing == "frequency" and len({one.thing for one in found}) > 1 else each.thing
            )
            first, earlier = known.setdefault((key, setting), (each.value, sentence.text))
            if first != each.value:
                said = (
                    f"{sentence.text[each.start : each.end]!r} differs from what was stated before: "
                    f"{earlier!r}"
                )
                yield Hit(
                    message=said,
                    hint="state a dose once, or say for whom or when each of the two is meant",
                    span=sentence.locate(each.start, each.end),
                )


_Known = dict[tuple[str, frozenset[str]], tuple[Fraction, str]]  # what is stated of what, and in which words


def _from_facts(manuscript: Manuscript) -> _Known:
    """Return the dose that the facts state: every text is held against it."""
    dose = manuscript.monograph.facts.dose
    if dose is None:
        return {}
    every = frozenset[str]()
    often = Fraction(str(dose.times)) / _DAYS.get(dose.per, 1)
    return {
        ("frequency", every): (often, f"{dose.times} times a {dose.per}, in facts"),
        ("dose", every): (often, f"{dose.times} times a {dose.per}, in facts"),
        (_plain_unit(dose.unit), every): (Fraction(str(dose.amount)), f"{dose.amount} {dose.unit}, in facts"),
    }


def _beside_each_other(sentence: Sentence, found: Sequence[Stated]) -> Iterator[Hit]:
    """Yield two frequencies joined in one sentence, and amounts that add up to more than its limit."""
    text = sentence.text
    times = [each for each in found if each.thing == "frequency"]
    for first, second in itertools.pairwise(times):
        if first.value != second.value and re.fullmatch(
            r",? (?:(?:or|and then|then|and) )?|, ", text[first.end : second.start]
        ):
            yield Hit(
                message=f"{text[first.start : second.end]!r} states two frequencies",
                hint="state one",
                span=sentence.locate(first.start, second.end),
            )
    limit = _LIMIT.search(text)
    if limit is None:
        return
    unit = _plain_unit(limit["unit"] or limit["unit2"])
    most = _number(limit["count"] or limit["count2"])
    amount = next((each.value for each in found if each.thing == unit and each.end <= limit.start()), None)
    often = next((each.value for each in times if each.end <= limit.start()), None)
    if amount is not None and often is not None and amount * often > most:
        yield Hit(
            message=f"the doses of this sentence add up to more than {limit.group()!r}",
            hint="correct the dose, the frequency or the most",
            span=sentence.locate(*limit.span()),
        )


_SOLID = r"(?:tablets?|capsules?|patch(?:es)?|suppositor(?:y|ies))"
_SAME = re.compile(
    rf"\b(?P<left>{_COUNT}) ?(?P<unit>{_UNIT}) \((?P<right>\d[\d.,]{0, 12}) ?(?P<other>{_UNIT})\)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    rf"\b(?P<amount>\d[\d.,]{0, 12}) ?(?P<unit>mg|mcg|g) (?:in|per|to) (?:each "
    rf"|every )?(?P<volume>\d[\d.,]{0, 12})? ?(?P<other>m[lL])\b",
    re.IGNORECASE,
)
_FOOD = re.compile(
    r"\b(?:(?P<either>with or without|before or after) (?:food|meals?)|(?P<with>with|after) (?:food"
    r"|meals?|a meal)|(?P<without>without food|on an empty stomach|before (?:food|meals?)))\b",
    re.IGNORECASE,
)
_FACTUAL = re.compile(r"\d|food|meal|stomach")
_KEPT = re.compile(r"\b(?:below|under|not above|up to) (?P<degrees>\d{1,2}) ?°C", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:take|use) (?:it|NAME|them|this medicine|the tablets) (?:for|against) (?:an? |your "
    r"|the )?(?P<what>[a-z]{3,20})\b(?! (?:of|or|and) \d)",
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
    for sentence in manuscript.sentences:
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


def _facts(text: str) -> Iterator[tuple[str, object, tuple[int, int]]]:
    """Yield a thing, what is stated of it, and where."""
    food = _FOOD.search(text)
    if (
        food
        and not re.search(
            r"\b(?:if|but|upset|sick|helps?|can also|do not|cause|it is best)\b", text, re.IGNORECASE
        )
        and _DOSING.search(text)
    ):
        yield "food", food.lastgroup, food.span()
    for kept in _KEPT.finditer(text):
        yield "warmth", kept["degrees"], kept.span()
    for held in _HOLDS.finditer(text):
        yield "strength", _number(held["amount"]) / _number(held["volume"] or "1"), held.span()
    for same in _SAME.finditer(text):
        if same["unit"].lower() == "ml" and same["other"].lower() in ("mg", "mcg", "g"):
            yield "strength", _number(same["right"]) / _number(same["left"]), same.span()


def _unlike_units(sentence: Sentence) -> Iterator[Hit]:
    for same in _SAME.finditer(sentence.text):
        if re.fullmatch(_SOLID, same["unit"], re.IGNORECASE) and same["other"].lower() == "ml":
            yield Hit(
                message=f"{same.group()!r} measures a solid by volume",
                hint="give its strength in mg, or correct the form",
                span=sentence.locate(*same.span()),
            )


@lru_cache(maxsize=64)
def _uses(names: str) -> re.Pattern[str]:
    """Return what finds "take it for …"; `names` is the expression of the medicine's names."""
    return re.compile(_FOR.pattern.replace("NAME", names), re.IGNORECASE)


def _other_use(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that send the reader to the medicine for what the leaflet names nowhere else."""
    pattern = _uses(manuscript.names.pattern)
    for sentence in manuscript.sentences:
        match = pattern.search(sentence.text) if " for " in sentence.text else None
        if match is None or match["what"].lower() in _TIMES:
            continue
        word = match["what"].lower()
        others = (each.text.lower() for each in manuscript.sentences if each is not sentence)
        if not any(word in other for other in others):
            yield Hit(
                message=f"{match.group()!r} names a use that the leaflet names nowhere else",
                hint="name the use in the section on what it is for, or take it out",
                span=sentence.locate(*match.span()),
            )


RULES = (two_doses, contradiction)
