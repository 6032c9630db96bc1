"""Run engines as whole processes, and say what each took: time, and memory at its peak (POSIX only)."""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.folders import write_monographs
from tests.bench.measure import OURS
from tests.bench.rivals import RIVALS, document_of
from tests.bench.varied import monographs

_CHECKOUT = Path(__file__).parents[2]
_PROFILES = ("standard", "clear", "large", "aph")
# How many times the leaflets of the slowest engine, so that each works about as long: what starting takes
# weighs alike.
_TIMES = {OURS: 20, "Typst": 6, "Platypus": 6}
# What a rival's process runs: the sources of a folder from one on, in steps.
_MAKE_ALL = """
import sys
from pathlib import Path
from tests.bench.{module} import {function} as engine
make, folder, first, step = engine(), Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for path in sorted(folder.iterdir())[first::step]:
    if not path.suffix:
        path.with_suffix(".pdf").write_bytes(make(path.read_bytes()))
"""


# A process counts the memory of the one that started it as its own peak, so a small one starts it.
_LAUNCH = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(pid, 0)
code = os.waitstatus_to_exitcode(status)
if code:
    sys.exit(f"ended with {code}")
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a process took."""

    cpu: float  # seconds
    peak: int  # bytes that were resident


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One process that makes leaflets, and two that share them."""

    leaflets: int
    one: float  # seconds
    two: float
    peak: int  # bytes, of the one

    @property
    def gain(self) -> float:
        """How many times as many leaflets two make."""
        return self.one / self.two


def used(line: Sequence[str]) -> Used:
    """Run a process to its end; raise `RuntimeError` where that is no good one."""
    environment = {**os.environ, "PYTHONPATH": str(_CHECKOUT)}
    launch = [sys.executable, "-S", "-c", _LAUNCH, *line]
    done = subprocess.run(launch, capture_output=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(line)} did not end well: {done.stderr.decode()[-1000:]}")
    cpu, peak = done.stdout.splitlines()[-1].split()
    return Used(cpu=float(cpu), peak=int(peak) * (1 if sys.platform == "darwin" else 1024))


def lines_of(name: str, folder: Path, processes: int) -> list[list[str]]:
    """Return the commands of so many processes of a rival that share the sources of a folder."""
    engine = RIVALS[name].engine
    code = _MAKE_ALL.format(module=engine.__module__.rpartition(".")[2], function=engine.__name__)
    return [
        [sys.executable, "-c", code, str(folder), str(first), str(processes)] for first in range(processes)
    ]


def shared(leaflets: int, seed: int, rivals: Sequence[str]) -> dict[str, Shared]:
    """Let each engine make leaflets, about `leaflets` of the slowest, with one process and then with two.

    Leaflet builds a folder of monographs in four profiles, reading and checking included; a rival makes
    leaflets at 12 point of sources that are ready.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = {OURS: _ours(folder, leaflets * _TIMES[OURS] // len(_PROFILES), seed)}
        for rival in rivals:
            found[rival] = _theirs(rival, folder / rival, leaflets * _TIMES.get(rival, 1), seed)
        return found


def _ours(folder: Path, count: int, seed: int) -> Shared:
    write_monographs(folder / "content", count, seed)
    profiles = [part for name in _PROFILES for part in ("--profile", name)]
    build = [sys.executable, "-m", "leaflet", "build", str(folder / "content"), *profiles]
    lines = [[*build, "-j", str(jobs), "-o", str(folder / f"dist-{jobs}")] for jobs in (1, 2)]
    one, peak = _timed(lines[:1])
    two, _ = _timed(lines[1:])
    return Shared(leaflets=count * len(_PROFILES), one=one, two=two, peak=peak)


def _theirs(rival: str, folder: Path, count: int, seed: int) -> Shared:
    folder.mkdir()
    for number, monograph in enumerate(islice(monographs(f"{seed} shared"), count)):
        source = RIVALS[rival].source(document_of(monograph), "standard", "a4")
        (folder / f"{number:05}").write_bytes(source)
    one, peak = _timed(lines_of(rival, folder, 1))
    for path in folder.glob("*.pdf"):
        path.unlink()
    two, _ = _timed(lines_of(rival, folder, 2))
    return Shared(leaflets=count, one=one, two=two, peak=peak)


def _timed(lines: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Run processes at once; return the seconds until the last has ended, and the largest peak of memory."""
    begun = perf_counter()
    with ThreadPoolExecutor(len(lines)) as threads:
        took = list(threads.map(used, lines))
    return perf_counter() - begun, max(each.peak for each in took)
