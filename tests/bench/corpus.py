"""Prove other people's files: `python -m tests.bench.corpus FOLDER`.

Every PDF of a folder goes through the sandbox by which `leaflet verify` reads, as it would for a stranger.
What is counted: verdicts, rules that stumbled, seconds and memory, whether each report is JSON, and how
often the rule on PDF/UA-1 agrees with veraPDF, where there is one on the PATH.
"""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import click

from leaflet.proof.answers import Depth
from leaflet.proof.reading.verapdf import verapdf_path
from leaflet.proof.reports.plain_text import to_json
from leaflet.proof.results import Report
from leaflet.proof.sandbox import MOST_MEMORY, SECONDS, Orders, Sandbox

_UA_RULE = "V601"
_ORDERS = Orders(monographs=(), depth=Depth(remake=True, copies=False, verapdf=False))
_ANSWER = re.compile(r"(PASS|FAIL) ua1 (.*?)(?: checks=\d+.*)?")
_BATCH = 100  # files that veraPDF is asked about at once


class Read(NamedTuple):
    """What came of one file."""

    path: Path
    report: Report
    seconds: float  # of the processor
    memory: int  # bytes, the most that the process has held so far
    is_json: bool

    @property
    def stumbled(self) -> list[str]:
        """The rules that could not be applied, and why."""
        return [
            f"{result.code}: {fault.measured}"
            for result in self.report.results
            for fault in result.judgement.faults
            if "could not be applied" in fault.measured
        ]

    @property
    def keeps_ua(self) -> bool:
        """Tell whether the rule on PDF/UA-1 passes."""
        return any(each.code == _UA_RULE and each.verdict == "pass" for each in self.report.results)


def read_all(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield what comes of each file, in order."""
    with Sandbox(_ORDERS) as sandbox:
        sandbox.prove("start.pdf", b"")
        for path in paths:
            before, start, worker = _worked(sandbox), perf_counter(), sandbox.process_id
            report = sandbox.prove_file(path).report
            same = sandbox.process_id == worker  # else it was ended, and the next one has to start
            seconds = _worked(sandbox) - before if same else min(SECONDS, perf_counter() - start)
            yield Read(path, report, seconds, _peak(sandbox), _is_json(report))


def _worked(sandbox: Sandbox) -> float:
    """Return how many seconds of the processor the process at work has had; 0 where there is none."""
    status = Path(f"/proc/{sandbox.process_id}/stat")
    if not sandbox.process_id or not status.exists():
        return 0.0
    user, system = status.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _peak(sandbox: Sandbox) -> int:
    """Return the most memory that the process at work has held, in bytes; 0 where there is none."""
    status = Path(f"/proc/{sandbox.process_id}/status")
    lines = status.read_text().splitlines() if sandbox.process_id and status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def _is_json(report: Report) -> bool:
    try:
        return bool(json.loads(to_json([report], ()))["files"])
    except ValueError:
        return False


def keeps_ua(paths: Sequence[Path]) -> dict[Path, bool]:
    """Return whether veraPDF says that each file keeps PDF/UA-1; {} without a veraPDF."""
    found: dict[Path, bool] = {}
    for start in range(0, len(paths) if verapdf_path() else 0, _BATCH):
        batch = paths[start : start + _BATCH]
        command = [verapdf_path(), "--flavour", "ua1", *map(str, batch)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
        told = (_ANSWER.fullmatch(line) for line in done.stdout.splitlines())
        said = {answer[2]: answer[1] == "PASS" for answer in told if answer}
        found.update({path: said[str(path)] for path in batch if str(path) in said})
    return found


def summary(reads: Sequence[Read], vera: dict[Path, bool]) -> str:
    """Return what is counted, as lines."""
    verdicts = Counter("unreadable" if read.report.unreadable else read.report.verdict for read in reads)
    slowest = max(reads, key=lambda read: read.seconds)
    stumbled = [f"{read.path.name}: {told}" for read in reads for told in read.stumbled]
    given_up = Counter(read.report.unreadable for read in reads if read.report.unreadable)
    both = [(read.keeps_ua, vera[read.path]) for read in reads if read.path in vera]
    pairs = Counter(both)
    lines = [
        f"{len(reads)} files: " + ", ".join(f"{count} {name}" for name, count in verdicts.most_common()),
        f"exit code 0 would be given to {verdicts['pass']}",
        f"slowest {slowest.seconds:.1f} s of {SECONDS:g} of the processor ({slowest.path.name})",
        f"most memory {max(read.memory for read in reads) / 1e6:.0f} MB of {MOST_MEMORY / 1e6:.0f}",
        f"reports that are no JSON: {sum(not read.is_json for read in reads)}",
        f"rules that stumbled: {len(stumbled)}",
        *(f"  {line}" for line in stumbled[:20]),
        *(f"  unreadable, {count}: {reason}" for reason, count in given_up.most_common(12)),
    ]
    if both:
        agreed = pairs[True, True] + pairs[False, False]
        apart = f"only veraPDF passes {pairs[False, True]}, only {_UA_RULE} passes {pairs[True, False]}"
        share = f"{agreed} of {len(both)} agree ({agreed / len(both):.1%})"
        lines.append(f"PDF/UA-1, beside veraPDF: {share}; {apart}")
    return "\n".join(lines)


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--most", type=int, default=0, help="So many files at most.  [default: all]")
def main(folder: Path, most: int) -> None:
    """Prove every PDF of FOLDER as a stranger's, and count."""
    paths = sorted(path for path in folder.rglob("*.pdf") if path.is_file())
    reads = list(read_all(paths[: most or None]))
    if not reads:
        raise click.ClickException(f"there is no PDF in {folder}")
    click.echo(summary(reads, keeps_ua([read.path for read in reads])))


if __name__ == "__main__":
    main()
