"""`leaflet check`: find what is unsafe or hard to read in monographs."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.days import latest_day
from leaflet.cli.judging import Judge, gathered
from leaflet.cli.monographs import content_at_hand
from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, count, say, say_aside, working_on
from leaflet.files import STANDARD_INPUT, is_stream

if TYPE_CHECKING:
    from leaflet.cli.check_tables import Report
    from leaflet.diagnostics import Finding

_FORMATS = ("text", "json", "sarif", "github")
_REPORTED = ("text", "json")  # which can hold the report on the words
_HELP = """Check monographs as a medication-safety pharmacist and a plain-language editor would.

PATH is a YAML file, a folder of them, or - for standard input. Without one, all of ./content is
checked, or the monographs that come with Leaflet where there is no such folder. Codes that begin with
S or M are errors, which forbid a leaflet; P and C are warnings.

\b
Examples:
  leaflet check
  leaflet check content/baclofen.yaml --strict --report
  leaflet check --select S --ignore S212
  leaflet check --format sarif > leaflet.sarif
"""


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.date:  # noqa: ARG001 - click's signature
    if value is None:
        return latest_day()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as 2026-01-31") from error


@click.command("check", help=_HELP, short_help="Check monographs.")
@click.argument("paths", nargs=-1, type=A_PATH, metavar="[PATH ...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    help="How to print the findings.  [default: text]",
)
@click.option(
    "--on",
    callback=_day,
    metavar="DATE",
    help="The day to judge reviews on.  [default: today, or SOURCE_DATE_EPOCH]",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only these codes, or their beginnings: S, P2.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these codes, or their beginnings.")
@click.option("--strict", is_flag=True, help="Make every warning an error.")
@click.option("--report", is_flag=True, help="Also print coverage, reading grades and the PEMAT-P score.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
def command(
    paths: tuple[Path, ...],
    form: str,
    on: datetime.date,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    report: bool,
    watch: bool,
) -> int:
    """Check and print; return the exit code."""
    if report and form not in _REPORTED:
        raise Trouble(f"--report: {form} has no place for it", "take '--format text' or '--format json'")
    measures = report or form == "json"
    judge = Judge(on=on, strict=strict, select=_codes(select), ignore=_codes(ignore), measures=measures)

    def _once() -> int:
        return _check(_wanted(paths), judge, form, _unnamed(paths))

    if watch:
        if any(is_stream(path) for path in paths):
            raise Trouble("a pipe cannot be watched", "name a file or a folder")
        return _watch(_roots(paths), _once)
    return _once()


def _codes(typed: Sequence[str]) -> tuple[str, ...]:
    """Return the codes typed, separated by commas or given one by one; raise `Trouble` for one nobody has."""
    if not typed:
        return ()
    from leaflet.rulebook import explanations  # with every rule of proof: as long as checking ten monographs

    known = explanations()
    codes = tuple(code.strip().upper() for each in typed for code in each.split(",") if code.strip())
    for code in codes:
        if not any(each.startswith(code) for each in known):
            raise Trouble(f"no code begins with {code!r}", "see 'leaflet explain' for all codes")
    return codes


def _roots(paths: Sequence[Path]) -> tuple[Path, ...]:
    roots = tuple(paths) or (content_at_hand(),)
    for path in roots:
        if not (path.exists() or path == STANDARD_INPUT):
            raise Trouble(f"there is no monograph {path}", "name a YAML file, or a folder of them")
    return roots


def _unnamed(paths: Sequence[Path]) -> str:
    """Return where monographs are that nobody named, for the summary; "" where somebody did."""
    if paths:
        return ""
    (root,) = _roots(paths)
    return f" in {root}" if root == Path("content") else f" that came with Leaflet, in {root}"


def _wanted(paths: Sequence[Path]) -> tuple[Path, ...]:
    from leaflet.batch.sources import find_monographs

    roots = _roots(paths)
    found = find_monographs(roots)
    if not found:
        places = ", ".join(map(str, roots))
        raise Trouble(f"there is no monograph (*.yaml) in {places}", "write one with 'leaflet new NAME'")
    return found


def _check(paths: Sequence[Path], judge: Judge, form: str, where: str) -> int:
    """Judge every file and print one report; return 1 where anything was found."""
    judged = []
    for path in paths:
        with working_on(str(path)):
            judged.append(judge.one(path))
    findings = [*(finding for each in judged for finding in each.findings), *judge.together(judged)]
    reports = [(each.path, each.report) for each in judged if each.report is not None]
    _print(findings, reports, form, f"{count(len(paths), 'monograph')}{where}")
    return 1 if any(not finding.signed_by for finding in findings) else 0


def _print(
    findings: "Sequence[Finding]", reports: "Sequence[tuple[Path, Report]]", form: str, checked: str
) -> None:
    from leaflet.diagnostics import to_text
    from leaflet.reports import to_github, to_json, to_sarif

    if form == "json":
        say(to_json(findings, monographs=[{"path": str(path), **each.as_data()} for path, each in reports]))
    elif form == "sarif":
        from leaflet.program import VERSION
        from leaflet.rulebook import explanations

        say(to_sarif(findings, explanations(), VERSION))
    elif form == "github":
        if findings:
            say(to_github(findings))
    else:
        for finding in gathered(findings):
            say(to_text(finding))
        for path, report in reports:
            say(f"\n{path}\n{report.as_text()}")
        say_aside(_summary(findings, checked))


def _summary(findings: "Sequence[Finding]", checked: str) -> str:
    signed = sum(bool(finding.signed_by) for finding in findings)
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors - signed
    found = f"{count(errors, 'error')}, {count(warnings, 'warning')}" if errors or warnings else "clean"
    return f"{checked}: {found}" + (f", {signed} signed" if signed else "")


def _watch(roots: Sequence[Path], once: Callable[[], int]) -> int:
    """Check now and after every change, until the person at the terminal stops it."""
    from leaflet.cli.watch_files import changes

    code = once()
    for _ in changes(roots):
        click.clear()
        try:
            code = once()
        except (Trouble, OSError) as trouble:  # a file half saved or moved away: wait for the next change
            say_aside(f"error: {trouble}")
    return code
