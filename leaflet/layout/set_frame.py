"""Set a frame: nodes in a box, whole, the signal word and the hazard beside the sign where there is one."""

from leaflet.document.styles import FORBIDDEN, FrameLook, Style
from leaflet.document.tree import Artifact, Node
from leaflet.layout.boxes import Fragment, Frame, Mark, Rule, Symbol
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing

_SYMBOL_GAP = 0.5  # × body, between the symbol and the words beside it


def set_frame(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a frame and all in it as one fragment as wide as its column."""
    style, look = node.style, node.style.frame
    assert look is not None, node  # noqa: S101 - a slip in the table of styles
    body = setter.scale.body
    border = max(look.least, look.border * body)
    inset = border + (3 * look.inner + look.padding) * body
    start = inset + look.bar * body
    inside = Column(column.x + start, column.measure - start - inset)
    if style.symbol is None:
        held = stack(setter.row(node.kids, inside, look.most_white * setter.scale.leading), inset)
    else:
        held = _beside_symbol(setter, node, inside, inset)
    height = held.height + inset
    marks = (*_drawn(style, look, border, body, column, height), *held.marks)
    return [Fragment(height, spacing.gap, spacing.break_cost, held.lines, marks, node)]


def _beside_symbol(setter: Setter, node: Node, inside: Column, top: float) -> Fragment:
    """Set the signal word and the hazard beside the symbol, and the rest under it across the frame."""
    scale, style = setter.scale, node.style
    sign, heading, hazard, *others = node.kids
    size = scale.line_height(scale.profile.heading) + scale.leading
    beside = inside.indented(size + _SYMBOL_GAP * scale.body)
    gap = (style.frame.most_white if style.frame else 0.0) * scale.leading
    head = stack(setter.row((heading, hazard), beside, most_white=0.0), top)
    below = stack(setter.row(others, inside, most_white=gap), max(head.height, top + size) + gap)
    symbol = Symbol(inside.x, top + 0.04 * size, size * 0.92, sign)
    marks = (symbol, *head.marks, *below.marks)
    return Fragment(below.height, 0.0, FORBIDDEN, head.lines + below.lines, marks)


def _drawn(
    style: Style, look: FrameLook, border: float, body: float, column: Column, height: float
) -> list[Mark]:
    x, width = column.x, column.measure
    marks: list[Mark] = [Frame(x, 0.0, width, height, border, style)]
    if look.inner:
        thin, off = look.inner * body, border + 1.5 * look.inner * body
        marks.append(Frame(x + off, off, width - 2 * off, height - 2 * off, thin, style))
    if look.bar:
        bar = look.bar * body
        marks.append(Rule(x + border, border, bar, height - 2 * border, Artifact.RULE, style))
    return marks
