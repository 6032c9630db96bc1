"""Monographs are found in order, each once, and one that is not sound stops no other."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from leaflet.batch.sources import Refusal, Source, find_monographs, read_source, told_apart
from leaflet.read import load
from tests.batch.monographs import ASKED, baclofen, write


def _read(paths: Iterable[Path]) -> tuple[tuple[Source, ...], tuple[Refusal, ...]]:
    return told_apart([read_source(path, ASKED, "this one") for path in paths])


def test_a_folder_gives_its_monographs_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt", "sub/c.yaml", ".hidden.yaml", ".git/d.yaml", "a.yaml.orig"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    (tmp_path / "folder.yaml").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in find_monographs([tmp_path])]
    assert found == ["a.yml", "b.yaml", "sub/c.yaml"]


def test_each_file_is_taken_once_where_it_was_first_named(tmp_path: Path) -> None:
    write(tmp_path, a="", b="")
    first, again = tmp_path / "b.yaml", tmp_path / "." / "b.yaml"
    assert find_monographs([first, tmp_path, again]) == (first, tmp_path / "a.yaml")


def test_a_folder_whose_own_path_is_hidden_is_read(tmp_path: Path) -> None:
    write(tmp_path / ".drafts", a="")
    assert len(find_monographs([tmp_path / ".drafts"])) == 1


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gone"):
        find_monographs([tmp_path / "gone.yaml"])


@pytest.mark.parametrize(
    ("language", "stem"), [("en", "baclofen-en"), ("en-GB", "baclofen-en"), ("EN-us", "baclofen-en")]
)
def test_a_source_is_named_by_id_and_first_subtag(language: str, stem: str, tmp_path: Path) -> None:
    write(tmp_path, a=baclofen(language=language))
    (source,), refusals = _read([tmp_path / "a.yaml"])
    assert (source.stem, refusals) == (stem, ())
    assert source.sha256 == load(source.path).sha256


def test_what_is_not_sound_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path, good=baclofen(), bad="id: bad\n", empty="")
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff\x00")
    (tmp_path / "huge.yaml").write_bytes(b"#" * (2 << 20))
    paths = [*find_monographs([tmp_path]), tmp_path / "gone.yaml"]
    sources, refusals = _read(paths)
    assert [source.path.name for source in sources] == ["good.yaml"]
    by_name = {refusal.path.name: refusal.failure for refusal in refusals}
    assert set(by_name) == {"bad.yaml", "empty.yaml", "binary.yaml", "huge.yaml", "gone.yaml"}
    gone = by_name.pop("gone.yaml")
    assert "no such file" in gone.sentence
    assert not gone.findings
    assert all(failure.findings for failure in by_name.values())


def test_monographs_that_ask_for_one_name_are_all_refused(tmp_path: Path) -> None:
    write(tmp_path, a=baclofen(), b=baclofen(language="en-GB"), c=baclofen(id="other"), d=baclofen())
    sources, refusals = _read(find_monographs([tmp_path]))
    assert [source.path.name for source in sources] == ["c.yaml"]
    assert [refusal.path.name for refusal in refusals] == ["a.yaml", "b.yaml", "d.yaml"]
    ((finding,),) = {refusal.failure.findings for refusal in refusals}
    assert all(f"{name}.yaml" in finding.message for name in "abd")
    assert finding.message.endswith(
        "would all make files called baclofen-en, by id and the first part of the language"
    )
