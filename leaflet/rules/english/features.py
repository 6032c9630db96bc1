"""What the second reader sees of a sentence: words in order, letters, meanings, and what governs each word.

    seen(said, reading) -> the numbers of the features of each kind, some more than once

A feature is words such as `do not`, letters such as `stopp`, a word in a clause that is turned round, or a
meaning beside what governs it. It is kept as the number of one of `BUCKETS` buckets, so that a table of
weights is one row of bytes.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Clause, Reading
from leaflet.rules.wordlists import word_set

BUCKETS = 1 << 19
_LAST = BUCKETS - 1
_STEP = 0x9E3B  # parts the meanings of one group from each other; odd, so that none fall together
_NEXT = 0x2C1B3C6D  # parts what follows from what comes first; odd, for the same reason
_PIECES = (3, 4, 5)  # letters in a piece of a word
_LETTERS = crc32(b"l:")  # what the number of each piece goes on from
_NEGATED = m.NOT | m.NO
_JOINTS = m.SUBORDINATE | m.WITHOUT
_TURNS = word_set(
    """
    not never no nobody none nothing cannot without neither nor don't doesn't isn't aren't can't won't
    mustn't shouldn't needn't hardly rarely avoid
    """
)
_PARTS = word_set(
    """
    if unless until till before after because when while although even as since but and or so which who that
    except only instead whether once where , ; : . ? ! ( ) -
    """
)


def seen(said: Sequence[str], reading: Reading) -> tuple[Collection[int], ...]:
    """Return the buckets of a sentence, given as its words and as read, kind by kind; letters come last."""
    letters = [bucket for word in said for bucket in spelled(word)]
    return *of_words(said), of_meanings(reading), letters


def of_words(said: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the buckets of words, and of words under what governs them."""
    if not said:
        return [], []
    whole, row, nexts, steps = zip(*map(_numbers, said), strict=True)
    return _worded(row, nexts, steps), _scoped(said, whole, nexts, steps)


def bucket(*words: str) -> int:
    """Return the number of the bucket of words that follow each other."""
    found = 0
    for word in words:
        found = found * _NEXT + _number(word)
    return found & _LAST


def _number(word: str) -> int:
    return crc32(b"#" if word[:1].isdigit() else word.encode())


@lru_cache(maxsize=8192)
def _numbers(word: str) -> tuple[int, int, int, int]:
    """Return the number of a word: whole, as a bucket, and as what precedes or parts other words."""
    number = _number(word)
    return number, number & _LAST, number * _NEXT & _LAST, number * _STEP & _LAST


def _worded(row: Sequence[int], nexts: Sequence[int], steps: Sequence[int]) -> list[int]:
    """Return the buckets of words, of two and three that follow each other, and of two with a gap between.

    Numbers are kept below `BUCKETS`, where sums are fast: the remainder of a sum is that of its parts' sum.
    """
    second = (*row, 0)
    third = second[1:]
    pairs = [one + two & _LAST for one, two in zip((0, *nexts), second, strict=True)]
    return [
        *row,
        *pairs,
        *[pair * _NEXT + six & _LAST for pair, six in zip(pairs, third, strict=False)],
        *[one + two + 1 & _LAST for one, two in zip((0, *steps), third, strict=False)],
        *[one + two + 2 & _LAST for one, two in zip((0, *steps), third[1:], strict=False)],
    ]


def _scoped(
    said: Sequence[str], whole: Sequence[int], nexts: Sequence[int], steps: Sequence[int]
) -> list[int]:
    """Return the buckets of words under what opens their clause, and how often it is turned round."""
    found: list[int] = []
    start, joint, before = 0, 0, 0
    for at in [*[at for at, word in enumerate(said) if word in _PARTS], len(said)]:
        if at > start:
            turned = sum(map(_TURNS.__contains__, said[start:at]))
            governed = _scope(joint, turned)
            found += before * _NEXT + governed & _LAST, governed * _NEXT + whole[start] & _LAST
            before = governed & _LAST
            found += [before + step & _LAST for step in steps[start:at]]
            turned += 3
            found += [turned + number & _LAST for number in nexts[start:at]]
        start, joint = at + 1, whole[at] if at < len(said) else 0
    return found


@lru_cache(maxsize=1024)
def _scope(joint: int, turned: int) -> int:
    return crc32(f"s:{joint}:{turned}".encode())


def spelled(word: str) -> list[int]:
    """Return the buckets of the pieces of a word, each once; its ends count as letters."""
    whole = f"<{word[:40]}>"
    ends = len(whole) + 1
    if whole.isascii():
        letters = whole.encode()
        pieces = {letters[at : at + size] for size in _PIECES for at in range(ends - size)}
    else:
        pieces = {whole[at : at + size].encode() for size in _PIECES for at in range(ends - size)}
    return [crc32(each, _LETTERS) & _LAST for each in pieces]


def of_meanings(reading: Reading) -> set[int]:
    """Return the buckets of what words mean: alone, after each other, in a clause, beside an act."""
    row = reading.row
    near = [_steps_of(row[clause.start : clause.end]) for clause in reading.clauses]
    every = set[int]().union(*near)
    groups = {_IS: every}  # what governs meanings, as the bucket it starts from, with those meanings
    for clause, steps in zip(reading.clauses, near, strict=True):
        base = _base("clause", _joint_of(clause), bool(clause.marks & _NEGATED))
        groups[base] = groups[base] | steps if base in groups else steps
    for act in reading.acts:
        steps = near[act.clause]
        for kind in bits(act.marks & m.ACTS):
            groups[_base("with", act.status, kind)] = every
            base = _base("near", act.status, kind)
            groups[base] = groups[base] | steps if base in groups else steps
    found = {
        base + step & _LAST
        for before, mark in pairwise(row)
        for base in _thens(before)
        for step in _steps(mark)
    }
    found.update([base + step & _LAST for base, steps in groups.items() for step in steps])
    return found


@lru_cache(maxsize=4096)
def _thens(mark: int) -> tuple[int, ...]:
    """Return where the meanings of what follows a word start from, for each of its own."""
    return tuple([_base("then", each) for each in bits(mark)])


def _steps_of(row: Sequence[int]) -> set[int]:
    """Return how far the bucket of each meaning of some words is from where those of its group start."""
    return set[int]().union(*map(_steps, row))


@lru_cache(maxsize=4096)
def _steps(mark: int) -> tuple[int, ...]:
    return tuple([bit * _STEP for bit in bits(mark)])


@lru_cache(maxsize=4096)
def _base(*parts: str | int) -> int:
    return crc32(":".join(map(str, ("m", *map(_plain, parts)))).encode())


def _plain(part: str | int) -> str | int:
    return part if isinstance(part, str) else int(part)


def _joint_of(clause: Clause) -> int:
    joint = bits(clause.intro & _JOINTS)
    return joint[0] if joint else -1


@lru_cache(maxsize=4096)
def bits(mark: int) -> tuple[int, ...]:
    """Return the numbers of the meanings in a mark."""
    found = []
    while mark:
        low = mark & -mark
        found.append(low.bit_length() - 1)
        mark ^= low
    return tuple(found)


_IS = _base("is")
