"""Set a whole document as a galley: one endless column of slabs at the profile's measure."""

from leaflet.blocks import Block, Document, Panel, Picture
from leaflet.layout.boxes import FORBIDDEN, Image, Slab
from leaflet.layout.panels import set_panel
from leaflet.layout.scale import LayoutError, Scale
from leaflet.layout.setting import Setter
from leaflet.text.words import Shaper

_PICTURE_HEIGHT = 3.5  # lines
_PICTURE_WIDTH = 0.6  # × measure


def set_galley(document: Document, scale: Scale, shaper: Shaper) -> tuple[Slab, ...]:
    """Return the galley; raise `LayoutError` naming every character no face has and every word too wide."""
    setter = Setter(scale, shaper, document.unbroken)
    slabs = setter.row([(block, _set(setter, block, scale.measure)) for block in document.blocks])
    if setter.findings:
        raise LayoutError(*setter.findings)
    return tuple(slabs)


def _set(setter: Setter, block: Block, measure: float) -> list[Slab]:
    match block:
        case Panel():
            return [set_panel(setter, block, measure)]
        case Picture():
            return [_set_picture(block, setter.scale.leading, measure)]
        case _:
            return setter.block(block, measure)


def _set_picture(picture: Picture, leading: float, measure: float) -> Slab:
    """Set a picture at the left, as large as its room, its proportions kept."""
    logo = picture.logo
    scale = min(_PICTURE_HEIGHT * leading / logo.height, _PICTURE_WIDTH * measure / logo.width)
    width, height = logo.width * scale, logo.height * scale
    return Slab(height, 0.0, FORBIDDEN, (), (Image(logo, 0.0, 0.0, width, height, picture.owner),))
