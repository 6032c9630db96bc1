"""`leaflet approve`: a pharmacist stands behind the words of a monograph."""

import datetime
from pathlib import Path

import click

from leaflet.cli.days import today
from leaflet.cli.options import A_PATH, in_words
from leaflet.cli.signing import load_sound, quoted, write_back
from leaflet.cli.terminal import Trouble, say

_HELP = """Record that a pharmacist approved all words of MONOGRAPH.

The approval is bound to the words: whoever changes one must have it approved again. The leaflet prints the
day and the body of the register, never a name.

\b
Example:
  leaflet approve content/testol.yaml --by "A. Pharmacist" --register "GPhC 0000000" --due 2028-01-31
"""


@click.command("approve", help=_HELP, short_help="Record that a pharmacist approved the words.")
@click.argument("path", type=A_PATH, metavar="MONOGRAPH")
@click.option("--by", required=True, callback=in_words, metavar="NAME", help="Who approves the words.")
@click.option(
    "--register",
    required=True,
    callback=in_words,
    metavar="NUMBER",
    help="The register and number of who does.",
)
@click.option("--on", "typed_on", metavar="DATE", help="The day of approval.  [default: today]")
@click.option("--due", "typed_due", required=True, metavar="DATE", help="When they are looked at again.")
def command(path: Path, by: str, register: str, typed_on: str | None, typed_due: str) -> int:
    """Write the review block, and hold the file to the rules of a review."""
    from leaflet.approval import with_mapping, words_sha256

    on = _day(typed_on) if typed_on else today()
    due = _day(typed_due)
    text, monograph = load_sound(path)
    lines = [
        "status: approved",
        f"by: {quoted(by)}",
        f"register: {quoted(register)}",
        f"on: {on.isoformat()}",
        f"due: {due.isoformat()}",
        f"words_sha256: {words_sha256(monograph)}",
    ]
    code = write_back(path, with_mapping(text, "review", lines), on)
    if not code:
        say(f"{path}: approved by {by}, {register}, until {due.isoformat()}")
    return code


def _day(typed: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as error:
        raise Trouble(f"{typed!r} is no day", "write it as 2026-01-31") from error
