"""What a laid-out leaflet links: addresses in its words, and the entries of a list of contents."""

from collections.abc import Iterator
from typing import NamedTuple

from leaflet.document.tree import Node, Phrase, Role
from leaflet.layout.boxes import Layout, LineBox, Page
from leaflet.proof.reading.annotations import Box
from leaflet.rendering.links import uri_of

_ABOVE, _BELOW = 0.8, 0.25  # × size, of a link's box
_SAME_LINE = 0.01  # pt


class ExpectedLink(NamedTuple):
    """A link: its words, where it leads, and a box for each of its lines, from the foot of the page."""

    page: int
    words: str
    uri: str  # "" of one that leads to a page
    leads: tuple[int, float, float]  # a page, and between which heights; page 0 for none
    boxes: tuple[Box, ...]

    def moved(self, pages: int) -> "ExpectedLink":
        """Return the same behind so many pages."""
        page, foot, head = self.leads
        return self._replace(page=self.page + pages, leads=(page and page + pages, foot, head))


def expected_links(layout: Layout) -> Iterator[ExpectedLink]:
    """Yield the links of a layout, page by page; what is repeated as an artifact leads nowhere."""
    height = layout.paper.height
    starts: dict[Node, tuple[int, float, float]] = {}
    for page in reversed(layout.pages):
        for line, _, y in reversed(_lines(page)):
            if isinstance(line.owner, Node):
                starts[line.owner] = (page.number, height - y, height - y + 2 * line.size)
    for page in layout.pages:
        found: dict[Node | Phrase, tuple[Node, list[Box]]] = {}
        for line, x, y in _lines(page):
            if not isinstance(line.owner, Node):
                continue
            for element, left, right in _linked(line, line.owner, x):
                foot = height - y
                box = (left, foot - _BELOW * line.size, right, foot + _ABOVE * line.size)
                _, boxes = found.setdefault(element, (line.owner, []))
                if boxes and abs(boxes[-1][1] - box[1]) < _SAME_LINE:
                    box = (boxes.pop()[0], *box[1:])
                boxes.append(box)
        for element, (leaf, boxes) in found.items():
            yield _link(page.number, element, leaf, tuple(boxes), starts)


def _link(
    page: int,
    element: Node | Phrase,
    leaf: Node,
    boxes: tuple[Box, ...],
    starts: dict[Node, tuple[int, float, float]],
) -> ExpectedLink:
    if isinstance(element, Phrase):
        return ExpectedLink(page, element.target, uri_of(element.target), (0, 0.0, 0.0), boxes)
    heading = element.tag.refers
    return ExpectedLink(page, leaf.words, "", starts[heading] if heading else (0, 0.0, 0.0), boxes)


def _lines(page: Page) -> list[tuple[LineBox, float, float]]:
    return [
        (line, placed.x + line.x, placed.y + line.y)
        for placed in (*page.furniture, *page.fragments)
        for line in placed.fragment.lines
    ]


def _linked(line: LineBox, owner: Node, x: float) -> list[tuple[Node | Phrase, float, float]]:
    """Return where the links of a line start and end; an entry of a list of contents is one as a whole."""
    if owner.tag.role is Role.LINK:
        return [(owner, x, x + line.width)]
    pen, spans = x, list[tuple[Node | Phrase, float, float]]()
    for word in line.words:
        left = pen
        for part in word.parts:
            right = left + part.word.advance * line.size / 1000
            if part.phrase is not None and spans and spans[-1][0] is part.phrase:
                spans[-1] = (part.phrase, spans[-1][1], right)
            elif part.phrase is not None:
                spans.append((part.phrase, left, right))
            left = right
        pen += (word.advance + word.space) * line.size / 1000
    return spans
