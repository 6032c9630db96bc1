"""Who does the jobs: this process, or a few of the counter's own, so that the one that answers is free.

To a process apart a monograph and the pharmacy's settings are sent once, under a name, and again where it has
forgotten them: it remembers a bounded number. What is sent about a patient is overwritten on both sides once
it is answered (`wiping` says what that cannot reach). A job that takes too long, or its process down, is
refused and not tried again.
"""

import pickle
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from itertools import count
from queue import LifoQueue
from threading import Lock
from typing import Protocol, TypeVar

from msgspec import msgpack

from leaflet.apart import Apart
from leaflet.diagnostics import Finding
from leaflet.layout.scale import LayoutError
from leaflet.serve.jobs import JOBS, Choices, Counted, Job, Printed, Result, Shown, Written
from leaflet.serve.refusals import Refusal
from leaflet.serve.wiping import wipe
from leaflet.values import Value

MOST_SENT = 300_000_000
"""Bytes of a question: a monograph with the largest pictures that it may have."""
MOST_KEPT = 64
"""Monographs and settings that a process remembers."""
_SECONDS = 25.0
_START_SECONDS = 60.0

_Wanted = TypeVar("_Wanted", bound=Result)


class Question(Value, kw_only=True):
    """A job as it is sent: what may be known already by its name, and with its bytes where it is not."""

    kind: str
    choices: Choices
    monograph: str
    pharmacy: str  # "" for none
    sent: dict[str, bytes] = {}  # noqa: RUF012 - msgspec gives each its own


class Missing(Value, tag=True):
    """What has to be sent again."""

    names: tuple[str, ...]


class Unset(Value, tag=True):
    """Why a leaflet cannot be set as asked."""

    findings: tuple[Finding, ...]


class Fault(Value, tag=True):
    """A fault of the program: its kind and its places, without a word of what was made."""

    kind: str
    places: str


Answer = Printed | Shown | Counted | Written | Missing | Unset | Fault


class MakerFault(Exception):  # noqa: N818 - named as the answer is
    """A fault in a process apart; its message is safe to log."""


class Maker(Protocol):
    """Does jobs; any number of threads may ask."""

    at_once: int

    def do(self, job: Job, kind: type[_Wanted]) -> _Wanted:
        """Return a job's result; raise `LayoutError`, and `Refusal` where it takes too much."""
        ...

    def warm_up(self) -> None:
        """Be ready for the first job."""
        ...


class Here:
    """Does jobs in this process, one at a time: two would only take the interpreter from each other."""

    at_once = 1

    def do(self, job: Job, kind: type[_Wanted]) -> _Wanted:
        """Return a job's result."""
        return _as(kind, JOBS[kind.__name__.lower()](job))

    def warm_up(self) -> None:
        """Do nothing: the first job loads what it needs."""


class Processes:
    """Does jobs in so many processes of its own, which are started when they are first needed."""

    def __init__(self, number: int) -> None:
        self.at_once = number
        # The one that worked last is asked first: it is warm.
        self._free: LifoQueue[Apart] = LifoQueue()
        for _ in range(number):
            self._free.put(Apart("leaflet.serve.maker_child", most_asked=MOST_SENT, most_answer=MOST_SENT))
        self._named = _Names()

    def do(self, job: Job, kind: type[_Wanted]) -> _Wanted:
        """Return a job's result."""
        values: dict[str, object] = {self._named.of(job.monograph): job.monograph}
        monograph, pharmacy = next(iter(values)), ""
        if job.pharmacy is not None:
            pharmacy = self._named.of(job.pharmacy)
            values[pharmacy] = job.pharmacy
        asked = Question(
            kind=kind.__name__.lower(), choices=job.choices, monograph=monograph, pharmacy=pharmacy
        )
        with self._one() as process:
            answer = _answer(process, asked)
            if isinstance(answer, Missing):
                sent = {name: pickle.dumps(values[name]) for name in answer.names}
                answer = _answer(process, _with(asked, sent))
        if isinstance(answer, Unset):
            raise LayoutError(*answer.findings)
        if isinstance(answer, Fault):
            raise MakerFault(f"{answer.kind} in {answer.places}")
        return _as(kind, answer)

    def warm_up(self) -> None:
        """Start every process that is free, so that the first leaflet does not wait for it."""
        free = [self._free.get() for _ in range(self._free.qsize())]
        for process in free:
            try:
                process.ask(b"", _START_SECONDS)
            except EOFError:
                continue  # the first job tries again, and says so
            finally:
                self._free.put(process)

    def close(self) -> None:
        """End every process that is free; the next job starts another."""
        for process in tuple(self._free.queue):
            process.close()

    @contextmanager
    def _one(self) -> Iterator[Apart]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)


class _Names:
    """Names for what was asked for lately: the same object has the same name, a changed one a new one."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[object, str]] = OrderedDict()
        self._numbers = count(1)
        self._lock = Lock()

    def of(self, value: object) -> str:
        """Return a value's name; values are frozen, so that what has a name stays what it was."""
        with self._lock:
            kept = self._kept.get(id(value))
            if kept is None:  # what is kept lives, so that no other has its id
                kept = self._kept[id(value)] = value, str(next(self._numbers))
            self._kept.move_to_end(id(value))
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return kept[1]


def _with(asked: Question, sent: dict[str, bytes]) -> Question:
    return Question(
        kind=asked.kind,
        choices=asked.choices,
        monograph=asked.monograph,
        pharmacy=asked.pharmacy,
        sent=sent,
    )


def _answer(process: Apart, asked: Question) -> Answer:
    message = msgpack.encode(asked)
    try:
        answer: Answer = msgpack.decode(process.ask(message, _SECONDS), type=Answer)
    except EOFError:
        detail = "This leaflet takes more time or memory than one may take."
        raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, detail, kind="too-much") from None
    finally:
        wipe([message])
    return answer


def _as(kind: type[_Wanted], answer: object) -> _Wanted:
    if not isinstance(answer, kind):
        raise MakerFault(f"{type(answer).__name__} for {kind.__name__}")
    return answer
