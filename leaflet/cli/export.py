"""`leaflet export`: a monograph as a document of the field."""

from pathlib import Path

import click

from leaflet.cli.monographs import monograph_named
from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, pick, say, working_on

FORMATS = ("fhir-epi",)

_HELP = """Write MONOGRAPH as a FHIR R5 ePI document bundle.

The bundle is JSON, or XML where the name after -o ends in .xml or --xml says so. A draft goes out as
preliminary, approved words as final with who attests them. The same monograph gives the same bytes, and
`leaflet import` reads them back as the same monograph. What the program words itself is left out.

\b
Examples:
  leaflet export content/baclofen.yaml --format fhir-epi
  leaflet export content/baclofen.yaml --format fhir-epi -o baclofen-epi.xml
"""


@click.command("export", help=_HELP, short_help="Write a monograph as a document of the field.")
@click.argument("path", type=A_PATH, metavar="MONOGRAPH")
@click.option("--format", "form", required=True, metavar="FORMAT", help="The form: fhir-epi.")
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    metavar="FILE",
    help="Where it goes; ID-epi.json without it.",
)
@click.option("--xml", "is_xml", is_flag=True, help="Write XML, whatever the name ends in.")
def command(path: Path, form: str, output: Path | None, is_xml: bool) -> int:
    """Read, export and write; return the exit code."""
    from leaflet.exporting import ExportError, bundle_of, to_json, to_xml
    from leaflet.files import write_whole

    pick("format", [form], FORMATS)
    monograph = monograph_named(path)
    if monograph is None:
        return 1
    with working_on(str(path)):
        try:
            bundle = bundle_of(monograph, lambda name: _picture(path.parent / name))
        except ExportError as error:
            raise Trouble(
                f"{path}: {error}", "put the picture there, or take it out of the monograph"
            ) from None
    as_xml = is_xml or (output is not None and output.suffix.lower() == ".xml")
    target = output or Path(f"{monograph.id}-epi.{'xml' if as_xml else 'json'}")
    with working_on(str(target)):
        write_whole(target, to_xml(bundle) if as_xml else to_json(bundle))
    say(str(target))
    return 0


def _picture(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
