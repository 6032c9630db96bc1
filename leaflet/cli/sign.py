"""`leaflet sign`: one detached signature for a whole build."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, say

if TYPE_CHECKING:
    from leaflet.batch.entries import Entry

_HELP = """Sign a build: write a detached signature of its manifest.

FOLDER is what 'leaflet build' wrote, or a manifest.json. The signature goes beside the manifest, as
manifest.json.sig: 64 bytes, Ed25519, which OpenSSL checks as well. The key is the organisation's; no
person is named. Keep the secret key where nobody else can read it, and give the public key to who shall
check with 'leaflet verify --signature'.

\b
Examples:
  leaflet sign --new-key clinic.pem          writes clinic.pem, secret, and clinic.public.pem
  leaflet sign dist --key clinic.pem
  leaflet verify dist --signature clinic.public.pem
"""
_SECRET = 0o600


@click.command("sign", help=_HELP, short_help="Sign a build by its manifest.")
@click.argument("folder", required=False, type=A_PATH, metavar="[FOLDER]")
@click.option("--key", type=A_PATH, metavar="FILE", help="The secret key, a PEM file.")
@click.option("--new-key", "fresh", type=A_PATH, metavar="FILE", help="Make a pair of keys.")
def command(folder: Path | None, key: Path | None, fresh: Path | None) -> int:
    """Make keys, or sign."""
    try:
        import cryptography  # noqa: F401 - only to say what is missing, before anything is asked
    except ImportError as error:
        raise Trouble(
            "signing needs the package cryptography", "pip install -e '.[sign]' in Leaflet's folder"
        ) from error
    if fresh is not None and folder is None and key is None:
        return _make_keys(fresh)
    if folder is None or key is None or fresh is not None:
        raise Trouble("name a folder and a --key, or make a pair with --new-key alone", "leaflet sign --help")
    return _sign(folder, key)


def _make_keys(path: Path) -> int:
    from leaflet.files import write_whole
    from leaflet.signature import new_key

    public = path.with_name(f"{path.stem}.public{path.suffix}")
    for each in (path, public):
        if each.exists():
            raise Trouble(f"{each} is there already", "no key is written over: name another file")
    secret, shared = new_key()
    write_whole(path, secret, mode=_SECRET)
    write_whole(public, shared)
    say(f"{path}: the secret key; {public}: the key to give away")
    return 0


def _see_to_files(folder: Path, entries: "Sequence[Entry]") -> None:
    """Refuse to sign for files that are not what the manifest lists, and say what it does not list."""
    from leaflet.batch.plan import is_leaflet
    from leaflet.batch.record import standing
    from leaflet.cli.terminal import say_aside

    whole, listed = standing(folder, entries), {entry.file for entry in entries}
    changed = sorted(name for name in listed - whole if (folder / name).exists())
    if changed:
        raise Trouble(
            f"{', '.join(changed)} in {folder}: not the bytes that the manifest lists, so nothing is signed",
            "build again with 'leaflet build', which makes anew what was changed",
        )
    others = sorted(
        each.name for each in folder.iterdir() if is_leaflet(each.name) and each.name not in listed
    )
    if others:
        say_aside(f"note: not signed, for the manifest does not list it: {', '.join(others)}")


def _sign(folder: Path, key: Path) -> int:
    from leaflet.batch.manifest import MANIFEST, ManifestError, read_manifest
    from leaflet.cli.terminal import count
    from leaflet.files import write_whole
    from leaflet.signature import ENDING, KeyFileError, sign

    manifest = folder / MANIFEST if folder.is_dir() else folder
    try:
        entries, data = read_manifest(manifest), manifest.read_bytes()
        signature = sign(data, key.read_bytes())
    except ManifestError as error:
        raise Trouble(str(error), "name a folder that 'leaflet build' wrote") from error
    except KeyFileError as error:
        raise Trouble(f"the key {key}: {error}", "make one with 'leaflet sign --new-key'") from error
    except OSError as error:
        raise Trouble(f"{error.filename or folder}: {error.strerror}", "name a folder, and a key") from error
    _see_to_files(manifest.parent, entries)
    target = manifest.with_name(manifest.name + ENDING)
    write_whole(target, signature)
    say(f"{count(len(entries), 'file')} signed by {target}")
    return 0
