"""What lies in a folder of monographs that are gone: leaflets that nothing makes any more.

A build of folders can tell: the monograph's file is not there now, or holds another one, and no monograph
that was found makes leaflets of that name. A leaflet whose monograph stands elsewhere is another build's.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from leaflet.batch.entries import Entry
from leaflet.batch.make_one import Result
from leaflet.batch.manifest import MANIFEST, ManifestError, read_manifest
from leaflet.batch.record import Noted, Record, standing
from leaflet.batch.soundness import stem_of
from leaflet.batch.sources import read_bytes
from leaflet.batch.survey import Order
from leaflet.files import is_stream
from leaflet.values import altered


@lru_cache(maxsize=8)
def place_of(monograph: Path, folder: Path) -> str:
    """Return where a monograph lies, as seen from the folder of its leaflets; "" where nobody can say."""
    if is_stream(monograph):
        return ""
    try:
        return Path(os.path.relpath(monograph, folder)).as_posix()
    except ValueError:  # on another drive
        return ""


def new_marks(order: Order, record: Record, stems: Mapping[Path, str], manifest: str) -> tuple[Noted, ...]:
    """Return the notes that this build must change: those withdrawn now, and those that came back.

    `stems` are the names that the monographs found give their leaflets, `manifest` the digest of the
    folder's manifest: where it is not the record's, it may list what the record does not know.
    """
    if not order.folders:
        return ()
    known = dict(record.notes)
    if manifest and manifest != record.manifest:
        known |= {entry.file: _unknown(entry) for entry in _listed(order.folder) if entry.file not in known}
    found, names = {path.resolve() for path in stems}, frozenset(stems.values())
    return tuple(_changed(order.folder, known, found, names))


def _changed(
    folder: Path, known: Mapping[str, Noted], found: set[Path], names: frozenset[str]
) -> Iterator[Noted]:
    for name, note in known.items():
        if note.entry is None:
            continue
        is_made = stem_of(note.entry.monograph, note.entry.language) in names
        is_gone = not is_made and _has_no_monograph(folder, note, found)
        if (is_made and note.withdrawn) or (is_gone and not note.withdrawn and (folder / name).is_file()):
            yield altered(note, withdrawn=is_gone)


def _has_no_monograph(folder: Path, note: Noted, found: set[Path]) -> bool:
    if not note.source:
        return True
    source = (folder / note.source).resolve()
    return source in found or not source.exists()


def _unknown(entry: Entry) -> Noted:
    return Noted(file=entry.file, key="", monograph=entry.monograph_sha256, entry=entry)


def _listed(folder: Path) -> tuple[Entry, ...]:
    try:
        return read_manifest(folder / MANIFEST)
    except (OSError, ManifestError):
        return ()


def withdrawn_in(record: Record, marks: Sequence[Noted]) -> dict[str, Noted]:
    """Return the notes of all withdrawn leaflets, once these are marked."""
    notes = {**record.notes, **{note.file: note for note in marks}}
    return {name: note for name, note in notes.items() if note.withdrawn}


def prune(folder: Path, withdrawn: Mapping[str, Noted]) -> tuple[str, ...]:
    """Delete withdrawn leaflets that are as they were made, and return their names; raises `OSError`."""
    whole = standing(folder, [note.entry for note in withdrawn.values() if note.entry is not None])
    for name in sorted(whole):
        (folder / name).unlink()
    return tuple(sorted(whole))


def replaced(order: Order, record: Record, results: Iterable[Result]) -> tuple[tuple[Path, Path], ...]:
    """Return which monographs took over files of others that still stand and would make them, too.

    One build refuses two monographs of one name; of two builds, the later one would win without a word.
    """
    pairs: dict[tuple[Path, Path], None] = {}
    for result in results:
        note, made = record.notes.get(result.job.output.name), result.job.source
        if result.entry is None or result.unchanged or note is None or not note.source:
            continue
        if note.source != place_of(made.path, order.folder):
            other = order.folder / note.source
            if other.is_file() and _stem(other) == made.stem:
                pairs[made.path, other.resolve()] = None
    return tuple(pairs)


def _stem(monograph: Path) -> str:
    from leaflet.read.skim import skim  # a build in which nothing is new needs no YAML

    try:
        named = skim(read_bytes(monograph))
    except OSError:
        return ""
    return stem_of(*named) if named else ""
