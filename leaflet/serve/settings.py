"""The pharmacy's own settings: a TOML file and a picture in the user's configuration folder.

The file can be written by hand or by the settings page; it never holds a word about a patient.
"""

import secrets
import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from leaflet.files import write_whole
from leaflet.handout import HandoutError, Logo, Pharmacy, read_online, tidy
from leaflet.images import LogoError, read_logo, to_png
from leaflet.intake.file_bytes import plain_bytes
from leaflet.paper import PAPERS
from leaflet.regions import REGIONS
from leaflet.serve.printer import is_printer
from leaflet.values import Value, altered

FILE_NAME = "pharmacy.toml"
KEY_NAME = "seal.key"
_LOGO_NAME = "pharmacy-logo.png"
_LARGEST = 100_000
TEXTS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        **{name: partial(tidy, name) for name in ("name", "address", "phone", "hours")},
        "online": read_online,
    }
)
"""What reads each text of a pharmacy; raises `HandoutError`."""


class Settings(Value, kw_only=True, dict=True):
    """What is set once for a pharmacy; `trouble` says in a sentence why the file was not taken whole."""

    name: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    online: str = ""  # the address of its pages for screens, with {id} and {language}
    logo: Logo | None = None
    paper: str = "a4"
    region: str = ""
    printer: str = ""  # of CUPS, to print on without a dialog; "" for none
    trouble: str = ""

    @cached_property
    def pharmacy(self) -> Pharmacy | None:
        """The pharmacy as a leaflet prints it; None until it has a name."""
        if not self.name:
            return None
        return Pharmacy(**{name: getattr(self, name) for name in TEXTS}, logo=self.logo)


class SettingsFile:
    """The settings on the disk, read again when the file changes."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._stamp: tuple[int, ...] = ()
        self._settings = Settings()
        self._lock = Lock()

    @property
    def is_new(self) -> bool:
        """Tell whether nobody has set anything yet."""
        return not self.path.exists()

    def read(self) -> Settings:
        """Return the settings; empty ones with their trouble where the file cannot be used."""
        with self._lock:
            stamp = _stamp(self.path) + _stamp(self.path.parent / _LOGO_NAME)
            if stamp != self._stamp:
                self._settings, self._stamp = _read(self.path), stamp
            return self._settings

    def key(self) -> bytes:
        """Return the key that seals this counter's prints, made when needed; b"" where none can be kept."""
        path = self.path.parent / KEY_NAME
        with self._lock:
            try:
                if not path.exists():
                    write_whole(path, f"{secrets.token_hex(32)}\n".encode(), mode=0o600)
                return path.read_bytes().strip()
            except OSError:
                return b""

    def write(self, settings: Settings) -> None:
        """Store the settings; raise OSError where that is not possible."""
        import tomli_w

        entries: dict[str, str] = {
            name: getattr(settings, name) for name in (*TEXTS, "paper", "region", "printer")
        }
        if settings.logo is not None:
            write_whole(self.path.parent / _LOGO_NAME, to_png(settings.logo))
            entries["logo"] = _LOGO_NAME
        write_whole(self.path, tomli_w.dumps(entries).encode())
        if settings.logo is None:
            (self.path.parent / _LOGO_NAME).unlink(missing_ok=True)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


def _read(path: Path) -> Settings:
    try:
        with path.open("rb") as file:
            entries = tomllib.loads(plain_bytes(file.read(_LARGEST)).decode())
    except FileNotFoundError:
        return Settings()
    except OSError as slip:
        return Settings(trouble=f"{path.name} cannot be read: {slip.strerror}.")
    except UnicodeDecodeError:
        return Settings(trouble=f"{path.name} is not UTF-8 text.")
    except tomllib.TOMLDecodeError as slip:
        return Settings(trouble=f"{path.name} is not sound TOML: {slip}.")
    return _with_logo(_taken(entries, path.name), entries.get("logo"), path.parent)


def _taken(entries: dict[str, Any], file: str) -> Settings:
    """Take each text and choice that is sound, and say what is wrong with the first that is not."""
    taken: dict[str, Any] = {}
    slips = []
    for name, read in TEXTS.items():
        value = entries.get(name, "")
        try:
            if not isinstance(value, str):
                raise HandoutError(name, "this is no text")
            taken[name] = read(value)
        except HandoutError as slip:
            slips.append(f"{file}, {name}: {slip}.")
    for name, table in (("paper", [*PAPERS]), ("region", ["", *REGIONS])):
        if name in entries and entries[name] in table:
            taken[name] = entries[name]
        elif name in entries:
            slips.append(f"{file}, {name}: this is none of {', '.join(filter(None, table))}.")
    printer = entries.get("printer", "")
    if isinstance(printer, str) and (not printer or is_printer(printer)):
        taken["printer"] = printer
    else:
        slips.append(f"{file}, printer: this is no name of a printer.")
    return Settings(**taken, trouble=slips[0] if slips else "")


def _with_logo(settings: Settings, named: object, folder: Path) -> Settings:
    """Read the logo, which is a file beside the settings and nowhere else."""
    if named is None:
        return settings
    if not isinstance(named, str) or Path(named).name != named:
        return altered(settings, trouble=settings.trouble or "logo: name a file in the same folder.")
    try:
        with (folder / named).open("rb") as file:
            return altered(settings, logo=read_logo(file.read(2_000_000)))
    except OSError:
        return altered(settings, trouble=settings.trouble or f"The logo {named} cannot be read.")
    except LogoError as slip:
        return altered(settings, trouble=settings.trouble or f"The logo {named}: {slip}")
