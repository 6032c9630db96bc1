"""Read the structure tree and its parent tree through qpdf, as plain values; nothing here recurses."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pikepdf
from msgspec import Struct, field

from leaflet.proof.reading.bounds import number_of, text_of
from leaflet.values import Value

_MOST_NODES, _DEEPEST = 60_000, 100
_Ref = tuple[int, int]


PARTS = ("Link", "Form")
"""Types of elements inside the words of another, which are told with it."""


class Content(NamedTuple):
    """A piece of marked content that an element owns."""

    page: int  # 0 where the page is not known
    mcid: int


class Node(Struct, eq=False):
    """One structure element; told apart by identity. Filled while the tree is read, then left alone."""

    role: str  # as written
    standard: str  # as the role map has it
    reference: _Ref
    alt: str | None = None
    actual: str | None = None
    language: str = ""
    expansion: str | None = None  # E: an abbreviation in full
    id: str = ""
    attributes: tuple[str, ...] = ()  # "List ListNumbering /Disc", in order; boxes left out
    box: tuple[float, ...] | None = None  # BBox: left, foot, right, head in points
    parent: "Node | None" = None
    has_right_parent: bool = True
    kids: list["Node | Content"] = field(default_factory=list)
    objects: list[_Ref] = field(default_factory=list)  # what its kids refer to: annotations

    def walk(self) -> Iterator["Node"]:
        """Yield this element and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]

    def contents(self) -> tuple[Content, ...]:
        """Return the marked content that this element owns itself."""
        return tuple(kid for kid in self.kids if isinstance(kid, Content))

    def said(self) -> tuple["Content", ...]:
        """Return the marked content of this element and of the parts inside its words, in reading order."""
        parts = [
            kid.contents() if isinstance(kid, Node) and kid.standard in PARTS else (kid,) for kid in self.kids
        ]
        return tuple(each for part in parts for each in part if isinstance(each, Content))

    def all_contents(self) -> tuple[Content, ...]:
        """Return the marked content of this element and all below it, in reading order."""
        found: list[Content] = []
        stack: list[Node | Content] = [self]
        while stack:
            top = stack.pop()
            if isinstance(top, Node):
                stack += top.kids[::-1]
            else:
                found.append(top)
        return tuple(found)


class Tree(Value, kw_only=True):
    """A file's logical structure."""

    root: Node
    parents: Mapping[int, tuple[_Ref | None, ...]]  # StructParents key → the owner of each id
    single: Mapping[int, _Ref]  # StructParent key → the element of an annotation
    names: tuple[tuple[str, _Ref | None], ...]  # the ID tree's entries, in order
    slips: tuple[str, ...]

    def nodes(self) -> Iterator[Node]:
        """Yield every element below the root, in reading order."""
        walk = self.root.walk()
        next(walk)
        return walk


def read_tree(catalog: pikepdf.Dictionary, pages: Mapping[_Ref, int]) -> Tree | None:
    """Return the structure tree, None where there is none; `pages` numbers the page objects."""
    root = catalog.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    reader = _Reader(root, pages)
    top = reader.tree()
    parents, single = _parents(root, reader.slips)
    return Tree(
        root=top,
        parents=parents,
        single=single,
        names=tuple(_names(root)),
        slips=tuple(reader.slips),
    )


