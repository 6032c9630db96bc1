"""A file is written whole or not at all, and what was there stays."""

import os
import stat
from pathlib import Path

import pytest

from leaflet.files import write_whole


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_makes_the_folder_and_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "leaflet.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert _names(path.parent) == ["leaflet.pdf"]


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_what_was_there_stays_when_writing_stops(
    error: BaseException, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(b"old")

    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(step, stop)
    with pytest.raises(type(error)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["leaflet.pdf"]


def test_a_folder_in_the_way_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    path.mkdir()
    with pytest.raises(OSError, match=r"leaflet\.pdf"):
        write_whole(path, b"new")
    assert _names(tmp_path) == ["leaflet.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_others_may_read_it_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "leaflet.pdf", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "leaflet.pdf").stat().st_mode) == 0o640
