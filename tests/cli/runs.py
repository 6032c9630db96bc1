"""Run a command line in this process and in one of its own."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from leaflet.cli import run
from tests.waiting import PATIENCE

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a command line gave."""

    code: int
    out: str
    err: str


class Runner:
    """Runs command lines in a folder of the test's own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Run:
        """Run `leaflet ARGUMENTS` and return what it gave; no traceback is ever shown."""
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        shown = self._capsys.readouterr()
        assert "Traceback" not in shown.err
        return Run(code, shown.out, shown.err)


def run_process(*arguments: str | Path, folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run `python -m leaflet ARGUMENTS` in `folder` as a user would."""
    done = subprocess.run(
        [sys.executable, "-m", "leaflet", *map(str, arguments)],
        cwd=folder,
        env={"PYTHONPATH": str(CHECKOUT), "PYTHONWARNINGS": "error", **(environment or {})},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
