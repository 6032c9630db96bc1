"""`leaflet accept`: a pharmacist signs for a sentence that the rules stop at."""

from pathlib import Path

import click

from leaflet.cli.days import today
from leaflet.cli.options import A_PATH, Whole, in_words
from leaflet.cli.signing import load_sound, quoted, write_back
from leaflet.cli.terminal import Trouble, say

_HELP = """Sign for what the rules stop at in line LINE of MONOGRAPH.

The signature is bound to the words: change one, and it lapses. What nobody may sign for, such as a panel that
denies emergency help or a dose that can be misread, stays refused.

\b
Example:
  leaflet accept content/testol.yaml 62 --by "A. Pharmacist" --why "The source says so for this danger."
"""


@click.command("accept", help=_HELP, short_help="Sign for a sentence that the rules stop at.")
@click.argument("path", type=A_PATH, metavar="MONOGRAPH")
@click.argument("line", type=Whole(min=1))
@click.option("--by", required=True, callback=in_words, metavar="NAME", help="Who signs.")
@click.option(
    "--why", required=True, callback=in_words, metavar="REASON", help="Why the words are right as they are."
)
@click.option("--code", metavar="CODE", help="Only for this code, where a line has several.")
def command(path: Path, line: int, by: str, why: str, code: str | None) -> int:
    """Find what stands in the line, and write a signature for each finding that one can lift."""
    from leaflet.approval import with_entry
    from leaflet.rules import refusals

    day = today()
    text, monograph = load_sound(path)
    here = [
        finding
        for finding in refusals(monograph, on=day)
        if finding.span is not None and finding.span.line <= line <= finding.span.end_line
    ]
    wanted = [finding for finding in here if code is None or finding.code == code.upper()]
    signable = {(each.code, each.words_sha256): each for each in wanted if each.signable and each.is_error}
    if not signable:
        if any(each.is_error for each in wanted):
            codes = ", ".join(sorted({each.code for each in wanted if each.is_error}))
            raise Trouble(f"{path}:{line}: nobody may sign for {codes}", "change the words")
        raise Trouble(f"{path}:{line}: no rule stops at this line", "see 'leaflet check' for the lines")
    for each_code, digest in signable:
        lines = [
            f"code: {each_code}",
            f"words_sha256: {digest}",
            f"by: {quoted(by)}",
            f"on: {day.isoformat()}",
        ]
        text = with_entry(text, "accepted", [*lines, f"why: {quoted(why)}"])
    result = write_back(path, text, None)
    if not result:
        say(f"{path}:{line}: {', '.join(each_code for each_code, _ in signable)} signed by {by}")
    return result
