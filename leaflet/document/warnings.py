"""The levels of a safety warning, ranked, each one row: what tells it apart in black and white, in words.

Emergency has its bar black, a warning half of it, a caution none. Where a profile forbids fills (APH, ACB),
emergency has a heavy frame with a line inside it and a bar down its start side; warning a lighter frame with
such a bar; caution a plain frame. Borders are 2 pt or more, the ground under the text is white, nothing is
tinted (ANSI Z535).
Colour only ever adds: each is dark enough for 7:1 on white (WCAG 2.2, 1.4.6), for which the orange of
ISO 3864-2 is too pale. Its red is darkened, too: half
a bar of the orange weighs at most three quarters of it.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from leaflet.document.styles import DANGER, FORBIDDEN, STYLES, Colour, Fill, FrameLook, Style, SymbolName
from leaflet.document.tree import Node
from leaflet.values import Value, altered

_WHITE_WITHIN = 0.03  # lines of white between the parts of a warning


class Warned(Value, kw_only=True):
    """A level of warning: its look, its symbol, and the key of the symbol's words in `languages`."""

    level: str
    frame: FrameLook
    symbol: SymbolName
    fill: Fill
    colour: Colour
    alt: str
    calls_for_help: bool = False  # says whom to call, in the region's words

    @property
    def style(self) -> Style:
        """The style of its panel."""
        return _STYLES[self.level]

    @property
    def sign(self) -> Style:
        """The style of its symbol."""
        return _SIGNS[self.level]


_RANKED = (
    Warned(
        level="emergency",
        frame=FrameLook(border=0.25, least=3.0, inner=0.08, bar=0.3, padding=0.32, most_white=_WHITE_WITHIN),
        symbol="solid triangle",
        fill="whole",
        colour=DANGER,
        alt="symbol_overdose",
        calls_for_help=True,
    ),
    Warned(
        level="warning",
        frame=FrameLook(border=0.25, least=3.0, bar=0.3, alone=0.15, padding=0.32, most_white=_WHITE_WITHIN),
        symbol="ring",
        fill="half",
        colour=(0x8A, 0x3F, 0x00),
        alt="symbol_withdrawal",
    ),
    Warned(
        level="caution",
        frame=FrameLook(border=0.17, least=2.0, alone=0.11, padding=0.32, most_white=_WHITE_WITHIN),
        symbol="open triangle",
        fill="none",
        colour=(0x6B, 0x4E, 0x00),
        alt="symbol_caution",
    ),
)
WARNINGS: Mapping[str, Warned] = MappingProxyType({row.level: row for row in _RANKED})
"""The levels, the most urgent first: page 1 shows them in this order."""

AT_ONCE = frozenset({"action", "call", "cases"})
"""The styles of what stands under a warning's bar wherever it is shown: what to do, and whom to call."""

ON_SIGNS = altered(STYLES["action"], keep_next=True)
"""The style of an action that speaks of the signs after it, and means nothing without them."""


def parts_of(panel: Node) -> tuple[Sequence[Node], Sequence[Node]]:
    """Return what stands under a warning's bar wherever it is shown, and what explains it."""
    _, _, *others = panel.kids
    stop = sum([kid.style.name in AT_ONCE for kid in others])
    if any(kid.style.keep_next for kid in others[:stop]):  # the signs, with what leads into them
        stop += 1 + sum([kid.style.keep_next for kid in others[stop : stop + 1]])
    return others[:stop], others[stop:]


def shortened(panel: Node) -> Node:
    """Return the panel of a warning with sign, signal word, hazard, action, and the signs it speaks of."""
    return altered(panel, kids=(*panel.kids[:2], *parts_of(panel)[0]))


def barest(panel: Node) -> Node:
    """Return the panel of a warning with its sign, signal word, hazard and action alone."""
    sign, heading, *others = panel.kids
    return altered(panel, kids=(sign, heading, *[kid for kid in others if kid.style.name in AT_ONCE]))


_STYLES = {
    row.level: Style(
        name=row.level,
        display="warning",
        before=0.3,
        break_cost=FORBIDDEN,
        frame=row.frame,
        symbol=row.symbol,
        fill=row.fill,
        colour=row.colour,
        warns=True,
    )
    for row in _RANKED
}
_SIGNS = {
    row.level: Style(name=f"{row.level} sign", display="figure", symbol=row.symbol, colour=row.colour)
    for row in _RANKED
}
