"""Lay a document out: scale, furniture, galley, pages. Refuses what a page cannot hold whole."""

from collections.abc import Sequence
from itertools import accumulate

from leaflet.diagnostics import Finding, Span
from leaflet.document.tree import Document, Node
from leaflet.layout.boxes import Fragment, Layout, Page
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
    for number, fragments in enumerate(poured, start=1):
        label = document.furniture.page_label.format(page=number, pages=len(poured))
        furniture = set_furniture(plan, label, number, scale, shaper)
        pages.append(Page(number=number, fragments=fragments, furniture=furniture))
    bottom = paper.size.height - plan.top - plan.height
    return Layout(
        paper=paper.size,
        frame=Insets(plan.top, scale.side, bottom, scale.side),
        margins=scale.margins,
        body=scale.body,
        pages=tuple(pages),
    )


def _refuse_overflow(galley: Sequence[Fragment], height: float, scale: Scale) -> None:
    """Raise where the warnings are more than page 1 holds, or something whole is more than a page."""
    name, paper = scale.profile.name, scale.paper.title
    last_warning = max((index for index, fragment in enumerate(galley) if fragment.warns), default=-1)
    feet = list(accumulate(fragment.gap + fragment.height for fragment in galley[: last_warning + 1]))
    if feet and feet[-1] > height:
        lines = -(-(feet[-1] - height) // scale.leading)
        over = next(each for each, foot in zip(galley, feet, strict=False) if foot > height)
        raise LayoutError(
            Finding(
                code="L004",
                message=f"the warnings do not fit on page 1 at profile {name!r} on {paper}: "
                f"{lines:.0f} {'line' if lines == 1 else 'lines'} of {scale.body:g} pt too much",
                hint="make the warnings shorter: few and strong words; or print on larger paper",
                span=_span_of(over),
            )
        )
    tall = max(galley, key=_height, default=None)
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
    lines = [line for page in layout.pages for placed in page.fragments for line in placed.fragment.lines]
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
