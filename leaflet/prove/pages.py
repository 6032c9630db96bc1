"""Hold laid-out pages against the document and the profile, before anything is rendered.

The engine's own measures are believed here, its decisions are not: words, sizes, places and owners are
counted again. It runs for every leaflet, so it is quick: about an eighth of the time of making one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from leaflet.diagnostics import Finding
from leaflet.document.tree import Artifact, Document, Node, Owner, walk
from leaflet.explanations import Explanation
from leaflet.layout.boxes import Frame, Image, Layout, LineBox, Page, PlacedFragment, Symbol
from leaflet.profiles import Profile
from leaflet.prove.page_codes import EXPLANATIONS
from leaflet.text.words import Word

_SLACK = 0.05  # pt: places are written with two decimals
_ROUNDING = 1e-6  # pt
_ASCENT, _DESCENT = 0.72, 0.22  # × size: what a line of letters covers, above and under its baseline

_Said = tuple[Owner, str]  # an owner and its words
_Box = tuple[float, float, float, float]  # top, left, bottom, right
_Painted = tuple[float, float, float, float, LineBox | str]  # the box of a line, or of a mark by its name


class _Hit(NamedTuple):
    code: str
    message: str


class _Sheet(NamedTuple):
    """A page with its lines at hand."""

    page: Page
    running: list[LineBox]
    furniture: list[LineBox]


def prove_layout(document: Document, layout: Layout, profile: Profile) -> tuple[Finding, ...]:
    """Return what is wrong with laid-out pages; nothing where they may be rendered."""
    sheets = [_Sheet(page, _lines(page.fragments), _lines(page.furniture)) for page in layout.pages]
    said: list[_Said] = [(leaf, leaf.words) for leaf, _ in document.leaves]
    hits = [
        *_words(said, layout),
        *_owners(document, said, sheets),
        *_sizes(sheets, max(profile.body, layout.body)),
        *_furniture(document, sheets),
        *_warnings(document, layout),
        *_places(layout),
    ]
    return tuple([_finding(hit, EXPLANATIONS[hit.code]) for hit in hits])


def _lines(fragments: Sequence[PlacedFragment]) -> list[LineBox]:
    return [line for placed in fragments for line in placed.fragment.lines]


def _finding(hit: _Hit, explanation: Explanation) -> Finding:
    return Finding(
        code=hit.code,
        message=hit.message,
        hint=f"report it: the program set the leaflet wrongly ({explanation.title.lower()})",
    )


def _said(fragments: Sequence[PlacedFragment]) -> list[_Said]:
    """Return who says what on the pages, lines of one owner joined."""
    said: list[tuple[Owner, list[Word]]] = []
    last: Owner | None = None
    for placed in fragments:
        for mark in placed.fragment.marks:
            if isinstance(mark, Symbol | Image):
                said.append((mark.owner, []))
                last = None
        for line in placed.fragment.lines:
            if line.owner is last:
                said[-1][1].extend(line.words)
            else:
                last = line.owner
                said.append((last, list(line.words)))
    return [(owner, " ".join([word.text for word in words])) for owner, words in said]


def _words(expected: Sequence[_Said], layout: Layout) -> Iterator[_Hit]:
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
        yield _Hit("V001", f"{text} stands under an element that is not its own")
    else:
        yield _Hit("V001", f"the pages say {text} where the leaflet says {wanted_text}")


def _owners(document: Document, said: Sequence[_Said], sheets: Sequence[_Sheet]) -> Iterator[_Hit]:
    """Yield where the structure tree and the painted items do not own each other one to one."""
    if len(document.nodes) != 1 + sum([len(node.kids) for node in document.nodes]):
        yield _Hit("V002", "the structure tree holds a node twice")
    for leaf, words in said:
        if not words and isinstance(leaf, Node) and not (leaf.image or leaf.style.symbol):
            yield _Hit("V002", f"the structure tree has {leaf}, which says nothing")
    for page, running, furniture in sheets:
        for lines, kind in ((running, Node), (furniture, Artifact)):
            for line in lines:
                if not isinstance(line.owner, kind):
                    yield _Hit("V002", f"page {page.number} paints {line.text!r} for {line.owner}")


def _sizes(sheets: Sequence[_Sheet], floor: float) -> Iterator[_Hit]:
    """Yield lines under the profile's floor; the furniture counts (UKAAF G003)."""
    for page, running, furniture in sheets:
        for line in (*running, *furniture):
            if line.size < floor - _ROUNDING:
                said = f"{line.text!r} on page {page.number} is set in {line.size:g} pt"
                yield _Hit("V003", f"{said}, and the floor is {floor:g} pt")


