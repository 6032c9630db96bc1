"""The medicines on the shelf: every monograph of the content folder, read again when its file changes.

A file with mistakes keeps its last good monograph to look at, and nothing of it can be printed.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from threading import Lock

from leaflet.diagnostics import Finding, Span
from leaflet.model import Monograph
from leaflet.read import MonographError, load
from leaflet.serve.medicine import Medicine, Unread, vocabulary
from leaflet.values import altered

_MOST_FILES = 5_000
Judge = Callable[[Monograph, date], tuple[Finding, ...]]


class Shelf:
    """All medicines of one file or folder; usable from many threads."""

    def __init__(self, content: Path, judge: Judge, today: Callable[[], date]) -> None:
        self._content = content
        self._judge = judge
        self._today = today
        self._stamps: dict[Path, tuple[int, int]] = {}
        self._read: dict[Path, Medicine | Unread] = {}
        self._lock = Lock()
        self.edition = 0  # grows with every change, so that what is made from the shelf can be kept
        self.refresh()

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        """Every medicine, by its name."""
        found = [each for each in self._read.values() if isinstance(each, Medicine)]
        return tuple(sorted(found, key=lambda each: (each.monograph.name.casefold(), each.id)))

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Every file that could not be read even once, by its name."""
        return tuple(sorted((e for e in self._read.values() if isinstance(e, Unread)), key=lambda e: e.path))

    def find(self, monograph_id: str) -> Medicine | None:
        """Return a medicine by its id."""
        return next((each for each in self.medicines if each.id == monograph_id), None)

    def refresh(self) -> bool:
        """Read what changed since the last time; return whether anything did."""
        with self._lock:
            paths = _files(self._content)
            stamps = {path: stamp for path in paths if (stamp := _stamp(path)) is not None}
            changed = [path for path, stamp in stamps.items() if self._stamps.get(path) != stamp]
            gone = self._read.keys() - stamps.keys()
            if not changed and not gone:
                return False
            read = {path: each for path, each in self._read.items() if path not in gone}
            for path in changed:
                read[path] = self._look(path, read.get(path))
            self._stamps, self._read = stamps, _without_twins(read)
            self.edition += 1
            return True

    def _look(self, path: Path, before: Medicine | Unread | None) -> Medicine | Unread:
        try:
            monograph = load(path)
        except MonographError as slip:
            findings = slip.findings
        except OSError as slip:
            findings = (_unreadable(path, slip),)
        else:
            return Medicine(
                monograph=monograph,
                path=path,
                vocabulary=vocabulary(monograph),
                findings=self._judge(monograph, self._today()),
            )
        if isinstance(before, Medicine):
            return altered(before, findings=findings, is_current=False)
        return Unread(path=path, findings=findings)


def _files(content: Path) -> list[Path]:
    if not content.is_dir():
        return [content]
    found = (path for path in content.rglob("*.y*ml") if path.suffix in {".yaml", ".yml"} and path.is_file())
    return sorted(found)[:_MOST_FILES]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _unreadable(path: Path, slip: OSError) -> Finding:
    return Finding(
        code="M035",
        message=f"the file cannot be read: {slip.strerror or 'unknown reason'}",
        hint="look at the file and its permissions",
        span=Span.of_file(str(path)),
    )


def _without_twins(read: dict[Path, Medicine | Unread]) -> dict[Path, Medicine | Unread]:
    """Block every medicine whose id another file has too: nobody could say which one is meant."""
    kept = dict(read)
    by_id: dict[str, list[Path]] = {}
    for path, each in read.items():
        if isinstance(each, Medicine):
            by_id.setdefault(each.id, []).append(path)
    for paths in (paths for paths in by_id.values() if len(paths) > 1):
        first, *others = sorted(paths)
        for path in others:
            each = read[path]
            kept[path] = Unread(path=path, findings=_twin(path, first.name, each.findings))
    return kept


def _twin(path: Path, first: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    twin = Finding(
        code="O002",
        message=f"another file, {first}, has the same id",
        hint="give each monograph an id of its own",
        span=Span.of_file(str(path)),
    )
    return twin, *findings
