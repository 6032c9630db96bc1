"""What goes wrong beside a counter, or against it, locks nobody else out.

No time is measured here: who is answered before whom, how many are refused and how often a file is read are
the same on a busy machine. How fast a counter answers, `python -m tests.serve.load` says.
"""

import os
import select
import signal
import socket
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from leaflet.serve import app, jobs, shelf
from leaflet.serve.server import _MOST_CONNECTIONS, listen
from leaflet.serve.work import _MOST_WAITING
from tests.serve.conftest import medicine
from tests.serve.counters import Running, family, processor_time, running
from tests.waiting import PATIENCE, wait_until

_needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="Linux alone tells of other processes here"
)
_HEAD = b"POST /settings HTTP/1.1\r\n"
_DEEP = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    + b"<g>" * 900
    + b'<path d="M0 0h9v9z"/>'
    + b"</g>" * 900
    + b"</svg>"
)
# Dashes without number: resvg would draw for minutes, and is ended after ten seconds of the processor.
_ENDLESS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900" fill="none" stroke="#000">'
    + b'<path stroke-dasharray=".01" d="M0 0L900 900L0 900L900 0L0 450L900 450"/>' * 400
    + b"</svg>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a few medicines; a test leaves them as it found them."""
    return _folder(tmp_path_factory.mktemp("sturdy") / "content", 5)


@pytest.fixture(scope="module")
def counter(folder: Path) -> Iterator[Running]:
    """Open a counter that outlasts whatever these tests do to it."""
    # By the clock nobody is given up while a test runs: only the processor's time has its bounds.
    bounds = dict.fromkeys(("leaflet.serve.guard._ANSWER_SECONDS", "leaflet.images.darkroom.SECONDS"), 600)
    with running(folder, folder.with_name("home"), bounds=bounds) as opened:
        yield opened


def _folder(content: Path, count: int) -> Path:
    content.mkdir()
    text = medicine("Testol")
    for number in range(count):
        own = text.replace("id: testol", f"id: m{number}").replace("name: Testol", f"name: Testol{number}")
        (content / f"{number}.yaml").write_text(own, encoding="utf-8")
    return content


def _get(counter: Running, path: str = "search?q=testol") -> httpx2.Response:
    """Ask over a connection of its own."""
    return httpx2.get(f"{counter.address}{path}", timeout=PATIENCE)


def _answered(asked: Sequence[socket.socket]) -> list[socket.socket]:
    """Return those of many connections on which something has come back, be it their end."""
    return select.select(asked, [], [], 0)[0]


def test_four_hundred_idle_connections_lock_nobody_out(counter: Running) -> None:
    with ExitStack() as opened:
        idle = [
            opened.enter_context(socket.create_connection(("127.0.0.1", counter.port))) for _ in range(400)
        ]
        for each in idle[::2]:
            each.sendall(_HEAD)
        for _ in range(5):
            assert _get(counter).status_code == 200
        # Whoever came and asked nothing made room for whoever came next.
        assert len(_answered(idle)) >= len(idle) - _MOST_CONNECTIONS


def test_as_many_previews_as_may_wait_keep_no_search_waiting(counter: Running) -> None:
    with ExitStack() as opened:
        asked = []
        for number in range(2 * _MOST_WAITING):
            asked.append(opened.enter_context(socket.create_connection(("127.0.0.1", counter.port))))
            asked[-1].sendall(_preview(counter, number))

        def _statuses() -> list[bytes]:
            return [each.recv(12, socket.MSG_PEEK)[-3:] for each in _answered(asked)]

        wait_until(lambda: b"503" in _statuses())  # nobody else can wait for a preview now
        assert _get(counter).status_code == 200
        shown, refused = _statuses().count(b"200"), _statuses().count(b"503")
        assert shown < _MOST_WAITING / 2  # a search that waited with them would come after all of them
        assert refused <= _MOST_WAITING
    # All have left: nobody waits for what was to be made for them.
    wait_until(lambda: _send_logo(counter, _DEEP).status_code != 503)


def _preview(counter: Running, number: int) -> bytes:
    """Return a request for a preview that is like no other."""
    body = f"profile=giant&dose=Take+{number}+mg+at+night."
    head = f"POST /medicines/m{number % 5}/preview HTTP/1.1\r\nHost: 127.0.0.1:{counter.port}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode()


