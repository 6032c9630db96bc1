"""A poor copier: what it leaves of a picture, of a page, and of many small pictures at once."""

import sys
from array import array
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from random import Random

from PIL import Image, ImageChops, ImageFilter

from leaflet.proof.reading.painted_marks import Pixels

DPI = 200.0
"""What a copier and a fax see."""

SMEAR = 6
"""Pixels: how far two generations reach. Pillow blurs by three boxes, each a pixel to every side."""

Spoil = Callable[[Image.Image], Image.Image]

_NOISE, _BLUR, _GENERATIONS = 26.0, 1.1, 2
_SPOT = 256  # pixels: the side of the tile of noise
_SHELF = 1024  # pixels: the width of a sheet of small pictures
_PAPER = [0 if value < 128 else 255 for value in range(256)]


def image_of(pixels: Pixels) -> Image.Image:
    """Return pixels as a picture to look at, which shares their bytes and is not to be changed."""
    return Image.frombuffer("L", (pixels.width, pixels.height), pixels.data, "raw", "L", 0, 1)


def threshold(image: Image.Image) -> Image.Image:
    """Return what one bit a pixel leaves."""
    return image.point(_PAPER)


def photocopy(image: Image.Image) -> Image.Image:
    """Return what two generations of a poor copier leave: each blurs, spots and thresholds."""
    for generation in range(_GENERATIONS):
        soft = image.filter(ImageFilter.GaussianBlur(_BLUR))
        image = threshold(ImageChops.add(soft, _spots(soft.size, generation), 1.0, -128))
    return image


def spoiled(images: Sequence[Image.Image], spoil: Spoil) -> list[Image.Image]:
    """Return small pictures as they come out of a copier on one sheet.

    Each has to have a margin of `SMEAR` pixels about what it shows: so far its neighbours reach.
    """
    places, x, y, height = [], 0, 0, 0
    for image in images:
        if x + image.width > _SHELF and x:
            x, y, height = 0, y + height, 0
        places.append((x, y))
        x, height = x + image.width, max(height, image.height)
    width = max([_SHELF, *(image.width for image in images)])
    sheet = Image.new("L", (width, max(1, y + height)), 255)
    for image, place in zip(images, places, strict=True):
        sheet.paste(image, place)
    sheet = spoil(sheet)
    return [
        sheet.crop((left, top, left + image.width, top + image.height))
        for image, (left, top) in zip(images, places, strict=True)
    ]


def noise() -> None:
    """Make the copier's noise now, so that it is there when it is asked for."""
    for generation in range(_GENERATIONS):
        _tile(generation)


@lru_cache(maxsize=8)
def _spots(size: tuple[int, int], seed: int) -> Image.Image:
    """Return noise round 128, the same in every run."""
    tile = _tile(seed)
    noise = Image.new("L", size)
    for left in range(0, size[0], _SPOT):
        for top in range(0, size[1], _SPOT):
            noise.paste(tile, (left, top))
    return noise


@cache
def _tile(seed: int) -> Image.Image:
    # The mean of four even noises is nearly normal, with a deviation of 255 / sqrt(12) / 2.
    random = Random(seed)  # noqa: S311 - a texture, no secret
    rows = [random.randbytes(_SPOT * _SPOT) for _ in range(4)]
    factor = _NOISE / (255 / 12**0.5 / 2)
    steps = [max(0, min(255, round(128 + (total / 4 - 127.5) * factor))) for total in range(4 * 255 + 1)]
    grey = bytes(map(steps.__getitem__, _totals(rows)))
    return Image.frombytes("L", (_SPOT, _SPOT), grey)


def _totals(rows: Sequence[bytes]) -> "array[int]":
    """Return the sums of the numbers in each column, which are less than 65536: as sums of long numbers."""
    total = 0
    for row in rows:
        spread = bytearray(2 * len(row))
        spread[::2] = row  # two bytes a number, the lower one first
        total += int.from_bytes(spread, "little")
    sums = array("H", total.to_bytes(2 * len(rows[0]), "little"))
    if sys.byteorder == "big":
        sums.byteswap()
    return sums
