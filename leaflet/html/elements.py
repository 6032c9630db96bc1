"""Nodes of the tree as elements that are HTML and XHTML alike: the body of a page and of a book's chapter."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape

from leaflet.document.tree import HEADING_LEVELS, Document, Node, Role, Run
from leaflet.handout import Logo
from leaflet.text.breaks import glue_facts

_SHIFTS = {1: "sup", -1: "sub"}
_TOP = 2  # the level of the headings that a reader jumps to
Shown = Callable[[Logo, str], str]
"""Returns the element of a picture that says what the second argument says."""


class Elements:
    """Writes one document; `show` decides where its pictures lie."""

    def __init__(self, show: Shown) -> None:
        self._show = show
        self._tops = 0
        self._writers: Mapping[Role, Callable[[Node], str]] = {
            Role.SECTION: self._section,
            Role.LIST: self._list,
            Role.TABLE: _table,
            Role.FIGURE: self._figure,
            **dict.fromkeys(HEADING_LEVELS, self._heading),
        }

    def of(self, document: Document) -> str:
        """Return the elements of a document; its headings have the ids that `headings` names."""
        return self._all(document.root.kids)

    def _all(self, nodes: tuple[Node, ...]) -> str:
        writers, other = self._writers, self._other
        return "".join([writers.get(node.tag.role, other)(node) for node in nodes])

    def _other(self, node: Node) -> str:
        if node.kids:
            return f"{_opened('div', node.style.name)}\n{self._all(node.kids)}</div>\n"
        return f"{_opened('p', node.style.name)}{_words(node)}</p>\n"

    def _heading(self, node: Node) -> str:
        level, named = HEADING_LEVELS[node.tag.role], ""
        if level == _TOP:
            self._tops += 1
            named = f' id="{_id(self._tops)}"'
        inner = _spans(node.kids) if node.kids else _words(node)
        return f"<h{level}{named}>{inner}</h{level}>\n"

    def _section(self, node: Node) -> str:
        style = node.style.name
        tag = "header" if style == "masthead" else "section" if _is_headed(node) else "div"
        return f"{_opened(tag, style)}\n{self._all(node.kids)}</{tag}>\n"

    def _list(self, node: Node) -> str:
        if node.tag.numbering == "None":
            pairs = "".join([self._pair(item) for item in node.kids])
            return f"{_opened('dl', node.style.name)}\n{pairs}</dl>\n"
        tag = "ol" if node.tag.numbering == "Decimal" else "ul"
        items = "".join([f"<li>{self._inside(item.kids[-1])}</li>\n" for item in node.kids])
        return f"<{tag}>\n{items}</{tag}>\n"

    def _pair(self, item: Node) -> str:
        label, body = item.kids
        described = f"{_opened('dd', body.style.name)}{self._inside(body)}</dd>"
        return f"<div><dt>{_words(label)}</dt>{described}</div>\n"

    def _inside(self, body: Node) -> str:
        """Return what stands in an item: its words, or the nodes of its own."""
        if not body.kids:
            return _words(body)
        first, *others = body.kids
        return _words(first) + "".join([f"\n{self._all((kid,))}" for kid in others])

    def _figure(self, node: Node) -> str:
        if node.image is None:
            return ""  # a sign beside its signal word, which says the same
        return f"<figure>{self._show(node.image, node.tag.alt)}</figure>\n"


def headings(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each heading that a reader jumps to."""
    tops = [node for node in document.nodes if node.tag.level == _TOP]
    for number, node in enumerate(tops, start=1):
        yield _id(number), ": ".join([kid.words for kid in node.kids or (node,)])


def _spans(parts: tuple[Node, ...]) -> str:
    return " ".join([f"{_opened('span', part.style.name)}{_words(part)}</span>" for part in parts])


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


def _is_headed(node: Node) -> bool:
    return any([kid.tag.role in HEADING_LEVELS for kid in node.kids])  # noqa: C419 - a generator takes twice as long


@cache
def _opened(tag: str, style: str) -> str:
    """Return the start of an element, its class named for the style: there are as many as rows in a table."""
    return f'<{tag} class="{style.replace(" ", "-")}">'


def _words(node: Node) -> str:
    text = node.text
    if text is None:
        return ""
    return _run(text.runs[0]) if len(text.runs) == 1 else "".join(map(_run, text.runs))


def _run(run: Run) -> str:
    said, strong, shift, phrase = run
    if "&" in said or "<" in said or ">" in said:
        said = escape(said, quote=False)
    said = glue_facts(said)  # no line ends inside "250 mg/5 ml" on the narrowest screen
    if not strong and not shift and phrase is None:  # as most are
        return said
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
