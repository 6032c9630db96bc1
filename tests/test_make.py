"""Making leaflets: what it leaves behind, and what it does to the process."""

import gc
from collections.abc import Iterator

import pytest

from leaflet.api import make
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.read import load


@pytest.fixture(scope="module")
def baclofen() -> Monograph:
    return load(content_folder() / "baclofen.yaml")


@pytest.fixture
def _collector_stays() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("_collector_stays")
def test_what_a_leaflet_is_made_of_goes_with_its_last_user(baclofen: Monograph) -> None:
    make(baclofen)
    gc.collect()
    gc.disable()
    make(baclofen)
    assert gc.collect() == 0


@pytest.mark.usefixtures("_collector_stays")
@pytest.mark.parametrize("runs", [True, False])
def test_the_collector_is_left_as_it_was(
    baclofen: Monograph, monkeypatch: pytest.MonkeyPatch, *, runs: bool
) -> None:
    def refuse() -> None:
        raise AssertionError("the collector is its process's own")

    (gc.enable if runs else gc.disable)()
    for switch in ("enable", "disable", "freeze"):
        monkeypatch.setattr(gc, switch, refuse)
    make(baclofen)
    assert gc.isenabled() is runs
    with pytest.raises(LayoutError):
        make(baclofen, profile="giant", paper="a5")
    assert gc.isenabled() is runs
