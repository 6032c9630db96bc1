"""Rule P404: a picture has as many pixels as its size in print wants."""

from collections.abc import Iterable

from leaflet.diagnostics import Span
from leaflet.document.styles import STYLES, TALLEST_FIGURE
from leaflet.model import Figure
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.units import PT_PER_MM, inch

_FEWEST = 100  # pixels an inch: one is a quarter of a millimetre, and its corners begin to show
_PAPER, _PROFILE = PAPERS["a4"], PROFILES["giant"]  # where pictures are largest


@rule(
    "P404",
    "a picture with too few pixels",
    reason="who needs a picture cannot read what has melted into squares",
    bad="file: inhaler.png, which has 60 by 80 pixels",
    good="file: inhaler.svg, or the same picture with 600 by 800 pixels",
    source="House rule: at fewer than 100 pixels an inch the squares show",
    english=False,
)
def few_pixels(manuscript: Manuscript) -> Iterable[Hit]:
    """Find pictures that are printed at fewer than 100 pixels an inch."""
    pictures = manuscript.monograph.pictures
    margins = _PROFILE.margins
    widest = STYLES["drawing"].room[0] * (_PAPER.size.width - margins.left - margins.right)
    tallest = TALLEST_FIGURE * _PAPER.size.height
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            picture = pictures.get(block.figure.file) if isinstance(block, Figure) else None
            if picture is not None and isinstance(block, Figure):
                scale = min(widest / picture.width, tallest / picture.height)  # pt a pixel
                if inch(1) / scale < _FEWEST:
                    place = block.figure.span_of("file") or block.span
                    yield _hit(block.figure.file, (picture.width, picture.height), scale, place)


def _hit(file: str, pixels: tuple[int, int], scale: float, place: Span | None) -> Hit:
    density = inch(1) / scale
    size, wanted = (
        " by ".join(f"{side * factor:.0f}" for side in pixels)
        for factor in (scale / PT_PER_MM, _FEWEST / density)
    )
    return Hit(
        message=f"{file} has {pixels[0]} by {pixels[1]} pixels and is printed up to {size} mm large: "
        f"{density:.0f} pixels an inch, where {_FEWEST} are the fewest",
        hint=f"take a drawing (SVG), or the picture with at least {wanted} pixels",
        span=place,
    )


RULES = (few_pixels,)
