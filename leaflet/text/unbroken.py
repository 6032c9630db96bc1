"""Cut a text into what stays on one line, across its runs: words, and the chunks of long addresses."""

from collections.abc import Sequence
from typing import TypeVar

from leaflet.document.tree import Run
from leaflet.text.breaks import chunks, glue, may_hold_address

JOINT = "\u200b"
"""Stands behind a chunk of an address: a line may end there without a space. No text taken in has it."""

_Look = TypeVar("_Look")


def pieces_of(text: str, runs: Sequence[Run], looks: Sequence[_Look]) -> list[tuple[tuple[_Look, str], ...]]:
    """Return the words of a text, each as characters with the look of their run."""
    words = _words(glue(text), runs, looks)
    return [chunk for word in words for chunk in _chunks(word)] if may_hold_address(text) else words


def chunked(word: str) -> list[str]:
    """Cut a long address where a line may end in it."""
    return [chunk.text if chunk.spaced else chunk.text + JOINT for chunk in chunks(word)] if word else []


def _words(text: str, runs: Sequence[Run], looks: Sequence[_Look]) -> list[tuple[tuple[_Look, str], ...]]:
    words: list[tuple[tuple[_Look, str], ...]] = []
    open_word: list[tuple[_Look, str]] = []  # what stands since the last space
    at = 0
    for run, look in zip(runs, looks, strict=True):
        first, *others = text[at : at + len(run.text)].split(" ")
        at += len(run.text)
        if first:
            open_word.append((look, first))
        if others:
            if open_word:
                words.append(tuple(open_word))
            *whole, last = others
            words += [((look, word),) for word in whole if word]
            open_word = [(look, last)] if last else []
    if open_word:
        words.append(tuple(open_word))
    return words


def _chunks(word: Sequence[tuple[_Look, str]]) -> list[tuple[tuple[_Look, str], ...]]:
    """Cut a word at the places inside its addresses where a line may end."""
    cut: list[tuple[tuple[_Look, str], ...]] = []
    open_chunk: list[tuple[_Look, str]] = []
    for look, text in word:
        *before, last = chunked(text)
        for chunk in before:
            cut.append((*open_chunk, (look, chunk)))
            open_chunk = []
        open_chunk.append((look, last))
    return [*cut, tuple(open_chunk)]
