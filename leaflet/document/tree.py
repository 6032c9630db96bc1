"""The document as one tree: every node has a tag (what it is), a style (how it is set), and a place.

`compose` makes the tree once, in reading order. It is the structure tree of the PDF; layout sets its
leaves as lines and boxes, each stamped with its leaf; tracing, proof and every other form read the same
nodes by the same `walk`.

**To write another form** (HTML, EPUB, Braille, speech) nothing else is needed:

    for leaf, ancestors in walk(document.root):
        ...

- Leaves come in reading order. `ancestors` run from the root down to the leaf's parent, so what opens and
  closes between two leaves is where their ancestors part. Nodes are told apart by identity.
- `tag` says what a node is, in the standard types of ISO 32000-1, with `alt`, `numbering`, `scope`, ids of
  the head cells (`headers`) and spans: H1 to H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure and so on.
  `tag.level` is a heading's level. `node.language` is "" where it is the document's.
- A leaf holds one of: a `text` (perhaps with `lines` to write on after it), an `image`, or a drawn symbol,
  which has neither and says in `tag.alt` what it means. An empty cell is a text without words.
- `text.runs` are stretches of characters: strong, raised or lowered, or a `phrase` with a tag of its own
  (a link with its `target`, words in another language). `text.plain` is all of it without style.
- `text.attribution` tells whose words they are; what the "pharmacist" says is about one patient: set it,
  and keep nothing of it.
- `style.name` may become a class name; sizes, frames and white belong to print.

What stands on every page (`document.furniture`) is no part of the tree: a form without pages says it once.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, StrEnum
from functools import cached_property
from typing import Literal, NamedTuple

from leaflet import inline
from leaflet.diagnostics import Span
from leaflet.document.styles import Style
from leaflet.handout import Logo
from leaflet.values import Value, altered

Attribution = Literal["monograph", "leaflet", "region", "pharmacy", "pharmacist"]
"""Whose words a text is; the program's own are the "leaflet"'s."""
Shift = Literal[-1, 0, 1]
"""Lowered, on the baseline, raised."""
Scope = Literal["", "Column", "Row", "Both"]


class Role(StrEnum):
    """The standard structure types in use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    HEADING_4 = "H4"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    CAPTION = "Caption"
    FIGURE = "Figure"
    NOTE = "Note"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    SPAN = "Span"
    LINK = "Link"
    BLANK = "Form"  # lines to write on (ISO 32000-1, 14.8.4.5: a field of a form that is filled in by hand)

    __hash__ = str.__hash__  # Enum's own is a Python function, and every node asks for it


HEADING_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}


class Artifact(Enum):
    """What is painted and not read out: the page's furniture and its drawing."""

    HEADER = "header"
    FOOTER = "footer"
    RULE = "rule"


class Tag(Value):
    """What a node is: its role, and what a reader must be told beside its words."""

    role: Role
    alt: str = ""  # what a figure or symbol shows, in words
    numbering: str = ""  # of a list: Disc, Decimal or None (ISO 32000-1, table 347)
    scope: Scope = ""  # of a head cell: what it heads
    headers: tuple["Node", ...] = ()  # of a cell: the head cells of its column and its row
    refers: "Node | None" = None  # of an entry in a list of contents: the heading that it leads to
    columns: int = 1  # that a cell spans
    rows: int = 1

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 4; 0 of anything else."""
        return HEADING_LEVELS.get(self.role, 0)


class Phrase(Value, eq=False):
    """A part of a leaf that has a tag of its own: a link in its words, or lines to write on."""

    tag: Tag
    target: str = ""  # of a link: where it leads
    language: str = ""  # BCP 47; "" where it is the text's


class Run(NamedTuple):
    """A stretch of characters set alike."""

    text: str
    strong: bool = False
    shift: Shift = 0
    phrase: Phrase | None = None


class Text(Value):
    """Printed words: how they are set, whose they are, and where they were typed."""

    runs: tuple[Run, ...]
    attribution: Attribution = "leaflet"
    typed: inline.Text | None = None  # what the author typed; None of words that no monograph holds
    source: str = ""  # the key of the source they rest on

    @classmethod
    def of(
        cls,
        words: str,
        attribution: Attribution = "leaflet",
        *,
        strong: bool = False,
        typed: inline.Text | None = None,
        source: str = "",
    ) -> "Text":
        """Return words that are all set alike."""
        return cls((Run(words, strong),), attribution, typed, source)

    @property
    def plain(self) -> str:
        """The words without their style."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])

    @property
    def is_private(self) -> bool:
        """Tell whether the words are about one patient: whatever sets them keeps nothing of them."""
        return self.attribution == "pharmacist"

    @property
    def span(self) -> Span | None:
        """Where the whole text was typed; None of words that no file holds."""
        return self.typed.span if self.typed is not None else None

    def locate(self, start: int, end: int) -> Span | None:
        """Return where characters `start` to `end` of `plain` were typed."""
        return self.typed.locate(start, end) if self.typed is not None else None


