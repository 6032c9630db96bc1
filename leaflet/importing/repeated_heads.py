"""Heads of columns that a page repeats in every cell, for screens too narrow for a table."""

from collections.abc import Sequence

from leaflet.importing.book import Book
from leaflet.importing.cells import cell_text
from leaflet.importing.inline_marks import without_start
from leaflet.importing.original import Block, Cell, Paragraph
from leaflet.values import altered

_REASON = "the head of its column, which the table prints once"


def without_heads(rows: Sequence[Sequence[Cell]], head_rows: int, book: Book) -> list[Sequence[Cell]]:
    """Return rows whose cells do not begin with their column's head, where all in the body do."""
    heads = [_said(cell) for cell in rows[0]]
    body = rows[head_rows:]
    if head_rows != 1 or not all(heads) or not all(_repeats(row, heads) for row in body):
        return list(rows)
    return [
        *rows[:head_rows],
        *[[_shorter(cell, head, book) for cell, head in zip(row, heads, strict=True)] for row in body],
    ]


def _repeats(row: Sequence[Cell], heads: Sequence[str]) -> bool:
    """Tell whether a row has as many cells as heads, each beginning with its own, and one that says more."""
    if len(row) != len(heads) or any(cell.across > 1 or cell.down > 1 for cell in row):
        return False
    return all(
        not cell.blocks or _begins(cell.blocks[0], head) for cell, head in zip(row, heads, strict=True)
    ) and any(cell.blocks for cell in row)


def _begins(block: Block, head: str) -> bool:
    return isinstance(block, Paragraph) and block.words.plain.startswith(f"{head} ")


def _shorter(cell: Cell, head: str, book: Book) -> Cell:
    if not cell.blocks:
        return cell
    first, *others = cell.blocks
    assert isinstance(first, Paragraph)  # noqa: S101 - callers have looked
    book.enter("printed", first.words.address, head, _REASON)
    return altered(cell, blocks=(Paragraph(without_start(first.words, len(head))), *others))


def _said(cell: Cell) -> str:
    return cell_text(cell).words.plain
