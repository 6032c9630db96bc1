"""`leaflet pack`: one proven file of many leaflets, the same when asked again."""

from pathlib import Path

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


def test_a_damaged_or_a_withdrawn_leaflet_goes_into_no_print_run(built: Runner) -> None:
    damaged = built.folder / "dist" / "baclofen-en-clear-a4.pdf"
    sound = damaged.read_bytes()
    damaged.write_bytes(sound[:-3000] + bytes([sound[-3000] ^ 1]) + sound[-2999:])
    shown = built("pack", "dist", "-o", "run.pdf")
    assert shown.code == 2
    assert f"error: {Path('dist') / damaged.name} was changed after it was made" in shown.err
    damaged.write_bytes(sound)
    (built.folder / "dist" / "manifest.json").unlink()
    shown = built("pack", "dist", "-o", "run.pdf", "--monograph", "a.yaml")
    assert (shown.code, shown.err) == (0, "")
    write(built.folder, a=baclofen(id="other"))
    shown = built("pack", "dist", "-o", "again.pdf", "--monograph", "a.yaml")
    assert shown.code == 2
    assert "is not proved: no manifest beside it lists it, and no monograph at hand makes it" in shown.err
    assert not (built.folder / "again.pdf").exists()


def test_leaflets_on_two_papers_are_packed_by_paper(built: Runner) -> None:
    built("build", "a.yaml", "--paper", "a5")
    shown = built("pack", "dist", "-o", "run.pdf")
    assert shown.code == 2
    assert "lies on other paper" in shown.err
    assert "hint: pack the leaflets of each paper by themselves" in shown.err


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
