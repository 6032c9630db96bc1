"""Translate passages, and prove each by reading it back: what is not read as it is meant is written plainer.

A word whose contractions are read as another word is spelt out; one that is still read otherwise stands in
grade 1 mode, after its indicator; and what even then says something else has no Braille, and no file is made.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet.braille.braille_passages import Passage
from leaflet.braille.signs import BLANK, BOLD, SHIFTED, SPELT_WORD, felt, without_notes, without_passages
from leaflet.braille.translator import SPELT, Grade, back, translate
from leaflet.values import altered

_WORD = re.compile(r"\S+")
_SPELT_WORD = re.compile(f"([^{BLANK}]*{SPELT_WORD}[^{BLANK}]*)")


class UnreadError(ValueError):
    """Words for which there is no Braille that is read as they are meant."""

    def __init__(self, passage: Passage, word: str) -> None:
        super().__init__(word)
        self.passage, self.word = passage, word


def proven(passages: Sequence[Passage], grade: Grade) -> tuple[str, ...]:
    """Return the cells of each passage; raises `UnreadError` and `NoBrailleError`."""
    drafts = list(passages)
    cells = list(translate([each.text for each in drafts], [each.ways for each in drafts], grade))
    for plainer in (_spelt, _in_grade_1):
        wrong = _misread(drafts, cells, grade)
        if not wrong:
            return tuple(cells)
        again = [plainer(drafts[index], words) for index, words in wrong.items()]
        made = translate([each.text for each in again], [each.ways for each in again], grade)
        for index, passage, new in zip(wrong, again, made, strict=True):
            drafts[index], cells[index] = passage, new
    for index, words in _misread(drafts, cells, grade).items():
        raise UnreadError(passages[index], passages[index].said.split()[words[0]])
    return tuple(cells)


def read(cells: Sequence[str], grade: Grade) -> tuple[str, ...]:
    """Return what cells say, without the indicators of bold, of notes and of what is raised or lowered."""
    split = [_split(without_passages(BOLD.sub("", without_notes(each))), grade) for each in cells]
    said = {
        each: _back([part for pieces in split for part in pieces if part.grade == each]) for each in (1, 2)
    }
    return tuple(["".join([next(said[part.grade]) for part in pieces]) for pieces in split])


class _Part(NamedTuple):
    """Cells that are read by themselves, and in which grade."""

    grade: Grade
    cells: str
    before: str  # what parts it from the part before: nothing, where an indicator stood


def _back(parts: Sequence[_Part]) -> Iterator[str]:
    said = back([part.cells for part in parts], parts[0].grade) if parts else ()
    for part, words in zip(parts, said, strict=True):
        yield part.before + felt(words)


def _split(text: str, grade: Grade) -> list[_Part]:
    """Part what is in grade 1 mode by its indicator, and what is raised or lowered, from the rest."""
    found = list[_Part]()
    for index, piece in enumerate(_SPELT_WORD.split(text)):
        mode: Grade = 1 if index % 2 else grade
        before = " "
        for part in SHIFTED.split(piece.replace(SPELT_WORD, "")):
            if part:
                found.append(_Part(mode, part, before))
                before = ""
    return found


def _misread(passages: Sequence[Passage], cells: Sequence[str], grade: Grade) -> dict[int, list[int]]:
    """Return the passages that are read otherwise, with the indexes of those words."""
    wrong = {}
    for index, (passage, said) in enumerate(zip(passages, read(cells, grade), strict=True)):
        meant, got = passage.said.split(), said.split()
        if len(meant) != len(got):
            wrong[index] = list(range(len(meant)))
        elif meant != got:
            wrong[index] = [place for place, word in enumerate(meant) if word != got[place]]
    return wrong


def _spelt(passage: Passage, words: Sequence[int]) -> Passage:
    """Return the passage with words that have no contractions."""
    ways = bytearray(passage.ways)
    for found in _each(passage, words):
        for place in range(found.start(), found.end()):
            ways[place] |= SPELT
    return altered(passage, ways=bytes(ways))


def _in_grade_1(passage: Passage, words: Sequence[int]) -> Passage:
    """Return the passage with words that stand after the grade 1 word indicator."""
    text, ways = passage.text, passage.ways
    for found in reversed(_each(passage, words)):
        start, end = found.span()
        spelt = bytes([way | SPELT for way in ways[start:end]])
        text = f"{text[:start]}{SPELT_WORD}{text[start:]}"
        ways = ways[:start] + spelt[:1] * len(SPELT_WORD) + spelt + ways[end:]
    return altered(passage, text=text, ways=ways)


def _each(passage: Passage, words: Sequence[int]) -> list["re.Match[str]"]:
    found = list(_WORD.finditer(passage.text))
    return [found[place] for place in words if place < len(found)]
