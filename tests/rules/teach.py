"""Teach the second reader: `python -m tests.rules.teach [FOLDER ...]` writes its weights again.

It learns from the sentences of `teaching/`, of the table of sentences and of the monographs for tests;
folders of the kind that `tests.rules.measure` reads may add to them. The same sentences give the same
weights.
"""

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from leaflet.read import read_monograph
from leaflet.rules.english import classifier
from leaflet.rules.english.classifier import Feature
from leaflet.rules.english.clauses import parse
from leaflet.rules.english.words import names_of, read, said_of
from leaflet.rules.manuscript import Manuscript
from leaflet.values import Value
from tests.rules.measure import rows, sentence_of
from tests.rules.teaching.frames import made_from_frames
from tests.rules.teaching.slips import endangered

_HERE = Path(__file__).parent
_WEIGHTS = Path(classifier.__file__).with_suffix(".tsv")
_EPOCHS, _RATE, _DECAY = 12, 0.4, 2e-5
_SEEN = 2  # sentences in which a feature must stand
_LIGHTEST = 0.1  # weights below this are left out
_FRAMED, _SLIPPED = 0.3, 0.5  # how much a made sentence counts beside a written one


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
    weights = learn(examples)
    _WEIGHTS.write_text(_table(weights, len(examples)), encoding="utf-8", newline="\n")
    click.echo(f"{len(examples)} sentences, {len(weights)} weights")


def own() -> Iterator[Example]:
    """Yield the sentences of the project."""
    safe = [*_lines("safe"), *_table_of("ok"), *_printed()]
    yield from (Example(words, False) for words in safe)
    yield from (Example(words, True) for words in (*_lines("danger"), *_table_of("bad")))
    yield from (Example(words, True, _SLIPPED) for each in safe for words in endangered(each))
    yield from (Example(words, dangerous, _FRAMED) for dangerous, words in made_from_frames())


def measured(folder: Path) -> Iterator[Example]:
    """Yield the sentences of a folder of measurement, without those on numbers."""
    for row in rows(folder / "dangerous.tsv"):
        if not row["kind"].startswith(("dose-", "number", "unicode", "typo", "contradiction")):
            yield Example(sentence_of(row["sentence"]), True)
    yield from (Example(sentence_of(row["sentence"]), False) for row in rows(folder / "innocent.tsv"))
    for row in rows(folder / "mutants.tsv"):
        if "number" not in row["kind"]:
            yield Example(row["original"], False)
            yield Example(row["mutant"], True)


def learn(examples: Sequence[Example]) -> dict[Feature, float]:
    """Return the weights of a logistic regression, by AdaGrad; in a long sentence a feature counts less."""
    names = names_of(("Testol", *(name for each in _manuscripts() for name in each.all_names)))
    said = [said_of(each.words, names) for each in examples]
    seen = [classifier.features(each, parse(read(each))) for each in said]
    often = Counter(feature for found in seen for feature in found)
    kept = [[each for each in sorted(found, key=repr) if often[each] >= _SEEN] for found in seen]
    weights: dict[Feature, float] = dict.fromkeys((feature for found in kept for feature in found), 0.0)
    weights[()] = 0.0
    squares = dict.fromkeys(weights, 1e-3)
    order = list(range(len(examples)))
    shuffled = random.Random(1)  # noqa: S311 - an order, no secret
    for _ in range(_EPOCHS):
        shuffled.shuffle(order)
        for number in order:
            _step(weights, squares, kept[number], len(seen[number]), examples[number])
    return {
        each: round(weight, 2)
        for each, weight in sorted(weights.items(), key=lambda pair: repr(pair[0]))
        if not each or abs(weight) >= _LIGHTEST
    }


def _step(
    weights: dict[Feature, float],
    squares: dict[Feature, float],
    found: Sequence[Feature],
    length: int,
    example: Example,
) -> None:
    scale = 1 / math.sqrt(length + 1)
    odds = weights[()] + scale * sum(weights[each] for each in found)
    slope = example.counts * (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - example.dangerous)
    for feature in (*found, ()):
        pull = slope * (scale if feature else 1) + _DECAY * weights[feature]
        squares[feature] += pull * pull
        weights[feature] -= _RATE * pull / math.sqrt(squares[feature])


def _table(weights: dict[Feature, float], examples: int) -> str:
    lines = ["\t".join((f"{weight:g}", *classifier.written(each))) for each, weight in weights.items()]
    head = f"# Made by `python -m tests.rules.teach` from {examples} sentences: weight, feature."
    return "\n".join((head, *lines)) + "\n"


def _lines(name: str) -> list[str]:
    text = (_HERE / "teaching" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _table_of(kind: str) -> Iterator[str]:
    """Yield the sentences of the table that are of one kind, those on numbers left out."""
    for line in (_HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, judged, words = line.split(" ", 2)
            if judged == kind and (kind == "ok" or code[:2] in ("S1", "S4")):
                yield words.replace(" / ", " ")


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
