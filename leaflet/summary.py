"""A summary: one page with the name, its warnings, and as many of the first sections as it holds whole.

It goes out with the whole leaflet, and says so. What it has of a warning is all of it where that fits, and
else its hazard and what to do, as page 1 of the leaflet itself. Where a page of large print does not hold
that of all, those of the lowest rank give way, and it says that the leaflet has more. Type never gives way.
"""

from collections.abc import Iterator, Sequence

from leaflet.api import composed, laid_out, lay, maker
from leaflet.compose.pieces import paragraph_of, section_of
from leaflet.diagnostics import Finding
from leaflet.document.tree import Artifact, Document, Node, Run, Text
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


def design_summary(
    monograph: Monograph, *, profile: str = "standard", paper: str = "a4", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a summary, which has one page.

    Raises `LayoutError` where the leaflet cannot be set, or not even its first warning fits one page (L004).
    """
    whole = _titled(composed(monograph, region))
    for kids in _shorter(whole, lay(whole, profile, paper)):
        document = altered(whole, root=altered(whole.root, kids=kids))
        if len(lay(document, profile, paper).pages) == 1:
            return laid_out(document, profile, paper)
    raise LayoutError(
        Finding(
            code="L004",
            message=f"not even the first warning fits one page of {PAPERS[paper].title} "
            f"at profile {profile!r}",
            hint="print the summary in a smaller profile, or hand out the whole leaflet",
        )
    )


make_summary = maker(PRODUCT, design_summary)
"""Return a summary's file and its layout; raises as `design_summary` does."""


def _titled(document: Document) -> Document:
    """Return the document with the line that says on the page what it is."""
    language = language_of(document.language)
    said = language.say("summary") if language is not None else ""
    furniture = document.furniture
    identity = altered(furniture.identity, runs=(Run(f"{said} ", strong=True), *furniture.identity.runs))
    return altered(document, furniture=altered(furniture, identity=identity, turn_over="", contents=""))


def _shorter(document: Document, layout: Layout) -> Iterator[tuple[Node, ...]]:
    """Yield what a summary may have, the most first: fewer sections, less of warnings, fewer of them."""
    language = language_of(document.language)
    assert language is not None, document  # noqa: S101 - without words of its own nothing was composed
    say = language.say
    note = section_of([paragraph_of(Text.of(say("summary_note"), strong=True))])
    opening = [kid for kid in document.root.kids if kid.style.display != "section"]
    sections = [kid for kid in document.root.kids if kid.style.display == "section"]
    for count in range(_most_on_a_page(sections, layout), -1, -1):
        yield (*opening, *sections[:count], note)
    warnings = [index for index, kid in enumerate(opening) if kid.style.warns]
    for index in reversed(warnings):
        opening[index] = shortened(opening[index])
        yield (*opening, note)
    for masthead in _smaller(opening[0]):
        opening[0] = masthead
        yield (*opening, note)
    more = section_of([paragraph_of(Text.of(say("more_warnings"), strong=True))])
    for index in reversed(warnings[1:]):
        del opening[index]
        yield (*opening, more, note)
        yield (*opening, more)


def _smaller(masthead: Node) -> Iterator[Node]:
    """Yield what is above the warnings with ever fewer words, and then with the name in a heading's size."""
    name, status, *_, purpose = masthead.kids
    yield altered(masthead, kids=(name, status, purpose))
    small = altered(name, style=altered(name.style, size="heading"))
    yield altered(masthead, kids=(small, status, purpose))
    yield altered(masthead, kids=(small, status))


def _most_on_a_page(sections: Sequence[Node], layout: Layout) -> int:
    """Return how many of the first sections begin in the height of a page, however pages were evened out."""
    headings = {section.kids[0] for section in sections}
    room = layout.paper.height - layout.frame.top - layout.frame.bottom
    begun = 0
    for fragment in [placed.fragment for page in layout.pages for placed in page.fragments]:
        owners = {line.owner for line in fragment.lines}
        room -= fragment.height if owners - {Artifact.HEADER} else 0.0
        if room < 0:
            break
        begun += not headings.isdisjoint(owners)
    return begun
