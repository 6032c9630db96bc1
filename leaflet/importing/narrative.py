"""Elements of XHTML and of SPL become blocks; every character below them stands in exactly one of these."""

import re
from collections.abc import Callable

from lxml import etree

from leaflet.importing.markup import INLINE, UNREAD, name_of
from leaflet.importing.original import (
    Block,
    Cell,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    Span,
    Style,
    Table,
    Words,
)
from leaflet.importing.spans import tidy

Pictures = Callable[[etree._Element, str], Figure]
"""Finds the picture that an element asks for, for an address."""

# SPL's names for what XHTML has (HL7 Narrative Block, 4.6).
_SPL = {
    "paragraph": "p",
    "list": "ul",
    "item": "li",
    "content": "span",
    "linkhtml": "a",
    "rendermultimedia": "img",
}
_GROUPS = ("thead", "tbody", "tfoot")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_STYLES: dict[str, Style] = {
    "b": "strong", "strong": "strong", "sup": "raised", "sub": "lowered",
}  # fmt: skip


class _Flow:
    """Collects the blocks of one place in reading order."""

    def __init__(self, address: str, pictures: Pictures) -> None:
        self.blocks: list[Block] = []
        self._address = address
        self._pictures = pictures
        self._spans: list[Span] = []
        self._notes: list[tuple[Span, ...]] = []

    def take(self, element: etree._Element, style: Style, link: str) -> None:
        """Take in what an element holds, and its children in order."""
        self.add(element.text, style, link)
        for node in element:
            if isinstance(node.tag, str):
                self._visit(node, style, link)
            self.add(node.tail, style, link)

    def add(self, text: str | None, style: Style, link: str) -> None:
        if text:
            self._spans.append(Span(text.replace("\n", " ").replace("\r", " "), style, link))

    def flush(self, make: Callable[[Words], Block] = Paragraph, letter: str = "p") -> None:
        """End the running text: what was gathered becomes a block, unless it is white space."""
        spans, self._spans = tidy(self._spans), []
        if spans:
            self.blocks.append(make(Words(spans, self._next(letter))))
        notes, self._notes = self._notes, []
        self.blocks += [
            Note(Words(note, f"{self._next('n')}.{index}")) for index, note in enumerate(notes, 1)
        ]

    def _next(self, letter: str) -> str:
        return f"{self._address}.{letter}{len(self.blocks) + 1}"

    def _visit(self, node: etree._Element, style: Style, link: str) -> None:
        plain = name_of(node)
        name = _SPL.get(plain, plain)
        if name in UNREAD:
            return
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(self, node, style, link)
        elif name in INLINE:
            self.take(node, _style(node, name, style), _target(node) or link)
        else:
            self.flush()
            self.take(node, _style(node, name, style), link)
            self.flush()

    def _break(self, _node: etree._Element, style: Style, link: str) -> None:
        self._spans.append(Span("\n", style, link))

    def _heading(self, node: etree._Element, _style: Style, link: str) -> None:
        self.flush()
        self.take(node, "plain", link)
        level = _HEADINGS[name_of(node)]
        self.flush(lambda words: Heading(words, level), "h")

    def _list(self, node: etree._Element, style: Style, link: str) -> None:
        self.flush()
        items: list[tuple[Block, ...]] = []
        before, *parts = _list_parts(node)
        for piece in before:
            self._item_piece(piece, style, link)
        self.flush()
        address = self._next("l")
        for index, part in enumerate(parts, 1):
            flow = _Flow(f"{address}.i{index}", self._pictures)
            for piece in part:
                flow._item_piece(piece, style, link)
            flow.flush()
            if flow.blocks:
                items.append(tuple(flow.blocks))
        if items:
            ordered = name_of(node) == "ol" or node.get("listType") == "ordered"
            self.blocks.append(Listing(tuple(items), ordered, address))

    def _item_piece(self, piece: "etree._Element | str", style: Style, link: str) -> None:
        if isinstance(piece, str):
            self.add(piece, style, link)
        elif name_of(piece) in ("li", "item"):
            self.take(piece, style, link)
            self.flush()
        else:
            self._visit(piece, style, link)

    def _table(self, node: etree._Element, style: Style, link: str) -> None:
        self.flush()
        address = self._next("t")
        caption: Words | None = None
        rows: list[tuple[Cell, ...]] = []
        head_rows = 0
        for place, child in _table_parts(node):
            if place == "row":
                rows.append(self._row(child, f"{address}.r{len(rows) + 1}", style, link))
                head_rows += len(rows) == head_rows + 1 and _is_head(child)
            else:  # a caption, or text that stands between rows
                flow = _Flow(f"{address}.caption", self._pictures)
                flow._visit(child, style, link)
                flow.flush()
                caption, rest = _caption(caption, flow.blocks)
                self.blocks += rest
        self.blocks.append(Table(caption, tuple(rows), head_rows, address))
        self.add(_stray(node), style, link)
        self.flush()

    def _row(self, row: etree._Element, address: str, style: Style, link: str) -> tuple[Cell, ...]:
        cells = []
        for index, cell in enumerate(row.iterchildren(etree.Element), 1):
            flow = _Flow(f"{address}.c{index}", self._pictures)
            flow._visit(cell, style, link)
            flow.flush()
            across, down = _count(cell, "colspan"), _count(cell, "rowspan")
            cells.append(Cell(tuple(flow.blocks), name_of(cell) == "th", across, down))
        return tuple(cells)

    def _loose(self, node: etree._Element, style: Style, link: str) -> None:
        """Take in rows that lie outside a table: nothing in them joins into words."""
        for piece in (node.text, *[part for child in node for part in (child, child.tail)]):
            self.flush()
            if isinstance(piece, str):
                self.add(piece, style, link)
            elif piece is not None and isinstance(piece.tag, str):
                self._visit(piece, style, link)
        self.flush()

    def _picture(self, node: etree._Element, style: Style, link: str) -> None:
        self.flush()
        self.blocks.append(self._pictures(node, self._next("f")))
        if name_of(node) != "img":  # SPL: a caption inside
            self.take(node, style, link)
            self.flush()

    def _note(self, node: etree._Element, style: Style, link: str) -> None:
        """Keep a footnote until the text that bears its mark has ended."""
        inner = _Flow(self._address, self._pictures)
        inner.take(node, style, link)
        inner.flush()
        self._spans.append(Span(" "))
        for block in inner.blocks:
            if isinstance(block, Paragraph | Note):
                self._notes.append(block.words.spans)
            else:
                self.flush()
                self.blocks.append(block)


