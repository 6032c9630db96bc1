"""Tables that only laid out a page: of one column, or most of their rows one cell with more than a value."""

from collections.abc import Sequence

from leaflet.importing.book import Book
from leaflet.importing.original import Block, Cell, Figure, Listing, Paragraph, Table, block_texts

_LONGEST_VALUE = 120  # characters; a cell over all columns that says more is a part of a page
_REASON = "a table that only lays out a page: its cells stand in order"


def unlaid(blocks: Sequence[Block], book: Book) -> tuple[Block, ...]:
    """Return blocks with the cells of such tables in their place, in reading order."""
    found: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table) or not _lays_out(block):
            found.append(block)
            continue
        book.enter("flattened", block.address, "", _REASON)
        if block.caption is not None:
            found.append(Paragraph(block.caption))
        found += unlaid([inner for row in block.rows for cell in row for inner in cell.blocks], book)
    return tuple(found)


def _lays_out(table: Table) -> bool:
    rows = [[cell for cell in row if cell.blocks] for row in table.rows]
    rows = [row for row in rows if row]
    width = max((sum(cell.across for cell in row) for row in table.rows), default=0)
    if width == 1:
        return len(rows) > 0
    whole = [row[0] for row in rows if len(row) == 1 and row[0].across >= width]
    return width > 1 and len(whole) > 1 and 2 * len(whole) >= len(rows) and sum(map(_is_page, whole)) > 1


def _is_page(cell: Cell) -> bool:
    """Tell whether a cell holds what no value of a table is: several blocks, a list, a long text."""
    if len(cell.blocks) > 1 or any(isinstance(block, Listing | Figure | Table) for block in cell.blocks):
        return True
    return sum(len(words.plain) for block in cell.blocks for words in block_texts(block)) > _LONGEST_VALUE
