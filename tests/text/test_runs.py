"""Words put together from pairs of letters are the words that HarfBuzz shapes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.languages import LANGUAGES
from leaflet.languages.expansions import voice_of
from leaflet.rendering.encoder import HAND
from leaflet.text.fonts import Face, load_faces
from leaflet.text.runs import END, Pairs, kerned, pairs_in, pairs_of, shape_run
from leaflet.text.shaper import Shaper
from leaflet.text.words import BOLD, REGULAR, UNDERLINED

_FACES = {face.name: face for face in (load_faces().regular[0], load_faces().bold[0])}
_LETTERS = "".join(sorted(set.intersection(*(set(pairs_of(face).characters) for face in _FACES.values()))))
_PAIRS = list(pairs_in("AVATAR, WATER: To. Ty's 11 mg"))
_SHAPER = Shaper(load_faces(), HAND, voice_of(LANGUAGES["en"]))


@pytest.fixture(params=_FACES)
def face(request: pytest.FixtureRequest) -> Face:
    return _FACES[request.param]


def test_the_letters_of_ordinary_english_are_paired() -> None:
    assert {*map(chr, range(0x20, 0x7F)), *"£°½é–—‘’“”•…"} == set(_LETTERS)


def test_every_pair_is_two_glyphs_of_which_only_the_first_moves(face: Face) -> None:
    known = kerned(face)
    for pair in map("".join, product(_LETTERS, repeat=2)):
        run = shape_run(face, pair)
        assert (len(run.ids), run.advances[1]) == (2, face.advance(pair[1])), pair
        assert run.advances[0] == known.get(pair, face.advance(pair[0])), pair


def test_kept_pairs_are_those_that_are_shaped(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.text.runs.from_last_time", lambda *_: None)
    shaped = Pairs(face, lambda *_: b"")
    monkeypatch.setattr("leaflet.text.runs.from_last_time", lambda *_: kerned(face))
    kept = Pairs(face, lambda *_: b"")
    assert [kept[pair] for pair in _PAIRS] == [shaped[pair] for pair in _PAIRS]
    assert any(kept[pair] != kept[pair[0], END] for pair in _PAIRS)


@pytest.mark.parametrize("name", _FACES)
@given(text=st.text(alphabet=_LETTERS, min_size=1, max_size=14))
def test_what_stands_around_a_pair_changes_nothing(name: str, text: str) -> None:
    assert pairs_of(_FACES[name]).run(text) == shape_run(_FACES[name], text)


@given(
    text=st.text(alphabet=_LETTERS + "αжÅ≤", min_size=1, max_size=9),
    style=st.sampled_from((REGULAR, BOLD, UNDERLINED)),
)
def test_a_word_is_as_wide_as_its_glyphs(text: str, style: int) -> None:
    word = _SHAPER.word(text, style)
    assert word.advance == sum(sum(run.advances) for run in word.runs)
    assert word.space == word.runs[-1].face.advance(" ")
    assert word.underlines == (((0.0, word.advance),) if style == UNDERLINED else ())
    assert "".join(letter for run in word.runs for letter in run.texts) == text
