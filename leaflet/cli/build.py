"""`leaflet build`: print leaflets."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli import TRACEBACK
from leaflet.cli.days import today
from leaflet.cli.terminal import Progress, Trouble, count, pick, say, say_aside, say_error, working_on
from leaflet.paper import PAPERS
from leaflet.places import content_folder
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS

if TYPE_CHECKING:
    from leaflet.batch.build import Result
    from leaflet.batch.failures import Failure
    from leaflet.batch.plan import Job
    from leaflet.batch.sources import Refusal

_HELP = f"""Make PDF leaflets from monographs.

MONOGRAPH is a YAML file, or a folder of them. Without one, all of ./content is built, or the
monographs that come with Leaflet where there is no such folder. A file is called
ID-LANGUAGE-PROFILE-PAPER.pdf. It is written whole or not at all; when one leaflet is refused, the
others are still built.

\b
Profiles: {", ".join(PROFILES)}
Papers:   {", ".join(PAPERS)}
Regions:  {", ".join(REGIONS)}

\b
Examples:
  leaflet build
  leaflet build content/baclofen.yaml --profile large --paper letter --region us
  leaflet build --profile standard --profile giant -o print/
  leaflet build --profile all --paper all
"""


@click.command("build", help=_HELP, short_help="Print leaflets.")
@click.argument("monographs", nargs=-1, type=click.Path(path_type=Path), metavar="[MONOGRAPH ...]")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    default="dist",
    metavar="DIR",
    help="Where the files go; made where it is not there.  [default: dist]",
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    default=["standard"],
    metavar="NAME|all",
    help="A print profile; may be given more than once.  [default: standard]",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    default=["a4"],
    metavar="NAME|all",
    help="A paper; may be given more than once.  [default: a4]",
)
@click.option(
    "--region", metavar="NAME", help="Whose emergency numbers to print; without it, none is printed."
)
@click.option("--colour", is_flag=True, help="Give the warnings a signal colour; nothing else changes.")
def command(
    monographs: tuple[Path, ...],
    folder: Path,
    profiles: tuple[str, ...],
    papers: tuple[str, ...],
    region: str | None,
    colour: bool,
) -> int:
    """Plan, build and report; return the exit code."""
    from leaflet.batch.plan import Variants, plan
    from leaflet.batch.sources import find_monographs, read_sources

    if folder.exists() and not folder.is_dir():
        raise Trouble(f"{folder} is a file", "name a folder for -o")
    variants = Variants(
        profiles=_chosen("profile", profiles, PROFILES),
        papers=_chosen("paper", papers, PAPERS),
        region=pick("region", [region], REGIONS)[0] if region is not None else None,
        colour=colour,
        sweeping="all" in {*profiles, *papers},
    )
    _check_arguments(monographs)
    wanted = monographs or (_content(),)
    paths = find_monographs(wanted)
    if not paths:
        places = ", ".join(str(path) for path in wanted)
        raise Trouble(f"there is no monograph (*.yaml) in {places}", "write one with 'leaflet new NAME'")
    with working_on(str(paths[0]) if len(paths) == 1 else f"{len(paths)} monographs"):
        sources, refusals = read_sources(paths, today())
        results = _build(plan(sources, variants, folder))
    return _report(refusals, results)


def _chosen(kind: str, names: Sequence[str], table: Iterable[str]) -> tuple[str, ...]:
    return tuple(table) if "all" in names else pick(kind, names, table)


def _check_arguments(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.exists():
            continue
        for option, table in (("--profile", PROFILES), ("--paper", PAPERS)):
            if str(path) in table:
                raise Trouble(f"there is no monograph {path}", f"did you mean '{option} {path}'?")
        raise Trouble(f"there is no monograph {path}", "name a YAML file, or a folder of them")


def _content() -> Path:
    here = Path("content")
    return here if here.is_dir() else content_folder()


def _build(jobs: "Sequence[Job]") -> "list[Result]":
    """Do the jobs one after the other, and print a line for each file."""
    from leaflet.batch.build import build

    progress = Progress(len(jobs))
    results = []
    for index, job in enumerate(jobs):
        progress.show(index, job.output.name)
        result = build(job)
        progress.clear()
        if result.failure is None:
            say(f"{count(result.pages, 'page'):9} {count(result.sheets, 'sheet'):9} {job.output}")
        results.append(result)
    return results


def _report(refusals: "Sequence[Refusal]", results: "Sequence[Result]") -> int:
    """Say what was not built and why, each reason once; return the exit code."""
    reasons: dict[Failure, list[str]] = {}
    for refusal in refusals:
        reasons.setdefault(refusal.failure, []).append(str(refusal.path))
    for result in results:
        if result.skipped:
            say_aside(f"note: passed over {result.job.output.name}: {_first_message(result)}")
        elif result.failure is not None:
            reasons.setdefault(result.failure, []).append(result.job.output.name)
    for failure, names in reasons.items():
        _say_failure(failure, names)
    if reasons:
        say_aside(f"not built: {count(sum(map(len, reasons.values())), 'leaflet')}")
    return max((1 if failure.findings else 2 for failure in reasons), default=0)


def _first_message(result: "Result") -> str:
    findings = result.failure.findings if result.failure is not None else ()
    return findings[0].message if findings else ""


def _say_failure(failure: "Failure", names: Sequence[str]) -> None:
    from leaflet.diagnostics import to_text

    for finding in failure.findings:
        say_aside(to_text(finding))
    if failure.findings:
        say_aside(f"  so this is not built: {', '.join(names)}")
        return
    shows = os.environ.get(TRACEBACK) == "1"
    is_fault = bool(failure.traceback)
    say_error(
        failure.sentence, f"set {TRACEBACK}=1 to see where, and report it" if is_fault and not shows else ""
    )
    if is_fault and shows:
        say_aside(failure.traceback)
