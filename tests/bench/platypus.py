"""ReportLab's own layout, Platypus, as a peer: a leaflet's document as a list of flowables, untagged.

Platypus cannot tag; what it makes is neither PDF/UA-1 nor PDF/A-2a, and so it does less than the others.
"""

import io
import json
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from leaflet.document.tree import Document, Node, Role, Text
from leaflet.paper import PAPERS
from leaflet.places import fonts_folder
from leaflet.profiles import PROFILES

_Piece = tuple[str, str]  # style and markup; or "panel" and the pieces inside it, as JSON


def platypus_source(document: Document, profile: str, paper: str) -> bytes:
    """Return a leaflet's document as JSON for `platypus_engine`."""
    pieces = list(_pieces(document.root))
    said = document.furniture
    furniture = ["", said.identity.plain, said.page_label]
    return json.dumps({"profile": profile, "paper": paper, "furniture": furniture, "pieces": pieces}).encode()


def _pieces(node: Node) -> Iterator[_Piece]:
    if node.tag.role is Role.ITEM:
        label, body = node.kids
        words, *nested = body.kids or (body,)
        yield "item", f"<bullet>{escape(label.words)}</bullet>{_words(words.text)}"
        for each in nested:
            yield from _pieces(each)
    elif node.tag.level:
        yield f"heading{node.tag.level}", " ".join(_words(part.text) for part in node.kids or (node,))
    elif node.text is not None:
        yield "text", _words(node.text)
        yield from [("line", "")] * node.lines
    else:
        inner = [piece for kid in node.kids for piece in _pieces(kid)]
        if node.style.frame is not None:
            yield "panel", json.dumps(inner)
        else:
            yield from inner


def _words(text: Text | None) -> str:
    runs = text.runs if text is not None else ()
    return "".join(f"<b>{escape(run.text)}</b>" if run.strong else escape(run.text) for run in runs)


def platypus_engine() -> Callable[[bytes], bytes]:
    """Return the engine: from the JSON of `platypus_source` to a PDF."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    folder = fonts_folder() / "leaflet-sans"
    registerFont(TTFont("A", str(folder / "LeafletSans-Regular.ttf")))
    registerFont(TTFont("B", str(folder / "LeafletSans-Bold.ttf")))
    registerFontFamily("A", normal="A", bold="B", italic="A", boldItalic="B")
    return _made


def _made(source: bytes) -> bytes:
    from reportlab.platypus import SimpleDocTemplate

    order = json.loads(source)
    profile, size = PROFILES[order["profile"]], PAPERS[order["paper"]].size
    margins, room = profile.margins, 2 * profile.body
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=(size.width, size.height),
        topMargin=margins.top + room,
        bottomMargin=margins.bottom + room,
        leftMargin=margins.left,
        rightMargin=margins.right,
        invariant=1,
    )
    draft, identity, label = order["furniture"]

    def furnish(canvas: Any, template: Any) -> None:
        canvas.setFont("A", profile.body)
        canvas.drawString(margins.left, size.height - margins.top, draft)
        canvas.drawString(margins.left, margins.bottom, identity)
        page = label.replace("{page}", str(template.page)).replace("{pages}", "")
        canvas.drawRightString(size.width - margins.right, margins.bottom, page)

    story = list(_flowables(order["pieces"], order["profile"]))
    template.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def _flowables(pieces: list[_Piece], name: str) -> Iterator[Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import HRFlowable, KeepTogether, Paragraph, Table, TableStyle

    profile = PROFILES[name]
    sizes = {"heading1": profile.title_size, "heading2": profile.heading, "heading3": profile.subheading}
    for kind, markup in pieces:
        if kind == "panel":
            inside = Table(
                [[list(_flowables(json.loads(markup), name))]],
                style=TableStyle([("BOX", (0, 0), (-1, -1), 2, "black")]),
            )
            yield KeepTogether([inside])
        elif kind == "line":
            yield HRFlowable(width="100%", spaceBefore=1.6 * profile.body)
        else:
            size = sizes.get(kind, profile.body)
            indent = profile.body if kind == "item" else 0
            style = ParagraphStyle(
                kind,
                fontName="B" if kind in sizes else "A",
                fontSize=size,
                leading=size * profile.leading,
                spaceAfter=profile.paragraph_gap * size,
                leftIndent=indent,
                keepWithNext=kind in sizes,
            )
            yield Paragraph(markup, style)
