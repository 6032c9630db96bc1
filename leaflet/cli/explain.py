"""`leaflet explain`: what a code means."""

import difflib
from collections.abc import Iterator, Mapping

import click

from leaflet.cli.terminal import Trouble, say
from leaflet.explanations import Explanation, to_text

_HELP = """Say of each CODE what it means, why it matters, with a bad and a good example and the source.

Without a code, all codes are listed.

\b
Examples:
  leaflet explain S101
  leaflet explain
"""
_READING = "the format of monographs: leaflet schema, and README"


@click.command("explain", help=_HELP, short_help="Say what a code means.")
@click.argument("codes", nargs=-1, metavar="[CODE ...]")
def command(codes: tuple[str, ...]) -> int:
    """Print the explanations asked for, or the list of all."""
    known = explanations()
    for code in codes:
        if code.upper() not in known:
            near = difflib.get_close_matches(code.upper(), known, 1)
            hint = f"did you mean {near[0]}?" if near else "see 'leaflet explain' for all codes"
            raise Trouble(f"there is no code {code!r}", hint)
    if codes:
        say("\n\n".join(to_text(known[code.upper()]) for code in codes))
    else:
        say("\n".join(f"{code}  {known[code].title}" for code in sorted(known)))
    return 0


def explanations() -> Mapping[str, Explanation]:
    """Return what every room of the program has to say about its codes."""
    return dict(_gathered())


def _gathered() -> Iterator[tuple[str, Explanation]]:
    """Gather the registries. A room with codes of its own adds its registry here."""
    from leaflet import rules
    from leaflet.batch import codes as batch_codes
    from leaflet.braille import codes as braille_codes
    from leaflet.layout import codes as layout_codes
    from leaflet.proof.catalogue import explanations as proof_explanations
    from leaflet.read import CODES

    for room in (rules, layout_codes, braille_codes, batch_codes):
        yield from room.EXPLANATIONS.items()
    yield from proof_explanations().items()
    for code, told in CODES.items():
        reason = f"{told.reason} {told.mend}"
        yield (
            code,
            Explanation(
                code=code,
                title=told.title,
                reason=reason,
                bad=told.bad,
                good=told.good,
                source=_READING,
            ),
        )
