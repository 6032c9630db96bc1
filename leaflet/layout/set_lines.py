"""Set a label with empty lines to write on, the first beside the label where there is room."""

from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, Rule
from leaflet.layout.set_text import set_text
from leaflet.layout.setting import CLOSE, Column, Setter, stack
from leaflet.layout.spacing import Spacing

_SPACE = 1.6  # lines of white over a line to write on
_ROOM = 0.38  # × measure: the least length of a line to write on beside its label
_THICKNESS = 0.75  # pt
_UNDER = 0.15  # lines of white under the last, so that it is no part of a rule that follows
_RAISED = 0.3  # lines by which those under a label stand higher, where its own white is above them


def set_lines(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the label and its lines as one fragment."""
    scale, x, measure = setter.scale, column.x, column.measure
    label = stack(set_text(setter, node, column, CLOSE))
    start = label.lines[-1].width + 0.5 * scale.body
    beside = len(label.lines) == 1 and start <= (1 - _ROOM) * measure
    height = label.height
    lines, marks, gap = label.lines, [], spacing.gap
    if beside:
        rise = (_SPACE - 1) * scale.leading
        height += rise
        lines = stack([label], rise).lines
        if scale.profile.has_blank_lines:  # a blank line above it has the room to write already
            gap = max(0.0, gap - rise)
        foot = lines[-1].y + 0.1 * scale.body
        marks.append(Rule(x + start, foot, measure - start, _THICKNESS, node))
    for _ in range(node.lines - beside):
        height += _SPACE * scale.leading
        at = height - _THICKNESS - (0.0 if beside else _RAISED * scale.leading)
        marks.append(Rule(x, at, measure, _THICKNESS, node))
    height += _UNDER * scale.leading
    return [Fragment(height, gap, spacing.break_cost, lines, tuple(marks))]
