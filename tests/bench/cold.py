"""Compare whole processes that make one leaflet: imports, typefaces, reading, writing, all of it.

    python -m tests.bench.cold --json cold.json

Each engine makes the baclofen leaflet at 12 point, turn by turn. The time is CPU seconds (POSIX only).
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from leaflet.blocks import Document
from leaflet.compose import compose
from leaflet.languages import language_of
from leaflet.places import content_folder
from leaflet.read import load
from tests.bench.html import html_source
from tests.bench.peers import typst_source
from tests.bench.platypus import platypus_source

_MONOGRAPH = content_folder() / "baclofen.yaml"
_Source = Callable[[Document, str, str], bytes]
_PEERS: dict[str, tuple[str, _Source]] = {
    "Typst": ("peers.typst_engine", typst_source),
    "WeasyPrint": ("html.weasyprint_engine", html_source),
    "Platypus": ("platypus.platypus_engine", platypus_source),
}


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a process to its end and return its CPU time; raise `RuntimeError` where that is no good one."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def _commands(folder: Path) -> dict[str, list[str]]:
    """Return the command of each engine; sources are written before anything is measured."""
    monograph = load(_MONOGRAPH)
    language = language_of(monograph.language)
    assert language is not None
    document = compose(monograph, language, None)
    leaflet = [sys.executable, "-m", "leaflet"]
    commands = {
        "Python alone": [sys.executable, "-c", ""],
        "leaflet --help": [*leaflet, "--help"],
        "Leaflet": [*leaflet, "build", str(_MONOGRAPH), "--force", "-o", str(folder / "dist")],
    }
    for name, (engine, source) in _PEERS.items():
        (folder / name).write_bytes(source(document, "standard", "a4"))
        module, function = engine.split(".")
        code = (
            f"from pathlib import Path; from tests.bench.{module} import {function} as engine; "
            f"made = engine()(Path({str(folder / name)!r}).read_bytes()); "
            f"Path({str(folder / f'{name}.pdf')!r}).write_bytes(made)"
        )
        commands[name] = [sys.executable, "-c", code]
    return commands


@click.command()
@click.option("--rounds", default=7, show_default=True, help="Turns of each engine.")
@click.option(
    "--json", "path", type=click.Path(path_type=Path), help="Write the figures to this file as well."
)
def cold(rounds: int, path: Path | None) -> None:
    """Compare cold starts, and print the medians."""
    with TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(cpu_seconds(command))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    click.echo(f"{'process':16} {'CPU s':>7} {'times ours':>11}")
    for name, seconds in medians.items():
        click.echo(f"{name:16} {seconds:7.3f} {seconds / medians['Leaflet']:11.2f}")
    if path is not None:
        path.write_text(json.dumps(medians, indent=2) + "\n")


if __name__ == "__main__":
    cold()
