"""Sentences as rows of marks: each word, or phrase of several, becomes what it can mean.

All words of all rules stand in one table, by the first word of a phrase; a text is read once, from left to
right, the longest phrase first. The time taken grows with the text alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from leaflet.rules.english import frames, joining, nouns, plain, sayings, settings, things
from leaflet.rules.english import marks as m
from leaflet.rules.english.acts import VERBS
from leaflet.rules.english.forms import forms
from leaflet.rules.english.slips import slips
from leaflet.values import Value

_TOKEN = re.compile(r"[a-zà-ÿ&]+(?:['-][a-zà-ÿ]+)*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\w\s]")
_SPELLED = re.compile(r"\b(?:[a-z]\.){2,12}[a-z]?\b")
_GRAVE_ROOTS = (
    "danger",
    "harm",
    "risk",
    "serious",
    "addict",
    "habit",
    "too much",
    "fatal",
    "life-threat",
    "threat",
)
_WORDS = (
    *joining.WORDS,
    *things.WORDS,
    *frames.WORDS,
    *nouns.WORDS,
    *sayings.WORDS,
    *settings.WORDS,
)
NAME = "<name>"
"""What stands for the medicine's own name among the words of a sentence."""
_LONGEST_GAP = 4  # words between the halves of "give … up"
_MARKS = {
    ",": m.COMMA, ";": m.STOP_MARK, ":": m.COLON, ".": m.STOP_MARK, "!": m.STOP_MARK, "?": m.QUESTION,
    "(": m.OPEN, ")": m.CLOSE, "[": m.OPEN, "]": m.CLOSE, "–": m.COMMA, "—": m.COMMA, "…": m.STOP_MARK,
    "/": m.OR, "-": m.COMMA, "•": m.STOP_MARK, "·": m.STOP_MARK,
}  # fmt: skip
_FOLDED = str.maketrans({"’": "'", "‘": "'", "`": "'", "\xa0": " "})


class Step:
    """A word of a phrase: what the phrase means if it ends here, and the words that may follow."""

    __slots__ = ("after", "meaning")

    def __init__(self) -> None:
        self.meaning = 0
        self.after: dict[str, Step] = {}


Gapped = tuple[tuple[str, ...], tuple[str, ...], int]  # words before the gap, after it, and what it means


class Lexicon(Value):
    """What each first word means alone, how phrases go on from it, and those with room for an object."""

    steps: Mapping[str, Step]
    gapped: Mapping[str, Sequence[Gapped]]


@cache
def lexicon() -> Lexicon:
    """Return the words of all rules as one table."""
    steps: dict[str, Step] = {}
    gapped: dict[str, list[Gapped]] = {}
    parted: dict[tuple[str, tuple[str, ...], tuple[str, ...]], int] = {}
    _add(steps, (NAME,), m.MEDICINE)
    for entry, meaning in _entries():
        plain = ".." in entry or entry.replace(" ", "").isalpha()
        said = entry.split() if plain else tokens(entry)
        if ".." in said:
            gap = said.index("..")
            key = (said[0], tuple(said[1:gap]), tuple(said[gap + 1 :]))
            parted[key] = parted.get(key, 0) | meaning
        else:
            _add(steps, said, meaning)
    for (first, before, after), meaning in parted.items():
        gapped.setdefault(first, []).append((before, after, meaning))
    for alike in gapped.values():
        alike.sort(key=lambda phrase: -len(phrase[0]) - len(phrase[1]))
    return Lexicon(steps, gapped)


def _add(steps: dict[str, Step], said: Sequence[str], meaning: int) -> None:
    step = Step()
    for word in said:
        step = steps.setdefault(word, Step())
        steps = step.after
    if not meaning & m.SLIP or not step.meaning:  # a slip of the pen is never a word of its own
        step.meaning |= meaning & ~m.SLIP


def _entries() -> Iterator[tuple[str, int]]:
    for meaning, lines in VERBS:
        for verb in _listed(lines):
            for form, bit in forms(verb):
                yield form, meaning | bit | (m.DOSE if _names_dose(verb) else 0)
    for meaning, lines in _WORDS:
        for word in _listed(lines):
            denied = (
                meaning & m.MINIMISE and word != "harmless" and any(root in word for root in _GRAVE_ROOTS)
            )
            yield word, meaning | (m.DENIED if denied else 0)
    yield from slips()


