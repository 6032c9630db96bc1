"""WeasyPrint as a peer: a leaflet's document as HTML with the same words, structure and sizes."""

from collections.abc import Callable
from html import escape

from leaflet.blocks import Block, Document, Heading, ListBlock, Panel, Paragraph, Picture, Words, WriteIn
from leaflet.paper import PAPERS
from leaflet.places import fonts_folder
from leaflet.profiles import PROFILES


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


def html_source(document: Document, profile: str, paper: str) -> bytes:
    """Return a leaflet's document as HTML: the same words, structure, sizes and paper."""
    set_by, size = PROFILES[profile], PAPERS[paper].size
    top, right, bottom, left = (
        set_by.margins.top + 2 * set_by.body,
        set_by.margins.right,
        set_by.margins.bottom + 2 * set_by.body,
        set_by.margins.left,
    )
    face = "atkinson-hyperlegible/AtkinsonHyperlegible"
    style = f"""
@font-face {{ font-family: A; src: url({face}-Regular.ttf) }}
@font-face {{ font-family: A; font-weight: bold; src: url({face}-Bold.ttf) }}
@page {{ size: {size.width}pt {size.height}pt; margin: {top}pt {right}pt {bottom}pt {left}pt;
  @bottom-left {{ content: "{document.furniture.identity}" }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }} }}
body {{ font: {set_by.body}pt/{set_by.leading} A; font-variant-ligatures: none }}
p, ul, ol, dl {{ margin: {set_by.paragraph_gap * set_by.leading}em 0 0 }}
h1 {{ font-size: {set_by.title_size}pt }} h2 {{ font-size: {set_by.heading}pt }}
h3 {{ font-size: {set_by.subheading}pt }}
section {{ border: 2pt solid; padding: 8pt; break-inside: avoid }}"""
    body = "\n".join(_block(block) for block in document.blocks)
    head = f"<meta charset=utf-8><title>{escape(document.title)}</title><style>{style}</style>"
    start = f'<!DOCTYPE html><html lang="{document.language}">'
    return f"{start}<head>{head}</head><body>{body}</body></html>".encode()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_words(block.words)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_words(block.words)}</p>"
        case WriteIn():
            return f"<p>{_words(block.label)}</p>" + "<hr>" * block.lines
        case ListBlock():
            return _list(block)
        case Picture():
            return ""  # the corpus has no pharmacy, so no logo
        case Panel():
            inner = "".join(_block(each) for each in (block.heading, *block.blocks))
            return f"<section>{inner}</section>"


def _list(block: ListBlock) -> str:
    if block.form == "definitions":
        pairs = (f"<dt>{_words(item.label)}</dt><dd>{_words(item.words)}</dd>" for item in block.items)
        return f"<dl>{''.join(pairs)}</dl>"
    items = (
        f"<li>{_words(item.words)}{_list(item.nested) if item.nested else ''}</li>" for item in block.items
    )
    tag = "ol" if block.form == "steps" else "ul"
    return f"<{tag}>{''.join(items)}</{tag}>"


def _words(words: Words) -> str:
    return "".join(f"<b>{escape(text)}</b>" if strong else escape(text) for text, strong in words.runs)
