"""Hold laid-out pages against the document and the profile, before anything is rendered.

The engine's own measures are believed here, its decisions are not: words, sizes, places and owners are
counted again. It runs for every leaflet, so it is quick: about an eighth of the time of making one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet.diagnostics import Finding
from leaflet.document.tree import Artifact, Document, Node, Owner, Role, walk
from leaflet.document.warnings import shortened
from leaflet.explanations import Explanation
from leaflet.layout.boxes import Fragment, Image, Layout, LineBox, Page, PlacedFragment, Symbol
from leaflet.profiles import Profile
from leaflet.prove.geometry import prove_places
from leaflet.prove.page_codes import EXPLANATIONS, Hit

_ROUNDING = 1e-6  # pt

_Said = tuple[Owner, str]  # an owner and its words


class _Sheet(NamedTuple):
    """A page with its lines at hand."""

    page: Page
    running: list[LineBox]
    furniture: list[LineBox]


def prove_layout(
    document: Document, layout: Layout, profile: Profile, *, front: int = 1
) -> tuple[Finding, ...]:
    """Return what is wrong with laid-out pages; nothing where they may be rendered.

    The warnings stand on the first page, of a card on its first two, the `front`, which are one sheet.
    """
    sheets = [_Sheet(page, _lines(page.fragments), _lines(page.furniture)) for page in layout.pages]
    said = _in_order(document, layout)
    hits = [
        *_words(said, layout),
        *_owners(document, said, sheets),
        *_sizes(sheets, max(profile.body, layout.body)),
        *_furniture(document, sheets),
        *_warnings(document, layout, front),
        *prove_places(layout),
    ]
    return tuple([_finding(hit, EXPLANATIONS[hit.code]) for hit in hits])


def _in_order(document: Document, layout: Layout) -> list[_Said]:
    """Return who says what in the order in which pages show it: that of the tree, without empty cells.

    Where warnings take more than a page, each page shows them, and what goes on of them, in their rank.
    """
    said = document.words
    first = {line.owner for placed in layout.pages[0].fragments for line in placed.fragment.lines}
    if not all(first.issuperset(_texts(panel)) for panel in _panels(document)):
        pages = _pages_of_warnings(document, layout)
        last = max(index for index, (leaf, _) in enumerate(said) if leaf in pages)
        opening = sorted(said[: last + 1], key=lambda each: pages.get(each[0], 1))
        said = [*opening, *said[last + 1 :]]
    return [(leaf, words) for leaf, words in said if words or leaf.tag.role is not Role.CELL]


def _is_put_off(document: Document, layout: Layout, front: int) -> bool:
    """Tell whether a warning begins on a page after other words than those of warnings."""
    starts = [page.number for page in layout.pages if any(each.fragment.warns for each in page.fragments)]
    if not starts or starts[-1] <= front:
        return False
    texts = {leaf for panel in _panels(document) for leaf in _texts(panel)}
    ends = [page.fragments[-1].fragment for page in layout.pages[: starts[-1] - 1]]
    return any(texts.isdisjoint([line.owner for line in end.lines]) for end in ends)


def _panels(document: Document) -> list[Node]:
    return [node for node in document.root.kids if node.style.warns]


def _texts(panel: Node) -> list[Node]:
    return [leaf for leaf, _ in walk(panel) if leaf.text is not None]


def _pages_of_warnings(document: Document, layout: Layout) -> dict[Node, int]:
    """Return for each leaf of a warning, its sign too, the page on which it starts."""
    leaves = {leaf for panel in _panels(document) for leaf, _ in walk(panel)}
    found: dict[Node, int] = {}
    for page in layout.pages:
        for placed in page.fragments:
            marks = [mark.owner for mark in placed.fragment.marks if isinstance(mark, Symbol)]
            for owner in (*marks, *[line.owner for line in placed.fragment.lines]):
                if isinstance(owner, Node) and owner in leaves:
                    found.setdefault(owner, page.number)
        if leaves <= found.keys():
            break
    return found


def _warning_fragments(layout: Layout) -> list[Fragment]:
    return [placed.fragment for page in layout.pages for placed in page.fragments if placed.fragment.warns]


def _lines(fragments: Sequence[PlacedFragment]) -> list[LineBox]:
    return [line for placed in fragments for line in placed.fragment.lines]


def _finding(hit: Hit, explanation: Explanation) -> Finding:
    return Finding(
        code=hit.code,
        message=hit.message,
        hint=f"report it: the program set the leaflet wrongly ({explanation.title.lower()})",
    )


def _said(fragments: Sequence[PlacedFragment]) -> list[_Said]:
    """Return who says what on the pages, lines of one owner joined."""
    said: list[tuple[Owner, list[str]]] = []
    last: Owner | None = None
    for placed in fragments:
        for mark in placed.fragment.marks:
            if isinstance(mark, (Symbol, Image)) and not isinstance(mark.owner, Artifact):
                said.append((mark.owner, []))
                last = None
        for line in placed.fragment.lines:
            if isinstance(line.owner, Artifact):  # a head that is repeated
                continue
            if line.owner is last:
                said[-1][1].append(line.slug.printed)
            else:
                last = line.owner
                said.append((last, [line.slug.printed]))
    return [(owner, "".join(words).removesuffix(" ")) for owner, words in said]


def _words(expected: Sequence[_Said], layout: Layout) -> Iterator[Hit]:
    """Yield where the words of the pages are not the document's, owner by owner and in order."""
    found = _said([placed for page in layout.pages for placed in page.fragments])
    if len(found) == len(expected) and all(
        owner is wanted and (text == words or text.split() == words.split())
        for (owner, text), (wanted, words) in zip(found, expected, strict=True)
    ):
        return
    index = next(
        (
            index
            for index, ((owner, text), (wanted, words)) in enumerate(zip(found, expected, strict=False))
            if owner is not wanted or text.split() != words.split()
        ),
        min(len(found), len(expected)),
    )
    wanted_text = repr(expected[index][1]) if index < len(expected) else "nothing more"
    text = repr(found[index][1]) if index < len(found) else "nothing more"
    if text == wanted_text:
        yield Hit("V001", f"{text} stands under an element that is not its own")
    else:
        yield Hit("V001", f"the pages say {text} where the leaflet says {wanted_text}")


