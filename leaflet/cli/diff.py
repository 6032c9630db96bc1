"""`leaflet diff`: what a reviewer reads before signing."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, count, say, say_aside
from leaflet.files import write_named

if TYPE_CHECKING:
    from leaflet.batch.changes import Change, Changes

_HELP = """Show what changed between two builds.

OLD and NEW are folders of leaflets, or their manifests. Each leaflet that is new or gone is named; of
each that changed, the sentences that went and came are shown, read from the finished files; variants that
changed alike are shown once. The exit
code is 0 where nothing changed and 1 where something did.

\b
Examples:
  leaflet diff released dist
  leaflet diff released dist --html review.html
"""


@click.command("diff", help=_HELP, short_help="Show what changed between two builds.")
@click.argument("old", type=A_PATH)
@click.argument("new", type=A_PATH)
@click.option(
    "--html",
    "page",
    type=A_PATH,
    metavar="FILE",
    help="Write a page with the changed pages side by side as well.",
)
def command(old: Path, new: Path, page: Path | None) -> int:
    """Compare, tell, and write the page."""
    from leaflet.batch.changes import changes
    from leaflet.batch.changes_page import changes_page
    from leaflet.batch.manifest import ManifestError

    for side in (old, new):
        if not side.exists():
            raise Trouble(f"there is no folder and no manifest {side}", "name what 'leaflet build' made")
    try:
        found = changes(old, new)
    except ManifestError as error:
        raise Trouble(str(error)) from error
    _tell(found)
    if not found.compared:
        say_aside(f"note: there is no leaflet in {old}, and none in {new}")
    if page is not None:
        write_named(page, changes_page(found, old, new).encode())
    return 0 if found.is_empty else 1


def _tell(found: "Changes") -> None:
    from leaflet.batch.changes import alike

    for name in found.added:
        say(f"added    {name}")
    for name in found.removed:
        say(f"removed  {name}")
    for group in alike(found.changed):
        for change in group:
            say(f"changed  {change.file}")
        _tell_change(group[0])
    parts = (count(len(found.added), "leaflet"), len(found.removed), len(found.changed))
    say("{} added, {} removed, {} changed".format(*parts))


def _tell_change(change: "Change") -> None:
    """Say what leaflets that changed alike now say."""
    for fact in change.facts:
        say(f"    {fact.name}: {fact.old or 'none'} → {fact.new or 'none'}")
    if change.unread:
        say(f"    the words could not be compared: {change.unread}")
    elif not change.edits:
        say("    the words are the same")
    for edit in change.edits:
        for sentence in edit.old:
            say(f"  - {sentence}")
        for sentence in edit.new:
            say(f"  + {sentence}")
