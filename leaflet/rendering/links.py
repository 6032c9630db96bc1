"""Links: on each page a place to click (ISO 32000-1, 12.5.6.5), inside an element of the structure tree.

An address is printed in full, so its annotation says no more than its words do. It leads there by URI, an
entry of a list of contents to its section; neither does anything else, or prints anything of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from leaflet.document.tree import Node, Phrase
from leaflet.rendering.objects import Objects, text_string
from leaflet.rendering.stretches import Box
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.rendering.content import PageWriter

_AS_TYPED = "!#$%&'()*+,/:;=?@[]~"  # RFC 3986, 2.2: signs that mean something in an address, or are escapes


Leads = Callable[[Node], bytes]
"""Returns the entry of an annotation by which it leads to a heading."""


class PlacedLink(Value):
    """A link on one side: its element, the leaf whose words it is or is in, and a box for each line."""

    element: Node | Phrase
    leaf: Node
    side: int
    boxes: Sequence[Box]


class Links:
    """The links of a file, in reading order."""

    def __init__(self, placed: Sequence[PlacedLink], blanks: Mapping[Phrase, Node], first_key: int) -> None:
        """Take the links; `first_key` is the first number in the parent tree that no page has.

        `blanks` are lines to write on: they are parts of leaves as links are, and lead nowhere.
        """
        self.placed = placed
        parts = {link.element: link.leaf for link in placed if isinstance(link.element, Phrase)}
        self.leaves = {**parts, **blanks}
        self.numbered: list[tuple[PlacedLink, int, int]] = []  # with its key, and its annotation's number
        self._first_key = first_key

    def reserve(self, objects: Objects) -> Mapping[int, bytes]:
        """Keep numbers for the annotations, and return the entry of each side that has any."""
        sides: dict[int, list[bytes]] = {}
        for key, link in enumerate(self.placed, start=self._first_key):
            number = objects.reserve()
            self.numbered.append((link, key, number))
            sides.setdefault(link.side, []).append(b"%d 0 R" % number)
        return {side: b"/Annots[%b]" % b" ".join(numbers) for side, numbers in sides.items()}

    def write(self, objects: Objects, leads: Leads) -> None:
        """Write the annotations, when it is known where headings are."""
        for link, key, number in self.numbered:
            objects.put(number, _annotation(link, key, leads))


def placed_links(pages: Iterable["PageWriter"], sides: Iterable[int]) -> list[PlacedLink]:
    """Return the links of written pages, which lie on some sides."""
    found: dict[tuple[Node | Phrase, int], PlacedLink] = {}
    for page, side in zip(pages, sides, strict=True):
        for element, (leaf, boxes) in page.links.items():
            before = found.get((element, side))  # from the page beside it in a booklet
            whole = [*before.boxes, *boxes] if before else boxes
            found[element, side] = PlacedLink(element, leaf, side, whole)
    return list(found.values())


def _annotation(link: PlacedLink, key: int, leads: Leads) -> bytes:
    """Return the annotation of a link; `key` is its own in the parent tree (ISO 14289-1, 7.18.5)."""
    lefts, feet, rights, heads = zip(*link.boxes, strict=True)
    quads = b"/QuadPoints[%b]" % b" ".join(map(_corners, link.boxes)) if len(link.boxes) > 1 else b""
    place = b"/Rect[%.2f %.2f %.2f %.2f]%b" % (min(lefts), min(feet), max(rights), max(heads), quads)
    told = b"/Contents%b/StructParent %d" % (text_string(words_of(link)), key)
    return b"<</Type/Annot/Subtype/Link%b/Border[0 0 0]/F 4%b%b>>" % (place, told, _way(link, leads))


def _way(link: PlacedLink, leads: Leads) -> bytes:
    element = link.element
    if isinstance(element, Phrase):
        return b"/A<</S/URI/URI%b>>" % text_string(uri_of(element.target))
    assert element.tag.refers is not None, element  # noqa: S101 - a slip in layout: whole leaves are entries
    return leads(element.tag.refers)


def words_of(link: PlacedLink) -> str:
    """Return what a link says, of which this page may show a part."""
    if link.element is link.leaf:
        return link.leaf.words
    runs = link.leaf.text.runs if link.leaf.text is not None else ()
    return "".join([run.text for run in runs if run.phrase is link.element])


def uri_of(target: str) -> str:
    """Return an address as a URI, which is ASCII (ISO 32000-1, 12.6.4.7; RFC 3987, 3.1)."""
    return target if target.isascii() else quote(target, safe=_AS_TYPED)


def _corners(box: Box) -> bytes:
    """Return a line of a link as readers expect it: upper left, upper right, lower left, lower right."""
    left, foot, right, head = box
    return b"%.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f" % (left, head, right, head, left, foot, right, foot)
