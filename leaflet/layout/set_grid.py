"""Set a table: a grid where every column has room, else row by row, the same words in both.

A grid has room where each column holds its longest word and, unless its cells are shorter, 14 characters;
where that does not fit, columns stand nearer and short cells take two lines. A table to write in is as wide
as the text. Rules run between rows, never cell by cell, and one closes the table; type is never smaller; a
row is never cut; the head stands again on every page. Row by row, as large print has it, each value stands
after the name of its column and a colon (RNIB, APH), and so does each line to write on.
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN, TABLE
from leaflet.document.tree import Artifact, Node, Run
from leaflet.layout.again import again
from leaflet.layout.boxes import Fragment, LineBox, Mark, Rule
from leaflet.layout.set_text import text_lines, text_of
from leaflet.layout.setting import Column, Setter, held_together, stack
from leaflet.layout.spacing import Spacing
from leaflet.text.words import Word
from leaflet.values import altered

_GAP, _NEAR = 1.0, 0.6  # × body, between columns, and where they have no room else
_LEAST = 14  # characters of a column whose cells are longer
_PADDING = 0.2  # lines of white above and below a row
_WRITING = 1.4  # lines: the height of a cell to write in
_TALLEST = 0.45  # × the paper's height: a taller row is told cell by cell
_HEAD_RULE, _ROW_RULE = 0.1, 0.04  # × body
_APART = 1.4  # × body, between heads of columns, with a rule in the middle
_LONE_ROW = 30.0  # the cost of a row that stands by itself, before a page break or after it
_ENDS = ":?!"  # after which a name takes no colon
_CLOSE = Spacing(0.0, FORBIDDEN)


def set_grid(setter: Setter, table: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the caption, the head and the rows of a table as fragments."""
    rows = [kid for kid in table.kids if kid.kids]
    captions = [kid for kid in table.kids if not kid.kids]
    fragments = setter.row(captions, column)
    body: list[Fragment] = []
    for gap, halved in ((_GAP, False), (_NEAR, True)):
        widths = _widths(setter, rows, column.measure, gap * setter.scale.body, halved=halved)
        if widths:
            body = _grid(setter, rows, _placed(column, widths, gap * setter.scale.body))
            break
    if not body or max(each.height for each in body) > _TALLEST * setter.scale.sheet.height:
        body = _records(setter, rows, column)
    if fragments:
        body[0] = altered(body[0], gap=0.15 * setter.scale.leading, break_cost=FORBIDDEN)
        caption = again(setter, stack(fragments), column.x + column.measure)
        caption = altered(caption, height=caption.height + 0.15 * setter.scale.leading)
        body = [_under(caption, each) if each.break_cost < FORBIDDEN else each for each in body]
    first, *others = [*fragments, *body]
    return held_together(setter, [altered(first, gap=spacing.gap, break_cost=spacing.break_cost), *others])


def _under(caption: Fragment, row: Fragment) -> Fragment:
    """Return a row over which the caption stands again, above the head of the columns if that does."""
    if row.head is None:
        return altered(row, head=caption)
    head = stack([row.head], caption.height)
    return altered(row, head=altered(head, lines=caption.lines + head.lines))


def _widths(
    setter: Setter, rows: Sequence[Node], measure: float, gap: float, *, halved: bool
) -> tuple[float, ...]:
    """Return the width of each column in points; nothing where they have no room."""
    scale = setter.scale
    least = _LEAST * scale.character
    lows, highs = [], []
    for cells in zip(*[row.kids for row in rows], strict=True):
        words = [setter.words(cell) for cell in cells]
        word = max((each.advance * scale.body / 1000 for row in words for each in row), default=0.0)
        whole = max((_whole(row, scale.body) for row in words), default=0.0)
        # The head of a column may take as many lines as it has words.
        filled = max((_whole(row, scale.body) for row in words[1:]), default=0.0)
        lows.append(max(word, min(least, filled / 2 if halved else filled)) + 0.01)
        highs.append(max(whole, word) + 0.01)
    room = measure - gap * (len(lows) - 1) - sum(lows)
    if room < 0:
        return ()
    wish = sum(high - low for low, high in zip(lows, highs, strict=True))
    share = min(1.0, room / wish) if wish else 0.0
    widths = [low + share * (high - low) for low, high in zip(lows, highs, strict=True)]
    to_write = [index for index in range(len(widths)) if any(_is_empty(row.kids[index]) for row in rows[1:])]
    if any(_is_to_write(row) for row in rows[1:]) and to_write:
        over = (measure - gap * (len(widths) - 1) - sum(widths)) / len(to_write)
        widths = [width + over * (index in to_write) for index, width in enumerate(widths)]
    return tuple(widths)


