"""The medicines on the shelf: every monograph of the content folder, read again when its file changes.

A file with mistakes keeps its last good monograph to look at, and nothing of it can be printed. In a large
folder each file is skimmed for its id and language at once, so that twins are known, and read in the
background; one that is asked for is read first. How many are left is said, so that none is missing without a
word.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from threading import RLock

from leaflet.diagnostics import Finding
from leaflet.model import Monograph
from leaflet.serve.folder import Stamp, files_in, named_in, read_file
from leaflet.serve.medicine import Medicine, Unread, codes_of, names_of, vocabulary
from leaflet.serve.twins import Name, name_of, with_twins_blocked
from leaflet.values import Value, altered

_AT_ONCE = 60  # changed files that are read before anybody is answered; of more, the rest is skimmed
_STRETCH = 30  # files that are read in the background before others have their turn
_PATIENCE = 10  # times as long as looking through the folder took, it is not looked through again,
_LONGEST = 0.8  # and no longer than so many seconds
_SHORTEST = 0.1  # seconds that a search waits for whoever reads
_JUDGED = 5  # medicines that are judged in the background before others have their turn
Judge = Callable[[Monograph, date], tuple[Finding, ...]]


class _Entry(Value, kw_only=True):
    """A file as it was found: when it changed, what it seems to be, and what it holds once it was read."""

    stamp: Stamp
    named: Name | None = None
    held: Medicine | Unread | None = None  # of a changed file the last good reading, until it is read anew
    is_left: bool = True  # to be read

    @property
    def name(self) -> Name | None:
        """The id and language; None where they are not known."""
        if isinstance(self.held, Medicine):
            return name_of(self.held.id, self.held.monograph.language)
        return self.named


class Shelf:
    """All medicines of one file or folder; usable from many threads."""

    def __init__(self, content: Path, judge: Judge, today: Callable[[], date]) -> None:
        self._content = content
        self._judge = judge
        self._today = today
        self._entries: dict[Path, _Entry] = {}
        self._gone: dict[Path, _Entry] = {}  # what was here before all went: a renamed folder may come back
        self._medicines: tuple[Medicine, ...] = ()
        self._day: date | None = None  # on which the findings hold
        self._rests_until = 0.0
        self._lock = RLock()
        self.look_through()

    @property
    def content(self) -> Path:
        """The file or folder that it holds."""
        return self._content

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        """Every medicine that was read, by its name; those that two files claim to be are blocked."""
        return self._medicines

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Every file that could not be read even once, by its name."""
        held = (entry.held for entry in tuple(self._entries.values()))
        return tuple(sorted((each for each in held if isinstance(each, Unread)), key=lambda each: each.path))

    @property
    def blocked(self) -> tuple[Path, ...]:
        """The files of which nothing can be printed, as far as they were read and judged."""
        judged = [each.path for each in self._medicines if each.is_judged and each.reasons]
        return tuple(sorted({*judged, *(each.path for each in self.unread)}))

    @property
    def left(self) -> int:
        """How many files are still to be read."""
        return len(self._left())

    def find(self, monograph_id: str, language: str = "") -> tuple[Medicine, ...]:
        """Return the medicines of an id, one a language; of one language where it is named."""
        with self._lock:
            asked = [path for path in self._left() if self._may_be(path, monograph_id)]
            if asked:
                self._read(asked)
                self._shelve()
        first: dict[Name, Medicine] = {}
        for each in self._medicines:
            tag = each.monograph.language
            name = name_of(each.id, tag)
            if each.id == monograph_id and language.lower() in ("", tag.lower(), name[1]):
                first.setdefault(name, each)
        return tuple(first.values())

    def refresh(self) -> bool:
        """Look through the folder, unless that was done just now; return whether anything changed."""
        if time.monotonic() < self._rests_until and self._today() == self._day:
            return False
        if not self._lock.acquire(timeout=_SHORTEST):
            return False  # it is being read just now: a search does not wait for that
        try:
            return self.look_through()
        finally:
            self._lock.release()

    def look_through(self) -> bool:
        """Look through the folder and read what changed; return whether anything did."""
        with self._lock:
            started = time.monotonic()
            stamps = files_in(self._content)
            now = time.monotonic()
            self._rests_until = now + min(_PATIENCE * (now - started), _LONGEST)
            return self._take_in(stamps)

    def read_on(self) -> bool:
        """Read a few of the files that are left; return whether there were any."""
        with self._lock:
            some = self._left()[:_STRETCH]
            if some:
                self._read(some)
                self._shelve()
            return bool(some)

    def judge_on(self) -> bool:
        """Judge a few of the medicines that nobody has looked at yet; return whether there were any."""
        some = [each for each in self._medicines if not each.is_judged][:_JUDGED]
        for each in some:
            _ = each.findings
        return bool(some)

    @property
    def is_ready(self) -> bool:
        """Tell whether every file was read and every medicine judged, so that all can be told at once."""
        return not self._left() and sum(not each.is_judged for each in self._medicines) <= _AT_ONCE

    def _left(self) -> list[Path]:
        return [path for path, entry in tuple(self._entries.items()) if entry.is_left]

    def _may_be(self, path: Path, monograph_id: str) -> bool:
        name = self._entries[path].name
        return name is None or name[0] == monograph_id

    def _take_in(self, stamps: Mapping[Path, Stamp]) -> bool:
        """Make the shelf what the folder is; return whether anything changed."""
        today = self._today()
        known = {**self._gone, **self._entries}
        changed = [path for path, stamp in stamps.items() if path not in known or known[path].stamp != stamp]
        if not changed and stamps.keys() == self._entries.keys() and today == self._day:
            return False
        if not stamps:
            self._gone = self._entries or self._gone
        kept = {path: known[path] for path in stamps if path in known}
        if today != self._day:  # a review lapses, and a date is no longer in the future, overnight
            kept = {path: self._on(today, entry) for path, entry in kept.items()}
        self._entries, self._day = kept, today
        for path in changed:
            self._entries[path] = self._noticed(path, stamps[path], is_one_of_many=len(changed) > _AT_ONCE)
        # A file that cannot be skimmed may be anybody's twin, so it is read at once.
        at_once = changed if len(changed) <= _AT_ONCE else [p for p in changed if not self._entries[p].name]
        self._read(at_once)
        self._shelve()
        return True

    def _noticed(self, path: Path, stamp: Stamp, *, is_one_of_many: bool) -> _Entry:
        before = self._entries.get(path)
        if before is not None and isinstance(before.held, Medicine):
            return altered(before, stamp=stamp, is_left=True)
        named = named_in(path) if is_one_of_many else None
        return _Entry(stamp=stamp, named=name_of(*named) if named else None)

    def _on(self, today: date, entry: _Entry) -> _Entry:
        held = entry.held
        return altered(entry, held=altered(held, today=today)) if isinstance(held, Medicine) else entry

    def _read(self, paths: Iterable[Path]) -> None:
        for path in paths:
            entry = self._entries[path]
            self._entries[path] = altered(entry, held=self._held(path, entry.held), is_left=False)

    def _held(self, path: Path, before: Medicine | Unread | None) -> Medicine | Unread:
        found = read_file(path)
        if isinstance(found, tuple):
            if isinstance(before, Medicine):
                return altered(before, mistakes=found)
            return Unread(path=path, findings=found)
        return Medicine(
            monograph=found,
            path=path,
            vocabulary=vocabulary(found),
            names=names_of(found),
            codes=codes_of(found),
            judge=self._judge,
            today=self._today(),
        )

    def _shelve(self) -> None:
        held = [entry.held for entry in self._entries.values()]
        names = {path: name for path, entry in self._entries.items() if (name := entry.name) is not None}
        self._medicines = with_twins_blocked((each for each in held if isinstance(each, Medicine)), names)