class _Reader:
    def __init__(self, root: pikepdf.Dictionary, pages: Mapping[_Ref, int]) -> None:
        self.slips: list[str] = []
        self._root = root
        self._pages = pages
        roles = root.get("/RoleMap")
        self._roles = (
            {str(key): text_of(value) for key, value in roles.items()}
            if isinstance(roles, pikepdf.Dictionary)
            else {}
        )
        self._seen: set[_Ref] = set()

    def tree(self) -> Node:
        top = Node("StructTreeRoot", "StructTreeRoot", self._root.objgen)
        stack: list[tuple[Node, object, int, int]] = [(top, self._root, 0, 0)]
        count = 0
        while stack:
            node, source, page, depth = stack.pop()
            for kid in _kids(source):
                count += 1
                if count > _MOST_NODES or depth > _DEEPEST:
                    self.slips.append("the structure tree is too large or too deep to be read whole")
                    return top
                made = self._kid(node, kid, page)
                if made is not None:
                    stack.append((made, kid, self._page(kid) or page, depth + 1))
        return top

    def _kid(self, node: Node, kid: object, page: int) -> Node | None:
        """Add one kid to a node; return it where it is an element with kids of its own."""
        if isinstance(kid, int):
            node.kids.append(Content(page, kid))
        elif isinstance(kid, pikepdf.Dictionary):
            entries = dict(kid.items())
            kind = text_of(entries.get("/Type"))
            mcid = entries.get("/MCID")
            if kind == "/OBJR":
                held = entries.get("/Obj")
                node.objects.append(held.objgen if isinstance(held, pikepdf.Object) else (0, 0))
            elif kind == "/MCR" or isinstance(mcid, int):
                node.kids.append(Content(self._page(kid) or page, mcid if isinstance(mcid, int) else -1))
            else:
                return self._element(node, kid, entries)
        return None

    def _element(self, parent: Node, kid: pikepdf.Dictionary, entries: Mapping[str, object]) -> Node | None:
        if kid.is_indirect:
            if kid.objgen in self._seen:
                self.slips.append(f"object {kid.objgen[0]} stands in the structure tree twice")
                return None
            self._seen.add(kid.objgen)
        role = text_of(entries.get("/S"))
        up = entries.get("/P")
        alt, actual, attributes = (entries.get(key) for key in ("/Alt", "/ActualText", "/A"))
        node = Node(
            role=role.removeprefix("/"),
            standard=self._standard(role),
            reference=kid.objgen,
            alt=text_of(alt) if alt is not None else None,
            actual=text_of(actual) if actual is not None else None,
            language=text_of(entries.get("/Lang")),
            expansion=text_of(entries["/E"]) if "/E" in entries else None,
            id=text_of(entries.get("/ID")),
            attributes=_attributes(attributes),
            box=_box(attributes),
            parent=parent,
            has_right_parent=isinstance(up, pikepdf.Dictionary) and up.objgen == parent.reference,
        )
        parent.kids.append(node)
        return node

    def _standard(self, role: str) -> str:
        for _ in range(16):
            if role not in self._roles:
                break
            role = self._roles[role]
        return role.removeprefix("/")

    def _page(self, kid: object) -> int:
        page = kid.get("/Pg") if isinstance(kid, pikepdf.Dictionary) else None
        return self._pages.get(page.objgen, 0) if isinstance(page, pikepdf.Dictionary) else 0


def _attributes(value: object) -> tuple[str, ...]:
    """Return an element's attributes, each as its owner, its name and its value."""
    told = []
    for item in list(value)[:20] if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(item, pikepdf.Dictionary):
            owner = text_of(item.get("/O"))[1:]
            told += [
                f"{owner} {str(key)[1:]} {_value(inner)}"
                for key, inner in item.items()
                if key not in ("/O", "/BBox")
            ]
    return tuple(sorted(told))


def _box(value: object) -> tuple[float, ...] | None:
    box = value.get("/BBox") if isinstance(value, pikepdf.Dictionary) else None
    return tuple(number_of(each) for each in list(box)[:4]) if isinstance(box, pikepdf.Array) else None


def _value(value: object) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(_value(each) for each in list(value)[:100])
    return text_of(value) or (str(value) if isinstance(value, int) else "")


def _kids(source: object) -> Iterator[object]:
    kids = source.get("/K") if isinstance(source, pikepdf.Dictionary) else None
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _parents(
    root: pikepdf.Dictionary, slips: list[str]
) -> tuple[dict[int, tuple[_Ref | None, ...]], dict[int, _Ref]]:
    """Return the parent tree, a number tree (ISO 32000-1, 7.9.7), as two tables: of pages and of objects."""
    table: dict[int, tuple[_Ref | None, ...]] = {}
    single: dict[int, _Ref] = {}
    stack, seen = [root.get("/ParentTree")], 0
    while stack:
        node = stack.pop()
        seen += 1
        if seen > 5_000:
            slips.append("the parent tree is too large or runs in a circle")
            break
        if not isinstance(node, pikepdf.Dictionary):
            continue
        kids, numbers = node.get("/Kids"), node.get("/Nums")
        if isinstance(kids, pikepdf.Array):
            stack += list(kids)[:1000]
        if isinstance(numbers, pikepdf.Array):
            pairs = list(numbers)[: 2 * _MOST_NODES]
            for key, value in zip(pairs[::2], pairs[1::2], strict=False):
                if isinstance(key, int) and isinstance(value, pikepdf.Array):
                    table[int(key)] = tuple(_reference(each) for each in list(value)[:_MOST_NODES])
                elif isinstance(key, int) and isinstance(value, pikepdf.Dictionary):
                    single[int(key)] = value.objgen
    return table, single


def _names(root: pikepdf.Dictionary) -> Iterator[tuple[str, _Ref | None]]:
    """Yield the entries of the ID tree, a name tree (ISO 32000-1, 7.9.6), as far as it is flat."""
    tree = root.get("/IDTree")
    names = tree.get("/Names") if isinstance(tree, pikepdf.Dictionary) else None
    pairs = list(names)[: 2 * _MOST_NODES] if isinstance(names, pikepdf.Array) else []
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        yield text_of(name), _reference(value)


def _reference(value: object) -> _Ref | None:
    return value.objgen if isinstance(value, pikepdf.Dictionary) else None
