"""What a second reader finds: pypdf, which shares no code with those that the proof otherwise asks."""

import io
import logging

from leaflet.proof.reading.painted import MOST_PAGES
from leaflet.values import Value


class SecondReading(Value):
    """The text of each of the pages that are read, as pypdf finds it; `trouble` says why there is none."""

    pages: tuple[str, ...] = ()
    trouble: str = ""


def read_again(data: bytes) -> SecondReading:
    """Read a file's text once more, leniently: what pypdf cannot read is told and never raised."""
    import pypdf  # only a proof needs it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is judged by other rules
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        return SecondReading(pages=tuple([page.extract_text() for page in reader.pages[:MOST_PAGES]]))
    except Exception as error:  # noqa: BLE001 - a damaged file raises whatever its damage leads to
        return SecondReading(trouble=f"{type(error).__name__}: {error}"[:200])
