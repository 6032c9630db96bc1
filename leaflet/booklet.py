"""A booklet: a leaflet's pages on sheets twice their size, to be folded and stapled.

Its words, their structure and their order are the leaflet's; only the places of the pages differ.
"""

from leaflet.api import designed, shared_shaper, written_as
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document
from leaflet.layout.boxes import Layout
from leaflet.layout.imposition import as_booklet
from leaflet.layout.scale import LayoutError, make_scale
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.values import altered

SUFFIX = "-booklet"
PRODUCT = "booklet"
"""What the file says that it is."""
MOST_PAGES = 20
"""ACB Best Practices for Large Print (2025): as many pages at most where sheets are stapled in the fold."""


def make_booklet(
    monograph: Monograph,
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    colour: bool = False,
) -> tuple[bytes, Layout]:
    """Return a booklet's file and its layout, of pages of a `paper` on sheets twice as wide.

    Raises `LayoutError` where the leaflet cannot be set or has too many pages (L004).
    """
    document, layout = design_booklet(monograph, profile=profile, paper=paper, region=region)
    pdf = written_as(monograph, document, layout, profile, paper, region, colour=colour, product=PRODUCT)
    return pdf, layout


def design_booklet(
    monograph: Monograph, *, profile: str = "standard", paper: str = "a4", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a booklet; raises as `make_booklet` does."""
    document, layout = designed(monograph, profile=profile, paper=paper, region=region, mark=_folded)
    if len(layout.pages) > MOST_PAGES:
        raise LayoutError(
            Finding(
                code="L004",
                message=f"the leaflet has {len(layout.pages)} pages, and a booklet {MOST_PAGES} at most",
                hint="print it on single sheets: leave --booklet out",
            )
        )
    shaper = shared_shaper()
    scale = make_scale(PROFILES[profile], PAPERS[paper], shaper.faces)
    return document, as_booklet(layout, document.furniture.questions, scale, shaper)


def _folded(document: Document) -> Document:
    """Return the document without what is said of single sheets: a booklet is turned over by itself."""
    return altered(document, furniture=altered(document.furniture, turn_over=""))
