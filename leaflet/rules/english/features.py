"""What the second reader sees of a sentence: words in order, letters, meanings, and what governs each word.

    seen(said, reading) -> the numbers of the features of each kind, some more than once

A feature is words such as `do not`, letters such as `stopp`, a word in a clause that is turned round, or a
meaning beside what governs it. It is kept as the number of one of `BUCKETS` buckets, so that a table of
weights is one row of bytes.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Clause, Reading
from leaflet.rules.wordlists import word_set

BUCKETS = 1 << 19
_LAST = BUCKETS - 1
_STEP = 0x9E3B  # parts the meanings of one group from each other; odd, so that none fall together
_NEXT = 0x2C1B3C6D  # parts what follows from what comes first; odd, for the same reason
_PIECES = (3, 4, 5)  # letters in a piece of a word
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
    return *meant(said, reading), letters


def meant(said: Sequence[str], reading: Reading) -> tuple[Collection[int], Collection[int], Collection[int]]:
    """Return the buckets of words, of words under what governs them, and of meanings."""
    row = list(map(_number, said))
    return _worded(row), _scoped(said, row), _meant(reading)


def bucket(*words: str) -> int:
    """Return the number of the bucket of words that follow each other."""
    found = 0
    for word in words:
        found = found * _NEXT + _number(word)
    return found & _LAST


@lru_cache(maxsize=8192)
def _number(word: str) -> int:
    return crc32(b"#" if word[:1].isdigit() else word.encode())


def _worded(row: list[int]) -> list[int]:
    """Return the buckets of words, of two and three that follow each other, and of two with a gap between."""
    ends = [0, *row, 0]
    second, third = ends[1:], ends[2:]
    found = row + [one * _NEXT + two for one, two in zip(ends, second, strict=False)]
    found += [(one * _NEXT + two) * _NEXT + six for one, two, six in zip(ends, second, third, strict=False)]
    found += [one * _STEP + two + 1 for one, two in zip(ends, third, strict=False)]
    found += [one * _STEP + two + 2 for one, two in zip(ends, ends[3:], strict=False)]
    return [each & _LAST for each in found]


def _scoped(said: Sequence[str], row: Sequence[int]) -> list[int]:
    """Return the buckets of words under what opens their clause, and how often it is turned round."""
    found = []
    start, joint, before = 0, 0, 0
    for at in range(len(said) + 1):
        if at < len(said) and said[at] not in _PARTS:
            continue
        if at > start:
            turned = sum([word in _TURNS for word in said[start:at]])
            governed = _scope(joint, turned)
            found += [before * _NEXT + governed, governed * _NEXT + row[start]]
            found += [governed + number * _STEP for number in row[start:at]]
            found += [turned + 3 + number * _NEXT for number in row[start:at]]
            before = governed
        if at < len(said):
            start, joint = at + 1, row[at]
    return [each & _LAST for each in found]


@lru_cache(maxsize=1024)
def _scope(joint: int, turned: int) -> int:
    return crc32(f"s:{joint}:{turned}".encode())


@lru_cache(maxsize=8192)
def spelled(word: str) -> tuple[int, ...]:
    """Return the buckets of the pieces of a word; its ends count as letters."""
    whole = f"<{word[:40]}>"
    pieces = {whole[at : at + size] for size in _PIECES for at in range(len(whole) - size + 1)}
    return tuple(crc32(f"l:{each}".encode()) & _LAST for each in sorted(pieces))


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
