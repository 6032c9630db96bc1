"""Random trees of nodes, for every property of a walk."""

from hypothesis import strategies as st

from leaflet.document.styles import STYLES
from leaflet.document.tree import Node, Role, Tag, Text

_leaves = st.text("abc ", max_size=6).map(
    lambda words: Node(Tag(Role.PARAGRAPH), STYLES["paragraph"], text=Text.of(words))
)
trees: st.SearchStrategy[Node] = st.recursive(
    _leaves,
    lambda nodes: st.lists(nodes, min_size=1, max_size=4).map(
        lambda kids: Node(Tag(Role.SECTION), STYLES["section"], tuple(kids))
    ),
    max_leaves=30,
)
