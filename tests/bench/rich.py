"""How much longer a leaflet with tables and pictures takes than baclofen's: `python -m tests.bench.rich`.

Three tables and two pictures, out of two of the test medicines, in one leaflet. Both are made turn by turn in
a warm process, so that nothing composed is kept from one to the next, and the medians are compared.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import click

import leaflet
from leaflet import model
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.profiles import PROFILES
from leaflet.values import altered

MEDICINES = Path(__file__).parents[1] / "medicines"
TABLES, PICTURES = 3, 2
MOST = 4.0  # × the time of baclofen's


@click.command()
@click.option("--leaflets", default=100, show_default=True, help="Of each, after a warm-up of ten.")
@click.option("--profile", "profiles", multiple=True, default=tuple(PROFILES), show_default=True)
def bench(leaflets: int, profiles: tuple[str, ...]) -> None:
    """Print the time of both at each profile, and how many times as long the rich one takes."""
    plain, rich = leaflet.load(content_folder() / "baclofen.yaml"), rich_monograph()
    worst = 0.0
    for profile in profiles:
        times: dict[str, list[float]] = {plain.id: [], rich.id: []}
        for _ in range(leaflets + 10):
            for each in (plain, rich):
                start = perf_counter()
                leaflet.make(each, profile=profile)
                times[each.id].append(perf_counter() - start)
        mine, other = (statistics.median(times[each.id][10:]) * 1000 for each in (plain, rich))
        worst = max(worst, other / mine)
        told = f"baclofen {mine:.2f} ms, with tables and pictures {other:.2f} ms, {other / mine:.2f} x"
        click.echo(f"{profile}: {told}")
    if worst > MOST:
        raise click.ClickException(f"more than {MOST:g} times as long")


def rich_monograph() -> Monograph:
    """Return a monograph with three tables and two pictures."""
    pictured, tabled = (leaflet.load(MEDICINES / f"{name}.yaml") for name in ("inhalox", "clotaban"))
    tables = [block for block in blocks_of(tabled) if isinstance(block, model.Table)][:TABLES]
    *others, last = pictured.sections
    return altered(pictured, sections=(*others, altered(last, blocks=(*last.blocks, *tables))))


def blocks_of(monograph: Monograph) -> Iterator[model.Block]:
    """Yield the blocks of all sections, in order."""
    return (block for section in monograph.sections for block in section.blocks)


if __name__ == "__main__":
    bench()
