"""What a build remembers: of builds that ended, of builds that were killed, and of builds that go on."""

import json
from datetime import date
from pathlib import Path

import pytest

from leaflet.batch.entries import Entry
from leaflet.batch.record import RECORD, Journal, Noted, Record, read_record, standing
from leaflet.batch.soundness import Sound
from leaflet.values import altered
from tests.batch.entries import an_entry

_SOUND = Sound(stem="a-en", since=date(2026, 1, 1), until=date(2027, 1, 1), strict=False, program="this one")
_ENDLESS = altered(_SOUND, until=None)


def _noted(name: str, entry: Entry | None = None) -> Noted:
    return Noted(file=name, key="key", monograph="00", entry=entry or an_entry(name))


def _no_manifest(_: Record) -> str:
    return ""


def _closed(journal: Journal) -> Record:
    record = journal.close(_no_manifest)
    journal.leave()
    return record


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(name.encode())


def _hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".*"))


@pytest.mark.parametrize("sound", [_SOUND, _ENDLESS])
def test_what_is_noted_is_in_the_record_once_the_build_ends(sound: Sound, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "dist")
    _write(tmp_path / "dist", "a.pdf")
    journal.note(_noted("a.pdf"))
    journal.note_sound("00", sound)
    closed = _closed(journal)
    assert altered(closed, is_whole=True) == read_record(tmp_path / "dist")
    assert closed.notes == {"a.pdf": _noted("a.pdf")}
    assert closed.sound == {"00": sound}
    assert _hidden(tmp_path / "dist") == [RECORD]


def test_a_build_that_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    killed = Journal(tmp_path)
    _write(tmp_path, "a.pdf", ".a.pdf.0123.part")
    killed.note(_noted("a.pdf"))
    killed._file.write(b'{"file": "b.pdf", "ke')  # the moment it died
    killed._file.close()
    assert set(read_record(tmp_path).notes) == {"a.pdf"}
    _closed(Journal(tmp_path))
    assert _hidden(tmp_path) == [RECORD]
    assert set(read_record(tmp_path).notes) == {"a.pdf"}


def test_two_builds_at_once_keep_each_other_s_notes_and_parts(tmp_path: Path) -> None:
    one, other = Journal(tmp_path), Journal(tmp_path)
    _write(tmp_path, "a.pdf", "b.pdf", ".c.pdf.0123.part")
    one.note(_noted("a.pdf"))
    other.note(_noted("b.pdf"))
    third = Journal(tmp_path)
    assert (tmp_path / ".c.pdf.0123.part").exists(), "a living build may be writing it"
    for journal in (other, third, one):
        _closed(journal)
    assert set(read_record(tmp_path).notes) == {"a.pdf", "b.pdf"}


def test_a_leaflet_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.note(_noted("gone.pdf"))
    assert _closed(journal).notes == {}


_DAMAGED = [
    b"",
    b"{",
    b"[]",
    b'{"manifest": "", "checks": [], "notes": [{"file": 1}]}',
    b'{"manifest": "\xff", "checks": [], "notes": []}',
    b"\xff\xfe",
    b"[" * 100_000,
]


@pytest.mark.parametrize("data", _DAMAGED)
def test_a_damaged_record_says_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_bytes(data)
    (tmp_path / ".leaflet-journal-0").write_bytes(data + b"\n" + data)
    assert read_record(tmp_path) == Record()


def test_the_record_does_not_depend_on_the_order_of_the_notes(tmp_path: Path) -> None:
    made = []
    for number, names in enumerate((("a.pdf", "b.pdf"), ("b.pdf", "a.pdf"))):
        journal = Journal(tmp_path / str(number))
        _write(tmp_path / str(number), *names)
        for name in names:
            journal.note(_noted(name))
        _closed(journal)
        made.append((tmp_path / str(number) / RECORD).read_bytes())
    assert made[0] == made[1]
    assert json.loads(made[0])


def test_only_files_with_their_own_bytes_stand(tmp_path: Path) -> None:
    _write(tmp_path, "a.pdf", "b.pdf")
    (tmp_path / "b.pdf").write_bytes(b"damaged")
    assert standing(tmp_path, [an_entry(name) for name in ("a.pdf", "b.pdf", "c.pdf")]) == {"a.pdf"}