def _names_dose(verb: str) -> bool:
    """Tell whether a verb brings its object along: "drop the dose"."""
    return any(
        f" {thing}" in verb for thing in ("dose", "tablet", "medicine", "treatment", "course", "therapy")
    )


def _listed(lines: str) -> Iterator[str]:
    return (entry.strip() for line in lines.strip().split("\n") for entry in line.split("|") if entry.strip())


def tokens(text: str) -> list[str]:
    """Cut a text into small-letter words and marks; a word spelled out with dots becomes one."""
    plain = text.translate(_FOLDED).lower()
    if "." in plain:
        plain = _SPELLED.sub(lambda match: match.group().replace(".", ""), plain)
    return _TOKEN.findall(plain)


def said_of(text: str, names: Mapping[str, Step]) -> list[str]:
    """Return the words and marks of a text, with `NAME` for each of the medicine's own names.

    What is said of one medicine is so judged, and learned, as what is said of another.
    """
    said = tokens(text)
    if not any(_bare(word) in names for word in said):
        return said
    named: list[str] = []
    at = 0
    while at < len(said):
        length = _named(said, at, names)
        named.append(NAME if length else said[at])
        at += length or 1
    return named


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _named(said: Sequence[str], at: int, names: Mapping[str, Step]) -> int:
    """Return how many words the longest name takes that starts here, 0 where none does."""
    longest, steps = 0, names
    for ahead in range(at, len(said)):
        step = steps.get(_bare(said[ahead]))
        if step is None:
            break
        if step.meaning:
            longest = ahead + 1 - at
        steps = step.after
    return longest


def read(said: Sequence[str]) -> list[int]:
    """Return the marks of a sentence, phrase by phrase; `said` are its words as `said_of` gives them."""
    table = lexicon()
    steps, gapped = table.steps, table.gapped
    row: list[int] = []
    at, end = 0, len(said)
    while at < end:
        word = said[at]
        if word in gapped and (wide := _gapped(said, at, gapped[word])):
            first, last, after, meaning = wide
            row.append(meaning)
            row.extend(_alone(each, steps) for each in said[first:last])
            at = last + after
            continue
        step = steps.get(word)
        if step is None:
            row.append(_shape(word))
            at += 1
            continue
        meaning, length, ahead = step.meaning, 1, at + 1
        while step.after and ahead < end and (next_step := step.after.get(said[ahead])):
            step = next_step
            ahead += 1
            if step.meaning:
                meaning, length = step.meaning, ahead - at
        row.append(meaning or _shape(word))
        at += length
    return row


def _gapped(said: Sequence[str], at: int, alike: Sequence[Gapped]) -> tuple[int, int, int, int] | None:
    """Return where the object of "give … up" starts and ends, how many words follow, and the meaning."""
    for before, after, meaning in alike:
        start = at + 1 + len(before)
        if before and tuple(said[at + 1 : start]) != before:
            continue
        last = min(start + _LONGEST_GAP, len(said) - 1)
        for end in range(start, last + 1):
            if end > start and said[end] == after[0] and tuple(said[end : end + len(after)]) == after:
                return start, end, len(after), meaning
            if not said[end][0].isalnum():
                break
    return None


def _alone(word: str, steps: Mapping[str, Step]) -> int:
    step = steps.get(word)
    return step.meaning if step and step.meaning else _shape(word)


def _shape(word: str) -> int:
    """Return what an unknown word or mark is by its shape."""
    if word in _MARKS:
        return _MARKS[word]
    if word[0].isdigit():
        return m.NUMBER
    if word.endswith("ly"):
        return m.ADVERB
    if not word[0].isalpha():
        return 0
    if word.endswith("'s") and (step := lexicon().steps.get(word[:-2])) and step.meaning:
        return step.meaning
    if word in plain.WORDS or (len(word) >= plain.SHORTEST_LEARNED and word.endswith(plain.ENDINGS)):
        return m.UNKNOWN | m.PLAIN
    return m.UNKNOWN


def names_of(names: Sequence[str]) -> dict[str, Step]:
    """Return the names of a medicine as phrases."""
    found: dict[str, Step] = {}
    for name in names:
        if said := tokens(name):
            _add(found, said, m.MEDICINE)
            # "Testol 5 mg tablets" are called Testol, too, where that is a word of no other meaning.
            if len(said) > 1 and _shape(said[0]) == m.UNKNOWN and said[0] not in lexicon().steps:
                _add(found, said[:1], m.MEDICINE)
    return found
