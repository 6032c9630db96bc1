"""`leaflet pack`: one proven file of many leaflets, the same when asked again."""

import pytest

from tests.batch.monographs import baclofen, write
from tests.cli.runs import Runner


@pytest.fixture
def built(leaflet: Runner) -> Runner:
    write(leaflet.folder, a=baclofen())
    leaflet("build", "a.yaml", "--profile", "standard", "--profile", "clear")
    return leaflet


def test_a_print_run_in_the_folder_of_its_leaflets_can_be_made_again(built: Runner) -> None:
    first, again = (built("pack", "dist", "-o", "dist/run.pdf") for _ in range(2))
    assert (first.code, first.err, first.out) == (0, "", "2 leaflets in dist/run.pdf\n")
    assert again == first


@pytest.mark.parametrize("asked", [["pack", "gone"], ["merge-manifests", "gone"]])
def test_what_is_not_there_cannot_be_joined(asked: list[str], leaflet: Runner) -> None:
    shown = leaflet(*asked, "-o", "joined")
    assert (shown.code, shown.out) == (2, "")
    assert "error: there is no " in shown.err
    assert "gone\n  hint: name " in shown.err


def test_a_print_run_that_fails_its_proof_is_not_written(
    built: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "leaflet.proof.reading.validators.validate", lambda *_: (1, (("7.1-1", "not tagged"),))
    )
    shown = built("pack", "dist", "-o", "run.pdf")
    assert shown.code == 2
    assert "run.pdf: 7.1-1: not tagged" in shown.err
    assert not (built.folder / "run.pdf").exists()
