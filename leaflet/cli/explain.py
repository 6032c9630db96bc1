"""`leaflet explain`: what a code means."""

import difflib

import click

from leaflet.cli.terminal import Trouble, say
from leaflet.explanations import to_text

_HELP = """Say of each CODE what it means, why it matters, with a bad and a good example and the source.

Without a code, all codes are listed.

\b
Examples:
  leaflet explain S101
  leaflet explain
"""


@click.command("explain", help=_HELP, short_help="Say what a code means.")
@click.argument("codes", nargs=-1, metavar="[CODE ...]")
def command(codes: tuple[str, ...]) -> int:
    """Print the explanations asked for, or the list of all."""
    from leaflet.rulebook import explanations  # loads every room that has codes

    known = explanations()
    for code in codes:
        if code.upper() not in known:
            near = difflib.get_close_matches(code.upper(), known, 1)
            hint = f"did you mean {near[0]}?" if near else "see 'leaflet explain' for all codes"
            raise Trouble(f"there is no code {code!r}", hint)
    if codes:
        say("\n\n".join(to_text(known[code.upper()]) for code in codes))
    else:
        say("\n".join(f"{code}  {known[code].title}" for code in known))
    return 0
