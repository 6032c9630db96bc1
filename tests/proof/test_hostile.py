"""Hostile files get a report within ten seconds and 500 MB, and the next file gets its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leaflet.proof.answers import Depth
from leaflet.proof.sandbox import MOST_MEMORY, WAITING, Orders, Sandbox
from tests.proof.hostile import MAKERS, five_hundred_pages
from tests.proof.surgery import leaflet_of
from tests.waiting import wait_until

ORDERS = Orders(monographs=(), depth=Depth(copies=False, verapdf=False))
UNREADABLE = {"nothing", "no_pdf", "only_a_header", "truncated", "locked", "circular_pages"}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(ORDERS) as bounded:
        assert bounded.prove("good.pdf", leaflet_of()[1]).report.unreadable == ""
        yield bounded


def peak(sandbox: Sandbox) -> int:
    """Return the most memory that the process of a sandbox has held, in bytes; 0 where it has ended."""
    status = Path(f"/proc/{sandbox.process_id}/status")
    if sandbox.process_id is None or not status.exists():
        return 0
    lines = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(next(lines).split()[1]) * 1024


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_hostile_file_gets_a_report(make: Callable[[], bytes], sandbox: Sandbox) -> None:
    data = make()
    report = sandbox.prove("hostile.pdf", data).report
    # It was the file's work that came to an end, of its own accord or by the system: none is waited for.
    assert f"{WAITING:g} seconds" not in report.unreadable
    assert peak(sandbox) < MOST_MEMORY
    assert report.unreadable or report.failures
    assert bool(report.unreadable) >= (make.__name__ in UNREADABLE)
    assert "Error" not in report.unreadable or "MemoryError" in report.unreadable


def test_a_good_file_is_read_after_a_bad_one(sandbox: Sandbox) -> None:
    sandbox.prove("bad.pdf", b"%PDF-1.7 and no more")
    assert sandbox.prove("good.pdf", leaflet_of()[1]).report.verdict == "not proved"


def test_a_file_that_is_too_large_is_not_read(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(6_000_000_000)  # sparse: it takes no room, and reading it would
    assert "6000 MB, and at most 50" in sandbox.prove_file(path).report.unreadable


def test_a_pipe_is_not_waited_for(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    assert sandbox.prove_file(path).report.unreadable == "it is a pipe and no file"


def test_a_reader_ends_with_its_parent() -> None:
    program = (
        "import sys, time\n"
        "from leaflet.proof.sandbox import Orders, Sandbox\n"
        "from leaflet.proof.answers import Depth\n"
        "if __name__ == '__main__':\n"
        "    sandbox = Sandbox(Orders(monographs=(), depth=Depth(copies=False)))\n"
        "    sandbox.prove('none.pdf', b'')\n"
        "    print(sandbox.process_id, flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()
    wait_until(lambda: not is_alive(child))


def is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_reader_writes_no_file_starts_no_process_and_has_a_clock(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from leaflet.containment import contain, let_work\n"
        "contain(500_000_000)\n"
        "let_work(10)\n"
        "kinds = ('FSIZE', 'NPROC', 'CORE', 'NOFILE')\n"
        "bounds = [resource.getrlimit(getattr(resource, 'RLIMIT_' + kind))[0] for kind in kinds]\n"
        "assert bounds == [0, 0, 0, 64]\n"
        "assert resource.getrlimit(resource.RLIMIT_CPU)[0] < 20\n"
        "assert resource.getrlimit(resource.RLIMIT_DATA)[0] < 500_000_000\n"
        "open(sys.argv[1], 'wb', buffering=0).write(b'x')\n"
    )
    path = tmp_path / "written"
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=False)
    assert "File too large" in done.stderr, done.stderr
    assert path.stat().st_size == 0


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("SECONDS", "reading it takes longer than 0 seconds of the processor"),
        ("WAITING", "reading it takes longer than 0 seconds"),
    ],
)
def test_a_reader_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, bound: str, said: str) -> None:
    monkeypatch.setattr(f"leaflet.proof.sandbox.{bound}", 0.0)
    with Sandbox(ORDERS) as hasty:
        assert hasty.prove("slow.pdf", five_hundred_pages()).report.unreadable == said
