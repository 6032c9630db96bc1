"""A mark across the picture of a page that may be looked at and not be printed.

It is part of the picture: whoever opens or copies that has the mark with it.
"""

from functools import cache
from math import atan2, degrees, hypot

from PIL import Image, ImageDraw, ImageFont

from leaflet.places import fonts_folder

_ACROSS = 0.8  # of the page's diagonal
_STRENGTH = 110  # of 255: dark enough to be seen at once, light enough to read through
_HEIGHT = 200  # pixels of the letters before they are scaled


def marked(page: Image.Image, mark: str) -> Image.Image:
    """Return a page with words from its lower left to its upper right."""
    words = _words(mark)
    width = round(hypot(*page.size) * _ACROSS)
    scaled = words.resize((width, round(words.height * width / words.width)))
    turned = scaled.rotate(degrees(atan2(page.height, page.width)), expand=True)
    shown = page.copy()
    at = ((page.width - turned.width) // 2, (page.height - turned.height) // 2)
    shown.paste(0 if shown.mode == "L" else (0, 0, 0), at, turned)
    return shown


@cache
def _words(mark: str) -> Image.Image:
    """Return words as a mask: how strongly each point covers the page."""
    font = ImageFont.truetype(fonts_folder() / "leaflet-sans" / "LeafletSans-Bold.ttf", _HEIGHT)
    left, top, right, bottom = map(round, font.getbbox(mark))
    mask = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(mask).text((-left, -top), mark, fill=_STRENGTH, font=font)
    return mask
