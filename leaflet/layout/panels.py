"""Set a panel: words in a frame, whole, told apart in black and white by frame, symbol and signal word.

Overdose has a heavy frame with a line inside it; withdrawal a bar down its left side; a caution a
plain heavy frame; a panel that warns of nothing a thin one. Borders of warnings are 2 pt or more, the
ground is white, nothing is tinted (ANSI Z535; APH: no grey, no fills).
"""

from leaflet.blocks import Panel, PanelStyle
from leaflet.layout.boxes import FORBIDDEN, Frame, Mark, Rule, Slab, Symbol
from leaflet.layout.joints import Joint
from leaflet.layout.setting import Column, Setter, stack
from leaflet.structure import Artifact, Element
from leaflet.values import Value

_SYMBOL_GAP = 0.5  # × body, between the symbol and the words beside it
_TIGHT = 0.1  # lines of white between the parts of a warning


class _Look(Value, kw_only=True):
    """How a kind of panel is drawn: lengths × body size, the border never under `least` points."""

    border: float
    least: float
    inner: float = 0.0  # a second, thinner frame inside the first
    bar: float = 0.0  # a bar down the left side
    padding: float = 0.5


_LOOKS: dict[PanelStyle, _Look] = {
    "overdose": _Look(border=0.25, least=3.0, inner=0.08, padding=0.38),
    "withdrawal": _Look(border=0.17, least=2.0, bar=0.6, padding=0.38),
    "caution": _Look(border=0.17, least=2.0, padding=0.38),
    "plain": _Look(border=0.06, least=0.75, padding=0.5),
}


def set_panel(setter: Setter, panel: Panel, column: Column, joint: Joint) -> Slab:
    """Return a panel as one slab as wide as its column."""
    body, look = setter.scale.body, _LOOKS[panel.style]
    border = max(look.least, look.border * body)
    inset = border + (3 * look.inner + look.padding) * body
    left = inset + look.bar * body
    inside = Column(left, column.measure - left - inset)
    symbols: tuple[Symbol, ...] = ()
    if panel.symbol_owner is None:
        slab = stack(setter.blocks((panel.heading, *panel.blocks), inside), inset)
    else:
        slab, symbols = _beside_symbol(setter, panel, panel.symbol_owner, inside, inset)
    height = slab.height + inset
    marks = (*_frames(panel.style, look, border, body, column.measure, height), *symbols, *slab.marks)
    return Slab(height, joint.gap, joint.break_cost, slab.lines, marks, panel.warns)


def _beside_symbol(
    setter: Setter, panel: Panel, owner: Element, inside: Column, top: float
) -> tuple[Slab, tuple[Symbol, ...]]:
    """Set the signal word and the hazard beside the symbol, and the rest under it across the panel."""
    scale = setter.scale
    size = scale.line_height(scale.profile.heading) + scale.leading
    beside = inside.indented(size + _SYMBOL_GAP * scale.body)
    gap = _TIGHT * scale.leading
    head = stack(setter.blocks((panel.heading, *panel.blocks[:1]), beside, most_white=0.0), top)
    rest = setter.blocks(panel.blocks[1:], inside, most_white=gap)
    below = stack(rest, max(head.height, top + size) + gap)
    symbol = Symbol(panel.style, inside.x, top + 0.04 * size, size * 0.92, owner)
    whole = Slab(below.height, 0.0, FORBIDDEN, head.lines + below.lines, head.marks + below.marks)
    return whole, (symbol,)


def _frames(
    style: PanelStyle, look: _Look, border: float, body: float, width: float, height: float
) -> list[Mark]:
    marks: list[Mark] = [Frame(0.0, 0.0, width, height, border, style)]
    if look.inner:
        thin, off = look.inner * body, border + 1.5 * look.inner * body
        marks.append(Frame(off, off, width - 2 * off, height - 2 * off, thin, style))
    if look.bar:
        bar = look.bar * body
        marks.append(Rule(border, border, bar, height - 2 * border, Artifact.RULE, style))
    return marks
