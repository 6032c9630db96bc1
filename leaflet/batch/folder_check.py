"""Hold a folder of leaflets against what its content makes; nothing is written and no record believed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from leaflet.batch.entries import program_digest
from leaflet.batch.make_one import Errand, Result, try_out
from leaflet.batch.manifest import MANIFEST, manifest_bytes
from leaflet.batch.plan import Job, is_leaflet
from leaflet.batch.record import standing
from leaflet.batch.run import add_refusal, given_up, kin, weight
from leaflet.batch.sources import Refusal
from leaflet.batch.survey import Listener, Order
from leaflet.batch.workers import Crew, Task

_TRY_OUT: Task[Errand, Result] = Task(try_out, weight, given_up, kin)


def compare(
    jobs: Sequence[Job], order: Order, crew: Crew, listen: Listener
) -> tuple[list[Result], list[Refusal], list[str]]:
    """Make every leaflet in memory.

    Return the results, the monographs that are refused, and in sentences what the folder has otherwise.
    """
    errands = [Errand(job=job, program=program_digest(), asked=order.asked) for job in jobs]
    results: list[Result | None] = [None] * len(jobs)
    for done, (index, result) in enumerate(crew.share(_TRY_OUT, errands), start=1):
        results[index] = result
        listen(done, len(jobs), jobs[index].output.name)
    refusals: list[Refusal] = []
    for each in results:
        if each is not None and each.refused and each.failure is not None:
            add_refusal(refusals, each.job.source.path, each.failure)
    whole = [result for result in results if result is not None and not result.refused]
    return whole, refusals, list(_differences(whole, order.folder))


def _differences(results: Sequence[Result], folder: Path) -> Iterator[str]:
    wanted = [result.entry for result in results if result.entry is not None]
    whole = standing(folder, wanted)
    for entry in wanted:
        path = folder / entry.file
        if entry.file not in whole:
            yield f"{path} is not what the content says" if path.exists() else f"{path} is missing"
    names = {entry.file for entry in wanted}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        if path.name not in names and is_leaflet(path.name):
            yield f"{path} is a leaflet that nothing here makes; if it is withdrawn, delete it"
    manifest = folder / MANIFEST
    if wanted and not manifest.is_file():
        yield f"{manifest} is missing"
    elif wanted and manifest.read_bytes() != manifest_bytes(wanted):
        yield f"{manifest} does not list what the content makes"
