"""Set a whole document as a galley: one endless column of fragments beside its hung headings."""

from types import MappingProxyType

from leaflet.document.tree import Document
from leaflet.layout.boxes import Fragment
from leaflet.layout.scale import LayoutError, Scale
from leaflet.layout.set_effects import set_effects
from leaflet.layout.set_figure import set_figure
from leaflet.layout.set_flow import set_flow
from leaflet.layout.set_frame import set_frame
from leaflet.layout.set_grid import set_grid
from leaflet.layout.set_hang import set_hang
from leaflet.layout.set_lines import set_lines
from leaflet.layout.set_masthead import set_masthead
from leaflet.layout.set_rows import set_rows
from leaflet.layout.set_section import set_section
from leaflet.layout.set_text import set_text
from leaflet.layout.set_urgent import set_urgent
from leaflet.layout.set_warning import set_warning
from leaflet.layout.setting import CLOSE, Column, Primitives, Setter
from leaflet.layout.warning_head import heads_of
from leaflet.text.shaper import Shaper

PRIMITIVES: Primitives = MappingProxyType(
    {
        "flow": set_flow,
        "text": set_text,
        "hang": set_hang,
        "frame": set_frame,
        "figure": set_figure,
        "lines": set_lines,
        "grid": set_grid,
        "rows": set_rows,
        "effects": set_effects,
        "urgent": set_urgent,
        "masthead": set_masthead,
        "section": set_section,
        "warning": set_warning,
    }
)
"""How each kind of node is set."""


def set_galley(document: Document, scale: Scale, shaper: Shaper) -> tuple[Fragment, ...]:
    """Return the galley; raise `LayoutError` naming every character no face has and every word too wide."""
    setter = Setter(scale, shaper, PRIMITIVES, document.furniture.continued)
    column = Column(scale.hang, scale.measure)
    setter.heads.update(heads_of(setter, [kid for kid in document.root.kids if kid.style.warns], column))
    fragments = setter.node(document.root, column, CLOSE)
    if setter.findings:
        raise LayoutError(*setter.findings)
    return tuple(fragments)
