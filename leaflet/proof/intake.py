"""Take a file in: its kind and size are asked before a byte is read, and no pipe is waited for."""

import os
import stat
from pathlib import Path

LARGEST = 50_000_000
"""Bytes of a file that are read; a leaflet has a thousandth."""


class IntakeError(OSError):
    """A file that is not read at all; the message says why."""


def read_bounded(path: Path) -> bytes:
    """Return the bytes of a plain file; raise `IntakeError` for what is none, or too large."""
    try:
        # Without waiting: a named pipe that nobody writes to would be waited for without end.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise IntakeError(f"it cannot be opened: {error.strerror or type(error).__name__}") from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise IntakeError(f"it is {_kind(found.st_mode)} and no file")
        _refuse_large(found.st_size)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            data = file.read(LARGEST + 1)
        _refuse_large(len(data))
        if not data:
            raise IntakeError("it is empty")
        return data
    except IntakeError:
        raise
    except OSError as error:
        raise IntakeError(f"it cannot be read: {error.strerror or type(error).__name__}") from error
    finally:
        os.close(descriptor)


def _refuse_large(size: int) -> None:
    if size > LARGEST:
        raise IntakeError(f"it has {size / 1e6:.0f} MB, and at most {LARGEST // 10**6} are read")


def _kind(mode: int) -> str:
    kinds = {stat.S_IFIFO: "a pipe", stat.S_IFDIR: "a folder", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")
