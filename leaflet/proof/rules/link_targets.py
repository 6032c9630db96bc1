"""File, its links: each stands over its own address, is read out as that, and leads there alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from leaflet.proof.differences import quote
from leaflet.proof.expected_links import ExpectedLink
from leaflet.proof.glyph_lines import Line
from leaflet.proof.products import PRODUCTS
from leaflet.proof.reading.annotations import Annotation, Box
from leaflet.proof.reading.structure_tree import Node
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject
from leaflet.rendering.links import uri_of

_LEADS = ("https://", "http://", "mailto:", "tel:")
_SLACK = 0.05  # pt: places are written with two decimals
_ROOM = 0.5  # × size: a link's box is its letters and what stands over and under them


@rule(
    "V611",
    "Every annotation is a link over the words that it is read out as, and leads where they say",
    reason="What is clicked leads where its words do not say, or is not there for who cannot see it.",
    bad="a link whose words are one address and whose URI is another",
    good="Build the file anew; never edit a finished PDF.",
    source="ISO 14289-1, 7.18.1 and 7.18.5; ISO 32000-1, 12.5.6.5, 14.7.4.3 and 14.7.4.4",
    need="ours",
)
def true_links(subject: Subject) -> Judgement:
    """Follow each annotation to its element and its words, and each Link element to its annotations."""
    nodes = list(subject.objects.tree.nodes()) if subject.objects.tree else []
    holders = {reference: node for node in nodes for reference in node.objects}
    annotations = [(page.number, each) for page in subject.objects.pages for each in page.annotations]
    faults = [
        Fault(f"{quote(each.words or each.uri or each.kind)}: {told}", Place(page))
        for page, each in annotations
        for told in _faults(subject, page, each, holders)
    ]
    there = [each.reference for _, each in annotations]
    referred = [reference for node in nodes for reference in node.objects]
    if sorted(there) != sorted(referred):
        faults.append(
            Fault(f"{len(referred)} annotations in the structure tree for {len(there)} on the pages")
        )
    faults += [
        Fault(f"{quote(_words(subject, node))} is tagged as a link and leads nowhere")
        for node in nodes
        if node.standard == "Link" and not node.objects
    ]
    faults += _strange_keys(subject, [each.key for _, each in annotations])
    return judged("links, each to its own words", f"{len(annotations)} annotations", faults)


@rule(
    "V638",
    "The links are the leaflet's: as many, each in its place",
    reason="A link moved onto other words, dropped or put in sends its reader astray.",
    bad="the places of two links exchanged",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source="house rule: what is laid out and proved is what is printed",
    need="places",
)
def links_in_place(subject: Subject) -> Judgement:
    """Hold each annotation against the links of the layout, in reading order."""
    wanted = sorted(subject.expected.links, key=lambda each: (each.page, each.uri, each.words))
    found = sorted(
        [(page.number, each) for page in subject.objects.pages for each in page.annotations],
        key=lambda each: (each[0], each[1].uri, each[1].words),
    )
    faults = [
        Fault(f"{quote(there.words)}: {told}", Place(page))
        for here, (page, there) in zip(wanted, found, strict=False)
        if (told := _difference(here, page, there))
    ]
    if len(wanted) != len(found):
        faults.append(Fault(f"{len(found)} links for {len(wanted)}"))
    return judged(f"{len(wanted)} links", f"{len(found)} links", faults)


@rule(
    "V642",
    "Who is led through the structure comes to the place on the page",
    reason="A screen reader follows the element, a screen the page: two who ask for one warning get two.",
    bad="a bookmark 'Overdose' that leads to the heading on the page, and to 'Storage' in the structure",
    good="Build the file anew; never edit a finished PDF.",
    source="ISO 14289-2, 8.8; ISO 32000-2, 12.3.2.3",
    need="tags",
)
def one_place(subject: Subject) -> Judgement:
    """Hold the place on the page of each bookmark and link against where its structure element is painted."""
    ways = [
        *((mark.title, 0, (mark.page, mark.top), mark.in_tree) for mark in subject.objects.bookmarks),
        *(
            (each.words, page.number, each.leads, each.in_tree)
            for page in subject.objects.pages
            for each in page.annotations
        ),
    ]
    told = [(name, on, place, in_tree) for name, on, place, in_tree in ways if in_tree is not None]
    lines = {leaf.node.reference: leaf.lines[0] for leaf in subject.leaves if leaf.lines}
    faults = [
        Fault(f"{quote(name)} leads to another place in the structure", Place(on) if on else None)
        for name, on, (page, height), (element, top) in told
        if not _starts_at(subject, lines.get(element), page, {height, top})
    ]
    return judged("one place for each", f"{len(told)} ways", faults)


def _starts_at(subject: Subject, line: Line | None, page: int, tops: set[float]) -> bool:
    """Tell whether a line is the one that a place on a page is the top of, as all say."""
    if line is None or line.page != page or len(tops) != 1:
        return False
    foot = subject.sheets[page - 1].height - line.y
    return all(foot - _SLACK <= top <= foot + 2 * line.size for top in tops)


def _difference(here: ExpectedLink, page: int, there: Annotation) -> str:
    """Return how a link is another than the leaflet's; "" where it is the same."""
    if (here.page, here.uri, here.words) != (page, there.uri, there.words):
        return f"the leaflet has {quote(here.words)} on page {here.page}"
    if not _same(here.boxes, there.boxes):
        return "it stands elsewhere"
    wanted, foot, head = here.leads
    number, top = there.leads
    if number != wanted or (wanted and not foot <= top <= head):
        return f"it leads to page {number} for {wanted}, or to another height there"
    return ""


