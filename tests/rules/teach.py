"""Teach the second reader: `python -m tests.rules.teach [FOLDER ...]` writes its weights again.

It learns from the sentences of `teaching/`, of the table of sentences and of the monographs for tests;
folders of the kind that `tests.rules.measure` reads may add to them. The same sentences give the same
weights.
"""

import random
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log, sqrt
from pathlib import Path

import click

from leaflet.read import read_monograph
from leaflet.rules.english import classifier
from leaflet.rules.english.clauses import parse
from leaflet.rules.english.features import BUCKETS, seen
from leaflet.rules.english.lexicon import names_of, read, said_of
from leaflet.rules.manuscript import Manuscript
from leaflet.values import Value
from tests.rules.measure import rows, sentence_of, statements_of
from tests.rules.teaching.frames import made_from_frames
from tests.rules.teaching.kinds import made_by_kind
from tests.rules.teaching.slips import endangered

_HERE = Path(__file__).parent
_WEIGHTS = Path(classifier.__file__).with_suffix(".bin")
_EPOCHS, _PENALTY = 10, 0.2  # what a sentence on the wrong side costs
_FRAMED, _SLIPPED = 0.15, 0.075  # how much a made sentence counts beside a written one
_HELD = 4.0  # how much a sentence counts that must pass, or must not
_LEAST = 2.0  # what the slips of a sentence, or the sentences of a line, count together at most
_PART = 0.7  # how much a sentence counts that is a part of a text
_NAMES, _NAMED = 250, 0.3  # how many names are made up, and how much a sentence on one counts
_CONSONANTS = "bcdfghjkmnpqrstvwz"
_ON_NAMES = (
    "Its name is {}.",
    "Take {} by mouth.",
    "{}",
    "Tell your doctor if you take {}.",
    "{} is a tablet.",
)
_RARE = 0.05  # how often each feature is taken to have been seen besides, on either side
_PLAIN = 1.5  # how fast a feature is learned that both sides have alike, beside one that parts them


class Example(Value):
    """A sentence to learn from."""

    words: str
    dangerous: bool
    counts: float = 1.0


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def teach(folders: tuple[Path, ...]) -> None:
    """Write the weights."""
    examples = [*own(), *(each for folder in folders for each in measured(folder))]
    _WEIGHTS.write_bytes(classifier.packed(*learn(examples)))
    click.echo(f"{len(examples)} sentences")


def own() -> Iterator[Example]:
    """Yield the sentences of the project."""
    yield from _written()
    safe = [Example(words, False) for words in (*_lines("safe"), *_printed())]
    safe += [Example(words, False, _HELD) for text in _table_of("ok") for words in statements_of(text)]
    for dangerous, alike in made_by_kind():
        counts = min(1.0, _LEAST / len(alike))
        kind = [Example(words, dangerous, counts) for words in alike]
        if dangerous:
            yield from kind
        else:
            safe += kind
    yield from safe
    for each in safe:
        slipped = endangered(each.words)
        counts = min(1.0, each.counts) * min(_SLIPPED, _LEAST / max(1, len(slipped)))
        yield from (Example(words, True, counts) for words in slipped)
    yield from (Example(words, dangerous, _FRAMED) for dangerous, words in made_from_frames())


def _written() -> Iterator[Example]:
    """Yield what was written one by one, and pairs of a safe and a dangerous sentence."""
    for words in (*_lines("danger"), *map(sentence_of, _lines("natural_danger"))):
        yield Example(words, True)
    yield from (Example(sentence_of(words), True, _HELD) for words in _table_of("bad"))
    yield from _parted(_lines("natural_safe"))
    yield from _named()
    for original, mutant in _pairs(_HERE / "teaching" / "pairs.tsv"):
        yield from _parted([original])
        yield Example(sentence_of(mutant), True)


def _named() -> Iterator[Example]:
    """Yield safe sentences on names that nobody has heard: of those the letters say nothing."""
    chance = random.Random(2)  # noqa: S311 - a choice, no secret
    for _ in range(_NAMES):
        name = "".join(
            chance.choice(_CONSONANTS) + chance.choice("aeiou") for _ in range(chance.randint(2, 4))
        )
        name += chance.choice(_CONSONANTS)
        yield from (Example(words.format(name), False, _NAMED) for words in _ON_NAMES)


def _parted(texts: Iterable[str]) -> Iterator[Example]:
    """Yield texts in the notation of the tables, and each sentence of those of several: all are safe."""
    for text in texts:
        yield Example(sentence_of(text), False)
        parts = tuple(statements_of(text))
        if len(parts) > 1:
            yield from (Example(words, False, _PART) for words in parts)


