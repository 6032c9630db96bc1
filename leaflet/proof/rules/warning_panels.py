"""Warnings: there, whole, first, in order, complete, framed, with their symbols."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from leaflet.document.tree import walk
from leaflet.document.warnings import shortened
from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged
from leaflet.proof.rules.panels import bottom_of, drawn_of, frames_of, glyphs_of, name_of, top_of
from leaflet.proof.subject import Leaf, Subject, Warned

_LEAST_BORDER = 2.0  # pt
_FOLD = 2 / 5  # × page: the first warning starts above this, under a name of one line
_EFFECTIVE = "ISMP; Wogalter: an effective warning states hazard, action and consequence"
_FRONT = "PLOS ONE: adults over 50 miss warnings that are not in front; Medicines for Children"


@rule(
    "V301",
    "Every warning is in the structure, complete with signal and hazard",
    need="monograph",
    reason="A warning that a screen reader never reaches warns nobody who listens.",
    bad="the withdrawal warning taken out of the structure tree",
    good="Build the file anew from its monograph.",
    source=f"{_EFFECTIVE}; UK HMR 2012, Schedule 27",
)
def present(subject: Subject) -> Judgement:
    """Look for each warning's signal and hazard among the elements."""
    faults = [
        Fault(f"no element holds {name_of(warned)}") for warned in subject.warnings if not warned.leaves
    ]
    found = len(subject.warnings) - len(faults)
    return judged(f"{len(subject.warnings)} warnings", f"{found} found", faults)


@rule(
    "V302",
    "Every warning stands on page 1, whole or with its hazard and action",
    need="monograph",
    reason="A warning on the back, or cut in two, is found too late.",
    bad="the withdrawal panel moved to page 2",
    good="Shorten the warnings, or print on larger paper.",
    source=f"{_FRONT}; ANSI Z535",
)
def whole_on_page_1(subject: Subject) -> Judgement:
    """Look up the page of every glyph: the first, or of what explains a warning the second."""
    faults = []
    last = _last_of_heads(subject)
    whole = [
        all(glyph.page == 1 for glyph in glyphs_of(warned)) and any(page > 1 for _, page in _latest(warned))
        for warned in subject.warnings
    ]
    for index, warned in enumerate(subject.warnings):
        glyphs = glyphs_of(warned)
        # What explains a warning gives way to the actions of all, from the last warning up.
        parted = not any(whole[index:])
        late = [
            glyph
            for leaf, latest in _latest(warned)
            for glyph in leaf.glyphs
            if glyph.page > (latest + last - 1 if parted else 1)
        ]
        if late:
            some = "part of " if len(late) < len(glyphs) else ""
            faults.append(Fault(f"{some}{name_of(warned)} stands on page {late[0].page}", around(late)))
        elif not glyphs:
            faults.append(Fault(f"{name_of(warned)} is not painted"))
    return judged(
        "all on page 1", f"{len(subject.warnings) - len(faults)} of {len(subject.warnings)}", faults
    )


def _last_of_heads(subject: Subject) -> int:
    """Return the last page for what stands on page 1 of every warning.

    It is page 1 but where there are more warnings than a page holds: then the next one, as long as all
    pages before it have nothing but warnings under the name.
    """
    of_warnings = {leaf.node for warned in subject.warnings for leaf in warned.leaves}
    above = Counter(_before_warnings(subject))
    page = 1
    while page < subject.page_count:
        here = [leaf for leaf in subject.leaves if any(glyph.page == page for glyph in leaf.glyphs)]
        if not all(leaf.node in of_warnings or above[leaf.words] for leaf in here):
            break
        page += 1
    return page


def _latest(warned: Warned) -> Iterator[tuple[Leaf, int]]:
    """Yield each text of a warning with the last page on which it may stand."""
    nodes = [leaf for leaf, _ in walk(warned.panel) if leaf.text is not None]
    at_once = {leaf for leaf, _ in walk(shortened(warned.panel))}  # what page 1 has of every warning
    for node, leaf in zip(nodes, warned.leaves, strict=False):
        yield leaf, 1 if node in at_once else 2


