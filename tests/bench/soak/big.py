"""Many leaflets: rate, memory, and what a second build does."""

import re
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import PROFILES, children, command, run, start

_MEBIBYTE = 1024 * 1024
_MOST_MEMORY = 200 * _MEBIBYTE  # of a worker
_SECONDS_UNCHANGED = 1.0


@dataclass(slots=True)
class _Watch:
    """What was seen of a running build: memory of its processes, and when files were there."""

    peaks: dict[int, int] = field(default_factory=dict)  # process → bytes
    counts: list[tuple[float, int]] = field(default_factory=list)  # seconds, leaflets

    def look(self, process: "subprocess.Popen[str]", dist: Path) -> None:
        """Look every half second until the process ends (Linux only)."""
        start = time.monotonic()
        while process.poll() is None:
            for pid in (process.pid, *children(process.pid)):
                self.peaks[pid] = max(self.peaks.get(pid, 0), _resident(pid))
            done = sum(1 for _ in dist.glob("*.pdf")) if dist.is_dir() else 0
            self.counts.append((time.monotonic() - start, done))
            time.sleep(0.5)


def _resident(pid: int) -> int:
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def _watched(line: list[str], dist: Path, watch: _Watch) -> float:
    begun = time.monotonic()
    process = start(line)
    threading.Thread(target=watch.look, args=(process, dist), daemon=True).start()
    _, said = process.communicate()
    if process.returncode:
        raise SystemExit(f"the build ended with {process.returncode}:\n{said}")
    return time.monotonic() - begun


@click.command()
@click.option("--monographs", default=2500, show_default=True)
@click.option("--jobs", default=2, show_default=True)
def big(monographs: int, jobs: int) -> None:
    """Build many leaflets, then again with nothing changed, then with one monograph changed."""
    with tempfile.TemporaryDirectory() as folder:
        content, dist = Path(folder) / "content", Path(folder) / "dist"
        write_monographs(content, monographs)
        line, watch = command(content, dist, jobs), _Watch()
        seconds = _watched(line, dist, watch)
        total = len(list(dist.glob("*.pdf")))
        click.echo(f"built {total} in {seconds:.1f} s, {total / seconds:.0f} a second with {jobs} jobs")
        _say_pace(watch, total)
        peaks = sorted(watch.peaks.values(), reverse=True)
        click.echo(
            "peak memory, MiB: " + ", ".join(f"{peak / _MEBIBYTE:.0f}" for peak in peaks[: 2 * jobs + 1])
        )
        before = {path.name: path.stat().st_mtime_ns for path in dist.iterdir()}
        again = run(line)
        written = _written_since(before, dist)
        click.echo(f"nothing changed: {again:.2f} s, {len(written)} files written")
        changed = sorted(content.glob("*.yaml"))[monographs // 2]
        changed.write_text(changed.read_text().replace("version: '0.1'", "version: '0.2'"))
        one = run(line)
        written_one = [name for name in _written_since(before, dist) if name.endswith(".pdf")]
        click.echo(f"one monograph changed: {one:.2f} s, {len(written_one)} leaflets written")
        if (
            again > _SECONDS_UNCHANGED
            or written
            or len(written_one) != len(PROFILES)
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
