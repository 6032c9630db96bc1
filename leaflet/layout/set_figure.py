"""Set a figure: a picture at the start of its column, as large as its room, its proportions kept."""

from leaflet.document.styles import TALLEST_FIGURE
from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, Image, Symbol
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import Spacing


def set_figure(setter: Setter, figure: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a picture as one fragment; a symbol that stands alone is a line of a heading tall."""
    wide, tall = figure.style.room
    leading, image = setter.scale.leading, figure.image
    if image is None:
        size = setter.scale.line_height(setter.scale.profile.heading)
        symbol = Symbol(column.x, 0.0, size, figure, figure.style)
        return [Fragment(size, spacing.gap, spacing.break_cost, (), (symbol,))]
    most = min(tall * leading, TALLEST_FIGURE * setter.scale.sheet.height)
    scale = min(most / image.height, wide * column.measure / image.width)
    width, height = image.width * scale, image.height * scale
    drawn = Image(image, column.x, 0.0, width, height, figure)
    return [Fragment(height, spacing.gap, spacing.break_cost, (), (drawn,))]
