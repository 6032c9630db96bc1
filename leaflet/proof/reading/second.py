"""What a second reader finds: pypdf, which shares no code with those that the proof otherwise asks."""

import io
import logging

import pypdf

from leaflet.proof.reading.painted import MOST_PAGES
from leaflet.proof.reading.parsers import parsed
from leaflet.values import Value


class SecondReading(Value):
    """The text of each of the pages that are read, as pypdf finds it; `trouble` says why there is none."""

    pages: tuple[str, ...] = ()
    trouble: str = ""


def _lenient(data: bytes) -> pypdf.PdfReader:
    """Return a file as pypdf reads it, strictly where that goes, so that it is read once for all rules."""
    try:
        return parsed(data)
    except Exception:  # noqa: BLE001 - a damaged file raises whatever its damage leads to
        return pypdf.PdfReader(io.BytesIO(data))


def read_again(data: bytes) -> SecondReading:
    """Read a file's text once more, leniently: what pypdf cannot read is told and never raised."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is judged by other rules
    try:
        reader = _lenient(data)
        return SecondReading(pages=tuple([page.extract_text() for page in reader.pages[:MOST_PAGES]]))
    except Exception as error:  # noqa: BLE001 - a damaged file raises whatever its damage leads to
        return SecondReading(trouble=f"{type(error).__name__}: {error}"[:200])
