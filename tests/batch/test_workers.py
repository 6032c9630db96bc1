"""Work is shared: every item has one answer, and a dead worker costs at most the item that killed it."""

import os
from pathlib import Path

import pytest

from leaflet.batch.workers import Task, cores, share
from tests.batch.work import always_die, die_once, double, heaviest

posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def _given_up(item: object, cause: str) -> str:
    return f"{item} {cause}"


@pytest.mark.parametrize("processes", [1, 2])
def test_every_item_has_its_answer(processes: int) -> None:
    task: Task[int, object] = Task(double, heaviest, _given_up)
    assert dict(share(task, range(40), processes)) == {number: 2 * number for number in range(40)}


@posix
def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    task: Task[tuple[int, Path], object] = Task(die_once, lambda item: item[0], _given_up)
    answers = dict(share(task, [(number, tmp_path) for number in range(12)], 2))
    assert answers == {number: number for number in range(12)}
    assert (tmp_path / "died").exists()


@posix
def test_an_item_that_kills_twice_is_given_up_and_the_rest_is_done() -> None:
    task: Task[int, object] = Task(always_die, heaviest, _given_up)
    answers = dict(share(task, range(12), 2))
    assert answers.pop(3) == "3 was killed by SIGKILL, as when memory runs out"
    assert answers == {number: number for number in range(12) if number != 3}


def test_work_that_is_not_wanted_any_more_is_left() -> None:
    answers = share(Task(double, heaviest, _given_up), range(1000), 2)
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # it is a generator


def test_there_is_a_core() -> None:
    assert cores() >= 1
