"""The medicines on the shelf: every monograph of the content folder, read again when its file changes.

A file with mistakes keeps its last good monograph to look at, and nothing of it can be printed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Lock

from leaflet.diagnostics import Finding, Span
from leaflet.model import Monograph
from leaflet.read import MonographError, load
from leaflet.serve.medicine import Medicine, Unread, vocabulary
from leaflet.serve.search import bare_name, code_of
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
        self._medicines: tuple[Medicine, ...] = ()
        self._judged: date | None = None  # the day on which the findings hold
        self._lock = Lock()
        self.edition = 0  # grows with every change, so that what is made from the shelf can be kept
        self.refresh()

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        """Every medicine, by its name; those that two files claim to be are blocked, and say so."""
        return self._medicines

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Every file that could not be read even once, by its name."""
        return tuple(sorted((e for e in self._read.values() if isinstance(e, Unread)), key=lambda e: e.path))

    def find(self, monograph_id: str, language: str = "") -> tuple[Medicine, ...]:
        """Return the medicines of an id, one a language; of one language where it is named."""
        first: dict[str, Medicine] = {}
        for each in self._medicines:
            tag = each.monograph.language
            if each.id == monograph_id and language.lower() in ("", tag.lower(), tag.lower().split("-")[0]):
                first.setdefault(_language(each), each)
        return tuple(first.values())

    def refresh(self) -> bool:
        """Read what changed since the last time; return whether anything did."""
        with self._lock:
            paths = _files(self._content)
            stamps = {path: stamp for path in paths if (stamp := _stamp(path)) is not None}
            changed = [path for path, stamp in stamps.items() if self._stamps.get(path) != stamp]
            gone = self._read.keys() - stamps.keys()
            today = self._today()
            if not changed and not gone and today == self._judged:
                return False
            read = {path: each for path, each in self._read.items() if path not in gone}
            if today != self._judged:  # a review lapses, and a date is no longer in the future, overnight
                read = {path: self._judged_anew(each, today) for path, each in read.items()}
            for path in changed:
                read[path] = self._look(path, read.get(path))
            self._stamps, self._read, self._judged = stamps, read, today
            self._medicines = _with_twins_blocked(read)
            self.edition += 1
            return True

    def _judged_anew(self, each: Medicine | Unread, today: date) -> Medicine | Unread:
        if isinstance(each, Unread) or not each.is_current:
            return each
        return altered(each, findings=self._judge(each.monograph, today))

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
                names=_names(monograph),
                codes=_codes(monograph),
                findings=self._judge(monograph, self._today()),
            )
        if isinstance(before, Medicine):
            return altered(before, findings=findings, is_current=False)
        return Unread(path=path, findings=findings)


def _files(content: Path) -> list[Path]:
    if not content.is_dir():
        return [content]
    found = (
        path for path in content.rglob("*") if path.suffix.lower() in {".yaml", ".yml"} and path.is_file()
    )
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


def _names(monograph: Monograph) -> frozenset[str]:
    called = (monograph.name, monograph.called, *monograph.other_names)
    return frozenset(bare for name in called if (bare := bare_name(name)))


def _codes(monograph: Monograph) -> frozenset[str]:
    codes = monograph.codes
    return frozenset(
        code_of(code) for kind in (codes.gtin, codes.snomed, codes.dmd, codes.ndc, codes.pl) for code in kind
    )


def _language(medicine: Medicine) -> str:
    return medicine.monograph.language.lower().split("-")[0]


def _with_twins_blocked(read: Mapping[Path, Medicine | Unread]) -> tuple[Medicine, ...]:
    """Return the medicines by name, each blocked whose id and language another file has, too.

    Nobody could say which of them is meant: a backup copy must not be printed for the real leaflet.
    """
    medicines = [each for each in read.values() if isinstance(each, Medicine)]
    paths: dict[tuple[str, str], list[Path]] = {}
    for each in medicines:
        paths.setdefault((each.id, _language(each)), []).append(each.path)
    found = []
    for each in medicines:
        others = [path for path in sorted(paths[each.id, _language(each)]) if path != each.path]
        twin = (_twin(each.path, others),) if others else ()
        found.append(altered(each, findings=(*twin, *each.findings)) if twin else each)
    return tuple(sorted(found, key=lambda each: (each.monograph.name.casefold(), each.id, each.path)))


def _twin(path: Path, others: Sequence[Path]) -> Finding:
    return Finding(
        code="O002",
        message=f"{path.name} and {', '.join(other.name for other in others)} have the same id and language",
        hint="take away all but one, or give each monograph an id of its own",
        span=Span.of_file(str(path)),
    )
