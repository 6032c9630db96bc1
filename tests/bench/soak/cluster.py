"""A Dask cluster of separate processes on this machine, of which one is killed midway."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import click

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import CHECKOUT, command, digests, run, start, wait_for_files


@click.command()
@click.option("--monographs", default=200, show_default=True)
def dask(monographs: int) -> None:
    """Build on a scheduler and two workers; then again, with one worker killed -9 in the middle."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        write_monographs(folder / "content", monographs)
        run(command(folder / "content", folder / "here", 2))
        wanted = digests(folder / "here")
        address = f"tcp://127.0.0.1:{_free_port()}"
        stack.enter_context(_part("scheduler", "--host", address, "--no-dashboard"))
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        killed, _ = [stack.enter_context(_part("worker", address, *options)) for _ in range(2)]
        line = command(folder / "content", folder / "there", 2, "--scheduler", address)
        click.echo(f"scheduler and two workers: {run(line):.1f} s")
        right = [digests(folder / "there") == wanted]
        line[line.index(str(folder / "there"))] = str(folder / "again")
        begun = time.monotonic()
        build = start(line)
        wait_for_files(folder / "again", len(wanted) // 4, build)
        at = len(list((folder / "again").glob("*.pdf")))
        killed.send_signal(signal.SIGKILL)
        _, said = build.communicate()
        seconds = time.monotonic() - begun
        click.echo(
            f"one worker killed when {at} leaflets were there: {seconds:.1f} s, exit code {build.returncode}"
        )
        right.append(build.returncode == 0 and digests(folder / "again") == wanted)
        click.echo(f"the same {len(wanted)} files as here: {right[0]}, and with the worker lost: {right[1]}")
        if not all(right):
            raise SystemExit(f"the folders differ\n{said}")


def _part(kind: str, *arguments: str) -> "_Part":
    """Start a part of the cluster; leaving the context ends it."""
    return _Part(
        [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )


class _Part(subprocess.Popen[bytes]):
    """A process that is ended when its context is left."""

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.wait()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