def test_a_picture_that_is_nested_deeply_is_refused_and_nothing_ends(counter: Running) -> None:
    assert _send_logo(counter, _DEEP).status_code == 422
    assert counter.process.poll() is None


@_needs_proc
def test_a_picture_that_never_ends_keeps_nobody_waiting(counter: Running) -> None:
    before = set(family(counter.process.pid))

    def _drawing() -> list[int]:
        return [each for each in _children(counter, "leaflet.images.child") if processor_time(each) > 0.5]

    for each in _children(counter, "leaflet.images.child"):
        os.kill(each, signal.SIGKILL)  # so that what works is at work on this picture
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(_send_logo, counter, _ENDLESS)
        wait_until(_drawing)
        (drawing,) = _drawing()
        assert drawing not in before
        assert _get(counter).status_code == 200
        assert _drawing() == [drawing]  # a search that waited for it would come after its end
        os.kill(drawing, signal.SIGKILL)  # as its bound does some seconds later
        assert sent.result().status_code == 422
    assert counter.process.poll() is None


def _children(counter: Running, module: str) -> list[int]:
    """Return the processes of a counter that run a module."""
    lines = {each: Path(f"/proc/{each}/cmdline") for each in family(counter.process.pid)}
    return [each for each, line in lines.items() if module in line.read_text().split("\0")]


def _send_logo(counter: Running, picture: bytes) -> httpx2.Response:
    return httpx2.post(
        f"{counter.address}settings",
        data={"name": "Corner"},
        files={"logo": ("bomb.svg", picture, "image/svg+xml")},
        timeout=PATIENCE,
    )


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often a counter in this process reads a file, judges a medicine and makes a leaflet."""
    counted: Counter[str] = Counter()

    def _count(module: Any, name: str) -> None:
        real: Callable[..., object] = getattr(module, name)

        def _counting(*arguments: object, **named: object) -> object:
            counted[name] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, _counting)

    for module, name in ((shelf, "read_file"), (app, "check"), (jobs, "make")):
        _count(module, name)
    return counted


def test_a_folder_that_is_renamed_and_restored_is_there_again_unread(
    client: TestClient, content: Path, calls: Counter[str]
) -> None:
    shown, away = client.get("/search?q=approvol").text, content.with_name("away")
    calls.clear()
    for _ in range(3):
        content.rename(away)
        assert "Approvol" not in client.get("/search?q=approvol").text
        away.rename(content)
        assert client.get("/search?q=approvol").text == shown
    assert calls == {}


def test_each_leaflet_asked_for_is_made_once_and_its_medicine_is_known(
    client: TestClient, calls: Counter[str]
) -> None:
    def _ask(number: int) -> int:
        order = {"id": "approvol", "patient": f"Patient {number}", "dose": f"Take {number} mg at night."}
        return client.post("/api/v1/leaflets", json=order).status_code

    assert _ask(1) == 200
    calls.clear()
    assert [_ask(number) for number in range(2, 5)] == [200] * 3
    assert calls == {"make": 3}


def test_a_change_in_the_folder_shows_by_itself(counter: Running, folder: Path) -> None:
    new = folder / "new.yaml"
    new.write_text(medicine("Novol"), encoding="utf-8")
    wait_until(lambda: "Novol" in _get(counter, "search?q=novol").text)
    new.unlink()
    wait_until(lambda: "Novol" not in _get(counter, "search?q=novol").text)


def test_three_hundred_medicines_show_a_first_page_before_they_are_read_and_miss_none(tmp_path: Path) -> None:
    with running(_folder(tmp_path / "content", 300), tmp_path / "home") as opened:
        assert "still being read" in _get(opened, "").text  # what is not there yet is said
        # Whichever is asked for is read first.
        assert _get(opened, "api/v1/monographs/m299").json()["name"] == "Testol299"
        listed = _get(opened, "api/v1/monographs")
        assert (listed.status_code, listed.json()["type"]) == (503, "urn:leaflet:problem:reading")


def test_a_connection_sends_at_once() -> None:
    with listen("127.0.0.1", 0) as opened:
        assert opened.proto == socket.IPPROTO_TCP  # by which asyncio knows to set TCP_NODELAY
