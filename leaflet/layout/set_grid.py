"""Set a table: a grid where every column has room, else row by row, the same words in both.

A grid has room where each column holds its longest word and, unless its cells are shorter, 14 characters.
Rules run between rows, never cell by cell; type is never smaller; a row is never cut; the head stands again
on every page. Row by row, as large print has it, each value stands after the name of its column (RNIB, APH).
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Node
from leaflet.layout.again import again
from leaflet.layout.boxes import Fragment, LineBox, Mark, Rule
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.text.words import Word
from leaflet.values import altered

_GAP = 1.0  # × body, between columns
_LEAST = 14  # characters of a column whose cells are longer
_PADDING = 0.2  # lines of white above and below a row
_WRITING = 1.4  # lines: the height of a cell to write in
_TALLEST = 0.45  # × the paper's height: a taller row is told cell by cell
_BREAK = 80.0  # between rows: a table stays whole before a page is filled
_HEAD_RULE, _ROW_RULE = 0.1, 0.04  # × body
_CLOSE = Spacing(0.0, FORBIDDEN)


def set_grid(setter: Setter, table: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the caption, the head and the rows of a table as fragments."""
    rows = [kid for kid in table.kids if kid.kids]
    captions = [kid for kid in table.kids if not kid.kids]
    fragments = setter.row(captions, column)
    widths = _widths(setter, rows, column.measure)
    body = _grid(setter, rows, column, widths) if widths else []
    if not body or max(each.height for each in body) > _TALLEST * setter.scale.sheet.height:
        body = _records(setter, rows, column)
    if fragments:
        body[0] = altered(body[0], gap=0.15 * setter.scale.leading, break_cost=FORBIDDEN)
        caption = again(setter, stack(fragments), column.x + column.measure)
        caption = altered(caption, height=caption.height + 0.15 * setter.scale.leading)
        body = [_under(caption, each) if each.break_cost < FORBIDDEN else each for each in body]
    first, *others = [*fragments, *body]
    return [altered(first, gap=spacing.gap, break_cost=spacing.break_cost), *others]


def _under(caption: Fragment, row: Fragment) -> Fragment:
    """Return a row over which the caption stands again, above the head of the columns if that does."""
    if row.head is None:
        return altered(row, head=caption)
    head = stack([row.head], caption.height)
    return altered(row, head=altered(head, lines=caption.lines + head.lines))


def _widths(setter: Setter, rows: Sequence[Node], measure: float) -> tuple[float, ...]:
    """Return the width of each column in points; nothing where they have no room."""
    scale = setter.scale
    gap, least = _GAP * scale.body, _LEAST * scale.character
    lows, highs = [], []
    for cells in zip(*[row.kids for row in rows], strict=True):
        words = [setter.words(cell) for cell in cells]
        word = max((each.advance * scale.body / 1000 for row in words for each in row), default=0.0)
        whole = max((_whole(row, scale.body) for row in words), default=0.0)
        lows.append(max(word, min(least, whole)) + 0.01)
        highs.append(max(whole, word) + 0.01)
    room = measure - gap * (len(lows) - 1) - sum(lows)
    if room < 0:
        return ()
    wish = sum(high - low for low, high in zip(lows, highs, strict=True))
    share = min(1.0, room / wish) if wish else 0.0
    return tuple(low + share * (high - low) for low, high in zip(lows, highs, strict=True))


def _whole(words: Sequence[Word], body: float) -> float:
    return (sum(word.stride for word in words) - words[-1].space) * body / 1000 if words else 0.0


def _grid(setter: Setter, rows: Sequence[Node], column: Column, widths: Sequence[float]) -> list[Fragment]:
    scale = setter.scale
    places, x = [], column.x
    for width in widths:
        places.append(Column(x, width + 0.02))
        x += width + _GAP * scale.body
    wide = x - _GAP * scale.body - column.x
    head, *others = [_row(setter, row, places) for row in rows]
    rule = _HEAD_RULE * scale.body
    under = Rule(column.x, head.height, wide, rule, Artifact.RULE)
    head = altered(head, height=head.height + rule, marks=(*head.marks, under))
    heads = altered(head, lines=tuple([altered(line, owner=Artifact.HEADER) for line in head.lines]))
    thin = max(0.5, _ROW_RULE * scale.body)
    fragments = [head]
    for index, row in enumerate(others):
        ruled = row
        if index:
            above = Rule(column.x, 0.0, wide, thin, Artifact.RULE)
            ruled = altered(stack([row], thin), break_cost=_BREAK, head=heads)
            ruled = altered(ruled, marks=(above, *ruled.marks))
        fragments.append(ruled)
    return fragments


def _row(setter: Setter, row: Node, places: Sequence[Column]) -> Fragment:
    """Return a row, its cells side by side; an empty cell of a plan is a line to write on."""
    scale = setter.scale
    pad = _PADDING * scale.leading
    lines: list[LineBox] = []
    marks: list[Mark] = []
    height = scale.leading
    empty = [place for cell, place in zip(row.kids, places, strict=True) if not cell.words]
    for cell, place in zip(row.kids, places, strict=True):
        set_lines = text_lines(setter, cell, place) if cell.words else ()
        lines += [
            altered(line, y=line.y + pad + index * scale.leading) for index, line in enumerate(set_lines)
        ]
        height = max(height, len(set_lines) * scale.leading)
    writable = row.style.name == "row to write in"
    if writable and empty:
        height = max(height, _WRITING * scale.leading)
        foot = pad + height - 0.25 * scale.leading
        marks += [Rule(place.x, foot, place.measure, 0.75, Artifact.RULE) for place in empty]
    return Fragment(height + 2 * pad, 0.0, FORBIDDEN, tuple(lines), tuple(marks))


def _records(setter: Setter, rows: Sequence[Node], column: Column) -> list[Fragment]:
    """Return the column heads under one another, then each row as its values after the name of the column."""
    head, *others = rows
    heads = [cell for cell in head.kids if cell.words]
    fragments = setter.row(heads, column)
    inner = column.indented(1.3 * setter.scale.body)
    for row in others:
        first = True
        for name, cell in zip(head.kids, row.kids, strict=True):
            if not cell.words:
                continue
            starts = first or cell.style.name == "head cell"
            set_cell = _record(setter, name, cell, column if starts else inner)
            gap = 0.4 * setter.scale.leading if first else 0.05 * setter.scale.leading
            cost = _BREAK if first else FORBIDDEN
            fragments += [altered(set_cell[0], gap=gap, break_cost=cost), *set_cell[1:]]
            first = False
    return fragments


def _record(setter: Setter, name: Node, cell: Node, column: Column) -> list[Fragment]:
    """Return a value after the name of its column, which is read out with the table's head."""
    if cell.style.name == "head cell" or not name.words:
        return setter.node(cell, column, _CLOSE)
    label = text_lines(setter, name, column)
    colon = [altered(line, owner=Artifact.HEADER) for line in label]
    width = label[-1].width + 0.5 * setter.scale.body
    value = (
        setter.node(cell, column.indented(width), _CLOSE)
        if len(label) == 1 and width < 0.5 * column.measure
        else []
    )
    if value:
        first = altered(value[0], lines=(*colon, *value[0].lines))
        return [first, *value[1:]]
    height = setter.scale.leading
    above = [Fragment(height, 0.0, FORBIDDEN, (line,)) for line in colon]
    return [*above, *setter.node(cell, column.indented(1.3 * setter.scale.body), _CLOSE)]
