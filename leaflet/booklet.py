"""A booklet: a leaflet's pages on sheets twice their size, to be folded and stapled.

Its words, their structure and their order are the leaflet's; only the places of the pages differ.
"""

from leaflet.api import designed, maker, shared_shaper
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


def design_booklet(
    monograph: Monograph, *, profile: str = "standard", paper: str = "a4", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a booklet, of pages of a `paper` on sheets twice as wide.

    Raises `LayoutError` where the leaflet cannot be set or has too many pages (L004).
    """
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


make_booklet = maker(PRODUCT, design_booklet)
"""Return a booklet's file and its layout; raises as `design_booklet` does."""


def _folded(document: Document) -> Document:
    """Return the document without what is said of single sheets: a booklet is turned over by itself."""
    return altered(document, furniture=altered(document.furniture, turn_over=""))
