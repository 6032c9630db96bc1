"""Entries of leaflets whose bytes are their own name."""

import hashlib
from typing import Any

from leaflet.batch.entries import Entry


def an_entry(name: str, **changed: Any) -> Entry:
    """Return an entry for the file `name`, which holds its name."""
    values: dict[str, Any] = {
        "file": name,
        "sha256": hashlib.sha256(name.encode()).hexdigest(),
        "size": len(name),
        "pages": 2,
        "sheets": 1,
        "profile": "standard",
        "paper": "a4",
        "region": "",
        "colour": False,
        "language": "en",
        "monograph": "testol",
        "monograph_sha256": "00",
        "version": "1.0",
        "status": "draft",
        "verify": "proved",
        **changed,
    }
    return Entry(**values)
