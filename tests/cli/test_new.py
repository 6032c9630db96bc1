"""`leaflet new` writes a monograph that reads, with a schema an editor finds, and overwrites nothing."""

import re
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from leaflet.cli.new import _schema_from
from leaflet.places import schema_file
from leaflet.read import load
from tests.cli.runs import CHECKOUT, Runner


@pytest.mark.parametrize(
    ("name", "arguments", "content", "path"),
    [
        ("Folic acid", [], False, "folic-acid.yaml"),
        ("Folic acid", [], True, "content/folic-acid.yaml"),
        ("Folic acid", ["-o", "new/place/x.yaml"], True, "new/place/x.yaml"),
    ],
)
def test_it_writes_a_sound_monograph_and_names_it(
    name: str, arguments: list[str], content: bool, path: str, leaflet: Runner
) -> None:
    if content:
        (leaflet.folder / "content").mkdir()
    shown = leaflet("new", name, *arguments)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == f"{Path(path)}\n"
    monograph = load(leaflet.folder / path)
    assert (monograph.name, monograph.is_approved) == (name, False)


def test_it_is_not_built_before_it_is_filled_in(leaflet: Runner) -> None:
    leaflet("new", "Testol", "-o", "a.yaml")
    shown = leaflet("build", "a.yaml")
    assert shown.code == 1
    assert "so this is not built: a.yaml" in shown.err
    assert not (leaflet.folder / "dist").exists()


def test_a_picture_that_only_a_comment_names_is_no_hindrance(leaflet: Runner) -> None:
    leaflet("new", "Testol", "-o", "a.yaml")
    assert "#     file: picture.svg" in (leaflet.folder / "a.yaml").read_text(encoding="utf-8")
    shown = leaflet("build", "a.yaml", "--proof-copy", "-o", "out")
    assert (shown.code, shown.err) == (0, "")


def test_it_never_overwrites(leaflet: Runner) -> None:
    (leaflet.folder / "testol.yaml").write_text("mine")
    shown = leaflet("new", "Testol")
    assert (shown.code, shown.out) == (2, "")
    assert "testol.yaml is already there" in shown.err
    assert (leaflet.folder / "testol.yaml").read_text() == "mine"


@pytest.mark.parametrize("name", ["", "x" * 300, "**Bold**"])
def test_a_name_no_medicine_can_have_is_a_sentence(name: str, leaflet: Runner) -> None:
    shown = leaflet("new", name)
    assert shown.code == 2
    assert "cannot be the name of a medicine" in shown.err
    assert list(leaflet.folder.iterdir()) == []


def test_the_day_is_that_of_source_date_epoch(leaflet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    leaflet("new", "Testol")
    assert load(leaflet.folder / "testol.yaml").dated == "2026-11-22"


def test_an_editor_finds_the_schema_from_the_new_file(leaflet: Runner) -> None:
    leaflet("new", "Testol")
    first = (leaflet.folder / "testol.yaml").read_text().splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found is not None
    assert Path(url2pathname(urlparse(found[1]).path)) == schema_file()


def test_in_a_checkout_the_schema_s_place_is_relative() -> None:
    assert _schema_from(CHECKOUT / "content" / "new.yaml") == "../leaflet/monograph.schema.json"
