"""The sheet of sizes is a tagged sheet, and its lines have the sizes of print."""

import io

import page
import pikepdf
import pytest

from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.proof.reading.painted import read_painted
from leaflet.size_sheet import make_size_sheet, sizes
from leaflet.units import mm


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_a_checker_accepts_the_sheet(paper: str, kind: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(make_size_sheet(paper), profile=kind)
    assert [failure.message for failure in report.failures] == []


def test_each_size_of_print_is_on_the_sheet() -> None:
    sheets = read_painted(make_size_sheet("a4")).sheets
    assert len(sheets) == 1
    printed = {round(glyph.piece.size, 2) for glyph in sheets[0].glyphs}
    assert {12, 14, 18, 24} <= printed
    assert all(min(abs(size - each) for each in printed) < 0.5 for size in sizes().values())


def test_every_profile_has_its_words_and_numbers_on_the_sheet() -> None:
    (sheet,) = read_painted(make_size_sheet("a4")).sheets
    said = "".join(glyph.text for glyph in sheet.glyphs).replace(" ", "")
    for profile in PROFILES.values():
        assert profile.title.replace(" ", "") in said
    digits = "".join(glyph.text for glyph in sheet.glyphs if glyph.text.isdigit())
    assert min(digits.count(digit) for digit in "0168") >= len(PROFILES)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_line_on_it_is_as_long_as_it_says(paper: str) -> None:
    (sheet,) = read_painted(make_size_sheet(paper)).sheets
    said = "".join(glyph.text for glyph in sheet.glyphs if glyph.piece.mark.is_artifact)
    assert "Thislineis5cmlong." in said.replace(" ", "")
    widths = [shape.box[2] - shape.box[0] for shape in sheet.shapes]
    assert any(abs(width - mm(50)) < 0.01 for width in widths)


def test_a_paper_shows_only_the_print_it_holds() -> None:
    printed = {
        round(glyph.piece.size)
        for sheet in read_painted(make_size_sheet("a5")).sheets
        for glyph in sheet.glyphs
    }
    assert max(printed) == PROFILES["standard"].title_size  # the question itself
    with (
        pikepdf.open(io.BytesIO(make_size_sheet("a5"))) as small,
        pikepdf.open(io.BytesIO(make_size_sheet("a4"))) as large,
    ):
        assert len(small.Root.StructTreeRoot.K.K) < len(large.Root.StructTreeRoot.K.K)


def test_every_profile_has_its_size() -> None:
    assert list(sizes()) == list(PROFILES)
    assert all(size >= PROFILES[name].body for name, size in sizes().items())
