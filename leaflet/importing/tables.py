"""Tables of a source: a grid of texts; where a cell holds more than words, a record for each row."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from leaflet.importing.cells import cell_text, holds_text, is_dash, only_signs, typed_list
from leaflet.importing.grid import Slot, filled, width_of
from leaflet.importing.inline_marks import is_strong, line
from leaflet.importing.mending import GAP, GAP_TYPED
from leaflet.importing.original import Cell, Heading, Paragraph, Span, Table, Words
from leaflet.importing.repeated_heads import without_heads
from leaflet.inline import find_markup, has_words
from leaflet.values import altered

if TYPE_CHECKING:
    from leaflet.importing.drafted_blocks import Placer, Typed

_MOST_COLUMNS = 12
_LONGEST_CAPTION = 200
_MOST_HEADS = 2  # bold rows at the top; more of them are bold for another reason


def place_table(table: Table, placer: "Placer") -> "list[Typed]":
    """Return a table as a grid, as records, as a list, or as its blocks where it only laid out a page."""
    rows: list[Sequence[Cell]] = [row for row in table.rows if any(cell.blocks for cell in row)]
    width = width_of(rows, _MOST_COLUMNS)
    if width < 2 or len(rows) < 2 or width > _MOST_COLUMNS:
        return _in_order(table, rows, table.head_rows if width > 1 else 0, placer)
    listing = typed_list(table, placer.book)
    if listing is not None:
        return _caption(table, placer) + placer.block(listing)
    table, rows = _captioned(table, rows, width)
    head_rows = _heads(table, rows)
    rows = without_heads(rows, head_rows, placer.book)
    if all(holds_text(cell) for row in rows for cell in row):
        return _Grid(table, filled(rows, width), head_rows, placer).place()
    if head_rows and all(holds_text(cell) for row in rows[:head_rows] for cell in row):
        return _Records(table, filled(rows, width), head_rows, placer).place()
    _flattened(table, placer, "a table without heads that holds more than words: its cells stand in order")
    return _in_order(table, rows, 0, placer)


def _flattened(table: Table, placer: "Placer", reason: str) -> None:
    placer.book.enter("flattened", table.address, "", reason)


def _captioned(table: Table, rows: list[Sequence[Cell]], width: int) -> tuple[Table, list[Sequence[Cell]]]:
    """Take a first line over all columns for the caption."""
    first = [cell for cell in rows[0] if cell.blocks]
    if table.caption is not None or len(rows) < 3 or len(first) != 1 or first[0].across < width:
        return table, rows
    blocks = first[0].blocks
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph) or not has_words(blocks[0].words.plain):
        return table, rows
    words = blocks[0].words
    if first[0].down > 1 or len(words.plain) > _LONGEST_CAPTION:
        return table, rows
    return altered(table, caption=words, head_rows=max(0, table.head_rows - 1)), rows[1:]


def _caption(table: Table, placer: "Placer") -> "list[Typed]":
    return placer.paragraph(table.caption) if table.caption is not None else []


def _in_order(
    table: Table, rows: Sequence[Sequence[Cell]], head_rows: int, placer: "Placer"
) -> "list[Typed]":
    """Return the cells in reading order; the first short cell of a row becomes its heading."""
    placed = _caption(table, placer)
    for index, row in enumerate(rows):
        cells = [cell for cell in row if cell.blocks]
        if len(cells) > 1 and index >= head_rows and _can_head(cells[0]):
            placed += placer.heading(_head_words(cells[0]))
            cells = cells[1:]
        for cell in cells:
            placed += placer.place(cell.blocks)
    return placed


def _head_words(cell: Cell) -> Words:
    block = cell.blocks[0]
    return block.words if isinstance(block, Paragraph | Heading) else Words((), "")


def _can_head(cell: Cell) -> bool:
    if len(cell.blocks) != 1:
        return False
    said = line(_head_words(cell))
    return has_words(said) and len(said) <= 100 and find_markup(said) is None


def _in_their_place(signs: str, slot: Slot, table: Table, placer: "Placer") -> str:
    """Return what stands for signs in a cell: nothing for a dash, a gap for what only people can read."""
    gap = "" if is_dash(signs) else GAP
    reason = "a sign alone: write in words what it says" if gap else "a dash for an empty cell"
    if not slot.is_copy:
        placer.book.enter("dropped", table.address, signs, reason)
    if gap:
        placer.book.enter("decision", table.address, signs, reason)
        placer.book.add(table.address, gap, reason)
    return GAP_TYPED if gap else ""


class _Grid:
    """A table whose cells are texts, every row as long as the widest."""

    def __init__(self, table: Table, rows: list[list[Slot]], head_rows: int, placer: "Placer") -> None:
        self._table = table
        self._placer = placer
        self._rows = rows
        self._head_rows = head_rows
        self._joined = 0

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
        if self._joined:
            reason = f"{self._joined} cells hold lists or several paragraphs: • parts them in one text"
            _flattened(self._table, self._placer, reason)
        return [{"table": value, "from": self._table.address}]

    def _columns(self) -> list[str]:
        """Return the head of each column: the head rows' texts one after the other."""
        columns: list[list[str]] = [[] for _ in self._rows[0]]
        if not self._head_rows:
            self._placer.book.enter(
                "decision", self._table.address, "",
                "the table has no row of heads: should its columns be named?",
            )  # fmt: skip
        for row in self._rows[: self._head_rows]:
            row = [Slot(Cell(())) if slot.is_below else slot for slot in row]  # it is said once a column
            for column, text in zip(columns, self._texts(row), strict=True):
                if text:
                    column.append(text)
        return [" ".join(column) for column in columns]

    def _texts(self, row: Sequence[Slot]) -> list[str]:
        return [self._text(slot) for slot in row]

    def _text(self, slot: Slot) -> str:
        signs = only_signs(slot.cell)
        if signs:
            return _in_their_place(signs, slot, self._table, self._placer)
        words, marks = cell_text(slot.cell)
        text = self._placer.text(words) if words.spans else self._gap(slot)
        if slot.is_copy and text:
            self._placer.book.add(words.address, words.plain, "a cell that spans several, repeated in each")
        elif marks:
            self._joined += 1
            self._placer.book.add(words.address, marks, "a mark that parts the items of a cell")
        return text

    def _gap(self, slot: Slot) -> str:
        """Return what stands in a cell without words: a gap where the source has no cell at all."""
        if not slot.is_missing:
            return ""
        reason = "a row with fewer cells than the table has columns: which cell stands where?"
        self._placer.book.enter("decision", self._table.address, GAP, reason)
        self._placer.book.add(self._table.address, GAP, reason)
        return GAP_TYPED

    def _has_row_heads(self) -> bool:
        firsts = [row[0].cell for row in self._rows[self._head_rows :]]
        return all(cell.is_head or (cell.blocks and is_strong(cell_text(cell).words)) for cell in firsts)