_HANDLERS: dict[str, Callable[[_Flow, etree._Element, Style, str], None]] = {
    "br": _Flow._break,
    "ul": _Flow._list,
    "ol": _Flow._list,
    "table": _Flow._table,
    "img": _Flow._picture,
    "footnote": _Flow._note,
    **dict.fromkeys((*_GROUPS, "tr", "colgroup", "col"), _Flow._loose),
    **dict.fromkeys(_HEADINGS, _Flow._heading),
}


def read_blocks(element: etree._Element, address: str, pictures: Pictures) -> tuple[Block, ...]:
    """Return the blocks of what stands inside `element`, addressed from `address` on."""
    flow = _Flow(address, pictures)
    flow.take(element, "plain", "")
    flow.flush()
    return tuple(flow.blocks)


def plain_blocks(text: str, address: str) -> tuple[Block, ...]:
    """Return a text without markup as one paragraph, or as none where it is empty."""
    spans = tidy([Span(text)])
    return (Paragraph(Words(spans, f"{address}.p1")),) if spans else ()


def title_of(text: str, address: str) -> Words | None:
    """Return the words of a title, None where it has none."""
    spans = tidy([Span(text)])
    return Words(spans, f"{address}.title") if spans else None


def _style(node: etree._Element, name: str, style: Style) -> Style:
    codes = (node.get("styleCode") or "").lower()
    if name in _STYLES or "bold" in codes or _BOLD.search(node.get("style") or ""):
        return _STYLES.get(name, "strong")
    return style


def _target(node: etree._Element) -> str:
    href = (node.get("href") or "").strip()
    return href if href.lower().startswith(("https://", "http://")) else ""


def _list_parts(node: etree._Element) -> list[list["etree._Element | str"]]:
    """Cut a list into items; what stands between two, such as a list placed wrongly, belongs to the first."""
    parts: list[list[etree._Element | str]] = [[node.text or ""]]
    for child in node.iterchildren(etree.Element):
        if name_of(child) in ("li", "item"):
            parts.append([child])
        else:
            parts[-1].append(child)
        parts[-1].append(child.tail or "")
    return parts


def _table_parts(node: etree._Element) -> list[tuple[str, etree._Element]]:
    """Return the rows of a table in reading order, and its caption or stray parts."""
    parts: list[tuple[str, etree._Element]] = []
    foot: list[tuple[str, etree._Element]] = []
    for child in node.iterchildren(etree.Element):
        name = name_of(child)
        if name == "tr":
            parts.append(("row", child))
        elif name in _GROUPS:
            inside = [
                ("row" if name_of(row) == "tr" else "text", row) for row in child.iterchildren(etree.Element)
            ]
            target = foot if name == "tfoot" else parts  # SPL and HTML 4 type the foot before the body
            target += inside
        elif name not in ("col", "colgroup"):
            parts.append(("text", child))
    return parts + foot


def _stray(table: etree._Element) -> str:
    """Return the characters of a table that stand in no cell, caption or other element."""
    groups = list(table.iterchildren(*(f"{{*}}{name}" for name in _GROUPS)))
    rows = [row for parent in (table, *groups) for row in parent.iterchildren("{*}tr")]
    columns = list(table.iterchildren("{*}colgroup"))
    found = [
        part
        for node in (table, *groups, *rows, *columns)
        for part in (node.text, *[each.tail for each in node])
    ]
    return " ".join(filter(None, found))


def _is_head(row: etree._Element) -> bool:
    parent = row.getparent()
    if parent is not None and name_of(parent) == "thead":
        return True
    names = [name_of(cell) for cell in row.iterchildren(etree.Element)]
    return bool(names) and all(name == "th" for name in names)


def _caption(caption: Words | None, blocks: list[Block]) -> tuple[Words | None, list[Block]]:
    first = blocks[0] if blocks else None
    if caption is None and isinstance(first, Paragraph):
        return first.words, blocks[1:]
    return caption, blocks


def _count(cell: etree._Element, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    return max(1, min(int(said), 100)) if said.isascii() and said.isdigit() and len(said) < 5 else 1
