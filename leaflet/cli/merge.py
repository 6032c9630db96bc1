"""`leaflet merge-manifests`: join the manifests of a build that was made in parts."""

from pathlib import Path

import click

from leaflet.cli.options import A_PATH, joined_file
from leaflet.cli.terminal import Trouble, count, say
from leaflet.files import write_named

_HELP = """Join manifests into one.

PART is a manifest, or the folder of one, such as each 'leaflet build --shard' leaves. The result is what
one build of the whole would have written; where two parts list different leaflets under one name, there
is none.

\b
Example:
  leaflet merge-manifests shard-1 shard-2 -o dist/manifest.json
"""


@click.command("merge-manifests", help=_HELP, short_help="Join the manifests of a build in parts.")
@click.argument("parts", nargs=-1, required=True, type=A_PATH, metavar="PART ...")
@joined_file("Where the joined manifest goes.")
def command(parts: tuple[Path, ...], path: Path) -> int:
    """Read, join and write."""
    from leaflet.batch.manifest import ManifestError, manifest_bytes, merged, read_manifest

    for part in parts:
        if not part.exists():
            raise Trouble(f"there is no folder and no manifest {part}", "name what 'leaflet build' made")
    try:
        entries = merged([(part, read_manifest(part)) for part in parts])
    except ManifestError as error:
        raise Trouble(str(error)) from error
    write_named(path, manifest_bytes(entries))
    say(f"{count(len(entries), 'leaflet')} in {path}")
    return 0
