"""`leaflet schema`: the JSON Schema of a monograph."""

import click

from leaflet.cli.terminal import say

_HELP = """Print the JSON Schema of a monograph, by which editors complete and check it.

It is generated from the model that reads monographs.

\b
Example:
  leaflet schema > monograph.schema.json
"""


@click.command("schema", help=_HELP, short_help="Print the JSON Schema.")
def command() -> int:
    """Print the schema."""
    from leaflet.schema import schema_text

    say(schema_text().rstrip("\n"))
    return 0
