"""The monograph as the rules see it: its passages, its sentences, its names, and the day they judge on."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from leaflet.diagnostics import Span
from leaflet.model import Monograph
from leaflet.passages import Passage, passages
from leaflet.rules.memory import SHARED, Finder, Known, Memory
from leaflet.rules.patterns import Pattern, fold
from leaflet.rules.sentences import Sentence, cuts, sentences
from leaflet.source import LocatedStr

_Worked = TypeVar("_Worked")
_Found = TypeVar("_Found")


class Manuscript:
    """One monograph under judgement; everything the rules share is worked out once, when first asked for."""

    def __init__(self, monograph: Monograph, on: date, memory: Memory = SHARED) -> None:
        self.monograph = monograph
        self.on = on
        self._memory = memory
        self._worked_out: dict[Callable[[Manuscript], Any], Any] = {}

    def recall(self, work: "Callable[[Manuscript], _Worked]") -> _Worked:
        """Return what `work` makes of this manuscript; it is asked once, whichever rules need it."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        made: _Worked = self._worked_out[work]
        return made

    @property
    def is_english(self) -> bool:
        """Tell whether the rules that read sentences can read this one."""
        return self.monograph.language.lower().split("-")[0] == "en"

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text, in reading order."""
        return passages(self.monograph)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every printed sentence, in reading order."""
        return sentences(self.found_in_passages(cuts))

    def found_in_passages(self, find: Finder[_Found]) -> list[tuple[Passage, _Found]]:
        """Return each passage in whose words something is found, with what is; each text is asked once."""
        return self._by_passage.found(find)

    def found_in_sentences(self, find: Finder[_Found]) -> list[tuple[Sentence, _Found]]:
        """Return each sentence in whose own words, without a lead-in, something is found, with what is."""
        return self._by_sentence.found(find)

    def passages_for(self, pattern: Pattern) -> Sequence[Passage]:
        """Return the passages in which the pattern may match; the others it is not shown."""
        return self._by_passage.holding(pattern)

    def sentences_for(self, pattern: Pattern) -> Sequence[Sentence]:
        """Return the sentences in whose own words, without a lead-in, the pattern may match."""
        return self._by_sentence.holding(pattern)

    @cached_property
    def _by_passage(self) -> Known[Passage]:
        return Known(self.passages, [passage.plain for passage in self.passages], self._memory)

    @cached_property
    def _by_sentence(self) -> Known[Sentence]:
        return Known(self.sentences, [sentence.text for sentence in self.sentences], self._memory)

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Matches the medicine's name and its other names, as whole words in any case."""
        names = sorted({self.monograph.name, *self.monograph.other_names}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)

    @cached_property
    def naming(self) -> Collection[int]:
        """The numbers of the sentences in which a name of the medicine may stand."""
        names = [fold(name) for name in self.all_names]
        if not "".join(names).isascii():  # what a pattern takes for the same letter is proved for ASCII only
            return range(len(self.sentences))
        return self._by_sentence.with_words(names)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The medicine's name and its other names."""
        return (self.monograph.name, *self.monograph.other_names)

    def excerpt(self, span: Span | None) -> str:
        """Return the source line of a place; "" for a monograph made in a program."""
        if span is None or not 0 < span.line <= len(self._lines):
            return ""
        return self._lines[span.line - 1].rstrip("\r")

    @cached_property
    def _lines(self) -> list[str]:
        typed = self.monograph.typed("name")
        return typed.source.text.split("\n") if isinstance(typed, LocatedStr) else []