def _owners(document: Document, said: Sequence[_Said], sheets: Sequence[_Sheet]) -> Iterator[Hit]:
    """Yield where the structure tree and the painted items do not own each other one to one."""
    if len(document.nodes) != 1 + sum([len(node.kids) for node in document.nodes]):
        yield Hit("V002", "the structure tree holds a node twice")
    for leaf, words in said:
        if not words and isinstance(leaf, Node) and not (leaf.image or leaf.style.symbol):
            yield Hit("V002", f"the structure tree has {leaf}, which says nothing")
    for page, running, furniture in sheets:
        for lines, kind in ((running, Node), (furniture, Artifact)):
            for line in lines:
                if not isinstance(line.owner, kind) and line.owner is not Artifact.HEADER:
                    yield Hit("V002", f"page {page.number} paints {line.text!r} for {line.owner}")


def _sizes(sheets: Sequence[_Sheet], floor: float) -> Iterator[Hit]:
    """Yield lines under the profile's floor; the furniture counts (UKAAF G003)."""
    for page, running, furniture in sheets:
        for line in (*running, *furniture):
            if line.size < floor - _ROUNDING:
                said = f"{line.text!r} on page {page.number} is set in {line.size:g} pt"
                yield Hit("V003", f"{said}, and the floor is {floor:g} pt")


def _furniture(document: Document, sheets: Sequence[_Sheet]) -> Iterator[Hit]:
    """Yield pages without their name, version, date and number, or without words."""
    wanted = document.furniture
    for number, (page, _, furniture) in enumerate(sheets, start=1):
        said = "".join("".join([line.text for line in furniture]).split())
        label = wanted.page_label.format(page=number, pages=len(sheets))
        for words in (wanted.identity.plain, label):
            if "".join(words.split()) not in said:
                yield Hit("V004", f"page {number} does not say {words!r}")
        if not page.fragments:
            yield Hit("V005", f"page {number} is empty")


def _warnings(document: Document, layout: Layout, front: int) -> Iterator[Hit]:
    """Yield warnings that page 1 does not show: whole, or at least bar, hazard and action, in their rank."""
    panels, fragments = _panels(document), _warning_fragments(layout)
    first = [placed for page in layout.pages[:front] for placed in page.fragments]
    shown = [placed.fragment for placed in first if placed.fragment.warns]
    if [fragment.whole for fragment in fragments] != panels or (panels and not shown):
        yield Hit("V006", f"{len(fragments)} of {len(panels)} warnings stand at the start, in their rank")
        return
    whole = True
    for panel, fragment in zip(panels, fragments, strict=True):
        owners, leaves = {line.owner for line in fragment.lines}, _texts(panel)
        needed = set(_texts(shortened(panel)))
        if not owners >= needed:
            yield Hit("V006", f"the panel {leaves[0].words!r} lacks its hazard or its action")
        if owners >= set(leaves) > needed and not whole and fragment in shown:
            yield Hit("V006", f"the panel {leaves[0].words!r} is whole and one above it is not")
        whole = whole and owners >= set(leaves)
    if _is_put_off(document, layout, front):
        yield Hit("V006", f"{len(shown)} of {len(panels)} warnings stand on page 1")
    seen = [placed.fragment.warns for placed in first]
    if True in seen and not all(seen[seen.index(True) : len(seen) - seen[::-1].index(True)]):
        yield Hit("V006", "something stands between the warnings")