@rule(
    "V303",
    "The warnings come in the leaflet's order",
    need="monograph",
    reason="What kills soonest comes first: too much before too sudden a stop.",
    bad="withdrawal above overdose",
    good="Build the file anew from its monograph.",
    source="ANSI Z535: the gravest hazard first; house order: overdose, then withdrawal",
)
def in_order(subject: Subject) -> Judgement:
    """Compare the order in the structure and down the page with the leaflet's."""
    order = {leaf.node: index for index, leaf in enumerate(subject.leaves)}
    held = [warned for warned in subject.warnings if warned.leaves]
    faults = []
    for one, other in pairwise(held):
        tops = [top_of(warned) for warned in (one, other)]
        if order[one.leaves[0].node] > order[other.leaves[0].node] or tops[0] > tops[1]:
            faults.append(Fault(f"{name_of(other)} comes before {name_of(one)}", around(glyphs_of(other))))
    names = ", ".join(warned.panel.style.name for warned in subject.warnings)
    return judged(names, ", ".join(warned.panel.style.name for warned in sorted(held, key=top_of)), faults)


@rule(
    "V304",
    "Every warning states signal, hazard, action and consequence, in order",
    need="monograph",
    reason="Without the action a warning frightens; without the consequence it is not believed.",
    bad="'Get medical help immediately' cut out of the overdose panel",
    good="Build the file anew from its monograph.",
    source=_EFFECTIVE,
)
def all_parts(subject: Subject) -> Judgement:
    """Compare the texts of each panel's elements, and the words painted in them, with the leaflet's."""
    faults = []
    for warned in subject.warnings:
        for index, text in enumerate(warned.texts):
            leaf = warned.leaves[index] if index < len(warned.leaves) else None
            painted = " ".join(line.text for line in leaf.lines) if leaf else ""
            if painted != " ".join(text.split()):
                place = around(leaf.glyphs) if leaf else None
                faults.append(Fault(f"{name_of(warned)} says {quote(painted)} for {quote(text)}", place))
    parts = sum(len(warned.texts) for warned in subject.warnings)
    return judged(f"{parts} parts", f"{parts - len(faults)} as they should be", faults)


@rule(
    "V305",
    "Every warning has a border of at least 2 pt round all of it",
    need="monograph",
    reason="The border makes it one thing that a hurried reader cannot miss, on any printer.",
    bad="a border of 0.5 pt",
    good="Draw a solid border of 2 pt or more round the whole panel.",
    source="US 21 CFR 201.57: a box round a warning; house rule: 2 pt or more",
)
def border(subject: Subject) -> Judgement:
    """Find the frame round the glyphs of each panel and measure its line."""
    faults, least = [], float("inf")
    for warned in subject.warnings:
        for frame, glyphs in frames_of(subject, warned):
            width = frame.line_width if frame else 0.0
            least = min(least, width)
            if width < _LEAST_BORDER - 0.005:
                measured = f"a border of {width:.2f} pt" if frame else "no border"
                faults.append(Fault(f"{name_of(warned)} has {measured}", around(glyphs)))
    return judged(f"{_LEAST_BORDER:g} pt or more", f"{least:.2f} pt" if subject.warnings else "-", faults)


@rule(
    "V306",
    "Nothing but the title stands above the warnings or between them",
    need="monograph",
    reason="Whatever stands before a warning pushes it down and away.",
    bad="a section between the title and the overdose panel",
    good="Print the warnings right under the name and its purpose.",
    source=_FRONT,
)
def nothing_between(subject: Subject) -> Judgement:
    """List the elements before the last warning that are neither title nor purpose nor a warning."""
    warning = {leaf.node for warned in subject.warnings for leaf in (*warned.leaves, warned.figure) if leaf}
    indexes = [index for index, leaf in enumerate(subject.leaves) if leaf.node in warning]
    last = max(indexes, default=-1)
    others = [leaf for leaf in subject.leaves[: last + 1] if leaf.node not in warning]
    allowed = Counter(_before_warnings(subject))
    early = [leaf for leaf in others if allowed[leaf.words]]
    late = [leaf for leaf in others if not allowed[leaf.words]]
    faults = [Fault(quote(leaf.words), around(leaf.glyphs)) for leaf in late]
    lowest = max((bottom_of(warned) for warned in subject.warnings), default=0.0)
    known = {id(glyph) for each in subject.warnings for glyph in glyphs_of(each)}
    known |= {id(glyph) for leaf in early for glyph in leaf.glyphs}
    for line in subject.body_lines:
        strange = [glyph for glyph in line.inked if not (glyph.piece.mark.is_artifact or id(glyph) in known)]
        if line.page == 1 and line.y < lowest and strange:
            words = quote(line.words(strange))
            faults.append(Fault(f"{words} is painted above or in a warning", around(strange)))
    return judged("title and purpose only", f"{len(others)} texts besides the warnings", faults)


