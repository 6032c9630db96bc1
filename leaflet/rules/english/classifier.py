"""A second reader: how far a sentence is like the dangerous ones, by a linear classifier.

    score(said, reading) -> log odds that the sentence is dangerous

The rules know forms, and a danger in a form that nobody thought of gets past them. This reader knows no
forms. It has learned from sentences written for it (`tests/rules/teaching`) which words, and which acts
beside which meanings, tell the dangerous from the safe, and so it errs elsewhere than the rules do.
`python -m tests.rules.teach` makes its weights, `classifier.tsv`, again: one feature a line, in words.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path

from leaflet.rules.english import marks as m
from leaflet.rules.english.reading import Clause, Reading, Status
from leaflet.values import Value

Feature = tuple[Hashable, ...]
# Of innocent sentences that it was not taught, fewer than ten in a hundred reach this.
DOUBTFUL = 0.6
ORDINARY = -2.0  # of dangers, about one in a hundred falls below this
_NEGATED = m.NOT | m.NO
_JOINTS = m.SUBORDINATE | m.WITHOUT
_NAMES: Mapping[int, str] = {
    bit.bit_length() - 1: name
    for name, bit in vars(m).items()
    if isinstance(bit, int) and bit > 0 and bit & (bit - 1) == 0
}


def score(said: Sequence[str], reading: Reading) -> float:
    """Return the log odds that a sentence, given as its words and as it was read, is dangerous.

    This is the sum of the weights of its features over the root of their number. Features that differ in
    their last meaning only are added up together, for a check has thousands of them.
    """
    table = _table()
    worded = set(_worded(said))
    count, odds = len(worded), sum([table.words.get(each, 0.0) for each in worded])
    for key, meanings in _grouped(reading).items():
        weights = table.groups.get(key)
        bits = _bits(meanings)
        count += len(bits)
        if weights:
            odds += sum([weights[each] for each in bits if each in weights])
    return table.bias + odds / sqrt(count + 1)


def _grouped(reading: Reading) -> dict[Feature, int]:
    """Return the features of a reading but for their last part, with the meanings of that as one mark."""
    groups: dict[Feature, int] = {("is",): reading.marks}
    key: Feature
    before = 0
    for mark in reading.row:
        for earlier in _bits(before):
            key = ("then", earlier)
            groups[key] = groups.get(key, 0) | mark
        before = mark
    for clause in reading.clauses:
        key = ("clause", _joint_of(clause), bool(clause.marks & _NEGATED))
        groups[key] = groups.get(key, 0) | clause.marks
    for act in reading.acts:
        near = reading.clauses[act.clause].marks
        for kind in _bits(act.marks & m.ACTS):
            groups["with", act.status, kind] = reading.marks
            key = ("near", act.status, kind)
            groups[key] = groups.get(key, 0) | near
    return groups


def _joint_of(clause: Clause) -> int:
    joint = _bits(clause.intro & _JOINTS)
    return joint[0] if joint else -1


def features(said: Sequence[str], reading: Reading) -> set[Feature]:
    """Return what is seen of a sentence: words and meanings in pairs, acts with what stands about them."""
    return {*_worded(said), *_meant(reading), *_done(reading)}


def _worded(said: Sequence[str]) -> Iterator[Feature]:
    before = ""
    for word in said:
        seen = "#" if word[0].isdigit() else word
        yield (seen,)
        yield (before, seen)
        before = seen
    yield (before, "")


def _meant(reading: Reading) -> Iterator[Feature]:
    before: tuple[int, ...] = ()
    for mark in reading.row:
        meanings = _bits(mark)
        for meaning in meanings:
            yield ("is", meaning)
            for earlier in before:
                yield ("then", earlier, meaning)
        before = meanings
    for clause in reading.clauses:
        for meaning in _bits(clause.marks):
            yield ("clause", _joint_of(clause), bool(clause.marks & _NEGATED), meaning)


def _done(reading: Reading) -> Iterator[Feature]:
    around = _bits(reading.marks)
    for act in reading.acts:
        near = _bits(reading.clauses[act.clause].marks)
        for kind in _bits(act.marks & m.ACTS):
            for meaning in around:
                yield ("with", act.status, kind, meaning)
            for meaning in near:
                yield ("near", act.status, kind, meaning)


@lru_cache(maxsize=4096)
def _bits(mark: int) -> tuple[int, ...]:
    """Return the numbers of the meanings in a mark."""
    found = []
    while mark:
        low = mark & -mark
        found.append(low.bit_length() - 1)
        mark ^= low
    return tuple(found)


class _Table(Value):
    """The weights, ready for a sum: of words, and of features by all but their last part."""

    bias: float
    words: Mapping[Feature, float]
    groups: Mapping[Feature, Mapping[int, float]]


@cache
def _table() -> _Table:
    words: dict[Feature, float] = {}
    groups: dict[Feature, dict[int, float]] = {}
    for feature, weight in weights().items():
        if feature and isinstance(feature[-1], int):
            groups.setdefault(feature[:-1], {})[feature[-1]] = weight
        else:
            words[feature] = weight
    return _Table(words.pop(()), words, groups)


@cache
def weights() -> Mapping[Feature, float]:
    """Return the weight of each feature that has one, and under () what every sentence starts with."""
    numbers = {name: number for number, name in _NAMES.items()}
    text = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {_feature_of(parts, numbers): float(weight) for weight, *parts in lines}


def _feature_of(parts: Sequence[str], numbers: Mapping[str, int]) -> Feature:
    match parts:
        case []:
            return ()
        case ["word", *words]:
            return tuple(words)
        case ["is", meaning]:
            return ("is", numbers[meaning])
        case ["then", earlier, meaning]:
            return ("then", numbers[earlier], numbers[meaning])
        case ["clause", joint, polarity, meaning]:
            return ("clause", numbers.get(joint, -1), polarity == "not", numbers[meaning])
        case [place, status, kind, meaning]:
            return (place, Status[status], numbers[kind], numbers[meaning])
        case _:
            raise ValueError(f"no feature: {parts}")


def written(feature: Feature) -> tuple[str, ...]:
    """Return a feature in words, as a line of the weights tells it."""
    match feature:
        case ("is", int(meaning)):
            return ("is", _NAMES[meaning])
        case ("then", int(earlier), int(meaning)):
            return ("then", _NAMES[earlier], _NAMES[meaning])
        case ("clause", int(joint), bool(negated), int(meaning)):
            return ("clause", _NAMES.get(joint, "main"), "not" if negated else "plain", _NAMES[meaning])
        case (str(place), Status() as status, int(kind), int(meaning)):
            return (place, status.name, _NAMES[kind], _NAMES[meaning])
        case _:
            return ("word", *map(str, feature)) if feature else ()
