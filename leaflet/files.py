"""Read files that may be pipes, and write files whole or not at all."""

import errno
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

STANDARD_INPUT = Path("-")
"""What standard input is called on a command line, and in findings about what was read there."""


_WAYS_OUT = {
    errno.EACCES: "see who owns it and what its mode allows, or name another place",
    errno.EPERM: "see who owns it and what its mode allows, or name another place",
    errno.EROFS: "nothing can be written there: name another place",
    errno.ENOENT: "see that it is there and its name is right",
    errno.ENOTDIR: "a part of the path is a file: name a folder",
    errno.EISDIR: "it is a folder: name a file",
    errno.ENAMETOOLONG: "give it a shorter name",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.ELOOP: "its links lead in a circle: name the file itself",
}


def way_out(error: OSError) -> str:
    """Return what to do about a file that could not be read or written; "" where nobody knows."""
    return _WAYS_OUT.get(error.errno or 0, "")


def is_stream(path: Path) -> bool:
    """Tell whether a path names what can be read only once: standard input, a pipe, a device."""
    return path == STANDARD_INPUT or (path.exists() and not (path.is_file() or path.is_dir()))


def read_input(path: Path, most: int) -> bytes:
    """Return the bytes of a file, at most so many; a stream's are kept, so that it is read once."""
    if is_stream(path):
        return _read_stream(path, most)
    with path.open("rb") as file:
        return file.read(most)


@cache
def _read_stream(path: Path, most: int) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with path.open("rb") as file:
        return file.read(most)


def write_named(path: Path, data: bytes) -> None:
    """Write `data` to the file that a user named, which stays what it is.

    A link goes on leading where it led, a file keeps its mode, and a device or a pipe takes the bytes as
    they are; a file is written in one step, as by `write_whole`. Raises `OSError` where it cannot be done.
    """
    if path.exists() and not path.is_file():
        with path.open("wb", buffering=0) as file:
            file.write(data)
        return
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    write_whole(target, data, mode=mode)


def write_whole(
    path: Path, data: bytes, *, safe_from_power_cuts: bool = True, mode: int | None = None
) -> None:
    """Write `data` to `path` in one step, making its folder where there is none.

    The bytes go to a hidden file beside it, which takes the name only once it is complete and on the
    disk. Whatever happens before that, what was there stays. Raises `OSError` where it cannot be done.
    Who looks at the bytes again before they are used, as a build does, need not wait for the disk.
    `mode` are the file's permissions; without it they are those of any new file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".{path.name[:100]}.{os.urandom(8).hex()}.part"
    try:
        with part.open("xb") as file:
            if mode is not None:
                part.chmod(mode)  # before there is anything to read
            file.write(data)
            file.flush()
            if safe_from_power_cuts:
                # Without it a power cut soon after could leave the new name with no bytes behind it.
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
