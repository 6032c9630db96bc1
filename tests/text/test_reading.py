"""What is set is read as it was typed, by two strangers, or refused with its place.

Every assigned character of the scripts we set, alone and inside a word; every letter under every mark;
and words of letters with marks as they come.
"""

from collections.abc import Iterable, Sequence
from unicodedata import category, name

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.api import make, shared_shaper
from leaflet.handout import HandoutError, Personal, tidy
from leaflet.intake.folding import fold
from leaflet.intake.suspicions import suspicions
from leaflet.layout.scale import LayoutError
from leaflet.text.words import BOLD, REGULAR
from tests.builders import monograph, paragraph, section
from tests.readers import READERS, painted_words

SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER")
SIGNS = (range(0x21, 0x100), range(0x2010, 0x2070), range(0x2070, 0x2200), range(0x2200, 0x2300))
MARKS = [chr(code) for code in range(0x300, 0x370) if code != 0x34F]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZøæœßŋŁђжыяЖЩθωαΩΔ"


def assigned() -> list[str]:
    """Return every character of the scripts that the faces set, and the signs of ordinary text."""
    letters = [chr(code) for code in range(0x100, 0x20000) if name(chr(code), "").startswith(SCRIPTS)]
    signs = [chr(code) for stretch in SIGNS for code in stretch if category(chr(code))[0] not in "CZ"]
    return [character for character in letters + signs if character not in "*[]\\"]


def settable(words: Iterable[str], style: int = REGULAR) -> list[str]:
    """Return those words, as they are taken in, that the faces set with nothing missing."""
    shaper = shared_shaper()
    taken = dict.fromkeys(fold(word).text for word in words)
    return [word for word in taken if word.strip() == word and not shaper.word(word, style).missing]


def assert_read_as_set(words: Sequence[str], *, strong: bool = False) -> None:
    around = "**" if strong else ""
    for start in range(0, len(words), 2000):
        lines = [words[at : at + 40] for at in range(start, min(start + 2000, len(words)), 40)]
        paragraphs = [paragraph(f"{around}Words {' '.join(line)}{around}") for line in lines]
        leaflet = make(monograph(section(*paragraphs)))
        expected = painted_words(leaflet)
        for read in READERS:
            for page, (got, wanted) in enumerate(zip(read(leaflet.pdf), expected, strict=True), start=1):
                assert got == wanted, (read.__name__, page)


@pytest.mark.parametrize("strong", [False, True])
def test_every_character_is_read_as_it_was_set(strong: bool) -> None:
    style = BOLD if strong else REGULAR
    words = settable((form for each in assigned() for form in (each, f"x{each}x")), style)
    assert len(words) > 3000
    assert_read_as_set(words, strong=strong)


def test_every_letter_is_read_with_every_mark() -> None:
    words = settable(letter + mark for letter in LETTERS for mark in MARKS)
    assert len(words) > 6000
    assert_read_as_set(words)


def test_what_is_not_set_is_refused_with_its_place() -> None:
    shaper = shared_shaper()
    refused = [each for each in assigned() if shaper.word(fold(each).text, REGULAR).missing]
    assert len(refused) > 100
    for each in refused[::40]:
        with pytest.raises(LayoutError) as slip:
            make(monograph(section(paragraph(f"Take {each} at night"))))
        assert [finding.code for finding in slip.value.findings] == ["L002"]


_cluster = st.builds(str.__add__, st.sampled_from(LETTERS), st.text(st.sampled_from(MARKS), max_size=2))
_word = st.lists(_cluster, min_size=1, max_size=6).map("".join)
_words = st.lists(_word, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=12)  # a leaflet each, on machines that do more than this
@given(_words)
def test_words_with_marks_are_read_as_typed_or_refused(typed: str) -> None:
    if any(suspicions(fold(typed).text)):
        return
    try:
        leaflet = make(monograph(section(paragraph(f"Words {typed}"))))
    except LayoutError as slip:
        refused = {finding.code for finding in slip.findings}
    else:
        refused = set()
        for read in READERS:
            assert read(leaflet.pdf) == painted_words(leaflet)
    assert refused <= {"L002", "L003"}


@settings(max_examples=12)  # a leaflet each, on machines that do more than this
@given(_words)
def test_a_patients_name_with_marks_is_read_as_typed_or_refused(typed: str) -> None:
    try:
        name_of = tidy("patient", typed)
        leaflet = make(PLAIN, personal=Personal(patient=name_of))
    except (HandoutError, LayoutError):
        return
    assert name_of in leaflet.document.text
    for read in READERS:
        assert read(leaflet.pdf) == painted_words(leaflet)


PLAIN = monograph()


@pytest.mark.parametrize(
    "patient", ["Žofie Nguyễn Thị Hằng", "Ọ̀ṣunlayọ̀ M\u0303", "Ελένη Їжакевич", "J\u030cosé"]
)
def test_names_are_read_as_their_bearers_write_them(patient: str) -> None:
    leaflet = make(PLAIN, personal=Personal(patient=tidy("patient", patient)))
    for read in READERS:
        assert all(word in read(leaflet.pdf)[0] for word in tidy("patient", patient).split())
