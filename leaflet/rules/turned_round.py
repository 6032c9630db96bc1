"""What one sentence asks for and another forbids, word for word; or the two halves of one."""

import re
from collections.abc import Iterator, Mapping, Sequence

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.others import stopping_nothing
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit
from leaflet.rules.sentences import Sentence
from leaflet.rules.wordlists import word_set
from leaflet.values import Value, altered

_HINT = "state it once, or say when each holds"
_DENIAL = Pattern(
    r"^(?:please |you )?(?:do not|don['’]t|never|must not|should not|cannot|can['’]t|may not) (?:ever )?",
    re.IGNORECASE,
    needs="not|don|never|can",
)
_BARS = Pattern(
    r"^(?:it is |they are )?(?:only )?(?:(not for injection|not to be injected)|not to be swallowed"
    r"|for external use(?: only)?)[.!]?$",
    re.IGNORECASE,
    needs="not for injection|not to be |for external use",
)
_WAYS = frozenset(["swallow", "inject", "chew", "crush", "shake", "dilute", "boil", "refrigerate"])
_HALVES = Pattern("; .*not|not.*; |; never|never.*; |n['’]t.*; |; .*n['’]t", re.IGNORECASE, needs="; ")
_LEAD = expression(r"^(?:please |always |you )?(?:can |may |must |should |need to |have to )?", re.IGNORECASE)
_WORD = expression(r"[a-z0-9]+(?:['’-][a-z]+)*")
_EMPTY = word_set(
    """
    a an the your any this these it them please always ever medicine tablets tablet capsules well gently
    thoroughly vigorously in inside into before use
    """
)
_ALIKE = {
    "store": "keep", "put": "keep", "leave": "keep", "refrigerator": "fridge", "refrigerate": "keep fridge",
    "refrigerated": "fridge", "frozen": "freeze", "freezer": "freeze", "shaken": "shake",
}  # fmt: skip


def turned(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that ask, word for word, for what another forbids: "Do not store it cold."."""
    forbidden: dict[tuple[str, ...], Sentence] = {}
    asked: list[tuple[tuple[str, ...], Sentence]] = []
    for sentence, said, bare in _without_leads(manuscript):
        if said.turns:
            yield contradicting(sentence, sentence)
        if said.bars:
            forbidden[said.bars,] = sentence
        elif not said.denies:
            asked.append((bare, sentence))
        elif sentence.text.endswith((".", "!")):
            forbidden[bare] = sentence
    forbidden.pop((), None)
    if forbidden:
        yield from _asked_for([each for each in asked if each[1].passage.role != "heading"], forbidden)


def _asked_for(
    asked: Sequence[tuple[tuple[str, ...], Sentence]], forbidden: Mapping[tuple[str, ...], Sentence]
) -> Iterator[Hit]:
    """Yield what is asked for and forbidden: word for word, or the one verb that was forbidden for good."""
    takes = ("take",), ("use",)
    denied = next((forbidden[key] for key in takes if key in forbidden), None)
    for key, sentence in asked:
        barred = key[:1] if key and key[0] in _WAYS else key
        if other := forbidden.get(key) or forbidden.get(barred):
            yield contradicting(other, sentence)
        elif denied and sentence.passage is not denied.passage and key[:1] in takes:
            yield contradicting(denied, sentence)
            denied = None


def _is_turned(text: str) -> bool:
    """Tell whether one half of a text asks for what the other forbids: "Shake well; do not shake."."""
    halves = text.rstrip(".").split("; ")
    said = told(Texts(halves)).values() if len(halves) == 1 + 1 else ()
    asked, forbidden = ({each.bare for each in said if each.denies is denies} for denies in (False, True))
    return asked == forbidden and () not in asked and len(asked) == 1


def _without_leads(manuscript: Manuscript) -> Iterator[tuple[Sentence, "_Told", tuple[str, ...]]]:
    """Yield each sentence that is no item of a list, what it tells, and the words that carry what.

    The medicine's names are no words of their own.
    """
    named, spared = manuscript.naming, manuscript.recall(stopping_nothing)
    for number, (sentence, said) in enumerate(manuscript.found_in_sentences(told)):
        if not sentence.lead and id(sentence) not in spared:
            bare = said.bare
            if number in named:
                bare = _carrying(manuscript.names.sub("medicine", said.words))
            yield sentence, said, bare


class _Told(Value):
    """What a text asks for or forbids: its words, and those that carry what it is about."""

    denies: bool
    words: str
    bare: tuple[str, ...]
    turns: bool = False  # asks for and forbids the same
    bars: str = ""  # the one verb that it forbids for good


def told(texts: Texts) -> Mapping[int, _Told]:
    """Return what each text asks for or forbids."""
    denying, found = set(texts.holding(_DENIAL)), dict[int, _Told]()
    for number, text in enumerate(texts.typed):
        denial = _DENIAL.match(text) if number in denying else None
        words = text[denial.end() :] if denial else text[_lead_of(text) :]
        found[number] = _Told(denial is not None, words, _carrying(words))
    for number in texts.holding(_HALVES):
        if _is_turned(texts.typed[number]):
            found[number] = altered(found[number], turns=True)
    for number, match in texts.matches(_BARS):
        found[number] = altered(found[number], bars="inject" if match[1] else "swallow")
    return found


def _lead_of(text: str) -> int:
    """Return how many characters of a text only lead up to what it asks for."""
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def _carrying(words: str) -> tuple[str, ...]:
    found = [word for word in _WORD.findall(words.lower()) if word not in _EMPTY]
    if not _ALIKE.keys().isdisjoint(found):
        found = " ".join([_ALIKE.get(word, word) for word in found]).split()
    for first in ("be", "keep"):
        if found[:1] == [first] and len(found) > 1:
            del found[0]
    return tuple(found)


def contradicting(sentence: Sentence, other: Sentence) -> Hit:
    """Return what says that one sentence contradicts another, the second of the two found."""
    said = f"{_short(sentence.text)!r} contradicts {_short(other.text)!r}"
    return Hit(message=said, hint=_HINT, span=sentence.span)


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[: words.rfind(" ", 0, 80)] + " …"
