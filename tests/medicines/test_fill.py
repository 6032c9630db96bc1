"""Pages are full and thoughts stand whole: measured on every test medicine in every print."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from leaflet.api import design
from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Document, Node
from leaflet.layout.boxes import Layout, Page
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from leaflet.read import load
from tests.medicines import MEDICINES

WHOLE = [load(path) for path in MEDICINES]
SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter")]


def room(layout: Layout) -> float:
    return layout.paper.height - layout.frame.top - layout.frame.bottom


def first_whole(page: Page) -> float:
    """Return the height of what stands first on a page and may not be parted, with what is repeated."""
    height, started = 0.0, False
    for placed in page.fragments:
        said_again = all(line.owner is Artifact.HEADER for line in placed.fragment.lines)
        if started and not said_again and placed.fragment.break_cost < FORBIDDEN:
            return height
        started = started or not said_again
        height += placed.fragment.height
    return height


def pages_of(layout: Layout) -> dict[Node, tuple[int, int]]:
    """Return the first and the last page of every leaf that is read out."""
    found: dict[Node, tuple[int, int]] = {}
    for page in layout.pages:
        for placed in page.fragments:
            for line in placed.fragment.lines:
                if isinstance(line.owner, Node):
                    first, _ = found.get(line.owner, (page.number, 0))
                    found[line.owner] = (first, page.number)
    return found


def apart(document: Document, layout: Layout, styles: Sequence[str]) -> Iterator[str]:
    """Yield what leads into something that starts on another page."""
    pages = pages_of(layout)
    leaves = [leaf for leaf, _ in document.leaves if leaf in pages]
    for leaf, following in pairwise(leaves):
        if leaf.style.name in styles and pages[leaf][1] != pages[following][0]:
            yield leaf.words


@pytest.mark.parametrize(("profile", "paper"), SETTINGS)
@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_pages_are_full_and_thoughts_whole(monograph: Monograph, profile: str, paper: str) -> None:
    document, layout = design(monograph, profile=profile, paper=paper, region="uk")
    assert list(apart(document, layout, ("lead", "instruction", "caption"))) == []
    for fill, following in zip(layout.fill, layout.pages[1:], strict=False):
        # Only something whole that the page has no room for leaves it under half full.
        assert fill >= 0.5 or fill + first_whole(following) / room(layout) > 1
    if layout.sheets > 1 and PROFILES[profile].least_white < 1:
        assert sum(layout.fill[2 * (layout.sheets - 1) :]) >= 0.25
