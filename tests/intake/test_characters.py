"""Which characters are refused, and why."""

import sys
import unicodedata

import pytest

from leaflet.intake.characters import MENDING, Trouble, describe, harmless, strangers, trouble_of

REFUSED: list[tuple[str, Trouble, str]] = [
    ("\x07", "control", "U+0007 (a control character)"),
    ("\x85", "control", "U+0085 (a control character)"),
    ("\u00ad", "invisible", "U+00AD (SOFT HYPHEN)"),
    ("\u034f", "invisible", "U+034F (COMBINING GRAPHEME JOINER)"),
    ("\u200b", "invisible", "U+200B (ZERO WIDTH SPACE)"),
    ("\u200d", "invisible", "U+200D (ZERO WIDTH JOINER)"),
    ("\u2060", "invisible", "U+2060 (WORD JOINER)"),
    ("\u3164", "invisible", "U+3164 (HANGUL FILLER)"),
    ("\ufe0f", "invisible", "U+FE0F (VARIATION SELECTOR-16)"),
    ("\ufeff", "invisible", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
    ("\U000e0041", "invisible", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
    ("\u200f", "order", "U+200F (RIGHT-TO-LEFT MARK)"),
    ("\u202e", "order", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    ("\u2067", "order", "U+2067 (RIGHT-TO-LEFT ISOLATE)"),
    ("\u2028", "order", "U+2028 (LINE SEPARATOR)"),
    ("\ufffd", "lost", "U+FFFD (REPLACEMENT CHARACTER)"),
    ("\ue000", "unknown", "U+E000 (a character without a name)"),
    ("\u0378", "unknown", "U+0378 (a character without a name)"),
    ("\ud800", "unknown", "U+D800 (a character without a name)"),
    ("\ufdd0", "unknown", "U+FDD0 (a character without a name)"),
]


@pytest.mark.parametrize(("character", "trouble", "described"), REFUSED, ids=[row[2] for row in REFUSED])
def test_a_refused_character_is_named_with_its_place(
    character: str, trouble: Trouble, described: str
) -> None:
    (stranger,) = strangers(f"é{character}b{character}")
    assert (stranger.index, stranger.character, stranger.trouble) == (1, character, trouble)
    assert describe(character) == described
    assert MENDING[trouble]
    assert harmless(f"é{character}b") == "é\ufffdb"


def test_letters_marks_signs_spaces_and_line_ends_may_stand() -> None:
    assert list(strangers("Take 5\u00a0mg.\tÄọ\u0301 Ωж ½ ✓ 💊 क्\r\n")) == []


def test_what_cannot_be_seen_never_gets_through() -> None:
    for code in (*range(0x20000), *range(0xE0000, 0xE1000), sys.maxunicode):
        if unicodedata.category(chr(code)) in ("Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
            assert trouble_of(chr(code)) or chr(code) in "\t\n\r", hex(code)
