"""Rule S213: one dose for one thing."""

import re
from collections.abc import Iterable

from leaflet.check.manuscript import Manuscript
from leaflet.check.rules import Hit, rule
from leaflet.check.sentences import Sentence

_AMOUNT = re.compile(
    r"\b(\d[\d.,]{0,12}|one|two|three|four|half an?) ?(mg|mcg|g|micrograms?|milligrams?|units?|tablets?"
    r"|capsules?|puffs?|drops?|sachets?|spoonfuls?|ml)\b"
    r"(?! of (?:water|juice|milk|fluid))(?!-| (?:apart|tablets? contain|strength))",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"\b(?:(\d+|once|twice|one|two|three|four) (?:times? )?(?:a|each|every|per) (day|week|month)"
    r"|every (\d+) (hours?|days?|weeks?))\b",
    re.IGNORECASE,
)
_DOSING = re.compile(
    r"\b(?:take|takes|use|inject|inhale|swallow|dose|doses|apply|give|chew)\b", re.IGNORECASE
)
_NO_DOSE = re.compile(
    r"\b(?:contains?|each (?:tablet|capsule|ml)|strength|comes? (?:in|as)|available|weighs?|took|taken"
    r"|missed|forg[eo]t\w{0,3}|do not|never|don['’]t"
    r"|may (?:lower|raise|change|increase)|if you|unless|by mistake|water)\b",
    re.IGNORECASE,
)
# What makes two doses doses of different things: who, when, for what, which step.
_SETTING = re.compile(
    r"\b(?:adults?|child(?:ren)?|bab(?:y|ies)|teenagers?|older|elderly|kidney|liver|pregnan\w+|start\w*"
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
    known: dict[tuple[str, frozenset[str], str], tuple[str, Sentence]] = {}
    for sentence in manuscript.sentences:
        text = sentence.text
        if not _DOSING.search(text) or _NO_DOSE.search(text) or not sentence.passage.topic:
            continue
        setting = frozenset(match.group().lower() for match in _SETTING.finditer(f"{sentence.lead} {text}"))
        said = {("amount", _unit(match[2])): match for match in reversed([*_AMOUNT.finditer(text)])}
        stated = {(kind, unit): _number(match[1]) for (kind, unit), match in said.items()}
        places = {key: match.span() for key, match in said.items()}
        frequency = _FREQUENCY.search(text)
        if frequency:
            key = ("frequency", "")
            stated[key] = _number(frequency[1] or frequency[3]) + (
                frequency[2] or f" {frequency[4].rstrip('s')}"
            )
            places[key] = frequency.span()
        for (kind, unit), value in stated.items():
            first, earlier = known.setdefault((kind, setting, unit), (value, sentence))
            if first != value:
                start, end = places[kind, unit]
                yield Hit(
                    message=f"{text[start:end]!r} differs from the dose stated before: {earlier.text!r}",
                    hint="state a dose once, or say for whom or when each of the two is meant",
                    span=sentence.locate(start, end),
                )


def _unit(word: str) -> str:
    unit = word.lower().rstrip("s")
    return {"milligram": "mg", "microgram": "mcg"}.get(unit, unit)


RULES = (two_doses,)
