"""Set a warning: a frame under a bar with sign, signal word and hazard, the level in the bar's mass.

Emergency has its bar black, a warning not quite half of it, a caution none. Where a profile forbids
fills, the frames alone differ: two lines, a line down the start side, one line. All words keep one start
edge, and the sign stands at the end of the signal word's line (UKAAF: no text around pictures).
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN, FrameLook
from leaflet.document.tree import Artifact, Node
from leaflet.document.warnings import AT_ONCE
from leaflet.layout.again import again, beside
from leaflet.layout.boxes import Bar, Fragment, Frame, LineBox, Mark, Rule, Symbol
from leaflet.layout.scale import Scale
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing, spacing_between
from leaflet.values import altered

_SPLIT = 0.44  # × width: where the white part of a half bar begins, and the hazard in it
_BAR = 2.2  # × body: the height of a bar of one line
_SIGN = 1.98  # × body: of its square; a triangle is lower
_CONTINUED = 1.0
_LEAST = 2.0  # pt, of a frame (21 CFR 201.57, house rule)
_EDGE = 0.95  # × body: where words start in a frame without a bar, whatever its start side looks like
_MOST_BESIDE = 2  # lines of a hazard beside the signal word; of more, it stands under it


def set_warning(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return a warning as one fragment as wide as the page's columns together.

    In two, it is bar, hazard and action, and under the repeated bar what remains.
    """
    whole = Column(column.x - setter.scale.hang, column.measure + setter.scale.hang)
    head = (_bar if setter.scale.profile.reversed_bars else _signal)(
        setter, node, whole, _border(setter, node)
    )
    first = [kid for kid in node.kids[2:] if kid.style.name in AT_ONCE]
    rest = node.kids[2 + len(first) :]
    made = _above(_held(setter, node, head, [*first, *rest], whole), spacing, node)

    def in_two() -> tuple[Fragment, Fragment]:
        begun = _held(setter, node, head, first, whole)
        ended = _held(setter, node, _again(setter, head, whole, _border(setter, node)), rest, whole)
        return _above(begun, spacing, node), altered(ended, gap=spacing.gap, break_cost=_CONTINUED)

    def aired() -> Fragment:
        parts = _apart(setter, [*first, *rest], _inside(setter, node, whole))
        return _above(_framed(setter, node, head, parts, whole), spacing, node)

    has_air = setter.scale.profile.has_blank_lines
    return [altered(made, in_two=in_two if rest else None, aired=aired if has_air else None)]


def _again(setter: Setter, head: Fragment, whole: Column, border: float) -> Fragment:
    """Return a bar as it stands again; its sign is said once."""
    marks = tuple([mark for mark in head.marks if not isinstance(mark, Symbol)])
    bare = altered(head, marks=marks)
    end = whole.x + whole.measure - border - 0.5 * setter.scale.body
    if beside(setter, head.lines[-1], end) is not None:
        return again(setter, bare, end)
    # The bar is full: the word stands on the first line under it.
    scale = setter.scale
    lines = [altered(line, owner=Artifact.HEADER) for line in head.lines]
    x = min(line.x for line in lines) if scale.profile.reversed_bars else lines[-1].x
    y = head.height + setter.baseline
    said = LineBox.of(setter.continued, x, y, scale.body, Artifact.HEADER)
    return altered(bare, height=head.height + scale.leading, lines=(*lines, said))


def _above(fragment: Fragment, spacing: Spacing, node: Node) -> Fragment:
    return altered(fragment, gap=spacing.gap, break_cost=spacing.break_cost, whole=node)


def _border(setter: Setter, node: Node) -> float:
    look, body = look_of(node), setter.scale.body
    if look.alone and not setter.scale.profile.reversed_bars:
        return max(_LEAST, look.alone * body)
    return max(look.least, look.border * body)


def _held(setter: Setter, node: Node, head: Fragment, kids: Sequence[Node], whole: Column) -> Fragment:
    """Return nodes under a bar, framed, with hardly any white between them."""
    most = look_of(node).most_white * setter.scale.leading
    return _framed(setter, node, head, setter.row(kids, _inside(setter, node, whole), most), whole)


def _apart(setter: Setter, kids: Sequence[Node], column: Column) -> list[Fragment]:
    """Set nodes with as much white above each as between paragraphs, after a standard that asks for it."""
    white = Spacing(setter.scale.profile.paragraph_gap * setter.scale.leading, FORBIDDEN)
    rows: list[Fragment] = []
    before = None
    for kid in kids:
        is_led = before is not None and before.keep_next  # a list under the words that lead into it
        rows += setter.node(
            kid, column, spacing_between(before, kid.style, setter.scale) if is_led else white
        )
        before = kid.style
    return rows


def _inside(setter: Setter, node: Node, whole: Column) -> Column:
    """Return the column of the words under a bar."""
    border, padding = _border(setter, node), look_of(node).padding * setter.scale.body
    start = _start(setter, node, border)
    return Column(whole.x + start, whole.measure - start - border - padding)


def _framed(setter: Setter, node: Node, head: Fragment, rows: Sequence[Fragment], whole: Column) -> Fragment:
    """Return what stands under a bar with a frame round both."""
    scale, look, border = setter.scale, look_of(node), _border(setter, node)
    padding = look.padding * scale.body
    below = stack(rows, head.height + max(0.45 * padding, rows[0].gap))
    height = below.height + 0.8 * padding + border
    marks = (*_frames(node, look, border, whole, height, scale), *head.marks, *below.marks)
    return Fragment(height, 0.0, FORBIDDEN, head.lines + below.lines, marks)


