"""What stands between blocks: the white above each, and the cost of starting a page there."""

from leaflet.blocks import Block, Heading, ListBlock, Panel, Paragraph, Picture, WriteIn
from leaflet.layout.boxes import FORBIDDEN
from leaflet.layout.scale import Scale
from leaflet.values import Value

ITEM_GAP = 0.06
"""Lines of white between the items of a list."""
_PANEL_GAP = 0.4  # lines of white above a panel
_BELOW_WRITING = 0.75  # the same under a line to write on, which would seem a part of the frame
_BREAK_BETWEEN = 1.0
_BREAK_BEFORE_HEADING = 0.0


class Joint(Value):
    """What stands between a slab and the one above it: the white, and the cost of a page break there."""

    gap: float
    break_cost: float


CLOSE = Joint(0.0, FORBIDDEN)
"""Above what follows the slab before it at once."""


def joint_of(before: Block | None, block: Block, scale: Scale) -> Joint:
    """Return the white above a block, and the cost of a page break there."""
    profile, leading = scale.profile, scale.leading
    if before is None:
        return CLOSE
    gap, cost = profile.paragraph_gap * leading, _BREAK_BETWEEN
    if isinstance(block, Heading):
        lines = profile.heading_gap if block.level < 3 else profile.paragraph_gap
        gap, cost = lines * leading, _BREAK_BEFORE_HEADING
    elif isinstance(block, Panel):
        gap = (_BELOW_WRITING if isinstance(before, WriteIn) else _PANEL_GAP) * leading
    if isinstance(before, Picture):
        cost = FORBIDDEN
    if isinstance(before, Heading):
        gap, cost = profile.below_heading * leading, FORBIDDEN
    elif isinstance(block, Panel) and block.warns:
        cost = FORBIDDEN
    elif isinstance(before, Paragraph) and before.leads:
        gap = ITEM_GAP * leading if isinstance(block, ListBlock) else gap
        cost = FORBIDDEN
    return Joint(gap, cost)
