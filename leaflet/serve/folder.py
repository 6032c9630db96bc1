"""The files of a content folder: which there are, when each changed, and what one holds."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from leaflet.diagnostics import Finding, Span
from leaflet.model import Monograph
from leaflet.read import MonographError, load
from leaflet.read.skim import skim

Stamp = tuple[int, int]
"""When a file was last changed, in nanoseconds, and its size."""
_ENDINGS = (".yaml", ".yml")
_LARGEST = 1_000_000  # bytes that are skimmed
_DEEPEST = 20  # folders within one another


def files_in(content: Path) -> Mapping[Path, Stamp]:
    """Return the monographs of a folder, or the one that is named, each with its stamp."""
    if content.is_dir():
        return dict(sorted(_walk(content, _DEEPEST)))
    stamp = stamp_of(content)
    return {} if stamp is None else {content: stamp}


def _walk(folder: Path, deeper: int) -> Iterator[tuple[Path, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = Path(entry.path)
        try:
            if entry.is_dir(follow_symlinks=False):
                if deeper:
                    yield from _walk(path, deeper - 1)
            elif entry.name.lower().endswith(_ENDINGS) and entry.is_file():
                status = entry.stat()
                yield path, (status.st_mtime_ns, status.st_size)
        except OSError:
            continue


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's stamp; None where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def named_in(path: Path) -> tuple[str, str] | None:
    """Return the id and language that a file seems to have; None where only reading it can tell."""
    try:
        with path.open("rb") as file:
            return skim(file.read(_LARGEST))
    except OSError:
        return None


def read_file(path: Path) -> Monograph | tuple[Finding, ...]:
    """Return the monograph in a file, or why there is none."""
    try:
        return load(path)
    except MonographError as slip:
        return slip.findings
    except OSError as slip:
        return (_unreadable(path, slip),)


def _unreadable(path: Path, slip: OSError) -> Finding:
    return Finding(
        code="M035",
        message=f"the file cannot be read: {slip.strerror or 'unknown reason'}",
        hint="look at the file and its permissions",
        span=Span.of_file(str(path)),
    )
