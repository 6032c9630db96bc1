"""Write the structure tree: an object an element, and the parent tree as the exact inverse of the kids."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from leaflet.document.tree import Node, Phrase, Role
from leaflet.rendering.links import Links
from leaflet.rendering.objects import Objects, reference, references, text_string
from leaflet.rendering.standards import Standard
from leaflet.rendering.stretches import Box

_ROOT = b"<</Type/StructTreeRoot/K %s/ParentTree %d 0 R/ParentTreeNextKey %d%b%b>>"

Element = Node | Phrase
"""What is an element of the structure tree; a phrase is one inside the words of a leaf."""


class Marked(NamedTuple):
    """The marked content of one page of the leaflet: on which side it is painted, and who owns it.

    `side` counts from 0, `page` is the number of its object; ids count from `first`.
    """

    side: int
    page: int
    first: int
    owners: Sequence[Element]


def add_structure(
    objects: Objects,
    nodes: Sequence[Node],
    marked: Sequence[Marked],
    boxes: Mapping[Node, Box],
    links: Links,
    standard: Standard,
) -> tuple[int, Mapping[Element, bytes]]:
    """Add the structure tree; return the number of its root, and a reference to each element.

    `nodes` are in reading order, the root first, and so is `marked`; `boxes` say where figures stand.
    """
    root, leaves = nodes[0], links.leaves
    members: list[Element] = [*nodes, *leaves]
    tree_root = objects.reserve(len(members) + 2)
    parent_tree, first = tree_root + 1, tree_root + 2
    at: dict[Element, bytes] = dict(zip(members, references(first, len(members)), strict=True))
    painted = _painted(marked, links, at)
    elements, namespaces = _elements(objects, standard)
    parents = {root: reference(tree_root)}
    bodies = []
    for node in nodes:
        if node.kids:
            for kid in node.kids:
                parents[kid] = at[node]
            content = b"[%b]" % b" ".join([at[kid] for kid in node.kids])
        else:
            content = painted.get(node, b"[]")
        tag = node.tag
        said = tag.numbering or tag.alt or tag.scope or tag.headers or tag.refers
        attributes = _attributes(node, boxes, at, standard) if said else b""
        bodies.append(elements[tag.role] % (parents[node], attributes, content))
    bodies += [
        elements[each.tag.role] % (at[leaf], _said(each), painted[each]) for each, leaf in leaves.items()
    ]
    objects.put_all(first, bodies)
    owners = _owners(marked, links, at)
    objects.put(parent_tree, b"<</Nums[%s]>>" % b" ".join(owners))
    objects.put(tree_root, _ROOT % (at[root], parent_tree, len(owners), namespaces, _id_tree(at)))
    return tree_root, at


def _owners(marked: Sequence[Marked], links: Links, at: Mapping[Element, bytes]) -> list[bytes]:
    """Return the parent tree by its keys: each side's array by marked-content ids, then the links' elements.

    ISO 32000-1, 14.7.4.4.
    """
    sides: dict[int, list[bytes]] = {}
    for page in marked:
        sides.setdefault(page.side, []).extend(map(at.__getitem__, page.owners))
    arrays = [b"%d[%b]" % (side, b" ".join(sides[side])) for side in sorted(sides)]
    return [*arrays, *(b"%d %b" % (key, at[link.element]) for link, key, _ in links.numbered)]


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


def _painted(marked: Sequence[Marked], links: Links, at: Mapping[Element, bytes]) -> dict[Element, bytes]:
    """Return the K and Pg of each element with painted content, which may run over several pages."""
    once: dict[Element, bytes] = {}
    more: dict[Element, list[tuple[int, int]]] = {}
    for _, page, first, mine in marked:
        here = b" %%d/Pg %d 0 R" % page
        for mcid, owner in enumerate(mine, first):
            if owner in once:
                more[owner] = []
            else:
                once[owner] = here % mcid
    if more:
        for _, page, first, mine in marked:
            for mcid, owner in enumerate(mine, first):
                if owner in more:
                    more[owner].append((page, mcid))
        once.update({owner: _kids(pieces) for owner, pieces in more.items()})
    if links.placed or links.leaves:
        once.update(_linked(marked, links, at))
    return once


def _kids(pieces: Sequence[tuple[int, int | bytes]]) -> bytes:
    """Return the K and Pg of an element painted in several pieces (ISO 32000-1, 14.7.4.2).

    A piece is an id on a page, or another kid that is written already.
    """
    first = pieces[0][0]
    kids = [
        piece
        if isinstance(piece, bytes)
        else b"%d" % piece
        if page == first
        else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, piece)
        for page, piece in pieces
    ]
    return b"[%s]/Pg %d 0 R" % (b" ".join(kids), first)


def _linked(marked: Sequence[Marked], links: Links, at: Mapping[Element, bytes]) -> Mapping[Element, bytes]:
    """Return the K and Pg of the links, and of the leaves in whose words they stand.

    A link holds its words, and behind them its annotations (ISO 14289-1, 7.18.5).
    """
    leaves = links.leaves
    holders = {*leaves, *leaves.values(), *(link.element for link in links.placed)}
    pages = {page.side: page.page for page in marked}
    kids: dict[Element, list[tuple[int, int | bytes]]] = {}
    for _, page, first, owners in marked:
        for mcid, owner in enumerate(owners, first):
            if owner not in holders:
                continue
            if isinstance(owner, Phrase) and owner not in kids:
                kids.setdefault(leaves[owner], []).append((page, at[owner]))
            kids.setdefault(owner, []).append((page, mcid))
    for link, _, number in links.numbered:
        page = pages[link.side]
        kids[link.element].append((page, b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (number, page)))
    return {element: _kids(pieces) for element, pieces in kids.items()}


def _attributes(
    node: Node, boxes: Mapping[Node, Box], at: Mapping[Element, bytes], standard: Standard
) -> bytes:
    tag = node.tag
    if tag.numbering:
        numbering = standard.described if tag.numbering == "None" else tag.numbering
        return b"/A<</O/List/ListNumbering/%s>>" % numbering.encode()
    if tag.scope:
        return b"/ID%b/A<</O/Table/Scope/%s>>" % (_id(at[node]), tag.scope.encode())
    if tag.role is Role.CELL:  # one without words says that it is left empty
        alt = b"/Alt%b" % text_string(tag.alt) if tag.alt else b""
        heads = b"".join([_id(at[head]) for head in tag.headers])
        return alt + (b"/A<</O/Table/Headers[%b]>>" % heads if heads else b"")
    if tag.refers is not None:  # ISO 14289-2, 8.2.5.8, a key of PDF 2.0
        is_entry = tag.role is Role.CONTENTS_ITEM
        return b"/Ref[%b]" % at[tag.refers] if is_entry and standard.part > 1 else b""
    if tag.role is Role.FIGURE:
        box = b" ".join(b"%.2f" % edge for edge in boxes[node])
        return b"/Alt%s/A<</O/Layout/Placement/Block/BBox[%s]>>" % (text_string(tag.alt), box)
    return b""


def _said(phrase: Phrase) -> bytes:
    """Return what a listener hears of lines to write on, a field that no program fills in.

    ISO 32000-1, 14.8.5.6.
    """
    if phrase.tag.role is not Role.BLANK:
        return b""
    return b"/Alt%b/A<</O/PrintField/Role/tv>>" % text_string(phrase.tag.alt)


def _id(place: bytes) -> bytes:
    """Return the id of an element, by which cells name their heads (ISO 32000-1, table 349)."""
    return b"(e%06d)" % int(place.split()[0])


def _id_tree(at: Mapping[Element, bytes]) -> bytes:
    """Return the name tree of the ids (ISO 32000-1, 14.7.2), sorted, since they are of one length."""
    names = [b"%b %b" % (_id(place), place) for node, place in at.items() if node.tag.scope]
    return b"/IDTree<</Names[%b]>>" % b" ".join(names) if names else b""
