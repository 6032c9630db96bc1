"""Read a file into an `Original`: one module a format, each pure, from bytes to a tree.

A reader hands back, beside its tree, the words that it finds in the file by a way of its own. The ledger
holds one against the other, so what a reader loses is noticed.
"""

import hashlib
from collections import Counter
from collections.abc import Callable

from leaflet.importing.original import Document, Original
from leaflet.importing.refusal import RefusedError
from leaflet.values import Value, altered

LARGEST = 16_000_000
"""Bytes of the largest file that is read. The largest of the field's own documents have 2 MB."""

Lookup = Callable[[str], bytes]
"""Returns the bytes of a picture that lies beside the file, by its name; b"" where there is none."""


class Reading(Value):
    """A file that was read, and a count of the words of each of its documents straight from the bytes."""

    original: Original
    counts: tuple[Counter[str], ...]


def read_original(data: bytes, name: str, lookup: Lookup = lambda _: b"") -> Reading:
    """Return what a file holds; `name` tells HTML from XML. Raise `RefusedError` where it cannot be read."""
    if len(data) > LARGEST:
        raise RefusedError(
            f"the file has more than {LARGEST // 1_000_000} MB", "leave large attachments out of the export"
        )
    if not data.strip():
        raise RefusedError("the file is empty", "export the document again")
    try:
        reading = _reader(data, name)(data, lookup)
    except RecursionError:
        raise RefusedError("the file is nested too deep", "export it again in a plainer form") from None
    original = altered(reading.original, sha256=hashlib.sha256(data).hexdigest())
    if not any(document.sections for document in original.documents):
        raise RefusedError("no document with sections was found in the file", _FORMATS)
    return Reading(original, reading.counts)


_FORMATS = (
    "give a FHIR ePI bundle (XML or JSON), an SPL label (XML), openFDA or NHS JSON, PharmaLedger XML, HTML"
    " or docx"
)


def _reader(data: bytes, name: str) -> Callable[[bytes, Lookup], Reading]:
    from leaflet.importing.readers import docx, html, json_files, xml_files

    start = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK\x03\x04"):
        return docx.read
    if start[:1] in (b"{", b"["):
        return json_files.read
    is_page = name.lower().endswith((".html", ".htm", ".xhtml"))
    if is_page or b"<html" in start.lower() or start.lower().startswith(b"<!doctype html"):
        return html.read
    if start.startswith(b"<") or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return xml_files.read
    raise RefusedError("this is no format that can be imported", _FORMATS)


__all__ = ["LARGEST", "Document", "Lookup", "Reading", "read_original"]
