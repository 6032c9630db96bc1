"""Make the pictures of leaflets anew: `python -m tests.pictures`.

Page 1 in two sizes for README, page 1 of every profile side by side, and the card, all of the example
without a region, in sixteen greys.
"""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from leaflet.api import make
from leaflet.booklet import make_booklet
from leaflet.card import make_card
from leaflet.profiles import PROFILES
from leaflet.proof.reading.painted import picture
from leaflet.read import load

HERE = Path(__file__).parent
_LARGE, _SMALL = 60.0, 36.0  # dpi
_FINER = 4  # times as fine is a page rendered first, for letters at their places
_GUTTER, _GROUND = 8, 160


def page_of(pdf: bytes, dpi: float, number: int = 1) -> Image.Image:
    """Return a page in grey."""
    pixels = picture(pdf, number, _FINER * dpi)
    fine = Image.frombytes("L", (pixels.width, pixels.height), pixels.data)
    return fine.resize((pixels.width // _FINER, pixels.height // _FINER), Image.Resampling.LANCZOS)


def side_by_side(pages: Sequence[Image.Image], across: int) -> Image.Image:
    """Return pages in rows on a grey ground."""
    width = max(page.width for page in pages) + _GUTTER
    height = max(page.height for page in pages) + _GUTTER
    rows = -(-len(pages) // across)
    sheet = Image.new("L", (across * width + _GUTTER, rows * height + _GUTTER), _GROUND)
    for index, page in enumerate(pages):
        place = (index % across * width + _GUTTER, index // across * height + _GUTTER)
        sheet.paste(page, place)
    return sheet


def write(image: Image.Image, name: str) -> None:
    """Write a picture in sixteen greys, which print of black on white needs no more of."""
    image.quantize(16).save(HERE / f"{name}.png", optimize=True)


def main() -> None:
    """Write all pictures."""
    baclofen = load(Path("content/baclofen.yaml"))
    leaflets = {profile: make(baclofen, profile=profile).pdf for profile in PROFILES}
    for profile in ("standard", "giant"):
        write(page_of(leaflets[profile], _LARGE), f"baclofen-{profile}")
    write(side_by_side([page_of(pdf, _SMALL) for pdf in leaflets.values()], 3), "profiles")
    booklet, _ = make_booklet(baclofen, profile="large")
    sides = [page_of(booklet, _SMALL, number) for number in (1, 2)]
    write(side_by_side(sides, 1), "booklet")
    write(page_of(make_card(baclofen)[0], 2 * _LARGE), "card")


main()
