"""Set a flow: nodes under one another, each with the white above it that its style asks for."""

from collections.abc import Iterator, Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import Spacing, spacing_between


def set_flow(setter: Setter, flow: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the fragments of all kids; those of a section stand as if they were the flow's own."""
    fragments: list[Fragment] = []
    kids = tuple(_joined(flow.kids))
    last = len(kids) - 1
    before = None
    for index, kid in enumerate(kids):
        if before is not None:
            spacing = spacing_between(before, kid.style, setter.scale)
            if flow.style.keep_ends and (index == 1 or index == last):
                spacing = Spacing(spacing.gap, FORBIDDEN)
        fragments += setter.node(kid, column, spacing)
        before = kid.style
    return fragments


def _joined(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.style.joins:
            yield from _joined(node.kids)
        else:
            yield node
