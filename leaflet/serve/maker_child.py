"""The process that makes: reads jobs from its input and answers on its output, until that closes."""

import pickle
import traceback
from collections import OrderedDict

from msgspec import msgpack

from leaflet.apart import answer_all
from leaflet.api import shared_shaper
from leaflet.layout.scale import LayoutError
from leaflet.serve.jobs import JOBS, Job
from leaflet.serve.makers import MOST_KEPT, MOST_SENT, Answer, Fault, Missing, Question, Unset
from leaflet.serve.wiping import wipe


class _Making:
    """Answers, and remembers what it was sent: monographs and settings, nothing of a patient."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, object] = OrderedDict()

    def reply(self, message: bytes) -> bytes:
        """Return the answer to a question; b"" to b"", which only asks whether it is ready."""
        if not message:
            return b""
        try:
            return msgpack.encode(self._answer(msgpack.decode(message, type=Question)))
        finally:
            wipe([message])

    def _answer(self, asked: Question) -> Answer:
        for name, packed in asked.sent.items():
            self._kept[name] = pickle.loads(packed)  # noqa: S301 - by the counter itself, over a pipe
        needed = [name for name in (asked.monograph, asked.pharmacy) if name]
        missing = tuple(name for name in needed if name not in self._kept)
        if missing:
            return Missing(missing)
        for name in needed:
            self._kept.move_to_end(name)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        monograph, *pharmacy = (self._kept[name] for name in needed)
        job = Job(monograph=monograph, pharmacy=pharmacy[0] if pharmacy else None, choices=asked.choices)  # type: ignore[arg-type]  # what a name stands for is the counter's word
        try:
            return JOBS[asked.kind](job)
        except LayoutError as slip:
            return Unset(slip.findings)
        except Exception as fault:  # noqa: BLE001 - the counter answers with a number
            return _fault(fault)


def _fault(fault: Exception) -> Fault:
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{frame.name} line {frame.lineno}" for frame in reversed(frames[-6:]))
    return Fault(type(fault).__name__, places)


def main() -> None:
    """Load what every leaflet needs, and answer."""
    shared_shaper()
    import leaflet.rendering.pdf  # noqa: F401 - loaded before the first job

    answer_all(_Making().reply, MOST_SENT)


if __name__ == "__main__":
    main()
