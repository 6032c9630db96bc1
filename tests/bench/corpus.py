"""Monographs that differ in every text, the same ones for the same seed."""

import random
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pydantic import BaseModel

import leaflet
from leaflet.inline import Run, Text
from leaflet.model import Monograph
from leaflet.places import content_folder

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


def monographs(seed: int | str) -> Iterator[Monograph]:
    """Yield monographs without end: as long as baclofen's, with words of their own."""
    pattern = leaflet.load(content_folder() / "baclofen.yaml")
    rng = random.Random(seed)  # noqa: S311 - a repeatable corpus, no secret
    while True:
        varied = _varied(pattern, rng)
        assert isinstance(varied, Monograph)
        name = new_word(rng).capitalize()
        yield varied.model_copy(update={"id": name.lower(), "name": name})


def _varied(value: Any, rng: random.Random) -> Any:
    """Return a value of the model with every text in it made anew; all else stays."""
    match value:
        case Text():
            return _shuffled(value, rng)
        case tuple():
            return tuple(_varied(each, rng) for each in value)
        case BaseModel():
            fields = {name: _varied(getattr(value, name), rng) for name in type(value).model_fields}
            return value.model_copy(update=fields)
        case _:
            return value


def _shuffled(text: Text, rng: random.Random) -> Text:
    """Return a text of the same words in another order, one of them made up, styles in their places."""
    styles = [style for run in text.runs for style in [run.style] * len(run.text)]
    places = [found.start() for found in re.finditer(r"\S+", text.plain)]
    words = text.plain.split()
    words[rng.randrange(len(words))] = new_word(rng)
    rng.shuffle(words)
    runs, offset = list[Run](), 0
    for style, group in groupby(zip(places, words, strict=True), key=lambda pair: styles[pair[0]]):
        said = " ".join(word for _, word in group)
        runs.append(Run(said if not runs else f" {said}", style, offset))
        offset += len(runs[-1].text)
    return Text(tuple(runs), "".join(run.text for run in runs))


def new_word(rng: random.Random) -> str:
    """Return a word that no language has, of two to four syllables."""
    parts = [part for _ in range(rng.randint(2, 4)) for part in (rng.choice(_ONSETS), rng.choice(_NUCLEI))]
    return "".join((*parts, rng.choice(_CODAS)))
