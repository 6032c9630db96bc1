"""What is known of texts by their words alone: found once, and remembered while there is room.

    known = Known(parts, texts, memory)
    known.found(find) -> each part in whose text `find` finds something, with what it finds

Leaflets of a shelf share most of their texts, and a monograph is judged again at each change. Most rules look
for what stands in one text, whatever stands beside it: these are asked about new texts only.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from leaflet.rules.patterns import Pattern, Texts

_Part = TypeVar("_Part")
_Found = TypeVar("_Found")
Finder = Callable[[Texts], Mapping[int, _Found]]
"""Finds something in texts by the words of each alone, and tells it by the number of the text."""
Notes = dict[Finder[Any], Any]  # what was found in one text; None where nothing was
_MOST = 3072  # texts


class Memory:
    """Notes on texts, by their words; of more texts than `most` the older half is forgotten."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._notes: dict[str, Notes] = {}

    def __len__(self) -> int:
        return len(self._notes)

    def notes_on(self, texts: Sequence[str]) -> list[Notes]:
        """Return what is known of each text, to be added to."""
        known, found = self._notes, list[Notes]()
        for text in texts:
            notes = known.get(text)
            if notes is None:
                notes = known[text] = {}
            found.append(notes)
        if len(known) > self._most:
            for text in list(islice(known, len(known) - self._most // 2)):
                known.pop(text, None)
        return found


SHARED = Memory()
"""What this process remembers of the texts of monographs."""


class Known(Generic[_Part]):
    """Parts of a monograph by their words, with what is remembered of those."""

    def __init__(self, parts: Sequence[_Part], texts: Sequence[str], memory: Memory) -> None:
        self._parts = parts
        self._words = texts
        self._texts = Texts(texts)
        self._notes = memory.notes_on(texts)
        self._missing: dict[tuple[int, ...], Texts] = {}  # texts by their numbers: most rules miss the same

    def holding(self, pattern: Pattern) -> list[_Part]:
        """Return the parts in whose text a pattern may match; the others it is not shown."""
        return [self._parts[number] for number in self._texts.holding(pattern)]

    def with_words(self, words: Iterable[str]) -> set[int]:
        """Return the numbers of the parts with one of some words, which are folded."""
        return self._texts.with_words(words)

    def found(self, find: Finder[_Found]) -> list[tuple[_Part, _Found]]:
        """Return each part in whose text something is found, with what is, in their order."""
        notes = self._notes
        missing = tuple([number for number, known in enumerate(notes) if find not in known])
        if missing:
            self._ask(find, missing)
        return [
            (part, found)
            for part, known in zip(self._parts, notes, strict=True)
            if (found := known[find]) is not None
        ]

    def _ask(self, find: Finder[Any], missing: tuple[int, ...]) -> None:
        texts = self._missing.get(missing)
        if texts is None:
            words = self._words
            every = len(missing) == len(words)
            texts = self._texts if every else Texts([words[number] for number in missing])
            self._missing[missing] = texts
        answers = find(texts)
        for place, number in enumerate(missing):
            self._notes[number][find] = answers.get(place)
