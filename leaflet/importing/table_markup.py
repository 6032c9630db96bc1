"""Tables of XHTML and SPL: which rows they have, in reading order, and what stands between them."""

from lxml import etree

from leaflet.importing.markup import name_of
from leaflet.importing.original import Block, Paragraph, Words

GROUPS = ("thead", "tbody", "tfoot")


def table_parts(node: etree._Element) -> list[tuple[str, etree._Element]]:
    """Return the rows of a table in reading order, and its caption or stray parts."""
    parts: list[tuple[str, etree._Element]] = []
    foot: list[tuple[str, etree._Element]] = []
    for child in node.iterchildren(etree.Element):
        name = name_of(child)
        if name == "tr":
            parts.append(("row", child))
        elif name in GROUPS:
            inside = [
                ("row" if name_of(row) == "tr" else "text", row) for row in child.iterchildren(etree.Element)
            ]
            target = foot if name == "tfoot" else parts  # SPL and HTML 4 type the foot before the body
            target += inside
        elif name not in ("col", "colgroup"):
            parts.append(("text", child))
    return parts + foot


def stray(table: etree._Element) -> str:
    """Return the characters of a table that stand in no cell, caption or other element."""
    groups = list(table.iterchildren(*(f"{{*}}{name}" for name in GROUPS)))
    rows = [row for parent in (table, *groups) for row in parent.iterchildren("{*}tr")]
    columns = list(table.iterchildren("{*}colgroup"))
    found = [
        part
        for node in (table, *groups, *rows, *columns)
        for part in (node.text, *[each.tail for each in node])
    ]
    return " ".join(filter(None, found))


def is_head(row: etree._Element) -> bool:
    """Tell whether a row holds the heads of columns."""
    parent = row.getparent()
    if parent is not None and name_of(parent) == "thead":
        return True
    names = [name_of(cell) for cell in row.iterchildren(etree.Element)]
    return bool(names) and all(name == "th" for name in names)


def caption_of(caption: Words | None, blocks: list[Block]) -> tuple[Words | None, list[Block]]:
    """Return a table's caption, which is its first stray paragraph, and the other blocks."""
    first = blocks[0] if blocks else None
    if caption is None and isinstance(first, Paragraph):
        return first.words, blocks[1:]
    return caption, blocks


def count_of(cell: etree._Element, name: str) -> int:
    """Return how many columns or rows a cell says that it takes, from 1 to 100."""
    said = (cell.get(name) or "1").strip()
    return max(1, min(int(said), 100)) if said.isascii() and said.isdigit() and len(said) < 5 else 1
