"""Write a document as a BRF file in UEB, and read one back."""

from leaflet.braille.braille_codes import no_braille, no_tables
from leaflet.braille.braille_pages import paged, shortened, stretches, written
from leaflet.braille.braille_passages import passages, title
from leaflet.braille.braille_rows import rows
from leaflet.braille.proven import UnreadError, proven, read
from leaflet.braille.translator import Grade, NoBrailleError, liblouis_version
from leaflet.document.tree import Document
from leaflet.layout.scale import LayoutError

_LANGUAGE = "en"  # UEB is Braille for English


def write_braille(document: Document, grade: Grade) -> tuple[bytes, int]:
    """Return the file and the number of its pages; the same bytes from the same liblouis.

    Raises `LayoutError` where there is no liblouis, or where words have no Braille that is read back as them.
    """
    try:
        if document.language.split("-")[0] != _LANGUAGE:
            raise NoBrailleError(f"UEB is for English, and the leaflet is in {document.language!r}")
        parts = (title(document), *passages(document))
        name, *cells = proven(parts, grade)
    except UnreadError as error:
        raise LayoutError(no_braille(error.passage, error.word)) from error
    except NoBrailleError as error:
        raise LayoutError(no_tables(str(error))) from error
    pages = paged(rows(parts[1:], cells), shortened(name))
    return written(pages), len(pages)


def read_braille(data: bytes, grade: Grade) -> tuple[str, ...]:
    """Return what a file of ours says, translated back; raises `ValueError`."""
    return read(stretches(data), grade)


def made_by() -> str:
    """Return what decides how words are contracted here; "" where nothing does."""
    try:
        return f"liblouis {liblouis_version()}"
    except NoBrailleError:
        return ""
