"""Begin the warnings on the first pages: which stand there whole, and what of the others goes on.

Page 1 has the bar, the hazard and the action of each in their rank, as many as it has room for. What explains
the gravest comes before what explains the others.
"""

from collections.abc import Sequence
from itertools import count

from leaflet.document.styles import FORBIDDEN
from leaflet.layout.boxes import Fragment
from leaflet.profiles import Profile
from leaflet.values import altered

_Parts = tuple[Fragment, Fragment]
"""What stands of a warning on the page where it begins, and what goes on."""


def opened(
    warnings: Sequence[Fragment], height: float, profile: Profile, more: Fragment | None
) -> tuple[list[Sequence[Fragment]], Sequence[Fragment]]:
    """Return the pages that have nothing but warnings, and what of these stands before all else."""
    pages: list[Sequence[Fragment]] = []
    goes_on: Sequence[Fragment] = ()  # of warnings begun on the page before: before those of a lesser rank
    while needed([*goes_on, *warnings], profile) > height and warnings:
        said = [more] if more is not None else []
        room = height - needed([*goes_on, *said], profile)
        begun, ended = _begun(warnings, room, profile, alone=not goes_on)
        if needed([*goes_on, *begun, *said], profile) > height:
            said = []
        pages.append([*goes_on, *begun, *said])
        goes_on, warnings = ended, warnings[len(begun) :]
    if not pages:
        return pages, warnings
    # They stand together, all on this page where it holds them.
    first, *rest = (*goes_on, *warnings)
    return pages, [first, *[altered(each, break_cost=FORBIDDEN) for each in rest]]


def _begun(
    warnings: Sequence[Fragment], room: float, profile: Profile, *, alone: bool
) -> tuple[list[Fragment], list[Fragment]]:
    """Return the warnings that begin on a page and what of them goes on, as few in two parts as can be.

    What explains the gravest of these fills the page, and no other's does. On a page `alone`, at least one
    begins. Where not all begin there, lesser ones leave room for the signs of those of the highest rank.
    """
    shortest = [_parted(each, 0) for each in warnings]
    fits = _fitting(warnings, shortest, room, profile)
    if fits < len(warnings):
        gravest = _gravest(warnings)
        for index in reversed(gravest):
            longer = [*_with_signs(warnings[: index + 1]), *shortest[index + 1 :]]
            stop = _fitting(warnings, longer, room, profile)
            if stop > index and stop >= min(fits, gravest[-1] + 1):  # it pushes none of its own rank off
                shortest, fits = longer, stop
                break
    fits = fits or int(alone)
    begun, ended = list(warnings[:fits]), dict[int, Fragment]()
    for index in reversed(range(fits)):
        if needed(begun, profile) <= room:
            break
        two = shortest[index]
        if two is not None:
            begun[index], ended[index] = two
    if ended:  # none of a lesser rank is explained before the gravest is
        first = min(ended)
        _keep(warnings[first], first, begun, ended, room - needed(begun, profile))
    return begun, [ended[index] for index in sorted(ended)]


def _parted(warning: Fragment, kept: int) -> _Parts | None:
    """Return a warning in two, with so many thoughts in the first part; None where nothing is left over."""
    return warning.in_two(kept) if warning.in_two is not None else None


def _with_signs(warnings: Sequence[Fragment]) -> list[_Parts | None]:
    """Return the gravest warnings in two, their signs in the first part; whole above one that is so whole."""
    found: list[_Parts | None] = []
    is_whole = False
    for warning in reversed(warnings):
        parts = None if is_whole else _parted(warning, 1)
        is_whole = is_whole or (parts is None and warning.in_two is not None)
        found.append(parts)
    return found[::-1]


def _fitting(
    warnings: Sequence[Fragment], parts: Sequence[_Parts | None], room: float, profile: Profile
) -> int:
    """Return how many warnings a page has room for, of each the first part."""
    firsts = [each if two is None else two[0] for each, two in zip(warnings, parts, strict=True)]
    return next((stop for stop in range(len(firsts), 0, -1) if needed(firsts[:stop], profile) <= room), 0)


def _gravest(warnings: Sequence[Fragment]) -> list[int]:
    """Return the indexes of the warnings of the highest rank."""
    styles = [each.whole.style if each.whole is not None and each.warns else None for each in warnings]
    gravest = next(style for style in styles if style is not None)
    return [index for index, style in enumerate(styles) if style is gravest]


def _keep(
    warning: Fragment, index: int, begun: list[Fragment], ended: dict[int, Fragment], room: float
) -> None:
    """Keep as many thoughts of a warning on its page as that has room for."""
    for kept in count(1):
        parts = _parted(warning, kept)
        if parts is None or parts[0].height - begun[index].height > room:
            return
        room -= parts[0].height - begun[index].height
        begun[index], ended[index] = parts


def needed(fragments: Sequence[Fragment], profile: Profile) -> float:
    """Return the height of fragments with the least white between them."""
    return sum([fragment.height + profile.least_white * fragment.gap for fragment in fragments])
