"""Pour the galley into pages: the warnings on page 1, then all that follows.

All warnings stand whole on page 1 where it holds them. Where it does not, as in large print, page 1 has the
bar, the hazard and the action of each in their rank; where not all begin there, those of the highest rank
with their signs. The rest follows on page 2 under the repeated bars, before any warning that found no room.
"""

from collections.abc import Sequence
from itertools import takewhile
from math import ceil

from leaflet.document.styles import THOUGHT
from leaflet.document.tree import Artifact
from leaflet.layout.boxes import Fragment, Frame, PlacedFragment
from leaflet.layout.breaking import UNNAMED, Piece, White, break_pages
from leaflet.layout.opening import needed, opened
from leaflet.profiles import Profile
from leaflet.values import altered

_FEW = 3
"""Lines that somebody might well leave out to save a sheet."""

_LEAST_BETWEEN = 0.2
"""× the least white between warnings: what may be left to keep all on page 1, or to say there are more."""

Poured = tuple[tuple[PlacedFragment, ...], ...]
"""Pages, each its fragments at their places."""


def pour(
    galley: Sequence[Fragment],
    height: float,
    x: float,
    y: float,
    profile: Profile,
    more: Fragment | None = None,
) -> Poured:
    """Return the galley cut into pages whose text starts at (x, y) and is at most `height` points tall.

    White between warnings gives way to keep all on page 1. A page whose warnings go on overleaf ends with
    `more`, the room to say so, where that pushes no warning off the page, and nothing of one.
    """
    warnings, others = _parts(galley)
    elastic = profile
    closer = altered(profile, least_white=_LEAST_BETWEEN * profile.least_white)
    pages, rest = opened(warnings, height, profile, None)
    if pages and needed(warnings, closer) <= height:
        pages, rest, elastic = [warnings], (), closer
    elif pages and more is not None:
        for white in (profile, closer):
            said, left = opened(warnings, height, white, more)
            fewer = len(pages) < len(said) or len(said[0]) - 1 < len(pages[0])
            if not fewer and needed(left, profile) <= needed(rest, profile):
                pages, rest, elastic = said, left, white
                break
    begun = sum([_pages(page, height, x, y, elastic) for page in pages], ())
    return begun + _pages([*rest, *others], height, x, y, profile, after=len(begun))


def warns_on(galley: Sequence[Fragment], height: float, profile: Profile) -> bool:
    """Tell whether a page has no room for all warnings, and what stands above them."""
    return needed(_parts(galley)[0], profile) > height


def _parts(galley: Sequence[Fragment]) -> tuple[Sequence[Fragment], Sequence[Fragment]]:
    """Return what page 1 has up to the last warning, and all that follows."""
    whole = [index for index, fragment in enumerate(galley) if fragment.whole is not None]
    last = max([index for index in whole if galley[index].warns], default=-1)
    return galley[: last + 1], galley[last + 1 :]


def lines_too_many(galley: Sequence[Fragment], height: float, profile: Profile, sheets: int) -> int:
    """Return how few lines at the end cost the last of some sheets; 0 where it takes more than a few."""
    # Quick for nearly all: what is over the sheets before is more than any lines could be.
    over = needed(galley, profile) - 2 * (sheets - 1) * height
    if over > _FEW * max(fragment.height for fragment in galley[-_FEW:]):
        return 0

    def saves(lines: int) -> bool:
        return sheets_of(len(pour(galley[:-lines], height, 0.0, 0.0, profile))) < sheets

    if not saves(_FEW):
        return 0
    return next((lines for lines in range(1, _FEW) if saves(lines)), _FEW)


def least_pages(galley: Sequence[Fragment], height: float, profile: Profile) -> int:
    """Return a number of pages than which no way of breaking takes fewer."""
    return ceil(needed(galley, profile) / height)


def at_ease(galley: Sequence[Fragment]) -> float:
    """Return the height of a galley with its natural white."""
    return sum([fragment.height + fragment.gap for fragment in galley])


