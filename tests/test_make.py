"""Making leaflets: what it leaves behind, and what it does to the process."""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import leaflet
from leaflet.api import make
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.read import load
from tests.batch.monographs import baclofen as baclofen_text
from tests.batch.monographs import write


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


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (lambda _: leaflet.render("content/baclofen.yaml"), "make takes a monograph"),  # type: ignore[arg-type]
        (lambda _: leaflet.render(None), "make takes a monograph"),  # type: ignore[arg-type]
        (lambda made: leaflet.render(made, colour="no"), "colour=True"),  # type: ignore[arg-type]
        (lambda _: leaflet.load("id: x\nname: X\n"), "load takes the path of a file"),
    ],
)
def test_what_is_of_another_kind_is_a_sentence(
    slip: Callable[[Monograph], object], said: str, baclofen: Monograph
) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        slip(baclofen)


def test_no_leaflet_stands_for_what_nobody_has_stated(tmp_path: Path) -> None:
    write(tmp_path, open=baclofen_text(purpose="~"))
    left_open = leaflet.load(tmp_path / "open.yaml")
    with pytest.raises(LayoutError, match="'purpose' is left open"):
        leaflet.render(left_open)
    found = [finding.code for finding in leaflet.check(left_open, on=date(2026, 11, 23))]
    assert "S605" in found
