"""A card for the wallet, at 12 point: the name, each warning with what to do, lines for the patient.

Its words are those of the leaflet's warnings, none shortened. It has two faces of the size of a bank card,
one above the other, to be folded between them; on A6 it has a profile's own size, the warnings on its
front. Where the warnings do not fit, there is no card.
"""

from collections.abc import Sequence
from typing import NamedTuple

from leaflet.api import composed, shared_shaper, written_as
from leaflet.compose.pieces import lines_of
from leaflet.diagnostics import Finding
from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Document, Furniture, Node, Text
from leaflet.document.warnings import shortened
from leaflet.languages import Language, language_of
from leaflet.layout.boxes import Fragment, Layout, LineBox, Page, PlacedFragment, Rule
from leaflet.layout.galley import PRIMITIVES
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.setting import CLOSE, Column, Setter, stack
from leaflet.model import OPEN_WORDS, Monograph
from leaflet.paper import CARDS
from leaflet.profiles import PROFILES, Profile
from leaflet.prove.pages import prove_layout
from leaflet.units import Insets, mm
from leaflet.values import altered

SUFFIX = "-card"
PRODUCT = "card"
"""What the file says that it is."""
WALLET = "card"
"""The paper of a card for the wallet."""
_BETWEEN = 0.15  # lines of white between what stands on a face
_FOLD = 0.5  # pt, the line along which the card is folded
_NAME = 1.6  # × body


def make_card(
    monograph: Monograph,
    *,
    paper: str = WALLET,
    profile: str = "",
    region: str | None = None,
    colour: bool = False,
) -> tuple[bytes, Layout]:
    """Return a card's file and its layout, of one page; a `profile` is for A6, whose size it gives.

    Raises `LayoutError` where its words do not fit (L004).
    """
    document, layout = design_card(monograph, paper=paper, profile=profile, region=region)
    pdf = written_as(monograph, document, layout, profile, paper, region, colour=colour, product=PRODUCT)
    return pdf, layout


