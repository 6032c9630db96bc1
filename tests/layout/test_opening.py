"""Page 1 begins as many warnings as it can: the white between them gives way to keep them there."""

import pytest

from leaflet.api import design, shared_shaper
from leaflet.layout.boxes import Fragment
from leaflet.layout.galley import set_galley
from leaflet.layout.opening import needed
from leaflet.layout.pouring import pour, warns
from leaflet.layout.scale import make_scale
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from tests.medicines import MEDICINES, loaded

WEEKLIN = next(loaded(path) for path in MEDICINES if path.stem == "weeklin")
MORE = Fragment(20.0, 5.0, 1e6, ())


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("lacking", "pages_with_warnings", "is_said"),
    [(0.0, 1, False), (1.5, 1, False), (60.0, 2, True)],
    ids=["all fit", "all fit closer", "some go on"],
)
def test_warnings_stand_on_page_1_with_less_white_before_they_go_on(
    profile: str, lacking: float, pages_with_warnings: int, is_said: bool
) -> None:
    document, _ = design(WEEKLIN, profile=profile, paper="a4")
    scale = make_scale(PROFILES[profile], PAPERS["a4"], shared_shaper().faces)
    galley = set_galley(document, scale, shared_shaper())
    last = max(index for index, each in enumerate(galley) if each.warns)
    height = needed(galley[: last + 1], scale.profile) - lacking
    pages = pour(galley, height, 0.0, 0.0, scale.profile, MORE)
    assert sum(map(warns, pages)) == pages_with_warnings
    assert (pages[0][-1].fragment is MORE) == is_said
    foot = max(placed.y + placed.fragment.height for placed in pages[0])
    assert foot <= height + 0.001