def measured(folder: Path) -> Iterator[Example]:
    """Yield the sentences of a folder of measurement, without those on numbers."""
    for row in rows(folder / "dangerous.tsv"):
        if not row["kind"].startswith(("dose-", "number", "unicode", "typo", "contradiction")):
            yield Example(sentence_of(row["sentence"]), True)
    yield from _parted(row["sentence"] for row in rows(folder / "innocent.tsv"))
    for original, mutant in _pairs(folder / "mutants.tsv"):
        yield from _parted([original])
        yield Example(sentence_of(mutant), True)


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each safe sentence with the dangerous one that an edit made of it, those on numbers left out."""
    for row in rows(path):
        if "number" not in row["kind"] and row["kind"] != "unit":
            yield row["original"], row["mutant"]


class _Sum(Value):
    """A sentence as a sum to learn: its buckets with the value of each, kind by kind."""

    kinds: Sequence[tuple[Sequence[int], float]]
    sign: float
    slack: float  # how much it may be on the wrong side
    counts: float


def learn(examples: Sequence[Example]) -> tuple[float, list[float]]:
    """Return bias and weights of a support vector machine with squared losses, by dual coordinate descent.

    C.-J. Hsieh and others, ICML 2008: each step sets one sentence right, as far as its penalty asks. What
    parts the dangerous from the safe is learned faster (S. Wang and C. Manning, ACL 2012).
    """
    names = names_of(("Testol", *(name for each in _manuscripts() for name in each.all_names)))
    sums = [_sum(each, said_of(each.words, names)) for each in examples]
    paces = _paces(sums)
    squares = [_square(each, paces) for each in sums]
    weights = [0.0] * (BUCKETS + 1)  # the last is the bias
    forces = [0.0] * len(sums)
    order = list(range(len(sums)))
    shuffled = random.Random(1)  # noqa: S311 - an order, no secret
    for _ in range(_EPOCHS):
        shuffled.shuffle(order)
        for number in order:
            forces[number] = _step(weights, paces, sums[number], squares[number], forces[number])
    return weights.pop(), weights


def _sum(example: Example, said: Sequence[str]) -> _Sum:
    seen_of = seen(said, parse(read(said)))
    kinds = [(array("l", sorted(kind)), 1 / sqrt(len(kind) or 1)) for kind in seen_of]
    slack = 1 / (2 * _PENALTY * example.counts)
    return _Sum(kinds, 1.0 if example.dangerous else -1.0, slack, example.counts)


def _paces(sums: Sequence[_Sum]) -> list[float]:
    """Return how fast each bucket is learned: by how unlike its shares of the two sides are."""
    sides = {sign: [_RARE] * BUCKETS for sign in (1.0, -1.0)}
    for each in sums:
        side = sides[each.sign]
        for buckets, _ in each.kinds:
            for bucket in buckets:
                side[bucket] += each.counts
    dangerous, safe = sides[1.0], sides[-1.0]
    shift = log(sum(safe) / sum(dangerous))
    return [
        ((abs(log(one / other) + shift) + _PLAIN) / _PLAIN) ** 2
        for one, other in zip(dangerous, safe, strict=True)
    ]


def _square(each: _Sum, paces: Sequence[float]) -> float:
    squares = (
        value * value * times * times * paces[bucket]
        for buckets, value in each.kinds
        for bucket, times in Counter(buckets).items()
    )
    return 1.0 + sum(squares) + each.slack


def _step(weights: list[float], paces: Sequence[float], each: _Sum, square: float, force: float) -> float:
    odds = weights[-1]
    for buckets, value in each.kinds:
        odds += value * sum([weights[bucket] for bucket in buckets])
    wrong = each.sign * odds - 1 + each.slack * force
    found = max(force - wrong / square, 0.0)
    if pull := (found - force) * each.sign:
        weights[-1] += pull
        for buckets, value in each.kinds:
            move = pull * value
            for bucket in buckets:
                weights[bucket] += move * paces[bucket]
    return found


def _lines(name: str) -> list[str]:
    text = (_HERE / "teaching" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _table_of(kind: str) -> Iterator[str]:
    """Yield the texts of the table that are of one kind, those on numbers left out."""
    for line in (_HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, judged, words = line.split(" ", 2)
            if judged == kind and (kind == "ok" or code[:2] in ("S1", "S4")):
                yield words.replace(" / ", " ¦ - ")


def _printed() -> Iterator[str]:
    """Yield the sentences of the monographs."""
    for manuscript in _manuscripts():
        for sentence in manuscript.sentences:
            yield f"{sentence.lead} {sentence.text}".strip()


def _manuscripts() -> Iterator[Manuscript]:
    for path in sorted(
        (*(_HERE.parent / "medicines").glob("*.yaml"), *(_HERE.parents[1] / "content").glob("*.yaml"))
    ):
        monograph, _ = read_monograph(path.read_bytes(), path.name)
        if monograph is not None:
            yield Manuscript(monograph, date(2026, 6, 1))


if __name__ == "__main__":
    teach()
