"""Write the structure tree: an object an element, and the parent tree as the exact inverse of the kids."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from leaflet.document.tree import Node, Role
from leaflet.rendering.content import kids_of
from leaflet.rendering.objects import Objects, reference, references, text_string
from leaflet.rendering.standards import Standard

Box = tuple[float, float, float, float]


def add_structure(
    objects: Objects,
    nodes: Sequence[Node],
    pages: Sequence[int],
    owners: Sequence[Sequence[Node]],
    boxes: Mapping[Node, Box],
    standard: Standard,
) -> tuple[int, Mapping[Node, bytes]]:
    """Add the structure tree; return the number of its root, and a reference to each element.

    `nodes` are in reading order, the root first; `pages` are the numbers of the page objects, `owners`
    the owner of each marked-content sequence by page and id, `boxes` where figures stand.
    """
    root = nodes[0]
    tree_root = objects.reserve(len(nodes) + 2)
    parent_tree = tree_root + 1
    first = tree_root + 2
    at = dict(zip(nodes, references(first, len(nodes)), strict=True))
    painted = _painted(pages, owners)
    elements, namespaces = _elements(objects, standard)
    parents = {root: reference(tree_root)}
    bodies = []
    for node, mine in at.items():
        if node.kids:
            for kid in node.kids:
                parents[kid] = mine
            content = b"[%b]" % b" ".join([at[kid] for kid in node.kids])
        else:
            content = painted.get(node, b"[]")
        tag = node.tag
        said = tag.numbering or tag.alt or tag.scope or tag.headers or tag.refers
        attributes = _attributes(node, boxes, at, standard) if said else b""
        bodies.append(elements[tag.role] % (parents[node], attributes, content))
    objects.put_all(first, bodies)
    # ISO 32000-1, 14.7.4.4: the parent tree holds one array a page, indexed by marked-content id.
    nums = [b"%d[%b]" % (index, b" ".join(map(at.__getitem__, page))) for index, page in enumerate(owners)]
    objects.put(parent_tree, b"<</Nums[%s]>>" % b" ".join(nums))
    objects.put(
        tree_root,
        b"<</Type/StructTreeRoot/K %s/ParentTree %d 0 R/ParentTreeNextKey %d%b%b>>"
        % (at[root], parent_tree, len(pages), namespaces, _id_tree(at)),
    )
    return tree_root, at


def _elements(objects: Objects, standard: Standard) -> tuple[Mapping[Role, bytes], bytes]:
    """Return the start of an element of each role, and what the tree's root says of namespaces."""
    if not standard.namespace:
        return _in_namespace(b"", frozenset()), b""
    number = objects.add(b"<</Type/Namespace/NS(%b)>>" % standard.namespace)
    return _in_namespace(b"/NS %d 0 R" % number, standard.unnamed), b"/Namespaces[%d 0 R]" % number


@lru_cache(maxsize=64)
def _in_namespace(named: bytes, unnamed: frozenset[Role]) -> Mapping[Role, bytes]:
    start = b"<</Type/StructElem/S/%b%b/P %%b%%b/K%%b>>"
    return {role: start % (role.encode(), b"" if role in unnamed else named) for role in Role}


def _painted(pages: Sequence[int], owners: Sequence[Sequence[Node]]) -> dict[Node, bytes]:
    """Return the K and Pg of each element with painted content, which may run over several pages."""
    once: dict[Node, bytes] = {}
    more: set[Node] = set()
    for page, mine in zip(pages, owners, strict=True):
        here = b" %%d/Pg %d 0 R" % page
        for mcid, owner in enumerate(mine):
            if owner in once:
                more.add(owner)
            else:
                once[owner] = here % mcid
    if more:
        once.update({owner: _kids(kids, pages) for owner, kids in kids_of(owners).items() if owner in more})
    return once


def _kids(marked: Sequence[tuple[int, int]], pages: Sequence[int]) -> bytes:
    """Return the K and Pg of an element painted in several pieces (ISO 32000-1, 14.7.4.2)."""
    first = marked[0][0]
    kids = [
        b"%d" % mcid if page == first else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], mcid)
        for page, mcid in marked
    ]
    return b"[%s]/Pg %d 0 R" % (b" ".join(kids), pages[first])


def _attributes(node: Node, boxes: Mapping[Node, Box], at: Mapping[Node, bytes], standard: Standard) -> bytes:
    tag = node.tag
    if tag.numbering:
        numbering = standard.described if tag.numbering == "None" else tag.numbering
        return b"/A<</O/List/ListNumbering/%s>>" % numbering.encode()
    if tag.scope:
        return b"/ID%b/A<</O/Table/Scope/%s>>" % (_id(at[node]), tag.scope.encode())
    if tag.headers:
        return b"/A<</O/Table/Headers[%b]>>" % b"".join([_id(at[head]) for head in tag.headers])
    if tag.refers is not None:  # ISO 14289-2, 8.2.5.8, a key of PDF 2.0
        return b"/Ref[%b]" % at[tag.refers] if standard.part > 1 else b""
    if tag.role is Role.FIGURE:
        box = b" ".join(b"%.2f" % edge for edge in boxes[node])
        return b"/Alt%s/A<</O/Layout/Placement/Block/BBox[%s]>>" % (text_string(tag.alt), box)
    return b""


def _id(place: bytes) -> bytes:
    """Return the id of an element, by which cells name their heads (ISO 32000-1, table 349)."""
    return b"(e%06d)" % int(place.split()[0])


def _id_tree(at: Mapping[Node, bytes]) -> bytes:
    """Return the name tree of the ids (ISO 32000-1, 14.7.2), sorted, since they are of one length."""
    names = [b"%b %b" % (_id(place), place) for node, place in at.items() if node.tag.scope]
    return b"/IDTree<</Names[%b]>>" % b" ".join(names) if names else b""
