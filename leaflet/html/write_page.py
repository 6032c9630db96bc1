"""Write a document as HTML: one self-contained file, each node of the tree one element (WCAG 2.2 AA)."""

import base64
from html import escape

from leaflet.document.tree import Document
from leaflet.handout import Logo
from leaflet.html.elements import Elements
from leaflet.html.style import STYLE
from leaflet.images.png import write_png

# All but the style sheet and the pictures in the file itself. Pictures are left to the writer: the W3C's
# checker takes every policy on them for one that blocks those of `data:`.
POLICY = (
    "script-src 'none'; style-src 'unsafe-inline'; connect-src 'none'; font-src 'none'; frame-src 'none'; "
    "media-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
)


def write_html(document: Document) -> bytes:
    """Return the page as UTF-8, the same bytes for the same document; it loads nothing and runs nothing."""
    body = Elements(_inlined).of(document)
    footer = escape(document.furniture.identity.plain)
    page = (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{POLICY}">\n'
        f"<title>{escape(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n{body}</main>\n<footer>\n<p>{footer}</p>\n</footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _inlined(picture: Logo, alt: str) -> str:
    data = base64.b64encode(write_png(picture)).decode()
    return f'<img alt="{escape(alt)}" src="data:image/png;base64,{data}">'
