"""Pour the galley into pages: the warnings on page 1, then all that follows.

All warnings stand whole on page 1 where it holds them. Where it does not, as in large print, page 1 has the
bar, the hazard and the action of each in their rank, those of the highest rank whole as long as they fit;
the rest follows on page 2 under the repeated bars, before any warning for which page 1 had no room.
"""

from collections.abc import Sequence
from itertools import count, takewhile
from math import ceil

from leaflet.document.styles import FORBIDDEN, THOUGHT
from leaflet.document.tree import Artifact
from leaflet.layout.boxes import Fragment, Frame, PlacedFragment
from leaflet.layout.breaking import UNNAMED, Piece, White, break_pages
from leaflet.profiles import Profile
from leaflet.values import altered

_FEW = 3
"""Lines that somebody might well leave out to save a sheet."""

_LEAST_BETWEEN = 0.2
"""× the least white, what may be left of it between warnings to say that there are more."""

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

    A page whose warnings go on overleaf ends with `more`, the room to say so, where that pushes no warning
    off the page, and nothing of one. The white between them gives way to it.
    """
    warnings, others = _parts(galley)
    pages, rest = _opened(warnings, height, profile, None)
    elastic = profile
    if more is not None and pages:
        for white in (profile, altered(profile, least_white=_LEAST_BETWEEN * profile.least_white)):
            said, left = _opened(warnings, height, white, more)
            fewer = len(pages) < len(said) or len(said[0]) - 1 < len(pages[0])
            if not fewer and _needed(left, profile) <= _needed(rest, profile):
                pages, rest, elastic = said, left, white
                break
    opened = sum([_pages(page, height, x, y, elastic) for page in pages], ())
    return opened + _pages([*rest, *others], height, x, y, profile, after=len(opened))


def warns_on(galley: Sequence[Fragment], height: float, profile: Profile) -> bool:
    """Tell whether a page has no room for all warnings, and what stands above them."""
    return _needed(_parts(galley)[0], profile) > height


def _parts(galley: Sequence[Fragment]) -> tuple[Sequence[Fragment], Sequence[Fragment]]:
    """Return what page 1 has up to the last warning, and all that follows."""
    whole = [index for index, fragment in enumerate(galley) if fragment.whole is not None]
    last = max([index for index in whole if galley[index].warns], default=-1)
    return galley[: last + 1], galley[last + 1 :]


def _opened(
    warnings: Sequence[Fragment], height: float, profile: Profile, more: Fragment | None
) -> tuple[list[Sequence[Fragment]], Sequence[Fragment]]:
    """Return the pages that have nothing but warnings, and what of these stands before all else."""
    pages: list[Sequence[Fragment]] = []
    goes_on: Sequence[Fragment] = ()  # of warnings begun on the page before: before those of a lesser rank
    while _needed([*goes_on, *warnings], profile) > height and warnings:
        said = [more] if more is not None else []
        room = height - _needed([*goes_on, *said], profile)
        begun, ended = _begun(warnings, room, profile, alone=not goes_on)
        if _needed([*goes_on, *begun, *said], profile) > height:
            said = []
        pages.append([*goes_on, *begun, *said])
        goes_on, warnings = ended, warnings[len(begun) :]
    if not pages:
        return pages, warnings
    # They stand together, all on this page where it holds them.
    first, *rest = (*goes_on, *warnings)
    return pages, [first, *[altered(each, break_cost=FORBIDDEN) for each in rest]]


def lines_too_many(galley: Sequence[Fragment], height: float, profile: Profile, sheets: int) -> int:
    """Return how few lines at the end cost the last of some sheets; 0 where it takes more than a few."""
    # Quick for nearly all: what is over the sheets before is more than any lines could be.
    over = _needed(galley, profile) - 2 * (sheets - 1) * height
    if over > _FEW * max(fragment.height for fragment in galley[-_FEW:]):
        return 0

    def saves(lines: int) -> bool:
        return sheets_of(len(pour(galley[:-lines], height, 0.0, 0.0, profile))) < sheets

    if not saves(_FEW):
        return 0
    return next((lines for lines in range(1, _FEW) if saves(lines)), _FEW)


def least_pages(galley: Sequence[Fragment], height: float, profile: Profile) -> int:
    """Return a number of pages than which no way of breaking takes fewer."""
    return ceil(_needed(galley, profile) / height)


def at_ease(galley: Sequence[Fragment]) -> float:
    """Return the height of a galley with its natural white."""
    return sum([fragment.height + fragment.gap for fragment in galley])


def _needed(fragments: Sequence[Fragment], profile: Profile) -> float:
    """Return the height of fragments with the least white between them."""
    return sum([fragment.height + profile.least_white * fragment.gap for fragment in fragments])


def _begun(
    warnings: Sequence[Fragment], room: float, profile: Profile, *, alone: bool
) -> tuple[list[Fragment], list[Fragment]]:
    """Return the warnings that begin on a page and what of them goes on, as few in two parts as can be.

    What explains the gravest of these fills the page, and no other's does. On a page `alone`, at least one
    begins.
    """
    shortest = [each.in_two(0) if each.in_two is not None else None for each in warnings]
    firsts = [each if two is None else two[0] for each, two in zip(warnings, shortest, strict=True)]
    stops = range(len(firsts), 0, -1)
    fits = next((stop for stop in stops if _needed(firsts[:stop], profile) <= room), int(alone))
    begun, ended = list(warnings[:fits]), dict[int, Fragment]()
    for index in reversed(range(fits)):
        if _needed(begun, profile) <= room:
            break
        two = shortest[index]
        if two is not None:
            begun[index], ended[index] = two
    if ended:  # none of a lesser rank is explained before the gravest is
        first = min(ended)
        _keep(warnings[first], first, begun, ended, room - _needed(begun, profile))
    return begun, [ended[index] for index in sorted(ended)]


def _keep(
    warning: Fragment, index: int, begun: list[Fragment], ended: dict[int, Fragment], room: float
) -> None:
    """Keep as many thoughts of a warning on its page as that has room for."""
    for kept in count(1):
        parts = warning.in_two(kept) if warning.in_two is not None else None
        if parts is None or parts[0].height - begun[index].height > room:
            return
        room -= parts[0].height - begun[index].height
        begun[index], ended[index] = parts


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
    starts = [next(each for each in page if not _stands_again(each.fragment)) for page in pages[1:]]
    return sum([each.fragment.break_cost for each in starts if each.fragment.break_cost >= THOUGHT])


def cost_of(pages: Sequence[Sequence[PlacedFragment]]) -> float:
    """Return what all breaks cost together, and that a section goes on and the page does not name it."""
    cost, running = 0.0, None
    for index, page in enumerate(pages):
        start = next(each.fragment for each in page if not _stands_again(each.fragment))
        if index:
            is_unnamed = running is not None and start.running is None and page[0].fragment is not running
            cost += start.break_cost + UNNAMED * is_unnamed
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
