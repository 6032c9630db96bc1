"""A second reader: how far a sentence is like the dangerous ones, by a linear classifier.

    score(said, reading) -> above 0 where the sentence is more like the dangerous than like the safe

The rules know forms, and a danger in a form that nobody thought of gets past them. This reader knows no
forms. It has learned from sentences written for it (`tests/rules/teaching`) which words, pieces of words, and
acts beside which meanings tell the dangerous from the safe, and so it errs elsewhere than the rules do.
`python -m tests.rules.teach` makes its weights, `classifier.bin`, again.
"""

import struct
from collections.abc import Sequence
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path

from leaflet.rules.english.features import meant, spelled
from leaflet.rules.english.sentence_reading import Reading
from leaflet.values import Value

# Where fewer dangers would be found by more than fewer sentences of real leaflets would be signed in vain.
DOUBTFUL = -0.03
# Of a hundred dangers of writers whose sentences it has not learned, about five and three fall below these.
ORDINARY = -0.25  # a sentence that speaks of a risk, or of an act that no rule knows, is harmless
PLAIN = -0.35  # so is one in which a rule found an order that it would refuse
_HEAD = struct.Struct("<ff")  # what every sentence starts with; what a weight of 1 in the file stands for


class Weights(Value):
    """What each feature adds, by its bucket: `unit` times a whole number of one byte."""

    bias: float
    unit: float
    table: memoryview


def score(said: Sequence[str], reading: Reading) -> float:
    """Return how dangerous a sentence seems, given as its words and as it was read.

    Features of one kind count together as one: the sum of their weights over the root of their number.
    """
    weights = load()
    table = weights.table
    total = 0.0
    for kind in meant(said, reading):
        if kind:
            total += sum([table[each] for each in kind]) / sqrt(len(kind))
    pieces = added = 0
    for word in said:
        more, weight = _spelled(word)
        pieces += more
        added += weight
    return weights.bias + weights.unit * (total + added / sqrt(pieces or 1))


@lru_cache(maxsize=8192)
def _spelled(word: str) -> tuple[int, int]:
    """Return how many pieces of letters a word has, and the sum of their weights: words come again."""
    table = load().table
    found = spelled(word)
    return len(found), sum([table[each] for each in found])


@cache
def load() -> Weights:
    """Return the weights, as they lie beside this module."""
    return unpacked(Path(__file__).with_suffix(".bin").read_bytes())


def unpacked(packed: bytes) -> Weights:
    """Return weights from bytes: two floats of 4 bytes, bias and unit, and one signed byte a bucket."""
    bias, unit = _HEAD.unpack_from(packed)
    return Weights(bias, unit, memoryview(packed)[_HEAD.size :].cast("b"))


def packed(bias: float, weights: Sequence[float]) -> bytes:
    """Return weights, one a bucket, as bytes; each is rounded to one of 255 steps."""
    unit = max(map(abs, weights)) / 127 or 1.0
    return _HEAD.pack(bias, unit) + bytes(round(each / unit) & 0xFF for each in weights)
