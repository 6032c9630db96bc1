"""How fast monographs are checked: `python -m tests.bench.checking`, on one core, reading included.

The promise is 20 s for 1,000 monographs and 3 s for one of 1 MiB.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from leaflet.read import read_monograph
from leaflet.read.decode import LARGEST
from leaflet.rules import check

_BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"
_DAY = date(2026, 12, 1)


@click.command()
@click.option("--monographs", default=1000, show_default=True, help="How many ordinary ones.")
def bench(monographs: int) -> None:
    """Time the checker."""
    typed = _BACLOFEN.read_text(encoding="utf-8")
    ordinary = [
        typed.replace("id: baclofen", f"id: baclofen-{number}").encode() for number in range(monographs)
    ]
    click.echo(f"{monographs} monographs: {_seconds(lambda: _check_all(ordinary)):.1f} s")
    large = enlarged(typed)
    click.echo(f"one of {len(large):,} bytes: {_seconds(lambda: _check_all([large])):.1f} s")


def enlarged(typed: str) -> bytes:
    """Return a monograph whose sections stand again and again, up to the size that reading allows."""
    head, mark, sections = typed.partition("sections:\n")
    times = (LARGEST - len((head + mark).encode())) // len(sections.encode())
    return (head + mark + sections * times).encode()


def _check_all(files: Sequence[bytes]) -> None:
    for data in files:
        monograph, findings = read_monograph(data, "bench.yaml")
        assert monograph is not None, findings
        check(monograph, on=_DAY)


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    bench()
