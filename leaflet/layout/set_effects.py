"""Set side effects: the instruction that they share and the groups under it in one frame, ruled between.

Two groups stand side by side where headings have a column of their own, as the smaller sizes have it, and
one under the other where they would be too tall so. The instruction is repeated where a group stands on the
next page; groups too long for a frame go without one.
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.again import again
from leaflet.layout.boxes import Fragment, Frame
from leaflet.layout.setting import CLOSE, Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.values import altered

_TALLEST = 0.6  # × the paper's height: a taller frame is not kept whole
_PARTED = 200.0  # the cost of a group on another page than the instruction that governs it
_GUTTER = 1.5  # × body, between groups side by side


def set_effects(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the groups as framed fragments, the instruction over the first, and again on a new page."""
    look = node.style.frame
    assert look is not None, node  # noqa: S101 - a slip in the table of styles
    border = max(look.least, look.border * setter.scale.body)
    frame = _Frame(setter, column, border, border + look.padding * setter.scale.body)
    instruction = [kid for kid in node.kids if kid.style.name == "instruction"]
    groups = node.kids[len(instruction) :]
    words = frame.words(instruction) if instruction else None
    bar = frame.bar(words, node) if words is not None else None
    tallest = _TALLEST * setter.scale.sheet.height
    singly: Sequence[Sequence[Node]] = [[group] for group in groups]
    ways = [[groups], singly] if setter.scale.hang and len(groups) == 2 else [singly]
    for rows in ways:
        held = [
            frame.apart(row, node) if any(map(_is_urgent, row)) else frame.groups(row, node) for row in rows
        ]
        if all(each.height <= tallest for each in held):
            break
    else:
        return _flowing(setter, instruction, groups, column, spacing)
    first = held[0] if bar is None else frame.under(bar, held[0])
    fragments = [altered(first, gap=spacing.gap, break_cost=spacing.break_cost)]
    head = frame.bar(frame.again(words), node) if words is not None and len(held) > 1 else None
    if head is None or any(map(_is_urgent, groups)):
        gap = 0.15 * setter.scale.leading
        return [*fragments, *[altered(each, gap=gap, break_cost=_PARTED, head=head) for each in held[1:]]]
    # What governs a group is joined to it: their frames share a border.
    fragments += [altered(_reaching(each, border), break_cost=_PARTED, head=head) for each in held[1:]]
    return fragments


def _reaching(group: Fragment, border: float) -> Fragment:
    """Return a group whose frame goes up over the border of what stands above it."""
    frame, *others = group.marks
    assert isinstance(frame, Frame), group  # noqa: S101 - a frame is drawn before what it holds
    return altered(group, marks=(altered(frame, y=-border, height=frame.height + border), *others))


def _is_urgent(group: Node) -> bool:
    return group.style.display == "urgent"


class _Frame:
    """The frame round an instruction and its groups."""

    def __init__(self, setter: Setter, column: Column, border: float, inset: float) -> None:
        self._setter = setter
        self._column = column
        self._border = border
        self._inset = inset
        self._inside = Column(column.x + inset, column.measure - 2 * inset)

    def words(self, instruction: Sequence[Node]) -> Fragment:
        """Return the lines of the instruction."""
        return stack(self._setter.row(instruction, self._inside), 0.8 * self._inset)

    def again(self, words: Fragment) -> Fragment:
        """Return the lines as they stand again."""
        return again(self._setter, words, self._inside.x + self._inside.measure)

    def bar(self, words: Fragment, node: Node) -> Fragment:
        """Return the instruction in a frame of its own, from which the groups hang."""
        return self._framed(altered(words, height=words.height + 0.6 * self._inset), node)

    def groups(self, row: Sequence[Node], node: Node) -> Fragment:
        """Return one group, or two side by side, in their frame."""
        gutter = _GUTTER * self._setter.scale.body
        width = (self._inside.measure - gutter * (len(row) - 1)) / len(row)
        columns = [
            stack(
                self._setter.row([group], Column(self._inside.x + index * (width + gutter), width)),
                0.8 * self._inset,
            )
            for index, group in enumerate(row)
        ]
        lines = tuple(line for each in columns for line in each.lines)
        marks = tuple(mark for each in columns for mark in each.marks)
        height = max(each.height for each in columns) + 0.6 * self._inset
        return self._framed(Fragment(height, 0.0, FORBIDDEN, lines, marks), node)

    def apart(self, row: Sequence[Node], node: Node) -> Fragment:
        """Return one group, or two side by side, each in its own frame, heavier where it calls for help."""
        gutter = 0.3 * self._setter.scale.body
        width = (self._column.measure - gutter * (len(row) - 1)) / len(row)
        parts = []
        for index, group in enumerate(row):
            column = Column(self._column.x + index * (width + gutter), width)
            own = _Frame(self._setter, column, self._border, self._inset)
            parts.append(
                stack(self._setter.node(group, column, CLOSE))
                if _is_urgent(group)
                else own.groups([group], node)
            )
        lines = tuple(line for part in parts for line in part.lines)
        marks = tuple(mark for part in parts for mark in part.marks)
        return Fragment(max(part.height for part in parts), 0.0, FORBIDDEN, lines, marks)

    def under(self, bar: Fragment, group: Fragment) -> Fragment:
        """Return a group hung under the instruction, one border between them."""
        moved = stack([group], bar.height - self._border)
        return altered(moved, lines=(*bar.lines, *moved.lines), marks=(*bar.marks, *moved.marks))

    def _framed(self, held: Fragment, node: Node) -> Fragment:
        column = self._column
        frame = Frame(column.x, 0.0, column.measure, held.height, self._border, node.style)
        return altered(held, marks=(frame, *held.marks))


def _flowing(
    setter: Setter, instruction: Sequence[Node], groups: Sequence[Node], column: Column, spacing: Spacing
) -> list[Fragment]:
    first, *others = setter.row([*instruction, *groups], column)
    first = altered(first, gap=spacing.gap, break_cost=spacing.break_cost)
    if not instruction:
        return [first, *others]
    words = again(setter, stack(setter.row(instruction, column)), column.x + column.measure)
    head = altered(words, height=words.height + 0.2 * setter.scale.leading)
    return [first, *[altered(fragment, head=head) for fragment in others]]
