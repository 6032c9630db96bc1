"""A sheet that asks a patient "Which line can you read easily?": words and numbers in every profile.

The layout and the renderer of leaflets make it, so that its sizes are the leaflet's sizes, and it is
tagged like one.
"""

import hashlib

from leaflet.api import shared_shaper, written
from leaflet.compose.pieces import heading_of, paragraph_of, styled
from leaflet.document.styles import STYLES
from leaflet.document.tree import Document, Furniture, Node, Role, Tag, Text
from leaflet.handout import PrintWish
from leaflet.languages import LANGUAGES, Language
from leaflet.layout.boxes import Fragment, Layout
from leaflet.layout.filling import fill_pages
from leaflet.layout.galley import PRIMITIVES
from leaflet.layout.pages import finished
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.scale_bar import with_scale_bar
from leaflet.layout.setting import Column, Setter
from leaflet.layout.spacing import spacing_between
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.program import PROGRAM
from leaflet.text.shaper import Shaper
from leaflet.values import altered

_LABEL = altered(STYLES["heading"], size="body")  # the label is no larger than what it labels
_BASE = "standard"  # its margins and furniture serve the whole sheet


def sizes() -> dict[str, float]:
    """Return for each profile the size of its running text on A4, in points."""
    shaper = shared_shaper()
    return {name: make_scale(profile, PAPERS["a4"], shaper.faces).body for name, profile in PROFILES.items()}


def make_size_sheet(paper: str) -> bytes:
    """Return the sheet as a tagged PDF."""
    from leaflet.rendering.metadata import Metadata

    shaper = shared_shaper()
    language = LANGUAGES["en"]
    scales = _scales(paper)
    document = _document(language, scales)
    wish = PrintWish()
    metadata = Metadata(
        title=document.title,
        language=document.language,
        monograph_id="",
        version="",
        date="",
        status="",
        monograph_sha256="",
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        profile="",
        paper=paper,
        region="",
        colour=False,
        program=PROGRAM,
        product="size sheet",
        printing=wish.told,
    )
    return written(document, _lay_out(document, scales, shaper), metadata, wish)


def _scales(paper: str) -> list[Scale]:
    shaper = shared_shaper()
    found = []
    for profile in PROFILES.values():
        try:
            found.append(make_scale(profile, PAPERS[paper], shaper.faces))
        except LayoutError:
            continue
    return sorted(found, key=lambda scale: scale.body)


def _document(language: Language, scales: list[Scale]) -> Document:
    """Compose the question, what to do, and for each profile its label, a sentence and numbers."""
    say = language.say
    nodes = [heading_of(Text.of(say("reading_question")), 1), paragraph_of(Text.of(say("reading_how")))]
    for scale in scales:
        label = heading_of(Text.of(scale.profile.title), 2)
        nodes.append(altered(label, style=_LABEL))
        nodes.append(paragraph_of(Text.of(say(f"reading_{scale.profile.name}"))))
        nodes.append(styled(Text.of(say(f"numbers_{scale.profile.name}")), "line"))
    return Document(
        title=say("reading_title"),
        language=language.tag,
        root=Node(Tag(Role.DOCUMENT), STYLES["document"], tuple(nodes)),
        furniture=Furniture(
            identity=Text.of(say("reading_title")),
            page_label=language.phrases["page"],
            scale_bar=say("scale_bar"),
        ),
    )


def _lay_out(document: Document, scales: list[Scale], shaper: Shaper) -> Layout:
    """Set each sentence by its own profile, and all else by the sheet's."""
    base = make_scale(PROFILES[_BASE], scales[0].paper, shaper.faces)
    column, before = Column(0.0, base.width), None
    galley: list[Fragment] = []
    for index, node in enumerate(document.root.kids):
        # After the question and what to do come triples: a label, a sentence and numbers.
        scale = scales[(index - 2) // 3] if index >= 2 and index % 3 != 2 else base
        spacing = spacing_between(before, node.style, base)
        galley += Setter(scale, shaper, PRIMITIVES).node(node, column, spacing)
        before = node.style
    plan, poured = fill_pages(document.furniture, galley, base, shaper)
    layout = finished(document, plan, poured, base, shaper)
    return with_scale_bar(layout, document.furniture.scale_bar, base, shaper, pages=1) or layout
