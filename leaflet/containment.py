"""Contain this process before it reads what a stranger wrote: memory, time, files, processes, parent."""

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from math import ceil

_PROGRAM = 110_000_000  # bytes of the memory that the program itself and its libraries take
_MOST_FILES = 64  # open at once
_PR_SET_PDEATHSIG = 1  # Linux, prctl(2)
_WATCH_SECONDS = 0.5


def contain(most_memory: int) -> None:
    """Give up, for good, what reading a file does not need.

    No file is written, no process started, no core dumped; memory has a bound; and the process ends with
    its parent. On Windows only the last holds, and the parent's clock.
    """
    sys.dont_write_bytecode = True
    _die_with_parent()
    try:
        import resource
    except ImportError:
        return
    room = most_memory - _PROGRAM
    for name, value in (
        ("RLIMIT_DATA", room),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_NOFILE", _MOST_FILES),
        ("RLIMIT_CORE", 0),
    ):
        kind = getattr(resource, name, None)
        if kind is not None:
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (value, value))


def let_work(seconds: float) -> None:
    """Allow so many more seconds of the processor, in whole ones: then the system ends the process."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    bound = ceil(used.ru_utime + used.ru_stime + seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (bound, hard))


def _die_with_parent() -> None:
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if sys.platform == "linux":
        import ctypes

        # The kernel ends the process at once, even while a C library holds the interpreter.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)