def _before_warnings(subject: Subject) -> Iterator[str]:
    """Yield the texts of the leaflet above its warnings: name, status, purpose, and words to the patient."""
    for leaf, above in subject.the_document.leaves:
        if any(node.style.warns for node in above):
            return
        yield " ".join(leaf.words.split())


@rule(
    "V307",
    "Every warning has a painted symbol with words for it",
    need="monograph",
    reason="A symbol is seen before a word is read; without words it is silent.",
    bad="a symbol without Alt",
    good="Paint the symbol inside the panel, in a Figure with Alt.",
    source="ISO 7010; ISO 14289-1, 7.3; UK HMR 2012, regulation 259",
)
def symbol(subject: Subject) -> Judgement:
    """Look for a Figure with Alt before each panel's signal, and for its ink inside the frame."""
    faults = []
    for warned in subject.warnings:
        place = around(glyphs_of(warned))
        if warned.figure is None:
            faults.append(Fault(f"{name_of(warned)} has no figure", place))
        elif not (warned.figure.node.alt or "").strip():
            faults.append(Fault(f"the symbol of {name_of(warned)} has no Alt", place))
        elif not drawn_of(subject, warned):
            faults.append(Fault(f"the symbol of {name_of(warned)} is not painted in its panel", place))
    return judged("a painted Figure with Alt each", f"{len(subject.warnings)} warnings", faults)


@rule(
    "V308",
    "The first warning starts above the fold",
    need="monograph",
    reason="What is seen first is read first.",
    bad="the overdose panel at the foot of page 1",
    good="Print the warnings right under the name and its purpose.",
    source=_FRONT,
)
def above_the_fold(subject: Subject) -> Judgement:
    """Measure how far down page 1 the first warning starts."""
    if not subject.warnings:
        return judged("no warnings", "-")
    top = (top_of(subject.warnings[0]) - _more_of_name(subject)) / subject.sheets[0].height
    fault = (Fault(f"it starts {top:.0%} down", around(glyphs_of(subject.warnings[0]))),)
    return judged("in the upper two fifths of page 1", f"{top:.0%} down", fault if not top < _FOLD else ())


def _more_of_name(subject: Subject) -> float:
    """Return the height of the lines of a long name after its first, in points: it is never refused."""
    lines = [line.y for leaf in subject.leaves if leaf.node.standard == "H1" for line in leaf.lines]
    return max(lines) - min(lines) if lines else 0.0


@rule(
    "V309",
    "Symbols are said in the leaflet's own words",
    need="monograph",
    reason="A wrong word for a symbol misleads who cannot see it.",
    bad="Alt 'image1.png'",
    good="Build the file anew from its monograph.",
    source="ISO 14289-1, 7.3; WCAG 2.2, 1.1.1",
)
def alt_words(subject: Subject) -> Judgement:
    """Compare each Alt with the words the program has for the symbol."""
    faults = []
    for warned in subject.warnings:
        wanted = warned.panel.kids[0].tag.alt
        said = (warned.figure.node.alt or "") if warned.figure else ""
        if said != wanted:
            faults.append(Fault(f"Alt {quote(said)} for {quote(wanted)}", around(glyphs_of(warned))))
    return judged("the words of the table", f"{len(subject.warnings)} symbols", faults)
