"""Whether leaflets may go into a print run: as their manifest lists them, or made again and the same."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from leaflet.cli.monographs import monographs_to_prove_by
from leaflet.cli.terminal import Trouble

_REBUILD = "build it again with 'leaflet build', and see 'leaflet verify'"


def refuse_unproved(files: Sequence[tuple[Path, bytes]], source: Path | None) -> None:
    """Raise `Trouble` for a file that is not as the manifest beside it lists it, and not proved otherwise."""
    lists = {folder: _listed(folder) for folder in {file.parent for file, _ in files}}
    unlisted = []
    for file, data in files:
        known = lists[file.parent].get(file.name)
        if known is None:
            unlisted.append(file)
        elif known != hashlib.sha256(data).hexdigest():
            raise Trouble(f"{file} was changed after it was made: manifest.json lists other bytes", _REBUILD)
    if unlisted:
        _prove(unlisted, source)


def _listed(folder: Path) -> Mapping[str, str]:
    """Return the digests of a folder's leaflets; none where it has no manifest that can be read."""
    from leaflet.batch.manifest import ManifestError, read_manifest

    try:
        return {entry.file: entry.sha256 for entry in read_manifest(folder)}
    except (OSError, ManifestError):
        return {}


def _prove(files: Sequence[Path], source: Path | None) -> None:
    """Make the files again, as `leaflet verify` does; refuse the first that does not come out the same."""
    from leaflet.proof.answers import Depth
    from leaflet.proof.sandbox import Orders, prove_all

    depth = Depth(remake=True, rules=False, copies=False, verapdf=False)
    monographs = tuple(str(path) for path in monographs_to_prove_by(source))
    for found in prove_all(files, Orders(monographs=monographs, depth=depth), os.cpu_count() or 1):
        report = found.report
        if report.verdict != "pass":
            why = report.unreadable or "made again from its monograph, it is another file"
            hint = _REBUILD
            if report.verdict == "not proved":
                why = "no manifest beside it lists it, and no monograph at hand makes it: is it withdrawn?"
                hint = "name its monograph with --monograph, or leave it out"
            raise Trouble(f"{report.name} is not proved: {why}", hint)
