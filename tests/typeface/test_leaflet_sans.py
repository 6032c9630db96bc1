"""Digits and letters stay apart for eyes that see them blurred: 10 mg is no 18 mg.

A zero is held to the eight, which it would turn into another dose. It is nearer to a capital O (0.17) than in
Noto Sans (0.37), and that is left so: an O among digits makes no number and a zero in a word no word, so that
what stands round it tells, while nothing round an 8 tells that it was a 0. Noto keeps 0 and O apart by a
narrow zero, and so brings its 0 near to 8 (0.29, bold 0.18) and 6 (0.26, bold 0.17); ours are 0.36, 0.29 and
0.31, 0.24.
"""

from itertools import combinations

import pytest
import uharfbuzz as hb
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from leaflet.places import fonts_folder

EM = 100  # pixels
# 12 pt at 40 cm, seen with an acuity of 6/24: what is nearer than 4 minutes of arc, 0.11 em, runs together.
BLUR = 0.11 * EM
OURS, NOTO = "leaflet-sans/LeafletSans", "noto-sans/NotoSans"


def blurred(face: str, character: str) -> bytes:
    font = ImageFont.truetype(str(fonts_folder() / f"{face}.ttf"), EM)
    image = Image.new("L", (2 * EM, 2 * EM))
    ImageDraw.Draw(image).text((EM, 1.3 * EM), character, font=font, fill=255, anchor="ms")
    return image.filter(ImageFilter.GaussianBlur(BLUR)).tobytes()


def distance(face: str, first: str, second: str) -> float:
    """Return how unlike two characters look, 0 for alike: the difference beside what there is to see."""
    one, other = blurred(face, first), blurred(face, second)
    difference = sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
    seen = sum(a * a for a in one) + sum(b * b for b in other)
    return float((2 * difference / seen) ** 0.5)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_a_zero_is_no_eight(weight: str) -> None:
    assert distance(f"{OURS}-{weight}", "0", "8") >= distance(f"{NOTO}-{weight}", "0", "8")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize(("first", "second"), [*combinations("1lI", 2)])
def test_one_is_no_l_and_no_capital_i(first: str, second: str, weight: str) -> None:
    ours = distance(f"{OURS}-{weight}", first, second)
    assert ours >= distance(f"{NOTO}-{weight}", first, second)
    assert ours > 0.25


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_zero_is_as_wide_as_every_table_expects_and_has_one_counter(weight: str) -> None:
    face = hb.Face(hb.Blob.from_file_path(str(fonts_folder() / f"{OURS}-{weight}.ttf")))
    font, starts = hb.Font(face), list[tuple[float, float]]()
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: starts.append((x, y)))
    font.draw_glyph(font.get_nominal_glyph(ord("0")), pen)
    assert len(starts) == 2
    assert font.get_glyph_h_advance(font.get_nominal_glyph(ord("0"))) == {"Regular": 648, "Bold": 652}[weight]


def test_it_shows_no_name_but_its_own() -> None:
    shown = (hb.OTNameIdPredefined.FONT_FAMILY, hb.OTNameIdPredefined.FULL_NAME)
    for weight in ("Regular", "Bold"):
        face = hb.Face(hb.Blob.from_file_path(str(fonts_folder() / f"{OURS}-{weight}.ttf")))
        assert [face.get_name(name) for name in shown] == ["Leaflet Sans", f"Leaflet Sans {weight}"]
        assert face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) == f"LeafletSans-{weight}"
