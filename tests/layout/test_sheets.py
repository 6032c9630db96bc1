"""The sheet is the unit: on how many sheets of paper the leaflet of the example stands."""

import pytest

from leaflet.api import design, shared_shaper
from leaflet.layout.boxes import Layout
from leaflet.layout.pages import lay_out
from leaflet.layout.pouring import warns
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.values import altered

MOST = {
    ("standard", "a4"): 1,
    ("standard", "letter"): 1,
    ("clear", "a4"): 2,
    ("clear", "letter"): 2,
    ("large", "a4"): 2,
    ("large", "letter"): 3,
    ("giant", "a4"): 3,
    ("giant", "letter"): 3,
    ("acb", "a4"): 3,
    ("acb", "letter"): 3,
    ("aph", "a4"): 3,
    ("aph", "letter"): 3,
}

# What these regions say of whom to call takes two lines more.
LONGER = {("aph", "letter", "us"): 4, ("aph", "letter", "ie"): 4}


def warnings_of(layout: Layout) -> list[int]:
    """Return how many warnings each page has, or goes on with."""
    return [sum([warns([placed]) for placed in page.fragments]) for page in layout.pages]


@pytest.mark.parametrize("region", [None, *REGIONS])
@pytest.mark.parametrize(("profile", "paper"), MOST)
def test_no_region_costs_a_sheet(baclofen: Monograph, profile: str, paper: str, region: str | None) -> None:
    _, layout = design(baclofen, profile=profile, paper=paper, region=region)
    assert layout.sheets <= LONGER.get((profile, paper, region or ""), MOST[profile, paper])


def test_white_in_panels_gives_way_after_aph_to_keep_them_on_page_1(baclofen: Monograph) -> None:
    document, close = design(baclofen, profile="aph", paper="letter")
    kept = altered(PROFILES["aph"], least_in_panels=1.0)
    apart = lay_out(document, kept, PAPERS["letter"], shared_shaper())
    assert [warnings_of(layout) for layout in (close, apart)] == [[2, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0]]
