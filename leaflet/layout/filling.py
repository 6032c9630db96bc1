"""Fill pages whose furniture has room for the number of pages that they come to; refuse what none holds."""

from collections.abc import Sequence

from leaflet.diagnostics import Finding, Span
from leaflet.document.tree import Furniture, Node
from leaflet.layout.boxes import Fragment
from leaflet.layout.furniture import FurniturePlan, plan_furniture, room_for_more
from leaflet.layout.pouring import Poured, at_ease, least_pages, parted, pour, sheets_of, warns_on
from leaflet.layout.scale import LayoutError, Scale
from leaflet.text.shaper import Shaper
from leaflet.values import altered

_FULL = 0.98  # of the pages, with natural white: they have no room for a line more at the foot of each
_FEW = 9  # pages, as most leaflets have: the page label is measured with one figure


Filled = tuple[FurniturePlan, Poured]
"""How the furniture of pages is arranged, and what they hold."""


def fill_pages(furniture: Furniture, galley: Sequence[Fragment], scale: Scale, shaper: Shaper) -> Filled:
    """Pour the galley into pages whose furniture has room for the number of pages that it comes to.

    The foot says where to turn over, where the room for that costs no sheet and parts no thought.
    """
    pages, heights, filled = _FEW, list[float](), None
    while True:
        plans = plan_furniture(furniture, scale, shaper, pages)
        if filled is not None and heights == [plan.height for plan in plans]:
            return filled  # a wider number of pages takes no line more
        if furniture.more_warnings and warns_on(galley, plans[0].height, scale.profile):
            more = room_for_more(furniture, pages, scale, shaper)
            plans = tuple([altered(plan, more=more) for plan in plans])
        filled = _best(plans, galley, scale)
        needed = len(filled[1])
        if len(str(needed)) <= len(str(pages)):
            return filled
        pages, heights = needed, [plan.height for plan in plans]


def _best(plans: Sequence[FurniturePlan], galley: Sequence[Fragment], scale: Scale) -> Filled:
    """Return the first of some plans, the roomiest last, that costs no sheet and parts no thought."""
    first, roomiest = plans[0], plans[-1]
    if first is roomiest:
        return first, _poured(galley, first, scale)
    # What no way of breaking pages could do needs no trying.
    least, fewest = (sheets_of(least_pages(galley, plan.height, scale.profile)) for plan in (roomiest, first))
    tight: Poured = ()
    if least < fewest or at_ease(galley) > _FULL * 2 * fewest * first.height:
        tight = _poured(galley, roomiest, scale)
        if sheets_of(len(tight)) == least:
            return roomiest, tight
    roomy = _poured(galley, first, scale)
    if len(roomy) > 1 and sheets_of(len(roomy)) == least and not parted(roomy):
        return first, roomy
    return min((first, roomy), (roomiest, tight or _poured(galley, roomiest, scale)), key=price)


def _poured(galley: Sequence[Fragment], plan: FurniturePlan, scale: Scale) -> Poured:
    _refuse_overflow(galley, plan.height, scale)
    return pour(galley, plan.height, scale.side, plan.top, scale.profile, plan.more)


def price(way: Filled) -> tuple[int, float]:
    """Return what the better way to lay pages out has less of: sheets, then thoughts that are parted."""
    return sheets_of(len(way[1])), parted(way[1])


def _refuse_overflow(galley: Sequence[Fragment], height: float, scale: Scale) -> None:
    """Raise where something whole is more than a page."""
    name, paper = scale.profile.name, scale.paper.title
    over = [each for each in galley if each.height > height]
    parts = [
        part for each in over for part in ((each.in_two and each.in_two(0)) or (each,))
    ]  # a warning may go on over the page
    tall = max(parts, key=_height, default=None)
    if tall is not None and tall.height > height:
        raise LayoutError(
            Finding(
                code="L005",
                message=f"a panel is {tall.height:.0f} pt tall at profile {name!r} on {paper}, "
                f"and a page holds {height:.0f} pt",
                hint="split the panel into two, or shorten it: panels are never cut",
                span=_span_of(tall),
            )
        )


def _height(fragment: Fragment) -> float:
    return fragment.height


def _span_of(fragment: Fragment) -> Span | None:
    """Return where the first of a fragment's texts was typed; None where no file holds it."""
    owners = [line.owner for line in fragment.lines if isinstance(line.owner, Node)]
    spans = [owner.text.span for owner in owners if owner.text is not None]
    return next((span for span in spans if span is not None), None)
