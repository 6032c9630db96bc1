"""A build does what must be done and no more, and the folder says what is in it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import leaflet.read
from leaflet.batch.entries import Entry
from leaflet.batch.folder_check import compare
from leaflet.batch.make_one import Result
from leaflet.batch.manifest import MANIFEST, read_manifest
from leaflet.batch.plan import Shard, Variants
from leaflet.batch.record import RECORD, Record, read_record
from leaflet.batch.run import Build, make_with
from leaflet.batch.soundness import Asked, _examined
from leaflet.batch.survey import Order, survey
from leaflet.batch.workers import Crew
from leaflet.values import altered
from tests.batch.monographs import ASKED, approved, baclofen, silent, write

_VARIANTS = Variants(profiles=("standard", "large"))


def _order(content: Path, **changed: Any) -> Order:
    paths = tuple(sorted(content.glob("*.yaml")))
    order = Order(paths=paths, folder=content / "dist", asked=ASKED, variants=_VARIANTS)
    return altered(order, **changed)


def _run(order: Order, processes: int = 1) -> tuple[list[Result], Build]:
    record = read_record(order.folder)
    with Crew(processes, many=2) as crew:
        surveyed = survey(order, record, crew, silent)
        build = Build(surveyed.jobs, order, record, make_with(crew), surveyed.stems, list(surveyed.refusals))
        return list(build.results(silent)), build


def _built(folder: Path, variants: Variants = _VARIANTS, **changed: Any) -> list[Result]:
    results, build = _run(_order(folder, variants=variants, **changed))
    assert (build.refusals, build.trouble) == ([], None)
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

    monkeypatch.setattr("leaflet.api.make", fail)
    monkeypatch.setattr("leaflet.read.read_with_pictures", fail)
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


def test_processes_and_shards_give_the_same_folder(folder: Path) -> None:
    _built(folder)
    whole = _bytes(folder)
    for number in (1, 2, 3):
        order = _order(folder, folder=folder / "other", shard=Shard(number, 3))
        results, _ = _run(order, processes=2)
        assert len(results) == (2 if number == 3 else 1)
    assert {path.name: path.read_bytes() for path in order.folder.iterdir()} == whole


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
    monkeypatch.delattr("leaflet.api.make")
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
    order = _order(folder)

    def differences() -> list[str]:
        with Crew(1) as crew:
            return compare(survey(order, Record(), crew, silent).jobs, order, crew, silent)[2]

    assert differences() == []
    (dist / "baclofen-en-large-a4.pdf").write_bytes(b"damaged")
    (dist / "other-en-standard-a4.pdf").unlink()
    (dist / "stale.pdf").write_bytes(b"%PDF")
    (dist / MANIFEST).write_text("{}")
    before = _bytes(folder)
    assert differences() == [
        f"{dist / 'baclofen-en-large-a4.pdf'} is not what the content says",
        f"{dist / 'other-en-standard-a4.pdf'} is missing",
        f"{dist / 'stale.pdf'} is a leaflet that nothing here makes; if it is withdrawn, delete it",
        f"{dist / MANIFEST} does not list what the content makes",
    ]
    assert _bytes(folder) == before


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each monograph that is read; take the list empty before a build."""
    noted: list[str] = []
    real: Callable[[bytes, Path], Any] = leaflet.read.read_with_pictures

    def read(data: bytes, path: Path) -> Any:
        noted.append(path.name)
        return real(data, path)

    monkeypatch.setattr("leaflet.read.read_with_pictures", read)
    return noted


def _reads(reads: list[str], order: Order) -> tuple[list[str], list[str]]:
    """Build and return which monographs were read, and which leaflets made."""
    reads.clear()
    _examined.cache_clear()
    results, build = _run(order)
    return reads + [f"{refusal.path.name} refused" for refusal in build.refusals], _made(results)


def _on(year: int, month: int, day: int, *, strict: bool = False) -> Asked:
    return Asked(on=date(year, month, day), strict=strict)


def test_a_check_is_believed_until_the_review_lapses(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path, a=approved(on="2026-11-23", due="2027-11-23"), b=baclofen(id="other"))
    first = _reads(reads, _order(tmp_path))
    assert (first[0], len(first[1])) == (["a.yaml", "b.yaml"], 4)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "dist").iterdir()}
    for day in (_on(2026, 11, 23), _on(2027, 3, 1), _on(2027, 11, 23)):
        assert _reads(reads, _order(tmp_path, asked=day)) == ([], [])
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "dist").iterdir()} == before
    assert _reads(reads, _order(tmp_path, asked=_on(2027, 11, 24))) == (["a.yaml", "a.yaml refused"], [])
    assert _reads(reads, _order(tmp_path, asked=_on(2027, 11, 24))) == (["a.yaml", "a.yaml refused"], [])
    assert _reads(reads, _order(tmp_path, asked=_on(2026, 11, 22)))[0] == [
        "a.yaml",
        "b.yaml",
        "a.yaml refused",
        "b.yaml refused",
    ], "on a day before their own"


def test_a_stricter_question_is_asked_anew_and_nothing_is_made_for_it(folder: Path, reads: list[str]) -> None:
    _built(folder)
    strict, lenient = (_order(folder, asked=altered(ASKED, strict=strict)) for strict in (True, False))
    assert _reads(reads, strict) == (["a.yaml", "b.yaml"], [])
    assert _reads(reads, strict) == ([], [])
    assert _reads(reads, lenient) == ([], [])


def test_other_bytes_and_another_program_are_checked_anew(
    folder: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _built(folder)
    write(folder, b=baclofen(id="other", version='"9"'))
    assert _reads(reads, _order(folder))[0] == ["b.yaml"]
    for place in ("survey", "run", "entries"):
        monkeypatch.setattr(f"leaflet.batch.{place}.program_digest", lambda: "another")
    assert _reads(reads, _order(folder))[0] == ["a.yaml", "b.yaml"]
    assert _reads(reads, _order(folder))[0] == []


def test_a_build_that_was_killed_is_not_checked_anew(folder: Path, reads: list[str]) -> None:
    order = _order(folder)
    record = read_record(order.folder)
    killed = Build(survey(order, record, Crew(1), silent).jobs, order, record, make_with(Crew(1)))
    running = killed.results(silent)
    next(running)
    running.close()  # type: ignore[attr-defined]  # it is a generator
    read, made = _reads(reads, order)
    assert len(made) == 3
    assert read == ["a.yaml", "b.yaml"], "to make what is left; a.yaml is known to be sound"


def test_what_two_builds_know_of_one_folder_is_kept(folder: Path, reads: list[str]) -> None:
    one, other = (_order(folder, paths=(folder / name,)) for name in ("a.yaml", "b.yaml"))
    for order in (one, other, one, other):
        last = _reads(reads, order)
    assert last == ([], [])
    assert _reads(reads, one) == ([], [])


def test_a_monograph_is_read_once_for_all_its_leaflets(folder: Path, reads: list[str]) -> None:
    assert _reads(reads, _order(folder))[0] == ["a.yaml", "b.yaml"]


def test_a_refused_monograph_is_told_once_and_its_old_leaflets_stay(folder: Path) -> None:
    _built(folder)
    whole = _bytes(folder)
    write(folder, b=baclofen(id="other").replace("hazard:", "hazzard:", 1))
    results, build = _run(_order(folder))
    assert [refusal.path.name for refusal in build.refusals] == ["b.yaml"]
    assert [result.job.source.path.name for result in results] == ["a.yaml", "a.yaml"]
    assert _bytes(folder) == whole
