"""The outline: the headings that a list of bookmarks, or of contents, names."""

from collections.abc import Iterator

from leaflet.document.tree import Document, Node


def outline(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield each section's and each frame's heading with its name, and the leaf that it starts with.

    A heading of several parts, such as a warning's signal word and hazard, is named by all of them.
    """
    for leaf, above in document.leaves:
        heading = above[-1] if above and above[-1].tag.level else leaf
        if heading.kids and heading.kids[0] is not leaf:
            continue
        within = above[:-1] if heading is not leaf else above
        if heading.tag.level == 2 or (heading.tag.level and within and within[-1].style.frame is not None):
            yield _name(heading), leaf


def _name(heading: Node) -> str:
    return ": ".join([kid.words for kid in heading.kids]) or heading.words
