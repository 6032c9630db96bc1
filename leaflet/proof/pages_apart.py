"""Say on which pages two files look or read otherwise, and where."""

from collections.abc import Iterator

from PIL import Image, ImageChops

from leaflet.proof.differences import difference, differences
from leaflet.proof.reading.painted import UnreadableError, page_count, page_words, picture
from leaflet.proof.reading.painted_marks import Box, Pixels
from leaflet.proof.results import Fault, Place

_DPI = 72.0
_MOST_WORDS = 3  # differences told a page


def pages_apart(found: bytes, wanted: bytes) -> list[Fault]:
    """Return a fault for each page that looks otherwise, with the place, and for words that differ."""
    try:
        counts = page_count(found), page_count(wanted)
    except UnreadableError as error:
        return [Fault(f"PDFium cannot read it: {error}")]
    faults = [] if counts[0] == counts[1] else [Fault(f"it has {counts[0]} pages for {counts[1]}")]
    for page in range(1, min(counts) + 1):
        box = _apart(picture(found, page, _DPI), picture(wanted, page, _DPI))
        if box is not None:
            faults.append(Fault("the page looks otherwise here", Place(page, box)))
        faults += _words(found, wanted, page)
    return faults


def _words(found: bytes, wanted: bytes, page: int) -> Iterator[Fault]:
    mine, theirs = page_words(found, page).split(), page_words(wanted, page).split()
    for index, (_, a, b, c, d) in enumerate(differences(theirs, mine)):
        if index >= _MOST_WORDS:
            return
        yield Fault(difference(theirs[a:b], mine[c:d]), Place(page))


def _apart(one: Pixels, other: Pixels) -> Box | None:
    """Return the box of all pixels that differ, in points; None where the pages look the same."""
    if (one.width, one.height) != (other.width, other.height):
        return (0.0, 0.0, one.width * 72 / one.dpi, one.height * 72 / one.dpi)
    images = [Image.frombytes("L", (each.width, each.height), each.data) for each in (one, other)]
    box = ImageChops.difference(*images).getbbox()
    if box is None:
        return None
    left, top, right, bottom = (edge * 72 / one.dpi for edge in box)
    return left, top, right, bottom
