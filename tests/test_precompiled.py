"""What is kept beside the bytecode is what would be compiled, and is believed of the same program alone."""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from leaflet import precompiled
from leaflet.places import content_folder
from leaflet.read import load
from leaflet.rules import check
from leaflet.rules.english.word_table import sorted_words

_NOW = float("inf")  # long after any change


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where is kept what this test compiles."""
    file = tmp_path / "a.kept"
    monkeypatch.setattr(precompiled, "_place", lambda: file)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    precompiled._kept.cache_clear()
    yield file
    precompiled._kept.cache_clear()


def _never() -> NoReturn:
    raise AssertionError("it was kept")


def _is_new() -> bool:
    kept = precompiled._kept()
    return bool(kept.new or kept.has_new_expressions)


def _next_process() -> None:
    precompiled.keep(_NOW)
    precompiled._kept.cache_clear()


def test_every_expression_is_the_one_that_python_compiles() -> None:
    check(load(content_folder() / "baclofen.yaml"), on=date(2026, 1, 1))
    known = list(precompiled._kept().expressions)
    assert len(known) > 100
    for source, flags in known:
        assert precompiled.expression(source, flags) == re.compile(source, flags)


def test_the_next_process_compiles_nothing(place: Path) -> None:
    said = precompiled.expression(r"(?P<amount>\d+) mg|(drop)", re.IGNORECASE)
    words = precompiled.table("words", sorted_words)
    _next_process()
    assert precompiled.table("words", _never) == words
    again = precompiled.expression(r"(?P<amount>\d+) mg|(drop)", re.IGNORECASE)
    assert again == said
    assert (again.groupindex, again.groups) == ({"amount": 1}, 2)
    assert not _is_new()
    assert place.exists()


def test_what_a_library_compiled_at_its_import_is_lent_to_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    re.purge()
    with precompiled.lent():
        said = re.compile("[a-c]+library")
    _next_process()
    re.purge()
    assert place.exists()
    monkeypatch.setattr("re._compiler.compile", _never)
    with precompiled.lent():
        assert re.compile("[a-c]+library") == said
    assert not _is_new()


def test_what_takes_long_to_make_is_there_from_the_next_process_on(place: Path) -> None:
    assert precompiled.from_last_time("number", lambda: 1) is None
    _next_process()
    assert precompiled.from_last_time("number", _never) == 1
    assert place.exists()


_MISHAPS: dict[str, Callable[[bytes], bytes]] = {
    "another program": lambda kept: bytes(32) + kept[32:],
    "a bit lost": lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]),
    "cut off": lambda kept: kept[:70],
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("mishap", _MISHAPS.values(), ids=_MISHAPS)
def test_what_is_of_another_program_or_damaged_is_made_anew(
    mishap: Callable[[bytes], bytes], place: Path
) -> None:
    precompiled.table("number", lambda: 1)
    _next_process()
    place.write_bytes(mishap(place.read_bytes()))
    assert precompiled.table("number", lambda: 2) == 2


def test_a_program_that_changes_meanwhile_is_not_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precompiled.table("number", lambda: 1)
    monkeypatch.setattr(precompiled, "_state", lambda: (bytes(32), 0))
    precompiled.keep(_NOW)
    assert not place.exists()


def test_where_python_keeps_no_bytecode_nothing_is_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precompiled.table("number", lambda: 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    precompiled.keep(_NOW)
    assert not place.exists()


def test_a_program_whose_files_cannot_be_looked_at_runs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(precompiled, "own_files", fail)
    assert precompiled.table("number", lambda: 1) == 1
    precompiled.keep(_NOW)
    assert not place.exists()


def test_a_place_that_cannot_be_written_is_no_trouble(place: Path) -> None:
    place.mkdir()
    precompiled.table("number", lambda: 1)
    _next_process()
    assert precompiled.table("number", lambda: 2) == 2


def test_a_changed_file_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    file = tmp_path / "rules" / "words.py"
    file.write_text("a")
    monkeypatch.setattr("leaflet.places._PACKAGE", tmp_path)
    before, _ = precompiled._state()
    file.write_text("bc")
    assert precompiled._state()[0] != before


def test_what_was_changed_just_now_is_not_kept(place: Path) -> None:
    precompiled.table("number", lambda: 1)
    _, changed = precompiled._state()
    for seconds, is_kept in ((0, False), (1.9, False), (2.1, True)):
        precompiled.keep(changed + seconds)
        assert place.exists() == is_kept
