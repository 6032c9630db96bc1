"""Start a build as a user would, wait for it, and look at what it left."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[3]
PROFILES = ("standard", "clear", "large", "aph")


def command(content: Path, dist: Path, jobs: int, *more: str) -> list[str]:
    """Return the command of a build in four profiles."""
    profiles = [part for name in PROFILES for part in ("--profile", name)]
    leaflet = [sys.executable, "-m", "leaflet", "build", str(content)]
    return [*leaflet, "-o", str(dist), "-j", str(jobs), *profiles, *more]


def start(line: Sequence[str], **settings: Any) -> "subprocess.Popen[str]":
    """Start a command with its messages kept, in a process group of its own."""
    environment: Mapping[str, str] = settings.pop("env", os.environ)
    return subprocess.Popen(
        line,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**environment, "PYTHONPATH": str(CHECKOUT)},
        **settings,
    )


def run(line: Sequence[str], **settings: Any) -> float:
    """Run a command to its good end and return its seconds; leave the trial where the end is no good one."""
    begun = time.monotonic()
    process = start(line, **settings)
    _, said = process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(line)} ended with {process.returncode}:\n{said[-2000:]}")
    return time.monotonic() - begun


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file of a folder, hidden ones too."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def children(pid: int) -> list[int]:
    """Return the processes that a process has started (Linux only)."""
    try:
        return [int(kid) for kid in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def workers(pid: int) -> list[int]:
    """Return the workers of a build (Linux only)."""
    return [kid for kid in children(pid) if b"spawn_main" in _command_line(kid)]


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def wait_for_files(folder: Path, count: int, process: "subprocess.Popen[str]") -> None:
    """Wait until a running build has made so many leaflets, or has ended."""
    while process.poll() is None and len(list(folder.glob("*.pdf"))) < count:
        time.sleep(0.005)
