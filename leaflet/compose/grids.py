"""Lower tables and schedules to a grid: rows of cells, each with its place in the table for who listens."""

from collections.abc import Sequence

from leaflet import inline, model
from leaflet.compose.pieces import typed
from leaflet.document.styles import STYLES
from leaflet.document.tree import Node, Role, Tag, Text
from leaflet.languages import Language

_TABLE, _ROW, _CELL = Tag(Role.TABLE), Tag(Role.ROW), Tag(Role.CELL)
_COLUMN_HEAD, _ROW_HEAD = Tag(Role.HEAD_CELL, scope="Column"), Tag(Role.HEAD_CELL, scope="Row")
_CORNER = Text.of("")


def table_of(block: model.Table, source: str, language: Language) -> Node:
    """Return a table with its caption and the heads of its columns."""
    table = block.table
    heads = [typed(cell, source) for cell in table.columns]
    rows = [[typed(cell, source) for cell in row] for row in table.rows]
    return grid(_caption(table.caption, source), heads, rows, "table", language, row_heads=table.row_heads)


def schedule_of(block: model.Schedule, source: str, language: Language) -> Node:
    """Return a plan of doses: the times of a day across, days down.

    Where there is no dose, it says so in words: on an empty line, somebody might write one. A plan that has
    no dose at all is one to be filled in, and has lines for that.
    """
    plan = block.schedule
    heads = [_CORNER, *[typed(time, source) for time in plan.times]]
    none = Text.of("" if plan.is_to_fill_in else language.say("no_dose"))
    rows = [
        [typed(row.when, source), *[typed(dose, source) if dose.plain else none for dose in row.doses]]
        for row in plan.rows
    ]
    return grid(_caption(plan.caption, source), heads, rows, "schedule", language, row_heads=True)


def _caption(caption: inline.Text | None, source: str) -> tuple[Node, ...]:
    if caption is None:
        return ()
    return (Node(Tag(Role.CAPTION), STYLES["caption"], text=typed(caption, source)),)


def grid(
    caption: tuple[Node, ...],
    heads: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    style: str,
    language: Language,
    *,
    row_heads: bool,
) -> Node:
    """Return rows of cells under the heads of their columns; each cell names the heads over it.

    Who cannot see a cell without words is told: that it is left empty to write in, where no cell of its row
    or of its column has any; else that it is empty, for there is nothing to be written in.
    """
    firsts = int(row_heads)  # cells that are heads
    diary = [not any(row[index].plain for row in rows) for index in range(len(heads))]
    blank = [not any(text.plain for text in row[firsts:]) for row in rows]
    to_fill, empty = language.say("left_empty"), language.say("empty")
    head = Node(_ROW, STYLES["head row"], tuple([_cell(text, head=_COLUMN_HEAD) for text in heads]))
    to_write = style == "schedule" and not all(text.plain for row in rows for text in row)
    row_style = STYLES["row to write in" if to_write else "row of cells"]
    others = []
    for row, whole in zip(rows, blank, strict=True):
        said = [to_fill if whole or column else empty for column in diary]
        others.append(Node(_ROW, row_style, _cells(row, head.kids, said, row_heads=row_heads)))
    return Node(_TABLE, STYLES[style], (*caption, head, *others))


def _cells(
    row: Sequence[Text], heads: Sequence[Node], empty: Sequence[str], *, row_heads: bool
) -> tuple[Node, ...]:
    """Return the cells of a row, each naming the heads that are read out with it, or what is said of none."""
    cells: list[Node] = []
    for index, (text, head) in enumerate(zip(row, heads, strict=True)):
        if row_heads and not index:
            cells.append(_cell(text, head=_ROW_HEAD))
            continue
        over = [each for each in (head, *cells[: int(row_heads)]) if each.tag.role is Role.HEAD_CELL]
        tag = Tag(Role.CELL, headers=tuple(over), alt="" if text.plain else empty[index])
        cells.append(Node(tag, STYLES["cell"], text=text))
    return tuple(cells)


def _cell(text: Text, *, head: Tag) -> Node:
    if not text.plain:
        return Node(_CELL, STYLES["cell"], text=text)
    return Node(head, STYLES["head cell"], text=text)
