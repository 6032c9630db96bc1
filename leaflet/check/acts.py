"""The acts no leaflet may prompt: to stop a medicine, to take less, to take more, to skip a dose.

The ways to say them are data (`leaflet.check.phrases`); here they become patterns, once. Whether an act
found is prompted or forbidden is judged in `leaflet.check.permission`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal

from leaflet.check import phrases
from leaflet.check.patterns import Pattern, needed_after_first
from leaflet.values import Value

Act = Literal["stop", "less", "more", "skip"]
Form = Literal["base", "gerund", "passive", "release"]  # release: "no longer need to take"

_ACTS: dict[Act, str] = {
    "stop": phrases.STOP,
    "less": phrases.LESS,
    "more": phrases.MORE,
    "skip": phrases.SKIP,
}
_RELEASES: dict[Act, str] = {"stop": phrases.STOP_RELEASED, "skip": phrases.SKIP_RELEASED}
_FORMS: tuple[Form, Form] = ("base", "gerund")
_WORD = re.compile(r"[a-z]+|\d+")
_MARK = re.compile(r"<([A-Za-z ]+)>")


class Found(Value):
    """One act in a canonical sentence."""

    act: Act
    form: Form
    start: int
    end: int


def acts_in(canonical: str) -> Iterator[Found]:
    """Yield every place where the canonical sentence speaks of an act, forbidden or not."""
    for word in _WORD.finditer(canonical):
        for phrase in _OPENERS.get(word.group(), ()):
            match = phrase.match(canonical, word.start())
            if match:
                yield Found(phrase.act, phrase.form, match.start(), match.end())
    if _PASSIVE_MARK.search(canonical):
        for act, pattern in _PASSIVES.items():
            for match in pattern.finditer(canonical) if pattern.may_match(canonical) else ():
                yield Found(act, "passive", match.start(), match.end())


class Phrase:
    """One phrase in one form; its pattern is made when a sentence first holds the words for it."""

    def __init__(self, act: Act, line: str, form: Form) -> None:
        self.act: Act = act
        self.form: Form = form
        self.source = _filled(line, "gerund" if form == "gerund" else "base")
        # Looked for once a sentence, not once a word: a hostile sentence has thousands that open a phrase.
        self._cannot_be_in = ""
        self.match: Callable[[str, int], re.Match[str] | None] = self._match_first

    @cached_property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """Strings of which a sentence with the phrase holds one, for each of several places."""
        return needed_after_first(self.source)

    def _match_first(self, canonical: str, start: int) -> re.Match[str] | None:
        """Match the phrase where a word begins, compiling it only for a sentence that it can be in."""
        if canonical is self._cannot_be_in:
            return None
        for words in self.needs:
            if not any(map(canonical.__contains__, words)):
                self._cannot_be_in = canonical
                return None
        self.match = re.compile(self.source).match
        return self.match(canonical, start)

    @property
    def openers(self) -> frozenset[str]:
        """The words it can begin with, and perhaps some more."""
        start = re.sub(r"\(\?(?:<[!=]|!)[^()]*\)", "", self.source)  # what stands before or must not follow
        end = start.find(" ")
        while start.count("(", 0, end) > start.count(")", 0, end):  # the space is inside a group
            end = start.find(" ", end + 1)
        return frozenset(_WORD.findall(start[:end]))


def phrases_of_acts() -> Iterator[Phrase]:
    """Yield every phrase in each of its forms."""
    for act, lines in _ACTS.items():
        for form in _FORMS:
            yield from (Phrase(act, line, form) for line in lines.strip().splitlines())
    for act, lines in _RELEASES.items():
        yield from (Phrase(act, line, "release") for line in lines.strip().splitlines())


def _by_opener() -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for line in phrases_of_acts():
        for word in line.openers:
            table.setdefault(word, []).append(line)
    return {word: tuple(lines) for word, lines in table.items()}


def _filled(line: str, form: Form) -> str:
    """Fill in the pieces and verbs of a line."""

    def _piece(mark: re.Match[str]) -> str:
        if mark[1] in phrases.PIECES:
            return _filled(phrases.PIECES[mark[1]], form)
        return phrases.VERBS[mark[1]][_FORMS.index(form)]

    return _MARK.sub(_piece, line)


def _passive(act: Act) -> str:
    """Return the pattern for "the dose can be halved"."""
    modal = "can|should|could|is best|are best"
    if act in _RELEASES:  # "may be reduced" tells what the doctor may do; "may be skipped" permits
        modal += "|may|might|must|has to|have to|needs to|need to|is to|are to"
    return (
        rf"\b(?:med|dose|it|they|these|this) (?:(?!not\b|never\b)\w+ ){{0,2}}(?:{modal})"
        rf"(?: (?!not\b|never\b)\w+){{0,2}} (?:be |(?<=best ))(?:\w+ly )?(?:{phrases.PARTICIPLES[act]})\b"
    )


_OPENERS = _by_opener()
_PASSIVES = {act: Pattern(_passive(act), needs=phrases.PARTICIPLES[act]) for act in _ACTS}
_PASSIVE_MARK = Pattern(r"\b(?:be|best)\b")
