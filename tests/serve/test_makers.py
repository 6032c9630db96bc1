"""A process apart makes what this one would, keeps nothing of a patient, and may die."""

import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import msgpack

from leaflet.handout import Personal, Pharmacy, PrintWish
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.serve import maker_child
from leaflet.serve.jobs import JOBS, Choices, Counted, Job, Printed, Shown
from leaflet.serve.makers import MOST_KEPT, Fault, Here, Missing, Processes, Question
from leaflet.values import altered
from tests.builders import monograph
from tests.serve.counters import family
from tests.waiting import wait_until

_CHOICES = Choices(
    profile="clear",
    paper="a4",
    region="uk",
    colour=True,
    personal=Personal(patient="Quackenbush", dose="Take 5 mg at night."),
    wish=PrintWish(copies=2),
    key=b"key",
)
PLAIN = monograph()
JOB = Job(monograph=PLAIN, pharmacy=Pharmacy(name="Corner"), choices=_CHOICES)


@pytest.fixture(scope="module")
def apart() -> Iterator[Processes]:
    made = Processes(1)
    yield made
    made.close()


@pytest.mark.parametrize("kind", [Printed, Shown, Counted])
def test_a_process_apart_makes_what_this_one_would(apart: Processes, kind: type[Printed]) -> None:
    assert apart.do(JOB, kind) == Here().do(JOB, kind)


def test_what_cannot_be_set_says_why(apart: Processes) -> None:
    job = altered(JOB, monograph=altered(PLAIN, language="tlh"))
    with pytest.raises(LayoutError) as slip:
        apart.do(job, Printed)
    assert [each.code for each in slip.value.findings] == ["L006"]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux alone names the children here")
def test_a_process_that_died_is_started_anew_and_told_all_again(apart: Processes) -> None:
    before = apart.do(JOB, Printed)
    apart.warm_up()
    killed = set(family(os.getpid())) - {os.getpid()}
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not any(_is_alive(pid) for pid in killed))
    assert apart.do(JOB, Printed) == before


def test_a_maker_keeps_a_bounded_number_and_nothing_of_a_patient() -> None:
    making = maker_child._Making()
    for number in range(MOST_KEPT + 5):
        asked = _question(str(number), {str(number): _packed(PLAIN)})
        assert b"Quackenbush" not in making.reply(asked)
        assert asked == b"\0" * len(asked)
    assert list(making._kept) == [str(number) for number in range(5, MOST_KEPT + 5)]
    assert msgpack.decode(making.reply(_question("0", {})), type=Missing) == Missing(("0",))


def test_a_fault_apart_says_where_and_not_what(monkeypatch: pytest.MonkeyPatch) -> None:
    def _break(_: Job) -> Printed:
        raise RuntimeError("Quackenbush")

    monkeypatch.setitem(JOBS, "counted", _break)
    answer = maker_child._Making().reply(_question("m", {"m": _packed(PLAIN)}))
    fault = msgpack.decode(answer, type=Fault)
    assert (fault.kind, "Quackenbush" in fault.places) == ("RuntimeError", False)


def _packed(medicine: Monograph) -> bytes:
    return pickle.dumps(medicine)


def _question(name: str, sent: dict[str, bytes]) -> bytes:
    asked = Question(kind="counted", choices=_CHOICES, monograph=name, pharmacy="", sent=sent)
    return msgpack.encode(asked)


def _is_alive(pid: int) -> bool:
    """Tell whether a process still runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
