"""Lay a document out: scale, furniture, galley, pages. Refuses what a page cannot hold whole."""

from collections.abc import Sequence

from leaflet.blocks import Document
from leaflet.diagnostics import Finding
from leaflet.layout.boxes import Layout, Page, Slab
from leaflet.layout.furniture import plan_furniture, set_furniture
from leaflet.layout.galley import set_galley
from leaflet.layout.pagination import paginate
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.paper import Paper
from leaflet.profiles import Profile
from leaflet.text.words import Shaper
from leaflet.units import Insets


def lay_out(document: Document, profile: Profile, paper: Paper, shaper: Shaper) -> Layout:
    """Return the document's pages.

    Raises `LayoutError` where the paper is too narrow (L001), a character has no glyph (L002), a word
    is wider than a line (L003), the warnings do not stand whole on page 1 (L004), or another panel is
    taller than a page (L005).
    """
    scale = make_scale(profile, paper, shaper.faces)
    plan = plan_furniture(document.furniture, scale, shaper)
    galley = set_galley(document, scale, shaper)
    _refuse_overflow(galley, plan.height, scale)
    poured = paginate(galley, plan.height, scale.side, plan.top)
    pages = []
    for number, slabs in enumerate(poured, start=1):
        label = document.furniture.page_label.format(page=number, pages=len(poured))
        furniture = set_furniture(plan, label, number, scale, shaper)
        pages.append(Page(number=number, slabs=slabs, furniture=furniture))
    bottom = paper.size.height - plan.top - plan.height
    return Layout(
        paper=paper.size,
        frame=Insets(plan.top, scale.side, bottom, scale.side),
        margins=scale.margins,
        body=scale.body,
        pages=tuple(pages),
    )


def _refuse_overflow(galley: Sequence[Slab], height: float, scale: Scale) -> None:
    """Raise where the warnings are more than page 1 holds, or something whole is more than a page."""
    last_warning = max((index for index, slab in enumerate(galley) if slab.is_warning), default=-1)
    opening = galley[: last_warning + 1]
    needed = sum(slab.height + slab.gap for slab in opening)
    name, paper = scale.profile.name, scale.paper.title
    if needed > height:
        lines = -(-(needed - height) // scale.leading)
        raise LayoutError(
            Finding(
                code="L004",
                message=f"the warnings do not fit on page 1 at profile {name!r} on {paper}: "
                f"{lines:.0f} {'line' if lines == 1 else 'lines'} of {scale.body:g} pt too much",
                hint="make the warnings shorter: few and strong words; or print on larger paper",
            )
        )
    tall = max((slab.height for slab in galley), default=0.0)
    if tall > height:
        raise LayoutError(
            Finding(
                code="L005",
                message=f"a panel is {tall:.0f} pt tall at profile {name!r} on {paper}, "
                f"and a page holds {height:.0f} pt",
                hint="split the panel into two, or shorten it: panels are never cut",
            )
        )


def text_of(layout: Layout) -> str:
    """Return the running text as it was laid out, a paragraph a line; for tests and traces."""
    lines = [line for page in layout.pages for placed in page.slabs for line in placed.slab.lines]
    parts: list[str] = []
    previous = None
    for line in lines:
        if line.owner is previous:
            parts[-1] += " " + line.text
        else:
            parts.append(line.text)
        previous = line.owner
    return "\n".join(parts)


__all__ = ["LayoutError", "lay_out", "text_of"]
