"""`kill -9` at random moments."""

import os
import random
import signal
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import click

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import command, digests, run, start


@click.command()
@click.option("--rounds", default=100, show_default=True)
@click.option("--monographs", default=30, show_default=True)
@click.option("--seed", default=1, show_default=True)
def kill(rounds: int, monographs: int, seed: int) -> None:
    """Kill builds with all their processes at random moments; the next build must mend the folder.

    Before each round some leaflets are deleted, and now and then damaged, and a monograph has a new version.
    """
    rng = random.Random(seed)  # noqa: S311 - repeatable moments, no secret
    with tempfile.TemporaryDirectory() as folder:
        content, calm, dist = (Path(folder) / name for name in ("content", "calm", "dist"))
        write_monographs(content, monographs)
        whole = run(command(content, calm, 2))
        wrong = cut = inside = 0
        for number in range(rounds):
            _disturb(rng, content, dist, number)
            process = start(command(content, dist, 2))
            time.sleep(rng.uniform(0.1, 0.7 * whole))  # less is to be made than at first
            cut += process.poll() is None
            with suppress(ProcessLookupError):  # it was done
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            inside += any(dist.glob(".leaflet-journal-*"))
            run(command(content, dist, 2))
            run(command(content, calm, 2))
            wrong += digests(dist) != digests(calm)
        click.echo(
            f"{rounds} rounds, {cut} of them killed before they ended, {inside} while leaflets were made: "
            f"{wrong} folders came out otherwise"
        )
        if wrong:
            raise SystemExit(1)


def _disturb(rng: random.Random, content: Path, dist: Path, number: int) -> None:
    for path in sorted(dist.glob("*.pdf"))[:: rng.randint(1, 3)]:
        path.unlink()
    left = sorted(dist.glob("*.pdf"))
    if left and rng.random() < 0.3:
        rng.choice(left).write_bytes(b"%PDF damaged")
    if rng.random() < 0.3:
        changed = rng.choice(sorted(content.glob("*.yaml")))
        lines = changed.read_text(encoding="utf-8").splitlines(keepends=True)
        changed.write_text(
            "".join(f"version: 'new {number}'\n" if line.startswith("version:") else line for line in lines),
            encoding="utf-8",
        )
