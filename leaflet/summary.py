"""A summary: one page with the name, all warnings, and as many of the first sections as it holds whole.

It goes out with the whole leaflet, and says so. What it has of a warning is all of it where that fits, and
else its hazard and what to do, as page 1 of the leaflet itself; where no page holds that, there is none.
"""

from collections.abc import Iterator, Sequence

from leaflet.api import composed, laid_out, lay, written_as
from leaflet.compose.pieces import paragraph_of, section_of
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document, Node, Run, Text
from leaflet.document.warnings import shortened
from leaflet.languages import language_of
from leaflet.layout.boxes import Layout
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.values import altered

SUFFIX = "-summary"
PRODUCT = "summary"
"""What the file says that it is."""


def make_summary(
    monograph: Monograph,
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    colour: bool = False,
) -> tuple[bytes, Layout]:
    """Return a summary's file and its layout, which has one page.

    Raises `LayoutError` where the leaflet cannot be set, or its warnings do not fit one page (L004).
    """
    document, layout = design_summary(monograph, profile=profile, paper=paper, region=region)
    pdf = written_as(monograph, document, layout, profile, paper, region, colour=colour, product=PRODUCT)
    return pdf, layout


def design_summary(
    monograph: Monograph, *, profile: str = "standard", paper: str = "a4", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a summary; raises as `make_summary` does."""
    whole = _titled(composed(monograph, region))
    for kids in _shorter(whole, lay(whole, profile, paper)):
        document = altered(whole, root=altered(whole.root, kids=kids))
        if len(lay(document, profile, paper).pages) == 1:
            return laid_out(document, profile, paper)
    raise LayoutError(
        Finding(
            code="L004",
            message=f"the warnings do not fit one page at profile {profile!r} on {PAPERS[paper].title}",
            hint="print the summary in a smaller profile, or hand out the whole leaflet",
        )
    )


def _titled(document: Document) -> Document:
    """Return the document with the line that says on the page what it is."""
    language = language_of(document.language)
    said = language.say("summary") if language is not None else ""
    furniture = document.furniture
    identity = altered(furniture.identity, runs=(Run(f"{said} ", strong=True), *furniture.identity.runs))
    return altered(document, furniture=altered(furniture, identity=identity, turn_over="", contents=""))


def _shorter(document: Document, layout: Layout) -> Iterator[tuple[Node, ...]]:
    """Yield what a summary may have, the most first: fewer sections, and then less of the last warnings."""
    language = language_of(document.language)
    said = language.say("summary_note") if language is not None else ""
    note = section_of([paragraph_of(Text.of(said, strong=True))])
    opening = [kid for kid in document.root.kids if kid.style.display != "section"]
    sections = [kid for kid in document.root.kids if kid.style.display == "section"]
    for count in range(_whole_on_page_1(sections, layout), -1, -1):
        yield (*opening, *sections[:count], note)
    warnings = [index for index, kid in enumerate(opening) if kid.style.warns]
    for index in reversed(warnings):
        opening[index] = shortened(opening[index])
        yield (*opening, note)


def _whole_on_page_1(sections: Sequence[Node], layout: Layout) -> int:
    """Return how many of the first sections begin on page 1."""
    here = {line.owner for placed in layout.pages[0].fragments for line in placed.fragment.lines}
    return sum(section.kids[0] in here for section in sections)
