"""Words as shaped glyphs: what stays together, what is kerned, what is missing."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from leaflet.document.tree import Run, Text
from leaflet.languages import LANGUAGES
from leaflet.languages.expansions import voice_of
from leaflet.rendering.encoder import HAND
from leaflet.text.breaks import glue
from leaflet.text.fonts import load_faces, subset
from leaflet.text.shaper import Shaper
from leaflet.text.words import BOLD, REGULAR, UNDERLINED


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(load_faces(), HAND, voice_of(LANGUAGES["en"]))


def cut(shaper: Shaper, text: str) -> list[str]:
    return [word.text for word in shaper.words(Text.of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("take 10 mg now", ["take", "10 mg", "now"]),
        ("take it 3 times a day", ["take", "it", "3 times", "a", "day"]),
        ("call 13 11 26.", ["call", "13 11 26."]),
        ("call 01 809 2166", ["call", "01 809 2166"]),
        ("on 6 August 2018", ["on", "6 August", "2018"]),
        ("keep at 25 °C", ["keep", "at", "25 °C"]),
        ("no facts here", ["no", "facts", "here"]),
    ],
)
def test_single_facts_stay_on_one_line(shaper: Shaper, text: str, expected: list[str]) -> None:
    assert cut(shaper, text) == expected


def test_a_word_may_change_its_style_inside(shaper: Shaper) -> None:
    words = shaper.words(Text((Run("do "), Run("stop", strong=True), Run(". Now"))))
    assert [word.text for word in words] == ["do", "stop.", "Now"]
    assert [run.face.bold for run in words[1].runs] == [True, False]


def test_strong_words_are_underlined_where_the_profile_says_so(shaper: Shaper) -> None:
    plain, strong = shaper.words(Text((Run("do "), Run("stop", strong=True))), UNDERLINED)
    assert plain.underlines == ()
    assert strong.underlines == ((0.0, strong.advance),)
    assert not strong.runs[0].face.bold


def test_pairs_are_kerned_and_ligatures_are_off(shaper: Shaper) -> None:
    face = load_faces().body
    assert shaper.word("AV", 0).advance < face.advance("A") + face.advance("V")
    assert [text for run in shaper.word("office", 0).runs for text in run.texts] == list("office")


def test_a_row_of_codes_is_no_single_fact() -> None:
    assert glue("take 5 mg") == "take 5\u00a0mg"
    assert glue("call +33 1 23 45 67 89").count("\u00a0") == 5
    assert "\u00a0" not in glue("LAB 4 L29 118 L30 118 L31 118 L32 118 end")


def test_a_character_of_no_face_is_named(shaper: Shaper) -> None:
    assert shaper.word("ab\u2603", 0).missing == ("\u2603",)


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("aЩ", ["NotoSans"]),  # one face for a word, where one has it all
        ("ñandú", ["LeafletSans"]),
        ("n\u0304", ["LeafletSans"]),  # the mark is anchored there
        ("M\u0303", ["NotoSans"]),  # not there: it would stand beside the M
        ("bệnh", ["NotoSans"]),
        ("Ọ\u0300ṣun", ["NotoSans"]),
    ],
)
def test_one_face_sets_a_word_with_its_marks_in_place(shaper: Shaper, text: str, faces: list[str]) -> None:
    for style, weight in ((REGULAR, "Regular"), (BOLD, "Bold")):
        word = shaper.word(text, style)
        assert [run.face.name for run in word.runs] == [f"{name}-{weight}" for name in faces]
        assert word.missing == ()


@pytest.mark.parametrize("text", ["a\u0338", "\u0301", "क्ष", "کتاب", "שלום", "e\u20dd"])
def test_what_no_face_sets_faithfully_is_named_with_its_marks(shaper: Shaper, text: str) -> None:
    assert "".join(shaper.word(f"{text}", REGULAR).missing)
    assert set("".join(shaper.word(f"ab{text}", REGULAR).missing)) <= {*text, "b"}


def test_many_threads_get_the_same_words() -> None:
    shaper = Shaper(load_faces(), HAND, voice_of(LANGUAGES["en"]))
    texts = [f"word{number % 50}" for number in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        words = list(pool.map(lambda text: shaper.word(text, 0), texts))
    assert all(word is shaper.word(text, 0) for word, text in zip(words, texts, strict=True))


def test_a_subset_is_small_and_always_the_same() -> None:
    face = load_faces().body
    glyphs = frozenset(face.glyph_of[ord(letter)] for letter in "Baclofen")
    assert subset(face, glyphs) == subset(face, glyphs)
    assert len(subset(face, glyphs)) < 10_000
