"""Run a trial: `python -m tests.bench.soak NAME`."""

import click

from tests.bench.soak.badluck import badluck
from tests.bench.soak.big import big
from tests.bench.soak.cluster import dask
from tests.bench.soak.cores import cores
from tests.bench.soak.kill import kill
from tests.bench.soak.same import same


@click.group()
def soak() -> None:
    """Try the batch build for long."""


for _trial in (big, cores, kill, same, dask, badluck):
    soak.add_command(_trial)

if __name__ == "__main__":
    soak()