def _pages(
    galley: Sequence[Fragment], height: float, x: float, y: float, profile: Profile, after: int = 0
) -> Poured:
    least, most = profile.least_white, profile.most_white
    gaps = {fragment.gap for fragment in galley}
    whites = {gap: White(least * gap, gap, most * gap) for gap in gaps}
    running = _running(galley)
    pieces = [
        Piece(
            each.height,
            whites[each.gap],
            each.break_cost,
            each.head.height if each.head is not None else 0.0,
            over.height if over is not None else 0.0,
        )
        for each, over in zip(galley, running, strict=True)
    ]
    return tuple(
        [
            _placed(
                galley[page.start : page.stop],
                page.whites,
                x,
                y,
                running[page.start] if page.is_named else None,
            )
            for page in break_pages(pieces, height, after=after)
        ]
    )


def parted(pages: Sequence[Sequence[PlacedFragment]]) -> float:
    """Return what the breaks cost that cut a thought, of all pages together."""
    costs = [_cost(page) for page in pages[1:]]
    return sum([cost for cost in costs if cost >= THOUGHT])


def _cost(page: Sequence[PlacedFragment]) -> float:
    """Return what it costs that a page starts where it does: a warning that found no room, nothing."""
    start = next(each.fragment for each in page if not _stands_again(each.fragment))
    return 0.0 if start.warns else start.break_cost


def cost_of(pages: Sequence[Sequence[PlacedFragment]]) -> float:
    """Return what all breaks cost together, and that a section goes on and the page does not name it."""
    cost, running = 0.0, None
    for index, page in enumerate(pages):
        if index:
            starts = any(each.fragment.running for each in page[:1])
            is_unnamed = running is not None and not starts and page[0].fragment is not running
            cost += _cost(page) + UNNAMED * is_unnamed
        running = next((each.fragment.running for each in reversed(page) if each.fragment.running), running)
    return cost


def warns(page: Sequence[PlacedFragment]) -> bool:
    """Tell whether a page has a warning, or goes on with one."""
    frames = [mark for placed in page for mark in placed.fragment.marks if isinstance(mark, Frame)]
    return any(frame.style.warns for frame in frames)


def _stands_again(fragment: Fragment) -> bool:
    return bool(fragment.lines) and all(line.owner is Artifact.HEADER for line in fragment.lines)


def sheets_of(pages: int) -> int:
    """Return the sheets of paper that so many pages take, printed on both sides."""
    return (pages + 1) // 2


def _running(galley: Sequence[Fragment]) -> list[Fragment | None]:
    """Return for each fragment the heading of the section that goes on there; None where one starts."""
    found: list[Fragment | None] = []
    running = None
    for fragment in galley:
        found.append(running if fragment.running is None else None)
        running = running if fragment.running is None else fragment.running
    return found


def _placed(
    fragments: Sequence[Fragment], whites: Sequence[float], x: float, y: float, running: Fragment | None
) -> tuple[PlacedFragment, ...]:
    """Return a page's fragments at their places, after what is repeated above the first."""
    placed = []
    if running is not None and not _has_room(running, fragments):
        running = None
    for head in (running, fragments[0].head):
        if head is not None:
            placed.append(PlacedFragment(x, y, head))
            y += head.height
    for fragment, white in zip(fragments, whites, strict=True):
        y += white
        placed.append(PlacedFragment(x, y, fragment))
        y += fragment.height
    return tuple(placed)


def _has_room(running: Fragment, fragments: Sequence[Fragment]) -> bool:
    """Tell whether a heading that stands beside what goes on ends before that does."""
    if running.height:
        return True
    reach = running.lines[-1].y + 0.5 * running.lines[-1].size
    beside = takewhile(lambda fragment: fragment.running is None, fragments)
    return sum([fragment.height for fragment in beside]) >= reach
