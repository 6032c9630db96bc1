"""Read a book's words back: its one chapter, by the way that pages are read."""

import io
import zipfile

from leaflet.epub.package import CHAPTER
from leaflet.html.page_words import read_html

_MOST = 64 * 1024 * 1024  # bytes of a chapter


def read_epub(data: bytes) -> tuple[str, ...]:
    """Return what a book of ours says, in reading order; raises `ValueError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            chapter = book.getinfo(f"EPUB/{CHAPTER}")
            if chapter.file_size > _MOST:
                raise ValueError("its chapter is larger than any leaflet's")
            return read_html(book.read(chapter))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise ValueError(f"it is no book that this program made: {error}") from error
