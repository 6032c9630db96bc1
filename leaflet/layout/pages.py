"""Lay a document out: scale, furniture, galley, pages. Refuses what a page cannot hold whole."""

from collections.abc import Sequence

from leaflet.diagnostics import Finding, Span
from leaflet.document.tree import Document, Furniture, Node
from leaflet.layout.boxes import Fragment, Layout, Page
from leaflet.layout.contents import FROM_PAGES, pages_of, set_contents
from leaflet.layout.furniture import FurniturePlan, plan_furniture, set_furniture
from leaflet.layout.galley import set_galley
from leaflet.layout.pouring import Poured, least_pages, lines_too_many, parted, pour, sheets_of
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.scale_bar import LARGE, room_for, set_scale_bar, with_scale_bar
from leaflet.layout.setting import Column, Setter
from leaflet.paper import Paper
from leaflet.profiles import Profile
from leaflet.text.breaks import goes_on
from leaflet.text.shaper import Shaper
from leaflet.units import Insets
from leaflet.values import altered

_LOWER = 0.13  # × the paper's height: pictures give way before a thought is parted
_TRIES = 3  # of setting a list of contents whose own length moves what it lists
_FEW = 9  # pages, as most leaflets have: the page label is measured with one figure


def lay_out(document: Document, profile: Profile, paper: Paper, shaper: Shaper) -> Layout:
    """Return the document's pages.

    Raises `LayoutError` where the paper is too narrow (L001), a character has no glyph (L002), a word
    is wider than a line (L003), or a panel is taller than a page (L005).
    """
    scale = make_scale(profile, paper, shaper.faces)
    layout = _whole(document, scale, shaper)
    if not _cut(layout) or all(leaf.image is None for leaf, _ in document.leaves):
        return layout
    lower = _whole(document, altered(scale, figure=_LOWER), shaper)
    return min(layout, lower, key=lambda each: (each.sheets, _cut(each)))


def _whole(document: Document, scale: Scale, shaper: Shaper) -> Layout:
    """Return the document's pages with all that stands on them."""
    galley = set_galley(document, scale, shaper)
    furniture = document.furniture
    plan, layout = _laid_out(document, furniture, galley, scale, shaper)
    if layout.sheets > 1:
        height = layout.paper.height - layout.frame.top - layout.frame.bottom
        many = lines_too_many(galley, height, scale.profile, layout.sheets)
        layout = altered(layout, lines_too_many=many) if many else layout
    words = furniture.scale_bar
    if scale.body < LARGE or not words:
        return layout
    on_last = with_scale_bar(layout, words, scale, shaper, pages=1)
    return on_last or _with_room(document, _like(plan, furniture), galley, layout, scale, shaper)


def _like(plan: FurniturePlan, furniture: Furniture) -> Furniture:
    """Return the furniture with which the same plan is made of longer or shorter pages."""
    return furniture if plan.turns_over else altered(furniture, turn_over="")


def _with_room(
    document: Document,
    furniture: Furniture,
    galley: Sequence[Fragment],
    full: Layout,
    scale: Scale,
    shaper: Shaper,
) -> Layout:
    """Return the pages with the scale bar after the last words; on another page where it costs there.

    What it must not cost is a sheet, or a thought that it parts.
    """
    words = furniture.scale_bar
    room = room_for(set_scale_bar(words, scale, shaper), scale)
    _, layout = _laid_out(document, furniture, [*galley, room], scale, shaper)
    *pages, last = layout.pages
    rest = tuple([placed for placed in last.fragments if placed.fragment is not room])
    costs = (layout.sheets, _cut(layout)) > (full.sheets, _cut(full))
    if not rest or costs:
        somewhere = with_scale_bar(full, words, scale, shaper, pages=len(full.pages))
        if somewhere is not None or not rest:
            return somewhere or full
    layout = altered(
        layout, pages=(*pages, altered(last, fragments=rest)), lines_too_many=full.lines_too_many
    )
    return with_scale_bar(layout, words, scale, shaper, pages=1) or full


def _cut(layout: Layout) -> float:
    return parted([page.fragments for page in layout.pages])


def _laid_out(
    document: Document, furniture: Furniture, galley: Sequence[Fragment], scale: Scale, shaper: Shaper
) -> tuple[FurniturePlan, Layout]:
    """Return the pages of a galley, with a list of contents where they are many."""
    plan, poured = pour_with_furniture(furniture, galley, scale, shaper)
    if len(poured) < FROM_PAGES or not furniture.contents:
        return plan, finished(document, plan, poured, scale, shaper)
    return plan, _with_contents(document, galley, plan, poured, scale, shaper)


