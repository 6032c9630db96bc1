"""Defects planted from a list of threats, not from the rules: what somebody could do to a finished leaflet.

Each is one function that edits a good file; `THREATS` has them all by name. Some rule, or the remake, has
to notice each of them: which one is not said here.
"""

from tests.proof.planted import (
    around,
    heard,
    letters,
    links,
    marks,
    outlines,
    pictures,
    sentences,
    strokes,
    tables,
    told,
    wrapped,
)
from tests.proof.planted.register import THREATS, Threat

__all__ = [
    "THREATS", "Threat", "around", "heard", "letters", "links", "marks", "outlines", "pictures", "sentences",
    "strokes", "tables", "told", "wrapped",
]  # fmt: skip
