"""Write a document as HTML: one self-contained file, each node of the tree one element (WCAG 2.2 AA)."""

import base64
from collections.abc import Callable
from html import escape

from leaflet.document.tree import Document, Node, Role, Run
from leaflet.html.style import STYLE
from leaflet.images.png import write_png

_SHIFTS = {1: "sup", -1: "sub"}


def write_html(document: Document) -> bytes:
    """Return the page as UTF-8, the same bytes for the same document; it loads nothing and runs nothing."""
    body = "".join([_node(kid) for kid in document.root.kids])
    footer = escape(document.furniture.identity.plain)
    page = (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f"<title>{escape(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n{body}</main>\n<footer>\n<p>{footer}</p>\n</footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _node(node: Node) -> str:
    write = _WRITERS.get(node.tag.role)
    if write is not None:
        return write(node)
    if node.tag.level:
        return _heading(node)
    return _element("p", node) if not node.kids else _group("div", node)


def _heading(node: Node) -> str:
    level = node.tag.level
    inner = " ".join([_element("span", kid).strip() for kid in node.kids]) or _words(node)
    return f"<h{level}>{inner}</h{level}>\n"


def _section(node: Node) -> str:
    tag = {"masthead": "header"}.get(node.style.name, "section" if _has_heading(node) else "div")
    return _group(tag, node)


def _has_heading(node: Node) -> bool:
    return any(kid.tag.level for kid in node.kids)


def _group(tag: str, node: Node) -> str:
    return f'<{tag} class="{_class(node)}">\n{"".join([_node(kid) for kid in node.kids])}</{tag}>\n'


def _list(node: Node) -> str:
    if node.tag.numbering == "None":
        pairs = "".join([_pair(item) for item in node.kids])
        return f'<dl class="{_class(node)}">\n{pairs}</dl>\n'
    tag = "ol" if node.tag.numbering == "Decimal" else "ul"
    items = "".join([f"<li>{_inside(item.kids[-1])}</li>\n" for item in node.kids])
    return f"<{tag}>\n{items}</{tag}>\n"


def _pair(item: Node) -> str:
    label, body = item.kids
    return f'<div><dt>{_words(label)}</dt><dd class="{_class(body)}">{_inside(body)}</dd></div>\n'


def _inside(body: Node) -> str:
    """Return what stands in an item: its words, or the nodes of its own."""
    if not body.kids:
        return _words(body)
    first, *others = body.kids
    return _words(first) + "".join(["\n" + _node(kid) for kid in others])


def _table(node: Node) -> str:
    rows = [kid for kid in node.kids if kid.tag.role is Role.ROW]
    captions = "".join([f"<caption>{_words(kid)}</caption>\n" for kid in node.kids if kid not in rows])
    body = "".join([f"<tr>{''.join([_cell(cell) for cell in row.kids])}</tr>\n" for row in rows])
    label = escape(next((kid.words for kid in node.kids if kid not in rows), ""))
    named = f' role="region" tabindex="0" aria-label="{label}"' if label else ""
    return f'<div class="scroll"{named}>\n<table>\n{captions}{body}</table>\n</div>\n'


def _cell(node: Node) -> str:
    if node.tag.role is Role.HEAD_CELL:
        return f'<th scope="{"row" if node.tag.scope == "Row" else "col"}">{_words(node)}</th>'
    return f"<td>{_words(node)}</td>"


def _figure(node: Node) -> str:
    if node.image is None:
        return ""  # a sign beside its signal word, which says the same
    data = base64.b64encode(write_png(node.image)).decode()
    return f'<figure><img alt="{escape(node.tag.alt)}" src="data:image/png;base64,{data}"></figure>\n'


def _element(tag: str, node: Node) -> str:
    return f'<{tag} class="{_class(node)}">{_words(node)}</{tag}>\n'


def _class(node: Node) -> str:
    return node.style.name.replace(" ", "-")


def _words(node: Node) -> str:
    return "".join([_run(run) for run in node.text.runs]) if node.text is not None else ""


def _run(run: Run) -> str:
    said = escape(run.text)
    if run.shift:
        said = f"<{_SHIFTS[run.shift]}>{said}</{_SHIFTS[run.shift]}>"
    if run.strong:
        said = f"<strong>{said}</strong>"
    phrase = run.phrase
    if phrase is not None and phrase.target.startswith("https://"):
        return f'<a href="{escape(phrase.target)}">{said}</a>'
    if phrase is not None and phrase.language:
        return f'<span lang="{escape(phrase.language)}">{said}</span>'
    return said


_WRITERS: dict[Role, Callable[[Node], str]] = {
    Role.SECTION: _section,
    Role.LIST: _list,
    Role.TABLE: _table,
    Role.FIGURE: _figure,
}
