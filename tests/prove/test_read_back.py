"""A file of which a reader would get other words than the leaflet's never leaves."""

import pytest

from leaflet import api
from leaflet.languages import LANGUAGES
from leaflet.languages.expansions import voice_of
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.rendering import encoder, glyph_codes
from leaflet.text.fonts import load_faces
from leaflet.text.shaper import Shaper
from tests.builders import monograph, paragraph, section
from tests.readers import READERS, painted_words

MARKED = monograph(section(paragraph("Ọ̀ṣun takes 5 mg of M\u0303 and n\u0304 at night.")))


PLAIN = monograph(section(paragraph("Testol is taken at 5 mg.")))


def refusal(typed: Monograph) -> str:
    with pytest.raises(LayoutError) as slip:
        api.make(typed)
    assert {finding.code for finding in slip.value.findings} == {"V009"}
    return "\n".join(finding.message for finding in slip.value.findings)


def test_a_sound_leaflet_is_read_back_word_for_word() -> None:
    leaflet = api.make(MARKED)
    for read in READERS:
        assert read(leaflet.pdf) == painted_words(leaflet)


def test_a_name_that_is_parted_at_its_slash_is_read_back_at_the_foot() -> None:
    # At 24 points the foot has two lines, and one of these names ends the first after its slash.
    for length in range(1, 12):
        name = f"Testol {'on ' * length}500 mg/3000 mg film-coated tablets"
        api.make(monograph(section(paragraph("Take it.")), name=name), profile="giant")


def test_a_letter_written_as_another_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    five, eight = (load_faces().body.glyph_of[ord(digit)] for digit in "58")

    def confused(glyph: int, late: float) -> bytes:
        return encoder.write_glyph(eight if glyph == five else glyph, late)

    shaper = Shaper(load_faces(), encoder.HAND._replace(write=confused), voice_of(LANGUAGES["en"]))
    monkeypatch.setattr(api, "_shaper", lambda: shaper)
    assert "gets 'Testol is taken at 8 mg. ' where the leaflet says 'Testol is" in refusal(PLAIN)


def test_a_map_that_gives_a_letter_another_text_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def mapped(self: glyph_codes.FileCodes, pair: glyph_codes.Pair) -> int:
        face, glyph, text = pair
        return whole(self, (face, glyph, text[:1]))

    whole = glyph_codes.FileCodes.code
    monkeypatch.setattr(glyph_codes.FileCodes, "code", mapped)
    monkeypatch.setattr(api, "_encoder", encoder.GlyphEncoder)
    assert "where the leaflet says 'Ọ̀ṣun" in refusal(MARKED)


def test_a_code_that_the_file_does_not_map_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyph_codes.FileCodes, "add", lambda *_: None)
    known = encoder.GlyphEncoder()
    monkeypatch.setattr(api, "_encoder", lambda: known)
    typed = monograph(section(paragraph("Щука takes 5 mg.")))
    api.make(typed)
    with pytest.raises(LayoutError, match="\ufffd\ufffd\ufffd\ufffd"):
        api.make(typed)  # the word is known, and its codes are not given out again
