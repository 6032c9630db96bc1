"""Hold laid-out pages against the document and the profile, before anything is rendered.

The engine's own measures are believed here, its decisions are not: words, sizes, places and owners are
counted again. It runs for every leaflet, so it is quick: at most a fifth of the time of rendering.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from leaflet.blocks import Block, Document, Heading, ListBlock, Panel, Paragraph, Picture, WriteIn
from leaflet.diagnostics import Finding
from leaflet.explanations import Explanation
from leaflet.layout.boxes import Frame, Image, Layout, LineBox, Page, PlacedSlab, Symbol
from leaflet.profiles import Profile
from leaflet.prove.page_codes import EXPLANATIONS
from leaflet.structure import Artifact, Element, Owner

_SLACK = 0.05  # pt: places are written with two decimals
_ASCENT, _DESCENT = 0.72, 0.22  # × size: what a line of letters covers, above and under its baseline

_Said = tuple[Owner, str]  # an owner and its words
_Box = tuple[float, float, float, float]  # top, left, bottom, right
_Painted = LineBox | str  # a line, or the name of a mark


class _Hit(NamedTuple):
    code: str
    message: str


def prove_layout(document: Document, layout: Layout, profile: Profile) -> tuple[Finding, ...]:
    """Return what is wrong with laid-out pages; nothing where they may be rendered."""
    expected = list(_expected(document.blocks))
    hits = [
        *_words(expected, layout),
        *_owners(document, expected, layout),
        *_sizes(layout, profile),
        *_furniture(document, layout),
        *_warnings(document, layout),
        *(hit for page in layout.pages for hit in _places(page, layout)),
    ]
    return tuple(_finding(hit, EXPLANATIONS[hit.code]) for hit in hits)


def _finding(hit: _Hit, explanation: Explanation) -> Finding:
    return Finding(
        code=hit.code,
        message=hit.message,
        hint=f"report it: the program set the leaflet wrongly ({explanation.title.lower()})",
    )


def _expected(blocks: Sequence[Block]) -> Iterator[_Said]:
    """Yield who says what, in reading order; a symbol or a logo says nothing."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.owner, block.words.plain
        elif isinstance(block, WriteIn):
            yield block.owner, block.label.plain
        elif isinstance(block, Picture):
            yield block.owner, ""
        elif isinstance(block, Panel):
            if block.symbol_owner is not None:
                yield block.symbol_owner, ""
            yield block.heading.owner, block.heading.words.plain
            yield from _expected(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield item.label_owner, item.label.plain
                yield item.owner, item.words.plain
                if item.nested is not None:
                    yield from _expected((item.nested,))


def _said(slabs: Sequence[PlacedSlab]) -> list[_Said]:
    """Return who says what on the pages, lines of one owner joined."""
    said: list[_Said] = []
    last: Owner | None = None
    words: list[str] = []
    for placed in slabs:
        for mark in placed.slab.marks:
            if isinstance(mark, Symbol | Image):
                said.append((mark.owner, ""))
                last = None
        for line in placed.slab.lines:
            if line.owner is not last:
                last, words = line.owner, []
                said.append((last, ""))
            words += [word.text for word in line.words]
            said[-1] = (last, " ".join(words))
    return said


def _words(expected: Sequence[_Said], layout: Layout) -> Iterator[_Hit]:
    """Yield where the words of the pages are not the document's, owner by owner and in order."""
    found = _said([placed for page in layout.pages for placed in page.slabs])
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


def _owners(document: Document, expected: Sequence[_Said], layout: Layout) -> Iterator[_Hit]:
    """Yield where the structure tree and the painted items do not own each other one to one."""
    leaves, stack = [], [document.root]
    while stack:
        element = stack.pop()
        if element.kids:
            stack += element.kids[::-1]
        else:
            leaves.append(element)
    if leaves != [owner for owner, _ in expected]:
        yield _Hit("V002", "the structure tree does not hold the leaflet's texts once each, in order")
    for page in layout.pages:
        for slabs, kind in ((page.slabs, Element), (page.furniture, Artifact)):
            for placed in slabs:
                for line in placed.slab.lines:
                    if not isinstance(line.owner, kind):
                        yield _Hit("V002", f"page {page.number} paints {line.text!r} for {line.owner}")


def _sizes(layout: Layout, profile: Profile) -> Iterator[_Hit]:
    """Yield lines under the profile's floor; the furniture counts (UKAAF G003)."""
    floor = max(profile.body, layout.body)
    for page in layout.pages:
        for placed in (*page.slabs, *page.furniture):
            for line in placed.slab.lines:
                if line.size < floor - 1e-6:
                    said = f"{line.text!r} on page {page.number} is set in {line.size:g} pt"
                    yield _Hit("V003", f"{said}, and the floor is {floor:g} pt")


def _furniture(document: Document, layout: Layout) -> Iterator[_Hit]:
    """Yield pages without their name, version, date and number, or without words."""
    furniture, count = document.furniture, len(layout.pages)
    for number, page in enumerate(layout.pages, start=1):
        said = " ".join([line.text for placed in page.furniture for line in placed.slab.lines])
        label = furniture.page_label.format(page=number, pages=count)
        for words in (furniture.draft, furniture.identity, label):
            if words not in said and " ".join(words.split()) not in said:
                yield _Hit("V004", f"page {number} does not say {words!r}")
        if not page.slabs:
            yield _Hit("V005", f"page {number} is empty")


def _warnings(document: Document, layout: Layout) -> Iterator[_Hit]:
    """Yield warnings that do not stand whole on page 1, in one frame each, right under the title."""
    panels = [block for block in document.blocks if isinstance(block, Panel) and block.symbol_owner]
    first = layout.pages[0].slabs if layout.pages else ()
    slabs = [placed.slab for placed in first if placed.slab.is_warning]
    if len(slabs) != len(panels):
        yield _Hit("V006", f"{len(slabs)} of {len(panels)} warnings stand whole on page 1")
        return
    for panel, slab in zip(panels, slabs, strict=True):
        owners = {line.owner for line in slab.lines}
        wanted = {owner for owner, _ in _expected((panel,))} - {panel.symbol_owner}
        if owners != wanted:
            yield _Hit("V006", f"the panel {panel.heading.words.plain!r} is not whole on page 1")
    seen = [placed.slab.is_warning for placed in first]
    last = max((index for index, warns in enumerate(seen) if warns), default=-1)
    between = seen.index(True) if True in seen else 0
    if not all(seen[between : last + 1]):
        yield _Hit("V006", "something stands between the warnings")


def _places(page: Page, layout: Layout) -> Iterator[_Hit]:
    """Yield what crosses a margin or a frame, or lies over something else."""
    left, top = layout.margins.left - _SLACK, layout.margins.top - _SLACK
    right = layout.paper.width - layout.margins.right + _SLACK
    bottom = layout.paper.height - layout.margins.bottom + _SLACK
    boxes: list[tuple[_Box, _Painted]] = []
    for placed in (*page.slabs, *page.furniture):
        own, frames = _boxes(placed)
        boxes += own
        for upper, west, lower, east in frames:
            if west < left or upper < top or east > right or lower > bottom:
                yield _Hit("V007", f"a frame on page {page.number} crosses a margin")
            for box, painted in own:
                if box[0] < upper or box[1] < west or box[2] > lower or box[3] > east:
                    yield _Hit("V007", f"{_name(painted)} on page {page.number} crosses its frame")
    for (upper, west, lower, east), painted in boxes:
        if west < left or upper < top or east > right or lower > bottom:
            yield _Hit("V007", f"{_name(painted)} on page {page.number} crosses a margin")
    yield from _overlaps(sorted(boxes, key=itemgetter(0)), page.number)


def _overlaps(boxes: Sequence[tuple[_Box, _Painted]], number: int) -> Iterator[_Hit]:
    """Yield what lies over something else; the boxes come from the top down."""
    for index, ((_, west, lower, east), painted) in enumerate(boxes):
        for place in range(index + 1, len(boxes)):
            other, below = boxes[place]
            if other[0] >= lower - _SLACK:
                break
            if other[1] < east - _SLACK and west < other[3] - _SLACK:
                yield _Hit("V008", f"{_name(painted)} and {_name(below)} overlap on page {number}")


def _name(painted: _Painted) -> str:
    return painted if isinstance(painted, str) else repr(painted.text)


def _boxes(placed: PlacedSlab) -> tuple[list[tuple[_Box, _Painted]], list[_Box]]:
    """Return what a slab paints, and apart from that its frames."""
    x, y, slab = placed
    boxes: list[tuple[_Box, _Painted]] = []
    frames: list[_Box] = []
    for line in slab.lines:
        west, base, size = x + line.x, y + line.y, line.size
        box = (base - _ASCENT * size, west, base + _DESCENT * size, west + line.width)
        boxes.append((box, line))
    for mark in slab.marks:
        upper, west = y + mark.y, x + mark.x
        if isinstance(mark, Symbol):
            boxes.append(((upper, west, upper + mark.size, west + mark.size), "a symbol"))
        elif isinstance(mark, Frame):
            frames.append((upper, west, upper + mark.height, west + mark.width))
        else:
            boxes.append(((upper, west, upper + mark.height, west + mark.width), "a rule"))
    return boxes, frames
