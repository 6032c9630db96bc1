"""Run a build for the command line: with progress on the way, and a line for each file."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from leaflet.cli.progress import Progress
from leaflet.cli.terminal import Trouble, count, say, say_aside
from leaflet.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from leaflet.batch.failures import Failure
    from leaflet.batch.make_one import Result
    from leaflet.batch.record import Record
    from leaflet.batch.run import Build, Maker
    from leaflet.batch.sources import Refusal
    from leaflet.batch.survey import Order, Survey
    from leaflet.batch.workers import Crew


class Outcome(Value, kw_only=True):
    """What became of a build."""

    refusals: "Sequence[Refusal]"
    results: "Sequence[Result]"
    differences: Sequence[str] = ()
    left_behind: "Sequence[Path]" = ()  # of an earlier build, where this one refused to make them anew
    withdrawn: Sequence[str] = ()  # names of files whose monographs are gone
    pruned: Sequence[str] = ()  # and of those that were deleted
    elsewhere: Mapping[str, Sequence[str]] = {}  # region → leaflets of the same monographs in the folder
    replaced: "Sequence[tuple[Path, Path]]" = ()  # monographs that took over the files of others
    trouble: "Failure | None" = None


def _surveyed(order: "Order", crew: "Crew", record: "Record") -> "Survey":
    from leaflet.batch.survey import survey

    progress = Progress("read")
    surveyed = survey(order, record, crew, progress.show)
    progress.clear()
    return surveyed


def build_here(order: "Order", processes: int) -> Outcome:
    """Do the jobs with the processes of this machine."""
    from leaflet.batch.run import make_with
    from leaflet.batch.workers import Crew

    with Crew(processes) as crew:
        return _built(order, crew, make_with(crew))


def build_afar(order: "Order", processes: int, scheduler: str) -> Outcome:
    """Do the jobs on a cluster; `processes` is how many workers one that starts here has."""
    from leaflet.batch.cluster import ClusterError, connected, make_on
    from leaflet.batch.workers import Crew

    try:
        with connected(scheduler, processes) as client:
            return _built(order, Crew(1), partial(make_on, client))
    except ClusterError as error:
        raise Trouble(str(error), "see 'leaflet build --help'") from error


def _built(order: "Order", crew: "Crew", maker: "Maker") -> Outcome:
    from leaflet.batch.record import read_record
    from leaflet.batch.run import Build
    from leaflet.batch.withdrawn import replaced

    record = read_record(order.folder)
    surveyed = _surveyed(order, crew, record)
    build = Build(surveyed.jobs, order, record, maker, surveyed.stems)
    results = _written(build)
    refusals = _in_order(order, [*surveyed.refusals, *build.refusals])
    if not (surveyed.jobs or refusals):
        _leave_empty(order)
    return Outcome(
        refusals=refusals,
        results=results,
        left_behind=_left_behind(order, refusals, results),
        withdrawn=build.withdrawn,
        pruned=build.pruned,
        elsewhere=_elsewhere(order, record, results),
        replaced=replaced(order, record, results),
        trouble=build.trouble,
    )


def _elsewhere(order: "Order", record: "Record", results: "Sequence[Result]") -> Mapping[str, Sequence[str]]:
    if all(
        note.entry is None or note.entry.region == (order.variants.region or "")
        for note in record.notes.values()
    ):
        return {}
    from leaflet.batch.left_behind import of_other_regions  # as below

    return of_other_regions(order, record, results)


def _leave_empty(order: "Order") -> None:
    """Leave the manifest of a part that has no leaflet to make, so that the parts can be joined."""
    from leaflet.batch.manifest import MANIFEST, manifest_bytes
    from leaflet.files import write_whole

    manifest = order.folder / MANIFEST
    if not manifest.exists():
        write_whole(manifest, manifest_bytes([]))
    say(f"part {order.shard.number} of {order.shard.count} has no leaflet to make in {order.folder}")


def _left_behind(
    order: "Order", refusals: "Sequence[Refusal]", results: "Sequence[Result]"
) -> "Sequence[Path]":
    if not refusals and all(result.failure is None for result in results):
        return ()
    from leaflet.batch.left_behind import left_behind  # what reads files need not be loaded for a sound build

    return left_behind(order.folder, order.variants, refusals, results)


def _written(build: "Build") -> "list[Result]":
    """Do the jobs, and print a line for each file that was written."""
    from leaflet.cli.outcome import file_line, too_many_lines

    progress, results = Progress("built"), list["Result"]()
    for result in build.results(progress.show):
        results.append(result)
        if result.entry is not None and not result.unchanged:
            progress.clear()
            say(file_line(result))
            if result.entry.lines_too_many:
                say_aside(too_many_lines(result))
    progress.clear()
    unchanged = sum(result.unchanged for result in results)
    if unchanged:
        say(f"{count(unchanged, 'leaflet')} unchanged in {build.order.folder}")
    return results


def compare_here(order: "Order", processes: int) -> Outcome:
    """Make the leaflets in memory and hold the folder against them."""
    from leaflet.batch.folder_check import compare
    from leaflet.batch.record import Record
    from leaflet.batch.workers import Crew

    with Crew(processes) as crew:
        surveyed, progress = _surveyed(order, crew, Record()), Progress("compared")
        results, refusals, differences = compare(surveyed.jobs, order, crew, progress.show)
    progress.clear()
    refusals = _in_order(order, [*surveyed.refusals, *refusals])
    if not (differences or refusals) and all(each.failure is None or each.skipped for each in results):
        say(f"{count(len(results), 'leaflet')} in {order.folder} as the content says")
    return Outcome(refusals=refusals, results=results, differences=differences)


def _in_order(order: "Order", refusals: "list[Refusal]") -> "list[Refusal]":
    place = {path: index for index, path in enumerate(order.paths)}
    return sorted(refusals, key=lambda refusal: place[refusal.path])
