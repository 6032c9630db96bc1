"""Set a warning: a frame under its head, the level in how both look. All words keep one start edge.

Where a profile forbids fills, the frames alone differ: two lines, a line down the start side, one line.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from leaflet.document.styles import FORBIDDEN, FrameLook
from leaflet.document.tree import Artifact, Node
from leaflet.document.warnings import parts_of
from leaflet.layout.boxes import Fragment, Frame, Mark, Rule
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing, spacing_between
from leaflet.layout.warning_head import border_of, head_again, head_of, look_of, start_of
from leaflet.values import altered

_CONTINUED = 1.0  # the cost of a page break over what goes on


def set_warning(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a warning as one fragment as wide as the page's columns together.

    In two, it is bar, hazard and action, and under the repeated bar what remains.
    """
    whole = Column(column.x - setter.scale.hang, column.measure + setter.scale.hang)
    head = setter.heads.get(node) or head_of(setter, node, whole, 0.0, None)
    at_once, others = parts_of(node)
    thoughts = _thoughts(others)

    def held(kids: Iterable[Sequence[Node]], head: Fragment) -> Fragment:
        return _held(setter, node, head, [*chain.from_iterable(kids)], whole)

    def in_two(kept: int) -> tuple[Fragment, Fragment] | None:
        if kept >= len(thoughts):
            return None
        begun = held([at_once, *thoughts[:kept]], head)
        ended = held(thoughts[kept:], head_again(setter, node, whole, head))
        return _above(begun, spacing, node), altered(ended, gap=spacing.gap, break_cost=_CONTINUED)

    made = _above(held([at_once, *thoughts], head), spacing, node)
    return [altered(made, in_two=in_two if thoughts else None)]


def _thoughts(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return what explains a warning, each list with the words that lead into it."""
    thoughts: list[list[Node]] = []
    is_led = False
    for node in nodes:
        if is_led:
            thoughts[-1].append(node)
        else:
            thoughts.append([node])
        is_led = node.style.keep_next
    return thoughts


def _above(fragment: Fragment, spacing: Spacing, node: Node) -> Fragment:
    return altered(fragment, gap=spacing.gap, break_cost=spacing.break_cost, whole=node)


def _held(setter: Setter, node: Node, head: Fragment, kids: Sequence[Node], whole: Column) -> Fragment:
    """Return nodes under a bar, framed, with hardly any white between them, or with a blank line."""
    inside = _inside(setter, node, whole)
    if setter.scale.profile.has_blank_lines:
        return _framed(setter, node, head, _apart(setter, kids, inside), whole)
    most = look_of(node).most_white * setter.scale.leading
    return _framed(setter, node, head, setter.row(kids, inside, most), whole)


def _apart(setter: Setter, kids: Sequence[Node], column: Column) -> list[Fragment]:
    """Set nodes with as much white as its standard asks for under a heading and between paragraphs.

    Where that costs a sheet, and the standard lets it, with less.
    """
    profile, leading = setter.scale.profile, setter.scale.leading * setter.scale.in_panels
    white = Spacing(profile.below_heading * leading, FORBIDDEN)
    rows: list[Fragment] = []
    before = None
    for kid in kids:
        is_led = before is not None and before.keep_next  # a list under the words that lead into it
        rows += setter.node(
            kid, column, spacing_between(before, kid.style, setter.scale) if is_led else white
        )
        before, white = kid.style, Spacing(profile.paragraph_gap * leading, FORBIDDEN)
    return rows


def _inside(setter: Setter, node: Node, whole: Column) -> Column:
    """Return the column of the words under a bar."""
    border, padding = border_of(setter, node), look_of(node).padding * setter.scale.body
    start = start_of(setter, node, border)
    return Column(whole.x + start, whole.measure - start - border - padding)


def _framed(setter: Setter, node: Node, head: Fragment, rows: Sequence[Fragment], whole: Column) -> Fragment:
    """Return what stands under a bar with a frame round both."""
    scale, look, border = setter.scale, look_of(node), border_of(setter, node)
    padding = look.padding * scale.body
    below = stack(rows, head.height + max(0.45 * padding, rows[0].gap))
    height = below.height + 0.8 * padding + border
    marks = (*_frames(node, look, border, whole, height, scale), *head.marks, *below.marks)
    return Fragment(height, 0.0, FORBIDDEN, head.lines + below.lines, marks)


def _frames(
    node: Node, look: FrameLook, border: float, whole: Column, height: float, scale: Scale
) -> Sequence[Mark]:
    """Return the frame; where no bar tells the levels apart, with what does."""
    style, x, width, body = node.style, whole.x, whole.measure, scale.body
    marks: list[Mark] = [Frame(x, 0.0, width, height, border, style)]
    if scale.profile.reversed_bars:
        return marks
    if look.inner:
        thin, off = look.inner * body, border + 1.5 * look.inner * body
        at = off + look.bar * body
        marks.append(Frame(x + at, off, width - off - at, height - 2 * off, thin, style))
    if look.bar:
        marks.append(Rule(x + border, border, look.bar * body, height - 2 * border, Artifact.RULE, style))
    return marks
