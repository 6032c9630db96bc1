"""What is known of a finished leaflet: its entry in the manifest, and the key of what it was made from."""

import hashlib
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING
from unicodedata import unidata_version

from msgspec import json

from leaflet.batch.plan import Job
from leaflet.places import own_files
from leaflet.precompiled import LIBRARIES, lent, table
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.model import Monograph

PROOF = "text, owners, sizes, furniture, warnings and places hold (V001 to V008)"


class Entry(Value, kw_only=True, forbid_unknown_fields=True):
    """A finished leaflet as `manifest.json` lists it; nothing in it depends on the machine or the day."""

    file: str  # its name in the folder
    sha256: str  # hex, of the file's bytes
    size: int  # bytes
    form: str = "pdf"
    product: str = "leaflet"
    pages: int  # 0 of a form that has none
    sheets: int  # of paper, printed on both sides
    fill: tuple[float, ...] = ()  # of each page, from 0 to 1: how far down its words go
    lines_too_many: int = 0  # the few lines at its end that cost a sheet
    profile: str  # "" of what is no print
    paper: str
    standard: str = "ua1"  # of the print
    region: str  # "" for none
    colour: bool
    language: str  # BCP 47
    monograph: str  # its id
    monograph_sha256: str  # hex, of the monograph's bytes
    version: str  # of the monograph's words
    status: str  # of its review
    verify: str  # what was proved before the file was written


def entry_of(
    job: Job,
    monograph: "Monograph",
    data: bytes,
    verify: str,
    *,
    pages: int = 0,
    sheets: int = 0,
    fill: tuple[float, ...] = (),
    lines_too_many: int = 0,
) -> Entry:
    """Return the entry of a leaflet that was just made; `verify` says what was proved of it."""
    return Entry(
        file=job.output.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        form=job.form,
        product=job.product,
        pages=pages,
        sheets=sheets,
        fill=fill,
        lines_too_many=lines_too_many,
        profile=job.profile,
        paper=job.paper,
        standard=job.standard,
        region=job.region or "",
        colour=job.colour,
        language=monograph.language,
        monograph=monograph.id,
        monograph_sha256=monograph.sha256,
        version=str(monograph.version),
        status=monograph.review.status,
        verify=verify,
    )


def key_of(job: Job) -> str:
    """Return a digest of all that decides a leaflet's bytes: words, settings, program and typefaces."""
    settings = (
        job.source.sha256,
        job.form,
        job.product,
        job.profile,
        job.paper,
        job.standard,
        job.region,
        job.colour,
        job.verify,
        program_digest(),
        _outside_maker(job.form),
    )
    return hashlib.sha256(json.encode(settings)).hexdigest()


def _outside_maker(form: str) -> str:
    """Return what decides a file's bytes and is no part of the program or its packages; "" for nothing."""
    if not form.startswith("braille"):
        return ""
    from leaflet.braille import made_by  # asks another process, which only Braille needs

    return made_by()


@cache
def program_digest() -> str:
    """Return a digest of Leaflet's own code, its typefaces, and the versions of what makes the bytes.

    It does not depend on where they are installed.
    """
    parts = "\n".join([*table("makers", _makers), table("digest of the files", _digest_of_files)])
    return hashlib.sha256(parts.encode()).hexdigest()


def _digest_of_files() -> str:
    digest = hashlib.sha256()
    for name, entry in own_files():
        with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - a path to each takes as long again
            digest.update(f"{name} {hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _makers() -> list[str]:
    """Return what else could give the same monograph other bytes, or find it sound where it is not.

    Each package tells its own version: to ask for that of a distribution takes as long as a leaflet.
    """
    with lent():
        versions = [f"{name} {getattr(import_module(name), each)}" for name, each in LIBRARIES.items()]
    return [*versions, f"Unicode {unidata_version}"]
