"""One worker: a process with its typefaces loaded that answers items until there are no more."""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from leaflet.batch.workers import RARE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_OUT_OF_MEMORY = 77  # the exit code of a worker that says so itself
_FAULT = 78


class Worker:
    """One process, and the indexes of the items that it has not answered."""

    def __init__(self) -> None:
        import multiprocessing  # a small build does without it

        # Spawned: nothing of this process's threads or locks goes along.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _no_interruption():
            self.process.start()
        theirs.close()
        self.unanswered: deque[int] = deque()
        self.is_ready = False

    def cause(self) -> str:
        """Say what a worker died of."""
        code = self.process.exitcode
        if code == _OUT_OF_MEMORY:
            return "ran out of memory; build with fewer --jobs"
        if code == _FAULT:
            return "met a fault in the program"
        if code is not None and code < 0:
            with suppress(ValueError):
                name = signal.Signals(-code).name
                runs_out = name in {"SIGKILL", "SIGABRT"}
                return f"was killed by {name}" + (", as when memory runs out" if runs_out else "")
        return f"ended with code {code}"


@contextmanager
def _no_interruption() -> Iterator[None]:
    """Keep Ctrl-C waiting, and from a process that is started meanwhile for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # the first process starts it otherwise, and that lets Ctrl-C in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: "Connection") -> None:
    """Answer items until there are no more: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    sys.unraisablehook = _say_nothing  # where memory has run out, the answer says it
    try:
        _warm_up()
        with suppress(EOFError, OSError):  # the one who hands out the work is gone
            connection.send(None)
            while True:
                do, items = connection.recv()
                for index, item in items:
                    connection.send((index, do(item)))
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - a traceback would go to the terminal between the lines of the build
        os._exit(_FAULT)


def _say_nothing(_: object) -> None:
    return None


def _warm_up() -> None:
    """Load what every leaflet needs, and take it from the garbage collector's rounds."""
    from leaflet.rendering import pdf
    from leaflet.text.fonts import load_faces

    assert pdf  # noqa: S101 - imported to be there
    load_faces()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARE)
