"""What the second reader sees of a sentence: its words in order, the letters in them, their meanings.

    seen(said, reading) -> the numbers of the features of each kind

A feature is a text, such as `w:do not` or `l:stopp`, or a meaning beside what governs it. It is kept as the
number of one of `BUCKETS` buckets, by its CRC-32, so that a table of weights is one row of bytes.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Clause, Reading

BUCKETS = 1 << 18
_LAST = BUCKETS - 1
_STEP = 0x9E3B  # parts the meanings of one group from each other; odd, so that none fall together
_PIECES = (3, 4, 5)  # letters in a piece of a word
_NEGATED = m.NOT | m.NO
_JOINTS = m.SUBORDINATE | m.WITHOUT


def seen(said: Sequence[str], reading: Reading) -> tuple[set[int], set[int], set[int]]:
    """Return the buckets of a sentence, given as its words and as read: of words, letters, meanings."""
    letters: set[int] = set()
    for word in set(said):
        letters.update(_letters(word))
    return _worded(said), letters, _meant(reading)


def bucket(feature: str) -> int:
    """Return the number of the bucket of a feature."""
    return crc32(feature.encode()) & _LAST


def _worded(said: Sequence[str]) -> set[int]:
    """Return the buckets of words, of two and three that follow each other, and of two with a gap between."""
    row = ["", *("#" if word[0].isdigit() else word for word in said), ""]
    found = [*row[1:-1]]
    found += map("{} {}".format, row, row[1:])
    found += map("{} {} {}".format, row, row[1:], row[2:])
    found += map("{} _ {}".format, row, row[2:])
    found += map("{} _ _ {}".format, row, row[3:])
    return {crc32(each.encode()) & _LAST for each in found}


@lru_cache(maxsize=4096)
def _letters(word: str) -> tuple[int, ...]:
    """Return the buckets of the pieces of a word; its ends count as letters."""
    whole = f"<{word[:40]}>"
    pieces = {whole[at : at + size] for size in _PIECES for at in range(len(whole) - size + 1)}
    return tuple(bucket(f"l:{each}") for each in sorted(pieces))


def _meant(reading: Reading) -> set[int]:
    """Return the buckets of what words mean: alone, after each other, in a clause, beside an act."""
    return {
        (base + bit * _STEP) & _LAST for base, meanings in _groups(reading).items() for bit in bits(meanings)
    }


def _groups(reading: Reading) -> dict[int, int]:
    """Return what governs meanings, as the bucket it starts from, with those meanings as one mark."""
    groups = {_base("is"): reading.marks}
    before = 0
    for mark in reading.row:
        for earlier in bits(before):
            base = _base("then", earlier)
            groups[base] = groups.get(base, 0) | mark
        before = mark
    for clause in reading.clauses:
        base = _base("clause", _joint_of(clause), bool(clause.marks & _NEGATED))
        groups[base] = groups.get(base, 0) | clause.marks
    for status, kind, near in _acts(reading):
        groups[_base("with", status, kind)] = reading.marks
        base = _base("near", status, kind)
        groups[base] = groups.get(base, 0) | near
    return groups


def _acts(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Yield how each act is put, which act it is, and the meanings of its clause."""
    for act in reading.acts:
        near = reading.clauses[act.clause].marks
        for kind in bits(act.marks & m.ACTS):
            yield act.status, kind, near


@lru_cache(maxsize=4096)
def _base(*parts: str | int) -> int:
    return bucket(":".join(map(str, ("m", *map(_plain, parts)))))


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
