"""Share work among processes: the largest first, each answer as it comes, and a dead worker stops nothing.

A worker is a process of its own with its typefaces loaded. It gets a few items at a time and answers
each. When one dies, the item that it was at is tried once more by another, and then given up.
"""

import gc
import os
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from leaflet.batch.worker import Worker

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

# A leaflet makes some ten thousand tuples and no cycles: rarer rounds cost no memory and save a tenth.
RARE = (100_000, 20, 50)
"""When the garbage collector looks, in a process that makes many leaflets."""
_MANY = 60  # items: fewer are done sooner than two workers are started
_MOST_AT_ONCE = 16  # items: small enough that workers finish together
_FEW = 2  # items: what a worker has left when it gets more, so that it never waits
_MOST_TRIES = 2
_MOST_FALSE_STARTS = 3


def _unlike(_: object) -> object:
    return object()


class Task(Generic[_Item, _Answer]):
    """What is done with each item, and what is answered for one that no worker survives.

    `do` must be a function that another process can import. Items that stand side by side and are `kin`
    go to one worker together.
    """

    def __init__(
        self,
        do: Callable[[_Item], _Answer],
        weigh: Callable[[_Item], float],
        give_up: Callable[[_Item, str], _Answer],
        kin: Callable[[_Item], Hashable] = _unlike,
    ) -> None:
        self.do = do
        self.weigh = weigh
        self.give_up = give_up
        self.kin = kin


class Crew:
    """The processes that do the work of one build; they start with the first that is worth it, and stay.

    Leave it with `dismiss`, or use it as a context.
    """

    def __init__(self, processes: int, many: int | None = None) -> None:
        self._processes = processes
        self._many = _MANY if many is None else many
        self._workers: list[Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def begin(self, items: int) -> None:
        """Start the workers already where so many items will come: they load while these are being found."""
        if self._processes > 1 and items >= self._many:
            self.workers(items)

    def share(self, task: Task[_Item, _Answer], items: Sequence[_Item]) -> Iterator[tuple[int, _Answer]]:
        """Yield the index of each item with its answer, as they come; a few are done in this process."""
        if self._processes < 2 or (len(items) < self._many and not self._workers):
            with _rarer_rounds() if len(items) >= self._many else nullcontext():
                for index, item in enumerate(items):
                    yield index, task.do(item)
            return
        shift = _Shift(self, task, items)
        try:
            yield from shift.work()
        finally:
            if not shift.is_done:  # what was begun for it is no answer to what comes next
                self.dismiss()

    def workers(self, most: int) -> "list[Worker]":
        """Return the workers, up to `most`; starts those that are missing, unless none can live here."""
        from leaflet.batch.worker import Worker  # a small build does without it

        while len(self._workers) < min(self._processes, most) and self._false_starts < _MOST_FALSE_STARTS:
            try:
                self._workers.append(Worker())
            except (OSError, MemoryError):  # no more processes here: those that live do the work
                self._false_starts = _MOST_FALSE_STARTS
        return self._workers

    def bury(self, worker: "Worker") -> str:
        """Strike a dead worker off the list, and return what it died of."""
        worker.process.join(5)
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.is_ready:
            self._false_starts += 1
        return worker.cause()

    def dismiss(self) -> None:
        """Let the workers finish the item at hand, and go."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
        self._workers = []


class _Shift(Generic[_Item, _Answer]):
    """One task's items, and the crew at work on them."""

    def __init__(self, crew: Crew, task: Task[_Item, _Answer], items: Sequence[_Item]) -> None:
        self._crew = crew
        self._task = task
        self._items = items
        order = sorted(range(len(items)), key=lambda index: (-task.weigh(items[index]), index))
        self._waiting = deque(order)
        self._tries: Counter[int] = Counter()
        self.is_done = False

    def work(self) -> Iterator[tuple[int, _Answer]]:
        """Yield answers until every item has one."""
        from multiprocessing.connection import wait

        while workers := self._at_work():
            by_connection = {worker.connection: worker for worker in workers}
            for ready in wait(list(by_connection)):
                yield from self._listen(by_connection[ready])  # type: ignore[index]  # only connections were waited for
        while self._waiting:  # no worker could be started: the work is done here
            index = self._waiting.popleft()
            if self._tries[index]:  # what a worker has died of is not tried on the one who hands out the work
                yield index, self._task.give_up(self._items[index], "died, and no other could be started")
            else:
                yield index, self._task.do(self._items[index])
        self.is_done = True

    def _at_work(self) -> "list[Worker]":
        """Return the workers that will say something; no ready one is idle while items wait."""
        workers = self._crew.workers(len(self._waiting))
        for worker in workers:
            if worker.is_ready and not worker.unanswered and self._waiting:
                self._feed(worker)
        return [worker for worker in workers if worker.unanswered or (self._waiting and not worker.is_ready)]

    def _listen(self, worker: "Worker") -> Iterator[tuple[int, _Answer]]:
        """Take what a worker says, and give it more when it has little left."""
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
        if len(worker.unanswered) <= _FEW and self._waiting:
            self._feed(worker)

    def _feed(self, worker: "Worker") -> None:
        """Hand out the next items: fewer towards the end, and kin together."""
        items, kin, some = self._items, self._task.kin, list[int]()
        most = max(1, min(_MOST_AT_ONCE, len(self._waiting) // 8))
        while self._waiting and (len(some) < most or kin(items[some[-1]]) == kin(items[self._waiting[0]])):
            some.append(self._waiting.popleft())
        worker.unanswered.extend(some)
        with suppress(OSError):  # a worker that died is noticed at the next turn
            worker.connection.send((self._task.do, [(index, items[index]) for index in some]))

    def _bury(self, worker: "Worker") -> Iterator[tuple[int, _Answer]]:
        """Put a dead worker's items back, and give up the one that it has now died of twice."""
        cause, unanswered = self._crew.bury(worker), worker.unanswered
        if unanswered:
            first = unanswered[0]
            self._tries[first] += 1
            if self._tries[first] >= _MOST_TRIES:
                unanswered.popleft()
                yield first, self._task.give_up(self._items[first], cause)
            self._waiting.extendleft(reversed(unanswered))


@contextmanager
def _rarer_rounds() -> Iterator[None]:
    """Let the garbage collector look more rarely while many leaflets are made in this process."""
    before = gc.get_threshold()
    gc.set_threshold(*RARE)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
