"""Set a frame: nodes in a box, whole."""

from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, Frame
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing


def set_frame(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a frame and all in it as one fragment as wide as its column."""
    look = node.style.frame
    assert look is not None, node  # noqa: S101 - a slip in the table of styles
    body = setter.scale.body
    border = max(look.least, look.border * body)
    inset = border + look.padding * body
    inside = Column(column.x + inset, column.measure - 2 * inset)
    held = stack(setter.row(node.kids, inside, look.most_white * setter.scale.leading), inset)
    height = held.height + inset
    drawn = Frame(column.x, 0.0, column.measure, height, border, node.style)
    return [Fragment(height, spacing.gap, spacing.break_cost, held.lines, (drawn, *held.marks), node)]
