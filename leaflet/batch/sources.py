"""Find monographs, read them, and see that no two ask for the same file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from leaflet.batch.failures import Failure, failure_of
from leaflet.check import check, refusals
from leaflet.diagnostics import Finding, Span
from leaflet.model import Monograph
from leaflet.read import MonographError, read_monograph
from leaflet.read.decode import LARGEST

_SUFFIXES = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sound monograph on disk, by what names its leaflets."""

    path: Path
    sha256: str  # hex, of the file's bytes
    stem: str  # id and first subtag of the language: "baclofen-en"
    size: int = 0  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A monograph of which nothing is built, and why."""

    path: Path
    failure: Failure


def find_monographs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named, and all `*.yaml` and `*.yml` in the folders named, each once, in order.

    Hidden files and folders are passed over. Raises `OSError` for a path that is not there.
    """
    found = [file for path in paths for file in (_in_folder(path) if path.is_dir() else [_file(path)])]
    first: dict[Path, Path] = {}
    for file in found:
        first.setdefault(file.resolve(), file)
    return tuple(first.values())


def _in_folder(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    shown = (path for path in files if not any(part[0] == "." for part in path.relative_to(folder).parts))
    return sorted(shown, key=lambda path: path.as_posix())


def _file(path: Path) -> Path:
    path.stat()
    return path


def read_sources(paths: Sequence[Path], on: date) -> tuple[tuple[Source, ...], tuple[Refusal, ...]]:
    """Read and check the monographs; return the sound ones, and the others with what is wrong with each.

    `on` is the day on which a review may have lapsed.
    """
    return told_apart([read_source(path, on) for path in paths])


def read_source(path: Path, on: date, *, strict: bool = False) -> Source | Refusal:
    """Read and check one monograph; under `strict` every finding about its words refuses it."""
    try:
        monograph = load_monograph(path)
        found = check(monograph, on=on, strict=True) if strict else refusals(monograph, on=on)
        if found:
            raise MonographError(found)
    except Exception as error:  # noqa: BLE001 - one bad monograph stops nothing else
        return Refusal(path=path, failure=failure_of(error, f"reading {path}"))
    size = path.stat().st_size
    return Source(path=path, sha256=monograph.sha256, stem=_stem(monograph), size=size)


def load_monograph(path: Path) -> Monograph:
    """Return the monograph in the file as it is now; a file read before is not understood anew.

    Raises `MonographError` with its findings where it is not sound, `OSError` where it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)  # enough to know that it is too large
    return _understood(data, str(path))


@lru_cache(maxsize=64)
def _understood(data: bytes, path: str) -> Monograph:
    monograph, findings = read_monograph(data, path)
    if monograph is None:
        raise MonographError(findings)
    return monograph


def _stem(monograph: Monograph) -> str:
    return f"{monograph.id}-{monograph.language.partition('-')[0].lower()}"


def told_apart(read: Sequence[Source | Refusal]) -> tuple[tuple[Source, ...], tuple[Refusal, ...]]:
    """Return the sound sources and the others; refuse those whose leaflets would take each other's names."""
    sources = [each for each in read if isinstance(each, Source)]
    kept, first = [], dict[str, Source]()
    refused = [each for each in read if isinstance(each, Refusal)]
    makers = Counter(source.stem for source in sources)
    for source in sources:
        other = first.setdefault(source.stem, source)
        if makers[source.stem] == 1:
            kept.append(source)
        elif other is not source:
            refused.append(Refusal(path=source.path, failure=Failure(findings=(_clash(source, other),))))
    return tuple(kept), tuple(refused)


def _clash(source: Source, other: Source) -> Finding:
    return Finding(
        code="M050",
        message=f"{source.path} and {other.path} would both be written to {source.stem}-*.pdf",
        hint="give one of them another id, or build them into different folders",
        span=Span.of_file(str(source.path)),
    )
