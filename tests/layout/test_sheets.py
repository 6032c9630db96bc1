"""The sheet is the unit: on how many sheets of paper the leaflet of the example stands."""

import pytest

from leaflet.api import design
from leaflet.model import Monograph
from leaflet.regions import REGIONS

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
    ("aph", "letter"): 4,
}


@pytest.mark.parametrize("region", [None, *REGIONS])
@pytest.mark.parametrize(("profile", "paper"), MOST)
def test_no_region_costs_a_sheet(baclofen: Monograph, profile: str, paper: str, region: str | None) -> None:
    _, layout = design(baclofen, profile=profile, paper=paper, region=region)
    assert layout.sheets <= MOST[profile, paper]
