"""Rule S213: one dose for one thing."""

import re
from collections.abc import Iterable, Iterator

from leaflet.check.manuscript import Manuscript
from leaflet.check.patterns import Pattern
from leaflet.check.rules import Hit, rule
from leaflet.check.sentences import Sentence

_AMOUNT = Pattern(
    r"\b(\d[\d.,]{0,12}|one|two|three|four|half an?) ?(mg|mcg|g|micrograms?|milligrams?|units?|tablets?"
    r"|capsules?|puffs?|drops?|sachets?|spoonfuls?|ml)\b"
    r"(?! of (?:water|juice|milk|fluid))(?!-| (?:apart|tablets? contain|strength))",
    re.IGNORECASE,
)
_FREQUENCY = Pattern(
    r"\b(?:(\d+|once|twice|one|two|three|four) (?:times? )?(?:a|each|every|per) (day|week|month)"
    r"|every (\d+) (hours?|days?|weeks?))\b",
    re.IGNORECASE,
)
_DOSING = Pattern(
    r"\b(?:take|takes|use|inject|inhale|swallow|apply|give|chew|doses? (?:is|of|are)|dose:)[^.;:!?]{0,40}$",
    re.IGNORECASE,
    needs="take|use|inject|inhale|swallow|apply|give|chew|dose is|dose of|dose are|doses|dose:",
)
_NO_DOSE = Pattern(
    r"\b(?:contains?|each (?:tablet|capsule|ml)|strength|comes? (?:in|as)|available|weighs?|took|taken"
    r"|missed|forg[eo]t\w{0,3}|do not|never|don['’]t"
    r"|may (?:lower|raise|change|increase)|if you|unless|by mistake|study|volunteers|equivalent)\b",
    re.IGNORECASE,
)
# What makes two doses doses of different things: who, when, for what, which step.
_SETTING = Pattern(
    r"\b(?:alternative|single|adults?|child(?:ren)?|bab(?:y|ies)|teenagers?|older|elderly|kidney|liver"
    r"|pregnan\w+|start\w*"
    r"|first|second|third|then|next|later|after|before"
    r"|maximum|most|up to|no more than|at least|not more|usual\w*|normal\w*|morning|noon|lunch\w*"
    r"|afternoon|evening|night|bedtime|day \d+|week \d+|month \d+|step \d+"
    r"|stage \d+|weeks?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|liquid|syrup|tablets?"
    r"|capsules?|injection|patch|under|over|aged|years?"
    r"|slow|long|fast|modified|release|low|high|for [a-z]{4,20}|to (?:treat|prevent) [a-z]{3,20})\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": "1",
    "once": "1",
    "two": "2",
    "twice": "2",
    "three": "3",
    "four": "4",
    "half a": "0.5",
    "half an": "0.5",
}


def _number(word: str | None) -> str:
    plain = (word or "").lower().rstrip(".,").replace(",", "")
    return _NUMBERS.get(plain, plain)


@rule(
    "S213",
    "two different doses for the same thing",
    reason="a patient who finds two doses takes one of them, and it may be the wrong one",
    bad="Take 5 mg 3 times a day. … Take 10 mg 3 times a day.",
    good="Take 5 mg 3 times a day, said the same way in both places.",
    source="ISMP; house rule: a dose is stated once, or for whom and when",
)
def two_doses(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a second amount, or a second frequency, for what the leaflet already gave one for."""
    known: dict[tuple[str, frozenset[str]], tuple[str, Sentence]] = {}
    for sentence in manuscript.sentences_for(_DOSING):  # nothing else states a dose
        text = sentence.text
        stated = list(_stated(text)) if sentence.passage.topic else []
        if not stated or _NO_DOSE.search(text):
            continue
        setting = frozenset(match.group().lower() for match in _SETTING.finditer(f"{sentence.lead} {text}"))
        for thing, value, (start, end) in stated:
            first, earlier = known.setdefault((thing, setting), (value, sentence))
            if first != value:
                yield Hit(
                    message=f"{text[start:end]!r} differs from the dose stated before: {earlier.text!r}",
                    hint="state a dose once, or say for whom or when each of the two is meant",
                    span=sentence.locate(start, end),
                )


def _stated(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield what a sentence states: the unit or "frequency", its value, and where."""
    units: set[str] = set()
    for amount in _AMOUNT.finditer(text):
        unit = _unit(amount[2])
        if unit not in units and _DOSING.search(text[max(0, amount.start() - 60) : amount.start()]):
            units.add(unit)
            yield unit, _number(amount[1]), amount.span()
    frequency = _FREQUENCY.search(text)
    if frequency and (units or _DOSING.search(text[max(0, frequency.start() - 60) : frequency.start()])):
        period = frequency[2] or f" {frequency[4].rstrip('s')}"
        yield "frequency", _number(frequency[1] or frequency[3]) + period, frequency.span()


def _unit(word: str) -> str:
    unit = word.lower().rstrip("s")
    return {"milligram": "mg", "microgram": "mcg"}.get(unit, unit)


RULES = (two_doses,)
