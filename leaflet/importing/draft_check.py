"""Hold an edited draft against its source again: sentences added, changed and missing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any, Literal

from leaflet.importing.counted_words import words as words_of
from leaflet.importing.importer import Imported
from leaflet.importing.original import texts
from leaflet.importing.report import pairs
from leaflet.inline import Text
from leaflet.model import Monograph
from leaflet.model.table import OPEN_WORDS
from leaflet.values import Value

_SENTENCE = re.compile(r"(?<=[.!?:;]) +")
_ALIKE = 0.6
# Fields that are printed and hold words of their own; all other lines of a monograph are its head.
_PRINTED_LINES = {"heading", "panel", "term", "write_in"}


class Difference(Value):
    """A sentence that the draft and its source do not share."""

    kind: Literal["added", "changed", "missing"]
    address: str
    text: str


def compare(imported: Imported, monograph: Monograph) -> tuple[Difference, ...]:
    """Return the sentences of a monograph that the source has not, then those that it has more."""
    drafted = [(pair.address, text) for pair in pairs(imported) for text in pair.draft]
    fresh = [(address, sentence) for address, text in drafted for sentence in _cut(text)]
    typed = printed_texts(monograph)
    edited = [(address, sentence) for address, text in typed for sentence in _cut(text)]
    left = Counter(_key(sentence) for _, sentence in fresh)
    extra: list[tuple[str, str]] = []
    for address, sentence in edited:
        if left[_key(sentence)] > 0:
            left[_key(sentence)] -= 1
        else:
            extra.append((address, sentence))
    lost: list[tuple[str, str]] = []
    for address, sentence in reversed(fresh):  # of equal sentences, the later one counts as missing
        if left[_key(sentence)] > 0:
            left[_key(sentence)] -= 1
            lost.insert(0, (address, sentence))
    return _paired(extra, lost)


def keeper(imported: Imported) -> Callable[[str], bool]:
    """Return what tells whether a sentence stands in the source word for word."""
    said = texts(imported.document.sections)
    source = f" {' '.join(word for text in said for word in words_of(text.plain))} "

    def is_kept(sentence: str) -> bool:
        return f" {_key(sentence)} " in source

    return is_kept


def printed_texts(monograph: Monograph) -> Iterator[tuple[str, str]]:
    """Yield the texts of warnings and sections with the address of their block, in reading order."""
    for part in (*monograph.warnings, *monograph.sections):
        yield from _texts(part, "", "")


def _texts(value: Any, key: str, address: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text):
        if value.plain == OPEN_WORDS:
            return
        yield address, "".join([run.text for run in value.runs])
    elif isinstance(value, str):
        if key in _PRINTED_LINES and value != OPEN_WORDS:
            yield address, str(value)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner, key, address)
    elif hasattr(value, "__struct_fields__"):
        address = getattr(value, "address", None) or address
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name), name, address)


def _paired(extra: list[tuple[str, str]], lost: list[tuple[str, str]]) -> tuple[Difference, ...]:
    """Take an extra sentence for a changed one where a missing one of the same part is like it."""
    found: list[Difference] = []
    for address, sentence in extra:
        like = next((each for each in lost if each[0] == address and _is_like(each[1], sentence)), None)
        if like is None:
            found.append(Difference("added", address, sentence))
        else:
            lost.remove(like)
            found.append(Difference("changed", address, f"{like[1]} -> {sentence}"))
    return (*found, *[Difference("missing", address, sentence) for address, sentence in lost])


def _is_like(one: str, other: str) -> bool:
    before, after = words_of(one), words_of(other)
    if set(before) <= set(after) or set(after) <= set(before):
        return True
    return SequenceMatcher(None, before, after).ratio() >= _ALIKE


def _cut(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(" ".join(text.split())) if sentence]


def _key(sentence: str) -> str:
    return " ".join(words_of(sentence))
