"""`leaflet diff`: just what changed, as readers of the files get it."""

import re

import pytest

from tests.batch.monographs import baclofen, write
from tests.cli.runs import Runner

_OLD, _NEW = "It helps manage symptoms.", "It helps to manage symptoms well."


def _build(leaflet: Runner, folder: str, **texts: str) -> None:
    source = leaflet.folder / f"{folder}-content"
    write(source, **texts)
    assert leaflet("build", str(source), "-o", folder, "--profile", "standard").code == 0


def test_just_the_sentence_that_changed_is_shown(leaflet: Runner) -> None:
    assert _OLD in baclofen()
    _build(leaflet, "old", a=baclofen())
    _build(leaflet, "new", a=baclofen().replace(_OLD, _NEW))
    shown = leaflet("diff", "old", "new", "--html", "review.html")
    assert (shown.code, shown.err) == (1, "")
    assert shown.out.splitlines() == [
        "changed  baclofen-en-standard-a4.pdf",
        f"  - {_OLD}",
        f"  + {_NEW}",
        "0 leaflets added, 0 removed, 1 changed",
    ]
    page = (leaflet.folder / "review.html").read_text(encoding="utf-8")
    assert f"<del>{_OLD}</del>" in page
    assert f"<ins>{_NEW}</ins>" in page
    assert (
        len(re.findall(r'<img alt="Page \d+ (?:before|after)" [^>]*src="data:image/png;base64,', page)) >= 2
    )
    assert "http" not in page.replace("http-equiv", "")


def test_variants_that_changed_alike_are_shown_once(leaflet: Runner) -> None:
    newer = baclofen(version="'0.2'", date="2026-11-22").replace(_OLD, _NEW)
    sizes = ("clear", "standard")
    for folder, text in (("old", baclofen()), ("new", newer)):
        write(leaflet.folder / f"{folder}-content", a=text)
        profiles = [part for size in sizes for part in ("--profile", size)]
        assert leaflet("build", f"{folder}-content", "-o", folder, *profiles).code == 0
    shown = leaflet("diff", "old", "new", "--html", "review.html")
    assert shown.out.splitlines() == [
        *(f"changed  baclofen-en-{size}-a4.pdf" for size in sizes),
        "    version: 0.1 → 0.2",
        "    date: 2026-11-23 → 2026-11-22",
        "  - Version 0.1, 23 November 2026",
        "  + Version 0.2, 22 November 2026",
        f"  - {_OLD}",
        f"  + {_NEW}",
        "0 leaflets added, 0 removed, 2 changed",
    ]
    page = (leaflet.folder / "review.html").read_text(encoding="utf-8")
    assert page.count(f"<ins>{_NEW}</ins>") == 1
    assert page.count("<h3>Pages of baclofen-en-") == 2


def test_leaflets_that_came_and_went_are_named(leaflet: Runner) -> None:
    _build(leaflet, "old", a=baclofen(), gone=baclofen(id="gone"))
    _build(leaflet, "new", a=baclofen(), fresh=baclofen(id="fresh"))
    assert leaflet("diff", "old", "new").out.splitlines() == [
        "added    fresh-en-standard-a4.pdf",
        "removed  gone-en-standard-a4.pdf",
        "1 leaflet added, 1 removed, 0 changed",
    ]


def test_the_same_is_nothing(leaflet: Runner) -> None:
    _build(leaflet, "old", a=baclofen())
    shown = leaflet("diff", "old", "old/manifest.json")
    assert (shown.code, shown.out) == (0, "0 leaflets added, 0 removed, 0 changed\n")


def test_two_empty_folders_are_said(leaflet: Runner) -> None:
    for side in ("old", "new"):
        (leaflet.folder / side).mkdir()
    shown = leaflet("diff", "old", "new")
    assert (shown.code, shown.err) == (0, "note: there is no leaflet in old, and none in new\n")


def test_a_new_version_with_the_same_words_shows_that_line_alone(leaflet: Runner) -> None:
    _build(leaflet, "old", a=baclofen())
    _build(leaflet, "new", a=baclofen(version='"9"'))
    changed = [
        line for line in leaflet("diff", "old", "new").out.splitlines() if line[:4] in ("  - ", "  + ")
    ]
    assert changed == ["  - Version 0.1, 23 November 2026", "  + Version 9, 23 November 2026"]


def test_manifests_without_their_files_name_the_leaflets(leaflet: Runner) -> None:
    _build(leaflet, "old", a=baclofen())
    _build(leaflet, "new", a=baclofen(version='"9"'))
    for side in ("old", "new"):
        data = (leaflet.folder / side / "manifest.json").read_bytes()
        (leaflet.folder / "manifests").mkdir(exist_ok=True)
        (leaflet.folder / "manifests" / f"{side}.json").write_bytes(data)
    shown = leaflet("diff", "manifests/old.json", "manifests/new.json")
    assert shown.code == 1
    assert "the words could not be compared: its file does not stand beside both manifests" in shown.out


def test_a_file_that_is_no_leaflet_is_said(leaflet: Runner) -> None:
    for side in ("old", "new"):
        (leaflet.folder / side).mkdir()
        (leaflet.folder / side / "a.pdf").write_text(side)
    assert "the words could not be compared: it is no PDF" in leaflet("diff", "old", "new").out


@pytest.mark.parametrize(
    ("old", "sentence"), [("gone", "there is no folder"), ("bad.json", "is no manifest")]
)
def test_what_cannot_be_compared_is_a_sentence(old: str, sentence: str, leaflet: Runner) -> None:
    (leaflet.folder / "bad.json").write_text("[]")
    (leaflet.folder / "new").mkdir()
    shown = leaflet("diff", old, "new")
    assert shown.code == 2
    assert sentence in shown.err
