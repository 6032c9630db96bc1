"""What a build comes to: cut before anything is read, and the same clashes refused in every part."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.batch.plan import Shard, Variants
from leaflet.batch.record import Record
from leaflet.batch.survey import Order, Survey, survey
from leaflet.batch.workers import Crew
from leaflet.values import altered
from tests.batch.monographs import ASKED, baclofen, silent, write


def _surveyed(folder: Path, shard: Shard | None = None, **changed: Any) -> Survey:
    order = Order(
        paths=tuple(sorted(folder.glob("*.yaml"))),
        folder=folder / "dist",
        asked=ASKED,
        variants=Variants(profiles=("standard", "large")),
        shard=shard or Shard(),
    )
    return survey(altered(order, **changed), Record(), Crew(1), silent)


@given(files=st.integers(0, 40), settings=st.integers(1, 24), count=st.integers(1, 30))
def test_parts_are_even_and_together_the_whole(files: int, settings: int, count: int) -> None:
    parts = [Shard(number, count).cut(files, settings) for number in range(1, count + 1)]
    every = [(index, setting) for part in parts for index, stretch in part.items() for setting in stretch]
    assert every == [(index, setting) for index in range(files) for setting in range(settings)]
    sizes = [sum(map(len, part.values())) for part in parts]
    assert max(sizes) - min(sizes) <= 1
    assert sum(len([stretch for stretch in part.values() if stretch]) for part in parts) <= files + count - 1


def test_a_part_reads_only_its_own_monographs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, **{name: baclofen(id=name) for name in "abcd"})

    def fail(*_: object) -> None:
        raise AssertionError("nothing is to be read to plan")

    monkeypatch.setattr("leaflet.read.read_monograph", fail)
    parts = [_surveyed(tmp_path, Shard(number, 3)) for number in (1, 2, 3)]
    assert [[job.output.name for job in part.jobs] for part in parts] == [
        ["a-en-standard-a4.pdf", "a-en-large-a4.pdf"],
        ["b-en-standard-a4.pdf", "b-en-large-a4.pdf", "c-en-standard-a4.pdf"],
        ["c-en-large-a4.pdf", "d-en-standard-a4.pdf", "d-en-large-a4.pdf"],
    ]
    assert tuple(chain(*(part.jobs for part in parts))) == _surveyed(tmp_path).jobs


def test_a_clash_is_refused_in_every_part_that_it_concerns(tmp_path: Path) -> None:
    write(tmp_path, a=baclofen(id="one"), b=baclofen(), c=baclofen(id="two"), d=baclofen(language="en-GB"))
    whole = _surveyed(tmp_path)
    assert [refusal.path.name for refusal in whole.refusals] == ["b.yaml", "d.yaml"]
    parts = [_surveyed(tmp_path, Shard(number, 4)) for number in (1, 2, 3, 4)]
    assert [part.refusals for part in parts] == [(), whole.refusals, (), whole.refusals]
    assert tuple(chain(*(part.jobs for part in parts))) == whole.jobs
    assert {job.source.stem for job in whole.jobs} == {"one-en", "two-en"}


@pytest.mark.parametrize("part", [Shard(), Shard(1, 2)])
def test_a_name_that_only_an_unsound_monograph_asks_for_too_is_free(part: Shard, tmp_path: Path) -> None:
    write(tmp_path, a=baclofen(), b=baclofen().replace("hazard:", "hazzard:", 1))
    surveyed = _surveyed(tmp_path, part)
    assert [job.source.path.name for job in surveyed.jobs] == ["a.yaml", "a.yaml"]
    assert [refusal.path.name for refusal in surveyed.refusals] == ([] if part.count == 2 else ["b.yaml"])


def test_what_cannot_be_skimmed_is_read(tmp_path: Path) -> None:
    aliased = baclofen().replace("id: baclofen", "id: &name other", 1)
    write(tmp_path, bad="id: bad\n", empty="", odd=aliased.replace("name: Baclofen", "name: *name", 1))
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff\x00")
    surveyed = _surveyed(tmp_path, paths=(*sorted(tmp_path.glob("*.yaml")), tmp_path / "gone.yaml"))
    assert {refusal.path.name for refusal in surveyed.refusals} == {
        "bad.yaml",
        "binary.yaml",
        "empty.yaml",
        "gone.yaml",
    }
    assert {job.source.stem for job in surveyed.jobs} == {"other-en"}
