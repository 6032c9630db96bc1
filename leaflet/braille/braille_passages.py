"""A document as passages to translate: its lines, with what only the eye would see said in words.

What liblouis is given differs from the words in signs alone: spaces and hyphens that do not break are plain,
and raised or lowered characters stand after UEB's indicators, which pass through it as cells.
"""

import re
from collections.abc import Iterator, Sequence

from leaflet.braille.signs import DOWN, GROUP, UP, felt
from leaflet.braille.translator import SPELT, STRONG
from leaflet.document.linear import Line, linear
from leaflet.document.tree import Document, Run, Text
from leaflet.languages import Language, language_of
from leaflet.values import Value, altered

_PLAIN = {ord(sign): " " for sign in "\u00a0\u202f\u2009\u2007"}
_PLAIN |= {ord(sign): "-" for sign in "\u2011\u2010"}
_PLAIN |= {ord(sign): "" for sign in "\u00ad\u200b\u2060\u200e\u200f\u2066\u2067\u2068\u2069"}
_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_SHIFTS = str.maketrans(_RAISED + _LOWERED, "0123456789" * 2)
_SHIFTED = re.compile(f"([{_RAISED}]+)|([{_LOWERED}]+)")
_ONE_ITEM = re.compile(r"\d+|\w")


class Passage(Value, kw_only=True):
    """One stretch of words to translate, or a place where a box opens or closes."""

    line: Line
    text: str = ""  # what is translated
    ways: bytes = b""  # how each character of it is written
    said: str = ""  # its words, as they must be read back
    noted: int = 0  # how many of its last words are not in print, but said of it


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in reading order, and at the end the line that is on every page."""
    language = language_of(document.language)
    assert language is not None, "a document is composed in a language that the program speaks"  # noqa: S101
    found = [_passage(line, language) for line in linear(document)]
    identity = Line(kind="paragraph", text=document.furniture.identity)
    found.append(_passage(identity, language))
    return tuple([each for each in found if each.text or each.line.kind in {"open", "close"}])


def title(document: Document) -> Passage:
    """Return the leaflet's name, which stands at the head of pages."""
    return _of(Line(kind="heading"), [Run(document.title)])


def words_felt(document: Document) -> tuple[str, ...]:
    """Return what every Braille file of a document says, in order."""
    return tuple([each.said for each in passages(document) if each.said])


def _passage(line: Line, language: Language) -> Passage:
    if line.kind in {"open", "close"}:
        return Passage(line=line)
    passage = _of(line, list(_runs(line, language)))
    if line.kind == "picture":
        return altered(passage, noted=len(passage.said.split()))
    if line.kind == "cell" and not line.words:
        return altered(passage, noted=len(line.empty.split()))
    return passage


def _runs(line: Line, language: Language) -> Iterator[Run]:
    """Yield the words of a line: an item's mark, a cell's heads and a picture's name stand before them."""
    if line.kind == "picture":
        yield Run(language.say("picture", alt=line.words))
        return
    if line.kind == "item" and line.mark:
        yield Run(f"{line.mark} ")
    if line.kind == "cell" and line.heads:
        yield Run(", ".join([head.plain for head in line.heads]) + ": ")
        if not line.words:
            yield Run(line.empty)
    yield from _marked(line.text)


def _marked(text: Text) -> Sequence[Run]:
    """Return runs that are strong only where others are not: a whole heading is told by its place."""
    if all(run.strong or not run.text.strip() for run in text.runs):
        return [run._replace(strong=False) for run in text.runs]
    return text.runs


def _of(line: Line, runs: Sequence[Run]) -> Passage:
    text, ways = "", b""
    for run in runs:
        for part, shift in _parts(run):
            written = _written(part, shift)
            # A contraction inside the grouping signs could hold the sign that closes them.
            way = (STRONG if run.strong and part.strip() else 0) | (SPELT if shift else 0)
            text += written
            ways += bytes([way]) * len(written)
    return Passage(line=line, text=text, ways=ways, said=felt("".join([run.text for run in runs])))


def _parts(run: Run) -> Iterator[tuple[str, int]]:
    """Yield the characters of a run with their shift, raised and lowered digits being digits."""
    words = run.text.translate(_PLAIN)
    end = 0
    for found in _SHIFTED.finditer(words):
        yield words[end : found.start()], run.shift
        yield found[0].translate(_SHIFTS), 1 if found[1] else -1
        end = found.end()
    # A sign holds for one word: what is raised over several has one before each (UEB 11.4).
    for index, word in enumerate(words[end:].split(" ") if run.shift else [words[end:]]):
        if index:
            yield " ", 0
        yield word, run.shift


def _written(part: str, shift: int) -> str:
    if not shift or not part:
        return part
    body = part if _ONE_ITEM.fullmatch(part) else f"{GROUP[0]}{part}{GROUP[1]}"
    return f"{UP if shift > 0 else DOWN}{body}"
