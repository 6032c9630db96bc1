"""The scale bar: on every leaflet in large print, 5 cm long, an artifact that is none of the words."""

import pytest

from leaflet.api import design, shared_shaper
from leaflet.document.tree import Artifact
from leaflet.layout.boxes import Layout, LineBox, Rule
from leaflet.layout.scale import make_scale
from leaflet.layout.scale_bar import with_scale_bar
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.units import mm
from leaflet.values import altered
from tests.medicines import MEDICINES, loaded

WORDS = "This line is 5 cm long."
LARGE = [name for name, profile in PROFILES.items() if profile.body >= 16]
WHOLE = [loaded(path) for path in MEDICINES]


def bars(layout: Layout) -> list[tuple[list[LineBox], list[Rule]]]:
    """Return what is said and drawn of each bar in a layout."""
    found = []
    for page in layout.pages:
        *others, _ = page.furniture
        for placed in others:
            lines, rules = list(placed.fragment.lines), placed.fragment.marks
            if rules:  # and not words alone, such as those on more warnings
                found.append((lines, [mark for mark in rules if isinstance(mark, Rule)]))
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("profile", LARGE)
@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_large_print_has_one(monograph: Monograph, profile: str, paper: str) -> None:
    document, layout = design(monograph, profile=profile, paper=paper)
    ((lines, rules),) = bars(layout)
    assert " ".join(line.text for line in lines) == WORDS
    assert max(rule.width for rule in rules) == pytest.approx(mm(50))
    assert {line.owner for line in lines} == {Artifact.FOOTER}
    assert {rule.owner for rule in rules} == {Artifact.RULE}
    assert all(line.size == layout.body for line in lines)
    assert WORDS not in document.text


@pytest.mark.parametrize("profile", ["standard", "clear"])
def test_other_print_has_none(baclofen: Monograph, profile: str) -> None:
    assert bars(design(baclofen, profile=profile)[1]) == []


def test_it_stands_over_what_page_1_says_of_more_warnings() -> None:
    clotaban = next(each for each in WHOLE if each.id == "clotaban")
    _, layout = design(clotaban, profile="aph")
    first = layout.pages[0]
    said, *_ = first.furniture
    assert said.fragment.lines[0].text == "More warnings on page 2"
    short = altered(layout, pages=(altered(first, fragments=first.fragments[:1]),))
    scale = make_scale(PROFILES["aph"], PAPERS["a4"], shared_shaper().faces)
    marked = with_scale_bar(short, WORDS, scale, shared_shaper(), pages=1)
    assert marked is not None
    bar, *_ = marked.pages[0].furniture
    assert bar.y + bar.fragment.height == pytest.approx(said.y)