class Node(Value, eq=False):
    """A part of the document: it has kids, or it is a leaf that owns painted content; never both."""

    tag: Tag
    style: Style
    kids: tuple["Node", ...] = ()
    text: Text | None = None
    image: Logo | None = None
    lines: int = 0  # to write on, after the text
    blank: Phrase | None = None  # those lines, for who hears them
    id: str = ""  # by which cells name their head cells
    language: str = ""  # BCP 47; "" where it is its parent's

    def __repr__(self) -> str:
        return f"<{self.tag.role.value} {self.style.name}, {len(self.kids)} kids>"

    @property
    def words(self) -> str:
        """The words of a leaf; "" of a figure."""
        return self.text.plain if self.text is not None else ""


Owner = Node | Artifact
"""What a painted thing belongs to (ISO 14289-1, 7.1: all content is one or the other)."""

Ancestors = tuple[Node, ...]
"""The nodes above one, from the root down."""


def walk(node: Node) -> Iterator[tuple[Node, Ancestors]]:
    """Yield each leaf at or below a node in reading order, with its ancestors from that node down."""
    ahead: list[tuple[Node, Ancestors]] = [(node, ())]
    while ahead:
        here = node, above = ahead.pop()
        if node.kids:
            path = (*above, node)
            ahead += [(kid, path) for kid in node.kids[::-1]]
        else:
            yield here


def is_mark(leaf: Node, above: Ancestors) -> bool:
    """Tell whether a leaf is the bullet or number of an item, which a form may leave to its reader."""
    return leaf.tag.role is Role.LABEL and any(
        node.tag.role is Role.LIST and node.tag.numbering != "None" for node in above[-2:]
    )


class Furniture(Value, kw_only=True):
    """What stands on every page: name, version and date; the page label's pattern; that there is more."""

    identity: Text  # says so where the words are a draft
    page_label: str  # with {page} and {pages}
    turn_over: str = ""  # on the front of a sheet with more on its back
    more_warnings: str = ""  # with {page}, on which warnings go on
    more_in_short: str = ""  # the same, at the end of a warning
    contents: str = ""  # over a list of the sections with their pages, in a print that has one
    questions: str = ""  # over the lines of a page that a booklet has left
    scale_bar: str = ""  # beside a line of a known length, where print is large
    continued: str = ""  # after a heading that stands again where its words go on


class Document(Value, kw_only=True, dict=True):
    """A leaflet's meaning, complete and in reading order."""

    title: str
    language: str
    root: Node
    furniture: Furniture

    @cached_property
    def leaves(self) -> Sequence[tuple[Node, Ancestors]]:
        """The leaves in reading order with the nodes above them, the root first."""
        return tuple(walk(self.root))

    @cached_property
    def nodes(self) -> Sequence[Node]:
        """Every node in reading order, each before its kids."""
        return tuple(dict.fromkeys([node for leaf, above in self.leaves for node in (*above, leaf)]))

    @cached_property
    def words(self) -> Sequence[tuple[Node, str]]:
        """The leaves in reading order, each with its words."""
        return tuple([(leaf, leaf.words) for leaf, _ in self.leaves])

    @cached_property
    def outline(self) -> Sequence[tuple[str, Node]]:
        """What a list of bookmarks, or of contents, names: sections and frames by their headings.

        Each with the leaf that it starts with. A heading of several parts, such as a warning's signal word
        and hazard, is named by all of them.
        """
        return tuple(_outline(self))

    @cached_property
    def said(self) -> Sequence[str]:
        """The words of each leaf without the marks and numbers of lists: what every form says."""
        return tuple([leaf.words for leaf, above in self.leaves if leaf.words and not is_mark(leaf, above)])

    def with_contents(self, contents: tuple[Node, ...]) -> "Document":
        """Return the document with a list of contents before its first section, as one print has it."""
        kids = self.root.kids
        first = next(index for index, kid in enumerate(kids) if kid.style.display == "section")
        return altered(self, root=altered(self.root, kids=(*kids[:first], *contents, *kids[first:])))

    @cached_property
    def shared_text(self) -> str:
        """The leaflet's words, the same in every print: its text without a list of contents."""
        leaves = [leaf for leaf, _ in self.leaves if leaf.words and not leaf.style.guides]
        return "\n".join([leaf.words for leaf in leaves])

    @cached_property
    def text(self) -> str:
        """All words in reading order, a leaf a line: what every reader of a file must find."""
        return "\n".join([words for words in [leaf.words for leaf, _ in self.leaves] if words])


def _outline(document: Document) -> Iterator[tuple[str, Node]]:
    for leaf, above in document.leaves:
        heading = above[-1] if above and above[-1].tag.level else leaf
        if heading.kids and heading.kids[0] is not leaf:
            continue
        within = above[:-1] if heading is not leaf else above
        if heading.tag.level == 2 or (heading.tag.level and within and within[-1].style.frame is not None):
            yield ": ".join([kid.words for kid in heading.kids]) or heading.words, leaf
