"""Whether hostile texts cost no more than their length: `python -m tests.bench.hostile`, on one core.

Checks runs of every trigger and phrase that the rules look for, short and eight times as long, and exits
with 1 where a long one takes more than three times its share: quadratic work would take eight times it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import click

from leaflet.model import Monograph
from leaflet.rules import check
from tests.rules.hostile import PHRASES, TRIGGERS, items_under_a_lead, run_of

_DAY = date(2026, 6, 1)
_SHORT, _TIMES = 3_000, 8  # characters, and how many times as many the long run has
_ITEMS = 125
_LEAST = 0.004  # seconds; below that the clock tells more about the machine
_TOLERATED = 3.0  # times its share


@click.command()
@click.option("--worst", default=5, show_default=True, help="How many to show.")
def bench(worst: int) -> None:
    """Time the checker on long runs, and show those that grew most."""
    grown = sorted(_growths(), reverse=True)
    click.echo(f"{len(grown)} texts; time for one {_TIMES} times as long, in shares:")
    for growth, name in grown[:worst]:
        click.echo(f"{growth:6.2f}  {name!r}")
    if grown[0][0] > _TOLERATED:
        click.echo(f"more than {_TOLERATED:g} shares", err=True)
        sys.exit(1)


def _growths() -> Iterator[tuple[float, str]]:
    """Yield for each text how much longer than its share the long run took, and its name."""
    for trigger in (*TRIGGERS, *(f"{words} " for words in PHRASES)):
        yield _growth(partial(_run, trigger)), trigger
    yield _growth(lambda times, trial: items_under_a_lead(times * _ITEMS + trial)), "items under a lead"


def _run(trigger: str, times: int, trial: int) -> Monograph:
    """Return a run that is a little longer at each trial: what was judged before would be remembered."""
    return run_of(trigger, times * _SHORT + trial * len(trigger))


def _growth(make: Callable[[int, int], Monograph]) -> float:
    short = max(_LEAST, min(_seconds(make(1, trial)) for trial in range(2)))
    long = min(_seconds(make(_TIMES, trial)) for trial in range(2))
    return long / short / _TIMES


def _seconds(monograph: Monograph) -> float:
    start = time.process_time()
    check(monograph, on=_DAY)
    return time.process_time() - start


if __name__ == "__main__":
    bench()
