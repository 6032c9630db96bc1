"""Run a build: leave what is as it should be, make the rest, note it, and write the manifest."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from leaflet.batch.entries import key_of, program_digest
from leaflet.batch.failures import Failure, failure_of
from leaflet.batch.make_one import Errand, Result, brief, build_briefly, told
from leaflet.batch.manifest import MANIFEST, manifest_bytes
from leaflet.batch.plan import Job
from leaflet.batch.record import Journal, Noted, Record, standing
from leaflet.batch.sources import Refusal, stream_data
from leaflet.batch.survey import Listener, Order
from leaflet.batch.withdrawn import new_marks, place_of, prune, withdrawn_in
from leaflet.batch.workers import Crew, Task
from leaflet.diagnostics import Finding
from leaflet.files import write_whole

Maker = Callable[[Sequence[Errand]], Iterator[tuple[int, Result]]]
"""Makes and writes leaflets, and yields the index of each errand with the job's result."""


class Build(Struct):
    """A running build: `results` yields what became of each job, and leaves `trouble` with the folder."""

    jobs: Sequence[Job]
    order: Order
    record: Record  # of the folder, as it was
    maker: Maker  # who makes the leaflets
    stems: Mapping[Path, str] = field(default_factory=dict)  # as the survey found them
    refusals: list[Refusal] = field(default_factory=list)  # monographs that were found unsound on the way
    trouble: Failure | None = None
    withdrawn: Sequence[str] = ()  # names of files of monographs that are gone, which still stand
    pruned: Sequence[str] = ()  # and of those that were deleted
    _sure: set[str] = field(default_factory=set)  # names of files that are known to be whole

    def results(self, listen: Listener) -> Iterator[Result]:
        """Do what must be done and yield each job's result in the plan's order."""
        known = {} if self.order.force else _known(self.jobs, self.order.folder, self.record)
        settled = {job.output.name for job in self.jobs if job.output.name in known and job.source.sound}
        todo = [_errand(job, self.order, known) for job in self.jobs if job.output.name not in settled]
        marks = new_marks(self.order, self.record, self.stems, _sha256(self.order.folder / MANIFEST))
        gone = withdrawn_in(self.record, marks)
        self.withdrawn = sorted(gone)
        is_idle = not marks and not (gone and self.order.prune) and self._needs_nothing(todo, known)
        journal = None if is_idle else self._begin(todo, marks)
        try:
            yield from self._done(journal, todo, {name: known[name] for name in settled}, listen)
            if journal is not None:
                self._prune(gone)
                self._end(journal)
        finally:
            if journal is not None:
                journal.leave()

    def _done(
        self, journal: Journal | None, todo: Sequence[Errand], ready: dict[str, Result], listen: Listener
    ) -> Iterator[Result]:
        """Make what must be made, note it, and yield it with what is ready, in the plan's order."""
        position = 0
        self._sure = {name for name, result in ready.items() if result.entry is not None}
        for done, (index, result) in enumerate(self.maker(todo), start=1):
            ready[result.job.output.name] = result
            if journal is not None:
                self._note(journal, result)
            listen(done, len(todo), todo[index].job.output.name)
            while position < len(self.jobs) and self.jobs[position].output.name in ready:
                yield from self._told(ready.pop(self.jobs[position].output.name))
                position += 1
        for job in self.jobs[position:]:
            yield from self._told(ready.pop(job.output.name))

    def _told(self, result: Result) -> Iterator[Result]:
        """Yield a result, or put the refused monograph on the list, once."""
        if not result.refused:
            yield result
        elif result.failure is not None:
            add_refusal(self.refusals, result.job.source.path, result.failure)

    def _needs_nothing(self, todo: Sequence[Errand], known: Mapping[str, Result]) -> bool:
        """Tell whether leaflets, record and manifest are all as this build would leave them."""
        folder, record = self.order.folder, self.record
        others = [name for name, note in record.notes.items() if note.entry and name not in known]
        return (
            not todo
            and record.is_whole
            and all(record.sound.get(job.source.sha256) == job.source.sound for job in self.jobs)
            and record.manifest == _sha256(folder / MANIFEST)
            and all((folder / name).is_file() for name in others)
        )

    def _prune(self, gone: Mapping[str, Noted]) -> None:
        """Delete what was withdrawn, where that was asked for."""
        if not self.order.prune:
            return
        try:
            self.pruned = prune(self.order.folder, gone)
        except OSError as error:
            self.trouble = failure_of(error, f"deleting in {self.order.folder}")
        self.withdrawn = [name for name in self.withdrawn if (self.order.folder / name).exists()]

    def _begin(self, todo: Sequence[Errand], marks: Sequence[Noted]) -> Journal | None:
        """Return a journal; where the folder cannot be written, each leaflet will say so by itself."""
        folder = self.order.folder
        try:
            journal = Journal(folder) if self.jobs or marks or self.withdrawn else None
        except OSError as error:
            if not todo and self.record.manifest != _sha256(folder / MANIFEST):
                self.trouble = failure_of(error, f"writing {folder / MANIFEST}")
            return None
        if journal is not None:
            sources = {job.source.sha256: job.source.sound for job in self.jobs}
            with suppress(OSError):
                for mark in marks:
                    journal.note(mark)
                for monograph, sound in sources.items():
                    if sound is not None and self.record.sound.get(monograph) != sound:
                        journal.note_sound(monograph, sound)
        return journal

    def _note(self, journal: Journal, result: Result) -> None:
        noted, source = _noted(result, self.order.folder), result.job.source
        if result.entry is not None:
            self._sure.add(result.entry.file)
        with suppress(OSError):  # it is done again by the next build, no more
            if result.sound is not None and self.record.sound.get(source.sha256) != result.sound:
                self.record.sound[source.sha256] = result.sound
                journal.note_sound(source.sha256, result.sound)
            if noted is not None:
                journal.note(noted)

    def _end(self, journal: Journal) -> None:
        """Write record and manifest; of what was in the folder before, all that still stands is in it."""
        folder = self.order.folder
        try:
            journal.close(self._list)
        except OSError as error:
            self.trouble = failure_of(error, f"writing {folder / MANIFEST}")

    def _list(self, record: Record) -> str:
        """Write the manifest of all that stands, and return its digest."""
        entries = [note.entry for note in record.notes.values() if note.entry and not note.withdrawn]
        others = [entry for entry in entries if entry.file not in self._sure]
        whole = self._sure | standing(self.order.folder, others)
        data = manifest_bytes([entry for entry in entries if entry.file in whole])
        path, digest = self.order.folder / MANIFEST, hashlib.sha256(data).hexdigest()
        if _sha256(path) != digest:
            write_whole(path, data)
        return digest


