"""What the rules judge: a file's facts as its readers give them, and what it ought to be."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from leaflet.compose import compose
from leaflet.document.tree import Document, Node, walk
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.languages import language_of
from leaflet.layout.boxes import Layout
from leaflet.model import Monograph
from leaflet.paper import CARDS, PAPERS, Paper
from leaflet.profiles import Profile
from leaflet.proof.copier import DPI
from leaflet.proof.designs import Design, designed, designs_of_run, profile_of
from leaflet.proof.expected import Expected, expected, joined
from leaflet.proof.glyph_lines import Line, Run, lines_of, runs_of, usual_size
from leaflet.proof.grounds import Grounds, grounds_of
from leaflet.proof.handouts import read_handout
from leaflet.proof.print_runs import Choose
from leaflet.proof.reading.file_objects import Objects, read_objects
from leaflet.proof.reading.painted import picture, read_painted
from leaflet.proof.reading.painted_marks import Glyph, Mark, Piece, Pixels, Sheet
from leaflet.proof.reading.structure_tree import PARTS, Content, Tree
from leaflet.proof.reading.structure_tree import Node as Element
from leaflet.regions import REGIONS
from leaflet.rendering.standards import STANDARDS, Standard
from leaflet.values import Value

_FLOOR = 12.0  # pt, of a file that names no profile (RNIB Clear Print: at least 12 point)


class Leaf(NamedTuple):
    """A structure element that owns marked content: its words by the codes, its glyphs by the painting."""

    node: Element
    contents: tuple[Content, ...]  # its own, and that of the links inside its words
    text: str
    glyphs: tuple[Glyph, ...]
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


class Stretch(NamedTuple):
    """What is painted inside one marked content, on one page."""

    content: Content
    glyphs: tuple[Glyph, ...]  # at least one
    lines: tuple[Line, ...]

    @property
    def inked(self) -> tuple[Line, ...]:
        """The lines that leave ink."""
        return tuple([line for line in self.lines if line.inked])

    @property
    def is_artifact(self) -> bool:
        """Tell whether the content is left out of the structure."""
        return self.glyphs[0].piece.mark.is_artifact


class Warned(NamedTuple):
    """A warning panel of the leaflet and the elements that hold it, if any do."""

    panel: Node
    texts: tuple[str, ...]  # signal, hazard, ... consequence
    leaves: tuple[Leaf, ...]  # () where the structure does not hold it
    figure: Leaf | None


class Subject(Value, kw_only=True, eq=False, dict=True):
    """A file under proof."""

    name: str
    data: bytes
    objects: Objects
    page_count: int
    sheets: tuple[Sheet, ...]
    glyphs: tuple[Glyph, ...]  # those that leave ink
    body: float  # pt, the size that most letters have
    lines: tuple[Line, ...]
    body_lines: tuple[Line, ...]  # furniture left out
    leaves: tuple[Leaf, ...]
    profile: Profile | None
    paper: Paper | None
    monograph: Monograph | None
    document: Document | None
    warnings: tuple[Warned, ...]
    stretches: tuple[Stretch, ...]  # in painting order, page after page; furniture without an id left out
    grounds: Grounds
    designs: tuple[Design, ...]  # as this program lays it out; () where it was made from something else
    handout: Handout  # what a pharmacy added, as it was given or as it stands in the marked places

    @property
    def standard(self) -> Standard:
        """The standard that the file claims; the usual one where it claims none."""
        return STANDARDS["ua2" if self.objects.said.ua_part == "2" else "ua1"]

    @property
    def floor(self) -> float:
        """The least size of anything, in points."""
        return self.profile.body if self.profile else _FLOOR

    @property
    def the_document(self) -> Document:
        """The leaflet that the monograph asks for; only rules that need a monograph may ask."""
        if self.document is None:
            raise LookupError("no monograph is at hand")
        return self.document

    @property
    def layout(self) -> Layout | None:
        """The laid-out leaflet; None where there is none, or several."""
        return self.designs[0].layout if self.document and self.designs else None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The leaflets that the monographs ask for: several of a print run, () where none is at hand."""
        return (self.document,) if self.document else tuple(design.document for design in self.designs)

    @property
    def the_layout(self) -> Layout:
        """The laid-out leaflet; only rules that need a layout may ask."""
        if self.layout is None:
            raise LookupError("the leaflet cannot be laid out as it was")
        return self.layout

    @property
    def the_tree(self) -> Tree:
        """The structure tree; only rules that need tags may ask."""
        if self.objects.tree is None:
            raise LookupError("the file has no structure tree")
        return self.objects.tree

    @property
    def the_profile(self) -> Profile:
        """The print profile; only rules that need a profile may ask."""
        if self.profile is None:
            raise LookupError("the file names no print profile")
        return self.profile

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The glyphs that leave ink, shown string by shown string: many of the rules look at those alone."""
        return tuple(runs_of(self.glyphs))

    def lines_with(self, is_odd: Callable[[Piece], bool]) -> Iterator[tuple[Line, list[Glyph]]]:
        """Yield the lines that have glyphs of certain pieces, with those glyphs."""
        odd = {id(run.piece) for run in self.runs if is_odd(run.piece)}
        for line in self.lines if odd else ():
            if found := [glyph for glyph in line.inked if id(glyph.piece) in odd]:
                yield line, found

    @cached_property
    def _scans(self) -> dict[int, Pixels]:
        return {}

    def scanned(self, page: int) -> Pixels:
        """Return a page, counted from 1, as a copier sees it; each is rendered once."""
        if page not in self._scans:
            self._scans[page] = picture(self.data, page, DPI)
        return self._scans[page]

    @cached_property
    def expected(self) -> Expected:
        """What the pages of the laid-out leaflet show, or of each leaflet of a print run."""
        found: list[Expected] = []
        leaves = 0
        for design in self.designs:
            own = expected(design.document, design.layout, colour=design.colour)
            found.append(own.moved(design.pages_before, leaves))
            leaves += own.leaves
        return joined(found)

    @cached_property
    def tree_words(self) -> list[str]:
        """The words of the structure tree in order."""
        return [word for leaf in self.leaves for word in leaf.text.split()]


def read_subject(name: str, data: bytes, choose: Choose, handout: Handout = NO_HANDOUT) -> Subject:
    """Read a file for its proof; raise `UnreadableError`.

    `handout` is what a pharmacy added to the leaflet; without it, what stands in the marked places.
    """
    objects = read_objects(data)
    painted = read_painted(data)
    own = objects.said.own
    monograph = choose(own)
    region = REGIONS.get(own.get("region", ""))
    language = language_of(monograph.language) if monograph else None
    stretches = tuple(stretch for sheet in painted.sheets for stretch in _stretches(sheet))
    leaves = _leaves(objects, stretches)
    document, designs = None, designs_of_run(own, choose) if "parts" in own else ()
    if monograph and language:
        if handout == NO_HANDOUT:
            handout = read_handout(leaves, language, objects.logo, monograph)
        designs = designed(own, monograph, handout)
        document = designs[0].document if designs else compose(monograph, language, region, handout)
    glyphs = tuple([glyph for sheet in painted.sheets for glyph in sheet.inked])
    lines = tuple(line for sheet in painted.sheets for line in lines_of(sheet.glyphs))
    return Subject(
        name=name,
        data=data,
        objects=objects,
        page_count=painted.pages,
        sheets=painted.sheets,
        glyphs=glyphs,
        body=usual_size(glyphs),
        lines=lines,
        body_lines=tuple(line for line in lines if line.inked and not line.is_artifact),
        leaves=leaves,
        profile=profile_of(own),
        paper={**PAPERS, **CARDS}.get(own.get("paper", "")),
        monograph=monograph,
        document=document,
        warnings=_warned(document, leaves),
        stretches=stretches,
        grounds=grounds_of(painted.sheets),
        designs=designs,
        handout=handout,
    )


def _stretches(sheet: Sheet) -> Iterator[Stretch]:
    """Yield what stands in each marked content of a page; furniture only where it has an id."""
    marked: dict[Mark, list[Glyph]] = {}
    for run in runs_of(sheet.glyphs):
        marked.setdefault(run.piece.mark, []).extend(run.glyphs)
    for mark, glyphs in marked.items():
        if mark.mcid >= 0 or not mark.is_artifact:
            yield Stretch(Content(sheet.number, mark.mcid), tuple(glyphs), lines_of(glyphs))


def _leaves(objects: Objects, stretches: Sequence[Stretch]) -> tuple[Leaf, ...]:
    """Return the elements that own content, in reading order, with their words and glyphs."""
    if objects.tree is None:
        return ()
    said: dict[tuple[int, int], list[str]] = {}
    for shown in objects.content.shown:
        if shown.mcid >= 0:
            said.setdefault((shown.page, shown.mcid), []).append(shown.text)
    painted: dict[Content, list[Stretch]] = {}
    for stretch in stretches:
        painted.setdefault(stretch.content, []).append(stretch)
    leaves = []
    for node in objects.tree.nodes():
        contents = () if node.standard in PARTS else node.said()
        if contents:
            text = "".join(part for content in contents for part in said.get(content, ()))
            parts = [part for content in contents if content.mcid >= 0 for part in painted.get(content, ())]
            glyphs = tuple([glyph for part in parts for glyph in part.glyphs])
            leaves.append(Leaf(node, contents, text, glyphs, _leaf_lines(parts)))
    return tuple(leaves)


def _leaf_lines(parts: Sequence[Stretch]) -> tuple[Line, ...]:
    """Return the lines of an element: those of its parts, where no page has two of them."""
    pages: dict[int, list[Stretch]] = {}
    for part in parts:
        pages.setdefault(part.content.page, []).append(part)
    return tuple(
        line
        for some in pages.values()
        for line in (
            some[0].lines if len(some) == 1 else lines_of([glyph for part in some for glyph in part.glyphs])
        )
    )


def _warned(document: Document | None, leaves: Sequence[Leaf]) -> tuple[Warned, ...]:
    """Find the leaflet's warnings among the elements by their signal and hazard."""
    if document is None:
        return ()
    found = []
    for panel in document.root.kids:
        if not panel.style.warns:
            continue
        texts = tuple(leaf.words for leaf, _ in walk(panel) if leaf.text is not None)
        signal, hazard = (" ".join(text.split()) for text in texts[:2])
        start = next(
            (
                index
                for index, leaf in enumerate(leaves[:-1])
                if leaf.words == signal and leaves[index + 1].words == hazard
            ),
            -1,
        )
        held = leaves[start : start + len(texts)] if start >= 0 else ()
        before = leaves[start - 1] if start > 0 else None
        figure = before if before is not None and before.node.standard == "Figure" else None
        found.append(Warned(panel, texts, tuple(held), figure))
    return tuple(found)
