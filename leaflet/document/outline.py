"""The outline: the headings that a list of bookmarks, or of contents, names."""

from collections.abc import Iterator

from leaflet.document.tree import Document, Node


def outline(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield each section's and each frame's heading with its name; a warning's name says its hazard, too."""
    for leaf, above in document.leaves:
        level = leaf.tag.level
        if not level or not above:
            continue
        frame = above[-1] if above[-1].style.frame is not None else None
        if frame is not None:
            yield _name(frame, leaf), leaf
        elif level == 2:
            yield leaf.words, leaf


def _name(frame: Node, heading: Node) -> str:
    if not frame.style.warns:
        return heading.words
    after = frame.kids[frame.kids.index(heading) + 1 :]
    return ": ".join([heading.words, *(kid.words for kid in after[:1])])
