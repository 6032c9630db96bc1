"""`leaflet regions`: the table of regions, with the source of their numbers."""

import click

from leaflet.cli.terminal import pick, say
from leaflet.languages import LANGUAGES
from leaflet.regions import REGIONS, Region

_HELP = """Show the regions: whom a leaflet says to call in an emergency and for advice.

Without --region a leaflet says "emergency services" and gives no number.

\b
Examples:
  leaflet regions
  leaflet regions uk ie
"""


@click.command("regions", help=_HELP, short_help="Show the regions.")
@click.argument("names", nargs=-1, metavar="[NAME ...]")
def command(names: tuple[str, ...]) -> int:
    """Print the regions named, or all."""
    chosen = pick("region", names, REGIONS) or tuple(REGIONS)
    say("\n\n".join(_described(REGIONS[name]) for name in chosen))
    return 0


def _described(region: Region) -> str:
    english = LANGUAGES["en"]
    lines = [
        f"{region.name}: {english.region_name(region.name)}",
        f"  emergency  {' or '.join(region.emergency)}",
    ]
    if region.advice:
        lines.append(f"  advice     {region.advice} ({english.region_advice(region.name)})")
    return "\n".join((*lines, f"  source     {region.source}"))
