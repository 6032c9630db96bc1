"""A proof copy: a monograph on paper for its reviewers, whatever the rules say of its words.

Each page says that it is not for patients; beside each text that a rule stops at stands the code, in the
margin. Size rules do not bind the codes, which no patient reads.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from leaflet.api import designed, maker, shared_shaper
from leaflet.diagnostics import Finding
from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Document, Node, Run, Text
from leaflet.languages import language_of
from leaflet.layout.boxes import Fragment, Layout, LineBox, Page, PlacedFragment
from leaflet.model import Monograph
from leaflet.text.slugs import Slug
from leaflet.text.words import BOLD
from leaflet.values import altered

SUFFIX = "-proof-copy"
PRODUCT = "proof copy"
"""What the file says that it is."""
_SIZE = 9.0  # pt, of the codes
_OFF = 3.0  # pt, from the text
_STEP = 1.15  # × size, between codes under one another


def make_proof_copy(
    monograph: Monograph,
    findings: Sequence[Finding],
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    colour: bool = False,
) -> tuple[bytes, int]:
    """Return a proof copy's file and its number of pages; raise `LayoutError` where no page holds it."""
    made = maker(PRODUCT, partial(design_proof_copy, findings=findings))
    pdf, layout = made(monograph, profile=profile, paper=paper, region=region, colour=colour)
    return pdf, len(layout.pages)


def design_proof_copy(
    monograph: Monograph,
    findings: Sequence[Finding],
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
) -> tuple[Document, Layout]:
    """Compose and lay out a proof copy; raise `LayoutError` where no page holds it."""
    document, layout = designed(monograph, profile=profile, paper=paper, region=region, mark=_marked)
    return document, altered(layout, pages=tuple([_coded(page, layout, findings) for page in layout.pages]))


def _marked(document: Document) -> Document:
    """Return the document with the line that every page of a proof copy has."""
    language = language_of(document.language)
    said = language.say("proof_copy") if language is not None else ""
    identity = document.furniture.identity
    runs = (Run(f"{said} ", strong=True), *identity.runs)
    return altered(document, furniture=altered(document.furniture, identity=altered(identity, runs=runs)))


def _coded(page: Page, layout: Layout, findings: Sequence[Finding]) -> Page:
    """Return a page with the codes of its texts in the margin, before its furniture."""
    codes = tuple(_codes(page, layout, findings))
    return altered(page, furniture=(*codes, *page.furniture)) if codes else page


def _codes(page: Page, layout: Layout, findings: Sequence[Finding]) -> Iterator[PlacedFragment]:
    shaper, seen, taken = shared_shaper(), set[Node](), list[float]()
    for placed in page.fragments:
        for line in placed.fragment.lines:
            owner = line.owner
            if not isinstance(owner, Node) or owner in seen or owner.text is None:
                continue
            seen.add(owner)
            x = layout.paper.width - layout.frame.right + _OFF
            for index, code in enumerate(_of(owner.text, findings)):
                words = shaper.words(Text.of(code, strong=True), BOLD)
                y = _free(placed.y + line.y + index * _STEP * _SIZE, taken)
                taken.append(y)
                box = LineBox.of(Slug(words), 0.0, 0.0, _SIZE, Artifact.HEADER)
                yield PlacedFragment(x, y, Fragment(0.0, 0.0, FORBIDDEN, (box,)))


def _free(y: float, taken: Sequence[float]) -> float:
    """Return the first height from `y` on at which no code of another text stands."""
    step = _STEP * _SIZE
    for other in sorted(taken):
        if other - step < y < other + step:
            y = other + step
    return y


def _of(text: Text, findings: Sequence[Finding]) -> list[str]:
    """Return the codes of the findings in a text, each once."""
    span = text.span
    if span is None:
        return []
    here = [
        finding.code
        for finding in findings
        if finding.span is not None
        and finding.span.path == span.path
        and (finding.span.line, finding.span.column) < (span.end_line, span.end_column)
        and (span.line, span.column) <= (finding.span.end_line, finding.span.end_column)
    ]
    return list(dict.fromkeys(here))
