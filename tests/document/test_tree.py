"""The tree: one walk that meets every leaf once and in order, with what is above it; texts have places."""

from itertools import pairwise

import pytest
from hypothesis import given

from leaflet import inline
from leaflet.document.styles import STYLES
from leaflet.document.tree import Document, Furniture, Node, Role, Run, Tag, Text, walk
from leaflet.source import LocatedStr, SourceText
from tests.document.trees import trees


def leaves_of(node: Node) -> list[Node]:
    return [leaf for kid in node.kids for leaf in leaves_of(kid)] if node.kids else [node]


def document_of(root: Node) -> Document:
    furniture = Furniture(identity=Text.of("Testol"), page_label="{page} of {pages}")
    return Document(title="Testol", language="en", root=root, furniture=furniture)


@given(trees)
def test_a_walk_meets_every_leaf_once_and_in_order(root: Node) -> None:
    met = [leaf for leaf, _ in walk(root)]
    wanted = leaves_of(root)
    assert len(met) == len(wanted)
    assert all(one is other for one, other in zip(met, wanted, strict=True))


@given(trees)
def test_the_ancestors_are_the_way_from_the_root_to_the_leaf(root: Node) -> None:
    for leaf, above in walk(root):
        way = (*above, leaf)
        assert way[0] is root
        assert all(any(kid is below for kid in node.kids) for node, below in pairwise(way))


@given(trees)
def test_the_nodes_are_all_there_each_before_its_kids(root: Node) -> None:
    nodes = list(document_of(root).nodes)
    place = {node: index for index, node in enumerate(nodes)}
    assert len(place) == len(nodes) == 1 + sum(len(node.kids) for node in nodes)
    assert all(place[kid] > place[node] for node in nodes for kid in node.kids)


@given(trees)
def test_the_text_is_the_leaves_words(root: Node) -> None:
    assert document_of(root).text == "\n".join(leaf.words for leaf in leaves_of(root) if leaf.words)


def test_equal_nodes_are_told_apart() -> None:
    one, other = (Node(Tag(Role.PARAGRAPH), STYLES["paragraph"], text=Text.of("Same.")) for _ in range(2))
    assert one != other


def test_a_text_knows_where_it_was_typed() -> None:
    source = SourceText("a.yaml", "name: **Stop** now")
    typed = inline.Text.parse(LocatedStr("**Stop** now", source, 6, 18))
    text = Text((Run("Stop", strong=True), Run(" now")), "monograph", typed)
    assert text.plain == "Stop now"
    assert str(text.locate(0, 4)) == "a.yaml:1:9"
    assert str(text.locate(5, 8)) == "a.yaml:1:16"
    assert Text.of("Page").span is None


@pytest.mark.parametrize(
    ("role", "level"), [(Role.HEADING_1, 1), (Role.HEADING_4, 4), (Role.LIST, 0), (Role.PARAGRAPH, 0)]
)
def test_a_heading_has_its_level(role: Role, level: int) -> None:
    assert Tag(role).level == level
