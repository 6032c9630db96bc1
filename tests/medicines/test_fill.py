"""Pages are full and thoughts stand whole: measured on every test medicine in every print."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pytest

from leaflet.api import design, shared_shaper
from leaflet.document.styles import FORBIDDEN, THOUGHT
from leaflet.document.tree import Artifact, Document, Node, walk
from leaflet.layout import galleys
from leaflet.layout.boxes import Fragment, Layout, Page
from leaflet.layout.galley import set_galley
from leaflet.layout.pages import lay_out
from leaflet.layout.scale import Scale
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.text.shaper import Shaper
from leaflet.values import altered
from tests.medicines import MEDICINES, loaded

WHOLE = [loaded(path) for path in MEDICINES]
SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter")]


def room(layout: Layout) -> float:
    return layout.paper.height - layout.frame.top - layout.frame.bottom


def first_whole(page: Page) -> float:
    """Return the height of what stands first on a page and may not be parted, with white and repetitions."""
    height, started = 0.0, False
    for placed in page.fragments:
        said_again = all(line.owner is Artifact.HEADER for line in placed.fragment.lines)
        if started and not said_again and placed.fragment.break_cost < THOUGHT:
            return height
        started = started or not said_again
        height += placed.fragment.gap + placed.fragment.height
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
    places = pages_of(layout)
    leaves = [leaf for leaf, _ in document.leaves if leaf in places]
    for leaf, following in pairwise(leaves):
        if leaf.style.name in styles and places[leaf][1] != places[following][0]:
            yield leaf.words


def cut(document: Document, layout: Layout) -> Iterator[Node]:
    """Yield steps, tables, and sections of a third of a page, that pages break in and one page could hold."""
    places, tall = pages_of(layout), heights_of(layout)
    for node in document.nodes:
        is_whole = node.style.name in {"steps", "table", "schedule"}
        leaves = [leaf for leaf, _ in walk(node) if leaf in places]
        height = sum(tall.get(leaf, 0.0) for leaf in leaves)
        is_short = node.style.name == "section" and height <= layout.paper.height / 3
        if is_short or (is_whole and height <= room(layout)):
            shown = {number for leaf in leaves for number in places[leaf]}
            if len(shown) > 1:
                yield node


def unpictured(document: Document, layout: Layout) -> Iterator[Node]:
    """Yield each picture together with the steps after it, where these begin on another page."""
    places = pages_of(layout)
    for node in document.nodes:
        for figure, steps in pairwise(node.kids):
            if figure.style.name == "figure" and steps.style.name == "steps":
                together = altered(figure, kids=(*figure.kids, *steps.kids))
                last, first = figure.kids[-1], next(leaf for leaf, _ in walk(steps) if leaf in places)
                if places[last][1] != places[first][0]:
                    yield together


def heights_of(layout: Layout) -> dict[Node, float]:
    """Return the height of each leaf with the white above it; of leaves beside one another, of the first."""
    found: dict[Node, float] = {}
    for page in layout.pages:
        for placed in page.fragments:
            owner = next((line.owner for line in placed.fragment.lines if isinstance(line.owner, Node)), None)
            if owner is not None:
                found[owner] = found.get(owner, 0.0) + placed.fragment.height + placed.fragment.gap
    return found


def kept_whole(thought: Node) -> Callable[[Document, Scale, Shaper], tuple[Fragment, ...]]:
    """Return how to set a document so that no page breaks in one of its nodes."""
    leaves = {leaf for leaf, _ in walk(thought)}

    def galley(document: Document, scale: Scale, shaper: Shaper) -> tuple[Fragment, ...]:
        fragments = list(set_galley(document, scale, shaper))
        inside = [
            index
            for index, fragment in enumerate(fragments)
            if any(line.owner in leaves for line in fragment.lines)
        ]
        for index in range(inside[0] + 1, inside[-1] + 1):
            fragments[index] = altered(fragments[index], break_cost=FORBIDDEN)
        return tuple(fragments)

    return galley


FORCED = {
    ("clotaban", "acb", "a4"): ["table"],
    ("clotaban", "aph", "letter"): ["table"],
    ("contrapil", "giant", "a4"): ["table"],
    ("contrapil", "aph", "letter"): ["table"],
    ("inhalox", "acb", "a4"): ["figure"],
    ("inhalox", "aph", "a4"): ["figure"],
    ("patchol", "acb", "a4"): ["figure"],
    ("sulirin", "giant", "letter"): ["figure"],
    ("oculon", "large", "letter"): ["steps"],
    ("oculon", "aph", "letter"): ["figure"],
    ("oprelin-pr", "clear", "a4"): ["table"],
    ("oprelin-pr", "acb", "a4"): ["section"],
}
"""What is parted, since to keep it whole would cost a sheet or part something else: by medicine and print."""


@pytest.mark.parametrize(("profile", "paper"), SETTINGS)
@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_pages_are_full_and_thoughts_whole(
    monograph: Monograph, profile: str, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, layout = design(monograph, profile=profile, paper=paper, region="uk")
    assert list(apart(document, layout, ("lead", "instruction", "caption"))) == []
    for fill, following in zip(layout.fill, layout.pages[1:], strict=False):
        # Only something whole that the page has no room for leaves it under half full.
        assert fill >= 0.5 or fill + first_whole(following) / room(layout) > 1
    if layout.sheets > 1 and PROFILES[profile].least_white < 1:
        assert sum(layout.fill[2 * (layout.sheets - 1) :]) >= 0.25
    thoughts = [*cut(document, layout), *unpictured(document, layout)]
    assert [node.style.name for node in thoughts] == FORCED.get((monograph.id, profile, paper), [])
    for thought in thoughts:  # keeping it whole costs a sheet, or parts something else
        monkeypatch.setattr(galleys, "set_galley", kept_whole(thought))
        kept = lay_out(document, PROFILES[profile], PAPERS[paper], shared_shaper())
        still = [*cut(document, kept), *unpictured(document, kept)]
        assert kept.sheets > layout.sheets or len(still) >= len(thoughts)
