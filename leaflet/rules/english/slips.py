"""Slips of the pen in the words that matter most: letters swapped, dropped or doubled."""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.verb_forms import forms

_VERBS = (
    (m.STOP, "stop quit discontinue"),
    (m.MORE, "double triple increase"),
    (m.LESS, "halve reduce"),
    (m.SKIP, "skip"),
    (m.SHARE, "share"),
    (m.CHANGE, "change adjust"),
    (m.TELL, "tell call contact ask"),
    (m.TAKE, "take"),
)
_WORDS = (
    (m.NOT, "not never"),
    (m.MEDICINE, "tablet tablets medicine"),
    (m.DOSE, "dose doses"),
    (m.DOCTOR, "doctor"),
)
_SHORTEST = 5  # letters of a word from which one may be dropped


def slips() -> Iterator[tuple[str, int]]:
    """Yield misspelt words with what was meant; a spelling that is another word is left to that word."""
    for meaning, verbs in _VERBS:
        for verb in verbs.split():
            for form, bit in forms(verb):
                yield from ((slip, meaning | bit | m.SLIP) for slip in _misspelt(form))
    for meaning, words in _WORDS:
        for word in words.split():
            yield from ((slip, meaning | m.SLIP) for slip in _misspelt(word))


def _misspelt(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if swapped != word:
            yield swapped
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:]
        if len(word) >= _SHORTEST:
            yield word[:at] + word[at + 1 :]
