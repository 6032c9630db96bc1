"""Lay a document out: scale, furniture, galley, pages. Refuses what a page cannot hold whole."""

from collections.abc import Sequence
from itertools import pairwise

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Document, Furniture, Node
from leaflet.layout.boxes import Fragment, Layout, Page, PlacedFragment
from leaflet.layout.contents import FROM_PAGES, least_height, pages_of, set_contents
from leaflet.layout.filling import Filled, fill_pages, price
from leaflet.layout.furniture import FurniturePlan, more_warnings, set_furniture
from leaflet.layout.galleys import choose_galley
from leaflet.layout.pouring import Poured, least_pages, lines_too_many, parted, sheets_of, warns
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.scale_bar import LARGE, room_for, set_scale_bar, with_scale_bar
from leaflet.layout.setting import Column, Setter
from leaflet.paper import Paper
from leaflet.profiles import Profile
from leaflet.text.breaks import goes_on
from leaflet.text.shaper import Shaper
from leaflet.units import Insets
from leaflet.values import altered

_FULL = 2 / 3  # of a page, before a list of contents that begins the next
_TRIES = 3  # of a list of contents whose own length moves what it lists; of pages for the scale bar


def lay_out(document: Document, profile: Profile, paper: Paper, shaper: Shaper) -> Layout:
    """Return the document's pages.

    Raises `LayoutError` where the paper is too narrow (L001), a character has no glyph (L002), a word
    is wider than a line (L003), or a panel is taller than a page (L005).
    """
    scale = make_scale(profile, paper, shaper.faces)
    galley, filled = choose_galley(document, scale, shaper)
    return _whole(document, galley, filled, scale, shaper)


def _whole(
    document: Document, galley: Sequence[Fragment], filled: Filled, scale: Scale, shaper: Shaper
) -> Layout:
    """Return the document's pages with all that stands on them."""
    furniture, words = document.furniture, document.furniture.scale_bar
    room = room_for(set_scale_bar(words, scale, shaper), scale) if words and scale.body >= LARGE else None
    layout = _laid_out(document, galley, filled, scale, shaper, room)
    if layout.sheets > 1:
        height = layout.paper.height - layout.frame.top - layout.frame.bottom
        many = lines_too_many(galley, height, scale.profile, layout.sheets)
        layout = altered(layout, lines_too_many=many) if many else layout
    if room is None:
        return layout
    if layout.pages[-1].fragments[-1].fragment is room:
        return _marked(layout, room, words, scale, shaper) or layout
    on_last = with_scale_bar(layout, words, scale, shaper, pages=1)
    return on_last or _with_room(document, _like(filled[0], furniture), galley, room, layout, scale, shaper)


def _like(plan: FurniturePlan, furniture: Furniture) -> Furniture:
    """Return the furniture with which the same plan is made of longer or shorter pages."""
    return furniture if plan.turns_over else altered(furniture, turn_over="")


def _with_room(
    document: Document,
    furniture: Furniture,
    galley: Sequence[Fragment],
    room: Fragment,
    full: Layout,
    scale: Scale,
    shaper: Shaper,
) -> Layout:
    """Return the pages with the scale bar after the last words; on another page where it costs there.

    What it must not cost, where there is another way, is a sheet or a thought that it parts.
    """
    words = furniture.scale_bar
    with_room = [*galley, room]
    longer = _laid_out(document, with_room, fill_pages(furniture, with_room, scale, shaper), scale, shaper)
    if (longer.sheets, _cut(longer)) <= (full.sheets, _cut(full)) and len(longer.pages[-1].fragments) > 1:
        return _marked(longer, room, words, scale, shaper) or full
    somewhere = with_scale_bar(full, words, scale, shaper, pages=len(full.pages))
    if somewhere is not None:
        return somewhere
    # No page has any room: it takes what it needs after the words of another page than the last.
    for end in _ends(full, galley)[: -_TRIES - 1 : -1]:
        with_room = [*galley[:end], room, *galley[end:]]
        filled = fill_pages(furniture, with_room, scale, shaper)
        layout = _laid_out(document, with_room, filled, scale, shaper)
        marked = _marked(layout, room, words, scale, shaper) if layout.sheets <= full.sheets else None
        if marked is not None:
            return marked
    return _marked(longer, room, words, scale, shaper) or full


def _ends(layout: Layout, galley: Sequence[Fragment]) -> list[int]:
    """Return the indexes of a galley at which its pages end, the last page left out."""
    places = {id(fragment): index for index, fragment in enumerate(galley)}
    ends = [places.get(id(page.fragments[-1].fragment), -1) + 1 for page in layout.pages[:-1]]
    return [end for end in ends if end]


def _marked(layout: Layout, room: Fragment, words: str, scale: Scale, shaper: Shaper) -> Layout | None:
    """Return pages with the scale bar on the one that keeps room for it."""
    pages = []
    for page in layout.pages:
        fragments = list(page.fragments)
        at = next((index for index, each in enumerate(fragments) if each.fragment is room), None)
        if at is not None:
            above = fragments[at - 1].y + fragments[at - 1].fragment.height if at else layout.frame.top
            lift = fragments[at].y + room.height - above
            below = [altered(each, y=each.y - lift) for each in fragments[at + 1 :]]
            page = altered(page, fragments=(*fragments[:at], *below))
        pages.append(page)
    kept = next(page.number for page in layout.pages if any(each.fragment is room for each in page.fragments))
    last = len(pages) - kept + 1
    return with_scale_bar(altered(layout, pages=tuple(pages)), words, scale, shaper, pages=last)


def _cut(layout: Layout) -> float:
    return parted([page.fragments for page in layout.pages])


