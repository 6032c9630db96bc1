"""Impose pages as a booklet: two a side on sheets twice their size, which lie in one another when folded.

Of four pages the first sheet has the last and the first on its outside, the second and the third within. A
sheet that lies inside others sticks out of them by the thickness of their paper, so its pages are moved
towards the fold by that (creep). Pages that are left over at the end are lined for questions: they belong to
the booklet and not to the leaflet's words, and are artifacts.
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Text
from leaflet.layout.boxes import Fragment, Layout, Page, PlacedFragment, Rule, Side
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter
from leaflet.text.shaper import Shaper
from leaflet.text.words import BOLD
from leaflet.units import mm
from leaflet.values import altered

A_SHEET = 4
"""The pages that a sheet of a booklet holds."""
_THICKNESS = mm(0.1)  # of a sheet of 80 g/m²
_LINE, _APART = 0.75, mm(12)  # pt; room for a hand that does not see well


def as_booklet(layout: Layout, questions: str, scale: Scale, shaper: Shaper) -> Layout:
    """Return a layout whose pages lie on the sides of a booklet, after as many lined ones as it needs."""
    lined = _lined(layout, questions, scale, shaper)
    pages = [*layout.pages]
    while len(pages) % A_SHEET:
        pages.append(altered(lined, number=len(pages) + 1))
    return altered(layout, pages=tuple(pages), sides=_sides(len(pages), layout.paper.width))


def side_by_side(layout: Layout) -> Layout:
    """Return a layout with a page for each side, and what is on it at its place there: what a file shows."""
    sides = [
        _joined(number, [shifted(layout.pages[index], by) for index, by in side.pages])
        for number, side in enumerate(layout.sides, start=1)
    ]
    return altered(layout, paper=layout.side, pages=tuple(sides), sides=())


def shifted(page: Page, by: float) -> Page:
    """Return a page with all that is on it moved to the right."""
    return altered(page, fragments=_moved(page.fragments, by), furniture=_moved(page.furniture, by))


def _moved(placed: Sequence[PlacedFragment], by: float) -> tuple[PlacedFragment, ...]:
    return tuple([altered(each, x=each.x + by) for each in placed])


def _joined(number: int, pages: Sequence[Page]) -> Page:
    return Page(
        number=number,
        fragments=tuple([each for page in pages for each in page.fragments]),
        furniture=tuple([each for page in pages for each in page.furniture]),
    )


def _sides(count: int, width: float) -> tuple[Side, ...]:
    """Return the sides of the sheets from the outermost, each first its outside, in the order of printing."""
    sides = []
    for sheet in range(count // A_SHEET):
        creep = sheet * _THICKNESS
        first, last = 2 * sheet, count - 1 - 2 * sheet
        sides.append(Side(((last, creep), (first, width - creep))))
        sides.append(Side(((first + 1, creep), (last - 1, width - creep))))
    return tuple(sides)


def _lined(layout: Layout, questions: str, scale: Scale, shaper: Shaper) -> Page:
    """Return a page with a heading and lines to write on, its foot that of the others without a number."""
    setter, text = Setter(scale, shaper, {}), Text.of(questions, strong=True)
    size = scale.profile.heading
    column = Column(0.0, scale.width)
    lines = setter.lines(setter.shape(text, BOLD), Artifact.HEADER, column, size, text)
    lines = [altered(line, y=line.y + index * scale.line_height(size)) for index, line in enumerate(lines)]
    foot = layout.paper.height - layout.frame.top - layout.frame.bottom
    apart = max(_APART, 1.6 * scale.leading)
    top = len(lines) * scale.line_height(size)
    marks = []
    while top + apart <= foot:
        top += apart
        marks.append(Rule(0.0, top - _LINE, scale.width, _LINE, Artifact.RULE))
    page = PlacedFragment(
        scale.side, layout.frame.top, Fragment(top, 0.0, FORBIDDEN, tuple(lines), tuple(marks))
    )
    *_, below = layout.pages[-1].furniture
    *identity, _label = below.fragment.lines
    unnumbered = altered(below, fragment=altered(below.fragment, lines=tuple(identity)))
    return Page(number=0, fragments=(page,), furniture=(unnumbered,))
