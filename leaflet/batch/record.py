"""The record of a folder of leaflets: what was made from what, so that only what changed is built.

It also holds which monographs were found sound, until when that can be believed, and by which program.

The record is a hidden file beside the leaflets. While a build runs, it notes each finished leaflet in a
journal of its own, so that a build that was killed is gone on with, and two builds in one folder lose
nothing of each other. A journal is locked as long as its build lives; one that is not, is a dead build's.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

import msgspec

from leaflet.batch.entries import Entry
from leaflet.batch.soundness import Sound
from leaflet.files import write_whole
from leaflet.values import NOT_READABLE, Value

RECORD = ".leaflet-record.json"
_MANY = 100  # files, from which on several threads are quicker
_JOURNAL = ".leaflet-journal-"
_PART = ".*.part"  # what `write_whole` leaves when it is killed


class Noted(Value, kw_only=True, tag="leaflet"):
    """A finished leaflet and the key of what it was made from; or why one was passed over."""

    file: str
    key: str
    monograph: str  # hex, SHA-256 of its bytes
    source: str = ""  # where its file lies, seen from the folder
    entry: Entry | None = None
    withdrawn: bool = False  # its monograph is gone: it stands in the folder, and in no manifest
    passed_over: tuple[str, str] = ("", "")  # code and message


class _Checked(Value, tag="check"):
    """A monograph, by the digest of its bytes, and that it is sound."""

    monograph: str
    sound: Sound


class _Whole(Value, kw_only=True):
    """The record as its file holds it."""

    manifest: str
    notes: tuple[Noted, ...]
    checks: tuple[_Checked, ...]


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Whole).decode
_decode_line = msgspec.json.Decoder(Noted | _Checked).decode


class Record(msgspec.Struct):
    """All that is noted of a folder, by file name."""

    notes: dict[str, Noted] = msgspec.field(default_factory=dict)
    sound: dict[str, Sound] = msgspec.field(default_factory=dict)  # by the SHA-256 of the monograph's bytes
    manifest: str = ""  # hex, SHA-256 of the manifest that was written with it
    is_whole: bool = False  # it holds all notes, and no build runs or was killed


def read_record(folder: Path) -> Record:
    """Return what the folder's record and journals say; nothing where they are missing or damaged."""
    record = Record()
    with suppress(OSError, *NOT_READABLE):
        whole = _decode((folder / RECORD).read_bytes())
        record.notes = {noted.file: noted for noted in whole.notes}
        record.sound = {checked.monograph: checked.sound for checked in whole.checks}
        record.manifest, record.is_whole = whole.manifest, True
    for path in sorted(folder.glob(f"{_JOURNAL}*")):
        record.is_whole = False
        with suppress(OSError):
            for line in path.read_bytes().splitlines():
                with suppress(*NOT_READABLE):  # such as a line that was cut off
                    _take(record, _decode_line(line))
    return record


def _take(record: Record, line: Noted | _Checked) -> None:
    if isinstance(line, Noted):
        record.notes[line.file] = line
    else:
        record.sound[line.monograph] = line.sound


def standing(folder: Path, entries: Iterable[Entry]) -> set[str]:
    """Return the names of those files that are in the folder with the bytes they should have."""
    entries = list(entries)
    if len(entries) < _MANY:
        return _whole(folder, entries)
    from concurrent.futures import ThreadPoolExecutor  # a small build does without it

    shares = [entries[start : start + _MANY] for start in range(0, len(entries), _MANY)]
    with ThreadPoolExecutor(max_workers=4) as threads:  # reading and hashing let go of the interpreter
        return set().union(*threads.map(partial(_whole, folder), shares))


def _whole(folder: Path, entries: Sequence[Entry]) -> set[str]:
    found = set()
    for entry in entries:
        with suppress(OSError), (folder / entry.file).open("rb", buffering=0) as file:
            if hashlib.sha256(file.readall()).hexdigest() == entry.sha256:
                found.add(entry.file)
    return found


class Journal:
    """The notes of a running build, written line by line; `close` makes them part of the record."""

    def __init__(self, folder: Path) -> None:
        """Begin a journal, and clean up after builds that were killed; raises `OSError`."""
        self._is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        with _locked(folder):
            dead, living = _others(folder)
            if dead:
                _absorb(folder, dead)
            if not living:
                for part in folder.glob(_PART):
                    part.unlink(missing_ok=True)
            self._path = folder / f"{_JOURNAL}{os.urandom(8).hex()}"
            self._file: IO[bytes] = self._path.open("xb", buffering=0)
            _lock(self._file, wait=False)

    def note(self, noted: Noted) -> None:
        """Note a leaflet that is done."""
        self._file.write(_encode(noted) + b"\n")

    def note_sound(self, monograph: str, sound: Sound) -> None:
        """Note that a monograph is sound, by the digest of its bytes."""
        self._file.write(_encode(_Checked(monograph, sound)) + b"\n")

    def close(self, list_all: Callable[[Record], str]) -> Record:
        """Fold the journal into the record and return that; `list_all` writes the manifest."""
        with _locked(self._folder):
            if self._is_new and not read_record(self._folder).notes:
                return self._leave_nothing()
            return _absorb(self._folder, [self._path], list_all)

    def leave(self) -> None:
        """Let go of the journal; where it was not closed, the next build takes it in."""
        self._file.close()

    def _leave_nothing(self) -> Record:
        """Take the folder away again: nothing could be built, and a folder would look as if it had been."""
        self._path.unlink(missing_ok=True)
        with suppress(OSError):  # another build has put something into it
            self._folder.rmdir()
        return Record()


def _absorb(
    folder: Path,
    journals: Sequence[Path],
    list_all: Callable[[Record], str] | None = None,
) -> Record:
    """Write the record anew with the notes of all journals; then these ones are no longer needed."""
    record = read_record(folder)
    record.notes = {
        name: noted
        for name, noted in record.notes.items()
        if noted.entry is None or (folder / name).is_file()
    }
    record.manifest = ""
    if list_all is not None:
        used = {noted.monograph for noted in record.notes.values()}
        record.sound = {monograph: sound for monograph, sound in record.sound.items() if monograph in used}
        record.manifest = list_all(record)
    write_record(folder, record)
    for path in journals:
        path.unlink(missing_ok=True)
    return record


def write_record(folder: Path, record: Record) -> None:
    """Write the record whole, in an order that does not depend on how the build went."""
    whole = _Whole(
        manifest=record.manifest,
        notes=tuple([record.notes[name] for name in sorted(record.notes)]),
        checks=tuple([_Checked(each, record.sound[each]) for each in sorted(record.sound)]),
    )
    data = _encode(whole)
    path = folder / RECORD
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def _others(folder: Path) -> tuple[list[Path], bool]:
    """Return the journals of dead builds, and whether another build lives."""
    dead, living = list[Path](), False
    for path in folder.glob(f"{_JOURNAL}*"):
        with suppress(OSError), path.open("rb") as file:
            if _lock(file, wait=False):
                dead.append(path)
            else:
                living = True
    return dead, living


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other builds from the record for a moment."""
    if os.name != "posix":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


def _lock(file: IO[bytes] | int, *, wait: bool) -> bool:
    """Lock a file for this process, which lets go when it ends, however it ends; tell whether it did.

    Where the system has no such locks, every other build is taken for a living one.
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
