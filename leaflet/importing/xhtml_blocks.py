"""Elements of XHTML and of SPL become blocks; every character below them stands in exactly one of these."""

import re
from collections.abc import Callable

from lxml import etree

from leaflet.importing.hidden import PUT_IN, is_put_in, why_hidden
from leaflet.importing.inline_markup import style_of, target_of
from leaflet.importing.list_markup import definition_parts, list_parts, marks_of
from leaflet.importing.markup import UNREAD, flat, is_inline, name_of
from leaflet.importing.original import (
    Block,
    Cell,
    Change,
    Definition,
    Definitions,
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
from leaflet.importing.spans import columned, tidy
from leaflet.importing.table_markup import GROUPS, caption_of, count_of, is_head, stray, table_parts

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
_HEADINGS = {**{f"h{level}": level for level in range(1, 7)}, "summary": 6}
_TYPED = re.compile(r"white-space\s*:\s*(pre|pre-wrap|pre-line|break-spaces)\s*(;|$)", re.IGNORECASE)


class _Flow:
    """Collects the blocks of one place in reading order."""

    def __init__(self, address: str, pictures: Pictures) -> None:
        self.blocks: list[Block] = []
        self._address = address
        self._pictures = pictures
        self._is_set = False  # whether white space is kept as it was typed
        self._spans: list[Span] = []
        self._notes: list[tuple[Span, ...]] = []
        self._changes: list[tuple[str, str, bool]] = []

    def take(self, element: etree._Element, style: Style, link: str) -> None:
        """Take in what an element holds, and its children in order."""
        self.add(element.text, style, link)
        for node in element:
            if isinstance(node.tag, str):
                self._visit(node, style, link)
            self.add(node.tail, style, link)

    def add(self, text: str | None, style: Style, link: str) -> None:
        if text and self._is_set:
            self._spans += columned(text, style, link)
        elif text:
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
        changes, self._changes = self._changes, []
        for index, (text, reason, is_gone) in enumerate(changes, 1):
            words = Words(tidy([Span(text)]), f"{self._next('x')}.{index}")
            self.blocks += [Change(words, reason, is_gone)] if words.spans else []

    def _next(self, letter: str) -> str:
        return f"{self._address}.{letter}{len(self.blocks) + 1}"

    def _visit(self, node: etree._Element, style: Style, link: str) -> None:
        plain = name_of(node)
        name = _SPL.get(plain, plain)
        if name in UNREAD:
            return
        reason = why_hidden(node, plain)
        if reason:
            if not is_inline(node, name):
                self.flush()
            self._changes.append((flat(node), reason, True))
            return
        if is_put_in(node, plain):
            self._changes.append((flat(node), PUT_IN, False))
        is_typed = name not in _HANDLERS and _TYPED.search(node.get("style") or "")
        handler = _Flow._set if is_typed and not is_inline(node, plain) else _HANDLERS.get(name)
        if handler is not None:
            handler(self, node, style, link)
        elif is_inline(node, name):
            self.take(node, style_of(node, name, style), target_of(node) or link)
        else:
            self.flush()
            self.take(node, style_of(node, name, style), link)
            self.flush()

    def _break(self, _node: etree._Element, style: Style, link: str) -> None:
        self._spans.append(Span("\n", style, link))

    def _set(self, node: etree._Element, style: Style, link: str) -> None:
        """Take in text whose lines and columns were typed."""
        self.flush()
        before, self._is_set = self._is_set, True
        self.take(node, style_of(node, name_of(node), style), link)
        self._is_set = before
        self.flush()

    def _column(self, _node: etree._Element, _style: Style, _link: str) -> None:
        self._spans.append(Span(" ", "column"))

    def _definitions(self, node: etree._Element, style: Style, link: str) -> None:
        self.flush()
        address = self._next("d")
        pairs: list[Definition] = []
        terms: list[Block] = []
        meaning: list[Block] = []

        def close() -> None:
            if terms or meaning:
                pairs.append(Definition(tuple(terms), tuple(meaning)))
                terms.clear()
                meaning.clear()

        for name, pieces in definition_parts(node):
            if name == "dt" and meaning:
                close()
            flow = _Flow(
                f"{address}.{name[1]}{len(pairs) + 1}.{len(terms) + len(meaning) + 1}", self._pictures
            )
            for piece in pieces:
                flow._piece(piece, name, style, link)
            flow.flush()
            (terms if name == "dt" else meaning).extend(flow.blocks)
        close()
        if pairs:
            self.blocks.append(Definitions(tuple(pairs), address))

    def _heading(self, node: etree._Element, _style: Style, link: str) -> None:
        self.flush()
        self.take(node, "plain", link)
        level = _HEADINGS[name_of(node)]
        self.flush(lambda words: Heading(words, level), "h")

    def _list(self, node: etree._Element, style: Style, link: str) -> None:
        self.flush()
        items: list[tuple[Block, ...]] = []
        kept: list[int] = []
        before, *parts = list_parts(node)
        for piece in before:
            self._piece(piece, "li", style, link)
        self.flush()
        address = self._next("l")
        for index, part in enumerate(parts, 1):
            flow = _Flow(f"{address}.i{index}", self._pictures)
            for piece in part:
                flow._piece(piece, "li", style, link)
            flow.flush()
            if flow.blocks:
                items.append(tuple(flow.blocks))
                kept.append(index)
        if items:
            ordered = name_of(node) == "ol" or node.get("listType") == "ordered"
            marks = marks_of(node, [part[0] for part in parts]) if ordered else ()
            shown = tuple([marks[index - 1] for index in kept]) if marks else ()
            self.blocks.append(Listing(tuple(items), ordered, address, shown))

    def _piece(self, piece: "etree._Element | str", own: str, style: Style, link: str) -> None:
        """Take in a part of a list: what stands in its item, an element between items, or loose text."""
        if isinstance(piece, str):
            self.add(piece, style, link)
        elif _SPL.get(name_of(piece), name_of(piece)) == own and not why_hidden(piece, name_of(piece)):
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
        for place, child in table_parts(node):
            if place == "row" and self._is_gone(child):
                continue
            if place == "row":
                rows.append(self._row(child, f"{address}.r{len(rows) + 1}", style, link))
                head_rows += len(rows) == head_rows + 1 and is_head(child)
            else:  # a caption, or text that stands between rows
                flow = _Flow(f"{address}.caption", self._pictures)
                flow._visit(child, style, link)
                flow.flush()
                caption, rest = caption_of(caption, flow.blocks)
                self.blocks += rest
        self.blocks.append(Table(caption, tuple(rows), head_rows, address))
        self.add(stray(node), style, link)
        self.flush()

    def _is_gone(self, node: etree._Element) -> bool:
        """Take in a row or a cell that nobody sees as a change; tell whether it is one."""
        parent = node.getparent()
        group = parent if parent is not None and name_of(parent) in GROUPS else node
        reason = why_hidden(node, name_of(node)) or why_hidden(group, name_of(group))
        if reason:
            self._changes.append((flat(node), reason, True))
        return bool(reason)

    def _row(self, row: etree._Element, address: str, style: Style, link: str) -> tuple[Cell, ...]:
        cells = []
        for index, cell in enumerate(row.iterchildren(etree.Element), 1):
            if self._is_gone(cell):
                continue
            flow = _Flow(f"{address}.c{index}", self._pictures)
            flow._visit(cell, style, link)
            flow.flush()
            across, down = count_of(cell, "colspan"), count_of(cell, "rowspan")
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
    "dl": _Flow._definitions,
    "tab": _Flow._column,
    **dict.fromkeys(("pre", "listing", "xmp"), _Flow._set),
    "footnote": _Flow._note,
    **dict.fromkeys((*GROUPS, "tr", "colgroup", "col"), _Flow._loose),
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
