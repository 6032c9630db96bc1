"""Finished files, read back by readers that did not write them: pypdf, PDFium and page-validation."""

import ctypes
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import leaflet
from leaflet.document.styles import contrast_with_white
from leaflet.document.warnings import WARNINGS
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from tests.builders import monograph, paragraph, section
from tests.conftest import BACLOFEN

CASES = [
    *((profile, paper) for profile in PROFILES for paper in ("a4", "letter")),
    ("standard", "a5"),
    ("clear", "a5"),
]


@cache
def made(profile: str = "standard", paper: str = "a4", *, colour: bool = False) -> leaflet.Leaflet:
    return leaflet.make(leaflet.load(BACLOFEN), profile=profile, paper=paper, region="uk", colour=colour)


def reader(leaf: leaflet.Leaflet) -> PdfReader:
    return PdfReader(BytesIO(leaf.pdf), strict=True)


@pytest.mark.parametrize(("profile", "paper"), CASES)
def test_files_conform_to_pdf_ua_1_and_pdf_a_2a(profile: str, paper: str) -> None:
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(made(profile, paper).pdf, profile=standard)
        assert report.is_compliant, report.failures


@pytest.mark.parametrize("profile", PROFILES)
def test_the_structure_tree_tells_the_leaflets_text(profile: str) -> None:
    leaf = made(profile)
    texts = [" ".join(text.split()) for text in structure_texts(leaf.pdf) if text.strip()]
    assert texts == leaf.document.text.split("\n")


def structure_texts(pdf: bytes) -> Iterator[str]:
    """Yield the text of each element with painted content, in the order of the structure tree, by PDFium."""
    document = pdfium.PdfDocument(pdf)
    by_mcid = [mcid_texts(document[index]) for index in range(len(document))]
    file = PdfReader(BytesIO(pdf))
    pages = page_indexes(file)
    root = file.trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]
    yield from element_texts(root.get_object(), pages, by_mcid)


def page_indexes(file: PdfReader) -> dict[int, int]:
    """Return the index of each page by the number of its object."""
    references = [each.indirect_reference for each in file.pages]
    return {reference.idnum: index for index, reference in enumerate(references) if reference}


def element_texts(
    element: DictionaryObject, pages: dict[int, int], by_mcid: list[dict[int, str]]
) -> Iterator[str]:
    kids: Any = element["/K"]
    text = ""
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, int):
            text += by_mcid[pages[element.raw_get("/Pg").idnum]].get(inner, "")
        elif inner.get("/Type") == "/MCR":
            text += by_mcid[pages[inner.raw_get("/Pg").idnum]].get(inner["/MCID"], "")
        elif inner.get("/Type") != "/OBJR":
            yield from element_texts(inner, pages, by_mcid)
    yield text


def mcid_texts(sheet: pdfium.PdfPage) -> dict[int, str]:
    """Return the painted text by marked-content id, as PDFium reads it."""
    raw = pdfium.raw
    text_page = sheet.get_textpage()
    texts: dict[int, str] = {}
    for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        length = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFTextObj_GetText(
            item.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
        )
        mcid = raw.FPDFPageObj_GetMarkedContentID(item.raw)
        if mcid >= 0:
            texts[mcid] = texts.get(mcid, "") + buffer.raw[: length - 2].decode("utf-16-le")
    return texts


@pytest.mark.parametrize("profile", PROFILES)
def test_no_glyph_is_smaller_than_the_profile_allows_or_outside_its_margins(profile: str) -> None:
    leaf = made(profile)
    margins, paper = leaf.layout.margins, leaf.layout.paper
    document = pdfium.PdfDocument(leaf.pdf)
    for number in range(len(document)):
        text = document[number].get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1).strip():  # PDFium puts line ends of its own between lines
                assert pdfium.raw.FPDFText_GetFontSize(text.raw, index) >= PROFILES[profile].body
                left, bottom, right, top = text.get_charbox(index)
                # Lines stand by their origins: a "j" at a line's start reaches 57/1000 em out of it.
                assert left >= margins.left - max(1, 0.06 * leaf.layout.body)
                assert right <= paper.width - margins.right + 1
                assert bottom >= margins.bottom - 1
                assert top <= paper.height - margins.top + 1


@pytest.mark.parametrize("profile", PROFILES)
def test_all_ink_is_black(profile: str) -> None:
    """Nothing on the page is grey or tinted: black, and white on the bars of warnings."""
    content = b"".join(each.get_contents().get_data() for each in reader(made(profile)).pages)  # type: ignore[union-attr]
    operators = set(content.split())
    assert not operators & {b"RG", b"k", b"K", b"sh", b"gs", b"cs", b"CS"}
    inks = {tuple(found[1].split()) for found in re.finditer(rb"([0-9. ]+) (?:g|G|rg)\b", content)}
    white = {(b"1",), (b"1", b"1", b"1")} if PROFILES[profile].reversed_bars else set()
    assert inks <= {(b"0",), *white}


@pytest.mark.parametrize("colour", [row.colour for row in WARNINGS.values()])
def test_signal_colours_stand_out_from_white(colour: tuple[int, int, int]) -> None:
    assert contrast_with_white(colour) >= 7


