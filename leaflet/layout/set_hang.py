"""Set a label with its body: a bullet or a number beside it, or a term over it, the body indented."""

from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, LineBox
from leaflet.layout.set_text import text_of
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import CLOSE, Spacing
from leaflet.text.slugs import Slug


def set_hang(setter: Setter, item: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the fragments of an item, its label on the first line or on lines of its own."""
    label, body = item.kids
    inner = column.indented(item.style.indent * setter.scale.body)
    if item.style.label == "above":
        return setter.node(label, column, spacing) + setter.node(body, inner, CLOSE)
    fragments = setter.node(body, inner, spacing)
    first = fragments[0]
    lines = (_label(setter, label, column.x), *first.lines)
    fragments[0] = Fragment(first.height, first.gap, first.break_cost, lines, first.marks, first.whole)
    return fragments


def _label(setter: Setter, label: Node, x: float) -> LineBox:
    """Set a bullet or a number; a list has the same ones over and over."""
    text = text_of(label)
    known = setter.labels.get(text.plain)
    size = setter.scale.body
    if known is None:
        line = LineBox.of(Slug(setter.shape(text)), x, setter.baseline, size, label)
        setter.labels[text.plain] = line.slug
        return line
    return LineBox(known, x, setter.baseline, known.width * size / 1000, size, label)
