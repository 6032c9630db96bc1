"""`leaflet pack`: one file for a print run."""

from pathlib import Path

import click

from leaflet.cli.options import A_PATH, joined_file
from leaflet.cli.terminal import Trouble, count, say, say_aside
from leaflet.files import write_named
from leaflet.forms import FORMS

_HELP = """Join leaflets into one PDF for a print run.

LEAFLET is a PDF that 'leaflet build' made, or a folder of them, whose other forms are left out: what is
read on a screen, by ear or by touch has no place in a print run. Each starts on a fresh sheet of paper
printed on both sides; each has its bookmarks, and the file is tagged and archivable as its parts are.

No damaged or withdrawn leaflet goes into a print run: each file is as the manifest.json beside it lists it,
or it is made again from its monograph and comes out the same.

\b
Examples:
  leaflet pack dist -o run.pdf
  leaflet pack dist/baclofen-en-large-a4.pdf dist/other-en-large-a4.pdf -o run.pdf
"""

_SUFFIXES = {Path(f"x{form.ending}").suffix for form in FORMS.values()}


@click.command("pack", help=_HELP, short_help="Join leaflets into one PDF for a print run.")
@click.argument("leaflets", nargs=-1, required=True, type=A_PATH, metavar="LEAFLET ...")
@joined_file("Where the joined file goes.")
@click.option(
    "--monograph",
    "source",
    type=A_PATH,
    metavar="FILE|DIR",
    help="Where the monographs are of leaflets that no manifest lists.  [default: ./content]",
)
@click.option("--title", default="Leaflets", show_default=True, help="The title of the joined file.")
def command(leaflets: tuple[Path, ...], path: Path, source: Path | None, title: str) -> int:
    """Read, join and write."""
    from leaflet.cli.packable import refuse_unproved
    from leaflet.print_run import OtherPaperError, PackError, Part, pack

    for each in leaflets:
        if not each.exists():
            raise Trouble(
                f"there is no file {each}", "name PDF files that 'leaflet build' made, or a folder of them"
            )
    files = [file for each in leaflets for file in (_inside(each, path) if each.is_dir() else [each])]
    others = [file.name for file in files if file.suffix in _SUFFIXES]
    if others:
        hint = "build with '--format pdf' and name those files"
        raise Trouble(f"{others[0]} is no PDF, and a print run is made of PDFs alone", hint)
    if not files:
        raise Trouble("there is no leaflet to join", "name PDF files, or a folder of them")
    read = [(file, file.read_bytes()) for file in files]
    refuse_unproved(read, source)
    try:
        data = pack([Part(file.name, pdf) for file, pdf in read], title)
    except OtherPaperError as error:
        raise Trouble(str(error), "pack the leaflets of each paper by themselves") from error
    except PackError as error:
        raise Trouble(str(error), "name files that 'leaflet build' made") from error
    _prove(data, path)
    write_named(path, data)
    say(f"{count(len(files), 'leaflet')} in {path}")
    return 0


def _inside(folder: Path, output: Path) -> list[Path]:
    """Return the leaflets of a folder by name, without the print run that is about to be written there."""
    return sorted(path for path in folder.glob("*.pdf") if path.resolve() != output.resolve())


def _prove(data: bytes, path: Path) -> None:
    """Raise where the file would not be what its leaflets are."""
    from leaflet.proof.reading.validators import validate

    broken = [failure for standard in ("ua1", "2a") for failure in validate(data, standard)[1]]
    for rule, message in broken:
        say_aside(f"{path}: {rule}: {message}")
    if broken:
        raise Trouble(
            "the print run would be no PDF/UA-1 and PDF/A-2a, so it is not written",
            "see with 'leaflet verify' which of its leaflets is at fault",
        )