def _laid_out(
    document: Document,
    galley: Sequence[Fragment],
    filled: Filled,
    scale: Scale,
    shaper: Shaper,
    room: Fragment | None = None,
) -> Layout:
    """Return pages that a galley fills; where they are many, with a list of contents, `room` at the end."""
    plan, poured = filled
    if len(poured) < FROM_PAGES or not document.furniture.contents:
        return finished(document, plan, poured, scale, shaper)
    return _with_contents(document, galley, plan, poured, scale, shaper, room)


def _with_contents(
    document: Document,
    galley: Sequence[Fragment],
    plan: FurniturePlan,
    poured: Poured,
    scale: Scale,
    shaper: Shaper,
    room: Fragment | None,
) -> Layout:
    """Return the pages with a list of contents before the first section, where that costs no sheet.

    Nor does it stand where it would part a thought, or begin page 3 or later after a page a third empty.
    """
    start = next(index for index, each in enumerate(galley) if each.running is not None)
    setter, column = Setter(scale, shaper, {}), Column(scale.hang, scale.measure)
    title, numbers = document.furniture.contents, pages_of(document, poured)
    last = [room] if room is not None else []
    lines = Fragment(least_height(len(numbers), column, scale), 0.0, FORBIDDEN, ())
    hopeless = _costs([*galley, lines, *last], plan, scale, poured)
    contents = None if hopeless else set_contents(title, numbers, setter, column)
    for _ in range(_TRIES):
        if contents is None or contents.fragment.height > plan.height:
            break
        longer = [*galley[:start], contents.fragment, *galley[start:], *last]
        if _costs(longer, plan, scale, poured):
            break
        new_plan, new = fill_pages(_like(plan, document.furniture), longer, scale, shaper)
        costs = price((new_plan, new)) > price((plan, poured))
        gapes = _gaping(new, new_plan) > _gaping(poured, plan) or new[-1][0].fragment is room
        if costs or gapes or _is_far(new, new_plan, contents.fragment):
            break
        listed = set_contents(title, pages_of(document, new), setter, column)
        if listed is not None and listed.fragment.height <= contents.fragment.height:
            pages = _with(new, contents.fragment, listed.fragment)
            return altered(finished(document, new_plan, pages, scale, shaper), contents=listed.nodes)
        contents = listed  # a wider number of a page can cost an entry a line more
    return finished(document, plan, poured, scale, shaper)


def _costs(longer: Sequence[Fragment], plan: FurniturePlan, scale: Scale, poured: Poured) -> bool:
    """Tell whether a longer galley takes more sheets in every way: what none could do needs no trying."""
    return sheets_of(least_pages(longer, plan.height, scale.profile)) > sheets_of(len(poured))


def _with(pages: Poured, old: Fragment, new: Fragment) -> Poured:
    """Return the pages with a fragment in the place of another of its height."""
    return tuple(
        [
            tuple([altered(each, fragment=new) if each.fragment is old else each for each in page])
            for page in pages
        ]
    )


def _gaping(pages: Poured, plan: FurniturePlan) -> int:
    """Return how many pages but the last are under half full."""
    return sum([_end(page) - plan.top < plan.height / 2 for page in pages[:-1]])


def _is_far(pages: Poured, plan: FurniturePlan, contents: Fragment) -> bool:
    """Tell whether a list of contents begins page 3 or later after much room, or has a page for itself."""
    for before, page in pairwise(pages[1:]):
        if page[0].fragment is contents:
            return len(page) == 1 or _end(before) - plan.top < _FULL * plan.height
    return False


def _end(page: Sequence[PlacedFragment]) -> float:
    return max([each.y + each.fragment.height for each in page])


def finished(document: Document, plan: FurniturePlan, poured: Poured, scale: Scale, shaper: Shaper) -> Layout:
    """Return the pages with their furniture, at their places on the paper."""
    pages = []
    for number, fragments in enumerate(poured, start=1):
        has_room = fragments[-1].fragment is plan.more
        goes_on = number < len(poured) and not has_room and warns(poured[number])
        furniture = set_furniture(
            document.furniture,
            plan,
            number,
            len(poured),
            scale,
            shaper,
            warning=fragments[-1] if goes_on else None,
        )
        if has_room:
            said = more_warnings(document.furniture, number + 1, scale, shaper)
            foot = plan.top + plan.height - said.height
            furniture = (PlacedFragment(scale.side, foot, said), *furniture)
            fragments = fragments[:-1]
        pages.append(Page(number=number, fragments=fragments, furniture=furniture))
    bottom = scale.sheet.height - plan.top - plan.height
    return Layout(
        paper=scale.sheet,
        frame=Insets(plan.top, scale.side, bottom, scale.side),
        margins=scale.margins,
        body=scale.body,
        pages=tuple(pages),
    )


def text_of(layout: Layout) -> str:
    """Return the running text as it was laid out, a paragraph a line; for tests and traces."""
    lines = [
        line
        for page in layout.pages
        for placed in page.fragments
        for line in placed.fragment.lines
        # What stands again at the head of a page says nothing new; page numbers are no words of the leaflet.
        if isinstance(line.owner, Node) and not line.owner.style.guides
    ]
    parts: list[str] = []
    previous = None
    for line in lines:
        if line.owner is previous:
            goes = goes_on(parts[-1].rpartition(" ")[2], line.text.partition(" ")[0])
            parts[-1] += line.text if goes else " " + line.text
        else:
            parts.append(line.text)
        previous = line.owner
    return "\n".join(parts)


__all__ = ["LayoutError", "lay_out", "text_of"]
