"""Ask a counter for mixed leaflets from many clients at once, and say how long it took.

    python -m tests.serve.load [REQUESTS]

Prints the median and 95th percentile of the answers' times, the processor time of the server for each,
and its memory along the way, which must stay flat. Linux only: it reads /proc.
"""

import asyncio
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx2

from leaflet.profiles import PROFILES
from tests.serve.conftest import medicine
from tests.serve.counters import processor_time, running

_CLIENTS = 20
_SAMPLES = 10
_CHANCE = random.Random(1)  # noqa: S311 - it mixes orders and keeps no secret


class _Load:
    """One run: what is still to ask, and what was seen."""

    def __init__(self, address: str, pid: int, requests: int) -> None:
        self.address = address
        self.pid = pid
        self.left = requests
        self.every = max(1, requests // _SAMPLES)
        self.times: list[float] = []
        self.errors = 0
        self.memory = [_memory(pid)]

    async def run(self) -> None:
        limits = httpx2.Limits(max_connections=_CLIENTS)
        async with httpx2.AsyncClient(base_url=self.address, timeout=60, limits=limits) as client:
            await asyncio.gather(*(self._ask(client) for _ in range(_CLIENTS)))

    async def _ask(self, client: httpx2.AsyncClient) -> None:
        while self.left > 0:
            self.left -= 1
            if self.left % self.every == 0:
                self.memory.append(_memory(self.pid))
            started = time.perf_counter()
            answer = await client.post("/api/v1/leaflets", json=_order(self.left))
            self.times.append(1000 * (time.perf_counter() - started))
            self.errors += answer.status_code != 200


def _order(number: int) -> dict[str, Any]:
    """Return an order unlike the one before it: no cache of whole leaflets could help."""
    return {
        "id": "baclofen",
        "profile": _CHANCE.choice(list(PROFILES)),
        "paper": _CHANCE.choice(["a4", "letter"]),
        "region": _CHANCE.choice(["", "uk", "us"]),
        "colour": _CHANCE.random() < 0.3,
        "patient": f"Patient {number}",
        "dose": f"Take {_CHANCE.randint(1, 99)} mg at night.",
    }


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
        with running(content, Path(folder) / "home") as counter:
            load = _Load(counter.address, counter.process.pid, requests)
            before, started = processor_time(load.pid), time.perf_counter()
            asyncio.run(load.run())
            seconds, spent = time.perf_counter() - started, processor_time(load.pid) - before
    percentiles = statistics.quantiles(load.times, n=100)
    sys.stdout.write(
        f"{requests} requests of {_CLIENTS} clients in {seconds:.1f} s, {load.errors} errors\n"
        f"median {percentiles[49]:.0f} ms, 95th percentile {percentiles[94]:.0f} ms, "
        f"{1000 * spent / requests:.1f} ms of the processor each\n"
        f"memory in MB: {', '.join(map(str, load.memory))}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
