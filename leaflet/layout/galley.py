"""Set a whole document as a galley: one endless column of slabs at the profile's measure."""

from leaflet.blocks import Block, Document, Panel, Picture
from leaflet.layout.boxes import Image, Slab
from leaflet.layout.joints import Joint, joint_of
from leaflet.layout.panels import set_panel
from leaflet.layout.scale import LayoutError, Scale
from leaflet.layout.setting import Column, Setter
from leaflet.text.words import Shaper

_PICTURE_HEIGHT = 3.5  # lines
_PICTURE_WIDTH = 0.6  # × measure


def set_galley(document: Document, scale: Scale, shaper: Shaper) -> tuple[Slab, ...]:
    """Return the galley; raise `LayoutError` naming every character no face has and every word too wide."""
    setter = Setter(scale, shaper, document.unbroken)
    column = Column(0.0, scale.measure)
    slabs: list[Slab] = []
    before: Block | None = None
    for block in document.blocks:
        slabs += _set(setter, block, column, joint_of(before, block, scale))
        before = block
    if setter.findings:
        raise LayoutError(*setter.findings)
    return tuple(slabs)


def _set(setter: Setter, block: Block, column: Column, joint: Joint) -> list[Slab]:
    match block:
        case Panel():
            return [set_panel(setter, block, column, joint)]
        case Picture():
            return [_set_picture(block, setter.scale.leading, column.measure, joint)]
        case _:
            return setter.block(block, column, joint)


def _set_picture(picture: Picture, leading: float, measure: float, joint: Joint) -> Slab:
    """Set a picture at the left, as large as its room, its proportions kept."""
    logo = picture.logo
    scale = min(_PICTURE_HEIGHT * leading / logo.height, _PICTURE_WIDTH * measure / logo.width)
    width, height = logo.width * scale, logo.height * scale
    return Slab(
        height, joint.gap, joint.break_cost, (), (Image(logo, 0.0, 0.0, width, height, picture.owner),)
    )
