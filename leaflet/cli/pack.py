"""`leaflet pack`: one file for a print run."""

from pathlib import Path

import click

from leaflet.cli.terminal import Trouble, count, say
from leaflet.files import write_whole

_HELP = """Join leaflets into one PDF for a print run.

LEAFLET is a PDF that 'leaflet build' made, or a folder of them. Each starts on a fresh sheet of paper
printed on both sides; each has its bookmarks, and the file is tagged and archivable as its parts are.

\b
Examples:
  leaflet pack dist -o run.pdf
  leaflet pack dist/baclofen-en-large-a4.pdf dist/other-en-large-a4.pdf -o run.pdf
"""


@click.command("pack", help=_HELP, short_help="Join leaflets into one PDF for a print run.")
@click.argument("leaflets", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="LEAFLET ...")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Where the joined file goes.",
)
@click.option("--title", default="Leaflets", show_default=True, help="The title of the joined file.")
def command(leaflets: tuple[Path, ...], path: Path, title: str) -> int:
    """Read, join and write."""
    from leaflet.batch.pack import PackError, Part, pack

    files = [file for each in leaflets for file in (sorted(each.glob("*.pdf")) if each.is_dir() else [each])]
    if not files:
        raise Trouble("there is no leaflet to join", "name PDF files, or a folder of them")
    try:
        data = pack([Part(file.name, file.read_bytes()) for file in files], title)
    except PackError as error:
        raise Trouble(str(error), "name files that 'leaflet build' made") from error
    write_whole(path, data)
    say(f"{count(len(files), 'leaflet')} in {path}")
    return 0
