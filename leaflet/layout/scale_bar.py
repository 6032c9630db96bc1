"""The scale bar of large print: a line of 5 cm, by which anybody with a ruler can tell its real size.

A printer that fits pages to the sheet makes 16 point of 18 without a word. The bar belongs to the paper and
not to the leaflet's words: it is an artifact, at the foot of the last page, or of one before it where that
would cost a sheet.
"""

from collections.abc import Sequence
from itertools import pairwise

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Text
from leaflet.layout.boxes import Fragment, Layout, Page, PlacedFragment, Rule
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter
from leaflet.text.shaper import Shaper
from leaflet.units import mm
from leaflet.values import altered

LARGE = 16.0
"""The body in points from which print is large (UKAAF G003), and has a scale bar."""
LENGTH = mm(50)
_THICK = 1.5  # pt
_TICK = 0.5  # × body: the ends of the bar stand up by so much, where a ruler is laid
_ABOVE = 0.15  # lines of white


def with_scale_bar(layout: Layout, words: str, scale: Scale, shaper: Shaper, *, pages: int) -> Layout | None:
    """Return the layout with the bar on the last of its last `pages` that has room; None where none has.

    White gives way to it, as much as the profile lets it.
    """
    bar = set_scale_bar(words, scale, shaper)
    bottom = layout.paper.height - layout.frame.bottom
    for page in reversed(layout.pages[-pages:]):
        foot = min([bottom, *[placed.y for placed in page.furniture]])  # it says there that warnings go on
        over = _end(page) + _ABOVE * scale.leading + bar.height - foot
        fragments = _squeezed(page.fragments, over, scale.profile.least_white) if over > 0 else page.fragments
        if fragments:
            placed = PlacedFragment(scale.side, foot - bar.height, bar)
            marked = altered(page, fragments=fragments, furniture=(placed, *page.furniture))
            return altered(layout, pages=tuple([marked if each is page else each for each in layout.pages]))
    return None


def _squeezed(fragments: Sequence[PlacedFragment], over: float, least: float) -> tuple[PlacedFragment, ...]:
    """Return a page's fragments so much higher at its foot; none where their white does not give that."""
    whites = [
        below.y - above.y - above.fragment.height for above, below in pairwise(fragments)
    ]  # a head that stands again has no white under it
    spare = [
        max(0.0, white - least * below.fragment.gap)
        for white, below in zip(whites, fragments[1:], strict=True)
    ]
    if sum(spare) < over:
        return ()
    moved, up = [fragments[0]], 0.0
    for placed, each in zip(fragments[1:], spare, strict=True):
        up += each * over / sum(spare)
        moved.append(PlacedFragment(placed.x, placed.y - up, placed.fragment))
    return tuple(moved)


def room_for(bar: Fragment, scale: Scale) -> Fragment:
    """Return an empty stretch of the galley that keeps room for the bar after the last words."""
    return Fragment(bar.height + 0.01, _ABOVE * scale.leading / scale.profile.least_white, FORBIDDEN, ())


def set_scale_bar(words: str, scale: Scale, shaper: Shaper) -> Fragment:
    """Return the bar with its words beside it, or under it where a line is too short for both."""
    thick, tick, gap = _THICK, _TICK * scale.body, 0.5 * scale.body
    beside = Column(LENGTH + gap, scale.width - LENGTH - gap)
    setter, text = Setter(scale, shaper, {}), Text.of(words)
    lines = setter.lines(setter.shape(text), Artifact.FOOTER, beside, scale.body, text)
    top = 0.0
    if len(lines) > 1:
        top = tick + 0.2 * scale.leading
        lines = setter.lines(setter.shape(text), Artifact.FOOTER, Column(0.0, scale.width), scale.body, text)
    set_lines = [altered(line, y=top + line.y + index * scale.leading) for index, line in enumerate(lines)]
    base = tick if top else lines[0].y
    marks = (
        Rule(0.0, base - thick, LENGTH, thick, Artifact.RULE),
        Rule(0.0, base - tick, thick, tick - thick, Artifact.RULE),
        Rule(LENGTH - thick, base - tick, thick, tick - thick, Artifact.RULE),
    )
    return Fragment(top + len(lines) * scale.leading, 0.0, FORBIDDEN, tuple(set_lines), marks)


def _end(page: Page) -> float:
    return max(placed.y + placed.fragment.height for placed in page.fragments)
