"""Whole tree: every element has the role, place, language and attributes that the leaflet gives it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from leaflet.document.tree import Document, Node, Phrase
from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import union
from leaflet.proof.reading.painted_marks import Box
from leaflet.proof.reading.structure_tree import Content, Tree
from leaflet.proof.reading.structure_tree import Node as Element
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject
from leaflet.rendering.standards import Standard

_SLACK = 0.5  # pt
_ROOMY = 1.5  # × what is painted


@rule(
    "V118",
    "The structure tree is the leaflet's: types, parents, languages, attributes",
    need="monograph",
    reason="A warning of type Private is passed over, a list without its items cannot be counted.",
    bad="the overdose section as NonStruct",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source="ISO 14289-1, 7.1 and 7.2; ISO 32000-1, 14.8.4",
)
def whole_tree(subject: Subject) -> Judgement:
    """Walk both trees side by side."""
    wanted = _tags(subject.the_document, subject.standard)
    elements = list(subject.the_tree.nodes()) if subject.objects.tree else []
    places = {element.id: place for place, element in enumerate(elements, start=1) if element.id}
    found = [_element(element, places) for element in elements]
    faults = [
        Fault(f"element {index} is {there} where the leaflet has {here}")
        for index, (here, there) in enumerate(zip(wanted, found, strict=False), start=1)
        if here != there
    ]
    if len(wanted) != len(found):
        faults.append(Fault(f"{len(found)} elements for {len(wanted)}"))
    wrong = [node for node in subject.the_tree.nodes() if not node.has_right_parent]
    faults += [Fault(f"{node.role} names another parent than it has") for node in wrong]
    faults += _name_faults(subject.the_tree, elements)
    faults += _mark_faults(subject, elements)
    faults += _box_faults(subject, elements)
    return judged(f"{len(wanted)} elements", f"{len(found)} elements", faults)


def _name_faults(tree: Tree, elements: Sequence[Element]) -> Iterator[Fault]:
    """Yield what is wrong with names: head cells alone have one, by which the cells below find them."""
    named = [(node.id, node.reference) for node in elements if node.id and node.role == "TH"]
    if dict(named) != dict(tree.names) or len(tree.names) != len(named):
        yield Fault("the ID tree names other elements than the head cells")
    yield from (Fault(f"{node.role} has an ID") for node in elements if node.id and node.role != "TH")


def _mark_faults(subject: Subject, elements: Sequence[Element]) -> Iterator[Fault]:
    """Yield marked content whose tag is another than the role of its element."""
    roles = {content: element.role for element in elements for content in element.contents()}
    for page, mcid, tag in subject.objects.content.mcids:
        role = roles.get(Content(page, mcid), tag)
        if role != tag:
            yield Fault(f"the content of a {role} is marked as {tag}", Place(page))


def _box_faults(subject: Subject, elements: Sequence[Element]) -> Iterator[Fault]:
    """Yield figures whose BBox is not round what they paint (ISO 32000-1, 14.8.5.4.3)."""
    painted: dict[Content, list[Box]] = {}
    for sheet in subject.sheets:
        for shape in sheet.shapes:
            left, top, right, foot = shape.box
            box = (left, sheet.height - foot, right, sheet.height - top)
            painted.setdefault(Content(sheet.number, shape.mark.mcid), []).append(box)
    for element in elements:
        boxes = [box for content in element.contents() for box in painted.get(content, ())]
        if element.role != "Figure" or not boxes or element.box is None:
            continue
        if not _is_round(element.box, union(boxes)):
            yield Fault("the box of a Figure is not where it is painted", Place(element.contents()[0].page))


def _is_round(box: Sequence[float], inner: Box) -> bool:
    """Tell whether a box holds another, and is not much larger: a symbol need not fill its square."""
    if len(box) != 4:
        return False
    outside = (inner[0] - box[0], inner[1] - box[1], box[2] - inner[2], box[3] - inner[3])
    most = _ROOMY * max(inner[2] - inner[0], inner[3] - inner[1])
    return min(outside) >= -_SLACK and box[2] - box[0] <= most and box[3] - box[1] <= most


def _tags(document: Document, standard: Standard) -> list[str]:
    """Return what the leaflet's structure should be, an element a line, in reading order."""
    told = []
    places = {each: place for place, each in enumerate(_below(document.root), start=1)}

    def add(node: Node, depth: int) -> None:
        tag = node.tag
        attributes = []
        if tag.numbering:
            numbering = standard.described if tag.numbering == "None" else tag.numbering
            attributes.append(f"List ListNumbering /{numbering}")
        if tag.role.value == "Figure":
            attributes.append("Layout Placement /Block")
        if tag.scope:
            attributes.append(f"Table Scope /{tag.scope}")
        if tag.headers:
            attributes.append(_headers(places[head] for head in tag.headers))
        spans = (("ColSpan", tag.columns), ("RowSpan", tag.rows))
        attributes += [f"Table {name} {count}" for name, count in spans if count > 1]
        told.append(_line(depth, tag.role.value, tag.alt, node.language, sorted(attributes)))
        told.extend([_line(depth + 1, each.tag.role.value, "", each.language, ()) for each in _links(node)])
        if node.blank is not None:
            alt = node.blank.tag.alt
            told.append(_line(depth + 1, node.blank.tag.role.value, alt, "", ["PrintField Role /tv"]))
        for kid in node.kids:
            add(kid, depth + 1)

    add(document.root, 0)
    return told


def _links(node: Node) -> Sequence[Phrase]:
    """Return the links inside a leaf's words."""
    runs = node.text.runs if node.text is not None else ()
    return list(dict.fromkeys([run.phrase for run in runs if run.phrase is not None]))


def _below(node: Node) -> Iterator[Node | Phrase]:
    yield node
    yield from _links(node)
    if node.blank is not None:
        yield node.blank
    for kid in node.kids:
        yield from _below(kid)


def _headers(places: Iterable[int]) -> str:
    """Tell the head cells of a cell by their places among all elements: their ids are the file's own."""
    return "Table Headers " + " ".join(f"#{place}" for place in places)


def _element(node: Element, places: Mapping[str, int]) -> str:
    depth, above = 0, node.parent
    while above is not None and above.parent is not None:
        depth, above = depth + 1, above.parent
    attributes = [
        _headers(places.get(name, 0) for name in each.split()[2:])
        if each.startswith("Table Headers ")
        else each
        for each in node.attributes
    ]
    line = _line(depth, node.role, node.alt or "", node.language, attributes)
    # What is read in place of the words is held against them by V113.
    return line + (f", E {quote(node.expansion)}" if node.expansion is not None else "")


def _line(depth: int, role: str, alt: str, language: str, attributes: Sequence[str]) -> str:
    said = [f"{role} at level {depth}"]
    said += [f"Alt {quote(alt)}"] if alt else []
    said += [f"Lang {language}"] if language else []
    return ", ".join([*said, *attributes])