def _is_empty(cell: Node) -> bool:
    return not cell.words


def _is_to_write(row: Node) -> bool:
    """Tell whether a row has nothing in it but its head, if that."""
    return all(_is_empty(cell) for cell in row.kids if cell.style.name != "head cell")


def _placed(column: Column, widths: Sequence[float], gap: float) -> list[Column]:
    """Return the columns of a grid by their widths."""
    places, x = [], column.x
    for width in widths:
        places.append(Column(x, width + 0.02))
        x += width + gap
    return places


def _whole(words: Sequence[Word], body: float) -> float:
    return (sum(word.stride for word in words) - words[-1].space) * body / 1000 if words else 0.0


def _grid(setter: Setter, rows: Sequence[Node], places: Sequence[Column]) -> list[Fragment]:
    scale, x = setter.scale, places[0].x
    wide = places[-1].x + places[-1].measure - x
    head, *others = [_row(setter, row, places) for row in rows]
    rule = _HEAD_RULE * scale.body
    under = Rule(x, head.height, wide, rule, Artifact.RULE)
    head = altered(head, height=head.height + rule, marks=(*head.marks, under))
    heads = altered(head, lines=tuple([altered(line, owner=Artifact.HEADER) for line in head.lines]))
    thin = max(0.5, _ROW_RULE * scale.body)
    fragments = [head]
    for index, row in enumerate(others):
        ruled = row
        if index:
            above = Rule(x, 0.0, wide, thin, Artifact.RULE)
            ruled = altered(stack([row], thin), break_cost=_cost(index, len(others)), head=heads)
            ruled = altered(ruled, marks=(above, *ruled.marks))
        fragments.append(ruled)
    last = fragments[-1]
    foot = Rule(x, last.height, wide, thin, Artifact.RULE)  # what follows is no row
    fragments[-1] = altered(last, height=last.height + thin, marks=(*last.marks, foot))
    return fragments


def _cost(index: int, rows: int) -> float:
    """Return what it costs to start a page with a row: more where one row stands by itself then."""
    return TABLE + _LONE_ROW * (index in (1, rows - 1))


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
    if row.style.name == "row to write in" and empty:
        height = max(height, _WRITING * scale.leading)
        foot = pad + height - 0.25 * scale.leading
        marks += [Rule(place.x, foot, place.measure, 0.75, Artifact.RULE) for place in empty]
    return Fragment(height + 2 * pad, 0.0, FORBIDDEN, tuple(lines), tuple(marks))


def _records(setter: Setter, rows: Sequence[Node], column: Column) -> list[Fragment]:
    """Return the column heads in cells, then each row as its values after their columns' names."""
    head, *others = rows
    fragments = [_heads(setter, [cell for cell in head.kids if cell.words], column)]
    inner = column.indented(1.3 * setter.scale.body)
    for index, row in enumerate(others):
        first = True
        for name, cell in zip(head.kids, row.kids, strict=True):
            if not cell.words and row.style.name != "row to write in":
                continue
            starts = first or cell.style.name == "head cell"
            set_cell = _record(setter, name, cell, column if starts else inner)
            gap = 0.4 * setter.scale.leading if first else 0.05 * setter.scale.leading
            cost = _cost(index, len(others)) if first and index else FORBIDDEN
            fragments += [altered(set_cell[0], gap=gap, break_cost=cost), *set_cell[1:]]
            first = False
    return fragments


