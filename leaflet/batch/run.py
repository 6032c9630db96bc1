"""Run a build: read the monographs, leave what is as it should be, make the rest, and write the manifest."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from leaflet.batch.build import Result, build, try_out
from leaflet.batch.entries import key_of, program_digest
from leaflet.batch.failures import Failure, failure_of
from leaflet.batch.manifest import MANIFEST, manifest_bytes
from leaflet.batch.plan import Job
from leaflet.batch.record import Journal, Noted, Record, read_record, standing
from leaflet.batch.sources import Refusal, Source, read_source, told_apart
from leaflet.batch.workers import Task, share
from leaflet.diagnostics import Finding
from leaflet.files import write_whole

# Fewer than these are done sooner than two workers are started.
_MANY_SOURCES, _MANY_JOBS = 50, 80

Listener = Callable[[int, str], None]
"""Is told how many are done, and the name of the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a build is run."""

    folder: Path
    processes: int
    on: date  # the day on which a review may have lapsed
    strict: bool = False
    force: bool = False  # make what need not be made, too


def read_all(
    paths: Sequence[Path], settings: Settings, listen: Listener
) -> tuple[tuple[Source, ...], tuple[Refusal, ...], dict[str, str]]:
    """Read and check all monographs; return the sound, the refused, and the stems to know the sound by.

    A monograph that was found sound today, by these rules, is not read again.
    """
    known = {} if settings.force else read_record(settings.folder).sound
    digests = {path: _digest(path, settings) for path in paths}
    read: dict[Path, Source | Refusal] = {}
    for path, (sha256, size, mark) in digests.items():
        if mark in known:
            read[path] = Source(path=path, sha256=sha256, stem=known[mark], size=size)
    unread = [path for path in paths if path not in read]
    task = Task(
        partial(read_source, on=settings.on, strict=settings.strict),
        lambda path: digests[path][1],
        _unreadable,
    )
    processes = settings.processes if len(unread) >= _MANY_SOURCES else 1
    for done, (index, answer) in enumerate(share(task, unread, processes), start=1):
        read[unread[index]] = answer
        listen(done, unread[index].name)
    sources, refusals = told_apart([read[path] for path in paths])
    marks = {digests[source.path][2]: source.stem for source in sources}
    return sources, refusals, marks


def _digest(path: Path, settings: Settings) -> tuple[str, int, str]:
    """Return the digest of a monograph, its size, and what its soundness is remembered by; "" for no file."""
    try:
        data = path.read_bytes()
    except OSError:
        return "", 0, ""
    sha256 = hashlib.sha256(data).hexdigest()
    asked = f"{sha256} {settings.on} {settings.strict} {program_digest()}"
    return sha256, len(data), hashlib.sha256(asked.encode()).hexdigest()


def _unreadable(path: Path, cause: str) -> Refusal:
    return Refusal(path=path, failure=Failure(sentence=f"the worker that read {path} {cause}"))


@dataclass(slots=True)
class Build:
    """A running build: `results` yields what became of each job, and leaves `trouble` with the folder."""

    jobs: Sequence[Job]
    settings: Settings
    marks: dict[str, str]  # of sound monographs, from `read_all`
    trouble: Failure | None = None
    _sure: set[str] = field(default_factory=set)  # names of files that are known to be whole

    def results(self, listen: Listener) -> Iterator[Result]:
        """Do what must be done and yield each job's result in the plan's order."""
        before = read_record(self.settings.folder)
        known = {} if self.settings.force else _known(self.jobs, self.settings.folder, before)
        todo = [job for job in self.jobs if job.output.name not in known]
        journal = self._begin()
        ready, position = dict(known), 0
        self._sure = {name for name, result in known.items() if result.entry is not None}
        for done, (index, result) in enumerate(share(_BUILD, todo, self._processes(todo)), start=1):
            ready[result.job.output.name] = result
            if journal is not None:
                self._note(journal, result)
            listen(done, todo[index].output.name)
            while position < len(self.jobs) and self.jobs[position].output.name in ready:
                yield ready.pop(self.jobs[position].output.name)
                position += 1
        for job in self.jobs[position:]:
            yield ready.pop(job.output.name)
        if journal is not None:
            self._end(journal)

    def _processes(self, todo: Sequence[Job]) -> int:
        return self.settings.processes if len(todo) >= _MANY_JOBS else 1

    def _begin(self) -> Journal | None:
        try:
            return Journal(self.settings.folder) if self.jobs else None
        except OSError:  # then no leaflet can be written either, and each will say why
            return None

    def _note(self, journal: Journal, result: Result) -> None:
        noted = _noted(result)
        if result.entry is not None:
            self._sure.add(result.entry.file)
        if noted is not None:
            with suppress(OSError):  # it is made again by the next build, no more
                journal.note(noted)

    def _end(self, journal: Journal) -> None:
        """Write record and manifest; of what was in the folder before, all that still stands is in it."""
        folder = self.settings.folder
        try:
            record = journal.close(self.marks)
            entries = [note.entry for note in record.notes.values() if note.entry is not None]
            others = [entry for entry in entries if entry.file not in self._sure]
            whole = self._sure | standing(folder, others)
            data = manifest_bytes([entry for entry in entries if entry.file in whole])
            path = folder / MANIFEST
            if not path.is_file() or path.read_bytes() != data:
                write_whole(path, data)
        except OSError as error:
            self.trouble = failure_of(error, f"writing {folder / MANIFEST}")


def _known(jobs: Sequence[Job], folder: Path, record: Record) -> dict[str, Result]:
    """Return the results of jobs that need not be done: made from the same, and standing as made."""
    noted = {job.output.name: record.notes.get(job.output.name) for job in jobs}
    same = {
        job.output.name: job for job in jobs if (note := noted[job.output.name]) and note.key == key_of(job)
    }
    entries = [note.entry for name in same if (note := noted[name]) and note.entry]
    whole = standing(folder, entries)
    results = {}
    for name, job in same.items():
        note = noted[name]
        if note is not None and note.entry is not None and name in whole:
            results[name] = Result(job=job, entry=note.entry, unchanged=True)
        elif note is not None and note.entry is None and job.may_skip:
            code, message = note.passed_over
            failure = Failure(findings=(Finding(code=code, message=message),))
            results[name] = Result(job=job, failure=failure, skipped=True)
    return results


def _noted(result: Result) -> Noted | None:
    job = result.job
    if result.entry is not None:
        return Noted(file=job.output.name, key=key_of(job), entry=result.entry)
    if result.skipped and result.failure is not None and not job.output.exists():
        first = result.failure.findings[0]
        return Noted(file=job.output.name, key=key_of(job), passed_over=(first.code, first.message))
    return None


def _weight(job: Job) -> float:
    return job.source.size


def _given_up(job: Job, cause: str) -> Result:
    sentence = f"the worker that made {job.output.name} from {job.source.path} {cause}"
    return Result(job=job, failure=Failure(sentence=sentence))


_BUILD: Task[Job, Result] = Task(build, _weight, _given_up)
_TRY_OUT: Task[Job, Result] = Task(try_out, _weight, _given_up)


def compare(jobs: Sequence[Job], settings: Settings, listen: Listener) -> tuple[list[Result], list[str]]:
    """Make every leaflet in memory; return the results, and in sentences what the folder has otherwise.

    Nothing is written, and no record is believed.
    """
    results: list[Result | None] = [None] * len(jobs)
    processes = settings.processes if len(jobs) >= _MANY_JOBS else 1
    for done, (index, result) in enumerate(share(_TRY_OUT, jobs, processes), start=1):
        results[index] = result
        listen(done, jobs[index].output.name)
    whole = [result for result in results if result is not None]
    return whole, list(_differences(whole, settings.folder))


def _differences(results: Sequence[Result], folder: Path) -> Iterator[str]:
    wanted = [result.entry for result in results if result.entry is not None]
    whole = standing(folder, wanted)
    for entry in wanted:
        path = folder / entry.file
        if entry.file not in whole:
            yield f"{path} is not what the content says" if path.exists() else f"{path} is missing"
    names = {entry.file for entry in wanted}
    for path in sorted(folder.glob("*.pdf")):
        if path.name not in names:
            yield f"{path} is a leaflet that nothing here makes"
    manifest = folder / MANIFEST
    if wanted and not manifest.is_file():
        yield f"{manifest} is missing"
    elif wanted and manifest.read_bytes() != manifest_bytes(wanted):
        yield f"{manifest} does not list what the content makes"
