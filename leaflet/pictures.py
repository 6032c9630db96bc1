"""The pictures that lie beside a monograph: found by their names, read within bounds, part of its sum.

A monograph names a picture by its file alone, so nothing outside its folder is ever looked at.
"""

import hashlib
import stat
from pathlib import Path

from leaflet.intake.file_bytes import plain_bytes
from leaflet.precompiled import expression

LARGEST_PICTURE = 5 * 1024 * 1024  # bytes

_NAMED = expression(rb"\bfile[\"']?:\s*[\"']?([A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(?:svg|png|jpe?g))\b")


def sum_of(data: bytes, folder: Path | None) -> str:
    """Return the SHA-256 sum of a monograph's bytes and of the pictures that it names, in hex.

    Without pictures it is that of the bytes alone, whatever their line ends are.
    """
    digest = hashlib.sha256(plain_bytes(data))
    for name in sorted(set(_NAMED.findall(data))) if b"file" in data else ():
        picture = read_picture(folder, name.decode()) if folder is not None else None
        digest.update(b"\0" + name + hashlib.sha256(picture or b"").digest())
    return digest.hexdigest()


def read_picture(folder: Path, name: str) -> bytes | None:
    """Return the bytes of a picture, one more than is allowed at most; None where there is no such file."""
    path = folder / name
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(LARGEST_PICTURE + 1)
    except OSError:
        return None
