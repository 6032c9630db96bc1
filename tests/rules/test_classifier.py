"""The second reader: what it sums up, and that its weights are those that its sentences teach."""

import math
from collections.abc import Sequence

import pytest

from leaflet.rules.english import classifier
from leaflet.rules.english.clauses import parse
from leaflet.rules.english.words import names_of, read, said_of
from tests.rules.test_sentences import CASES

_NAMES = names_of(("Testol",))


@pytest.mark.parametrize("words", ["", "Rest.", *(case.words for case in CASES[::9])])
def test_the_score_is_the_weight_of_all_features(words: str) -> None:
    said = said_of(words, _NAMES)
    reading = parse(read(said))
    weights = classifier.weights()
    found = classifier.features(said, reading)
    whole = weights[()] + sum(weights.get(each, 0.0) for each in found) / math.sqrt(len(found) + 1)
    assert classifier.score(said, reading) == pytest.approx(whole)


def test_every_weight_is_written_as_it_is_read() -> None:
    text = classifier.written(("then", 0, 1))
    assert text[0] == "then"
    assert len({classifier.written(each) for each in classifier.weights()}) == len(classifier.weights())


@pytest.mark.parametrize(
    ("dangerous", "safe"),
    [
        ("Skip the tablets on Fridays.", "Do not skip the tablets on Fridays."),
        ("Testol and wine go well together.", "Testol and wine do not go together."),
        ("Let the fits run their course.", "Let your doctor know about the fits."),
    ],
)
def test_a_danger_scores_above_the_safe_sentence_beside_it(dangerous: str, safe: str) -> None:
    one, other = (_score(said_of(each, _NAMES)) for each in (dangerous, safe))
    assert one > other


def test_a_name_is_judged_like_any_other() -> None:
    sentences = "It is fine to double {} today.", "{}'s dose is set by your doctor."
    for sentence in sentences:
        said = {
            tuple(said_of(sentence.format(name), names_of((name,))))
            for name in ("Testol", "Brand New Balm", "Alendronic acid 70 mg")
        }
        assert len(said) == 1


def _score(said: Sequence[str]) -> float:
    return classifier.score(said, parse(read(said)))
