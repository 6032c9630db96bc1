"""Prove files in processes of their own, with bounds: ten seconds of the processor and 500 MB a file.

The readers are C libraries, and files are strangers. A hostile one may make a reader spin, swell or crash;
then the process ends, the file's report says so, and the next file has a new process. What comes back is
data of a known shape, and never code. veraPDF, a program of its own, is asked from outside.
"""

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import MsgspecError, msgpack

from leaflet.containment import contain, let_work
from leaflet.proof.answers import NOBODY, Depth, Proved, Trusted, unreadable
from leaflet.proof.intake import IntakeError, read_bounded
from leaflet.proof.outside import with_verapdf
from leaflet.values import Value

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

SECONDS = 9.0
"""Of the processor, for one file: a busy machine makes no good file unreadable."""

WAITING = 60.0
"""Seconds of the clock, for a file that waits and does not work, or where no system counts its work."""

MOST_MEMORY = 500_000_000
"""Bytes that the process may hold."""

_START_SECONDS = 60.0  # to import the readers, on a busy machine
_ENDING_SECONDS = 5.0
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)  # not on Windows
_MOST_ANSWER = 100_000_000
_MOST_LEFT = 200_000  # objects that files leave in circles; a leaflet leaves some 6000, 2 MB


class Orders(Value, kw_only=True):
    """What a sandbox is told once: where the monographs are, how deeply to prove, whom to trust."""

    monographs: tuple[str, ...]
    depth: Depth
    trusted: Trusted = NOBODY


def prove_all(paths: Sequence[Path], orders: Orders, jobs: int) -> list[Proved]:
    """Return what is found about each file, in order, proving so many at once.

    Each process takes neighbours, which are often of one monograph: it is then read by one process alone.
    """
    count = max(1, min(jobs, len(paths)))
    rows = [deque(range(len(paths) * at // count, len(paths) * (at + 1) // count)) for at in range(count)]
    found: dict[int, Proved] = {}
    lock = Lock()

    def take(row: deque[int]) -> int | None:
        """Return the next file of a row; of a row that is done, the last of the longest."""
        with lock:
            longest = max(rows, key=len)
            return row.popleft() if row else longest.pop() if longest else None

    def work(row: deque[int]) -> None:
        with Sandbox(orders) as sandbox:
            while (index := take(row)) is not None:
                found[index] = sandbox.prove_file(paths[index])

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(work, rows))
    return [found[index] for index in range(len(paths))]


class Sandbox:
    """Proves files one after another, each within its bounds; use it in a `with`."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def process_id(self) -> int | None:
        """The id of the process at work; None where there is none."""
        return self._process.pid if self._process is not None else None

    def prove_file(self, path: Path) -> Proved:
        """Return what is found about the file at a path; whatever it is, it returns."""
        try:
            return self.prove(str(path), read_bounded(path))
        except IntakeError as error:
            return _gave_up(str(path), str(error))

    def prove(self, name: str, pdf: bytes) -> Proved:
        """Return what is found about one file; whatever happens, it returns."""
        pipe = self._pipe or self._start()
        if pipe is None:
            return _gave_up(name, "the process that proves files does not start")
        try:
            pipe.send_bytes(msgpack.encode((name.encode("utf-8", "surrogateescape"), pdf)))
            if not pipe.poll(WAITING):
                self.stop()
                return _gave_up(name, f"reading it takes longer than {WAITING:g} seconds")
            found = msgpack.decode(pipe.recv_bytes(_MOST_ANSWER), type=Proved)
        except (EOFError, OSError):
            reason = self._why_it_ended()
            self.stop()
            return _gave_up(name, reason)
        except MsgspecError:
            self.stop()
            return _gave_up(name, "its reader gave no report")
        return with_verapdf(found, pdf, self._orders.depth)

    def _start(self) -> Connection | None:
        context = _nursery()
        ours, theirs = context.Pipe()
        told = msgpack.encode(self._orders)
        process = context.Process(target=_serve, args=(theirs, told, MOST_MEMORY, SECONDS), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        try:
            if ours.poll(_START_SECONDS) and ours.recv_bytes(100) == b"ready":
                return ours
        except (EOFError, OSError):
            pass
        self.stop()
        return None

    def _why_it_ended(self) -> str:
        """Return why the process at work has ended by itself."""
        if self._process is not None:
            self._process.join(_ENDING_SECONDS)
            if self._process.exitcode == -_OUT_OF_TIME:
                return f"reading it takes longer than {SECONDS:g} seconds of the processor"
        return f"reading it needs more than {MOST_MEMORY // 10**6} MB, or ends its reader"

    def stop(self) -> None:
        """End the process."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def _nursery() -> "ForkServerContext | SpawnContext":
    """Return how processes are started: nothing of this one's threads, files or memory goes along.

    They are forked from a process that has done nothing but import the readers, once for all of them.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():  # Windows
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["leaflet.proof.nursery"])
    return context


def _gave_up(name: str, reason: str) -> Proved:
    return Proved(report=unreadable(name, reason))


def _serve(pipe: Connection, told: bytes, most_memory: int, seconds: float) -> None:
    """Prove what comes through the pipe until it closes: the life of the process."""
    from leaflet.braille.translator import work_here
    from leaflet.proof.catalogue import all_rules
    from leaflet.proof.library import Library
    from leaflet.proof.prove_file import Asked, prove

    orders = msgpack.decode(told, type=Orders)
    library = Library([Path(each) for each in orders.monographs])
    asked = Asked(choose=library.choose, depth=orders.depth, trusted=orders.trusted)
    library.index()
    all_rules()
    work_here()
    contain(most_memory)
    # What was imported stays; what files leave behind is collected between two of them, once it is much.
    gc.freeze()
    gc.disable()
    pipe.send_bytes(b"ready")
    while True:
        try:
            name, pdf = msgpack.decode(pipe.recv_bytes(), type=tuple[bytes, bytes])
        except (EOFError, OSError):
            return
        let_work(seconds)
        pipe.send_bytes(_answer(prove(name.decode("utf-8", "surrogateescape"), pdf, asked)))
        if gc.get_count()[0] > _MOST_LEFT:
            gc.collect()


def _answer(found: Proved) -> bytes:
    try:
        return msgpack.encode(found)
    except UnicodeEncodeError:  # a lone surrogate in some text of the file or in its name
        reason = "it holds text that is no Unicode"
        name = found.report.name.encode("utf-8", "backslashreplace").decode()
        return msgpack.encode(_gave_up(name, reason))