def _furniture(document: Document, sheets: Sequence[_Sheet]) -> Iterator[_Hit]:
    """Yield pages without their name, version, date and number, or without words."""
    wanted = document.furniture
    for number, (page, _, furniture) in enumerate(sheets, start=1):
        said = " ".join([line.text for line in furniture])
        label = wanted.page_label.format(page=number, pages=len(sheets))
        for words in (wanted.draft.plain if wanted.draft else "", wanted.identity.plain, label):
            if words not in said and " ".join(words.split()) not in said:
                yield _Hit("V004", f"page {number} does not say {words!r}")
        if not page.fragments:
            yield _Hit("V005", f"page {number} is empty")


def _warnings(document: Document, layout: Layout) -> Iterator[_Hit]:
    """Yield warnings that do not stand whole on page 1, in one frame each, right under the title."""
    panels = [node for node in document.root.kids if node.style.warns]
    first = layout.pages[0].fragments if layout.pages else ()
    fragments = [placed.fragment for placed in first if placed.fragment.warns]
    if len(fragments) != len(panels):
        yield _Hit("V006", f"{len(fragments)} of {len(panels)} warnings stand whole on page 1")
        return
    for panel, fragment in zip(panels, fragments, strict=True):
        leaves = [leaf for leaf, _ in walk(panel)]
        if {line.owner for line in fragment.lines} != {leaf for leaf in leaves if leaf.text is not None}:
            heading = next((leaf.words for leaf in leaves if leaf.words), "")
            yield _Hit("V006", f"the panel {heading!r} is not whole on page 1")
    seen = [placed.fragment.warns for placed in first]
    last = max((index for index, warns in enumerate(seen) if warns), default=-1)
    between = seen.index(True) if True in seen else 0
    if not all(seen[between : last + 1]):
        yield _Hit("V006", "something stands between the warnings")


def _places(layout: Layout) -> Iterator[_Hit]:
    """Yield what crosses a margin or a frame, or lies over something else."""
    room = (
        layout.margins.top - _SLACK,
        layout.margins.left - _SLACK,
        layout.paper.height - layout.margins.bottom + _SLACK,
        layout.paper.width - layout.margins.right + _SLACK,
    )
    for page in layout.pages:
        painted: list[_Painted] = []
        for placed in (*page.fragments, *page.furniture):
            own = _painted_by(placed)
            painted += own
            for frame in _frames_of(placed) if placed.fragment.marks else ():
                if _outside([(*frame, "")], room):
                    yield _Hit("V007", f"a frame on page {page.number} crosses a margin")
                for each in _outside(own, frame):
                    yield _Hit("V007", f"{_name(each)} on page {page.number} crosses its frame")
        for each in _outside(painted, room):
            yield _Hit("V007", f"{_name(each)} on page {page.number} crosses a margin")
        yield from _overlaps(sorted(painted, key=itemgetter(0)), page.number)


def _outside(painted: Sequence[_Painted], room: _Box) -> list[_Painted]:
    """Return what is not wholly inside a box."""
    top, left, bottom, right = room
    return [
        each for each in painted if each[0] < top or each[1] < left or each[2] > bottom or each[3] > right
    ]


def _overlaps(painted: Sequence[_Painted], number: int) -> Iterator[_Hit]:
    """Yield what lies over something else; the boxes come from the top down."""
    for index, (before, after) in enumerate(pairwise(painted)):
        lower = before[2] - _SLACK
        if after[0] >= lower:  # and so do all after it
            continue
        for other in painted[index + 1 :]:
            if other[0] >= lower:
                break
            if other[1] < before[3] - _SLACK and before[1] < other[3] - _SLACK:
                yield _Hit("V008", f"{_name(before)} and {_name(other)} overlap on page {number}")


def _name(painted: _Painted) -> str:
    what = painted[4]
    return what if isinstance(what, str) else repr(what.text)


def _painted_by(placed: PlacedFragment) -> list[_Painted]:
    """Return what a fragment paints, each thing in its box; frames apart, since they hold the rest."""
    x, y, fragment = placed.x, placed.y, placed.fragment
    painted: list[_Painted] = []
    for line in fragment.lines:
        west, base, size = x + line.x, y + line.y, line.size
        painted.append((base - _ASCENT * size, west, base + _DESCENT * size, west + line.width, line))
    for mark in fragment.marks:
        upper, west = y + mark.y, x + mark.x
        if isinstance(mark, Symbol):
            painted.append((upper, west, upper + mark.size, west + mark.size, "a symbol"))
        elif not isinstance(mark, Frame):
            painted.append((upper, west, upper + mark.height, west + mark.width, "a rule"))
    return painted


def _frames_of(placed: PlacedFragment) -> Iterator[_Box]:
    for mark in placed.fragment.marks:
        if isinstance(mark, Frame):
            upper, west = placed.y + mark.y, placed.x + mark.x
            yield upper, west, upper + mark.height, west + mark.width
