"""Share work among processes: the largest first, each answer as it comes, and a dead worker stops nothing.

A worker is a process of its own with its typefaces loaded. It gets a few items at a time and answers
each. When one dies, the item that it was at is tried once more by another, and then given up.
"""

import gc
import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

_MOST_AT_ONCE = 16  # items: small enough that workers finish together
_MOST_TRIES = 2
_MOST_FALSE_STARTS = 3


class Task(Generic[_Item, _Answer]):
    """What is done with each item, and what is answered for one that no worker survives.

    `do` must be a function that another process can import.
    """

    def __init__(
        self,
        do: Callable[[_Item], _Answer],
        weigh: Callable[[_Item], float],
        give_up: Callable[[_Item, str], _Answer],
    ) -> None:
        self.do = do
        self.weigh = weigh
        self.give_up = give_up


def share(
    task: Task[_Item, _Answer], items: Sequence[_Item], processes: int
) -> Iterator[tuple[int, _Answer]]:
    """Yield the index of each item with its answer, as they come; with one process, in this one."""
    if processes < 2 or len(items) < 2:
        for index, item in enumerate(items):
            yield index, task.do(item)
        return
    crew = _Crew(task, items, min(processes, len(items)))
    try:
        yield from crew.work()
    finally:
        crew.dismiss()


class _Worker:
    """One process, and the indexes of the items that it has not answered."""

    def __init__(self, do: Callable[[Any], Any]) -> None:
        import multiprocessing  # a small build does without it

        context = multiprocessing.get_context(
            "spawn"
        )  # nothing of this process's threads or locks goes along
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, do), daemon=True)
        self.process.start()
        theirs.close()
        self.unanswered: deque[int] = deque()
        self.is_ready = False


class _Crew(Generic[_Item, _Answer]):
    """The workers of one task."""

    def __init__(self, task: Task[_Item, _Answer], items: Sequence[_Item], processes: int) -> None:
        self._task = task
        self._items = items
        order = sorted(range(len(items)), key=lambda index: (-task.weigh(items[index]), index))
        self._waiting = deque(order)
        self._at_once = max(1, min(_MOST_AT_ONCE, len(items) // (8 * processes)))
        self._tries: Counter[int] = Counter()
        self._false_starts = 0
        self._workers = [_Worker(task.do) for _ in range(processes)]

    def work(self) -> Iterator[tuple[int, _Answer]]:
        """Yield answers until every item has one."""
        from multiprocessing.connection import wait

        while self._workers and (self._waiting or any(worker.unanswered for worker in self._workers)):
            by_connection = {worker.connection: worker for worker in self._workers}
            for ready in wait(list(by_connection)):
                worker = by_connection[ready]  # type: ignore[index]  # only connections were waited for
                yield from self._listen(worker)
        while self._waiting:  # no worker could be started: the work is done here
            index = self._waiting.popleft()
            yield index, self._task.do(self._items[index])

    def dismiss(self) -> None:
        """Let the workers finish the item at hand, and go."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()

    def _listen(self, worker: _Worker) -> Iterator[tuple[int, _Answer]]:
        """Take what a worker says, and give it more when it has nothing left."""
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if worker.is_ready:
            index, answer = message
            worker.unanswered.remove(index)
            yield index, answer
        worker.is_ready = True
        if not worker.unanswered and self._waiting:
            some = [self._waiting.popleft() for _ in range(min(self._at_once, len(self._waiting)))]
            worker.unanswered.extend(some)
            with suppress(OSError):  # a worker that died is noticed at the next turn
                worker.connection.send([(index, self._items[index]) for index in some])

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, _Answer]]:
        """Put a dead worker's items back, give up the one it has now died of twice, and start another."""
        worker.process.join(5)
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.is_ready:
            self._false_starts += 1
        if worker.unanswered:
            first = worker.unanswered[0]
            self._tries[first] += 1
            if self._tries[first] >= _MOST_TRIES:
                worker.unanswered.popleft()
                yield first, self._task.give_up(self._items[first], _cause(worker.process.exitcode))
            self._waiting.extendleft(reversed(worker.unanswered))
        if self._waiting and self._false_starts < _MOST_FALSE_STARTS:
            self._workers.append(_Worker(self._task.do))


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            name = signal.Signals(-code).name
            return f"was killed by {name}" + (", as when memory runs out" if name == "SIGKILL" else "")
    return f"ended with code {code}"


def _serve(connection: "Connection", do: Callable[[Any], Any]) -> None:
    """Answer items until there are no more: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    _warm_up()
    with suppress(EOFError, OSError):  # the one who hands out the work is gone
        connection.send(None)
        while True:
            for index, item in connection.recv():
                connection.send((index, do(item)))


def _warm_up() -> None:
    """Load what every leaflet needs, and take it from the garbage collector's rounds."""
    from leaflet.rendering import pdf
    from leaflet.text.fonts import load_faces

    assert pdf  # noqa: S101 - imported to be there
    load_faces()
    gc.collect()
    gc.freeze()
    # A leaflet makes some ten thousand tuples and no cycles: rarer rounds cost no memory and save a tenth.
    gc.set_threshold(50_000, 20, 50)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