def _start(setter: Setter, node: Node, border: float) -> float:
    """Return where the words under a bar start, in points from the frame's outer edge."""
    scale = setter.scale
    if scale.profile.reversed_bars:
        return max(scale.hang, border + look_of(node).padding * scale.body)
    return _EDGE * scale.body


def _bar(setter: Setter, node: Node, whole: Column, border: float) -> Fragment:
    """Return the bar: sign and signal word, and the hazard beside them, or under them where it is long."""
    scale, body = setter.scale, setter.scale.body
    sign, heading = node.kids[:2]
    signal, hazard = heading.kids
    fill = node.style.fill
    pad, side = 0.5 * body, _SIGN * body
    x = whole.x + border + pad
    words = text_lines(setter, signal, Column(x + side + 0.4 * body, whole.measure))[:1]
    ends = words[0].x + words[0].width
    half = max(_SPLIT * whole.measure, ends + pad - whole.x)
    beside = _column_beside(setter, node, whole, half, ends)
    beside = altered(beside, measure=beside.measure - border - pad)
    is_beside = ends + pad < beside.x
    lines = _lines_beside(setter, hazard, beside) if is_beside else ()
    if not lines:
        is_beside = False
        start = _start(setter, node, border)
        lines = text_lines(setter, hazard, Column(whole.x + start, whole.measure - start - border - pad))
    size = scale.line_height(lines[0].size)
    # Without a bar, a rule runs under the sign.
    row = max(
        (_BAR if fill != "none" else _BAR + 0.3) * body, size * len(lines) + 0.35 * body if is_beside else 0.0
    )
    top = (row - size * len(lines)) / 2 if is_beside else row
    height = row if is_beside else row + size * len(lines) + 0.4 * body * (fill == "whole")
    set_lines = [
        *[altered(line, y=_middle(setter, line, row), white=fill != "none") for line in words],
        *[
            altered(line, y=line.y + top + size * index, white=fill == "whole")
            for index, line in enumerate(lines)
        ],
    ]
    symbol = Symbol(x, (row - side) / 2, side, sign, fill != "none")
    if fill == "whole":
        drawn: list[Mark] = [Bar(whole.x, 0.0, whole.measure, height, node.style)]
    else:
        drawn = _ground(node, whole, half if fill == "half" else 0.0, row, border, beside=is_beside)
    return Fragment(height, 0.0, FORBIDDEN, tuple(set_lines), (*drawn, symbol))


def _column_beside(setter: Setter, node: Node, whole: Column, half: float, ends: float) -> Column:
    """Return the column beside a signal word that ends at `ends`, up to the edge of the bar."""
    hang, pad = setter.scale.hang, 0.5 * setter.scale.body
    is_half = node.style.fill == "half"
    split = half
    if hang and not is_half:  # the hazard stands over the text, or as near to that as its word lets it
        split = max(hang, ends + 1.5 * pad - whole.x)
    x = whole.x + split + pad * (not hang or is_half)
    return Column(x, whole.x + whole.measure - x)


def _lines_beside(setter: Setter, hazard: Node, column: Column) -> Sequence[LineBox]:
    """Return the lines of a hazard beside the signal word; none where that is too narrow."""
    found = len(setter.findings)
    lines = text_lines(setter, hazard, column)
    if len(lines) <= _MOST_BESIDE and len(setter.findings) == found:
        return lines
    del setter.findings[found:]  # what is wrong with it wherever it stands is found again under the bar
    return ()


def _middle(setter: Setter, line: LineBox, height: float) -> float:
    """Return the baseline at which a line's capitals stand in the middle of a bar."""
    return (height + setter.scale.cap_height * line.size) / 2


def _ground(
    node: Node, whole: Column, black: float, row: float, border: float, *, beside: bool
) -> list[Mark]:
    """Return what is drawn where a bar is not black to its end; a half without a hazard in it stays open."""
    style, open_ = node.style, whole.measure - black
    under = Rule(whole.x + black, row - border / 2, open_, border / 2, Artifact.RULE, style)
    if not black:
        return [under]
    return [Bar(whole.x, 0.0, black, row, style), *([under] if beside else [])]


def _signal(setter: Setter, node: Node, whole: Column, border: float) -> Fragment:
    """Return signal word and hazard on white, the sign at the end of the signal word's line."""
    scale, look = setter.scale, look_of(node)
    sign, heading = node.kids[:2]
    start = _start(setter, node, border)
    inside = Column(whole.x + start, whole.measure - start - border - look.padding * scale.body)
    side = scale.line_height(scale.profile.signal) + scale.line_height(scale.profile.hazard)
    beside = altered(inside, measure=inside.measure - side)
    top = border + (3 * look.inner + 0.6 * look.padding) * scale.body
    words = [*setter.node(heading.kids[0], beside, _NONE), *setter.node(heading.kids[1], beside, _NONE)]
    held = stack(words, top)
    end = inside.x + inside.measure - side - 3 * look.inner * scale.body
    symbol = Symbol(end + 0.08 * side, top + 0.04 * side, 0.92 * side, sign)
    return Fragment(max(held.height, top + side), 0.0, FORBIDDEN, held.lines, (symbol,))


_NONE = Spacing(0.0, FORBIDDEN)


def look_of(node: Node) -> FrameLook:
    """Return how the frame of a node is drawn, which the table of styles says."""
    assert node.style.frame is not None, node  # noqa: S101 - a slip in the table of styles
    return node.style.frame


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
