"""Tell what became of a build: to people, to GitHub Actions, and as JUnit XML."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.batch.failures import Failure
from leaflet.batch.make_one import Result
from leaflet.batch.sources import Refusal
from leaflet.cli import TRACEBACK
from leaflet.cli.judging import gathered
from leaflet.cli.terminal import count, printable, say, say_aside, say_error
from leaflet.diagnostics import Finding, to_text

if TYPE_CHECKING:
    from leaflet.cli.building import Outcome

_MOST_NAMES = 8  # of leaflets that a full disk or the like has cost


def report(refusals: Sequence[Refusal], results: Sequence[Result], differences: Sequence[str] = ()) -> int:
    """Say what was not built and why, each reason once, and what differs; return the exit code."""
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
    for difference in differences:
        say_aside(f"differs: {difference}")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        _annotate(list(reasons), differences)
    codes = [1 if failure.findings else 2 for failure in reasons]
    return max([*codes, 1] if differences else codes, default=0)


def say_notes(folder: Path, outcome: "Outcome") -> None:
    """Say what else is in the folder, which this build did not make."""
    _say_left_behind(outcome.left_behind)
    _say_replaced(outcome.replaced)
    _say_elsewhere(folder, outcome.elsewhere)
    _say_withdrawn(folder, outcome.withdrawn, outcome.pruned)


def _say_left_behind(files: Sequence[Path]) -> None:
    """Say which files are not what the content says now."""
    if files:
        there = "a file of an earlier build is" if len(files) == 1 else "files of an earlier build are"
        say_aside(f"note: {there} still there, with the words of then: {_some(files)}")


def _say_elsewhere(folder: Path, regions: Mapping[str, Sequence[str]]) -> None:
    """Say which leaflets beside those just made print the numbers of another region."""
    for region, names in regions.items():
        say_aside(
            f"note: {folder} also holds leaflets {f'for region {region}' if region else 'without a region'}: "
            f"{_some(names)}\n  hint: no file name says a region: build each into a folder of its own"
        )


def _say_replaced(pairs: Sequence[tuple[Path, Path]]) -> None:
    """Say which monographs took over the files of others that are still there."""
    for new, old in pairs:
        say_aside(
            f"note: {new} has taken over the files of {old}, which has the same id and language\n"
            "  hint: give each an id of its own, or build them into different folders"
        )


def _say_withdrawn(folder: Path, withdrawn: Sequence[str], pruned: Sequence[str]) -> None:
    """Say which files are of monographs that are gone, and what became of them."""
    if pruned:
        say_aside(f"deleted, for nothing here makes them any more: {', '.join(pruned)}")
    if withdrawn:
        are = (
            "a leaflet that nothing here makes any more is"
            if len(withdrawn) == 1
            else (f"{len(withdrawn)} leaflets that nothing here makes any more are")
        )
        say_aside(
            f"note: {are} still in {folder}: {', '.join(withdrawn)}\n"
            "  hint: no monograph of theirs is there now, and manifest.json does not list them; "
            "delete them, as 'leaflet build --prune' does"
        )


def _some(names: Sequence[object]) -> str:
    """Return names, and how many more there are than anybody reads."""
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(map(str, names[:_MOST_NAMES])) + more


def _first_message(result: Result) -> str:
    findings = result.failure.findings if result.failure is not None else ()
    return findings[0].message if findings else ""


def _say_failure(failure: Failure, names: Sequence[str]) -> None:
    for finding in gathered(failure.findings):
        say_aside(to_text(finding))
    if failure.findings:
        say_aside(f"  so this is not built: {', '.join(names)}")
        return
    shows = os.environ.get(TRACEBACK) == "1"
    is_fault = bool(failure.traceback)
    hint = f"set {TRACEBACK}=1 to see where, and report it" if is_fault and not shows else failure.hint
    say_error(failure.sentence, hint)
    if is_fault and shows:
        say_aside(failure.traceback)
    if len(names) > 1:
        say_aside(f"  so this is not built: {_some(names)}")


def _annotate(failures: Sequence[Failure], differences: Sequence[str]) -> None:
    """Put what was found beside its lines in a pull request."""
    said = [failure.sentence for failure in failures if failure.sentence]
    loose = [Finding(code="build", message=sentence) for sentence in (*said, *differences)]
    found = [finding for failure in failures for finding in failure.findings]
    if found or loose:
        from leaflet.reports import to_github  # only for a robot

        say(to_github([*found, *loose]))


def junit(refusals: Sequence[Refusal], results: Sequence[Result], differences: Sequence[str] = ()) -> bytes:
    """Return the outcome as JUnit XML: a case for each leaflet and each refused monograph."""
    cases = [_case(str(refusal.path), _why(refusal.failure)) for refusal in refusals]
    for result in results:
        why = _why(result.failure) if result.failure is not None else ""
        cases.append(_case(result.job.output.name, why, skipped=result.skipped))
    cases += [_case(difference, difference) for difference in differences]
    failed = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}"'
    inside = "\n".join(cases)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="leaflet build" {counts}>\n'
        f"{inside}\n</testsuite>\n</testsuites>\n"
    ).encode()


def _case(name: str, why: str, *, skipped: bool = False) -> str:
    from html import escape  # brings a table of all entities, which no other build needs

    start = f'<testcase classname="leaflet" name="{escape(printable(name))}"'
    if not why:
        return f"{start}/>"
    first = f'"{escape(printable(why.splitlines()[0]))}"'
    if skipped:
        return f"{start}><skipped message={first}/></testcase>"
    return f"{start}><failure message={first}>{escape(printable(why))}</failure></testcase>"


def _why(failure: Failure) -> str:
    return "\n".join(to_text(finding) for finding in failure.findings) or failure.sentence


def file_line(result: Result) -> str:
    """Return the line of a file that was written."""
    pages = count(result.pages, "page") if result.pages else result.job.form
    sheets = count(result.sheets, "sheet") if result.sheets else ""
    return f"{pages:9} {sheets:9} {result.job.output}"


def too_many_lines(result: Result) -> str:
    """Return what to do where the last few lines of a leaflet cost a sheet."""
    lines = result.entry.lines_too_many if result.entry is not None else 0
    costs = "costs" if lines == 1 else "cost"
    return (
        f"note: {result.job.output.name}: {count(lines, 'line')} too many {costs} a sheet: "
        f"shorten {result.job.source.path} by as many"
    )
