"""Set rows of a label and what belongs to it: in two columns where every label is short."""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, LineBox
from leaflet.layout.set_flow import set_flow
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import Spacing, spacing_between
from leaflet.values import altered

_WIDEST = 0.42  # × measure: the widest label that leaves room beside it
_GAP = 1.0  # × body, between the columns


def set_rows(setter: Setter, rows: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the rows; each label is on the first line of its body where all labels are short."""
    labels = [text_lines(setter, row.kids[0], column) for row in rows.kids]
    widest = max(line.width for lines in labels for line in lines)
    if widest > _WIDEST * column.measure or any(len(lines) > 1 for lines in labels):
        return set_flow(setter, rows, column, spacing)
    inner = column.indented(widest + _GAP * setter.scale.body)
    fragments: list[Fragment] = []
    last = len(rows.kids) - 1
    for index, row in enumerate(rows.kids):
        if index:
            spacing = spacing_between(row.style, row.style, setter.scale)
            if index in (1, last):
                spacing = altered(spacing, break_cost=FORBIDDEN)
        fragments += _beside(setter, row, labels[index], inner, spacing)
    return fragments


def _beside(
    setter: Setter, row: Node, label: Sequence[LineBox], inner: Column, spacing: Spacing
) -> list[Fragment]:
    """Return a row, its label on the baseline of its body's first line."""
    first, *others = setter.node(row.kids[1], inner, spacing)
    baseline = first.lines[0].y if first.lines else setter.baseline
    placed = tuple([altered(line, y=baseline) for line in label])
    return [altered(first, lines=(*placed, *first.lines)), *others]
