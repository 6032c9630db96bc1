"""The second reader: what it sums up, and that it tells a danger from the safe sentence beside it."""

from collections.abc import Sequence
from math import sqrt

import pytest

from leaflet.rules.english import classifier
from leaflet.rules.english.clauses import parse
from leaflet.rules.english.features import BUCKETS, bucket, seen, spelled
from leaflet.rules.english.lexicon import names_of, read, said_of
from tests.rules.teaching.kinds import made_by_kind
from tests.rules.teaching.slips import endangered

_NAMES = names_of(("Testol",))


def test_the_score_is_the_weight_of_all_features_kind_by_kind() -> None:
    said = said_of("Rest a little.", _NAMES)
    reading = parse(read(said))
    weights = classifier.load()
    found = [weights.sum_of(kind) / sqrt(len(kind)) for kind in seen(said, reading)]
    assert classifier.score(said, classifier.meant(reading)) == pytest.approx(
        weights.bias + weights.unit * sum(found)
    )


def test_weights_are_read_as_they_are_written() -> None:
    typed = [0.0] * BUCKETS
    typed[3], typed[5] = 2.54, -1.27
    weights = classifier.unpacked(classifier.packed(-0.5, typed))
    assert weights.bias == -0.5
    read = [weights.unit * weights.sum_of([each]) for each in (3, 4, 5)]
    assert read == pytest.approx([2.54, 0.0, -1.27], abs=weights.unit)


def test_words_are_seen_alone_and_beside_each_other_and_by_their_letters() -> None:
    said = ("do", "not", "stop")
    words, _, _, letters = map(set, seen(said, parse(read(said))))
    assert {bucket(*each) for each in (("not",), ("do", "not"), said)} <= words
    assert set(spelled("stop")) <= letters


def test_a_word_is_seen_with_what_turns_its_clause_round() -> None:
    turned, plain, other = (
        set(seen(said, parse(read(said)))[1])
        for said in (("do", "not", "stop"), ("do", "stop"), ("if", "stop", "do"))
    )
    assert not turned & plain
    assert plain - other


def test_a_line_stands_for_sentences_and_a_sentence_for_its_slips() -> None:
    dangerous, alike = next(made_by_kind())
    assert dangerous
    assert len(alike) > 1
    assert not any(mark in each for each in alike for mark in "{|}")
    assert "Do not keep it dry." in endangered("Keep it dry.")


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
    return classifier.score(said, classifier.meant(parse(read(said))))
