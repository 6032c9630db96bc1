"""`manifest.json`: every leaflet of a folder, with its digest and what it was made from."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from leaflet.batch.entries import Entry
from leaflet.program import PROGRAM

MANIFEST = "manifest.json"
_FORMAT = 1


class ManifestError(ValueError):
    """A manifest that cannot be read, or manifests that contradict each other; says which and why."""


def manifest_bytes(entries: Iterable[Entry]) -> bytes:
    """Return the manifest; the same entries give the same bytes, in whatever order they come."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n      ", ": ")).encode
    listed = [encode(entry.as_dict()) for entry in sorted(entries, key=lambda entry: entry.file)]
    # As `json.dumps(..., indent=2)` writes it, which takes five times as long.
    leaflets = ",\n".join(f"    {{\n      {fields[1:-1]}\n    }}" for fields in listed)
    head = f'{{\n  "format": {_FORMAT},\n  "made_by": {json.dumps(PROGRAM)},\n  "leaflets": ['
    return f"{head}\n{leaflets}\n  ]\n}}\n".encode() if listed else f"{head}]\n}}\n".encode()


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a manifest, or of the one in a folder.

    Raises `ManifestError` where it is none, `OSError` where it cannot be read.
    """
    path = path / MANIFEST if path.is_dir() else path
    data = path.read_bytes()
    try:
        whole = json.loads(data)
        if whole["format"] != _FORMAT:
            raise ManifestError(f"{path} has format {whole['format']!r}, and this program knows {_FORMAT}")
        return tuple(Entry(**each) for each in whole["leaflets"])
    except (ValueError, TypeError, KeyError) as error:
        if isinstance(error, ManifestError):
            raise
        raise ManifestError(f"{path} is no manifest of leaflets") from error


def merged(parts: Sequence[tuple[Path, tuple[Entry, ...]]]) -> tuple[Entry, ...]:
    """Return the entries of all parts; raise `ManifestError` where two differ about one file."""
    first: dict[str, tuple[Path, Entry]] = {}
    for path, entries in parts:
        for entry in entries:
            other, known = first.setdefault(entry.file, (path, entry))
            if known != entry:
                raise ManifestError(f"{path} and {other} list two different leaflets as {entry.file}")
    return tuple(entry for _, entry in first.values())
