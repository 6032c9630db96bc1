"""What a leaflet is made of, before anything has a size: blocks of words, each owned by an element."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from leaflet.handout import Logo
from leaflet.inline import Text
from leaflet.structure import Element
from leaflet.values import Value

Voice = Literal["monograph", "leaflet", "region", "pharmacy", "pharmacist"]
PanelStyle = Literal["overdose", "withdrawal", "caution", "plain"]


class Origin(Value):
    """Who says a text: the monograph (with the typed text and its source), or the program's own tables."""

    voice: Voice
    text: Text | None = None
    source: str = ""


OWN = Origin("leaflet")
REGION = Origin("region")
PHARMACY = Origin("pharmacy")
PHARMACIST = Origin("pharmacist")
"""The pharmacist's words to one patient: whatever sets them keeps nothing of them."""


class Words(Value):
    """Printed words in one or more styles; `runs` are pairs of characters and whether they are strong."""

    runs: tuple[tuple[str, bool], ...]
    origin: Origin = OWN

    @property
    def plain(self) -> str:
        """The words without their style."""
        return self.runs[0][0] if len(self.runs) == 1 else "".join(text for text, _ in self.runs)


class Heading(Value):
    """The title (level 1), the heading of a section or panel (2), or one inside a section (3)."""

    words: Words
    level: int
    owner: Element


class Paragraph(Value):
    """Running text; `leads` where it means nothing without what follows it."""

    words: Words
    owner: Element
    leads: bool = False


class ListItem(Value):
    """A label (bullet, number or term) and what stands beside or under it."""

    label: Words
    label_owner: Element
    words: Words
    owner: Element
    nested: "ListBlock | None" = None


class ListBlock(Value):
    """Bullets, numbered steps, or terms with their meanings under them."""

    items: tuple[ListItem, ...]
    form: Literal["bullets", "steps", "definitions"]


class WriteIn(Value):
    """A label and empty lines to write on."""

    label: Words
    lines: int
    owner: Element


PlainBlock = Heading | Paragraph | ListBlock | WriteIn


class Panel(Value):
    """Blocks in a frame, kept whole; the first is its heading, with a symbol beside it where it warns."""

    style: PanelStyle
    heading: Heading
    blocks: tuple[PlainBlock, ...]
    symbol_owner: Element | None = None

    @property
    def warns(self) -> bool:
        """Tell whether the panel is a safety warning, which stands on page 1."""
        return self.style != "plain"

    @property
    def bookmark(self) -> str:
        """The panel's name in a list of bookmarks: of a warning, its signal word and its hazard."""
        first = self.blocks[0]
        if self.symbol_owner is None or not isinstance(first, Paragraph):
            return self.heading.words.plain
        return f"{self.heading.words.plain}: {first.words.plain}"


class Picture(Value):
    """A logo; its element says in words what it shows."""

    logo: Logo
    owner: Element


Block = PlainBlock | Panel | Picture


class Furniture(Value, kw_only=True):
    """What stands on every page: name, version and date; the draft line; the page label's pattern."""

    identity: str
    draft: str  # "" once the words are approved
    page_label: str  # with {page} and {pages}


Said = tuple[Element, str]
"""An element and its words; of a symbol or a picture, which says nothing, none."""


class Document(Value, kw_only=True, dict=True):
    """A leaflet's meaning, complete and in reading order; nothing in it has a size."""

    title: str
    language: str
    root: Element
    blocks: tuple[Block, ...]
    furniture: Furniture
    unbroken: tuple[str, ...]  # names of more than one word, which stay on one line

    @cached_property
    def elements(self) -> Sequence[Element]:
        """The structure tree's elements in reading order, its root first."""
        return self.root.walk()

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Who says what, in reading order."""
        return said_by(self.blocks)

    @property
    def text(self) -> str:
        """The leaflet's words in reading order, one text a line: what every reader of a file must find."""
        return "\n".join([words for _, words in self.said if words])

    def words(self) -> tuple[Words, ...]:
        """Return every text in reading order, labels of list items included."""
        return tuple([words for _, words in _texts(self.blocks) if words is not None])


def said_by(blocks: Sequence[Block]) -> tuple[Said, ...]:
    """Return who says what in some blocks, in reading order."""
    return tuple([(owner, "" if words is None else words.plain) for owner, words in _texts(blocks)])


def _texts(blocks: Sequence[Block]) -> list[tuple[Element, Words | None]]:
    texts: list[tuple[Element, Words | None]] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                texts.append((block.owner, block.words))
            case ListBlock():
                for item in block.items:
                    texts += ((item.label_owner, item.label), (item.owner, item.words))
                    if item.nested is not None:
                        texts += _texts((item.nested,))
            case WriteIn():
                texts.append((block.owner, block.label))
            case Picture():
                texts.append((block.owner, None))
            case Panel():
                if block.symbol_owner is not None:
                    texts.append((block.symbol_owner, None))
                texts += _texts((block.heading, *block.blocks))
    return texts
