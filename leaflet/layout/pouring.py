"""Pour the galley into pages: the warnings on page 1, then all that follows.

All warnings stand whole on page 1 where it holds them. Where it does not, as in large print, page 1 has the
bar, the hazard and the action of each in their rank, those of the highest rank whole as long as they fit;
the rest follows on page 2 under the repeated bars.
"""

from collections.abc import Sequence
from itertools import takewhile

from leaflet.document.styles import FORBIDDEN, PARAGRAPHS
from leaflet.layout.boxes import Fragment, PlacedFragment
from leaflet.layout.breaking import PageBreak, Piece, White, break_pages, fewest_pages, filled
from leaflet.profiles import Profile
from leaflet.values import altered

_FEW = 3
"""Lines that somebody might well leave out to save a sheet."""

Poured = tuple[tuple[PlacedFragment, ...], ...]
"""Pages, each its fragments at their places."""


def pour(galley: Sequence[Fragment], height: float, x: float, y: float, profile: Profile) -> Poured:
    """Return the galley cut into pages whose text starts at (x, y) and is at most `height` points tall."""
    last = max((index for index, fragment in enumerate(galley) if fragment.warns), default=-1)
    opening, others = galley[: last + 1], galley[last + 1 :]
    poured = _poured(opening, others, height, x, y, profile)
    if not profile.has_blank_lines:
        return poured
    airy = [each.aired() if each.aired is not None else each for each in opening]
    if _needed(airy, profile) > height:
        return poured
    other = _pages([*airy, *others], height, x, y, profile)
    return poured if sheets_of(len(other)) > sheets_of(len(poured)) else other


def _poured(
    opening: Sequence[Fragment],
    others: Sequence[Fragment],
    height: float,
    x: float,
    y: float,
    profile: Profile,
) -> Poured:
    """Return what ends with the last warning and all others, as pages."""
    if _needed(opening, profile) <= height:
        return _pages([*opening, *others], height, x, y, profile)
    firsts, rests = _parted(opening, height, profile)
    fits = next(
        stop for stop in range(len(firsts), 0, -1) if stop == 1 or _needed(firsts[:stop], profile) <= height
    )
    page_1 = _pages(firsts[:fits], height, x, y, profile)
    if fits == len(firsts):  # what explains the warnings stands on page 2, all of it where that holds it
        ended = [altered(each, break_cost=FORBIDDEN) for each in rests.values()]
        return page_1 + _pages([*ended, *others], height, x, y, profile, after=len(page_1))
    in_two = [*firsts[fits:], *rests.values()]
    ways = [in_two]
    if _needed(opening[fits:], profile) <= height:  # what begins on page 2 may well stand there whole
        ways.insert(0, [*opening[fits:], *[rest for index, rest in rests.items() if index < fits]])
    over = len(firsts) - fits
    poured = [_pages([*_free(way, over), *others], height, x, y, profile, after=len(page_1)) for way in ways]
    return page_1 + min(poured, key=_sheets_and_page_2)


def _free(fragments: Sequence[Fragment], count: int) -> list[Fragment]:
    """Return fragments of which pages may start with the first few."""
    free = [altered(each, break_cost=PARAGRAPHS) for each in fragments[:count]]
    return [*free, *fragments[count:]]


def _sheets_and_page_2(pages: Poured) -> tuple[int, float]:
    """Return what the better way to go on with the warnings has less of: sheets, and white on page 2."""
    last = pages[0][-1]
    return sheets_of(len(pages) + 1), -(last.y + last.fragment.height)


def lines_too_many(galley: Sequence[Fragment], height: float, profile: Profile, sheets: int) -> int:
    """Return how few lines at the end cost the last of some sheets; 0 where it takes more than a few."""
    # Quick for nearly all: what is over the sheets before is more than any lines could be.
    over = _needed(galley, profile) - 2 * (sheets - 1) * height
    if over > _FEW * max(fragment.height for fragment in galley[-_FEW:]):
        return 0
    for lines in range(1, _FEW + 1):
        shorter = pour(galley[:-lines], height, 0.0, 0.0, profile)
        if sheets_of(len(shorter)) < sheets:
            return lines
    return 0


def _needed(fragments: Sequence[Fragment], profile: Profile) -> float:
    """Return the height of fragments with the least white between them."""
    return sum([fragment.height + profile.least_white * fragment.gap for fragment in fragments])


def _parted(
    opening: Sequence[Fragment], height: float, profile: Profile
) -> tuple[list[Fragment], dict[int, Fragment]]:
    """Return what stands on page 1, and by its index what follows, as few warnings in two parts as can be."""
    begun, ended = list(opening), dict[int, Fragment]()
    for index in reversed(range(len(opening))):
        in_two = opening[index].in_two
        if in_two is None:
            continue
        begun[index], ended[index] = in_two()
        if _needed(begun, profile) <= height:
            break
    return begun, dict(sorted(ended.items()))


def _pages(
    galley: Sequence[Fragment], height: float, x: float, y: float, profile: Profile, after: int = 0
) -> Poured:
    least, most = profile.least_white, profile.most_white
    gaps = {fragment.gap for fragment in galley}
    whites = {gap: White(least * gap, gap, most * gap) for gap in gaps}
    running = _running(galley)
    pieces = [
        Piece(fragment.height, whites[fragment.gap], fragment.break_cost, _height_of(fragment.head, over))
        for fragment, over in zip(galley, running, strict=True)
    ]
    if any(over is not None and over.height for over in running):
        bare = [
            altered(piece, head=_height_of(each.head)) for piece, each in zip(pieces, galley, strict=True)
        ]
        if sheets_of(fewest_pages(bare, height) + after) < sheets_of(fewest_pages(pieces, height) + after):
            pages = break_pages(bare, height, after=after)  # a heading that stands again costs no sheet
            return tuple([_again(galley, page, pieces, height, x, y, running) for page in pages])
    return tuple(
        [
            _placed(galley[page.start : page.stop], page.whites, x, y, running[page.start])
            for page in break_pages(pieces, height, after=after)
        ]
    )


def _again(
    galley: Sequence[Fragment],
    page: PageBreak,
    pieces: Sequence[Piece],
    height: float,
    x: float,
    y: float,
    running: Sequence[Fragment | None],
) -> tuple[PlacedFragment, ...]:
    """Return a page with the heading of the section that goes on, where it has the room for that."""
    stop = page.stop
    full = filled(pieces, page.start, stop, height, is_last=stop == len(pieces))
    if full.fill <= 1:
        page, head = full, running[page.start]
    else:
        head = None
    return _placed(galley[page.start : stop], page.whites, x, y, head)


def _height_of(*heads: Fragment | None) -> float:
    return sum([head.height for head in heads if head is not None])


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
