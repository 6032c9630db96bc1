"""Abbreviations in full: what a listener is told for "mg" and "e.g.", and for a number that is called.

A voice says "em gee" for mg. A file for readers tells the words, at the very letters that they stand for
(ISO 32000-1, 14.9.5; WCAG 2.2, 3.1.4). Signs such as × are left to the voice, which knows them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from leaflet.languages import Language
from leaflet.precompiled import expression


class Expansion(NamedTuple):
    """Characters of a word, by their places, and what they are in full."""

    start: int
    end: int
    full: str


Expand = Callable[[str], tuple[Expansion, ...]]
"""Returns what is abbreviated in a word, which may hold spaces at which no line ends."""

_CALLED = expression(r"(?<![\w.,])[0-9]{3,}(?![\w]|[.,][0-9])")
_ADDRESS = expression(r"@|://|www\.")


class Voice(NamedTuple):
    """What is told in full of words, and of the words of a region, which say whom to call."""

    words: Expand
    called: Expand


@cache
def voice_of(language: Language) -> Voice:
    """Return what is told in full in a language."""
    find = _Finder(language).all

    def words(word: str) -> tuple[Expansion, ...]:
        return tuple(sorted(find(word)))

    def called(word: str) -> tuple[Expansion, ...]:
        return tuple(sorted([*find(word), *_digits(word)]))

    return Voice(words, called)


def _digits(word: str) -> Iterator[Expansion]:
    """Yield the numbers of a word digit by digit: 999 is no amount."""
    for found in _CALLED.finditer(word):
        yield Expansion(*found.span(), " ".join(found[0]))


class _Finder:
    def __init__(self, language: Language) -> None:
        self._units = {unit: said for unit, said in language.spoken.items() if _has_letter(unit)}
        self._short = {each: said for each, said in language.said_signs.items() if said and each[0].isalpha()}
        self._per = language.phrases["per"]
        unit = _either(self._units)
        self._measured = expression(rf"(?<!\w)([0-9][0-9.,]*) ?({unit})(?:/({unit}))?(?!\w)")
        self._alone = expression(rf"(?<![\w/])({_either(_long(self._units))})(?!\w)")
        self._against = expression(rf"(?<=[^\W\d_])/({unit})(?!\w)")
        self._shortened = expression(rf"(?<!\w)(?:{_either(self._short)})(?:(?<=\.)|(?!\w))")
        self._any = expression(f"{unit}|{_either(self._short)}")

    def all(self, word: str) -> Iterator[Expansion]:
        if _ADDRESS.search(word) or not self._any.search(word):
            return
        taken = set[int]()
        for found in self._measured.finditer(word):
            number, unit, other = found.groups()
            yield Expansion(*found.span(2), self._units[unit][number != "1"])
            taken.update(range(*found.span()))
            if other:
                yield self._measured_against(found.start(3), other)
        for found in self._against.finditer(word):
            if found.start() not in taken:
                yield self._measured_against(found.start(1), found[1])
        for found in self._alone.finditer(word):
            if found.start() not in taken:
                yield Expansion(*found.span(), self._units[found[0]][1])
        for found in self._shortened.finditer(word):
            yield Expansion(*found.span(), self._short[found[0]])

    def _measured_against(self, start: int, unit: str) -> Expansion:
        """Return a unit with the stroke before it: /mL is "per millilitre"."""
        return Expansion(start - 1, start + len(unit), f"{self._per} {self._units[unit][0]}")


def _has_letter(unit: str) -> bool:
    return any(map(str.isalpha, unit))


def _long(units: Mapping[str, object]) -> list[str]:
    return [unit for unit in units if len(unit) > 1]


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
