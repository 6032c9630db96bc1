"""One spelling for what looks alike, and each character's place in what was typed."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.intake.folding import fold

FOLDED = [
    ("plain words", "plain words"),
    ("cafe\u0301", "café"),
    ("n\u0303x\u0304", "ñx\u0304"),  # no composed x with a macron: the mark stays
    ("\u1eb9\u0301", "\u1eb9\u0301"),
    ("o\u0301\u0323", "ọ\u0301"),  # marks in Unicode's order
    ("of\ufb01ce \ufb04", "office ffl"),
    ("5\u00a0mg\u202f%\u2009\u3000x", "5 mg %  x"),
    ("non\u2011stop", "non-stop"),
    ("\uff34ake \uff15", "Take 5"),
    ("\U0001d413ake", "Take"),
    ("5 ㎎", "5 mg"),
    ("5 μg, 10 μmol", "5 µg, 10 µmol"),
    ("μητέρα", "μητέρα"),
    ("m² ½ ① … ° ‰", "m² ½ ① … ° ‰"),  # these mean something of their own
    ("K at 20 \u212b", "K at 20 Å"),
    ("\u1112\u1161\u11ab", "한"),
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize(("typed", "expected"), FOLDED)
def test_what_looks_alike_is_written_alike(typed: str, expected: str) -> None:
    assert fold(typed).text == expected


@given(TEXTS)
def test_what_is_folded_is_composed_and_stays_as_it_is(typed: str) -> None:
    text = fold(typed).text
    assert unicodedata.is_normalized("NFC", text)
    assert fold(text).text == text


@given(TEXTS)
def test_each_character_comes_from_a_place_in_order(typed: str) -> None:
    folded = fold(typed)
    origins = list(folded.origins) or list(range(len(typed)))
    assert len(origins) == len(folded.text)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(typed) for origin in origins)


@pytest.mark.parametrize("plane", range(3))
def test_every_character_alone_is_folded_to_something_settled(plane: int) -> None:
    for code in range(plane << 16, min((plane + 1) << 16, sys.maxunicode)):
        if not 0xD800 <= code < 0xE000:
            once = fold(chr(code)).text
            assert once == fold(once).text, hex(code)
            assert once
