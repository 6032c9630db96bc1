"""A second reader: how far a sentence is like the dangerous ones, by a linear classifier.

    score(said, meant(reading)) -> above 0 where the sentence is more like the dangerous than like the safe

The rules know forms, and a danger in a form that nobody thought of gets past them. This reader knows no
forms. It has learned from sentences written for it (`tests/rules/teaching`) which words, pieces of words, and
acts beside which meanings tell the dangerous from the safe, and so it errs elsewhere than the rules do.
`python -m tests.rules.teach` makes its weights, `classifier.bin`, again.
"""

import struct
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from math import sqrt
from operator import itemgetter
from pathlib import Path

from leaflet.rules.english.features import of_meanings, of_words, spelled
from leaflet.rules.english.sentence_reading import Reading
from leaflet.values import Value

# Where fewer dangers would be found by more than fewer sentences of real leaflets would be signed in vain.
DOUBTFUL = 0.01
ORDINARY = -0.2  # a sentence that speaks of a risk, or of an act that no rule knows, is harmless
PLAIN = -0.3  # so is one in which a rule found an order that it would refuse, but for a plain misuse
_ZERO = 128  # a byte that stands for no weight: Python reads bytes without a sign fastest
_UNSIGNED = bytes(byte ^ _ZERO for byte in range(256))
_HEAD = struct.Struct("<ff")  # what every sentence starts with; what a weight of 1 in the file stands for


class Weights(Value):
    """What each feature adds, by its bucket: `unit` times a whole number of one byte, less `_ZERO`."""

    bias: float
    unit: float
    table: bytes

    def sum_of(self, buckets: Collection[int]) -> int:
        """Return the sum of the weights of some buckets, in units."""
        if not buckets:
            return 0
        # A getter reads all at once. It gives a lone one bare, so it reads one more.
        together: int = sum(itemgetter(0, *buckets)(self.table))
        return together - self.table[0] - _ZERO * len(buckets)


Share = tuple[int, int]  # how many features there are of a kind, and the sum of their weights in units


def score(said: Sequence[str], meant: Share) -> float:
    """Return how dangerous a sentence seems, given as its words and what its meanings add.

    Features of one kind count together as one: the sum of their weights over the root of their number.
    """
    weights = load()
    total = 0.0
    for kind in of_words(said):
        if kind:
            total += weights.sum_of(kind) / sqrt(len(kind))
    pieces, added = meant
    total += added / sqrt(pieces or 1)
    letters = list(map(_spelled, said))
    pieces, added = sum([each[0] for each in letters]), sum([each[1] for each in letters])
    return weights.bias + weights.unit * (total + added / sqrt(pieces or 1))


def meant(reading: Reading) -> Share:
    """Return what the meanings of a sentence add to its score; sentences of one row have this in common."""
    found = of_meanings(reading)
    return len(found), load().sum_of(found)


@lru_cache(maxsize=8192)
def _spelled(word: str) -> Share:
    """Return what the letters of a word add: words come again."""
    found = spelled(word)
    return len(found), load().sum_of(found)


@cache
def load() -> Weights:
    """Return the weights, as they lie beside this module."""
    return unpacked(Path(__file__).with_suffix(".bin").read_bytes())


def unpacked(packed: bytes) -> Weights:
    """Return weights from bytes: two floats of 4 bytes, bias and unit, and one signed byte a bucket."""
    bias, unit = _HEAD.unpack_from(packed)
    return Weights(bias, unit, packed[_HEAD.size :].translate(_UNSIGNED))


def packed(bias: float, weights: Sequence[float]) -> bytes:
    """Return weights, one a bucket, as bytes; each is rounded to one of 255 steps."""
    unit = max(map(abs, weights)) / 127 or 1.0
    return _HEAD.pack(bias, unit) + bytes(round(each / unit) & 0xFF for each in weights)
