"""`manifest.json`: every leaflet of a folder, with its digest and what it was made from."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

import msgspec

from leaflet.batch.entries import Entry
from leaflet.program import PROGRAM
from leaflet.values import NOT_READABLE, Value

MANIFEST = "manifest.json"
_FORMAT = 1


class _Format(Value):
    """What every manifest says first, whatever else it says."""

    format: object


class _Manifest(Value, kw_only=True):
    """A manifest as its file holds it."""

    format: int = _FORMAT
    made_by: str = PROGRAM
    leaflets: list[Entry]


class ManifestError(ValueError):
    """A manifest that cannot be read, or manifests that contradict each other; says which and why."""


def manifest_bytes(entries: Iterable[Entry]) -> bytes:
    """Return the manifest; the same entries give the same bytes, in whatever order they come."""
    whole = _Manifest(leaflets=sorted(entries, key=attrgetter("file")))
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a manifest, or of the one in a folder.

    Raises `ManifestError` where it is none, `OSError` where it cannot be read.
    """
    path = path / MANIFEST if path.is_dir() else path
    data = path.read_bytes()
    try:
        known = msgspec.json.decode(data, type=_Format).format
        if known != _FORMAT:
            raise ManifestError(f"{path} has format {known!r}, and this program knows {_FORMAT}")
        return tuple(msgspec.json.decode(data, type=_Manifest).leaflets)
    except NOT_READABLE as error:
        raise ManifestError(f"{path} is no manifest of leaflets: {error}") from error


def merged(parts: Sequence[tuple[Path, tuple[Entry, ...]]]) -> tuple[Entry, ...]:
    """Return the entries of all parts; raise `ManifestError` where two differ about one file."""
    first: dict[str, tuple[Path, Entry]] = {}
    for path, entries in parts:
        for entry in entries:
            other, known = first.setdefault(entry.file, (path, entry))
            if known != entry:
                raise ManifestError(f"{path} and {other} list two different leaflets as {entry.file}")
    return tuple(entry for _, entry in first.values())
