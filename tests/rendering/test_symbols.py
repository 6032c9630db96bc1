"""The warning symbols stay in their square, differ at a glance, and survive a poor printer."""

import io
from itertools import pairwise
from typing import get_args

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageStat

from leaflet.document.styles import SymbolName
from leaflet.rendering.symbols import BLACK, Ink, draw_symbol
from leaflet.units import mm

_NAMES: tuple[SymbolName, ...] = get_args(SymbolName)
_MARGIN = 10.0
_RED: Ink = (0.608, 0.141, 0.137)


def _painted(operators: bytes, size: float, dpi: float = 200) -> Image.Image:
    """Return the drawing as PDFium paints it, with 10 pt of white on each side."""
    pdf = pikepdf.new()
    side = size + 2 * _MARGIN
    page = pdf.add_blank_page(page_size=(side, side))
    page.Contents = pdf.make_stream(operators)
    made = io.BytesIO()
    pdf.save(made)
    document = pypdfium2.PdfDocument(made.getvalue())
    image: Image.Image = document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return image


def _symbol(name: SymbolName, size: float, ink: Ink = BLACK) -> Image.Image:
    return _painted(draw_symbol(name, _MARGIN, _MARGIN, size, ink), size)


def _photocopied(image: Image.Image) -> Image.Image:
    """Return the image as one bit, after a blur of 0.3 mm."""
    blurred = image.convert("L").filter(ImageFilter.GaussianBlur(200 * 0.3 / 25.4))
    return blurred.point(lambda value: 255 if value > 128 else 0)


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 255)


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("size", [mm(8), mm(20)])
def test_it_fills_its_square_and_stays_inside(name: SymbolName, size: float) -> None:
    image = _symbol(name, size).convert("L")
    box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    scale = 200 / 72
    low, high = _MARGIN * scale, (_MARGIN + size) * scale
    assert min(box) >= low - 1
    assert max(box) <= high + 1
    assert max(box[2] - box[0], box[3] - box[1]) >= 0.93 * size * scale


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("size", [mm(8), mm(20)])
def test_a_photocopy_is_nearest_to_the_symbol_it_was(name: SymbolName, size: float) -> None:
    copy = _photocopied(_symbol(name, size))
    distances = {other: _difference(copy, _symbol(other, size).convert("L")) for other in _NAMES}
    assert min(distances, key=lambda other: distances[other]) == name
    others = [distance for other, distance in distances.items() if other != name]
    assert min(others) > 3 * distances[name]


@pytest.mark.parametrize("name", _NAMES)
def test_the_mark_is_still_there_in_a_photocopy_at_eight_millimetres(name: SymbolName) -> None:
    copy = _photocopied(_symbol(name, mm(8)))
    middle = copy.width // 2
    column = [copy.getpixel((middle, y)) for y in range(copy.height)]
    changes = sum(above != below for above, below in pairwise(column))
    # Down the middle: white, symbol, bar, gap, dot, symbol, white; in the ring one white more at each end.
    assert changes == {"solid triangle": 6, "ring": 8, "open triangle": 8}[name]


def test_colour_changes_the_ink_and_nothing_else() -> None:
    for name in _NAMES:
        black, red = draw_symbol(name, 1, 2, 30), draw_symbol(name, 1, 2, 30, _RED)
        assert black.startswith(b"q 0 g ")
        assert red == black.replace(b"q 0 g ", b"q 0.608 0.141 0.137 rg ")
        colours = {colour for _, colour in _symbol(name, mm(20), _RED).getcolors(1 << 24) or ()}
        assert (155, 36, 35) in colours


def test_an_unknown_name_is_a_programmers_slip() -> None:
    with pytest.raises(KeyError):
        draw_symbol("skull", 0, 0, 10)  # type: ignore[arg-type]  # the slip that is tested


@given(
    st.sampled_from(_NAMES),
    st.floats(-2000, 2000, allow_subnormal=False),
    st.floats(0, 2000, allow_subnormal=False),
    st.floats(1, 300),
)
def test_the_operators_are_well_formed_and_balanced(
    name: SymbolName, x: float, y: float, size: float
) -> None:
    operators = draw_symbol(name, x, y, size)
    assert b"e" not in operators
    assert b"-0 " not in operators
    pdf = pikepdf.new()
    names = [str(each.operator) for each in pikepdf.parse_content_stream(pikepdf.Stream(pdf, operators))]
    assert names[0] == "q"
    assert names[-2:] == ["f*", "Q"]
    assert set(names[1:-2]) <= {"g", "cm", "m", "l", "c", "h"}
    assert names.count("m") == names.count("h")