def test_colour_changes_nothing_but_ink() -> None:
    plain, coloured = made(), made(colour=True)
    assert plain.document.text == coloured.document.text
    assert [each.extract_text() for each in reader(plain).pages] == [
        each.extract_text() for each in reader(coloured).pages
    ]
    content = reader(coloured).pages[0].get_contents()
    assert content is not None
    assert b"0.576 0.122 0.122 RG" in content.get_data()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_warnings_stay_legible_in_one_bit(profile: str) -> None:
    """At 200 dpi in black and white, the strokes of the panels keep their ink and their holes."""
    sheet = pdfium.PdfDocument(made(profile).pdf)[0]
    fine = sheet.render(scale=4 * 200 / 72, grayscale=True).to_pil().reduce(4)
    bits = sheet.render(scale=200 / 72, grayscale=True).to_pil().crop((0, 0, *fine.size))
    wrong = ink = 0
    for printed, drawn in zip(bits.tobytes(), fine.tobytes(), strict=True):
        ink += drawn < 128
        wrong += (printed < 128) != (drawn < 128) and not 48 < drawn < 208  # an edge may fall either way
    assert ink > 10_000
    assert wrong / ink < 0.15  # a lost stroke or a filled eye of a letter costs more


def test_the_same_input_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Other process, home directory, hash seed, locale, time zone and working directory: the same file."""
    program = (
        "import sys, leaflet; "
        f"made = leaflet.render(leaflet.load({str(BACLOFEN)!r}), profile='large', region='uk'); "
        "sys.stdout.buffer.write(made)"
    )
    settings = tmp_path / ".reportlab_settings"
    settings.write_text("invariant=0\npdfMultiLine=1\npageCompression=0\n")
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {
            **os.environ,
            "HOME": str(tmp_path) if seed == "1" else "/",
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "PYTHONPATH": str(BACLOFEN.parents[1]),
        }
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, check=True
        )
        digests.add(hashlib.sha256(done.stdout).hexdigest())
    assert digests == {hashlib.sha256(made("large").pdf).hexdigest()}


def test_what_was_rendered_before_does_not_change_the_bytes() -> None:
    first = leaflet.render(monograph())
    leaflet.render(monograph(section(paragraph("Other words: Щ, Ω, µ, ½ and é."))))
    assert leaflet.render(monograph()) == first


def test_many_threads_render_the_same_bytes() -> None:
    monographs = [monograph(section(paragraph(f"Words of leaflet {number}."))) for number in range(24)]
    alone = [leaflet.render(each) for each in monographs]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(leaflet.render, monographs)) == alone


def test_unusual_characters_come_out_as_they_went_in() -> None:
    words = "café Ωμέγα Щука ½ tablet, 5 µm, “quoted” – ‘so’ …"
    leaf = leaflet.make(monograph(section(paragraph(words))))
    assert words in " ".join("".join(structure_texts(leaf.pdf)).split())
    report = page.validate_pdf_bytes(leaf.pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant


def test_the_file_says_what_it_is(baclofen: Monograph) -> None:
    file = reader(made("large"))
    root: Any = file.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert root["/ViewerPreferences"]["/PickTrayByPDFSize"]
    assert root["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"
    assert file.metadata is not None
    assert file.metadata.title == "Baclofen"
    assert baclofen.sha256 in root["/Metadata"].get_data().decode()
    assert [each.title for each in file.outline if not isinstance(each, list)][:2] == [
        "Emergency: Taking too much baclofen",
        "Warning: Stopping baclofen suddenly",
    ]
    assert file.pdf_header == "%PDF-1.7"


@pytest.mark.parametrize("profile", ["standard", "giant"])
def test_the_parent_tree_is_the_inverse_of_the_kids(profile: str) -> None:
    file = reader(made(profile))
    tree: Any = file.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    nums = tree["/ParentTree"]["/Nums"]
    parents = {
        (index, mcid): owner.idnum
        for index, owners in zip(nums[::2], nums[1::2], strict=True)
        for mcid, owner in enumerate(owners)
    }
    pages = page_indexes(file)
    assert dict(claimed(tree.raw_get("/K"), pages)) == parents


def claimed(reference: Any, pages: dict[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield ((page index, marked-content id), element) for everything the elements claim."""
    element = reference.get_object()
    kids = element["/K"]
    for kid in kids if isinstance(kids, list) else [element.raw_get("/K")]:
        inner = kid.get_object()
        if isinstance(inner, int):
            yield (pages[element.raw_get("/Pg").idnum], inner), reference.idnum
        elif inner.get("/Type") == "/MCR":
            yield (pages[inner.raw_get("/Pg").idnum], inner["/MCID"]), reference.idnum
        else:
            yield from claimed(kid, pages)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"profile": "tiny"}, "there is no profile 'tiny'; there are: standard, clear"),
        ({"paper": "b5"}, "there is no paper 'b5'"),
        ({"region": "mars"}, "there is no region 'mars'"),
    ],
)
def test_a_setting_of_no_table_is_named(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        leaflet.render(monograph(), **settings)
