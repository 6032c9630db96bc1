"""Monographs that differ in every text, the same ones for the same seed."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import leaflet
from leaflet.inline import Run, Text
from leaflet.model import Monograph, Node, fields_of
from leaflet.places import content_folder
from leaflet.values import altered

_ONSETS = (
    "b",
    "br",
    "c",
    "d",
    "f",
    "fl",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "ou", "y")
_CODAS = ("", "l", "n", "r", "x", "st", "m", "c")


def monographs(seed: int | str, *, new_words: bool = False) -> Iterator[Monograph]:
    """Yield monographs without end, as long as baclofen's: no text says what it said in one before.

    The words of each text come in another order, and one of them makes way for another word of the
    monograph; with `new_words` for a word that is made up.
    """
    pattern = leaflet.load(content_folder() / "baclofen.yaml")
    rng = random.Random(seed)  # noqa: S311 - a repeatable corpus, no secret
    vocabulary = sorted({word for text in _texts(pattern) for word in text.plain.split()})
    while True:
        varied = _varied(pattern, rng, [] if new_words else vocabulary)
        assert isinstance(varied, Monograph)
        name = new_word(rng).capitalize()
        yield altered(varied, id=name.lower(), name=name)


def _texts(value: Any) -> Iterator[Text]:
    """Yield every text in a value of the model."""
    match value:
        case Text():
            yield value
        case tuple():
            for each in value:
                yield from _texts(each)
        case Node():
            for field in fields_of(type(value)):
                yield from _texts(getattr(value, field.name))


def _varied(value: Any, rng: random.Random, vocabulary: Sequence[str]) -> Any:
    """Return a value of the model with every text in it made anew; all else stays."""
    match value:
        case Text():
            return _shuffled(value, rng, rng.choice(vocabulary) if vocabulary else new_word(rng))
        case tuple():
            return tuple(_varied(each, rng, vocabulary) for each in value)
        case Node():
            names = [field.name for field in fields_of(type(value))]
            return altered(value, **{name: _varied(getattr(value, name), rng, vocabulary) for name in names})
        case _:
            return value


def _shuffled(text: Text, rng: random.Random, word: str) -> Text:
    """Return a text of the same words in another order, one of them exchanged, styles in their places."""
    styles = [style for run in text.runs for style in [run.style] * len(run.text)]
    places = [found.start() for found in re.finditer(r"\S+", text.plain)]
    words = text.plain.split()
    words[rng.randrange(len(words))] = word
    rng.shuffle(words)
    runs, offset = list[Run](), 0
    for style, group in groupby(zip(places, words, strict=True), key=lambda pair: styles[pair[0]]):
        said = " ".join(word for _, word in group)
        runs.append(Run(said if not runs else f" {said}", style, offset))
        offset += len(runs[-1].text)
    return Text.of(tuple(runs), "".join(run.text for run in runs))


def new_word(rng: random.Random) -> str:
    """Return a word that no language has, of two to four syllables."""
    parts = [part for _ in range(rng.randint(2, 4)) for part in (rng.choice(_ONSETS), rng.choice(_NUCLEI))]
    return "".join((*parts, rng.choice(_CODAS)))
