"""Make a leaflet: compose, lay out, render. The one way that the command line, the API and the page take."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from leaflet.compose import compose
from leaflet.compose.end import for_medicine
from leaflet.compose.unset import left_open, not_set
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document
from leaflet.handout import NO_HANDOUT, Handout, Personal, Pharmacy, PrintWish, digest_of
from leaflet.languages import LANGUAGES, language_of
from leaflet.languages.expansions import voice_of
from leaflet.layout.boxes import Layout
from leaflet.layout.pages import lay_out
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.paper import PAPERS, Paper
from leaflet.profiles import PROFILES, Profile
from leaflet.program import PROGRAM
from leaflet.prove.laid_out import prove_layout
from leaflet.prove.read_back import prove_reading
from leaflet.regions import REGIONS
from leaflet.seal import UNSEALED, sealed
from leaflet.text.fonts import load_faces
from leaflet.text.shaper import Shaper
from leaflet.values import Value, altered

if TYPE_CHECKING:
    from leaflet.rendering.encoder import GlyphEncoder
    from leaflet.rendering.metadata import Metadata

_Entry = TypeVar("_Entry")


class Leaflet(Value, kw_only=True):
    """A finished leaflet: the file's bytes and what they were made from."""

    pdf: bytes
    document: Document
    layout: Layout

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.layout.pages)

    @property
    def sheets(self) -> int:
        """The sheets of paper, printed on both sides."""
        return self.layout.sheets


def make(
    monograph: Monograph,
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    colour: bool = False,
    standard: str = "ua1",
    pharmacy: Pharmacy | None = None,
    personal: Personal | None = None,
    wish: PrintWish | None = None,
    key: bytes = b"",
) -> Leaflet:
    """Make a leaflet by the names of its settings, with what a pharmacy adds to it.

    Nothing of `personal` is kept after the call. With a counter's `key` the file is sealed.

    Raises `LayoutError` with findings where the leaflet cannot be set whole, a field is left open or its
    pages fail their proof, `ValueError` for a name that is in no table, and `TypeError` for what is of
    another kind. The rules on words are `leaflet.rules.check`, which this does not ask.
    """
    if not (isinstance(monograph, Monograph) and isinstance(colour, bool)):
        raise TypeError("make takes a monograph, as leaflet.load returns it, and colour=True or colour=False")
    if wrong := left_open(monograph):
        raise LayoutError(*wrong)
    handout = Handout(pharmacy=pharmacy, personal=personal)
    from leaflet.rendering.standards import STANDARDS

    document, layout = design(monograph, profile=profile, paper=paper, region=region, handout=handout)
    metadata = altered(
        _metadata(monograph, document, profile, paper, region, colour=colour),
        standard=_named(STANDARDS, standard, "standard").name,
        added_sha256=digest_of(for_medicine(monograph, handout), colour=colour),
        printing=wish.told if wish else "",
        seal=UNSEALED if key else "",
    )
    pdf = written(document, layout, metadata, wish)
    return Leaflet(pdf=sealed(pdf, key) if key else pdf, document=document, layout=layout)


def written(document: Document, layout: Layout, metadata: "Metadata", wish: PrintWish | None = None) -> bytes:
    """Return the file of laid-out pages; raise `LayoutError` where a reader of it would get other words."""
    from leaflet.rendering.pdf import render_pdf

    rendered = render_pdf(document, layout, metadata, _encoder(), wish)
    wrong = prove_reading(document, layout, rendered.said)
    if wrong:
        raise LayoutError(*wrong)
    return rendered.pdf


def _metadata(
    monograph: Monograph, document: Document, profile: str, paper: str, region: str | None, *, colour: bool
) -> "Metadata":
    from leaflet.rendering.metadata import Metadata

    return Metadata(
        title=document.title,
        language=document.language,
        monograph_id=monograph.id,
        version=monograph.version,
        date=monograph.dated,
        status=monograph.review.status,
        monograph_sha256=monograph.sha256,
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        profile=profile,
        paper=paper,
        region=region or "",
        colour=colour,
        program=PROGRAM,
    )


def design(
    monograph: Monograph,
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    handout: Handout = NO_HANDOUT,
) -> tuple[Document, Layout]:
    """Compose and lay out a leaflet, and prove its pages, without rendering it; raises as `make` does."""
    return designed(
        monograph,
        profile=profile,
        paper=paper,
        region=region,
        handout=handout,
        mark=lambda document: document,
    )


def composed(monograph: Monograph, region: str | None = None, handout: Handout = NO_HANDOUT) -> Document:
    """Return the leaflet's words as a tree, the same for every profile and form; raises as `make` does.

    The last tree is kept, for a build asks for all leaflets of a medicine in turn; what a pharmacy or a
    patient adds is not.
    """
    if handout != NO_HANDOUT:
        return _composed(monograph, region, handout)
    return _latest.of(monograph, region)


