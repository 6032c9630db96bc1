"""Compare whole processes that make one leaflet: imports, typefaces, reading, writing, all of it.

Each engine makes the baclofen leaflet at 12 point, turn by turn. The time is CPU seconds, and the memory what
was resident at most (POSIX only). It is the turn that took least, as on a machine with nothing else to do; it
finds bytecode and what `leaflet.precompiled` keeps, as every run but the first does.
"""

import sys
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from leaflet.places import content_folder
from leaflet.read import load
from tests.bench.processes import Used, lines_of, used
from tests.bench.rivals import RIVALS, document_of

ALONE = "Python alone"
_MONOGRAPH = content_folder() / "baclofen.yaml"


def cold(rounds: int, rivals: Sequence[str]) -> dict[str, Used]:
    """Return what each process took in its quickest turn."""
    with TemporaryDirectory() as folder:
        commands = _commands(Path(folder), rivals)
        taken: dict[str, list[Used]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, line in commands.items():
                taken[name].append(used(line))
    return {name: min(each, key=attrgetter("cpu")) for name, each in taken.items()}


def _commands(folder: Path, rivals: Sequence[str]) -> dict[str, list[str]]:
    """Return the command of each engine; sources are written before anything is measured."""
    document = document_of(load(_MONOGRAPH))
    leaflet = [sys.executable, "-m", "leaflet"]
    commands = {
        ALONE: [sys.executable, "-c", ""],
        "leaflet --help": [*leaflet, "--help"],
        "Leaflet": [*leaflet, "build", str(_MONOGRAPH), "--force", "--output", str(folder / "dist")],
    }
    for name in rivals:
        (folder / name).mkdir()
        (folder / name / "0").write_bytes(RIVALS[name].source(document, "standard", "a4"))
        (commands[name],) = lines_of(name, folder / name, 1)
    return commands
