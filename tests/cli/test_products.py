"""`leaflet build --product` and `--booklet`: which files they write, and what the manifest says of them."""

import json

import pytest

from leaflet.batch.manifest import MANIFEST
from tests.batch.monographs import baclofen
from tests.cli.runs import Runner


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        (["--product", "summary"], ["-standard-a4-summary.pdf", "-standard-a4.pdf"]),
        (["--product", "card"], ["-card.pdf", "-card.png"]),
        (
            ["--product", "card", "--paper", "a6", "--profile", "clear"],
            ["-clear-a6-card.pdf", "-clear-a6-card.png"],
        ),
        (["--booklet"], ["-standard-a4-booklet.pdf", "-standard-a4.pdf"]),
    ],
)
def test_each_writes_its_files(asked: list[str], files: list[str], leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    assert leaflet("build", "m.yaml", *asked).code == 0
    folder = leaflet.folder / "dist"
    names = [f"baclofen-en{file}" for file in files]
    assert sorted(path.name for path in folder.iterdir() if path.suffix in {".pdf", ".png"}) == names
    entries = json.loads((folder / MANIFEST).read_bytes())["leaflets"]
    assert [entry["file"] for entry in entries] == names
    assert all(0 < fill <= 1 for entry in entries for fill in entry["fill"])
    assert leaflet("build", "m.yaml", *asked, "--check").code == 0


def test_the_manifest_says_how_full_the_pages_are(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    assert leaflet("build", "m.yaml").code == 0
    (entry,) = json.loads((leaflet.folder / "dist" / MANIFEST).read_bytes())["leaflets"]
    assert len(entry["fill"]) == entry["pages"]
    assert entry["fill"][0] > 0.5


def test_a_paper_of_cards_is_for_cards_alone(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    shown = leaflet("build", "m.yaml", "--paper", "a6")
    assert shown.code == 2
    assert "--product card" in shown.err


def test_what_is_built_is_proved_with_its_card_and_other_forms(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    asked = ["--product", "leaflet", "--product", "card", "--format", "pdf", "--format", "html"]
    assert leaflet("build", "m.yaml", *asked).code == 0
    quick = ["--monograph", "m.yaml", "--no-photocopy", "--no-verapdf", "--all"]
    shown = leaflet("verify", "dist", *quick)
    assert (shown.code, shown.err) == (0, "")
    assert "V703" in shown.out or shown.out.count("passes") == 3


def test_a_picture_of_a_card_is_not_proved_and_its_file_is_named(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    assert leaflet("build", "m.yaml", "--product", "card").code == 0
    shown = leaflet("verify", "dist/baclofen-en-card.png", "--monograph", "m.yaml")
    assert shown.code == 2
    assert "name the card's PDF" in shown.err
