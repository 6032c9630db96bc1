"""Other forms are built like PDFs: in plan, record, manifest, shards, `--check` and `diff`."""

import json
from pathlib import Path

import pytest

from tests.batch.monographs import baclofen
from tests.cli.runs import Runner
from tests.forms import needs_liblouis

ALL = ("--format", "pdf", "--format", "html", "--format", "text")
NAMES = ["baclofen-en-standard-a4.pdf", "baclofen-en.html", "baclofen-en.txt"]


@pytest.fixture
def built(leaflet: Runner) -> Runner:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    assert leaflet("build", "m.yaml", *ALL).code == 0
    return leaflet


def _shown(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name[0] != "." and path.suffix != ".json")


def test_each_form_has_its_file_and_its_entry(built: Runner) -> None:
    assert _shown(built.folder / "dist") == NAMES
    manifest = json.loads((built.folder / "dist" / "manifest.json").read_text("utf-8"))
    listed = {entry["file"]: entry for entry in manifest["leaflets"]}
    assert sorted(listed) == NAMES
    assert [listed[name]["form"] for name in NAMES] == ["pdf", "html", "text"]
    assert (listed["baclofen-en.html"]["profile"], listed["baclofen-en.html"]["pages"]) == ("", 0)


def test_what_has_not_changed_is_not_made_again(built: Runner) -> None:
    times = {name: (built.folder / "dist" / name).stat().st_mtime_ns for name in NAMES}
    assert "3 leaflets unchanged" in built("build", "m.yaml", *ALL).out
    assert {name: (built.folder / "dist" / name).stat().st_mtime_ns for name in NAMES} == times
    (built.folder / "dist" / "baclofen-en.html").write_text("other")
    shown = built("build", "m.yaml", *ALL)
    assert "2 leaflets unchanged" in shown.out
    assert "dist/baclofen-en.html" in shown.out


def test_a_check_makes_every_form_again(built: Runner) -> None:
    assert built("build", "m.yaml", *ALL, "--check").code == 0
    (built.folder / "dist" / "baclofen-en.txt").write_text("Take more.\n")
    (built.folder / "dist" / "gone-en.html").write_text("old")
    shown = built("build", "m.yaml", *ALL, "--check")
    assert shown.code == 1
    assert "baclofen-en.txt is not what the content says" in shown.err
    assert "gone-en.html is a leaflet that nothing here makes" in shown.err


def test_parts_make_together_what_the_whole_makes(built: Runner) -> None:
    for part in ("1/3", "2/3", "3/3"):
        assert built("build", "m.yaml", *ALL, "--shard", part, "-o", f"part-{part[0]}").code == 0
    for name in NAMES:
        (path,) = built.folder.glob(f"part-*/{name}")
        assert path.read_bytes() == (built.folder / "dist" / name).read_bytes()


def test_a_diff_tells_the_words_that_changed_in_each_form(built: Runner) -> None:
    changed = baclofen().replace("Keep to the recommended dose.", "Keep to the dose on the label.", 1)
    (built.folder / "m.yaml").write_text(changed, encoding="utf-8")
    assert built("build", "m.yaml", *ALL, "-o", "new").code == 0
    shown = built("diff", "dist", "new", "--html", "review.html")
    assert shown.code == 1
    assert {f"changed  {name}" for name in NAMES} <= set(shown.out.splitlines())
    assert "  + Keep to the dose on the label." in shown.out
    assert "Pages of baclofen-en.html" not in (built.folder / "review.html").read_text("utf-8")


def test_a_print_run_is_made_of_pdfs_alone(built: Runner) -> None:
    shown = built("pack", "dist/baclofen-en.html", "-o", "run.pdf")
    assert shown.code == 2
    assert "baclofen-en.html is no PDF, and a print run is made of PDFs alone" in shown.err
    assert built("pack", "dist", "-o", "run.pdf").code == 0


def test_with_verify_each_form_is_read_back(built: Runner) -> None:
    assert built("build", "m.yaml", "--format", "html", "--format", "text", "--verify", "-o", "v").code == 0
    manifest = json.loads((built.folder / "v" / "manifest.json").read_text("utf-8"))
    assert {entry["verify"] for entry in manifest["leaflets"]} == {
        "its words, read back, are the leaflet's in their order"
    }


def test_ssml_is_the_text_for_an_engine(built: Runner) -> None:
    assert built("build", "m.yaml", "--format", "text", "--ssml", "-o", "s").code == 0
    assert _shown(built.folder / "s") == ["baclofen-en.ssml"]
    shown = built("build", "m.yaml", "--ssml", "-o", "t")
    assert (shown.code, "add '--format text'" in shown.err) == (2, True)


@needs_liblouis
def test_braille_is_a_file_of_pages_of_either_grade(built: Runner) -> None:
    for grade, name in ((), "baclofen-en.brf"), (("--grade", "1"), "baclofen-en-grade1.brf"):
        assert built("build", "m.yaml", "--format", "braille", *grade, "-o", "b").code == 0
        assert name in _shown(built.folder / "b")
        assert built("build", "m.yaml", "--format", "braille", *grade, "-o", "b").out.startswith(
            "1 leaflet unch"
        )
    manifest = json.loads((built.folder / "b" / "manifest.json").read_text("utf-8"))
    assert all(entry["pages"] > 1 and "translated back" in entry["verify"] for entry in manifest["leaflets"])
    assert (built("build", "m.yaml", "--grade", "1").code, built("diff", "b", "b").code) == (2, 0)


def test_unsafe_words_have_no_form(leaflet: Runner) -> None:
    risky = baclofen().replace("Keep to the recommended dose.", "You can leave out the tablets for a day.", 1)
    (leaflet.folder / "m.yaml").write_text(risky, encoding="utf-8")
    assert leaflet("build", "m.yaml", "--format", "html").code == 1
    assert not (leaflet.folder / "dist").exists()
