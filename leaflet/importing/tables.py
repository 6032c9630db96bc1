"""Tables of a source: a grid of texts where it is one, else its words row by row in reading order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from leaflet.importing.inline_marks import is_strong, line
from leaflet.importing.mending import GAP, GAP_TYPED
from leaflet.importing.original import Cell, Heading, Note, Paragraph, Span, Table, Words
from leaflet.inline import find_markup, has_words
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.importing.blocks import Placer, Typed

_LONGEST_CELL = 300
_MOST_COLUMNS = 12


class _Slot(Value):
    """A place of the grid: its cell, and whether a spanned cell is repeated here."""

    cell: Cell
    is_copy: bool = False
    is_missing: bool = False


def place_table(table: Table, placer: "Placer") -> "list[Typed]":
    """Return a table as a grid, as definitions, or as its blocks where it only laid out a page."""
    rows = [row for row in table.rows if any(cell.blocks for cell in row)]
    placed: list[Typed] = []
    width = _width(rows)
    if width < 2 or len(rows) < 2 or width > _MOST_COLUMNS or not _is_simple(rows):
        placed += placer.paragraph(table.caption) if table.caption is not None else []
        return placed + _as_blocks(rows, table.head_rows if width > 1 else 0, placer)
    return _Grid(table, rows, width, placer).place()


def _is_simple(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether every cell is a short text."""
    return all(_is_text(cell) for row in rows for cell in row)


def _is_text(cell: Cell) -> bool:
    if not all(isinstance(block, Paragraph | Heading) for block in cell.blocks):
        return False
    texts = [block.words.plain for block in cell.blocks if isinstance(block, Paragraph | Heading)]
    return (
        sum(map(len, texts)) <= _LONGEST_CELL and len(texts) <= 3 and not any("•" in text for text in texts)
    )


def _as_blocks(rows: Sequence[Sequence[Cell]], head_rows: int, placer: "Placer") -> "list[Typed]":
    """Return the cells in reading order; the first short cell of a row becomes its heading."""
    placed: list[Typed] = []
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.blocks]
        if len(filled) > 1 and index >= head_rows and _can_head(filled[0]):
            placed += placer.heading(_words(filled[0]))
            filled = filled[1:]
        for cell in filled:
            placed += placer.place(cell.blocks)
    return placed


def _can_head(cell: Cell) -> bool:
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph | Heading):
        return False
    said = line(cell.blocks[0].words)
    return has_words(said) and len(said) <= 100 and find_markup(said) is None


def _words(cell: Cell) -> Words:
    """Return the words of a simple cell as one text."""
    spans: list[Span] = []
    address = ""
    for block in cell.blocks:
        if isinstance(block, Paragraph | Heading | Note):
            spans += ([Span(" ")] if spans else []) + list(block.words.spans)
            address = address or block.words.address
    return Words(tuple(spans), address)


