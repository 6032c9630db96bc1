"""How urgently a text sends the reader for help, and in which case."""

import re
from collections.abc import Mapping
from functools import lru_cache

from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.wordlists import word_set
from leaflet.values import Value

_HELP = Pattern(
    r"\b(?:emergency|ambulance|999|911|112|a&e|poison|casualty|medical (?:help|care|attention))\b"
    r"|\b(?:go to (?:the )?|nearest |the )hospital\b",
    re.IGNORECASE,
    needs="emergency|ambulance|999|911|112|a&e|poison|casualty|medical|hospital",
)
_NOW = Pattern(
    r"\b(?:immediately|straight away|right away|at once|without delay|urgently|same day|now)\b",
    re.IGNORECASE,
    needs="immediately|straight away|right away|at once|without delay|urgently|same day|now",
)
_PERSON = Pattern(
    r"\b(?:contact|tell|call|see|ask|talk|speak|phone|ring|go|visit)\b[^.;!?]{0,40}"
    r"\b(?:doctor|gp|pharmacist|nurse|prescriber|specialist|consultant|midwife|dentist|clinic|team|unit|ward"
    r"|healthcare|111|(?:help|advice|care|information|phone) ?line)(?![a-rt-z])",
    re.IGNORECASE,
    needs="doctor|gp|pharmacist|nurse|prescriber|specialist|consultant|midwife|dentist|clinic|team|unit|ward"
    "|healthcare|111|line",
)
URGENCY = ("no help at all", "the doctor", "the doctor immediately", "emergency help")
"""What a text sends the reader to, the least urgent first: an urgency is the place in here."""
_TOO_MUCH = Pattern(
    r"\b(?:overdos\w{1,4}|(?:take|takes|took|taken|taking|swallow\w{0,4}|use|used|had"
    r"|have) (?:(?!miss|forg)\w+ ){0,4}?(?:too much|too many|more (?:\w+ ){0,3}?than)"
    r"|too (?:much|many) (?:tablets|medicine|of it))\b",
    re.IGNORECASE,
    needs="overdos|too much|too many|than",
)
# Forbids taking too much; tells nothing about having done it.
_FORBIDS = Pattern(r"\b(?:do not|never|don['’]t)\b", re.IGNORECASE)
_ON_THE_SKIN = Pattern(
    r"\b(?:of the|of your|of this) (?:cream|gel|ointment|lotion|shampoo)\b",
    re.IGNORECASE,
    needs="cream|gel|ointment|lotion|shampoo",
)
_CONDITION = Pattern(r"\b(?:if|when) you ([^,.;:!?]{4,80})", re.IGNORECASE, needs="if you|when you")
WORD = Pattern(r"[a-z]+")
FILLERS = word_set(
    """
    a an the your any this that it its of to in on by for with and or more all take taking use using
    suddenly ever
    """
)


class Sent(Value):
    """How a text sends the reader for help, and in which case."""

    urgency: int
    is_overdose: bool
    is_no_advice: bool  # on too much: it forbids taking it, or is about a cream, which is wiped off
    condition: str  # the words behind "if you", "" where there are none
    key: frozenset[str]  # what they come to


def sending(texts: Texts) -> Mapping[int, Sent]:
    """Return how each text that sends the reader for help does so."""
    overdose, on_skin = _matching(texts, _TOO_MUCH), _matching(texts, _ON_THE_SKIN)
    conditions = set(texts.holding(_CONDITION))
    found: dict[int, Sent] = {}
    for number, urgency in _urgencies(texts).items():
        text = texts.typed[number]
        condition = _CONDITION.search(text) if number in conditions else None
        words = condition[1] if condition else ""
        found[number] = Sent(
            urgency,
            is_overdose=number in overdose,
            is_no_advice=number in on_skin or bool(_FORBIDS.search(text[:40])),
            condition=words,
            key=frozenset([stem(word) for word in WORD.findall(words.lower())]) - FILLERS,
        )
    return found


@lru_cache(maxsize=512)
def urgency_of(words: str) -> int:
    """Return how urgently some words send the reader for help; 0 if they do not."""
    return _urgencies(Texts([words])).get(0, 0)


def _urgencies(texts: Texts) -> Mapping[int, int]:
    found = dict.fromkeys(_matching(texts, _HELP), 3)
    now = set(texts.holding(_NOW))
    for number in texts.holding(_PERSON):
        text = texts.typed[number]
        if number not in found and _PERSON.search(text):
            found[number] = 2 if number in now and _NOW.search(text) else 1
    return found


def _matching(texts: Texts, pattern: Pattern) -> set[int]:
    search, typed = pattern.search, texts.typed
    return {number for number in texts.holding(pattern) if search(typed[number])}


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """Return a word without its ending, so that its forms are one."""
    for ending in ("ping", "ing", "ies", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return {"drugs": "medicine", "tablets": "medicine"}.get(word, word)
