"""What a screen shows of a leaflet: pictures of the pages of its finished file, and its words as elements."""

import base64
import io
import re
from html import escape
from threading import Lock

import pypdfium2

from leaflet.document.tree import Document
from leaflet.handout import Logo
from leaflet.html.elements import Elements
from leaflet.values import Value

_DOTS = 110  # an inch: sharp enough to read 12 point on an ordinary screen
_MOST_PAGES = 24
_pdfium = Lock()  # PDFium is not safe with threads


class PagePicture(Value, kw_only=True):
    """One page as a PNG, in base64 for a data address: it never has an address of its own."""

    number: int
    width: int  # pixels
    height: int
    points: float  # the width of the paper
    data: str

    @property
    def address(self) -> str:
        """The picture as an address that holds it."""
        return f"data:image/png;base64,{self.data}"


def draw_pages(pdf: bytes, *, colour: bool, mark: str = "") -> tuple[PagePicture, ...]:
    """Return a picture of each page, in grey unless the leaflet is in colour, with a mark across it."""
    pictures = []
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for index in range(min(len(document), _MOST_PAGES)):
                bitmap = document[index].render(scale=_DOTS / 72, grayscale=not colour)
                pictures.append(bitmap.to_pil())
        finally:
            document.close()
    if mark:
        from leaflet.serve.preview_mark import marked  # most pages need none

        pictures = [marked(image, mark) for image in pictures]
    return tuple(_picture(number, image) for number, image in enumerate(pictures, start=1))


def _picture(number: int, image: "object") -> PagePicture:
    from PIL.Image import Image

    assert isinstance(image, Image)  # noqa: S101 - PDFium's pictures have no types
    made = io.BytesIO()
    image.save(made, "PNG", compress_level=1)
    data = base64.b64encode(made.getvalue()).decode()
    return PagePicture(
        number=number,
        width=image.width,
        height=image.height,
        points=round(image.width * 72 / _DOTS, 2),
        data=data,
    )


def leaflet_words(document: Document) -> str:
    """Return the words of a leaflet as elements, with headings under the one of its screen.

    Classes and ids are the leaflet's own and mean nothing here; a quotation mark in its words is escaped, so
    that none is taken for one. `Elements` escapes every text.
    """
    whole = re.sub(r' (?:class|id)="[^"]*"', "", Elements(_described).of(document))
    return re.sub(r"<(/?)h([1-5])\b", lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", whole)


def _described(_: Logo, alt: str) -> str:
    return f"<p>{escape(alt)}</p>"