def links_of(subject: Subject) -> tuple[str, ...]:
    """Return the words of a file's links."""
    nodes = subject.objects.tree.nodes() if subject.objects.tree else ()
    return tuple([_words(subject, node) for node in nodes if node.standard == "Link"])


def _faults(
    subject: Subject, page: int, each: Annotation, holders: Mapping[tuple[int, int], Node]
) -> Iterator[str]:
    """Yield what is wrong with an annotation."""
    if each.kind != "Link":
        yield f"it is {each.kind or 'no annotation'}"
        return
    is_entry = each.leads[0] > 0 and not each.uri
    if not is_entry and not each.uri.startswith(_LEADS):
        yield f"it leads to {quote(each.uri)}"
    node = holders.get(each.reference)
    if node is None or node.standard != "Link":
        yield "no Link element holds it"
        return
    if subject.the_tree.single.get(each.key) != node.reference:
        yield "the parent tree names another element for it"
    words = _words(subject, node)
    if each.words != words:
        yield f"it is read out so over the words {quote(words)}"
    if is_entry and _has_pages_of_its_own(subject) and words.split()[-1:] != [str(each.leads[0])]:
        yield f"it leads to page {each.leads[0]}"
    if not is_entry and each.uri != uri_of(words):
        yield f"it leads to {quote(each.uri)}"
    if not _covers(each, subject, page, node):
        yield "it does not stand over its words"


def _has_pages_of_its_own(subject: Subject) -> bool:
    """Tell whether the pages of a file are numbered as those of its leaflet."""
    own = subject.objects.said.own
    product = PRODUCTS.get(own.get("product", ""))
    return "parts" not in own and product is not None and product.across == 1


def _words(subject: Subject, node: Node) -> str:
    shown = _shown(subject)
    parts = [part for content in set(node.contents()) for part in shown.get(content, ())]
    return "".join([text for _, text in sorted(parts)]).strip()


@lru_cache(maxsize=1)
def _shown(subject: Subject) -> Mapping[tuple[int, int], Sequence[tuple[int, str]]]:
    """Return what each marked content shows, by page and id, with the place of each text among all."""
    found: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for index, each in enumerate(subject.objects.content.shown):
        found.setdefault((each.page, each.mcid), []).append((index, each.text))
    return found


def _covers(each: Annotation, subject: Subject, page: int, node: Node) -> bool:
    """Tell whether an annotation's boxes hold each glyph of its words on the page, and little else."""
    sheet = subject.sheets[page - 1] if page <= len(subject.sheets) else None
    if sheet is None:
        return False
    contents = {content.mcid for content in node.contents() if content.page == page}
    runs = [run.glyphs for run in subject.runs if run.piece.mark.mcid in contents]
    glyphs = [glyph for run in runs if run[0].page == page for glyph in run]
    held = [0] * len(each.boxes)
    for glyph in glyphs:
        left, top, right, bottom = glyph.box
        box = (left, sheet.height - bottom, right, sheet.height - top)
        index = next((index for index, outer in enumerate(each.boxes) if _holds(outer, box)), None)
        if index is None:
            return False
        held[index] += 1
    tall = max([glyph.piece.size for glyph in glyphs], default=0.0) * (1 + _ROOM)
    return all(held) and all(head - foot <= tall for _, foot, _, head in each.boxes) and _is_round(each)


def _is_round(each: Annotation) -> bool:
    """Tell whether the rectangle is just round the lines: viewers without quadrilaterals go by it."""
    lefts, feet, rights, heads = zip(*each.boxes, strict=True)
    return _same([(min(lefts), min(feet), max(rights), max(heads))], [each.rectangle])


def _holds(outer: Box, inner: Box) -> bool:
    """Tell whether a box holds another; letters may hang over its sides a little."""
    apart = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    return min(apart) >= -1.0


def _same(some: Sequence[Box], others: Sequence[Box]) -> bool:
    return len(some) == len(others) and all(
        abs(a - b) <= _SLACK
        for one, other in zip(some, others, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def _strange_keys(subject: Subject, keys: Sequence[int]) -> Iterator[Fault]:
    """Yield where the parent tree has entries for annotations that are not on the pages."""
    single = subject.objects.tree.single if subject.objects.tree else {}
    if sorted(single) != sorted(keys):
        yield Fault(f"{len(single)} annotations in the parent tree for {len(keys)} on the pages")
