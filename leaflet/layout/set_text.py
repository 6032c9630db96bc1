"""Set a text: its words as lines, ragged at their end."""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN, SENTENCES, Style
from leaflet.document.tree import Node, Text
from leaflet.layout.boxes import Fragment, LineBox
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import Spacing
from leaflet.text.words import BOLD
from leaflet.values import altered


def set_text(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a fragment a line; a whole text is not broken, any other leaves no orphan and no widow."""
    style, lines = node.style, text_lines(setter, node, column)
    height = setter.scale.line_height(lines[0].size)
    fragments = [Fragment(height, spacing.gap, spacing.break_cost, (lines[0],))]
    last = len(lines) - 1
    for index in range(1, last + 1):
        breakable = 1 < index < last and not style.whole
        cost = SENTENCES if breakable else FORBIDDEN
        fragments.append(Fragment(height, 0.0, cost, (lines[index],)))
    return fragments


def text_lines(setter: Setter, node: Node, column: Column) -> Sequence[LineBox]:
    """Return the lines of a node's text, each on the baseline of a fragment of its own."""
    text, style = text_of(node), node.style
    if style.strong:
        # A heading is bold in every profile, also where strong words are underlined.
        bold = BOLD if style.heads else None
        return setter.paragraph(all_strong(text), node, column, size_of(style, setter.scale), bold)
    return setter.paragraph(text, node, column, size_of(style, setter.scale))


def text_of(node: Node) -> Text:
    """Return the text of a node that compose gives one."""
    assert node.text is not None, node  # noqa: S101 - a slip in compose, not in anybody's input
    return node.text


def size_of(style: Style, scale: Scale) -> float:
    """Return a style's size in points, never under the body's."""
    profile = scale.profile
    size = style.size
    if size == "body":
        return scale.body
    return max(scale.body, profile.title_size if size == "title" else getattr(profile, size))


def all_strong(text: Text) -> Text:
    """Return a text all of whose words are strong."""
    return altered(text, runs=tuple([run._replace(strong=True) for run in text.runs]))
