"""Read a page's annotations through qpdf, as plain values."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pikepdf

from leaflet.proof.reading.bounds import number_of, text_of

Box = tuple[float, float, float, float]
"""Left, foot, right and head, in points from the foot of the page."""

_MOST = 1000


class InTree(NamedTuple):
    """A structure element that something leads to."""

    element: tuple[int, int]  # its object
    top: float  # pt from the foot of its page


class Annotation(NamedTuple):
    """What an annotation is, where it stands, what it says and where it leads."""

    kind: str  # its subtype; "" of what is no dictionary
    reference: tuple[int, int] = (0, 0)
    uri: str = ""
    leads: tuple[int, float] = (0, -1.0)  # to a page, and how high above its foot; page 0 for none
    words: str = ""  # Contents, which a screen reader says
    key: int = -1  # its own in the parent tree; -1 for none
    boxes: tuple[Box, ...] = ()  # one for each of its lines
    rectangle: Box = (0.0, 0.0, 0.0, 0.0)
    in_tree: InTree | None = None  # where it leads to in the structure


def read_annotations(
    page: pikepdf.Dictionary, numbers: Mapping[tuple[int, int], int]
) -> tuple[Annotation, ...]:
    """Return the annotations of a page, in their order; `numbers` are those of the page objects."""
    found = page.get("/Annots")
    rows = list(found)[:_MOST] if isinstance(found, pikepdf.Array) else []
    return tuple([_annotation(each, numbers) for each in rows])


def leads_to(item: pikepdf.Object, numbers: Mapping[tuple[int, int], int]) -> tuple[int, float]:
    """Return the page that a bookmark or link leads to, and the height above its foot; 0 and -1 for none."""
    way = item.get("/A")  # an action, where it leads to a structure element
    target = way.get("/D") if isinstance(way, pikepdf.Dictionary) else item.get("/Dest")
    page = target[0] if isinstance(target, pikepdf.Array) and len(target) else None
    number = numbers.get(page.objgen, 0) if isinstance(page, pikepdf.Dictionary) else 0
    return number, number_of(target[3], -1.0) if isinstance(target, pikepdf.Array) and len(
        target
    ) > 3 else -1.0


def leads_in(item: pikepdf.Object) -> InTree | None:
    """Return the element that a bookmark or link leads to (ISO 32000-2, 12.3.2.3); None for none."""
    way = item.get("/A")
    target = way.get("/SD") if isinstance(way, pikepdf.Dictionary) else None
    element = target[0] if isinstance(target, pikepdf.Array) and len(target) > 3 else None
    if not isinstance(target, pikepdf.Array) or not isinstance(element, pikepdf.Dictionary):
        return None
    return InTree(element.objgen, number_of(target[3], -1.0))


def _annotation(item: object, numbers: Mapping[tuple[int, int], int]) -> Annotation:
    if not isinstance(item, pikepdf.Dictionary):
        return Annotation("")
    action, key = item.get("/A"), item.get("/StructParent")
    rectangle = _numbers(item.get("/Rect"), 4)
    corners = _numbers(item.get("/QuadPoints"), 8 * _MOST)
    box = (rectangle[0], rectangle[1], rectangle[2], rectangle[3]) if len(rectangle) == 4 else (0.0,) * 4
    return Annotation(
        kind=text_of(item.get("/Subtype")).removeprefix("/"),
        reference=item.objgen,
        uri=text_of(action.get("/URI")) if isinstance(action, pikepdf.Dictionary) else "",
        leads=leads_to(item, numbers),
        words=text_of(item.get("/Contents")),
        key=int(key) if isinstance(key, int) else -1,
        boxes=tuple(_boxes(corners)) or (box,),
        rectangle=box,
        in_tree=leads_in(item),
    )


def _numbers(value: object, most: int) -> list[float]:
    return [number_of(each) for each in list(value)[:most]] if isinstance(value, pikepdf.Array) else []


def _boxes(corners: list[float]) -> Iterator[Box]:
    """Yield the lines of a link: upper left, upper right, lower left, lower right, as readers have it."""
    for at in range(0, len(corners) - 7, 8):
        yield corners[at + 4], corners[at + 5], corners[at + 2], corners[at + 3]
