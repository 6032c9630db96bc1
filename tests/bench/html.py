"""WeasyPrint and fullbleed as peers: a document as HTML with the same words, structure and sizes."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import leaflet
from leaflet.document.tree import Document, Node, Role, Text
from leaflet.paper import PAPERS
from leaflet.places import fonts_folder
from leaflet.profiles import PROFILES

_FACE = "leaflet-sans/LeafletSans"


def weasyprint_engine() -> Callable[[bytes], bytes]:
    """Return what makes a tagged PDF of HTML; its typefaces are found once and kept."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def printed(html: bytes) -> bytes:
        page = HTML(string=html.decode(), base_url=str(fonts_folder()))
        pdf = page.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        assert isinstance(pdf, bytes)
        return pdf

    return printed


def fullbleed_engine() -> Callable[[bytes], bytes]:
    """Return what makes a tagged PDF/A-2a of the JSON of `fullbleed_source`; its typefaces are read once."""
    import fullbleed

    profile = Path(leaflet.__file__).parent / "rendering" / "srgb.icc"
    faces = [str(fonts_folder() / f"{_FACE}-{weight}.ttf") for weight in ("Regular", "Bold")]

    def printed(source: bytes) -> bytes:
        order = json.loads(source)
        engine = fullbleed.PdfEngine(
            font_files=faces,
            pdf_profile="pdfa2a",
            document_lang=order["language"],
            document_title=order["title"],
            output_intent_icc=str(profile),
            output_intent_identifier="sRGB",
        )
        pdf = engine.render_pdf(order["html"], order["style"])
        assert isinstance(pdf, bytes)
        return pdf

    return printed


def fullbleed_source(document: Document, profile: str, paper: str) -> bytes:
    """Return a leaflet's document as JSON: HTML and its style apart, as `fullbleed_engine` wants them."""
    order = {
        "language": document.language,
        "title": document.title,
        "html": _page(document, ""),
        "style": f'* {{ font-family: "Leaflet Sans" }}{_style(document, profile, paper)}',
    }
    return json.dumps(order).encode()


def html_source(document: Document, profile: str, paper: str) -> bytes:
    """Return a leaflet's document as HTML: the same words, structure, sizes and paper."""
    faces = f"""
@font-face {{ font-family: "Leaflet Sans"; src: url({_FACE}-Regular.ttf) }}
@font-face {{ font-family: "Leaflet Sans"; font-weight: bold; src: url({_FACE}-Bold.ttf) }}"""
    return _page(document, f"<style>{faces}{_style(document, profile, paper)}</style>").encode()


def _page(document: Document, style: str) -> str:
    head = f"<meta charset=utf-8><title>{escape(document.title)}</title>{style}"
    start = f'<!DOCTYPE html><html lang="{document.language}">'
    return f"{start}<head>{head}</head><body>{_node(document.root)}</body></html>"


def _style(document: Document, profile: str, paper: str) -> str:
    set_by, size = PROFILES[profile], PAPERS[paper].size
    top, right, bottom, left = (
        set_by.margins.top + 2 * set_by.body,
        set_by.margins.right,
        set_by.margins.bottom + 2 * set_by.body,
        set_by.margins.left,
    )
    return f"""
@page {{ size: {size.width}pt {size.height}pt; margin: {top}pt {right}pt {bottom}pt {left}pt;
  @bottom-left {{ content: "{document.furniture.identity.plain}" }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }} }}
body {{ font-family: "Leaflet Sans"; font-size: {set_by.body}pt; line-height: {set_by.leading};
  font-variant-ligatures: none }}
p, ul, ol, dl {{ margin: {set_by.paragraph_gap * set_by.leading}em 0 0 }}
h1 {{ font-size: {set_by.title_size}pt }} h2 {{ font-size: {set_by.heading}pt }}
h3 {{ font-size: {set_by.subheading}pt }}
section {{ border: 2pt solid; padding: 8pt; break-inside: avoid }}"""


def _node(node: Node) -> str:
    if node.tag.role is Role.LIST:
        return _list(node)
    if node.tag.level:
        parts = node.kids or (node,)
        return f"<h{node.tag.level}>{' '.join(_words(part.text) for part in parts)}</h{node.tag.level}>"
    if node.text is not None:
        return f"<p>{_words(node.text)}</p>" + "<hr>" * node.lines
    inner = "\n".join(_node(kid) for kid in node.kids)
    return f"<section>{inner}</section>" if node.style.frame is not None else inner


def _list(block: Node) -> str:
    held = [(item.kids[0], *(item.kids[1].kids or item.kids[1:])) for item in block.kids]
    if block.tag.numbering == "None":
        pairs = (f"<dt>{_words(term.text)}</dt><dd>{_words(words.text)}</dd>" for term, words in held)
        return f"<dl>{''.join(pairs)}</dl>"
    items = (f"<li>{_words(words.text)}{''.join(map(_list, nested))}</li>" for _, words, *nested in held)
    tag = "ol" if block.tag.numbering == "Decimal" else "ul"
    return f"<{tag}>{''.join(items)}</{tag}>"


def _words(text: Text | None) -> str:
    runs = text.runs if text is not None else ()
    return "".join(f"<b>{escape(run.text)}</b>" if run.strong else escape(run.text) for run in runs)
