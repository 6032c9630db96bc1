"""The lists of words, verbs in all their forms and slips of the pen, sorted into one table."""

from collections.abc import Iterator

from leaflet.precompiled import expression
from leaflet.rules.english import circumstances, frames, joining, misused, nouns, sayings, things
from leaflet.rules.english import marks as m
from leaflet.rules.english.acts import VERBS
from leaflet.rules.english.lexicon import NAME, Gapped, Sorted, openings_of, tokens
from leaflet.rules.english.slips import slips
from leaflet.rules.english.verb_forms import forms

_MARKED = expression(r"[^a-zà-ÿ .|\n]|(?<!\.)\.(?!\.)")  # what no plain word has
# A verb that brings its object along: "drop the dose".
_WITH_DOSE = expression(" (?:dose|tablet|medicine|treatment|course|therapy)")
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
    *circumstances.WORDS,
    *misused.WORDS,
)


def sorted_words() -> Sorted:
    """Return the words of all rules as one table."""
    meanings = {NAME: m.MEDICINE}
    parted: dict[str, int] = {}
    for entry, meaning in _entries():
        if ".." in entry:
            parted[entry] = parted.get(entry, 0) | meaning
            continue
        known = meanings.get(entry, 0)
        if not meaning & m.SLIP:
            meanings[entry] = known | meaning
        elif not known:  # a slip of the pen is never a word of its own
            meanings[entry] = meaning & ~m.SLIP
    gapped: dict[str, list[Gapped]] = {}
    for entry, meaning in parted.items():
        (first, *before), after = (half.split() for half in entry.split(".."))
        gapped.setdefault(first, []).append((tuple(before), tuple(after), meaning))
    for alike in gapped.values():
        alike.sort(key=lambda phrase: -len(phrase[0]) - len(phrase[1]))
    return meanings, openings_of(meanings), gapped


def _entries() -> Iterator[tuple[str, int]]:
    """Yield every word and phrase as a text is cut into words, with a meaning; some come more than once."""
    for meaning, lines in VERBS:
        for verb in _listed(lines):
            known = meaning | m.DOSE if _WITH_DOSE.search(verb) else meaning
            yield from ((form, known | bit) for form, bit in forms(verb))
    for meaning, lines in _WORDS:
        for word in _listed(lines):
            denied = (
                meaning & m.MINIMISE and word != "harmless" and any(root in word for root in _GRAVE_ROOTS)
            )
            yield word, meaning | (m.DENIED if denied else 0)
    yield from slips()


def _listed(lines: str) -> Iterator[str]:
    """Yield the entries of a list, each as a text is cut into words."""
    parts = [
        entry.strip() for line in lines.strip().split("\n") for entry in line.split("|") if entry.strip()
    ]
    if not _MARKED.search(lines):
        return iter(parts)
    return (" ".join(tokens(each)) if _MARKED.search(each) else each for each in parts)
