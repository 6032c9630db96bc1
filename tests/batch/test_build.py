"""Each job writes its own file; what cannot be made is said, and the old file stays."""

from pathlib import Path

import pytest

from leaflet.api import make
from leaflet.batch.make_one import Errand, Result
from leaflet.batch.make_one import build as build_errand
from leaflet.batch.plan import Job, Variants
from leaflet.batch.record import Record
from leaflet.batch.survey import Order, survey
from leaflet.batch.workers import Crew
from leaflet.proof.answers import unreadable
from leaflet.read import load
from tests.batch.monographs import ASKED, baclofen, silent, write


def _jobs(folder: Path, variants: Variants, **texts: str) -> tuple[Job, ...]:
    write(folder, **(texts or {"baclofen": baclofen()}))
    paths = tuple(sorted(folder.glob("*.yaml")))
    order = Order(paths=paths, folder=folder / "dist", asked=ASKED, variants=variants)
    surveyed = survey(order, Record(), Crew(1), silent)
    assert surveyed.refusals == ()
    return surveyed.jobs


def build(job: Job) -> Result:
    return build_errand(Errand(job=job, program="this one", asked=ASKED))


def _result(folder: Path, variants: Variants) -> Result:
    (job,) = _jobs(folder, variants)
    return build(job)


def test_a_plan_has_a_file_for_each_source_profile_and_paper(tmp_path: Path) -> None:
    variants = Variants(profiles=("standard", "giant"), papers=("a4", "letter"), region="uk", colour=True)
    jobs = _jobs(tmp_path, variants, b=baclofen(), a=baclofen(id="another", language="en-GB"))
    assert [job.output.relative_to(tmp_path).as_posix() for job in jobs] == [
        f"dist/{stem}-en-{profile}-{paper}.pdf"
        for stem in ("another", "baclofen")
        for profile in ("standard", "giant")
        for paper in ("a4", "letter")
    ]
    assert {(job.region, job.colour, job.may_skip) for job in jobs} == {("uk", True, False)}


def test_a_job_writes_what_the_api_makes(tmp_path: Path) -> None:
    result = _result(tmp_path, Variants(profiles=("large",), papers=("letter",), region="us", colour=True))
    assert result.failure is None
    made = make(load(tmp_path / "baclofen.yaml"), profile="large", paper="letter", region="us", colour=True)
    assert result.job.output.read_bytes() == made.pdf
    assert (result.pages, result.sheets) == (made.pages, made.sheets)


@pytest.mark.parametrize(
    ("profiles", "papers", "sweeping", "skipped"),
    [
        (("giant",), ("a5",), False, False),
        (("giant",), ("a5",), True, True),  # too narrow for giant print
    ],
)
def test_a_small_paper_is_passed_over_only_where_all_was_asked_for(
    profiles: tuple[str, ...], papers: tuple[str, ...], sweeping: bool, skipped: bool, tmp_path: Path
) -> None:
    result = _result(tmp_path, Variants(profiles=profiles, papers=papers, sweeping=sweeping))
    assert result.failure is not None
    assert result.failure.findings
    assert result.skipped is skipped
    assert not result.job.output.exists()


def test_warnings_too_long_for_a4_are_an_error_even_where_all_was_asked_for(tmp_path: Path) -> None:
    text = baclofen().replace("hazard: ", f"hazard: {'Hives, ' * 150}", 1)
    (job,) = _jobs(tmp_path, Variants(profiles=("giant",), sweeping=True), baclofen=text)
    result = build(job)
    assert result.failure is not None
    assert [finding.code for finding in result.failure.findings] == ["L005"]
    assert not result.skipped


def test_a_monograph_that_changed_since_the_plan_is_not_built(tmp_path: Path) -> None:
    (job,) = _jobs(tmp_path, Variants())
    write(tmp_path, baclofen=baclofen(id="other"))
    result = build(job)
    assert result.failure is not None
    assert "changed while it was being built" in result.failure.sentence
    assert not job.output.exists()


def test_a_fault_is_told_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (job,) = _jobs(tmp_path, Variants())
    job.output.parent.mkdir()
    job.output.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a slip")

    monkeypatch.setattr("leaflet.api.make", fail)
    result = build(job)
    assert result.failure is not None
    assert "making baclofen-en-standard-a4.pdf from" in result.failure.sentence
    assert "ZeroDivisionError: a slip" in result.failure.sentence
    assert "in fail" in result.failure.traceback
    assert job.output.read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (job,) = _jobs(tmp_path, Variants())
    (tmp_path / "dist").write_bytes(b"a file in the way")
    result = build(job)
    assert result.failure is not None
    assert result.failure.sentence.startswith(f"writing {job.output} failed: ")
    assert result.failure.traceback == ""


def test_a_verified_build_says_what_was_proved(tmp_path: Path) -> None:
    entry = _result(tmp_path, Variants(verify=True)).entry
    assert entry is not None
    assert entry.verify.endswith("rules of leaflet verify pass")


def test_a_file_that_breaks_a_rule_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.proof.prove_file.verify_bytes", lambda *_: unreadable("", "it is damaged"))
    result = _result(tmp_path, Variants(verify=True))
    assert result.failure is not None
    assert [finding.code for finding in result.failure.findings] == ["V628"]
    assert not result.job.output.exists()
