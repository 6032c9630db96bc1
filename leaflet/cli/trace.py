"""`leaflet trace`: where each printed sentence comes from."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.monographs import monograph_named
from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, pick, say, working_on
from leaflet.regions import REGIONS

if TYPE_CHECKING:
    from leaflet.provenance import Traced

_HELP = f"""Print each sentence of the leaflet on MONOGRAPH with its source and its place in the file.

Words that are the program's own (labels, the region's numbers, the panel of gaps) are marked so.

\b
Regions:  {", ".join(REGIONS)}

\b
Examples:
  leaflet trace content/baclofen.yaml
  leaflet trace content/baclofen.yaml --region uk
  leaflet trace content/testol.yaml --against testol-epi.xml
"""
_VOICES = {
    "leaflet": "the program's own words",
    "region": "the region's words",
    "pharmacy": "the pharmacy's words",
    "pharmacist": "the pharmacist's words",
}


@click.command("trace", help=_HELP, short_help="Show where each sentence comes from.")
@click.argument("path", type=A_PATH, metavar="MONOGRAPH")
@click.option("--region", metavar="NAME", help="Whose emergency numbers to print; without it, none.")
@click.option(
    "--against",
    type=A_PATH,
    metavar="FILE",
    help="The document that MONOGRAPH was imported from: says which sentences are adapted.",
)
def command(path: Path, region: str | None, against: Path | None) -> int:
    """Compose and print; return the exit code."""
    from leaflet.compose import compose
    from leaflet.languages import language_of
    from leaflet.provenance import trace

    name = pick("region", [region], REGIONS)[0] if region is not None else None
    monograph = monograph_named(path)
    if monograph is None:
        return 1
    with working_on(str(path)):
        language = language_of(monograph.language)
        if language is None:
            raise Trouble(f"the program has no words of its own in language {monograph.language!r}")
        document = compose(monograph, language, REGIONS[name] if name else None)
        is_kept = _keeper(against)
        for traced in trace(document, monograph):
            said = "" if is_kept is None else ", word for word" if is_kept(traced.words) else ", adapted"
            say(_line(traced, said))
    return 0


def _keeper(against: Path | None) -> Callable[[str], bool] | None:
    """Return what tells a sentence of the document imported from an adapted one; None without a document."""
    if against is None:
        return None
    from leaflet.cli.import_ import import_file
    from leaflet.importing.draft_check import keeper
    from leaflet.importing.importer import Wish

    return keeper(import_file(against, Wish()))


def _line(traced: "Traced", kept: str = "") -> str:
    if traced.voice != "monograph":
        return f"{traced.words}\n    {_VOICES[traced.voice]}"
    place = f"{traced.span}: " if traced.span else ""
    source = traced.source or "the monograph itself"
    return f"{traced.words}\n    {place}{traced.path}, from {source}{kept}"
