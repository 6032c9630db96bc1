"""How long the rules take beside veraPDF: `python -m tests.bench.proving FOLDER`, whole processes.

Judges the leaflets of a folder by `leaflet verify --no-remake` and by the veraPDF on the PATH, both standards
at once, turn by turn, and prints seconds of the processor and of the clock for each, and their ratio.
Processes that outlive the command are waited for and counted.
"""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import click

from leaflet.proof.reading.verapdf import verapdf_path

_PR_SET_CHILD_SUBREAPER = 36  # Linux, prctl(2)


class Took(NamedTuple):
    """Seconds."""

    processor: float
    clock: float


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rounds", default=3, show_default=True)
@click.option("--monograph", default="content", show_default=True)
def bench(folder: Path, rounds: int, monograph: str) -> None:
    """Take the time of both, turn by turn."""
    if not verapdf_path():
        raise click.ClickException("there is no veraPDF on the PATH")
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    files = [str(path) for path in sorted(folder.glob("*.pdf"))]
    asked = ["--no-remake", "--no-verapdf", "--monograph", monograph]
    ours = [sys.executable, "-m", "leaflet", "verify", *files, *asked]
    theirs = [verapdf_path(), "--flavour", "ua1,2a", *files]
    times = [(_timed(ours), _timed(theirs)) for _ in range(rounds)]
    for name, index in (("processor", 0), ("clock", 1)):
        mine, other = (median([pair[side][index] for pair in times]) for side in (0, 1))
        click.echo(
            f"{name}: leaflet {mine:.2f} s, veraPDF {other:.2f} s, {mine / other:.0%}; {len(files)} files"
        )


def _timed(command: Sequence[str]) -> Took:
    before, start = _used(), perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    clock = perf_counter() - start
    while True:  # what the command has left to end by itself
        try:
            os.wait()
        except ChildProcessError:
            return Took(_used() - before, clock)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    bench()
