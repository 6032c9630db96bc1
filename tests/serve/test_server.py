"""The real server: slow and hostile clients hurt only themselves; the network is refused."""

import select
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from leaflet.cli import run
from leaflet.serve import guard, server
from leaflet.serve.server import listen
from tests.serve.counters import Running, running
from tests.waiting import PATIENCE

_HEAD, _BODY = "leaflet.serve.server._HEAD_SECONDS", "leaflet.serve.guard._BODY_SECONDS"


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Open one counter for all slow and hostile clients, which cuts nobody off while a test runs."""
    home = tmp_path_factory.mktemp("counter") / "home"
    with running(Path(__file__).parents[2] / "content", home, bounds={_HEAD: 600, _BODY: 600}) as opened:
        yield opened


def _slow_clients(counter: Running) -> list[socket.socket]:
    """Connect twenty clients that send no whole head, and one that sends no whole body, the last."""
    head = f"POST /settings HTTP/1.1\r\nHost: 127.0.0.1:{counter.port}\r\n".encode()
    slow = [_connect(counter) for _ in range(21)]
    slow[-1].sendall(head + b"Content-Length: 1000\r\n\r\nname=")
    for each in slow[:10]:
        each.sendall(head)
    return slow


def _connect(counter: Running) -> socket.socket:
    return socket.create_connection(("127.0.0.1", counter.port), timeout=PATIENCE)


def _is_open(counter: Running) -> bool:
    return httpx2.get(counter.address, timeout=PATIENCE).status_code == 200


def test_slow_clients_starve_nobody(counter: Running) -> None:
    slow = _slow_clients(counter)
    assert all(_is_open(counter) for _ in range(5))
    assert select.select(slow, [], [], 0)[0] == []  # none was cut off to make room
    for each in slow:
        each.close()


def test_slow_clients_are_cut_off(content: Path, tmp_path: Path) -> None:
    assert max(server._HEAD_SECONDS, guard._BODY_SECONDS) <= 10
    with running(content, tmp_path / "home", bounds={_HEAD: 2, _BODY: 0.5}) as counter:
        *silent, slow_body = _slow_clients(counter)
        assert b"408" in slow_body.recv(1000)
        slow_body.close()
        for each in silent:
            assert each.recv(100) == b"" or b"400" in each.recv(100)
            each.close()
        assert _is_open(counter)
        assert "Traceback" not in counter.log.read_text()


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil.example\r\n\r\n",
        b"GET /" + b"x" * 30_000 + b" HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n",
        b"POST /settings HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: -1\r\n\r\n",
        b"POST /settings HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(counter: Running, sent: bytes) -> None:
    with _connect(counter) as client:
        client.sendall(sent % counter.port if b"%d" in sent else sent)
        answer = client.recv(5000)
    assert answer.startswith((b"HTTP/1.1 4",)) or answer == b""
    assert b"Traceback" not in answer
    assert _is_open(counter)


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (["--host", "0.0.0.0"], "", "--i-know-this-serves-the-network"),  # noqa: S104 - refused
        (["--host", "192.168.1.7"], "long enough a password", "can be reached from the network"),
        (["--host", "::", "--i-know-this-serves-the-network"], "", "needs a password"),
        (["--host", "::", "--i-know-this-serves-the-network"], "short", "needs a password"),
        (["--host", "counter.example"], "", "is no address"),
        (["nowhere"], "", "there is no nowhere"),
        (["--public-origin", "https://counter.example"], "", "needs a password"),
        (["--public-origin", "counter.example"], "long enough a password", "is no origin"),
        (["--public-origin", "https://counter.example/x"], "long enough a password", "is no origin"),
        (["--port", "70000"], "", "70000"),
    ],
)
def test_what_is_unsafe_is_refused_at_the_start(
    arguments: list[str],
    password: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LEAFLET_SERVE_PASSWORD", password)
    assert run(["serve", *arguments, "--no-open"]) == 2
    assert said in capsys.readouterr().err


def test_a_port_in_use_is_said(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", str(content), "--port", str(port), "--no-open"]) == 2
    assert "in use" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another signal for Ctrl+C")
def test_ctrl_c_closes_it_cleanly(content: Path, tmp_path: Path) -> None:
    with running(content, tmp_path / "home") as counter:
        counter.process.send_signal(signal.SIGINT)
        assert counter.process.wait(PATIENCE) == 0
        assert counter.log.read_text().endswith("The counter is closed.\n")
