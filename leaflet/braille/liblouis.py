"""Call the system's liblouis by ctypes: pip has no package of it. Only the process of `child` does so.

UEB is in its tables since 3.0. Cells are characters of Unicode's Braille patterns, U+2800 to U+283F.
"""

import ctypes
import ctypes.util
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from leaflet.braille.translator import SPELT, STRONG, Grade, NoBrailleError

HOW_TO_INSTALL = (
    "install it: 'apt install liblouis20 liblouis-data' (Debian, Ubuntu), 'dnf install liblouis' (Fedora), "
    "'brew install liblouis' (macOS)"
)
_OLDEST = (3, 20)
_TABLES = {1: b"unicode.dis,en-ueb-g1.ctb", 2: b"unicode.dis,en-ueb-g2.ctb"}
_TYPEFORMS = ((STRONG, 4), (SPELT, 0x1000))  # of liblouis.h: bold, no_contract
_SILENT = 60000  # a level of its log above all that it says
_BITS = 8


def translate(words: str, grade: Grade, ways: Sequence[int]) -> str:
    """Return words as cells; `ways` says of each character how it is written."""
    return _called("lou_translateString", words, grade, [_typeform(way) for way in ways])


def back(cells: str, grade: Grade) -> str:
    """Return what cells say, by liblouis' own rules for the way back."""
    return _called("lou_backTranslateString", cells, grade, [])


def version() -> str:
    """Return the version of liblouis; raises `NoBrailleError` where there is none that serves."""
    return str(_library().lou_version().decode())


def _typeform(way: int) -> int:
    return sum([bit for each, bit in _TYPEFORMS if way & each])


def _called(name: str, text: str, grade: Grade, forms: Sequence[int]) -> str:
    library = _library()
    width = library.lou_charSize()
    encoding = f"utf_{width * _BITS}_le"
    given = text.encode(encoding)
    room = max(64, 16 * len(text))
    out = ctypes.create_string_buffer(room * width)
    # It writes the typeforms of its answer over those of the question: there must be room for both.
    typeforms = (ctypes.c_ushort * room)(*forms)
    length, written = ctypes.c_int(len(given) // width), ctypes.c_int(room)
    done = getattr(library, name)(
        _TABLES[grade],
        given,
        ctypes.byref(length),
        out,
        ctypes.byref(written),
        typeforms if any(forms) else None,
        None,
        0,
    )
    if not done:
        raise NoBrailleError(f"liblouis {version()} has no tables for UEB grade {grade}; {HOW_TO_INSTALL}")
    if length.value < len(given) // width:
        raise NoBrailleError(f"liblouis {version()} stops within {text[:40]!r}; shorten that sentence")
    return out.raw[: written.value * width].decode(encoding)


@lru_cache(maxsize=1)
def _library() -> Any:
    name = ctypes.util.find_library("louis")
    if name is None:
        raise NoBrailleError(f"Braille is made by liblouis, which is not on this machine; {HOW_TO_INSTALL}")
    library = ctypes.CDLL(name)
    library.lou_version.restype = ctypes.c_char_p
    library.lou_setLogLevel(_SILENT)
    found = tuple(int(part) for part in library.lou_version().decode().split(".")[:2])
    if found < _OLDEST:
        raise NoBrailleError(f"liblouis {library.lou_version().decode()} is too old; {HOW_TO_INSTALL}")
    return library
