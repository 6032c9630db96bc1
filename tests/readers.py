"""What two strangers read in a finished file, and what they should: words in order, page by page."""

import io

import pypdf
import pypdfium2

from leaflet.api import Leaflet

Pages = list[list[str]]


def painted_words(leaflet: Leaflet) -> Pages:
    """Return the words of each page as they were laid out: header, text, footer."""
    pages = []
    for page in leaflet.layout.pages:
        *headers, footer = page.furniture
        placed = (*headers, *page.fragments, footer)
        lines = [line for each in placed for line in each.fragment.lines]
        pages.append([word for line in lines for word in line.text.split()])
    return pages


def read_by_pdfium(pdf: bytes) -> Pages:
    """Return the words that PDFium finds on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().split() for page in document]
    finally:
        document.close()


def read_by_pypdf(pdf: bytes) -> Pages:
    """Return the words that pypdf finds on each page."""
    return [page.extract_text().split() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


READERS = (read_by_pdfium, read_by_pypdf)
