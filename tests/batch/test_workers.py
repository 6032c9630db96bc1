"""Work is shared: every item has one answer, and a dead worker costs at most the item that killed it."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from leaflet.batch.workers import Crew, Task, cores
from tests.batch.work import (
    always_die,
    die_once,
    double,
    exhaust_memory,
    heaviest,
    process_of,
)

posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def _given_up(item: object, cause: str) -> str:
    return f"{item} {cause}"


def _shared(task: Task[Any, Any], items: Sequence[Any], processes: int = 2) -> dict[int, Any]:
    with Crew(processes, many=2) as crew:
        return dict(crew.share(task, items))


@pytest.mark.parametrize("processes", [1, 2])
def test_every_item_has_its_answer(processes: int) -> None:
    task: Task[int, object] = Task(double, heaviest, _given_up)
    assert _shared(task, range(40), processes) == {number: 2 * number for number in range(40)}


def test_one_crew_does_one_task_after_another() -> None:
    pids: Task[int, int] = Task(process_of, heaviest, lambda *_: 0)
    with Crew(2, many=2) as crew:
        found = set(dict(crew.share(pids, range(9))).values())
        begun = {worker.process.pid for worker in crew.workers(2)}
        assert dict(crew.share(Task(double, heaviest, _given_up), range(9)))[8] == 16
        found |= set(dict(crew.share(pids, range(1))).values())
    assert os.getpid() not in found
    assert found <= begun, "no process was started anew, and they do even one item"


def test_a_few_items_are_done_here() -> None:
    with Crew(2) as crew:
        assert set(dict(crew.share(Task(process_of, heaviest, _given_up), range(9))).values()) == {
            os.getpid()
        }


def test_kin_go_to_one_worker() -> None:
    task: Task[int, int] = Task(process_of, lambda _: 1.0, lambda *_: 0, kin=lambda item: item // 24)
    answers = _shared(task, range(240))
    for family in range(10):
        assert len({answers[24 * family + member] for member in range(24)}) == 1


@posix
def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    task: Task[tuple[int, Path], object] = Task(die_once, lambda item: item[0], _given_up)
    assert _shared(task, [(number, tmp_path) for number in range(12)]) == {
        number: number for number in range(12)
    }
    assert (tmp_path / "died").exists()


@posix
def test_an_item_that_kills_twice_is_given_up_and_the_rest_is_done() -> None:
    answers = _shared(Task(always_die, heaviest, _given_up), range(12))
    assert answers.pop(3) == "3 was killed by SIGKILL, as when memory runs out"
    assert answers == {number: number for number in range(12) if number != 3}


def test_a_worker_without_memory_says_so_and_the_rest_is_done(capfd: pytest.CaptureFixture[str]) -> None:
    answers = _shared(Task(exhaust_memory, heaviest, _given_up), range(12))
    assert answers.pop(3) == "3 ran out of memory; build with fewer --jobs"
    assert answers == {number: number for number in range(12) if number != 3}
    assert capfd.readouterr().err == ""


def test_work_that_is_not_wanted_any_more_is_left() -> None:
    with Crew(2, many=2) as crew:
        answers = crew.share(Task(double, heaviest, _given_up), range(1000))
        next(answers)
        answers.close()  # type: ignore[attr-defined]  # it is a generator
        assert dict(crew.share(Task(double, heaviest, _given_up), range(3))) == {0: 0, 1: 2, 2: 4}


def test_where_no_worker_can_live_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("leaflet.batch.worker.Worker", fail)
    assert _shared(Task(process_of, heaviest, _given_up), range(4)) == dict.fromkeys(range(4), os.getpid())


def test_there_is_a_core() -> None:
    assert cores() >= 1
