"""Grounds: the bars of warnings, on which words stand white."""

from collections.abc import Sequence

from leaflet.document.styles import contrast_with_white
from leaflet.proof.reading.painted_marks import Box, Glyph, Shape, Sheet
from leaflet.values import Value

_DARK = 7.0  # contrast with white, to 1 (WCAG 2.2, 1.4.6)
_LEAST_HEIGHT, _LEAST_WIDTH = 1.3, 6.0  # × the size of the words on it: a bar is no blot
_SLACK = 0.5  # pt


class Grounds(Value):
    """The bars of each page by its number."""

    bars: dict[int, tuple[Shape, ...]]

    def under(self, glyph: Glyph) -> Shape | None:
        """Return the bar on which a glyph stands wholly, painted before it."""
        size = glyph.piece.size
        for bar in self.bars.get(glyph.page, ()):
            if (
                _inside(glyph.box, bar.box)
                and bar.order < glyph.piece.order
                and bar.box[3] - bar.box[1] >= _LEAST_HEIGHT * size
                and bar.box[2] - bar.box[0] >= _LEAST_WIDTH * size
            ):
                return bar
        return None

    def holds(self, shape: Shape) -> bool:
        """Tell whether a shape lies wholly on a bar that was painted before it."""
        return any(
            bar.order < shape.order and _inside(shape.box, bar.box) for bar in self.bars.get(shape.page, ())
        )


def grounds_of(sheets: Sequence[Sheet]) -> Grounds:
    """Find the solid dark rectangles of every page."""
    return Grounds(
        {sheet.number: tuple(shape for shape in sheet.shapes if _is_bar(shape)) for sheet in sheets}
    )


def _is_bar(shape: Shape) -> bool:
    return (
        shape.kind == "path"
        and shape.is_rectangle
        and shape.fill is not None
        and shape.alpha == 255
        and contrast_with_white(shape.fill) >= _DARK
    )


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[1] >= outer[1] - _SLACK  # first what tells most of them apart
        and inner[3] <= outer[3] + _SLACK
        and inner[0] >= outer[0] - _SLACK
        and inner[2] <= outer[2] + _SLACK
    )
