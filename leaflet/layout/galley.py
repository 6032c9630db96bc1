"""Set a whole document as a galley: one endless column of slabs at the profile's measure."""

from leaflet.blocks import Block, Document, Panel
from leaflet.layout.boxes import Slab
from leaflet.layout.panels import set_panel
from leaflet.layout.scale import LayoutError, Scale
from leaflet.layout.setting import Setter
from leaflet.text.words import Shaper


def set_galley(document: Document, scale: Scale, shaper: Shaper) -> tuple[Slab, ...]:
    """Return the galley; raise `LayoutError` naming every character no face has and every word too wide."""
    setter = Setter(scale, shaper, document.unbroken)
    slabs = setter.row([(block, _set(setter, block, scale.measure)) for block in document.blocks])
    if setter.findings:
        raise LayoutError(*setter.findings)
    return tuple(slabs)


def _set(setter: Setter, block: Block, measure: float) -> list[Slab]:
    return [set_panel(setter, block, measure)] if isinstance(block, Panel) else setter.block(block, measure)
