"""What the trials of bad luck share: the content, what a build said, a small disk, and what was promised."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import command, digests, run


class BrokenPromiseError(Exception):
    """What did not come out as promised."""


class Trial:
    """Content, and what an undisturbed build makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        write_monographs(self.content, 30)
        run(command(self.content, folder / "calm", 2))
        self.calm = digests(folder / "calm")

    def build(self, dist: Path, jobs: int = 2) -> list[str]:
        """Return the command of a build into a folder."""
        return command(self.content, dist, jobs)

    def mends(self, dist: Path) -> None:
        """See that the next build makes the folder what it should be."""
        run(self.build(dist))
        see(digests(dist) == self.calm, "the next build did not mend the folder")

    def holds_whole_files(self, dist: Path) -> int:
        """See that every leaflet in the folder is one of the calm build, and return how many there are."""
        found = {name: digest for name, digest in digests(dist).items() if name.endswith(".pdf")}
        see(found.items() <= self.calm.items(), "a leaflet is not what it should be")
        return len(found)


def see(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise BrokenPromiseError(otherwise)


def said_by(process: "subprocess.Popen[str]", code: int, *sentences: str) -> str:
    """Wait for a build's end, see its exit code and what it said, and return that."""
    _, said = process.communicate(timeout=120)
    see(process.returncode == code, f"the exit code is {process.returncode}, not {code}: {said[-500:]}")
    see("Traceback" not in said, f"a traceback was shown: {said[-2000:]}")
    for sentence in sentences:
        see(sentence in said, f"nothing says {sentence!r}: {said[-1000:]}")
    return said


@contextmanager
def disk(dist: Path, size: str) -> Iterator[Callable[[str], None]]:
    """Mount a small disk; yields what mounts it anew with other options."""

    def remount(options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(dist)], check=True)

    dist.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(dist)], check=True)
    try:
        yield remount
    finally:
        subprocess.run(["umount", str(dist)], check=True)
