"""Hostile files get a report within ten seconds and 500 MB, and the next file gets its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest

from leaflet.prove.guard import MOST_MEMORY, SECONDS, Guard
from leaflet.prove.verify import Depth
from tests.prove.hostile import MAKERS
from tests.prove.surgery import leaflet_of

UNREADABLE = {"nothing", "no_pdf", "only_a_header", "truncated", "locked", "circular_pages"}


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard([], Depth(copies=False, verapdf=False)) as bounded:
        assert bounded.prove("good.pdf", leaflet_of()[1]).report.unreadable == ""
        yield bounded


def peak(guard: Guard) -> int:
    """Return the most memory that the process of a guard has held, in bytes; 0 where it has ended."""
    status = Path(f"/proc/{guard.process_id}/status")
    if guard.process_id is None or not status.exists():
        return 0
    lines = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(next(lines).split()[1]) * 1024


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_hostile_file_gets_a_report(make: Callable[[], bytes], guard: Guard) -> None:
    data = make()
    start = perf_counter()
    report = guard.prove("hostile.pdf", data).report
    assert perf_counter() - start < SECONDS + 2
    assert peak(guard) < MOST_MEMORY
    assert report.unreadable or report.failures
    assert bool(report.unreadable) >= (make.__name__ in UNREADABLE)
    assert "Error" not in report.unreadable or "MemoryError" in report.unreadable


def test_a_good_file_is_read_after_a_bad_one(guard: Guard) -> None:
    guard.prove("bad.pdf", b"%PDF-1.7 and no more")
    assert guard.prove("good.pdf", leaflet_of()[1]).report.passes


def test_a_file_that_is_too_large_is_not_read(guard: Guard) -> None:
    assert "at most 50" in guard.prove("large.pdf", b"%PDF" + bytes(50_000_000)).report.unreadable


def test_a_reader_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.prove.guard.SECONDS", 0.0)
    with Guard([], Depth(copies=False, verapdf=False)) as hasty:
        assert "seconds" in hasty.prove("slow.pdf", leaflet_of()[1]).report.unreadable
