"""File, its elements: types, headings, lists, figures."""

from collections import Counter

from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject

# ISO 32000-1, 14.8.4: the standard structure types.
_STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
    "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
    "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip


@rule(
    "V616",
    "Every figure has words for what it shows",
    need="tags",
    reason="A picture without Alt is silence.",
    bad="a Figure without Alt",
    good="Say in Alt what the picture tells.",
    source="ISO 14289-1, 7.3; Matterhorn Protocol 13-004; WCAG 2.2, 1.1.1",
)
def alt_on_figures(subject: Subject) -> Judgement:
    """Look for Alt or ActualText on Figure and Formula."""
    figures = [node for node in subject.the_tree.nodes() if node.standard in ("Figure", "Formula")]
    faults = [
        Fault(f"{node.role} has no Alt", Place(next((c.page for c in node.all_contents()), 1) or 1))
        for node in figures
        if not (node.alt or node.actual or "").strip()
    ]
    return judged("Alt on each", f"{len(figures)} figures", faults)


@rule(
    "V617",
    "Headings start at 1 and skip no level",
    need="tags",
    reason="A skipped level looks like a lost part.",
    bad="an H3 right after H1",
    good="Step down one level at a time.",
    source="ISO 14289-1, 7.4.2; Matterhorn Protocol 14-003; NHS content standard",
)
def heading_levels(subject: Subject) -> Judgement:
    """Compare each heading's level with the one before it."""
    faults, levels, last = [], [], 0
    for leaf in subject.leaves:
        role = leaf.node.standard
        if len(role) == 2 and role[0] == "H" and role[1].isdigit():
            level = int(role[1])
            levels.append(level)
            if level > last + 1:
                faults.append(Fault(f"{role} {quote(leaf.words)} after level {last}", around(leaf.glyphs)))
            last = level
    first = levels.count(1)
    if first != 1:
        faults.append(Fault(f"{first} headings of level 1"))
    return judged("one H1, no level skipped", f"{len(levels)} headings", faults)


@rule(
    "V618",
    "Every element has a standard type",
    need="tags",
    reason="A reader does not know what to do with a type nobody has defined.",
    bad="an element of type Warning without a role map",
    good="Use the standard types, or map to them.",
    source="ISO 14289-1, 7.1; ISO 32000-1, 14.8.4",
)
def standard_types(subject: Subject) -> Judgement:
    """Look each element's type up, through the role map."""
    types = Counter(node.standard for node in subject.the_tree.nodes())
    faults = [Fault(f"{n} elements of type {kind!r}") for kind, n in types.items() if kind not in _STANDARD]
    return judged("types of ISO 32000-1, 14.8.4", ", ".join(sorted(types)), faults)


@rule(
    "V619",
    "Lists are built of items, labels and bodies",
    need="tags",
    reason="A reader says how many items there are, and where one ends.",
    bad="an LBody right under L",
    good="Put LI in L, and Lbl and LBody in LI.",
    source="ISO 14289-1, 7.6; ISO 32000-1, table 336",
)
def lists(subject: Subject) -> Judgement:
    """Check the parent of each list element."""
    parents = {"LI": ("L",), "Lbl": ("LI", "Note", "TOCI", "BibEntry"), "LBody": ("LI",)}
    faults, count = [], 0
    for node in subject.the_tree.nodes():
        above = node.parent.standard if node.parent else ""
        wanted = parents.get(node.standard)
        if wanted:
            count += 1
            if above not in wanted:
                faults.append(Fault(f"{node.role} stands in {above}"))
        elif above == "L" and node.standard not in ("L", "Caption"):
            faults.append(Fault(f"{node.role} stands right in L"))
    return judged("L > LI > Lbl, LBody", f"{count} parts of lists", faults)
