"""Where the shipped typefaces, monographs and tables are: beside the package, or inside it once installed."""

import os
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_DATA = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _CHECKOUT
# Rooms that print no leaflet and judge none: what changes there makes no leaflet anew.
_NO_MAKERS = frozenset({"serve", "importing", "exporting"})


def fonts_folder() -> Path:
    """Return the folder of the typefaces."""
    return _DATA / "fonts"


def schema_file() -> Path:
    """Return the JSON Schema of a monograph, as shipped."""
    return _PACKAGE / "monograph.schema.json"


def colour_profile() -> bytes:
    """Return the shipped colour profile, sRGB (IEC 61966-2-1) as an ICC profile of our own making."""
    return (_PACKAGE / "rendering" / "srgb.icc").read_bytes()


def content_folder() -> Path:
    """Return the folder of the shipped monographs."""
    return _DATA / "content"


def own_files() -> list[tuple[str, os.DirEntry[str]]]:
    """Return the files that have a say in a leaflet, code and typefaces, in the order of their names.

    The names are alike on all platforms and wherever it is installed. To make a `Path` of each of hundreds
    takes longer than to read them.
    """
    found = [*_files(str(_PACKAGE)), *_files(str(fonts_folder()))]
    return sorted(found, key=itemgetter(0))


def _files(folder: str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")) or above + entry.name in _NO_MAKERS:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{above}{entry.name}/")
            else:
                yield above + entry.name, entry