class _Latest:
    """Keeps the tree of one monograph, the very one, and one region."""

    def __init__(self) -> None:
        self._kept: tuple[Monograph, str | None, Document] | None = None

    def of(self, monograph: Monograph, region: str | None) -> Document:
        """Return the tree that was composed last, or compose it."""
        kept = self._kept
        if kept is not None and kept[0] is monograph and kept[1] == region:
            return kept[2]
        document = _composed(monograph, region, NO_HANDOUT)
        self._kept = monograph, region, document
        return document


_latest = _Latest()


def _composed(monograph: Monograph, region: str | None, handout: Handout) -> Document:
    chosen = _named(REGIONS, region, "region") if region else None
    language = language_of(monograph.language)
    if language is None:
        raise LayoutError(_no_words(monograph))
    unset = not_set(monograph)
    if unset:
        raise LayoutError(*unset)
    return compose(monograph, language, chosen, handout)


def designed(
    monograph: Monograph,
    *,
    profile: str,
    paper: str,
    region: str | None,
    mark: Callable[[Document], Document],
    handout: Handout = NO_HANDOUT,
) -> tuple[Document, Layout]:
    """Do as `design`, and let `mark` change the composed document, as a proof copy does."""
    chosen_profile = _named(PROFILES, profile, "profile")
    chosen_paper = _named(PAPERS, paper, "paper")
    document = mark(composed(monograph, region, handout))
    return _proved(document, chosen_profile, chosen_paper)


def lay(document: Document, profile: str, paper: str) -> Layout:
    """Lay out a composed document by the names of its settings, to see what comes of it."""
    chosen = _named(PROFILES, profile, "profile"), _named(PAPERS, paper, "paper")
    return lay_out(document, *chosen, _shaper())


def laid_out(document: Document, profile: str, paper: str) -> tuple[Document, Layout]:
    """Lay out a composed document by the names of its settings, and prove it; raises as `make` does."""
    return _proved(document, _named(PROFILES, profile, "profile"), _named(PAPERS, paper, "paper"))


def _proved(document: Document, profile: Profile, paper: Paper) -> tuple[Document, Layout]:
    layout = lay_out(document, profile, paper, _shaper())
    if layout.contents:
        document = document.with_contents(layout.contents)
    wrong = prove_layout(document, layout, profile)
    if wrong:
        raise LayoutError(*wrong)
    return document, layout


class Design(Protocol):
    """Composes and lays out a product by the names of its settings; raises as `make` does."""

    def __call__(
        self, monograph: Monograph, *, profile: str, paper: str, region: str | None
    ) -> tuple[Document, Layout]:
        """Return the words and the pages."""


class Maker(Protocol):
    """Makes a product's file, and tells its layout; raises as its design does."""

    def __call__(
        self,
        monograph: Monograph,
        *,
        profile: str = ...,
        paper: str = ...,
        region: str | None = None,
        colour: bool = False,
    ) -> tuple[bytes, Layout]:
        """Return the file and its layout."""


def maker(product: str, design: Design, profile: str = "standard", paper: str = "a4") -> Maker:
    """Return what makes a product from its design: a file that says that it is that and no leaflet."""

    def made(
        monograph: Monograph,
        *,
        profile: str = profile,
        paper: str = paper,
        region: str | None = None,
        colour: bool = False,
    ) -> tuple[bytes, Layout]:
        document, layout = design(monograph, profile=profile, paper=paper, region=region)
        metadata = _metadata(monograph, document, profile, paper, region, colour=colour)
        return written(document, layout, altered(metadata, product=product)), layout

    return made


def _named(table: Mapping[str, _Entry], name: str, kind: str) -> _Entry:
    if name not in table:
        raise ValueError(f"there is no {kind} {name!r}; there are: {', '.join(table)}")
    return table[name]


def _no_words(monograph: Monograph) -> Finding:
    return Finding(
        code="L006",
        message=f"the program has no words of its own in language {monograph.language!r}",
        hint="write the monograph in English, or add a module to leaflet/languages",
        span=monograph.span_of("language"),
    )


def shared_shaper() -> Shaper:
    """Return what shapes the words of every leaflet of this process."""
    return _shaper()


@cache
def _shaper() -> Shaper:
    from leaflet.rendering.encoder import HAND

    return Shaper(load_faces(), HAND, voice_of(LANGUAGES["en"]))  # the only language that there is


@cache
def _encoder() -> "GlyphEncoder":
    from leaflet.rendering.encoder import GlyphEncoder

    return GlyphEncoder()
