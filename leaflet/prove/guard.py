"""Prove files in a process of its own, with bounds: ten seconds and 500 MB a file, whatever is in it.

The readers are C libraries. A hostile file may make one spin, swell or crash; then the process ends, the
file's report says so, and the next file has a new process.
"""

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from leaflet.prove.verify import Depth, Proved, prove, unreadable

SECONDS = 10.0
MOST_MEMORY = 500_000_000
"""Bytes that the process may hold; files larger than a tenth of it are not read."""

_PROGRAM = 90_000_000  # bytes of it that the program itself and its libraries take
_START_SECONDS = 60.0  # to import the readers, on a busy machine
_VERAPDF_SECONDS = 130.0


class Guard:
    """Proves files one after another, each within its bounds; use it in a `with`."""

    def __init__(self, monographs: Sequence[Path], depth: Depth) -> None:
        self._monographs = tuple(monographs)
        self._depth = depth
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    @property
    def process_id(self) -> int | None:
        """The id of the process at work; None where there is none."""
        return self._process.pid if self._process is not None else None

    def prove(self, name: str, pdf: bytes) -> Proved:
        """Return what is found about one file; whatever happens, it returns."""
        if len(pdf) > MOST_MEMORY // 10:
            return _gave_up(name, f"it has {len(pdf) / 1e6:.0f} MB, and at most 50 are read")
        pipe = self._pipe or self._start()
        if pipe is None:
            return _gave_up(name, "the process that proves files does not start")
        try:
            pipe.send((name, pdf))
            # veraPDF has a clock of its own.
            if not pipe.poll(SECONDS + (_VERAPDF_SECONDS if self._depth.verapdf else 0)):
                self._stop()
                return _gave_up(name, f"reading it takes more than {SECONDS:g} seconds")
            answer = pipe.recv()
        except (EOFError, OSError):
            self._stop()
            return _gave_up(name, f"reading it needs more than {MOST_MEMORY // 10**6} MB, or ends its reader")
        return answer if isinstance(answer, Proved) else _gave_up(name, "its reader gave no report")

    def _start(self) -> Connection | None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._monographs, self._depth), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        try:
            if ours.poll(_START_SECONDS) and ours.recv() == "ready":
                return ours
        except (EOFError, OSError):
            pass
        self._stop()
        return None

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def _gave_up(name: str, reason: str) -> Proved:
    return Proved(report=unreadable(name, reason))


def _serve(pipe: Connection, monographs: Sequence[Path], depth: Depth) -> None:
    """Prove what comes through the pipe until it closes."""
    from leaflet.prove.catalogue import all_rules
    from leaflet.prove.library import Library

    all_rules()
    _bound_memory()
    library = Library(monographs)
    pipe.send("ready")
    while True:
        try:
            name, pdf = pipe.recv()
        except EOFError:
            return
        pipe.send(prove(name, pdf, library.choose, depth))


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there the clock alone guards
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    # Only the soft limit: veraPDF, a program of its own, is started without it.
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY - _PROGRAM, hard))
