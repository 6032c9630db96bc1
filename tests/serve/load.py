"""Ask a counter for mixed leaflets, one after the other and from many clients at once, and say the times.

    python -m tests.serve.load [REQUESTS]

Prints the time of a bare `make` of the same orders in one process, of a leaflet over one connection that
stays open, the median and 95th percentile from 20 clients, the throughput beside that of bare making, and the
memory of all its processes along the way, which must stay flat. What asks is cheap, and makes nothing:
bytes over sockets, in a process of its own. Linux only: it reads /proc.
"""

import asyncio
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leaflet.api import make
from leaflet.handout import Personal, PrintWish
from leaflet.profiles import PROFILES
from leaflet.read import load
from tests.serve.conftest import medicine
from tests.serve.counters import Running, family, processor_time, running

_CLIENTS = 20
_SAMPLES = 10
_ALONE = 200  # leaflets made bare, and asked for one after the other


class _Load:
    """One run: what is still to ask, and what was seen."""

    def __init__(self, counter: Running, requests: int) -> None:
        self.port = counter.port
        self.pid = counter.process.pid
        self.orders = orders(requests)
        self.every = max(1, requests // _SAMPLES)
        self.times: list[float] = []
        self.errors = 0
        self.memory = [_memory(self.pid)]

    async def run(self, clients: int) -> None:
        """Ask from so many clients, each over one connection that stays open, until nothing is left."""
        await asyncio.gather(*(self._ask() for _ in range(clients)))

    async def _ask(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        for order in self.orders:
            if self.times and len(self.times) % self.every == 0:
                self.memory.append(_memory(self.pid))
            asked = _request(order, self.port)
            started = time.perf_counter()
            writer.write(asked)
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: ([0-9]+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
            self.times.append(1000 * (time.perf_counter() - started))
            self.errors += not head.startswith(b"HTTP/1.1 200")
        writer.close()


def _request(order: dict[str, Any], port: int) -> bytes:
    body = json.dumps(order).encode()
    head = f"POST /api/v1/leaflets HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def orders(count: int) -> Iterator[dict[str, Any]]:
    """Yield orders of which none is like another: no cache of whole leaflets could help."""
    chance = random.Random(1)  # noqa: S311 - it mixes orders and keeps no secret
    for number in range(count):
        yield {
            "id": "baclofen",
            "profile": chance.choice(list(PROFILES)),
            "paper": chance.choice(["a4", "letter"]),
            "region": chance.choice(["", "uk", "us"]),
            "colour": chance.random() < 0.3,
            "patient": f"Patient {number}",
            "dose": f"Take {chance.randint(1, 99)} mg at night.",
        }


def bare(path: Path) -> list[float]:
    """Return the milliseconds that each of the same leaflets takes without a counter, warm and sealed."""
    monograph = load(path)
    times: list[float] = []
    for order in (*orders(_ALONE), *orders(_ALONE)):
        settings = {name: order[name] for name in ("profile", "paper", "region", "colour")}
        personal = Personal(patient=order["patient"], dose=order["dose"])
        started = time.perf_counter()
        make(monograph, **settings, personal=personal, wish=PrintWish(), key=b"key")
        times.append(1000 * (time.perf_counter() - started))
    return times[_ALONE:]


def alone(counter: Running) -> list[float]:
    """Return the milliseconds that each takes over one connection that stays open."""
    asked = _Load(counter, 2 * _ALONE)
    asyncio.run(asked.run(1))
    if asked.errors:
        raise AssertionError(f"{asked.errors} of {2 * _ALONE} were refused")
    return asked.times[_ALONE:]


def _memory(pid: int) -> int:
    """Return the resident memory of a counter with its processes, in MB."""
    found = (re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{each}/status").read_text()) for each in family(pid))
    return sum(int(each[1]) for each in found if each) // 1024


def main(requests: int) -> None:
    """Run the load and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        (content / "a.yaml").write_text(medicine("Baclofen", approved=True), encoding="utf-8")
        worked = time.process_time()
        made = bare(content / "a.yaml")
        worked = (time.process_time() - worked) / (2 * len(made))
        with running(content, Path(folder) / "home") as counter:
            served = alone(counter)
            asked = _Load(counter, requests)
            before, started = processor_time(asked.pid), time.perf_counter()
            asyncio.run(asked.run(_CLIENTS))
            seconds, spent = time.perf_counter() - started, processor_time(asked.pid) - before
        made += bare(content / "a.yaml")  # the machine may be busier by now, or less
    percentiles = statistics.quantiles(asked.times, n=100)
    ratio = statistics.median(served) / statistics.median(made)
    sys.stdout.write(
        f"bare: median {statistics.median(made):.1f} ms, {1000 * worked:.1f} ms of the processor each\n"
        f"one client: median {statistics.median(served):.1f} ms, {ratio:.2f} times bare\n"
        f"{requests} requests of {_CLIENTS} clients in {seconds:.1f} s, {asked.errors} errors\n"
        f"median {percentiles[49]:.0f} ms, 95th percentile {percentiles[94]:.0f} ms, "
        f"{1000 * spent / requests:.1f} ms of the processor each, {spent / requests / worked:.2f} of bare\n"
        f"{requests / seconds:.0f} leaflets a second, "
        f"{requests / seconds * statistics.mean(made) / 1000:.2f} of bare throughput\n"
        f"memory in MB: {', '.join(map(str, asked.memory))}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
