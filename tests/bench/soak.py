"""Long trials of the batch build, run by hand; too heavy for the suite.

    python -m tests.bench.soak big   [--monographs 2500] [--jobs 2]   10,000 leaflets: rate, memory, what a
                                                                       second build does
    python -m tests.bench.soak kill  [--rounds 100]                    kill -9 at random moments; the folder
                                                                       must come out as an undisturbed one
    python -m tests.bench.soak cores [--monographs 400]                one process against two

Each exits with 1 where a promise does not hold.
"""

import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.bench.folders import write_monographs

_PROFILES = ("standard", "clear", "large", "aph")
_MEBIBYTE = 1024 * 1024
_MOST_MEMORY = 200 * _MEBIBYTE  # of a worker
_SECONDS_UNCHANGED = 2.0
_RATIO_OF_TWO = 1.8


def _command(content: Path, dist: Path, jobs: int) -> list[str]:
    profiles = [part for name in _PROFILES for part in ("--profile", name)]
    return [
        sys.executable,
        "-m",
        "leaflet",
        "build",
        str(content),
        "-o",
        str(dist),
        "-j",
        str(jobs),
        *profiles,
    ]


@dataclass(slots=True)
class _Watch:
    """What was seen of a running build: memory of its processes, and when files were there."""

    peaks: dict[int, int] = field(default_factory=dict)  # process → bytes
    counts: list[tuple[float, int]] = field(default_factory=list)  # seconds, leaflets

    def look(self, process: "subprocess.Popen[bytes]", dist: Path) -> None:
        """Look every half second until the process ends (Linux only)."""
        start = time.monotonic()
        while process.poll() is None:
            for pid in _family(process.pid):
                self.peaks[pid] = max(self.peaks.get(pid, 0), _resident(pid))
            done = sum(1 for _ in dist.glob("*.pdf")) if dist.is_dir() else 0
            self.counts.append((time.monotonic() - start, done))
            time.sleep(0.5)


def _family(pid: int) -> list[int]:
    try:
        kids = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(int(kid) for kid in kids)]


def _resident(pid: int) -> int:
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def _run(command: list[str], dist: Path, *, watch: _Watch | None = None) -> float:
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if watch is not None:
        threading.Thread(target=watch.look, args=(process, dist), daemon=True).start()
    if process.wait() != 0:
        raise SystemExit(f"the build ended with {process.returncode}")
    return time.monotonic() - start


@click.group()
def soak() -> None:
    """Try the batch build for long."""


@soak.command()
@click.option("--monographs", default=2500)
@click.option("--jobs", default=2)
def big(monographs: int, jobs: int) -> None:
    """Build many leaflets, then again with nothing changed, then with one monograph changed."""
    with tempfile.TemporaryDirectory() as folder:
        content, dist = Path(folder) / "content", Path(folder) / "dist"
        write_monographs(content, monographs)
        command, watch = _command(content, dist, jobs), _Watch()
        seconds = _run(command, dist, watch=watch)
        total = len(list(dist.glob("*.pdf")))
        click.echo(f"built {total} in {seconds:.1f} s, {total / seconds:.0f} a second with {jobs} jobs")
        _say_pace(watch, total)
        peaks = sorted(watch.peaks.values(), reverse=True)
        click.echo(
            "peak memory, MiB: " + ", ".join(f"{peak / _MEBIBYTE:.0f}" for peak in peaks[: 2 * jobs + 1])
        )
        before = {path.name: path.stat().st_mtime_ns for path in dist.iterdir()}
        again = _run(command, dist)
        written = _written_since(before, dist)
        click.echo(f"nothing changed: {again:.2f} s, {len(written)} files written")
        changed = sorted(content.glob("*.yaml"))[monographs // 2]
        changed.write_text(changed.read_text().replace("version: '0.1'", "version: '0.2'"))
        one = _run(command, dist)
        written_one = [name for name in _written_since(before, dist) if name.endswith(".pdf")]
        click.echo(f"one monograph changed: {one:.2f} s, {len(written_one)} leaflets written")
        if (
            again > _SECONDS_UNCHANGED
            or written
            or len(written_one) != len(_PROFILES)
            or max(peaks) > _MOST_MEMORY
        ):
            raise SystemExit(1)


def _written_since(before: dict[str, int], dist: Path) -> list[str]:
    return [path.name for path in dist.iterdir() if path.stat().st_mtime_ns != before.get(path.name)]


def _say_pace(watch: _Watch, total: int) -> None:
    """Say how long the first and the last tenth took, once the first leaflet was there."""
    tenth = total // 10
    times = [
        next((at for at, done in watch.counts if done >= mark), 0.0) for mark in (1, tenth, total - tenth)
    ]
    end = next((at for at, done in watch.counts if done >= total), watch.counts[-1][0])
    click.echo(f"first tenth {times[1] - times[0]:.1f} s, last tenth {end - times[2]:.1f} s")


@soak.command()
@click.option("--rounds", default=100)
@click.option("--monographs", default=30)
@click.option("--seed", default=1)
def kill(rounds: int, monographs: int, seed: int) -> None:
    """Kill builds with all their processes at random moments; the next build must mend the folder."""
    rng = random.Random(seed)  # noqa: S311 - repeatable moments, no secret
    with tempfile.TemporaryDirectory() as folder:
        content, calm, dist = (Path(folder) / name for name in ("content", "calm", "dist"))
        write_monographs(content, monographs)
        whole = _run(_command(content, calm, 2), calm)
        wanted, wrong, cut = _digests(calm), 0, 0
        for _ in range(rounds):
            for path in list(dist.glob("*.pdf"))[:: rng.randint(1, 3)]:
                path.unlink()
            process = subprocess.Popen(
                _command(content, dist, 2), stdout=subprocess.DEVNULL, start_new_session=True
            )
            time.sleep(rng.uniform(0.1, whole))
            cut += process.poll() is None
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            _run(_command(content, dist, 2), dist)
            wrong += _digests(dist) != wanted
        click.echo(
            f"{rounds} rounds, {cut} of them killed while building: {wrong} folders came out otherwise"
        )
        if wrong:
            raise SystemExit(1)


@soak.command()
@click.option("--monographs", default=400)
def cores(monographs: int) -> None:
    """Compare two processes with one."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_monographs(content, monographs)
        one, two = (_run(_command(content, Path(folder) / f"{jobs}", jobs), content) for jobs in (1, 2))
        click.echo(f"one process {one:.1f} s, two {two:.1f} s, {one / two:.2f} times")
        if one / two < _RATIO_OF_TWO:
            raise SystemExit(1)


if __name__ == "__main__":
    soak()
