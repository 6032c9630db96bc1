"""A counter in a process of its own, as a pharmacy runs it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tests.waiting import wait_until

CHECKOUT = Path(__file__).parents[2]
_AS_IT_IS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Running:
    """A counter that answers."""

    address: str
    port: int
    log: Path
    process: subprocess.Popen[bytes]


@contextmanager
def running(
    content: Path, home: Path, *arguments: str, bounds: Mapping[str, float] = _AS_IT_IS
) -> Iterator[Running]:
    """Open a counter on a free port with a home of its own; close it afterwards.

    `bounds` gives some of the program's own bounds by their names, so that nobody waits for the real ones.
    """
    home.mkdir(parents=True, exist_ok=True)
    log = home / "log.txt"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*_program(bounds), "serve", str(content), "--port", "0", "--no-open", *arguments],
            cwd=home,
            stdout=written,
            stderr=subprocess.STDOUT,
            env={**_environment(home), "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
        )
        try:
            address = _address(log, process)
            yield Running(address, int(address.rstrip("/").rpartition(":")[2]), log, process)
        finally:
            process.kill()  # how it closes when it is asked to is a test of its own
            process.wait()


def family(pid: int) -> tuple[int, ...]:
    """Return a process and those that it has started. Linux only: it reads /proc."""
    started = (each.read_text().split() for each in Path(f"/proc/{pid}/task").glob("*/children"))
    return pid, *(int(each) for some in started for each in some)


def processor_time(pid: int) -> float:
    """Return the processor time that a process and those it has started have had, in seconds. Linux only."""
    stats = (Path(f"/proc/{each}/stat").read_text() for each in family(pid))
    fields = [stat.rpartition(")")[2].split() for stat in stats]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _program(bounds: Mapping[str, float]) -> list[str]:
    if not bounds:
        return [sys.executable, "-m", "leaflet"]
    modules = {name.rpartition(".")[0] for name in bounds}
    lines = [
        *(f"import {each}" for each in modules),
        *(f"{name} = {value}" for name, value in bounds.items()),
    ]
    return [sys.executable, "-c", "\n".join([*lines, "import leaflet.__main__", "leaflet.__main__.main()"])]


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "SYSTEMROOT"}}
    return {**kept, "HOME": str(home), "TMPDIR": str(home), "XDG_CONFIG_HOME": str(home / ".config")}


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    wait_until(lambda: "http://" in log.read_text() or process.poll() is not None)
    found = re.search(r"http://\S+", log.read_text())
    assert found, f"the counter did not open: {log.read_text()}"
    return found[0]
