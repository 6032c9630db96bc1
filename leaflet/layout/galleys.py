"""Choose how a document is set: pictures and the white in warnings give way to sheets and whole thoughts."""

from collections.abc import Sequence

from leaflet.document.tree import Document
from leaflet.layout.boxes import Fragment, Image
from leaflet.layout.filling import Filled, fill_pages, price
from leaflet.layout.galley import set_galley
from leaflet.layout.pouring import cost_of, parted, sheets_of, warns
from leaflet.layout.scale import Scale
from leaflet.text.shaper import Shaper
from leaflet.values import altered

_LOWER = 0.13  # × the paper's height: pictures give way before a thought is parted

_Way = tuple[Sequence[Fragment], Filled]
"""A galley, and its pages."""


def choose_galley(document: Document, scale: Scale, shaper: Shaper) -> _Way:
    """Return the galley to print, and its pages.

    White in warnings gives way, where a profile lets it, if that keeps more together: on fewer sheets, with
    fewer thoughts parted, warnings on fewer pages. No thought is parted for it.
    """
    natural, least = _set(document, scale, shaper), scale.profile.least_in_panels
    if least == 1 or len(natural[1][1]) <= 2:
        return natural
    before = _worth(natural)
    closer = [_set(document, altered(scale, in_panels=white), shaper) for white in ((1 + least) / 2, least)]
    ways = [way for way in closer if _worth(way)[1] <= before[1]]
    best = min(ways, key=lambda way: (_worth(way), cost_of(way[1][1])), default=natural)
    return best if _worth(best) < before else natural


def _set(document: Document, scale: Scale, shaper: Shaper) -> _Way:
    """Return a galley and its pages, with lower pictures where that keeps thoughts whole."""
    galley = set_galley(document, scale, shaper)
    filled = fill_pages(document.furniture, galley, scale, shaper)
    lower = _lowered(galley, _LOWER * scale.sheet.height) if parted(filled[1]) else ()
    if lower:
        refilled = fill_pages(document.furniture, lower, scale, shaper)
        if price(refilled) < price(filled):
            return lower, refilled
    return galley, filled


def _worth(way: _Way) -> tuple[int, float, int]:
    """Return what the better way has less of: sheets, thoughts that are parted, pages with warnings."""
    _, (_, pages) = way
    return sheets_of(len(pages)), parted(pages), sum(map(warns, pages))


def _lowered(galley: Sequence[Fragment], most: float) -> Sequence[Fragment]:
    """Return a galley whose pictures are at most so tall in points; nothing where they all are."""
    lower = list(galley)
    for index, each in enumerate(galley):
        picture = each.marks[0] if len(each.marks) == 1 and not each.lines and each.height > most else None
        if isinstance(picture, Image):
            width = picture.width * most / picture.height
            lower[index] = altered(each, height=most, marks=(altered(picture, width=width, height=most),))
    return lower if any(one is not other for one, other in zip(galley, lower, strict=True)) else ()
