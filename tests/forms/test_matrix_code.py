"""The QR code in print: read from the page and from a bad copy, sized by the profile, told in words."""

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from leaflet.api import design, make
from leaflet.images.matrix_code import matrix_code
from leaflet.layout.boxes import Image as Drawn
from leaflet.profiles import PROFILES
from leaflet.proof.answers import Depth
from leaflet.proof.copier import photocopy
from leaflet.proof.prove_file import verify_bytes
from tests.builders import monograph

zxingcpp = pytest.importorskip("zxingcpp", reason="a camera for QR codes comes with the extra test")
ADDRESS = "https://example.org/leaflets/testol-en.html"
ONLINE = monograph(online=ADDRESS)
DPI = 200
LEAST = 0.4 * 72 / 25.4  # pt: a module that a copier keeps apart from the next one (0.4 mm)


def pages_of(pdf: bytes) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    return [page.render(scale=DPI / 72).to_pil() for page in document]


def read(pages: list[Image.Image]) -> list[str]:
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_code_is_read_from_the_page_and_from_its_copy(profile: str) -> None:
    with_code = [page for page in pages_of(make(ONLINE, profile=profile).pdf) if read([page])]
    assert read(with_code) == [ADDRESS]
    assert read([photocopy(page.convert("L")) for page in with_code]) == [ADDRESS]


@pytest.mark.parametrize("profile", PROFILES)
def test_its_modules_are_as_large_as_a_camera_needs_and_larger_in_large_print(profile: str) -> None:
    sizes = {}
    for each in (profile, "standard"):
        _, layout = design(ONLINE, profile=each)
        placed = [part for page in layout.pages for part in page.fragments]
        (drawn,) = [mark for part in placed for mark in part.fragment.marks if isinstance(mark, Drawn)]
        sizes[each] = drawn.width
    modules = matrix_code(ADDRESS).width / 8
    assert sizes[profile] / modules >= LEAST
    assert sizes[profile] >= sizes["standard"]


def test_it_has_white_around_it_on_all_sides() -> None:
    code = matrix_code(ADDRESS)
    image = Image.frombytes("L", (code.width, code.height), code.grey)
    left, top, right, bottom = image.point(lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    assert (left, top, code.width - right, code.height - bottom) == (32, 32, 32, 32)  # 4 modules of 8 pixels


def test_the_address_stands_beside_it_in_words_and_the_code_has_its_text() -> None:
    leaflet = make(ONLINE)
    assert f"Read this leaflet on a screen, or have it read aloud: {ADDRESS}" in leaflet.document.text
    with pikepdf.open(BytesIO(leaflet.pdf)) as file:
        alts = [
            str(each.Alt) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert f"QR code that leads to {ADDRESS}" in alts


def test_a_leaflet_with_a_code_is_proved_and_one_without_an_address_has_none() -> None:
    report = verify_bytes(make(ONLINE).pdf, ONLINE, Depth(copies=True, verapdf=False))
    assert [(each.code, each.judgement) for each in report.failures] == []
    assert read(pages_of(make(monograph()).pdf)) == []