def make_with(crew: Crew) -> Maker:
    """Return who makes leaflets with the processes of this machine."""

    def make(errands: Sequence[Errand]) -> Iterator[tuple[int, Result]]:
        for index, answer in crew.share(_BUILD, errands):
            yield index, told(errands[index].job, answer)

    return make


def add_refusal(refusals: list[Refusal], path: Path, failure: Failure) -> None:
    """Add a monograph to a list, unless it is the last: its leaflets come one after the other."""
    if not refusals or refusals[-1].path != path:
        refusals.append(Refusal(path=path, failure=failure))


def _errand(job: Job, order: Order, known: Mapping[str, Result]) -> Errand:
    asked = order.asked if job.source.sound is None else None
    return Errand(
        job=job,
        program=program_digest(),
        asked=asked,
        standing=known.get(job.output.name),
        data=stream_data(job.source.path),
    )


def _sha256(path: Path) -> str:
    """Return the digest of a file, "" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _known(jobs: Sequence[Job], folder: Path, record: Record) -> dict[str, Result]:
    """Return the results of jobs that need not be done: made from the same, and standing as made."""
    noted = {job.output.name: record.notes.get(job.output.name) for job in jobs}
    same = {
        job.output.name: job
        for job in jobs
        if (note := noted[job.output.name]) and not note.withdrawn and note.key == key_of(job)
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


def _noted(result: Result, folder: Path) -> Noted | None:
    job, source = result.job, result.job.source.sha256
    if result.entry is not None:
        return Noted(
            file=job.output.name,
            key=key_of(job),
            monograph=source,
            source=place_of(job.source.path, folder),
            entry=result.entry,
        )
    if result.skipped and result.failure is not None and not job.output.exists():
        first = result.failure.findings[0]
        passed_over = (first.code, first.message)
        return Noted(file=job.output.name, key=key_of(job), monograph=source, passed_over=passed_over)
    return None


def weight(errand: Errand) -> float:
    """Return how large an errand is, by its monograph."""
    return errand.job.source.size


def kin(errand: Errand) -> str:
    """Return what errands share that one worker had best do: its monograph is read once for all."""
    return errand.job.source.stem


def given_up(errand: Errand, cause: str) -> Result:
    """Return the result of a job that no worker survived."""
    sentence = f"the worker that made {errand.job.output.name} from {errand.job.source.path} {cause}"
    return Result(job=errand.job, failure=Failure(sentence=sentence))


def _given_up_briefly(errand: Errand, cause: str) -> tuple[Any, ...]:
    return brief(given_up(errand, cause))


_BUILD: Task[Errand, tuple[Any, ...]] = Task(build_briefly, weight, _given_up_briefly, kin)
