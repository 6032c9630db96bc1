"""How fast monographs are checked: `python -m tests.bench.checking`, on one core.

The promise is 20 s for 1,000 monographs and 3 s for one of 1 MiB, reading included; 1.7 ms to refuse or pass
one baclofen, reading aside; and that nothing grows faster than the text.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import click

from leaflet.model import Monograph
from leaflet.read import read_monograph
from leaflet.read.decode import LARGEST
from leaflet.rules import check, refusals
from tests.bench.varied import monographs

_BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"
_DAY = date(2026, 12, 1)
_UNLIKE = 60  # monographs of which each text says something else


@click.command()
@click.option("--monographs", "count", default=1000, show_default=True, help="How many ordinary ones.")
def bench(count: int) -> None:
    """Time the checker."""
    typed = _BACLOFEN.read_text(encoding="utf-8")
    ordinary = [typed.replace("id: baclofen", f"id: baclofen-{number}").encode() for number in range(count)]
    click.echo(f"{count} monographs: {_seconds(lambda: _check_all(ordinary)):.1f} s")
    large = enlarged(typed)
    click.echo(f"one of {len(large):,} bytes: {_seconds(lambda: _check_all([large])):.1f} s")
    baclofen = _read(typed.encode())
    click.echo(f"one baclofen, known: {_each([baclofen] * 100):.2f} ms")
    unlike = list(islice(monographs(1), 2 * _UNLIKE))
    click.echo(f"one of other words: {min(_each(unlike[:_UNLIKE]), _each(unlike[_UNLIKE:])):.2f} ms")
    for times in (1, 4, 16):
        longer = _longer(typed, times)
        took = _each([_read(longer)] * 5)
        click.echo(f"{times} times the text: {took:.2f} ms, {1e6 * took / len(longer):.0f} ns a byte")


def enlarged(typed: str) -> bytes:
    """Return a monograph whose sections stand again and again, up to the size that reading allows."""
    head, mark, sections = typed.partition("sections:\n")
    return _longer(typed, (LARGEST - len((head + mark).encode())) // len(sections.encode()))


def _longer(typed: str, times: int) -> bytes:
    head, mark, sections = typed.partition("sections:\n")
    return (head + mark + sections * times).encode()


def _check_all(files: Sequence[bytes]) -> None:
    for data in files:
        check(_read(data), on=_DAY)


def _read(data: bytes) -> Monograph:
    monograph, findings = read_monograph(data, "bench.yaml")
    assert monograph is not None, findings
    return monograph


def _each(judged: Sequence[Monograph]) -> float:
    """Return how many milliseconds it takes on average to refuse or pass one of some monographs."""
    return 1000 * _seconds(lambda: [refusals(each, on=_DAY) for each in judged]) / len(judged)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    bench()
