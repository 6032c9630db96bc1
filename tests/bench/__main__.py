"""Run the comparison and print it: `python -m tests.bench`."""

import json
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from leaflet.program import VERSION
from tests.bench.measure import PACKAGES, RIVALS, Comparison, Tally, compare

_HEAD = (
    f"{'profile':10} {'size':>6}  {'engine':10} {'ms':>7} {'a second':>9} {'pages':>6} {'kB':>6} {'ratio':>6}"
)


@click.command()
@click.option("--leaflets", default=60, show_default=True, help="Leaflets a profile.")
@click.option("--seed", default=1, show_default=True, help="Which corpus.")
@click.option("--profile", "profiles", multiple=True, default=("standard", "large"), show_default=True)
@click.option("--rival", type=click.Choice(list(RIVALS)), default="Typst", show_default=True)
@click.option(
    "--json", "path", type=click.Path(path_type=Path), help="Write the figures to this file as well."
)
@click.option("--at-least", type=float, default=0.0, help="Exit with 1 where a ratio is under this.")
def bench(
    leaflets: int, seed: int, profiles: tuple[str, ...], rival: str, path: Path | None, at_least: float
) -> None:
    """Compare Leaflet with another engine, warm, in one process and on one core, on the same words."""
    _take_one_core()
    click.echo(_HEAD)
    comparisons = []
    for profile in profiles:
        comparison = compare(profile, leaflets=leaflets, seed=seed, rival=rival)
        comparisons.append(comparison)
        click.echo(_row(comparison, "Leaflet", comparison.ours, f"{comparison.ratio:.2f}"))
        click.echo(_row(comparison, rival, comparison.theirs, "1"))
    if path is not None:
        text = json.dumps(_figures(comparisons, seed, rival), indent=2)
        path.write_text(text + "\n", encoding="utf-8")
    if any(comparison.ratio < at_least for comparison in comparisons):
        click.echo(f"a ratio is under {at_least:g}", err=True)
        sys.exit(1)


def _take_one_core() -> None:
    """Keep to one core: Typst spreads a file over the cores, a build spreads files and has one for each."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _row(comparison: Comparison, engine: str, tally: Tally, ratio: str) -> str:
    return (
        f"{comparison.profile:10} {comparison.points:>3g} pt  {engine:10} {tally.seconds * 1000:7.2f} "
        f"{1 / tally.seconds:9.1f} {tally.pages:6} {tally.bytes / 1000:6.1f} {ratio:>6}"
    )


def _figures(comparisons: list[Comparison], seed: int, rival: str) -> dict[str, Any]:
    return {
        "versions": {
            "leaflet": VERSION,
            rival.lower(): version(PACKAGES.get(rival, rival)),
            "python": platform.python_version(),
        },
        "seed": seed,
        "comparisons": [
            {
                "profile": each.profile,
                "points": each.points,
                "leaflets": each.leaflets,
                "leaflet": _tally(each.ours),
                rival.lower(): _tally(each.theirs),
                "ratio": round(each.ratio, 3),
            }
            for each in comparisons
        ],
    }


def _tally(tally: Tally) -> dict[str, float]:
    return {"median_ms": round(tally.seconds * 1000, 3), "median_bytes": tally.bytes, "pages": tally.pages}


if __name__ == "__main__":
    bench()
