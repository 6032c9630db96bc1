"""A build does what must be done and no more, and the folder says what is in it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leaflet.batch.build import Result
from leaflet.batch.entries import Entry
from leaflet.batch.manifest import MANIFEST, read_manifest
from leaflet.batch.plan import Variants, plan, shard
from leaflet.batch.record import RECORD
from leaflet.batch.run import Build, Settings, compare, read_all
from tests.batch.monographs import baclofen, write

_VARIANTS = Variants(profiles=("standard", "large"))


def _silent(_: int, __: str) -> None:
    return None


def _settings(folder: Path, **changed: bool) -> Settings:
    return replace(Settings(folder=folder / "dist", processes=1, on=date(2026, 11, 23)), **changed)  # type: ignore[arg-type]  # flags only


def _built(folder: Path, variants: Variants = _VARIANTS, **changed: bool) -> list[Result]:
    settings = _settings(folder, **changed)
    sources, refusals, marks = read_all(sorted(folder.glob("*.yaml")), settings, _silent)
    build = Build(plan(sources, variants, settings.folder), settings, marks)
    results = list(build.results(_silent))
    assert (refusals, build.trouble) == ((), None)
    return results


def _made(results: list[Result]) -> list[str]:
    return [result.job.output.name for result in results if not result.unchanged]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, a=baclofen(), b=baclofen(id="other"))
    return tmp_path


def test_what_has_not_changed_is_not_made_and_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(_made(_built(folder))) == 4
    before = {path.name: path.stat().st_mtime_ns for path in (folder / "dist").iterdir()}

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("nothing is to be read or made")

    monkeypatch.setattr("leaflet.batch.build.make", fail)
    monkeypatch.setattr("leaflet.batch.sources.load_monograph", fail)
    results = _built(folder)
    assert _made(results) == []
    assert [result.pages for result in results] == [entry.pages for entry in _in_plan_order(folder)]
    assert {path.name: path.stat().st_mtime_ns for path in (folder / "dist").iterdir()} == before


def _in_plan_order(folder: Path) -> list[Entry]:
    order = {"standard": 0, "large": 1}
    return sorted(read_manifest(folder / "dist"), key=lambda entry: (entry.monograph, order[entry.profile]))


@pytest.mark.parametrize("harm", ["damaged", "deleted", "content", "force"])
def test_what_is_not_as_it_should_be_is_made_anew(harm: str, folder: Path) -> None:
    _built(folder)
    whole = _bytes(folder)
    target = folder / "dist" / "other-en-large-a4.pdf"
    if harm == "damaged":
        target.write_bytes(target.read_bytes()[:-1])
    elif harm == "deleted":
        target.unlink()
    elif harm == "content":
        write(folder, b=baclofen(id="other", version='"9"'))
    expected = {
        "damaged": [target.name],
        "deleted": [target.name],
        "content": ["other-en-standard-a4.pdf", target.name],
    }
    made = _made(_built(folder, force=harm == "force"))
    assert made == expected.get(
        harm, [f"{stem}-en-{size}-a4.pdf" for stem in ("baclofen", "other") for size in ("standard", "large")]
    )
    assert (_bytes(folder) == whole) is (harm != "content")


def test_another_program_makes_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _built(folder)
    monkeypatch.setattr("leaflet.batch.entries.program_digest", lambda: "another")
    assert len(_made(_built(folder))) == 4


def test_processes_and_shards_give_the_same_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.batch.run._MANY_JOBS", 2)
    _built(folder)
    whole = _bytes(folder)
    settings = replace(_settings(folder), folder=folder / "other", processes=2)
    sources, _, marks = read_all(sorted(folder.glob("*.yaml")), settings, _silent)
    jobs = plan(sources, _VARIANTS, settings.folder)
    parts = [shard(jobs, number, 3) for number in (1, 2, 3)]
    assert sorted(len(part) for part in parts) == [1, 1, 2]
    for part in parts:
        results = list(Build(part, settings, marks).results(_silent))
        assert [result.job for result in results] == list(part)
    assert {path.name: path.read_bytes() for path in settings.folder.iterdir()} == whole


def test_two_plans_in_one_folder_share_its_manifest(folder: Path) -> None:
    _built(folder, Variants(profiles=("standard",)))
    _built(folder, Variants(profiles=("large",)))
    assert len(read_manifest(folder / "dist")) == 4


def test_the_manifest_says_what_a_leaflet_was_made_from(folder: Path) -> None:
    results = _built(folder, Variants(papers=("letter",), region="us", colour=True))
    (entry, _) = json.loads((folder / "dist" / MANIFEST).read_text())["leaflets"]
    assert entry["file"] == "baclofen-en-standard-letter.pdf"
    assert (entry["profile"], entry["paper"], entry["region"], entry["colour"]) == (
        "standard",
        "letter",
        "us",
        True,
    )
    assert (entry["monograph"], entry["monograph_sha256"]) == ("baclofen", results[0].job.source.sha256)
    assert (entry["status"], entry["language"]) == ("draft", "en")


def test_what_was_passed_over_is_not_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    variants = Variants(profiles=("giant",), papers=("a5",), sweeping=True)
    first = _built(folder, variants)
    monkeypatch.delattr("leaflet.batch.build.make")
    again = _built(folder, variants)
    assert all(result.skipped for result in (*first, *again))
    assert [_message(result) for result in first] == [_message(result) for result in again]
    assert {path.name for path in (folder / "dist").iterdir()} == {RECORD, MANIFEST}


def _message(result: Result) -> str:
    assert result.failure is not None
    return result.failure.findings[0].message


def test_a_folder_is_held_against_its_content(folder: Path) -> None:
    _built(folder)
    dist = folder / "dist"
    settings = _settings(folder)
    sources, _, _ = read_all(sorted(folder.glob("*.yaml")), settings, _silent)
    jobs = plan(sources, _VARIANTS, dist)
    assert compare(jobs, settings, _silent)[1] == []
    (dist / "baclofen-en-large-a4.pdf").write_bytes(b"damaged")
    (dist / "other-en-standard-a4.pdf").unlink()
    (dist / "stale.pdf").write_bytes(b"%PDF")
    (dist / MANIFEST).write_text("{}")
    before = _bytes(folder)
    assert compare(jobs, settings, _silent)[1] == [
        f"{dist / 'baclofen-en-large-a4.pdf'} is not what the content says",
        f"{dist / 'other-en-standard-a4.pdf'} is missing",
        f"{dist / 'stale.pdf'} is a leaflet that nothing here makes",
        f"{dist / MANIFEST} does not list what the content makes",
    ]
    assert _bytes(folder) == before
