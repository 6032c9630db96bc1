"""What a proof is asked, and what comes of it: plain data, which need none of the readers.

Whoever hands files to the sandbox imports this, and no library that reads a stranger's file.
"""

from typing import NamedTuple

from leaflet.handout import Pharmacy
from leaflet.proof.forms.alike import Saying
from leaflet.proof.reading.painted_marks import Pixels
from leaflet.proof.results import Identity, Report
from leaflet.values import Value


class Depth(Value, kw_only=True):
    """How much is asked. What was just made need not be made again; photocopies and veraPDF take longer."""

    remake: bool = False
    rules: bool = True
    copies: bool = True
    verapdf: bool = True
    pictures: bool = False  # of the pages, for a report


FULL = Depth()


class Trusted(Value, kw_only=True):
    """What a counter knows of its own prints: the key that seals them, and its pharmacy's settings."""

    key: bytes = b""
    pharmacy: Pharmacy | None = None


NOBODY = Trusted()


class Variant(NamedTuple):
    """What has to be the same in every variant of a leaflet."""

    name: str
    monograph: str
    region: str
    sha256: str  # of the monograph
    version: str
    words: tuple[str, ...]


class Proved(Value, kw_only=True):
    """A file's report, and what to compare with other files of the leaflet; None where there is nothing."""

    report: Report
    variant: Variant | None = None  # beside other prints
    said: Saying | None = None  # beside other forms
    pictures: tuple[Pixels, ...] = ()  # of the first pages, where they were asked for


def unreadable(name: str, reason: str) -> Report:
    """Return the report on a file that no rule can judge."""
    return Report(name=name, identity=Identity(), results=(), unreadable=reason)
