"""What a book says of itself: the package with its metadata, and the navigation (EPUB 3.3, 5 and 7).

What makes it accessible is said in the words of schema.org (EPUB Accessibility 1.1, 2). Conformance to WCAG
is not claimed: that takes somebody who evaluated the book and gives a name.
"""

import uuid
from collections.abc import Iterator, Sequence
from html import escape

from leaflet.document.tree import Document
from leaflet.html.elements import headings
from leaflet.languages import language_of
from leaflet.model import Monograph

CHAPTER, NAVIGATION, STYLE_SHEET = "leaflet.xhtml", "nav.xhtml", "style.css"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/TR/epub-33/")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

CONTAINER = (
    f'{HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
    "</rootfiles>\n</container>\n"
)


def package(document: Document, monograph: Monograph, pictures: Sequence[str]) -> str:
    """Return the package document; `pictures` are the names of the picture files."""
    metadata = "\n".join(_metadata(document, monograph, has_pictures=bool(pictures)))
    items = "".join(
        [
            f'<item id="picture-{number}" href="{name}" media-type="image/png"/>\n'
            for number, name in enumerate(pictures, start=1)
        ]
    )
    return (
        f'{HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{escape(document.language)}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{metadata}\n</metadata>\n<manifest>\n'
        f'<item id="nav" href="{NAVIGATION}" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="leaflet" href="{CHAPTER}" media-type="application/xhtml+xml"/>\n'
        f'<item id="style" href="{STYLE_SHEET}" media-type="text/css"/>\n{items}</manifest>\n'
        '<spine>\n<itemref idref="leaflet"/>\n</spine>\n</package>\n'
    )


def _metadata(document: Document, monograph: Monograph, *, has_pictures: bool) -> Iterator[str]:
    language = language_of(document.language)
    # A book is known by its medicine and language; with its words and date its release is told apart.
    name = uuid.uuid5(_NAMES, f"{monograph.id} {document.language} {document.text}")
    yield f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>'
    yield f"<dc:title>{escape(document.title)}</dc:title>"
    yield f"<dc:language>{escape(document.language)}</dc:language>"
    yield f"<dc:date>{monograph.dated}</dc:date>"
    yield f'<meta property="dcterms:modified">{monograph.dated}T00:00:00Z</meta>'
    modes = ("textual", "visual") if has_pictures else ("textual",)
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"]
    if has_pictures:
        features.append("alternativeText")
    said = [("accessMode", mode) for mode in modes]
    said += [("accessModeSufficient", "textual"), ("accessibilityHazard", "none")]
    said += [("accessibilityFeature", feature) for feature in features]
    if language is not None:
        said.append(("accessibilitySummary", language.say("book_summary")))
    for key, value in said:
        yield f'<meta property="schema:{key}">{escape(value)}</meta>'


def navigation(document: Document, contents: str) -> str:
    """Return the page by which a reader finds each part; there is no list of pages, since print has many."""
    items = "".join(
        [f'<li><a href="{CHAPTER}#{id_}">{escape(words)}</a></li>\n' for id_, words in headings(document)]
    )
    return page(
        document,
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n'
        f'<h1 id="contents">{escape(contents)}</h1>\n<ol>\n{items}</ol>\n</nav>\n',
    )


def page(document: Document, body: str) -> str:
    """Return a page of the book with its body."""
    tag = escape(document.language)
    return (
        f'{HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">\n<head>\n'
        f"<title>{escape(document.title)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{STYLE_SHEET}"/>\n</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )
