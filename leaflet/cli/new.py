"""`leaflet new`: a commented monograph to start from."""

import os
from pathlib import Path

import click

from leaflet.cli.days import today
from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, say, working_on

_HELP = """Write a commented monograph for the medicine NAME, to fill in.

It goes to content/ID.yaml, or to ID.yaml where there is no folder content; the ID is made from the
name. A file that is already there is never overwritten. Every text to replace begins with REPLACE.

\b
Examples:
  leaflet new Paracetamol
  leaflet new "Folic acid" -o drafts/folic-acid.yaml
"""


@click.command("new", help=_HELP, short_help="Write a monograph to start from.")
@click.argument("name")
@click.option("-o", "--output", "path", type=A_PATH, metavar="FILE", help="Where it is written.")
def command(name: str, path: Path | None) -> int:
    """Write the template where nothing is yet."""
    from leaflet.files import write_whole
    from leaflet.template import identifier, new_monograph

    folder = Path("content") if Path("content").is_dir() else Path()
    path = path or folder / f"{identifier(name)}.yaml"
    try:
        text = new_monograph(name, schema=_schema_from(path), day=today())
    except ValueError as error:
        raise Trouble(str(error), "give the name as the patient reads it") from error
    if path.exists():
        raise Trouble(f"{path} is already there", "name another file with -o")
    with working_on(str(path)):
        write_whole(path, text.encode())
    say(str(path))
    return 0


def _schema_from(path: Path) -> str:
    """Return where the JSON Schema is, as an editor at `path` sees it."""
    from leaflet.places import content_folder, schema_file

    target, checkout = path.resolve(), content_folder().parent
    if target.is_relative_to(checkout) and schema_file().is_relative_to(checkout):
        return Path(os.path.relpath(schema_file(), target.parent)).as_posix()
    return schema_file().as_uri()
