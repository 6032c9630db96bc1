"""What stands between two nodes: the white, and the cost of starting a page there."""

from leaflet.document.styles import FORBIDDEN, Lines, Style
from leaflet.layout.scale import Scale
from leaflet.values import Value


class Spacing(Value):
    """What stands between a fragment and the one above it: the white, and the cost of a page break there."""

    gap: float
    break_cost: float


CLOSE = Spacing(0.0, FORBIDDEN)
"""Above what follows the fragment before it at once."""


def spacing_between(before: Style | None, style: Style, scale: Scale) -> Spacing:
    """Return what stands above a node by its style and that of the node before it, if there is one."""
    if before is None:
        return CLOSE
    white = style.before if before.after is None else before.after
    for name, under in style.under:
        if name == before.name:
            white = under
    cost = FORBIDDEN if before.keep_next else style.break_cost
    for name, least in style.parting:
        if name == before.name:
            cost = max(cost, least)
    return Spacing(points(white, scale) * scale.leading, cost)


def points(white: Lines, scale: Scale) -> float:
    """Return white in lines, by the profile where it has the number."""
    return getattr(scale.profile, white) if isinstance(white, str) else white
