"""Find the signed manifests of the files that `leaflet verify` is asked about."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.cli.terminal import Trouble

if TYPE_CHECKING:
    from leaflet.proof.answers import Proved
    from leaflet.proof.signed import Listed


def with_signatures(proved: Sequence["Proved"], files: Sequence[Path], key: Path) -> "list[Proved]":
    """Return what was found, and of each file whether the manifest beside it, signed by a key, lists it."""
    from leaflet.proof.intake import IntakeError, read_bounded
    from leaflet.proof.signed import signed_result
    from leaflet.values import altered

    try:
        public = read_bounded(key)
    except IntakeError as error:
        raise Trouble(f"the key {key}: {error}", "name the public key, a PEM file") from error
    lists: dict[Path, Listed] = {}
    told = []
    for found, path in zip(proved, files, strict=True):
        if found.report.unreadable:
            told.append(found)
            continue
        if path.parent not in lists:
            lists[path.parent] = _listed(path.parent, public, key)
        digest = hashlib.sha256(read_bounded(path)).hexdigest()
        result = signed_result(path.name, digest, lists[path.parent])
        told.append(altered(found, report=altered(found.report, results=(*found.report.results, result))))
    return told


def _listed(folder: Path, public: bytes, key: Path) -> "Listed":
    """Return what the manifest of a folder lists, if it is signed."""
    from leaflet.batch.manifest import MANIFEST, ManifestError, read_manifest
    from leaflet.proof.signed import Listed
    from leaflet.signature import ENDING, KeyFileError, is_signed

    manifest = folder / MANIFEST
    signature = manifest.with_name(manifest.name + ENDING)
    try:
        data, signed = manifest.read_bytes(), signature.read_bytes()
        if not is_signed(data, signed, public):
            return Listed(trouble=f"{signature} is no signature of {manifest} by this key")
        return Listed(digests={entry.file: entry.sha256 for entry in read_manifest(manifest)})
    except KeyFileError as error:
        raise Trouble(f"the key {key}: {error}", "name the public key that 'leaflet sign' made") from error
    except ImportError as error:
        raise Trouble(
            "this needs the package cryptography", "pip install -e '.[sign]' in Leaflet's folder"
        ) from error
    except ManifestError as error:
        return Listed(trouble=str(error))
    except OSError as error:
        return Listed(trouble=f"{error.filename} cannot be read: {error.strerror}")
