"""A card for the wallet, at 12 point: the name, each warning with what to do, lines for the patient.

Its words are those of the leaflet's warnings, none shortened. It has two faces of the size of a bank card,
one above the other, to be folded between them; on A6 it has a profile's own size, the warnings on its
front. What one side cannot hold goes on on its back. What both cannot is chosen by rank: first the patient's
own lines give way, then the warnings of the lowest rank, and the card says that the leaflet has more. Type
never gives way; where not even the first warning fits, there is no card.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from leaflet.api import composed, maker, shared_shaper
from leaflet.compose.pieces import heading_of, lines_of, paragraph_of
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document, Furniture, Node, Text
from leaflet.document.warnings import WARNINGS, barest, shortened
from leaflet.languages import Language, begun, language_of
from leaflet.layout.boxes import Layout
from leaflet.layout.faces import Faces, Shape
from leaflet.layout.galley import PRIMITIVES
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.setting import CLOSE, Column, Setter
from leaflet.model import OPEN_WORDS, Monograph
from leaflet.paper import CARDS
from leaflet.profiles import PROFILES, Profile
from leaflet.prove.laid_out import prove_layout
from leaflet.units import Insets, mm
from leaflet.values import altered

SUFFIX = "-card"
PRODUCT = "card"
"""What the file says that it is."""
WALLET = "card"
"""The paper of a card for the wallet."""
_NAME = 1.6  # × body
_PARAGRAPHS = 0.4  # lines of white at most: a card has room for warnings, and for little white


def design_card(
    monograph: Monograph, *, paper: str = WALLET, profile: str = "", region: str | None = None
) -> tuple[Document, Layout]:
    """Compose and lay out a card, of one page or two; a `profile` is for A6, whose size it gives.

    Raises `LayoutError` where not even its first warning fits (L004).
    """
    leaflet = composed(monograph, region)
    language = language_of(monograph.language)
    assert language is not None, monograph  # noqa: S101 - without words of its own nothing was composed
    numbers = card_profile(paper, profile)
    scale = make_scale(numbers, CARDS[paper], shared_shaper().faces)
    name, *_ = leaflet.root.kids[0].kids
    called = heading_of(Text.of(begun(monograph.called), "monograph"), 1)
    names = [*[_on_one_line(each, scale) for each in (name, called)], _as_small_as_words(called)]
    warnings = [kid for kid in leaflet.root.kids if kid.style.warns]
    panels, bare = ([_slim(short(kid)) for kid in warnings] for short in (shortened, barest))
    furniture = _furniture(monograph, language)
    faces = Faces(scale, furniture.identity, shared_shaper())
    for shape, kids in _choices(names, panels, bare, language, folds=paper == WALLET):
        layout = faces.layout(kids, shape)
        if layout is None:
            continue
        document = altered(leaflet, root=altered(leaflet.root, kids=kids), furniture=furniture)
        wrong = prove_layout(document, layout, numbers, front=shape.sides)
        if wrong:
            raise LayoutError(*wrong)
        return document, layout
    raise LayoutError(_no_room(scale))


make_card = maker(PRODUCT, design_card, profile="", paper=WALLET)
"""Return a card's file and its layout; raises as `design_card` does."""


def _choices(
    names: Sequence[Node], panels: Sequence[Node], bare: Sequence[Node], language: Language, *, folds: bool
) -> Iterator[tuple[Shape, tuple[Node, ...]]]:
    """Yield how a card may be laid out and what is on it, the best first: all, then what the ranks leave.

    The short name stands where the whole one would cost a warning, and so do warnings without their signs.
    """
    dose, phone, own_name = [
        lines_of(Text.of(language.say(each)), 1, language) for each in ("card_dose", "phone", "card_name")
    ]
    shapes = [Shape(2, folds), *([Shape(2, folds=False)] if folds else [])]
    name = names[0]
    yield Shape(1, folds), (name, *panels, dose, phone, own_name)
    for shape in shapes:
        yield from ((shape, (name, *panels, *lines)) for lines in ((dose, phone, own_name), (phone,), ()))
    for short in names[1:]:
        yield from ((shape, (short, *each)) for each in (panels, bare) for shape in shapes)
    more = paragraph_of(Text.of(language.say("more_warnings"), strong=True))
    for some in _fewer(panels):
        yield from ((shape, (each, *some, more)) for each in names for shape in shapes)
    yield from ((shape, (each, more, *panels[:1])) for each in names for shape in shapes)


def _fewer(panels: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield the first of the panels with fewer of the others, as many as can be first.

    None gives way to another of a lesser rank; of one rank, the later to the earlier where there is a choice.
    """
    ranks = [list(WARNINGS).index(panel.style.name) for panel in panels]
    others = range(1, len(panels))
    for count in range(len(others) - 1, -1, -1):
        for kept in combinations(others, count):
            least = max([ranks[place] for place in (0, *kept)])
            if all(ranks[place] >= least for place in others if place not in kept):
                yield tuple([panels[place] for place in (0, *kept)])


def card_profile(paper: str, name: str) -> Profile:
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
        paragraph_gap=min(_PARAGRAPHS, base.paragraph_gap),
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
    return name if len(lines) == 1 else _as_small_as_words(name)


def _as_small_as_words(name: Node) -> Node:
    return altered(name, style=altered(name.style, size="body"))


def _furniture(monograph: Monograph, language: Language) -> Furniture:
    date = language.date(monograph.date) if monograph.date else OPEN_WORDS
    said = "version" if monograph.is_approved else "card_draft"
    return Furniture(
        identity=Text.of(language.say(said, version=monograph.version, date=date)), page_label=""
    )


def _no_room(scale: Scale) -> Finding:
    return Finding(
        code="L004",
        message=f"not even the first warning fits on {scale.paper.title} at {scale.body:g} point",
        hint="print the card in a smaller profile, or hand out the summary: '--product summary'",
    )
