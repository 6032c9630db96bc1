"""The same words give the same leaflet whichever way and however spelled they come in."""

from pathlib import Path

import pytest

from leaflet.api import make
from leaflet.handout import HandoutError, tidy
from leaflet.intake.file_bytes import plain_bytes
from leaflet.model import Monograph
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from leaflet.read import MonographError, read_monograph
from leaflet.serve.settings import SettingsFile
from tests.builders import monograph, paragraph, section
from tests.read.files import findings_of, monograph_with, traces

TYPED = monograph_with("name: Testol\npurpose: For café spasms, 5 mg at a time")


def read(data: bytes) -> Monograph:
    found, findings = read_monograph(data, "file")
    assert found is not None, findings
    return found


@pytest.mark.parametrize(
    "spelled", [TYPED.replace("\n", "\r\n"), TYPED.replace("\n", "\r"), "\ufeff" + TYPED]
)
def test_line_ends_and_a_byte_order_mark_change_no_byte(spelled: str) -> None:
    plain, other = read(TYPED.encode()), read(spelled.encode())
    assert other.sha256 == plain.sha256
    assert make(other).pdf == make(plain).pdf


@pytest.mark.parametrize(
    "typed",
    [
        TYPED.replace("5 mg", "5\u00a0mg"),
        TYPED.replace("5 mg", "5\u202f\u00a0mg"),
        TYPED.replace("at a time", "at\u200aa\u3000time"),
        TYPED.replace("café", "cafe\u0301"),
        TYPED.replace("café", "ca\ufb01é").replace("ca\ufb01é", "cafe\u0301"),
        TYPED.replace("5 mg", "\uff15 ㎎"),
    ],
)
def test_another_spelling_gives_the_same_words_and_a_file_that_verifies(typed: str) -> None:
    plain, other = make(read(TYPED.encode())), make(read(typed.encode()))
    assert other.document.text == plain.document.text
    report = verify_bytes(other.pdf, read(typed.encode()), depth=Depth(copies=False, verapdf=False))
    assert report.failures == ()


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u2067", "\u200f", "\ufffd", "\ue000", "\u2060"])
def test_what_cannot_be_seen_or_read_is_refused_on_every_way(character: str) -> None:
    text = f"Take a dou{character}ble dose"
    assert traces(findings_of(monograph_with(f"purpose: {text}")))[0].startswith("M033 1:20 ")
    assert (
        "M033" in traces(findings_of(monograph_with(f'purpose: "Take a dou\\u{ord(character):04x}ble"')))[0]
    )
    with pytest.raises(HandoutError, match=r"character 11 is U\+[0-9A-F]{4} ") as slip:
        tidy("dose", text)
    assert "dou" not in str(slip.value)
    for typed in (section(paragraph(text)), section(paragraph("Words."), heading=text)):
        with pytest.raises(MonographError, match="cannot be printed"):
            monograph(typed)


def test_the_counter_takes_the_same_spelling_in() -> None:
    assert tidy("dose", " 5\u00a0\u3000㎎ \ufb01rst\r\ncafe\u0301 ") == "5 mg first café"
    assert tidy("patient", "A\u030anna C\u030cerny\u0301") == "Ånna Černý"


@pytest.mark.parametrize(
    "words", ["undefined undefined", "Take XX tablets", "cafÃ©", "Take &lt;5 mg", "\u0430spirin"]
)
def test_the_counter_refuses_what_nobody_meant_without_repeating_it(words: str) -> None:
    with pytest.raises(HandoutError, match=r"^characters [0-9]+ to [0-9]+ ") as slip:
        tidy("note", words)
    assert not set(words.split()) & set(str(slip.value).split()) - {"to"}


def test_the_pharmacys_file_may_come_from_any_editor(tmp_path: Path) -> None:
    typed = 'name = "Cafe\u0301 Pharmacy"\nphone = "01603\u00a0555"\n'
    (tmp_path / "pharmacy.toml").write_bytes(("\ufeff" + typed.replace("\n", "\r\n")).encode())
    settings = SettingsFile(tmp_path).read()
    assert (settings.name, settings.phone, settings.trouble) == ("Café Pharmacy", "01603 555", "")


def test_bytes_that_are_plain_stay_themselves() -> None:
    assert plain_bytes(b"a\nb") == b"a\nb"