def _with_contents(
    document: Document,
    galley: Sequence[Fragment],
    plan: FurniturePlan,
    poured: Poured,
    scale: Scale,
    shaper: Shaper,
) -> Layout:
    """Return the pages with a list of contents before the first section, where that costs no sheet.

    Nor does it stand where it would part a thought, or leave the page before it half empty.
    """
    start = next(index for index, each in enumerate(galley) if each.running is not None)
    setter, column = Setter(scale, shaper, {}), Column(scale.hang, scale.measure)
    title, numbers = document.furniture.contents, pages_of(document, poured)
    contents = set_contents(title, numbers, setter, column)
    for _ in range(_TRIES):
        if contents is None or contents.fragment.height > plan.height:
            break
        longer = [*galley[:start], contents.fragment, *galley[start:]]
        new_plan, new = pour_with_furniture(_like(plan, document.furniture), longer, scale, shaper)
        costs = _price((new_plan, new)) > _price((plan, poured))
        if costs or _gaping(new, new_plan) > _gaping(poured, plan):
            break
        listed = set_contents(title, pages_of(document, new), setter, column)
        if listed is not None and listed.fragment.height <= contents.fragment.height:
            pages = _with(new, contents.fragment, listed.fragment)
            return altered(finished(document, new_plan, pages, scale, shaper), contents=listed.nodes)
        contents = listed  # a wider number of a page can cost an entry a line more
    return finished(document, plan, poured, scale, shaper)


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
    ends = [max([each.y + each.fragment.height for each in page]) - plan.top for page in pages[:-1]]
    return sum([end < plan.height / 2 for end in ends])


def finished(document: Document, plan: FurniturePlan, poured: Poured, scale: Scale, shaper: Shaper) -> Layout:
    """Return the pages with their furniture, at their places on the paper."""
    pages = [
        Page(
            number=number,
            fragments=fragments,
            furniture=set_furniture(document.furniture, plan, number, len(poured), scale, shaper),
        )
        for number, fragments in enumerate(poured, start=1)
    ]
    bottom = scale.sheet.height - plan.top - plan.height
    return Layout(
        paper=scale.sheet,
        frame=Insets(plan.top, scale.side, bottom, scale.side),
        margins=scale.margins,
        body=scale.body,
        pages=tuple(pages),
    )


def pour_with_furniture(
    furniture: Furniture, galley: Sequence[Fragment], scale: Scale, shaper: Shaper
) -> tuple[FurniturePlan, Poured]:
    """Pour the galley into pages whose furniture has room for the number of pages that it comes to.

    The foot says where to turn over, where the room for that costs no sheet and parts no thought.
    """
    pages = _FEW
    while True:
        plan, poured = _best(plan_furniture(furniture, scale, shaper, pages), galley, scale)
        if len(str(len(poured))) <= len(str(pages)):
            return plan, poured
        pages = len(poured)


def _best(
    plans: Sequence[FurniturePlan], galley: Sequence[Fragment], scale: Scale
) -> tuple[FurniturePlan, Poured]:
    """Return the first of some plans, the roomiest last, that costs no sheet and parts no thought."""
    first, roomiest = plans[0], plans[-1]
    if first is roomiest:
        return first, _poured(galley, first, scale)
    # What no way of breaking pages could do needs no trying.
    least, fewest = (sheets_of(least_pages(galley, plan.height, scale.profile)) for plan in (roomiest, first))
    if least < fewest:
        tight = _poured(galley, roomiest, scale)
        if sheets_of(len(tight)) < fewest:
            return roomiest, tight
    roomy = _poured(galley, first, scale)
    if len(roomy) > 1 and sheets_of(len(roomy)) == least and not parted(roomy):
        return first, roomy
    return min((first, roomy), (roomiest, _poured(galley, roomiest, scale)), key=_price)


def _poured(galley: Sequence[Fragment], plan: FurniturePlan, scale: Scale) -> Poured:
    _refuse_overflow(galley, plan.height, scale)
    return pour(galley, plan.height, scale.side, plan.top, scale.profile)


def _price(way: tuple[FurniturePlan, Poured]) -> tuple[int, float]:
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
