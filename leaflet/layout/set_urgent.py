"""Set what calls for help at once: its first words on a black bar, what they are about in a heavy frame.

Where a profile forbids fills, the frame alone is heavy. It is whole; what is too long for that goes without.
"""

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.boxes import Bar, Fragment, Frame, Mark
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.values import altered

_TALLEST = 0.6  # × the paper's height: a taller frame is not kept whole
_ROUND = 0.1  # lines of white above and below the words on the bar, together


def set_urgent(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the first words and what belongs to them as one fragment."""
    scale, look = setter.scale, node.style.frame
    assert look is not None, node  # noqa: S101 - a slip in the table of styles
    border = max(look.least, look.border * scale.body)
    inset = border + look.padding * scale.body
    inside = Column(column.x + inset, column.measure - 2 * inset)
    if scale.profile.reversed_bars:
        head, *others = node.kids
        bar = _bar(setter, head, inside, border)
        held = stack(setter.row(others, inside), bar.height + 0.3 * inset)
        lines = bar.lines + held.lines
        drawn: tuple[Mark, ...] = (Bar(column.x, 0.0, column.measure, bar.height, node.style), *held.marks)
    else:
        held = stack(setter.row(node.kids, inside), 0.8 * inset)
        lines, drawn = held.lines, held.marks
    height = held.height + 0.8 * inset
    if height > _TALLEST * scale.sheet.height:
        first, *rest = setter.row(node.kids, column)
        return [altered(first, gap=spacing.gap, break_cost=spacing.break_cost), *rest]
    frame = Frame(column.x, 0.0, column.measure, height, border, node.style)
    return [Fragment(height, spacing.gap, spacing.break_cost, lines, (frame, *drawn), node)]


def _bar(setter: Setter, head: Node, inside: Column, border: float) -> Fragment:
    """Return the lines of the first words, white as they stand on a bar."""
    scale = setter.scale
    lines = text_lines(setter, head, inside)
    size = scale.line_height(lines[0].size)
    top = border / 2 + _ROUND * scale.leading / 2
    placed = [altered(line, y=line.y + top + index * size, white=True) for index, line in enumerate(lines)]
    return Fragment(2 * top + size * len(lines), 0.0, FORBIDDEN, tuple(placed))