class _Grid:
    """A table whose cells are short texts, every row as long as the widest."""

    def __init__(self, table: Table, rows: Sequence[Sequence[Cell]], width: int, placer: "Placer") -> None:
        self._table = table
        self._placer = placer
        self._width = width
        self._rows = _filled(rows, width)
        self._head_rows = min(table.head_rows or _bold_head(rows), len(self._rows) - 1)

    def place(self) -> "list[Typed]":
        """Return the table, and a caption that stands over it."""
        heads = self._columns()
        body = [self._texts(row) for row in self._rows[self._head_rows :]]
        value: dict[str, Any] = {}
        if self._table.caption is not None and has_words(self._table.caption.plain):
            value["caption"] = self._placer.text(self._table.caption)
        elif self._table.caption is not None:
            self._placer.drop(self._table.caption, "signs without a letter or a digit")
        value["columns"] = heads
        if self._has_row_heads():
            value["row_heads"] = True
        value["rows"] = body
        return [{"table": value, "from": self._table.address}]

    def _columns(self) -> list[str]:
        """Return the head of each column: the head rows' texts one after the other."""
        if not self._head_rows:
            self._placer.book.enter(
                "decision",
                self._table.address,
                "",
                "the table has no row of heads: should its columns be named?",
            )
            return [""] * self._width
        columns: list[list[str]] = [[] for _ in range(self._width)]
        for row in self._rows[: self._head_rows]:
            for column, text in zip(columns, self._texts(row), strict=True):
                if text:
                    column.append(text)
        return [" ".join(column) for column in columns]

    def _texts(self, row: Sequence[_Slot]) -> list[str]:
        texts = []
        for slot in row:
            words = _words(slot.cell)
            text = self._placer.text(words) if words.spans else self._gap(slot)
            if slot.is_copy and text:
                self._placer.book.add(
                    words.address, words.plain, "a cell that spans several, repeated in each"
                )
            texts.append(text)
        return texts

    def _gap(self, slot: _Slot) -> str:
        """Return what stands in a cell without words: a gap where the source has no cell at all."""
        if not slot.is_missing:
            return ""
        reason = "a row with fewer cells than the table has columns: which cell stands where?"
        self._placer.book.enter("decision", self._table.address, GAP, reason)
        self._placer.book.add(self._table.address, GAP, reason)
        return GAP_TYPED

    def _has_row_heads(self) -> bool:
        firsts = [row[0].cell for row in self._rows[self._head_rows :]]
        return all(cell.is_head or (cell.blocks and is_strong(_words(cell))) for cell in firsts)


def _bold_head(rows: Sequence[Sequence[Cell]]) -> int:
    """Return 1 where the first row is bold and the others are not, else 0."""
    first, *others = [[is_strong(_words(cell)) for cell in row if cell.blocks] for row in rows]
    return int(bool(first) and all(first) and not any(all(row) and len(row) > 1 for row in others))


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many columns a table needs, cells that reach down from rows above counted in."""
    widest = 0
    reaching: list[int] = []  # for each column, how many further rows a cell above still takes
    for row in rows:
        if widest > _MOST_COLUMNS:
            break  # too wide for any page, however wide
        column = 0
        taken = [left > 0 for left in reaching]
        reaching = [max(0, left - 1) for left in reaching]
        for cell in row:
            while column < len(taken) and taken[column]:
                column += 1
            for _ in range(cell.across):
                if column >= len(reaching):
                    reaching.append(0)
                reaching[column] = max(reaching[column], cell.down - 1)
                column += 1
        widest = max(widest, column, *[index + 1 for index, is_taken in enumerate(taken) if is_taken], 0)
    return widest


def _filled(rows: Sequence[Sequence[Cell]], width: int) -> list[list[_Slot]]:
    """Return rows of equal length: spanned cells repeated, a cell over the whole row once, gaps empty."""
    filled: list[list[_Slot]] = []
    pending: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots: list[_Slot] = []
        cells = list(row)
        while len(slots) < width:
            column = len(slots)
            if column in pending:
                cell, left = pending.pop(column)
                slots.append(_Slot(cell, is_copy=True))
                if left > 1:
                    pending[column] = (cell, left - 1)
            elif cells:
                slots += _across(cells.pop(0), column, width, pending)
            else:  # a row of one cell is a line over the others; a shorter one may have slipped
                slots.append(_Slot(Cell(()), is_missing=len(row) > 1))
        filled.append(slots)
    return filled


def _across(cell: Cell, column: int, width: int, pending: dict[int, tuple[Cell, int]]) -> list[_Slot]:
    """Return the places that a cell takes in its row, and note those below that it takes, too."""
    is_whole_row = column == 0 and cell.across >= width
    slots = [_Slot(cell)]
    for index in range(min(cell.across, width - column)):
        if cell.down > 1:
            pending[column + index] = (Cell(()) if is_whole_row and index else cell, cell.down - 1)
        if index:
            slots.append(_Slot(Cell(())) if is_whole_row else _Slot(cell, is_copy=True))
    return slots
