"""File, its structure: the tree and its inverse, ids, nesting, reading order."""

from collections import Counter

from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged, not_measured
from leaflet.proof.subject import Subject


@rule(
    "V606",
    "The parent tree is the inverse of the structure tree",
    need="tags",
    reason="Readers go from the page to the element by the parent tree: a swapped entry reads the wrong one.",
    bad="two entries of the parent tree swapped",
    good="Write the parent tree from the kids.",
    source="ISO 32000-1, 14.7.4.4; no validator checks it",
)
def parent_tree(subject: Subject) -> Judgement:
    """Follow every kid to its page's parent tree entry and back."""
    tree = subject.the_tree
    keys = {page.number: page.struct_parents for page in subject.objects.pages}
    faults, count = [], 0
    for node in tree.nodes():
        for page, mcid in node.contents():
            count += 1
            owners = tree.parents.get(keys.get(page, -1), ())
            owner = owners[mcid] if 0 <= mcid < len(owners) else None
            if owner != node.reference:
                faults.append(
                    Fault(f"{node.role} owns id {mcid}, and the parent tree names {owner}", Place(page or 1))
                )
    owned = {(keys.get(page), mcid) for node in tree.nodes() for page, mcid in node.contents()}
    for key, owners in tree.parents.items():
        for mcid, owner in enumerate(owners):
            if owner is not None and (key, mcid) not in owned and key in keys.values():
                faults.append(Fault(f"entry {key}, {mcid} names {owner}, which does not own it"))
    return judged("each kid's entry names its element", f"{count} kids followed", faults)


@rule(
    "V607",
    "Every marked-content id is used once and owned once",
    need="tags",
    reason="What has two owners is read twice; what two things share is read as one.",
    bad="two paragraphs with MCID 7",
    good="Number the marked content of each page anew from 0.",
    source="ISO 32000-1, 14.7.4.3",
)
def ids_once(subject: Subject) -> Judgement:
    """Count each id in the content streams and in the kids."""
    painted = Counter((page, mcid) for page, mcid, _ in subject.objects.content.mcids)
    owned = Counter(subject.the_tree.root.all_contents())
    faults = [
        Fault(f"id {mcid} is painted {n} times", Place(page)) for (page, mcid), n in painted.items() if n > 1
    ]
    faults += [
        Fault(f"id {mcid} has {n} owners", Place(page or 1)) for (page, mcid), n in owned.items() if n > 1
    ]
    faults += [
        Fault(f"id {mcid} is owned and not painted", Place(page or 1))
        for page, mcid in owned
        if (page, mcid) not in painted
    ]
    return judged("one use, one owner", f"{len(painted)} ids", faults)


@rule(
    "V608",
    "Content streams nest as they should",
    reason="An unclosed sequence swallows what follows it.",
    bad="a BDC without its EMC",
    good="Close every BDC, BT and q in its own stream.",
    source="ISO 32000-1, 14.6; ISO 14289-1, 7.1: no tagged content in artifacts, no artifacts in it",
)
def nesting(subject: Subject) -> Judgement:
    """Count what opens and closes in every content stream."""
    slips = [slip for slip in subject.objects.content.slips if slip.kind == "nesting"]
    faults = [Fault(slip.what, Place(slip.page)) for slip in slips]
    return judged("all closed, none inside another", f"{len(slips)} faults", faults)


@rule(
    "V612",
    "Every page with tagged content has its key to the parent tree",
    need="tags",
    reason="Without StructParents a reader finds no element for what is on the page.",
    bad="a page whose StructParents was dropped",
    good="Give each page its own StructParents.",
    source="ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.1",
)
def struct_parents(subject: Subject) -> Judgement:
    """Look up each page's key."""
    tagged = {page for page, _, _ in subject.objects.content.mcids}
    keys = Counter(page.struct_parents for page in subject.objects.pages if page.number in tagged)
    faults = [
        Fault(
            f"page {page.number} has "
            + ("no key" if page.struct_parents < 0 else f"key {page.struct_parents}, which is not its own"),
            Place(page.number),
        )
        for page in subject.objects.pages
        if page.number in tagged
        and (
            page.struct_parents < 0
            or keys[page.struct_parents] > 1
            or page.struct_parents not in subject.the_tree.parents
        )
    ]
    return judged("a key of its own for each page", f"{len(tagged)} tagged pages", faults)


@rule(
    "V625",
    "The structure tree hangs together",
    need="tags",
    reason="An element with the wrong parent, or two, sends a reader in circles.",
    bad="an element whose P names another element",
    good="Write each element's P from the tree.",
    source="ISO 32000-1, 14.7.2",
)
def sound_tree(subject: Subject) -> Judgement:
    """Check every element's link to its parent, and that none comes twice."""
    nodes = list(subject.the_tree.nodes())
    faults = [Fault(slip) for slip in subject.the_tree.slips]
    faults += [Fault(f"{node.role} names another parent") for node in nodes if not node.has_right_parent]
    faults += [
        Fault(f"{node.role} is empty")
        for node in nodes
        if not node.kids and not node.objects and node.standard not in ("TD", "TH")
    ]
    return judged("each element once, under its own parent", f"{len(nodes)} elements", faults)


@rule(
    "V626",
    "The file has a structure tree",
    reason="Without one nothing can be read out in order.",
    bad="a PDF printed from a browser without tags",
    good="Make the file with a program that tags.",
    source="ISO 14289-1, 7.1; Matterhorn Protocol 01-005",
)
def tagged(subject: Subject) -> Judgement:
    """Count the elements."""
    tree = subject.objects.tree
    count = sum(1 for _ in tree.nodes()) if tree else 0
    return judged("a tree with elements", f"{count} elements", () if count else (Fault("no structure tree"),))


@rule(
    "V627",
    "The reading order makes sense",
    reason="Whether words follow each other sensibly only a reader can tell, or the leaflet itself.",
    bad="a sidebar read in the middle of a sentence",
    good="Hold the file against its monograph, or read it aloud.",
    source="ISO 14289-1, 7.2; Matterhorn Protocol 09-001 (a person decides)",
)
def reading_order(subject: Subject) -> Judgement:
    """Judge by the leaflet where its monograph is at hand; else ask a person."""
    if subject.document is None:
        return not_measured("a sensible order", "its monograph is not at hand: read it aloud")
    same = subject.tree_words == subject.document.text.split()
    fault = () if same else (Fault("the structure reads otherwise than the leaflet"),)
    return judged("the order of the leaflet", "the same" if same else "another", fault)
