"""One process against two."""

import tempfile
from pathlib import Path

import click

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import command, run

_LEAST = 1.8


@click.command()
@click.option("--monographs", default=1000, show_default=True)
@click.option("--rounds", default=1, show_default=True)
def cores(monographs: int, rounds: int) -> None:
    """Compare two processes with one, turn by turn."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_monographs(content, monographs)
        ratios = []
        for number in range(rounds):
            one, two = (run(command(content, Path(folder) / f"{number}-{jobs}", jobs)) for jobs in (1, 2))
            ratios.append(one / two)
            click.echo(f"one process {one:.1f} s, two {two:.1f} s, {one / two:.2f} times")
    if max(ratios) < _LEAST:
        raise SystemExit(1)
