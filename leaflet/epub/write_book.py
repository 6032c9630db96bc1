"""Write a document as an EPUB book of one chapter."""

from html import escape

from leaflet.document.tree import Document
from leaflet.epub.archive import archive
from leaflet.epub.package import CHAPTER, CONTAINER, NAVIGATION, STYLE_SHEET, navigation, package, page
from leaflet.handout import Logo
from leaflet.html.elements import Elements
from leaflet.html.style import STYLE
from leaflet.images.png import write_png
from leaflet.languages import language_of
from leaflet.model import Monograph


def write_epub(document: Document, monograph: Monograph) -> bytes:
    """Return the book; the same document and date give the same bytes."""
    pictures: dict[str, bytes] = {}

    def kept(picture: Logo, alt: str) -> str:
        name = f"picture-{len(pictures) + 1}.png"
        pictures[name] = write_png(picture)
        return f'<img alt="{escape(alt)}" src="{name}"/>'

    main = Elements(kept).of(document)
    footer = escape(document.furniture.identity.plain)
    chapter = page(document, f"<main>\n{main}</main>\n<footer>\n<p>{footer}</p>\n</footer>\n")
    language = language_of(document.language)
    contents = language.say("contents") if language is not None else document.title
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package(document, monograph, tuple(pictures)),
        f"EPUB/{NAVIGATION}": navigation(document, contents),
        f"EPUB/{CHAPTER}": chapter,
        f"EPUB/{STYLE_SHEET}": STYLE,
    }
    written = {name: text.encode() for name, text in files.items()}
    return archive(written | {f"EPUB/{name}": data for name, data in pictures.items()})
