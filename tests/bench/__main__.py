"""Run the comparison and print it: `python -m tests.bench`."""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

import click

from leaflet.program import VERSION
from tests.bench.cold import ALONE, cold
from tests.bench.first import FirstBuild, first_builds
from tests.bench.measure import OURS, Comparison, compare
from tests.bench.processes import Shared, Used, shared
from tests.bench.rivals import RIVALS

_PARTS = ("warm", "cold", "first", "two")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """How much is made."""

    warm: int  # leaflets a profile, after the warm-up
    cold: int  # turns of each process
    first: int  # monographs of a first build
    two: int  # leaflets of the slowest engine


_FULL = _Size(warm=80, cold=7, first=400, two=160)
_SHORT = _Size(warm=12, cold=5, first=60, two=40)


@click.command()
@click.option("--short", is_flag=True, help="Make fewer: about a minute, for CI.")
@click.option("--part", "parts", type=click.Choice(_PARTS), multiple=True, default=_PARTS, show_default=True)
@click.option("--rival", "rivals", type=click.Choice(list(RIVALS)), multiple=True, default=list(RIVALS))
@click.option("--profile", "profiles", multiple=True, default=("standard", "large"), show_default=True)
@click.option("--leaflets", type=click.IntRange(min=1), help="Leaflets a profile in the warm part.")
@click.option("--seed", default=1, show_default=True, help="Which corpus.")
@click.option(
    "--json", "path", type=click.Path(path_type=Path), help="Write the figures to this file as well."
)
@click.option("--at-least", type=float, default=0.0, help="Exit with 1 where the ratio to Typst is under it.")
@click.option(
    "--cold-at-most", type=float, default=inf, help="Exit with 1 where a start takes more times Python alone."
)
def bench(
    short: bool,
    parts: Sequence[str],
    rivals: Sequence[str],
    profiles: Sequence[str],
    leaflets: int | None,
    seed: int,
    path: Path | None,
    at_least: float,
    cold_at_most: float,
) -> None:
    """Compare Leaflet with other engines on the same words: warm, started anew, and with two processes."""
    size = _SHORT if short else _FULL
    installed = [name for name in rivals if RIVALS[name].version]
    figures = _heading(rivals, seed)
    if "warm" in parts:
        with _one_core():
            compared = [
                compare(
                    profile,
                    leaflets=leaflets or size.warm,
                    seed=seed,
                    rivals=installed,
                    new_words=new_words,
                )
                for new_words in (False, True)
                for profile in profiles
            ]
        _show_warm(compared)
        figures["warm"] = [_warm_figures(each) for each in compared]
    if "cold" in parts:
        figures["cold"] = _show_cold(cold(size.cold, installed))
    if "first" in parts:
        figures["first"] = _show_first(first_builds(size.first, seed))
    if "two" in parts:
        figures["two"] = _show_two(shared(size.two, seed, installed))
    if path is not None:
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if at_least:
        _hold(figures.get("warm", []), at_least)
    if cold_at_most < inf:
        _hold_cold(figures.get("cold", {}), cold_at_most)


def _heading(rivals: Sequence[str], seed: int) -> dict[str, Any]:
    """Say who takes part, and who is not there."""
    versions = {"Leaflet": VERSION, "Python": platform.python_version()}
    for name in rivals:
        found, versions[name] = RIVALS[name].version, RIVALS[name].version or "not installed"
        missing = "" if found else ": it takes no part (python -m pip install -e '.[bench]')"
        click.echo(f"{name} {versions[name]}{missing}, {RIVALS[name].tags}")
    return {"versions": versions, "seed": seed}


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep to one core: Typst spreads a file over the cores, a build spreads files and has one for each."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _show_warm(compared: Sequence[Comparison]) -> None:
    click.echo("\nOne warm process on one core, CPU time; the ratio is how many Leaflet makes meanwhile")
    click.echo(f"{'profile':27} {'engine':10} {'ms':>8} {'a second':>9} {'pages':>6} {'kB':>6} {'ratio':>6}")
    for each in compared:
        named = f"{each.profile}, {each.points:g} pt{', new words' if each.new_words else ''}"
        for name, tally in each.tallies.items():
            click.echo(
                f"{named:27} {name:10} {tally.seconds * 1000:8.3f} "
                f"{1 / tally.seconds:9.1f} {tally.pages:6} {tally.bytes / 1000:6.1f} {each.ratio(name):6.2f}"
            )


def _warm_figures(each: Comparison) -> dict[str, Any]:
    return {
        "profile": each.profile,
        "points": each.points,
        "new_words": each.new_words,
        "leaflets": each.leaflets,
        "engines": {
            name: {
                "median_ms": round(tally.seconds * 1000, 3),
                "median_bytes": tally.bytes,
                "pages": tally.pages,
                "ratio": round(each.ratio(name), 3),
            }
            for name, tally in each.tallies.items()
        },
    }


def _show_cold(least: dict[str, Used]) -> dict[str, Any]:
    click.echo("\nA whole process that makes one leaflet")
    click.echo(f"{'process':16} {'CPU s':>7} {'ratio':>6} {'MB':>6}")
    ours = least[OURS].cpu
    for name, took in least.items():
        click.echo(f"{name:16} {took.cpu:7.3f} {took.cpu / ours:6.2f} {took.peak / 1e6:6.1f}")
    return {
        name: {"cpu_seconds": round(took.cpu, 4), "ratio": round(took.cpu / ours, 3), "peak": took.peak}
        for name, took in least.items()
    }


def _show_first(found: Sequence[FirstBuild]) -> list[dict[str, Any]]:
    click.echo("\nA first build of monographs that all differ, one process, CPU time")
    click.echo("Leaflet reads, checks, sets, proves and writes; Typst sets sources that are ready")
    click.echo(f"{'engine':16} {'profiles':>8} {'leaflets':>9} {'CPU s':>7} {'ms each':>8} {'peak MiB':>9}")
    for each in found:
        click.echo(
            f"{each.engine:16} {each.profiles:8} {each.monographs * each.profiles:9} {each.cpu:7.2f} "
            f"{each.each * 1000:8.2f} {each.peak / 2**20:9.0f}"
        )
    return [
        {
            "engine": each.engine,
            "profiles": each.profiles,
            "monographs": each.monographs,
            "cpu_seconds": round(each.cpu, 3),
            "peak_bytes": each.peak,
        }
        for each in found
    ]


def _show_two(found: dict[str, Shared]) -> dict[str, Any]:
    click.echo("\nWhole builds, with one process and with two; the gain is how many times the rate of one")
    click.echo(f"{'engine':16} {'leaflets':>9} {'a second':>9} {'with two':>9} {'gain':>6} {'peak MiB':>9}")
    for name, each in found.items():
        click.echo(
            f"{name:16} {each.leaflets:9} {each.leaflets / each.one:9.1f} {each.leaflets / each.two:9.1f} "
            f"{each.gain:6.2f} {each.peak / 2**20:9.0f}"
        )
    return {
        name: {
            "leaflets": each.leaflets,
            "one_seconds": round(each.one, 3),
            "two_seconds": round(each.two, 3),
            "gain": round(each.gain, 3),
            "peak_bytes": each.peak,
        }
        for name, each in found.items()
    }


def _hold(warm: Sequence[dict[str, Any]], at_least: float) -> None:
    """Exit with 1 where Leaflet makes fewer than so many leaflets while Typst makes one."""
    ratios = [each["engines"]["Typst"]["ratio"] for each in warm if "Typst" in each["engines"]]
    if not ratios:
        raise click.ClickException("there is no ratio to Typst to hold: it took no part in the warm part")
    if min(ratios) < at_least:
        raise click.ClickException(f"a ratio to Typst is {min(ratios):.2f}, under {at_least:g}")


def _hold_cold(cold: dict[str, dict[str, Any]], at_most: float) -> None:
    """Exit with 1 where a process that makes one leaflet takes more times Python alone."""
    if not cold:
        raise click.ClickException("there is no start to hold: the cold part was not asked for")
    times = cold[OURS]["cpu_seconds"] / cold[ALONE]["cpu_seconds"]
    click.echo(f"\nA start takes {times:.1f} times Python alone")
    if times > at_most:
        raise click.ClickException(f"a start takes {times:.1f} times Python alone, over {at_most:g}")


if __name__ == "__main__":
    bench()
