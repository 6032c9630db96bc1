"""Find monographs, read them, and see that no two ask for the same file."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from leaflet.batch.failures import Failure, failure_of
from leaflet.batch.soundness import Asked, Sound, examined, soundness
from leaflet.diagnostics import Finding, Span
from leaflet.files import STANDARD_INPUT, is_stream, read_input
from leaflet.values import Value

CLASH = "M050"
_SUFFIXES = {".yaml", ".yml"}
_ENOUGH = 1024 * 1024 + 1  # bytes; `leaflet.read.decode` refuses what is larger than 1 MiB


class Source(Value, kw_only=True):
    """A monograph on disk, by what names its leaflets."""

    path: Path
    sha256: str  # hex, of the file's bytes
    stem: str  # id and first subtag of the language: "baclofen-en"
    size: int = 0  # bytes
    sound: Sound | None = None  # None: it must be read and checked before anything is made of it


class Refusal(Value, kw_only=True):
    """A monograph of which nothing is built, and why."""

    path: Path
    failure: Failure


def find_monographs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named, and all `*.yaml` and `*.yml` in the folders named, each once, in order.

    Hidden files and folders are passed over; "-" is standard input. Raises `OSError` for a path
    that is not there, and for a folder that cannot be read.
    """
    found = [file for path in paths for file in (_in_folder(path) if path.is_dir() else [_file(path)])]
    rooms = {room: room.resolve() for room in {file.parent for file in found}}
    first: dict[Path, Path] = {}
    for file in found:
        first.setdefault(file.resolve() if file.is_symlink() else rooms[file.parent] / file.name, file)
    return tuple(first.values())


def _in_folder(folder: Path) -> list[Path]:
    found = list[Path]()
    for room, rooms, names in os.walk(folder, onerror=_fail):
        rooms[:] = [name for name in rooms if name[0] != "."]
        shown = (Path(room, name) for name in names if name[0] != ".")
        found += (path for path in shown if path.suffix.lower() in _SUFFIXES and path.is_file())
    return sorted(found, key=Path.as_posix)


def _fail(error: OSError) -> None:
    """Stop at a folder that cannot be read: who looks past it takes a part for the whole."""
    raise error


def _file(path: Path) -> Path:
    if path != STANDARD_INPUT:
        path.stat()
    return path


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a monograph's file, or enough of them to know that it is too large."""
    return read_input(path, _ENOUGH)


def stream_data(path: Path) -> bytes | None:
    """Return what a stream held, which no other process can read again; None for a file."""
    return read_bytes(path) if is_stream(path) else None


def read_source(path: Path, asked: Asked, program: str) -> Source | Refusal:
    """Read and check one monograph; `program` is the digest of what checks it."""
    try:
        data = read_bytes(path)
    except OSError as error:
        return Refusal(path=path, failure=failure_of(error, f"reading {path}"))
    monograph = examined(data, str(path), asked)
    if isinstance(monograph, Failure):
        return Refusal(path=path, failure=monograph)
    sound = soundness(monograph, strict=asked.strict, program=program)
    return Source(path=path, sha256=monograph.sha256, stem=sound.stem, size=len(data), sound=sound)


def told_apart(read: Sequence[Source | Refusal]) -> tuple[tuple[Source, ...], tuple[Refusal, ...]]:
    """Return the sound sources and the others; refuse those whose leaflets would take each other's names."""
    kept: list[Source] = []
    refused = [each for each in read if isinstance(each, Refusal)]
    rivals: dict[str, list[Source]] = {}
    for each in read:
        if isinstance(each, Source):
            rivals.setdefault(each.stem, []).append(each)
    for stem, sources in rivals.items():
        if len(sources) == 1:
            kept += sources
        else:
            failure = Failure(findings=(clash(stem, [source.path for source in sources]),))
            refused += [Refusal(path=source.path, failure=failure) for source in sources]
    return tuple(kept), tuple(refused)


def clash(stem: str, paths: Sequence[Path]) -> Finding:
    """Return the finding of monographs whose leaflets would take each other's names."""
    *others, last = map(str, paths)
    both = "both" if len(paths) == 2 else "all"
    return Finding(
        code=CLASH,
        message=f"{', '.join(others)} and {last} would {both} make files called {stem}, "
        "by id and the first part of the language",
        hint="give each an id of its own, such as one for each country, or build them into different folders",
        span=Span.of_file(last),
    )
