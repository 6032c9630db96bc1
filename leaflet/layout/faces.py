"""The faces of a card: what stands on each side of a small sheet, one part under the other or none.

A side may be folded across its middle; then it has two faces, and nothing crosses the fold.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Node, Text
from leaflet.layout.boxes import Fragment, Layout, LineBox, Page, PlacedFragment, Rule
from leaflet.layout.galley import PRIMITIVES
from leaflet.layout.scale import LayoutError, Scale
from leaflet.layout.setting import CLOSE, Column, Setter, stack
from leaflet.text.shaper import Shaper
from leaflet.units import Insets
from leaflet.values import altered

_BETWEEN = 0.15  # lines of white between what stands on a face
_FOLD = 0.5  # pt, the line along which the card is folded


class Shape(NamedTuple):
    """How a card is laid out."""

    sides: int
    folds: bool


class _Face(NamedTuple):
    """A part of a side on which things stand one under the other."""

    side: int  # index
    top: float  # pt from the side's top
    end: float


class Faces:
    """The faces of a card of one scale."""

    def __init__(self, scale: Scale, identity: Text, shaper: Shaper) -> None:
        self._scale = scale
        self._setter = Setter(scale, shaper, PRIMITIVES)
        self._column = Column(0.0, scale.width)
        words = self._setter.shape(identity)
        lines = self._setter.lines(words, Artifact.FOOTER, self._column, scale.body, identity)
        self._said = [altered(line, y=line.y + index * scale.leading) for index, line in enumerate(lines)]

    def layout(self, kids: Sequence[Node], shape: Shape) -> Layout | None:
        """Return the card, or None where it has no room.

        Lines to write on stand wherever there is room on their side, all else in its order. Raises
        `LayoutError` where a word is wider than a line (L003).
        """
        fragments = [self._set(kid) for kid in kids]
        if self._setter.findings:
            raise LayoutError(*self._setter.findings)
        faces = [face for side in range(shape.sides) for face in self._faces(side, shape)]
        sides: list[list[PlacedFragment]] = [[] for _ in range(shape.sides)]
        tops, last = [face.top for face in faces], 0
        for fragment, kid in zip(fragments, kids, strict=True):
            may = [
                index
                for index, face in enumerate(faces)
                if index >= last or (kid.style.display == "lines" and face.side == faces[last].side)
            ]
            room = [index for index in may if tops[index] + fragment.height <= faces[index].end]
            if not room:
                return None
            last = max(last, room[0])
            sides[faces[room[0]].side].append(PlacedFragment(self._scale.side, tops[room[0]], fragment))
            tops[room[0]] += fragment.height + _BETWEEN * self._scale.leading
        return self._of([side for side in sides if side], shape)

    def _faces(self, side: int, shape: Shape) -> list[_Face]:
        above, foot = self._scale.margins.top, self._foot(shape)
        if not shape.folds:
            return [_Face(side, above, foot)]
        half, whole = self._scale.sheet.height / 2, self._scale.sheet.height
        return [_Face(side, above, foot), _Face(side, half + above, whole - self._scale.margins.bottom)]

    def _foot(self, shape: Shape) -> float:
        """Return where version and date stand on each side, at the foot of its first face."""
        end = self._scale.sheet.height / (2 if shape.folds else 1) - self._scale.margins.bottom
        return end - len(self._said) * self._scale.leading

    def _set(self, kid: Node) -> Fragment:
        """Return a node as one fragment; a warning is one already."""
        first, *others = self._setter.node(kid, self._column, CLOSE)
        return stack([first, *others]) if others else first

    def _of(self, sides: Sequence[Sequence[PlacedFragment]], shape: Shape) -> Layout:
        scale, furniture = self._scale, tuple(self._furniture(shape))
        pages = [
            Page(number=number, fragments=tuple(placed), furniture=furniture)
            for number, placed in enumerate(sides, start=1)
        ]
        return Layout(
            paper=scale.sheet,
            frame=Insets(scale.margins.top, scale.side, scale.margins.bottom, scale.side),
            margins=scale.margins,
            body=scale.body,
            pages=tuple(pages),
        )

    def _furniture(self, shape: Shape) -> Iterator[PlacedFragment]:
        x, width = self._scale.side, self._scale.width
        if shape.folds:
            fold = Rule(0.0, -_FOLD / 2, width, _FOLD, Artifact.RULE)
            yield PlacedFragment(x, self._scale.sheet.height / 2, _bare((), (fold,)))
        yield PlacedFragment(x, self._foot(shape), _bare(self._said, ()))


def _bare(lines: Sequence[LineBox], rules: tuple[Rule, ...]) -> Fragment:
    return Fragment(0.0, 0.0, FORBIDDEN, tuple(lines), rules)
