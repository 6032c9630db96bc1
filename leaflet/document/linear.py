"""A document as one row of lines, for forms that are heard or felt and know no columns: speech and Braille.

Words and order are those of the tree. What only the eye would see is said: a cell names its heads, since
"1 tablet" alone does not tell whether it is for the morning or the evening, and a picture is its description.
"""

from collections.abc import Iterator
from typing import Literal

from leaflet.document.tree import Document, Node, Role, Text
from leaflet.document.warnings import WARNINGS
from leaflet.values import Value

Kind = Literal["heading", "paragraph", "item", "term", "meaning", "cell", "picture", "open", "close"]
"""`open` and `close` have no words: a warning or a panel starts and ends there."""
_BOXES = {*WARNINGS, "panel", "effects", "from pharmacist", "status"}
_NOTHING = Text.of("")


class Line(Value, kw_only=True):
    """One stretch of words, and what it is."""

    kind: Kind
    text: Text = _NOTHING
    level: int = 0  # of a heading; of an item how deep its list lies, from 1
    mark: str = ""  # of an item: its bullet or number
    heads: tuple[Text, ...] = ()  # of a cell: what stands over it and before it
    empty: str = ""  # of a cell without words: what is said of it
    box: str = ""  # of `open` and `close`: the style of what is framed

    @property
    def words(self) -> str:
        """What is said, without the mark and the heads."""
        return self.text.plain


def linear(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document in reading order."""
    return tuple(_lines(document.root, 0))


def _lines(node: Node, depth: int) -> Iterator[Line]:
    role = node.tag.role
    if role is Role.TABLE:
        yield from _table(node)
    elif role is Role.LIST:
        for item in node.kids:
            yield from (_pair if node.tag.numbering == "None" else _item)(item, depth + 1)
    elif node.tag.level:
        for leaf in node.kids or (node,):
            yield Line(kind="heading", text=leaf.text or _NOTHING, level=node.tag.level)
    elif node.kids:
        yield from _group(node, depth)
    elif node.image is not None:
        yield Line(kind="picture", text=Text.of(node.tag.alt))
    elif node.words:  # a drawn sign has none: it stands beside its signal word, which says the same
        yield Line(kind="paragraph", text=node.text or _NOTHING, level=depth)


def _group(node: Node, depth: int) -> Iterator[Line]:
    is_boxed = node.style.name in _BOXES
    if is_boxed:
        yield Line(kind="open", box=node.style.name)
    for kid in node.kids:
        yield from _lines(kid, depth)
    if is_boxed:
        yield Line(kind="close", box=node.style.name)


def _item(item: Node, depth: int) -> Iterator[Line]:
    mark, body = item.kids
    if not body.kids:
        yield Line(kind="item", text=body.text or _NOTHING, level=depth, mark=mark.words)
        return
    first, *others = body.kids
    yield Line(kind="item", text=first.text or _NOTHING, level=depth, mark=mark.words)
    for other in others:
        yield from _lines(other, depth)


def _pair(item: Node, depth: int) -> Iterator[Line]:
    term, body = item.kids
    yield Line(kind="term", text=term.text or _NOTHING, level=depth)
    yield Line(kind="meaning", text=body.text or _NOTHING, level=depth)


def _table(node: Node) -> Iterator[Line]:
    """Yield the caption, the heads of the columns, and each row, whose head stands before its cells."""
    for kid in node.kids:
        if kid.tag.role is not Role.ROW:
            yield Line(kind="heading", text=kid.text or _NOTHING, level=4)
            continue
        for cell in kid.kids:
            text = cell.text or _NOTHING
            if cell.tag.role is Role.HEAD_CELL:
                yield Line(kind="term", text=text, level=1)
            elif cell.tag.headers:
                over = [head.text or _NOTHING for head in cell.tag.headers if head.tag.scope == "Column"]
                yield Line(kind="cell", text=text, level=1, heads=tuple(over), empty=cell.tag.alt)
            elif text.plain:
                yield Line(kind="cell", text=text, level=1)
