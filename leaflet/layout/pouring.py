"""Pour the galley into pages: the warnings on page 1, then all that follows.

All warnings stand whole on page 1 where it holds them. Where it does not, as in large print, page 1 has the
bar, the hazard and the action of each in their rank, those of the highest rank whole as long as they fit;
the rest follows on page 2 under the repeated bars.
"""

from collections.abc import Sequence

from leaflet.layout.boxes import Fragment, PlacedFragment
from leaflet.layout.breaking import Piece, White, break_pages
from leaflet.profiles import Profile
from leaflet.values import altered

Poured = tuple[tuple[PlacedFragment, ...], ...]
"""Pages, each its fragments at their places."""


def pour(galley: Sequence[Fragment], height: float, x: float, y: float, profile: Profile) -> Poured:
    """Return the galley cut into pages whose text starts at (x, y) and is at most `height` points tall."""
    last = max((index for index, fragment in enumerate(galley) if fragment.warns), default=-1)
    opening, others = galley[: last + 1], galley[last + 1 :]
    if _needed(opening, profile) <= height:
        return _pages(galley, height, x, y, profile)
    firsts, rests = _parted(opening, height, profile)
    first_pages = _pages(firsts, height, x, y, profile)
    return first_pages + _pages([*rests, *others], height, x, y, profile, after=len(first_pages))


def _needed(fragments: Sequence[Fragment], profile: Profile) -> float:
    """Return the height of fragments with the least white between them."""
    return sum([fragment.height + profile.least_white * fragment.gap for fragment in fragments])


def _parted(
    opening: Sequence[Fragment], height: float, profile: Profile
) -> tuple[list[Fragment], list[Fragment]]:
    """Return what stands on page 1 and what follows, as few warnings in two parts as can be."""
    places = [index for index, fragment in enumerate(opening) if fragment.parts is not None]
    for first in reversed(range(len(places))):
        parted = set(places[first:])
        begun = [_begun(fragment) if index in parted else fragment for index, fragment in enumerate(opening)]
        if _needed(begun, profile) <= height or not first:
            break
    else:
        return list(opening), []
    ended = [
        fragment.parts[1] for index, fragment in enumerate(opening) if index in parted and fragment.parts
    ]
    if _needed(begun, profile) > height:  # more warnings than a page holds: the last go on to the next
        begun = [altered(each, break_cost=1.0) if index else each for index, each in enumerate(begun)]
    return begun, ended


def _begun(fragment: Fragment) -> Fragment:
    return fragment.parts[0] if fragment.parts is not None else fragment


def _pages(
    galley: Sequence[Fragment], height: float, x: float, y: float, profile: Profile, after: int = 0
) -> Poured:
    least, most = profile.least_white, profile.most_white
    gaps = {fragment.gap for fragment in galley}
    whites = {gap: White(least * gap, gap, most * gap) for gap in gaps}
    pieces = [
        Piece(
            fragment.height,
            whites[fragment.gap],
            fragment.break_cost,
            fragment.head.height if fragment.head is not None else 0.0,
        )
        for fragment in galley
    ]
    broken = break_pages(pieces, height, after=after)
    return tuple([_placed(galley[page.start : page.stop], page.whites, x, y) for page in broken])


def _placed(
    fragments: Sequence[Fragment], whites: Sequence[float], x: float, y: float
) -> tuple[PlacedFragment, ...]:
    """Return a page's fragments at their places, after what is repeated above the first."""
    placed = []
    head = fragments[0].head
    if head is not None:
        placed.append(PlacedFragment(x, y, head))
        y += head.height
    for fragment, white in zip(fragments, whites, strict=True):
        y += white
        placed.append(PlacedFragment(x, y, fragment))
        y += fragment.height
    return tuple(placed)
