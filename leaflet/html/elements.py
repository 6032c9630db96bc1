"""Nodes of the tree as elements that are HTML and XHTML alike: the body of a page and of a book's chapter."""

from collections.abc import Callable, Iterator
from functools import cache
from html import escape

from leaflet.document.tree import Document, Node, Role, Run
from leaflet.handout import Logo

_SHIFTS = {1: "sup", -1: "sub"}
_TOP = 2  # the level of the headings that a reader jumps to
Shown = Callable[[Logo, str], str]
"""Returns the element of a picture that says what the second argument says."""


class Elements:
    """Writes one document; `show` decides where its pictures lie."""

    def __init__(self, show: Shown) -> None:
        self._show = show
        self._tops = 0

    def of(self, document: Document) -> str:
        """Return the elements of a document; its headings have the ids that `headings` names."""
        return "".join([self._node(kid) for kid in document.root.kids])

    def _node(self, node: Node) -> str:
        match node.tag.role:
            case Role.SECTION:
                return self._section(node)
            case Role.LIST:
                return self._list(node)
            case Role.TABLE:
                return _table(node)
            case Role.FIGURE:
                return self._figure(node)
        if node.tag.level:
            return self._heading(node)
        return self._group("div", node) if node.kids else _element("p", node)

    def _heading(self, node: Node) -> str:
        level, named = node.tag.level, ""
        if level == _TOP:
            self._tops += 1
            named = f' id="{_id(self._tops)}"'
        inner = " ".join([_element("span", kid).strip() for kid in node.kids]) or _words(node)
        return f"<h{level}{named}>{inner}</h{level}>\n"

    def _section(self, node: Node) -> str:
        has_heading = any(kid.tag.level for kid in node.kids)
        tag = {"masthead": "header"}.get(node.style.name, "section" if has_heading else "div")
        return self._group(tag, node)

    def _group(self, tag: str, node: Node) -> str:
        return f'<{tag} class="{_class(node)}">\n{"".join([self._node(kid) for kid in node.kids])}</{tag}>\n'

    def _list(self, node: Node) -> str:
        if node.tag.numbering == "None":
            pairs = "".join([self._pair(item) for item in node.kids])
            return f'<dl class="{_class(node)}">\n{pairs}</dl>\n'
        tag = "ol" if node.tag.numbering == "Decimal" else "ul"
        items = "".join([f"<li>{self._inside(item.kids[-1])}</li>\n" for item in node.kids])
        return f"<{tag}>\n{items}</{tag}>\n"

    def _pair(self, item: Node) -> str:
        label, body = item.kids
        return f'<div><dt>{_words(label)}</dt><dd class="{_class(body)}">{self._inside(body)}</dd></div>\n'

    def _inside(self, body: Node) -> str:
        """Return what stands in an item: its words, or the nodes of its own."""
        if not body.kids:
            return _words(body)
        first, *others = body.kids
        return _words(first) + "".join(["\n" + self._node(kid) for kid in others])

    def _figure(self, node: Node) -> str:
        if node.image is None:
            return ""  # a sign beside its signal word, which says the same
        return f"<figure>{self._show(node.image, node.tag.alt)}</figure>\n"


def headings(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each heading that a reader jumps to."""
    tops = [node for node in document.nodes if node.tag.level == _TOP]
    for number, node in enumerate(tops, start=1):
        yield _id(number), ": ".join([kid.words for kid in node.kids or (node,)])


def _id(number: int) -> str:
    return f"part-{number}"


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


def _element(tag: str, node: Node) -> str:
    return f'<{tag} class="{_class(node)}">{_words(node)}</{tag}>\n'


def _class(node: Node) -> str:
    return _class_of(node.style.name)


@cache
def _class_of(style: str) -> str:
    return style.replace(" ", "-")


def _words(node: Node) -> str:
    return "".join(map(_run, node.text.runs)) if node.text is not None else ""


def _run(run: Run) -> str:
    words, strong, shift, phrase = run
    said = escape(words, quote=False)
    if shift:
        said = f"<{_SHIFTS[shift]}>{said}</{_SHIFTS[shift]}>"
    if strong:
        said = f"<strong>{said}</strong>"
    if phrase is None:
        return said
    if phrase.target.startswith("https://"):
        return f'<a href="{escape(phrase.target)}">{said}</a>'
    if phrase.language:
        return f'<span lang="{escape(phrase.language)}" xml:lang="{escape(phrase.language)}">{said}</span>'
    return said
