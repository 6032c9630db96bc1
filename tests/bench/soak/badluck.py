"""What can befall a build, really tried: a clear sentence, the rest built, and the next run goes on."""

import os
import pty
import random
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from tests.bench.checking import enlarged
from tests.bench.soak.builds import command, digests, run, start, wait_for_files, workers
from tests.bench.soak.trial import BrokenPromiseError, Trial, disk, said_by, see

_INTERRUPTIONS = 20


def _full_disk(trial: Trial, dist: Path) -> str:
    with disk(dist, "2m") as remount:
        for jobs in (1, 2):
            said = said_by(
                start(trial.build(dist, jobs)), 2, "no space left on device", "so this is not built"
            )
            see(said.count("\n") < 12, f"a full disk is told too often: {said}")
            see(not list(dist.glob(".*.part")), "a half file is left")
        count = trial.holds_whole_files(dist)
        see(count > 10, f"only {count} leaflets were built")
        remount("size=64m")
        trial.mends(dist)
    return f"{count} of {len(trial.calm) - 2} leaflets fitted, the rest came with the next build"


def _small_files_only(trial: Trial, dist: Path) -> str:
    sizes = sorted(path.stat().st_size for path in (trial.folder / "calm").glob("*.pdf"))
    most = sizes[len(sizes) // 2]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    said_by(start(trial.build(dist), preexec_fn=limit), 2, "file too large")
    count = trial.holds_whole_files(dist)
    see(count >= len(sizes) // 2, f"only {count} leaflets were built")
    trial.mends(dist)
    return f"files over {most} bytes were refused, {count} built"


def _read_only_disk(trial: Trial, dist: Path) -> str:
    with disk(dist, "64m") as remount:
        run(trial.build(dist))
        gone = sorted(dist.glob("*.pdf"))[0]
        gone.unlink()
        remount("ro")
        said_by(start(trial.build(dist)), 2, "read-only file system")
        see(trial.holds_whole_files(dist) == len(trial.calm) - 3, "a leaflet is gone")
        remount("rw")
        trial.mends(dist)
        remount("ro")
        run(trial.build(dist))
    return "said so; with nothing to do it is no matter"


def _folder_of_another(trial: Trial, dist: Path) -> str:
    dist.mkdir(mode=0o555)
    # Without its capabilities root is held to the modes of files like anybody.
    bound = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    said_by(start([*bound, *trial.build(dist)]), 2, "permission denied", "so this is not built")
    see(not list(dist.iterdir()), "something was written")
    dist.chmod(0o755)
    trial.mends(dist)
    return "said so, once for all leaflets"


def _dead_worker(trial: Trial, dist: Path) -> str:
    for moment in (0, 10, 60):
        shutil.rmtree(dist, ignore_errors=True)
        process = start(trial.build(dist))
        wait_for_files(dist, moment, process)
        while process.poll() is None and not (living := workers(process.pid)):
            time.sleep(0.01)
        os.kill(living[0], signal.SIGKILL)
        said_by(process, 0)
        see(digests(dist) == trial.calm, f"killed after {moment}: the folder is not what it should be")
    return "killed at the start, early and midway: nothing is missing"


def _little_memory(trial: Trial, dist: Path) -> str:
    large = enlarged((trial.content.parent / "pattern.yaml").read_text(encoding="utf-8"))
    content = trial.folder / "with-a-large-one"
    shutil.copytree(trial.content, content)
    (content / "large.yaml").write_bytes(large)
    leaflets = {name: digest for name, digest in trial.calm.items() if name.endswith(".pdf")}
    told = 0
    for limit in range(40, 400, 15):
        shutil.rmtree(dist, ignore_errors=True)
        process = start(command(content, dist, 2), preexec_fn=partial(_limit_memory, limit))
        _, said = process.communicate(timeout=300)
        see("Traceback" not in said or not dist.is_dir(), f"a traceback was shown at {limit} MiB: {said}")
        found = digests(dist) if dist.is_dir() else {}
        ordinary = {name: digest for name, digest in found.items() if name in leaflets}
        see(ordinary.items() <= leaflets.items(), f"a leaflet is not what it should be at {limit} MiB")
        says_so = "ran out of memory" in said or "when memory runs out" in said
        told += process.returncode == 2 and says_so and ordinary == leaflets
        if process.returncode == 0:
            break
    see(told > 0, "at no limit was the large one alone refused with a sentence")
    run(command(content, dist, 2))
    return f"at {told} limits the large monograph alone was refused with a sentence"


def _limit_memory(mebibytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))


def _interrupted(trial: Trial, dist: Path) -> str:
    rng = random.Random(1)  # noqa: S311 - repeatable moments, no secret
    whole = run(trial.build(trial.folder / "timed"))
    stopped = 0
    for _ in range(_INTERRUPTIONS):
        shutil.rmtree(dist, ignore_errors=True)
        process = start(trial.build(dist))
        time.sleep(rng.uniform(0.3, whole))
        kids = workers(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
        see("Traceback" not in said, f"a traceback was shown: {said}")
        # Python takes the signal itself where it struck amid an import; a shell says 130 of both.
        was_stopped = process.returncode in (130, -signal.SIGINT)
        see(was_stopped or process.returncode == 0, f"the exit code is {process.returncode}: {said}")
        if was_stopped:
            stopped += 1
            says_so = "stopped; every file that was written is whole" in said
            see(says_so or not dist.exists(), f"it said {said!r}")  # before Leaflet is loaded it says nothing
        see(not any(Path(f"/proc/{kid}").exists() for kid in kids), "a worker is left")
        if dist.is_dir():
            trial.holds_whole_files(dist)
            see(not list(dist.glob(".*.part")), "a half file is left")
        trial.mends(dist)
    see(stopped > _INTERRUPTIONS // 2, f"only {stopped} builds were stopped")
    return f"{stopped} of {_INTERRUPTIONS} builds stopped at random moments"


def _interrupted_on_a_terminal(trial: Trial, dist: Path) -> str:
    pid, terminal = pty.fork()
    if pid == 0:
        line = trial.build(dist)
        os.execv(line[0], line)  # noqa: S606 - the build itself, on a terminal of its own
    os.set_blocking(terminal, False)
    shown, begun = b"", time.monotonic()
    while b"built" not in shown and time.monotonic() - begun < 30:
        shown += _read(terminal)
        time.sleep(0.01)
    os.write(terminal, b"\x03")
    status = None
    while status is None and time.monotonic() - begun < 60:
        shown += _read(terminal)
        ended, code = os.waitpid(pid, os.WNOHANG)
        status = os.waitstatus_to_exitcode(code) if ended else None
        time.sleep(0.01)
    shown += _read(terminal)
    os.close(terminal)
    text = shown.decode(errors="replace")
    see(status == 130, f"the exit code is {status}: {text[-500:]}")
    see("stopped; every file that was written is whole" in text, f"it said {text[-500:]!r}")
    see("Traceback" not in text, f"a traceback was shown: {text[-2000:]}")
    see("[#" in text or "[ " in text, "there was no bar")
    trial.holds_whole_files(dist)
    trial.mends(dist)
    return "the bar, then the sentence"


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except (BlockingIOError, OSError):
        return b""


_TRIALS: dict[str, Callable[[Trial, Path], str]] = {
    "a full disk": _full_disk,
    "a limit on the size of files": _small_files_only,
    "a read-only disk": _read_only_disk,
    "a folder of another": _folder_of_another,
    "a dead worker": _dead_worker,
    "little memory": _little_memory,
    "Ctrl-C": _interrupted,
    "Ctrl-C on a terminal": _interrupted_on_a_terminal,
}


@click.command()
@click.option("--only", type=click.Choice(list(_TRIALS)))
def badluck(only: str | None) -> None:
    """Try builds that are struck by what can strike a build (Linux, as root)."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SystemExit("mounting small disks takes root on Linux")
    broken = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trial = Trial(folder)
        shutil.copy(Path(__file__).parents[3] / "content" / "baclofen.yaml", folder / "pattern.yaml")
        for number, (what, attempt) in enumerate(_TRIALS.items()):
            if only in (None, what):
                try:
                    click.echo(f"held    {what}: {attempt(trial, folder / f'dist-{number}')}")
                except BrokenPromiseError as error:
                    broken += 1
                    click.echo(f"BROKEN  {what}: {error}")
    if broken:
        raise SystemExit(1)
