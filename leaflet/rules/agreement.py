"""Rule S213: a leaflet states one dose for one thing."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.rules.stated_doses import COUNT, DAYS, DOSING, UNIT, Stated, number_of, plain_unit, stated

_NO_DOSE = expression(
    r"\b(?:contains?|each (?:tablet|capsule|m[lL])|comes? (?:in|as)|available|took|taken|missed"
    r"|forg[eo]t\w{0,3}|do not|never|don['’]t"
    r"|may (?:lower|raise|change|increase|go up)|(?:is|are|be) (?:raised|lowered|increased|reduced)"
    r"|if you|unless|by mistake|study|before|after|apart|within"
    r"|last|stays?|reading)\b",
    re.IGNORECASE,
)
_LIMIT = expression(
    rf"\b(?:no more than|not more than|at most|up to|maximum of"
    rf"|the most is)(?: a total of)? (?P<count>{COUNT}) ?(?P<unit>{UNIT}|times) "
    r"(?:a|each|per|in a|every|in one) day|(?:no|not) more than (?P<count2>\d[\d.,]{0,12}) ?(?P<unit2>"
    + UNIT
    + r") in 24 hours",
    re.IGNORECASE,
)
# What makes two doses doses of different things: who, when, for what, which step.
_SETTING = expression(
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
    for sentence in manuscript.sentences_for(DOSING):
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
            if first != each.value and not _is_each_day(sentence.text, each, first):
                said = (
                    f"{sentence.text[each.start : each.end]!r} differs from what was stated before: "
                    f"{earlier!r}"
                )
                yield Hit(
                    message=said,
                    hint="state a dose once, or say for whom or when each of the two is meant",
                    span=sentence.locate(each.start, each.end),
                )


def _is_each_day(text: str, each: Stated, first: Fraction) -> bool:
    """Tell whether "every day" says that no day is left out, of what is taken once a day or more often."""
    return text[each.start : each.end].lower() in ("every day", "daily") and first >= 1


_Known = dict[tuple[str, frozenset[str]], tuple[Fraction, str]]  # what is stated of what, and in which words


def _from_facts(manuscript: Manuscript) -> _Known:
    """Return the dose that the facts state: every text is held against it."""
    dose = manuscript.monograph.facts.dose
    if dose is None:
        return {}
    every = frozenset[str]()
    often = Fraction(str(dose.times)) / DAYS.get(dose.per, 1)
    return {
        ("frequency", every): (often, f"{dose.times} times a {dose.per}, in facts"),
        ("dose", every): (often, f"{dose.times} times a {dose.per}, in facts"),
        (plain_unit(dose.unit), every): (Fraction(str(dose.amount)), f"{dose.amount} {dose.unit}, in facts"),
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
    unit = plain_unit(limit["unit"] or limit["unit2"])
    most = number_of(limit["count"] or limit["count2"])
    amount = next((each.value for each in found if each.thing == unit and each.end <= limit.start()), None)
    often = next((each.value for each in times if each.end <= limit.start()), None)
    if amount is not None and often is not None and amount * often > most:
        yield Hit(
            message=f"the doses of this sentence add up to more than {limit.group()!r}",
            hint="correct the dose, the frequency or the most",
            span=sentence.locate(*limit.span()),
        )


RULES = (two_doses,)
