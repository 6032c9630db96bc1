"""Where a line may end: one function over a text, for whoever sets lines.

A line may end at a space, unless the two words are one fact (UKAAF G003: a number and its unit, a telephone
number) or one a denial of the other ("not take"); never inside a word. Only in an address too long to be
moved whole to the next line may it end without a space, after a sign that nobody takes for a hyphen of a
split word's.

What other scripts need (between characters of Chinese and Japanese, by dictionary in Thai) belongs here, by
the script of the characters; whoever calls sees only chances.
"""

import re
from typing import NamedTuple

from leaflet.precompiled import expression

_has_digit = expression("[0-9]").search  # as every fact has
# Each way begins with the space itself: the search leaps from space to space.
_FACT = expression(r" (?:(?<=\d )(?=[\w%°(])|(?<=\d[).-] )(?=\d)|(?<=No\. )(?=\d)|(?<=\d to )(?=\d))")
# What must not be done, in the words of English: "take" at the start of a line reads as an order where
# "Do not" ends the line before. A long word may be too wide for a line together with these.
_DENIED = expression(
    r"(?<=\b[Dd]o) (?=not\b)|(?<=\bmust) (?=not\b)|(?:(?<=\bnot)|(?<=\b[Nn]ever)) (?=[a-z]{1,12}(?![\w'’-]))"
)
_NO_BREAK = "\u00a0"
# More than any telephone number has: codes one after the other, together wider than a line.
_ROW_OF_NUMBERS = expression(rf"[^ {_NO_BREAK}]+(?:{_NO_BREAK}[^ {_NO_BREAK}]+){{6,}}")
_LONG = 24  # characters: a shorter address is moved whole
_ADDRESS = expression(rf"(?:https?://|www\.|[^\s@]+@|[^\s/]+\.[^\s/]+/)\S{{{_LONG - 12},}}")
# Not after a hyphen: at a line's end nobody can tell whether it belongs to the address, and readers drop it.
# Nor between the slashes of "https://" and the name, nor after a dot, which would end a sentence there.
_SIGN = expression(r"(?<![/:])[/_@](?=\w)|(?=\.\w)")
# Between strengths, each a number with its unit of mass ("1000 mg/" and "62.5 mg"), and not inside one, such
# as "250 mg/5 ml" or "micrograms/hour".
_STRENGTHS = expression(r"(?<=[a-z%])/(?=[\d.,]+\s?(?:mg|g|micrograms?|mcg|units?|%))")
_STRENGTH_ENDS = expression(r"(?<=[a-z%])/$")
_LEAST = 4  # characters on either side of a break inside an address


class Chunk(NamedTuple):
    """Characters that stay on one line, and whether a space stands behind them."""

    text: str
    spaced: bool = True


def glue(text: str) -> str:
    """Put a no-break space wherever a line may not end; the text keeps its length."""
    if " not " in text or "ever " in text:
        text = _DENIED.sub(_NO_BREAK, text)
    return glue_facts(text)


def glue_facts(text: str) -> str:
    """Put a no-break space inside each fact alone, such as "250 mg/5 ml"; the text keeps its length."""
    if text.isascii() and not _has_digit(text):
        return text
    return _ROW_OF_NUMBERS.sub(_loosened, _FACT.sub(_NO_BREAK, text))


def _loosened(row: re.Match[str]) -> str:
    return row.group().replace(_NO_BREAK, " ")


def may_hold_address(text: str) -> bool:
    """Tell quickly whether `chunks` could cut a text anywhere but at its spaces."""
    return "/" in text or "@" in text or "www." in text


def chunks(word: str) -> list[Chunk]:
    """Return what of a word stays on one line: all of it, but for a long address and a row of strengths."""
    found = _ADDRESS.search(word)
    if found is None or len(found.group()) < _LONG:
        return _strengths(word)
    cut, start = list[Chunk](), 0
    for sign in _SIGN.finditer(word, found.start()):
        if sign.end() - start >= _LEAST and len(word) - sign.end() >= _LEAST and sign.end() > found.start():
            cut.append(Chunk(word[start : sign.end()], spaced=False))
            start = sign.end()
    return [*cut, Chunk(word[start:])]


def _strengths(word: str) -> list[Chunk]:
    ends = [sign.end() for sign in _STRENGTHS.finditer(word)]
    starts = [0, *ends]
    return [
        Chunk(word[start:end], spaced=end == len(word))
        for start, end in zip(starts, [*ends, len(word)], strict=True)
    ]


def goes_on(before: str, after: str) -> bool:
    """Tell whether a line that ends with some characters, and no space, may go on with others on the next.

    They are one word each: the unit that tells a strength is not among what comes after.
    """
    if _STRENGTH_ENDS.search(before) and after[:1].isdigit():
        return True
    end = 0
    for chunk in chunks(before + after):
        end += len(chunk.text)
        if end >= len(before):
            break
    return end == len(before) and not chunk.spaced


def break_chances(text: str) -> tuple[int, ...]:
    """Return the indexes of the characters that a line may begin with, the first of the text left out."""
    chances, at = list[int](), 0
    for word in glue(text).split(" "):
        inside = at
        for chunk in chunks(word)[:-1] if may_hold_address(word) else ():
            inside += len(chunk.text)
            chances.append(inside)
        at += len(word) + 1
        chances.append(at)
    return tuple(chances[:-1])
