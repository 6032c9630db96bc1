"""The grid of a table: spanned cells at each of their places, every row as long as the widest."""

from collections.abc import Sequence

from leaflet.importing.original import Cell
from leaflet.values import Value


class Slot(Value):
    """A place of the grid: its cell, and whether a spanned cell is repeated here, or reaches down to here."""

    cell: Cell
    is_copy: bool = False
    is_missing: bool = False
    is_below: bool = False


def width_of(rows: Sequence[Sequence[Cell]], most: int) -> int:
    """Return how many columns a table needs, cells that reach down from rows above counted in."""
    widest = 0
    reaching: list[int] = []  # for each column, how many further rows a cell above still takes
    for row in rows:
        if widest > most:
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


def filled(rows: Sequence[Sequence[Cell]], width: int) -> list[list[Slot]]:
    """Return rows of equal length: spanned cells repeated, a cell over the whole row once, gaps empty."""
    found: list[list[Slot]] = []
    pending: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots: list[Slot] = []
        cells = list(row)
        while len(slots) < width:
            column = len(slots)
            if column in pending:
                cell, left = pending.pop(column)
                slots.append(Slot(cell, is_copy=True, is_below=True))
                if left > 1:
                    pending[column] = (cell, left - 1)
            elif cells:
                slots += _across(cells.pop(0), column, width, pending)
            else:  # a row of one cell is a line over the others; a shorter one may have slipped
                slots.append(Slot(Cell(()), is_missing=len(row) > 1))
        found.append(slots)
    return found


def _across(cell: Cell, column: int, width: int, pending: dict[int, tuple[Cell, int]]) -> list[Slot]:
    """Return the places that a cell takes in its row, and note those below that it takes, too."""
    is_whole_row = column == 0 and cell.across >= width
    slots = [Slot(cell)]
    for index in range(min(cell.across, width - column)):
        if cell.down > 1:
            pending[column + index] = (Cell(()) if is_whole_row and index else cell, cell.down - 1)
        if index:
            slots.append(Slot(Cell(())) if is_whole_row else Slot(cell, is_copy=True))
    return slots
