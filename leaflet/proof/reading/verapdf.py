"""Ask veraPDF, a program of its own, whether a file keeps a standard; its import needs no reader of files."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_SECONDS = 60


@cache
def verapdf_path() -> str:
    """Return the path of veraPDF; "" where there is none on the PATH."""
    return shutil.which("verapdf") or ""


def verapdf_failures(data: bytes, flavours: Sequence[str]) -> tuple[str, ...]:
    """Return what veraPDF finds wrong, a line a rule; a sentence where it cannot say."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leaflet.pdf"
        path.write_bytes(data)
        found: list[str] = []
        for flavour in flavours:
            command = [verapdf_path(), "--flavour", flavour, str(path)]
            try:
                with _without_bounds():
                    done = subprocess.run(  # noqa: S603 - a program the user put on the PATH, no shell
                        command,
                        capture_output=True,
                        text=True,
                        timeout=_SECONDS,
                        check=False,
                        cwd=folder,
                    )
            except (OSError, subprocess.TimeoutExpired) as error:
                return (f"veraPDF gave no answer: {type(error).__name__}",)
            if done.returncode:
                said = (done.stdout or done.stderr).replace(str(path), "the file")
                lines = [line.strip() for line in said.splitlines() if line.strip()]
                found += [f"{flavour}: {line}" for line in lines[:20]] or [f"{flavour}: fails"]
    return tuple(found)


@contextmanager
def _without_bounds() -> Iterator[None]:
    """Lift the bound on memory, which the process of the readers has, for a program that starts now."""
    try:
        import resource
    except ImportError:  # not on Windows
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
