"""The monographs at hand, found by their hash, or by their name where they have changed since."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leaflet.model import Monograph
from leaflet.pictures import sum_of
from leaflet.read import MonographError, load
from leaflet.read.decode import LARGEST
from leaflet.read.skim import skim


class Library:
    """Finds the monograph of a file; reads each at most once, and only where it is asked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._hashes: dict[str, Path] | None = None
        self._read: dict[Path, Monograph | None] = {}
        self._names: dict[Path, tuple[str, str]] = {}

    def choose(self, own: Mapping[str, str]) -> Monograph | None:
        """Return the monograph that a file was made from, or the one of that name as it is now.

        A file that names none has none: nothing is gained by holding a stranger against a leaflet.
        """
        if not own.get("monograph"):
            return None
        exact = self._by_hash().get(own.get("monographSHA256", ""))
        if exact is not None:
            return self._load(exact)
        named = [path for path in self._paths if self._name(path)[0] == own["monograph"]]
        language = own.get("language", "")  # said by the names of files alone
        same_name = next((path for path in named if language in {"", _primary(self._name(path)[1])}), None)
        return self._load(same_name) if same_name else None

    def _name(self, path: Path) -> tuple[str, str]:
        """Return the id and the language of the monograph in a file."""
        if path not in self._names:
            try:
                with path.open("rb") as file:
                    named = skim(file.read(LARGEST + 1))
            except OSError:
                named = None
            self._names[path] = named or ("", "")
        return self._names[path]

    def index(self) -> None:
        """Read every monograph's bytes now, for their hashes."""
        self._by_hash()

    def _by_hash(self) -> dict[str, Path]:
        if self._hashes is None:
            self._hashes = {}
            for path in self._paths:
                try:
                    with path.open("rb") as file:
                        data = file.read(LARGEST + 1)
                    self._hashes[sum_of(data, path.parent)] = path
                except OSError:
                    continue
        return self._hashes

    def _load(self, path: Path) -> Monograph | None:
        if path not in self._read:
            try:
                self._read[path] = load(path)
            except (MonographError, OSError):
                self._read[path] = None  # `leaflet check` says what is wrong with it
        return self._read[path]


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