def _heads(setter: Setter, heads: Sequence[Node], column: Column) -> Fragment:
    """Return the heads of columns, read before the first row, with rules round each.

    Side by side with only white between, "Dose" and "5 mg tablets" would read as a dose; a point or a bar
    of type between them could be taken for a decimal point or a 1.
    """
    scale = setter.scale
    pad, thin = 0.5 * _PADDING * scale.leading, max(0.5, _ROW_RULE * scale.body)
    lines: list[LineBox] = []
    rules: list[Rule] = []
    y = 0.0
    for row in _rows_of_heads([text_lines(setter, cell, column) for cell in heads], column, scale.body):
        height = max(len(cell) for cell in row) * scale.leading + 2 * pad
        rules.append(Rule(column.x, y, column.measure, thin, Artifact.RULE))
        x = column.x
        for index, cell in enumerate(row):
            if index:
                x += _APART * scale.body
                middle = x - 0.5 * _APART * scale.body
                rules.append(Rule(middle, y + thin, thin, height, Artifact.RULE))
            top = y + thin + pad
            lines += [altered(line, x=x, y=line.y + top + at * scale.leading) for at, line in enumerate(cell)]
            x += max(line.width for line in cell)
        y += thin + height
    rules.append(Rule(column.x, y, column.measure, _HEAD_RULE * scale.body, Artifact.RULE))
    return Fragment(y + rules[-1].height, 0.0, FORBIDDEN, tuple(lines), tuple(rules))


def _rows_of_heads(
    heads: Sequence[Sequence[LineBox]], column: Column, body: float
) -> list[list[Sequence[LineBox]]]:
    """Return the heads in rows that are no wider than the column; one of several lines has its own."""
    rows: list[list[Sequence[LineBox]]] = []
    room = 0.0
    for head in heads:
        width = max(line.width for line in head) + _APART * body
        if rows and len(head) == 1 and width <= room:
            rows[-1].append(head)
            room -= width
        else:
            rows.append([head])
            room = column.measure - width + _APART * body if len(head) == 1 else 0.0
    return rows


def _record(setter: Setter, name: Node, cell: Node, column: Column) -> list[Fragment]:
    """Return a value after the name of its column, which is read out with the table's head."""
    if cell.style.name == "head cell" or not name.words:
        return setter.node(cell, column, _CLOSE)
    label = _label(setter, name, column)
    body = setter.scale.body
    width = label[-1].width + 0.5 * body
    if not cell.words:
        return [_to_write(setter, label, column, width)]
    *above, last = [Fragment(setter.scale.leading, 0.0, FORBIDDEN, (line,)) for line in label]
    fits = _whole(setter.words(cell), body) <= column.measure - width
    if fits or (not above and width < 0.5 * column.measure):
        first, *others = setter.node(cell, column.indented(width), _CLOSE)
        return [*above, altered(first, lines=(*last.lines, *first.lines)), *others]
    return [*above, last, *setter.node(cell, column.indented(1.3 * body), _CLOSE)]


def _label(setter: Setter, name: Node, column: Column) -> Sequence[LineBox]:
    """Return the name of a column with a colon, as it stands again before a value."""
    text = text_of(name)
    if text.plain[-1] not in _ENDS:
        text = altered(text, runs=(*text.runs, Run(":", strong=True)))
    lines = text_lines(setter, altered(name, text=text), column)
    return [altered(line, owner=Artifact.HEADER) for line in lines]


def _to_write(setter: Setter, label: Sequence[LineBox], column: Column, width: float) -> Fragment:
    """Return the name of a column with a line to write on after it."""
    scale = setter.scale
    rise = (_WRITING - 1) * scale.leading
    lines = [altered(line, y=line.y + rise + index * scale.leading) for index, line in enumerate(label)]
    foot = lines[-1].y + 0.1 * scale.body
    rule = Rule(column.x + width, foot, column.measure - width, 0.75, Artifact.RULE)
    return Fragment(rise + len(label) * scale.leading, 0.0, FORBIDDEN, tuple(lines), (rule,))