class _Records:
    """A table with pictures, tables or long texts in its cells: row by row, each value behind its head."""

    def __init__(self, table: Table, rows: list[list[Slot]], head_rows: int, placer: "Placer") -> None:
        self._table = table
        self._placer = placer
        self._heads = rows[:head_rows]
        self._body = rows[head_rows:]

    def place(self) -> "list[Typed]":
        """Return the caption, then the rows one after the other."""
        placed = _caption(self._table, self._placer)
        heads = [self._head(column) for column in range(len(self._body[0]))]
        for row in self._heads:
            for slot in row:
                if not slot.is_copy:
                    self._say_heads(slot)
        for row in self._body:
            placed += self._row(row, heads)
        reason = "a table with more than words in its cells: row by row, each value behind its column's head"
        _flattened(self._table, self._placer, reason)
        self._placer.book.enter("decision", self._table.address, "", f"{reason}; does each stand right?")
        return placed

    def _head(self, column: int) -> Words:
        spans: list[Span] = []
        for row in self._heads:
            slot = row[column]
            words = Words((), "") if slot.is_below else cell_text(slot.cell).words
            spans += [*([Span(" ")] if spans and words.spans else []), *words.spans]
        return Words(tuple(spans), self._table.address)

    def _say_heads(self, slot: Slot) -> None:
        words = cell_text(slot.cell).words.plain
        marks = cell_text(slot.cell).marks
        self._placer.book.enter(
            "printed", self._table.address, words, "heads of columns, said with each value"
        )
        self._placer.book.add(self._table.address, marks, "a mark that parts the items of a cell")

    def _row(self, row: Sequence[Slot], heads: Sequence[Words]) -> "list[Typed]":
        placed: list[Typed] = []
        for index, (slot, head) in enumerate(zip(row, heads, strict=True)):
            if (slot.is_copy and not slot.is_below) or not slot.cell.blocks:
                continue
            if slot.is_below and not _can_head(slot.cell):
                self._placer.book.enter(
                    "decision",
                    self._table.address,
                    line(head),
                    "a cell that spans several rows stands in its first",
                )
                continue
            if slot.is_below:
                self._placer.book.add(
                    self._table.address,
                    _head_words(slot.cell).plain,
                    "a cell that spans several, repeated in each",
                )
            if index == 0 and _can_head(slot.cell):
                placed += self._placer.heading(_head_words(slot.cell))
                continue
            signs = only_signs(slot.cell)
            if signs:
                gap = _in_their_place(signs, slot, self._table, self._placer)
                value = [{"paragraph": gap, "from": self._table.address}] if gap else []
            else:
                value = self._placer.place(slot.cell.blocks)
            placed += self._label(head) + value if value else []
        return placed

    def _label(self, head: Words) -> "list[Typed]":
        if not has_words(head.plain):
            return []
        words = Words((Span(f"{head.plain.rstrip(':')}:", "strong"),), self._table.address)
        self._placer.book.add(self._table.address, words.plain, "the head of its column")
        return [{"paragraph": self._placer.text(words), "from": self._table.address}]


def _heads(table: Table, rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many rows are heads: marked so or bold, or those into which such a cell reaches."""
    found = min(table.head_rows or _bold_heads(rows), len(rows) - 1)
    reach = max([cell.down + index for index, row in enumerate(rows[:found]) for cell in row], default=0)
    return reach if found < reach < len(rows) else found


def _bold_heads(rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many rows at the top are bold where the others are not, else 0."""
    texts = [[is_strong(cell_text(cell).words) for cell in row if cell.blocks] for row in rows]
    found = len(list(takewhile(lambda row: bool(row) and all(row), texts)))
    others = texts[found:]
    return found if found <= _MOST_HEADS and not any(all(row) and len(row) > 1 for row in others) else 0
