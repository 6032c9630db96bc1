"""Ask a counter for mixed leaflets, one after the other and from many clients at once, and say the times.

    python -m tests.serve.load [REQUESTS]

Prints the time of a bare `make` of the same orders, of a leaflet over one connection that stays open, the
median and 95th percentile from 20 clients, the throughput beside that of bare making, and the server's memory
along the way, which must stay flat. Linux only: it reads /proc.
"""

import asyncio
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2

from leaflet.api import make
from leaflet.handout import Personal, PrintWish
from leaflet.profiles import PROFILES
from leaflet.read import load
from tests.serve.conftest import medicine
from tests.serve.counters import Running, processor_time, running

_CLIENTS = 20
_SAMPLES = 10
_ALONE = 200  # leaflets made bare, and asked for one after the other


class _Load:
    """One run: what is still to ask, and what was seen."""

    def __init__(self, address: str, pid: int, requests: int) -> None:
        self.address = address
        self.pid = pid
        self.orders = orders(requests)
        self.every = max(1, requests // _SAMPLES)
        self.times: list[float] = []
        self.errors = 0
        self.memory = [_memory(pid)]

    async def run(self) -> None:
        limits = httpx2.Limits(max_connections=_CLIENTS)
        async with httpx2.AsyncClient(base_url=self.address, timeout=60, limits=limits) as client:
            await asyncio.gather(*(self._ask(client) for _ in range(_CLIENTS)))

    async def _ask(self, client: httpx2.AsyncClient) -> None:
        for order in self.orders:
            if len(self.times) % self.every == 0:
                self.memory.append(_memory(self.pid))
            started = time.perf_counter()
            answer = await client.post("/api/v1/leaflets", json=order)
            self.times.append(1000 * (time.perf_counter() - started))
            self.errors += answer.status_code != 200


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
    times: list[float] = []
    with httpx2.Client(base_url=counter.address) as client:
        for order in (*orders(_ALONE), *orders(_ALONE)):
            started = time.perf_counter()
            client.post("/api/v1/leaflets", json=order).raise_for_status()
            times.append(1000 * (time.perf_counter() - started))
    return times[_ALONE:]


def _memory(pid: int) -> int:
    """Return the resident memory of a process, in MB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) // 1024 if found else 0


def main(requests: int) -> None:
    """Run the load and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        (content / "a.yaml").write_text(medicine("Baclofen", approved=True), encoding="utf-8")
        made = bare(content / "a.yaml")
        with running(content, Path(folder) / "home") as counter:
            served = alone(counter)
            asked = _Load(counter.address, counter.process.pid, requests)
            before, started = processor_time(asked.pid), time.perf_counter()
            asyncio.run(asked.run())
            seconds, spent = time.perf_counter() - started, processor_time(asked.pid) - before
    percentiles = statistics.quantiles(asked.times, n=100)
    ratio = statistics.median(served) / statistics.median(made)
    sys.stdout.write(
        f"bare: median {statistics.median(made):.1f} ms\n"
        f"one client: median {statistics.median(served):.1f} ms, {ratio:.2f} times bare\n"
        f"{requests} requests of {_CLIENTS} clients in {seconds:.1f} s, {asked.errors} errors\n"
        f"median {percentiles[49]:.0f} ms, 95th percentile {percentiles[94]:.0f} ms, "
        f"{1000 * spent / requests:.1f} ms of the processor each\n"
        f"{requests / seconds:.0f} leaflets a second, "
        f"{requests / seconds * statistics.mean(made) / 1000:.2f} of bare throughput\n"
        f"memory in MB: {', '.join(map(str, asked.memory))}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