def design_card(
    monograph: Monograph, *, paper: str = WALLET, profile: str = "", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a card; raises as `make_card` does."""
    leaflet = composed(monograph, region)
    language = language_of(monograph.language)
    assert language is not None, monograph  # noqa: S101 - without words of its own nothing was composed
    numbers = _profile(paper, profile)
    scale = make_scale(numbers, CARDS[paper], shared_shaper().faces)
    name, *_ = leaflet.root.kids[0].kids
    panels = [_slim(shortened(kid)) for kid in leaflet.root.kids if kid.style.warns]
    to_write = [lines_of(Text.of(language.say(each)), 1) for each in ("card_dose", "phone", "card_name")]
    kids = (_on_one_line(name, scale), *panels, *to_write)
    document = altered(
        leaflet, root=altered(leaflet.root, kids=kids), furniture=_furniture(monograph, language)
    )
    layout = _Faces(scale, document, folds=paper == WALLET).layout(kids)
    wrong = prove_layout(document, layout, numbers)
    if wrong:
        raise LayoutError(*wrong)
    return document, layout


def _profile(paper: str, name: str) -> Profile:
    """Return the numbers of a card: those of ordinary print, or of a profile, with narrow margins."""
    base = PROFILES[name or "standard"]
    body = base.body
    return altered(
        base,
        name=name or "card",
        title_size=_NAME * body,
        signal=body,
        hazard=body,
        action=body,
        heading=body,
        heading_column=0,
        leading=1.1 if paper == WALLET else base.leading,
        margins=Insets(mm(2.5), mm(4), mm(2.5), mm(4)),
        min_characters=18,
    )


def _slim(panel: Node) -> Node:
    """Return the panel of a warning with a frame as thin as one may be (21 CFR 201.57, house rule: 2 pt)."""
    look = panel.style.frame
    assert look is not None, panel  # noqa: S101 - a slip in the table of warnings
    return altered(panel, style=altered(panel.style, frame=altered(look, border=0.1, least=2.0, padding=0.2)))


def _on_one_line(name: Node, scale: Scale) -> Node:
    """Return the name, at the size of the other words where it is too long for one line of its own size."""
    setter = Setter(scale, shared_shaper(), PRIMITIVES)
    lines = setter.node(name, Column(0.0, scale.width), CLOSE)
    return name if len(lines) == 1 else altered(name, style=altered(name.style, size="body"))


def _furniture(monograph: Monograph, language: Language) -> Furniture:
    date = language.date(monograph.date) if monograph.date else OPEN_WORDS
    said = "version" if monograph.is_approved else "card_draft"
    return Furniture(
        identity=Text.of(language.say(said, version=monograph.version, date=date)), page_label=""
    )


class _Face(NamedTuple):
    """A part of a page on which things stand one under the other."""

    page: int  # index
    top: float  # pt from the page's top
    end: float


class _Faces:
    """The faces of a card, and what stands on each."""

    def __init__(self, scale: Scale, document: Document, *, folds: bool) -> None:
        self._scale = scale
        self._setter = Setter(scale, shared_shaper(), PRIMITIVES)
        self._column = Column(0.0, scale.width)
        self._identity = self._identified(document.furniture.identity)
        above, below = scale.margins.top, scale.margins.bottom
        said = len(self._identity) * scale.leading
        half, whole = scale.sheet.height / 2, scale.sheet.height
        if folds:
            self._faces = [_Face(0, above, half - below - said), _Face(0, half + above, whole - below)]
            self._foot, self._fold = half - below - said, half
        else:
            self._faces = [_Face(page, above, whole - below - said) for page in (0, 1)]
            self._foot, self._fold = whole - below - said, 0.0

    def layout(self, kids: Sequence[Node]) -> Layout:
        """Return the card; the patient's lines stand wherever there is room, the warnings in their rank."""
        fragments = [self._set(kid) for kid in kids]
        if self._setter.findings:
            raise LayoutError(*self._setter.findings)
        pages: list[list[PlacedFragment]] = [[], []]
        tops, first = [face.top for face in self._faces], 0
        for fragment, kid in zip(fragments, kids, strict=True):
            chosen = self._room(fragment, kid, tops, first)
            face = self._faces[chosen]
            if kid.style.display != "lines" or not self._fold:
                first = chosen
            pages[face.page].append(PlacedFragment(self._scale.side, tops[chosen], fragment))
            tops[chosen] += fragment.height + _BETWEEN * self._scale.leading
        return self._of([page for page in pages if page])

    def _room(self, fragment: Fragment, kid: Node, tops: Sequence[float], first: int) -> int:
        """Return the face that has room for a fragment; warnings follow one another on one page."""
        is_free = kid.style.display == "lines" and bool(self._fold)
        turns = kid.style.display == "lines"
        for index, face in enumerate(self._faces):
            may = is_free or (index >= first and (turns or face.page == 0))
            if may and tops[index] + fragment.height <= face.end:
                return index
        raise LayoutError(_no_room(self._scale))

    def _of(self, pages: Sequence[Sequence[PlacedFragment]]) -> Layout:
        scale = self._scale
        return Layout(
            paper=scale.sheet,
            frame=Insets(scale.margins.top, scale.side, scale.margins.bottom, scale.side),
            margins=scale.margins,
            body=scale.body,
            pages=tuple(
                [
                    Page(number=number, fragments=tuple(placed), furniture=self._furniture())
                    for number, placed in enumerate(pages, start=1)
                ]
            ),
        )

    def _set(self, kid: Node) -> Fragment:
        """Return a node as one fragment; a warning is one already."""
        first, *others = self._setter.node(kid, self._column, CLOSE)
        return stack([first, *others]) if others else first

    def _identified(self, identity: Text) -> list[LineBox]:
        scale = self._scale
        words = self._setter.shape(identity)
        lines = self._setter.lines(words, Artifact.FOOTER, self._column, scale.body, identity)
        return [altered(line, y=line.y + index * scale.leading) for index, line in enumerate(lines)]

    def _furniture(self) -> tuple[PlacedFragment, ...]:
        x, width = self._scale.side, self._scale.width
        said = Fragment(0.0, 0.0, FORBIDDEN, tuple(self._identity))
        placed = PlacedFragment(x, self._foot, said)
        if not self._fold:
            return (placed,)
        fold = Rule(0.0, -_FOLD / 2, width, _FOLD, Artifact.RULE)
        return (PlacedFragment(x, self._fold, Fragment(0.0, 0.0, FORBIDDEN, (), (fold,))), placed)


def _no_room(scale: Scale) -> Finding:
    return Finding(
        code="L004",
        message=f"the warnings and the patient's lines do not fit on {scale.paper.title} "
        f"at {scale.body:g} point",
        hint="print the card with '--paper a6', or hand out the summary: '--product summary'",
    )
