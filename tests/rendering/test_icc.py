"""The shipped profile of the output intent is sRGB."""

import io

import pytest
from PIL import Image, ImageCms

from leaflet.places import colour_profile
from tests.rendering.make_srgb import srgb_profile

_COLOURS = [
    (0, 0, 0),
    (255, 255, 255),
    (128, 128, 128),
    (255, 0, 0),
    (0, 255, 0),
    (0, 0, 255),
    (155, 36, 35),  # ISO 3864 red
    (10, 200, 90),
    (3, 2, 1),
]


def _opened() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(colour_profile()))


def _converted(
    colour: tuple[int, int, int], source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, to: str
) -> tuple[int, ...]:
    image = Image.new("RGB", (1, 1), colour)
    made = ImageCms.profileToProfile(image, source, target, outputMode=to)
    assert made is not None
    pixel = made.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return tuple(int(value) for value in pixel)


def test_it_is_an_rgb_display_profile_of_version_2() -> None:
    profile = _opened().profile
    assert (profile.xcolor_space.strip(), profile.connection_space.strip()) == ("RGB", "XYZ")
    assert profile.device_class == "mntr"
    assert profile.version == pytest.approx(2.4)
    assert profile.profile_description == "sRGB IEC61966-2.1"
    assert profile.is_matrix_shaper


@pytest.mark.parametrize("colour", _COLOURS)
def test_it_says_of_each_colour_what_srgb_says(colour: tuple[int, int, int]) -> None:
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 5000))
    assert _converted(colour, _opened(), theirs, "RGB") == pytest.approx(colour, abs=1)
    assert _converted(colour, theirs, _opened(), "RGB") == pytest.approx(colour, abs=1)
    expected = _converted(colour, theirs, lab, "LAB")
    assert _converted(colour, _opened(), lab, "LAB") == pytest.approx(expected, abs=1)


def test_its_primaries_are_those_of_iec_61966_2_1() -> None:
    profile = _opened().profile
    for primary, chromaticity in (
        (profile.red_primary, (0.64, 0.33)),
        (profile.green_primary, (0.30, 0.60)),
        (profile.blue_primary, (0.15, 0.06)),
    ):
        assert primary is not None
        # LittleCMS gives them under D50; brought back to D65 by Bradford they are the standard's.
        assert _to_d65_chromaticity(primary[0]) == pytest.approx(chromaticity, abs=0.0005)


def _to_d65_chromaticity(xyz: tuple[float, float, float]) -> tuple[float, float]:
    # Lindbloom, Chromatic Adaptation: the Bradford matrix from D50 to D65.
    rows = (
        (0.9555766, -0.0230393, 0.0631636),
        (-0.0282895, 1.0099416, 0.0210077),
        (0.0122982, -0.0204830, 1.3299098),
    )
    x, y, z = (sum(row[i] * xyz[i] for i in range(3)) for row in rows)
    return x / (x + y + z), y / (x + y + z)


def test_its_header_tells_its_length_and_its_tags_start_on_fours() -> None:
    data = colour_profile()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert data[36:40] == b"acsp"
    for number in range(int.from_bytes(data[128:132], "big")):
        entry = data[132 + 12 * number : 144 + 12 * number]
        offset, length = int.from_bytes(entry[4:8], "big"), int.from_bytes(entry[8:], "big")
        assert offset % 4 == 0
        assert offset + length <= len(data)


def test_it_is_the_file_that_was_made_from_published_numbers() -> None:
    assert colour_profile() == srgb_profile()
