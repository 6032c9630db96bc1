"""Set the head of a warning: its bar with sign, signal word and hazard, the level in the bar's mass.

Emergency has its bar black, a warning not quite half of it, a caution none, and a bar is taller than those
of lesser levels. Where a profile forbids fills, the words stand on white, the sign at the end of the signal
word's line (UKAAF: no text around pictures).
"""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN, FrameLook
from leaflet.document.tree import Artifact, Node
from leaflet.layout.again import said_after
from leaflet.layout.boxes import Bar, Fragment, LineBox, Mark, Rule, Symbol
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.text.slugs import Slug
from leaflet.values import altered

_SPLIT = 0.44  # × width: where the white part of a half bar begins, and the hazard in it
_BAR = 2.2  # × body: the height of a bar of one line
_SIGN = 1.98  # × body: of its square; a triangle is lower
_CLOSE = 0.9  # × sign: the height of a line that it stands in, where no bar is round it
_LEAST = 2.0  # pt, of a frame (21 CFR 201.57, house rule)
_EDGE = 0.95  # × body: where words start in a frame without a bar, whatever its start side looks like
_GRAVER = 1.12  # × the bar of a lesser level: how tall a bar is at least
_MOST_BESIDE = 2  # lines of a hazard beside the signal word; of more, it stands under it
_NONE = Spacing(0.0, FORBIDDEN)


def heads_of(setter: Setter, warnings: Sequence[Node], column: Column) -> dict[Node, Fragment]:
    """Return the bar of each warning, the gravest first: each is taller than those of lesser levels."""
    whole = Column(column.x - setter.scale.hang, column.measure + setter.scale.hang)
    heads: dict[Node, Fragment] = {}
    least, level, tallest = 0.0, "", 0.0  # the lesser levels' tallest bar, and with it the level's own
    for node in reversed(warnings):
        if node.style.name != level:
            least, level = tallest, node.style.name
        head = head_of(setter, node, whole, least, None)
        heads[node] = head
        if node.style.fill != "none":
            tallest = max(tallest, _GRAVER * head.height)
    return heads


def head_of(setter: Setter, node: Node, whole: Column, least: float, after: Slug | None) -> Fragment:
    """Return what a warning starts with: a bar at least so tall, or signal word and hazard on white.

    The words `after` stand after the signal word.
    """
    border = border_of(setter, node)
    if setter.scale.profile.reversed_bars:
        return _bar(setter, node, whole, border, least, after)
    return _signal(setter, node, whole, border, after)


def head_again(setter: Setter, node: Node, whole: Column, head: Fragment) -> Fragment:
    """Return a bar as it stands again, with its sign: it says nothing new, and is read out once."""
    said = head_of(setter, node, whole, head.height, setter.continued)
    lines = tuple([altered(line, owner=Artifact.HEADER) for line in said.lines])
    marks = tuple(
        [altered(mark, owner=Artifact.RULE) if isinstance(mark, Symbol) else mark for mark in said.marks]
    )
    return altered(said, lines=lines, marks=marks)


def look_of(node: Node) -> FrameLook:
    """Return how the frame of a node is drawn, which the table of styles says."""
    assert node.style.frame is not None, node  # noqa: S101 - a slip in the table of styles
    return node.style.frame


def border_of(setter: Setter, node: Node) -> float:
    """Return the width of a warning's frame."""
    look, body = look_of(node), setter.scale.body
    if look.alone and not setter.scale.profile.reversed_bars:
        return max(_LEAST, look.alone * body)
    return max(look.least, look.border * body)


def start_of(setter: Setter, node: Node, border: float) -> float:
    """Return where the words under a bar start, in points from the frame's outer edge."""
    scale = setter.scale
    if scale.profile.reversed_bars:
        return max(scale.hang, border + look_of(node).padding * scale.body)
    return _EDGE * scale.body


def _bar(
    setter: Setter, node: Node, whole: Column, border: float, least: float, after: Slug | None
) -> Fragment:
    """Return the bar: sign and signal word, and the hazard beside them, or under them where it is long."""
    scale, body = setter.scale, setter.scale.body
    sign, heading = node.kids[:2]
    signal, hazard = heading.kids
    fill = node.style.fill
    pad, side = 0.5 * body, _SIGN * body
    x = whole.x + border + pad
    words = _said(setter, signal, Column(x + side + 0.4 * body, whole.measure), after)
    ends = words[-1].x + words[-1].width
    half = max(_SPLIT * whole.measure, ends + pad - whole.x)
    beside = _column_beside(setter, node, whole, half, ends)
    beside = altered(beside, measure=beside.measure - border - pad)
    is_beside = ends + pad < beside.x
    lines = _lines_beside(setter, hazard, beside) if is_beside else ()
    if not lines:
        is_beside = False
        start = start_of(setter, node, border)
        lines = text_lines(setter, hazard, Column(whole.x + start, whole.measure - start - border - pad))
    size = scale.line_height(lines[0].size)
    row, under = _heights(setter, node, size * len(lines), least, beside=is_beside)
    top = (row - size * len(lines)) / 2 if is_beside else row
    height = row + under
    set_lines = [
        *[altered(line, y=_middle(setter, words[0], row), white=fill != "none") for line in words],
        *[
            altered(line, y=line.y + top + size * index, white=fill == "whole")
            for index, line in enumerate(lines)
        ],
    ]
    symbol = Symbol(x, (row - side) / 2, side, sign, sign.style, fill != "none")
    if fill == "whole":
        drawn: list[Mark] = [Bar(whole.x, 0.0, whole.measure, height, node.style)]
    else:
        drawn = _ground(node, whole, half if fill == "half" else 0.0, row, border, beside=is_beside)
    return Fragment(height, 0.0, FORBIDDEN, tuple(set_lines), (*drawn, symbol))


def _heights(setter: Setter, node: Node, words: float, least: float, *, beside: bool) -> tuple[float, float]:
    """Return the height of the signal word's row and of what is under it, for a hazard so tall."""
    body, fill = setter.scale.body, node.style.fill
    under = 0.0 if beside else words + 0.4 * body * (fill == "whole")
    # Without a bar, a rule runs under the sign.
    row = (_BAR if fill != "none" else _BAR + 0.3) * body
    return max(row, words + 0.35 * body if beside else 0.0, least - under), under


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


def _said(setter: Setter, signal: Node, column: Column, after: Slug | None) -> list[LineBox]:
    """Return the line of the signal word, and what stands after it."""
    line = text_lines(setter, signal, column)[0]
    return [line, said_after(line, after, setter.scale.body)] if after else [line]


def _signal(setter: Setter, node: Node, whole: Column, border: float, after: Slug | None) -> Fragment:
    """Return signal word and hazard on white, the sign at the end of the signal word's line."""
    scale, look = setter.scale, look_of(node)
    sign, heading = node.kids[:2]
    start = start_of(setter, node, border)
    inside = Column(whole.x + start, whole.measure - start - border - look.padding * scale.body)
    end = inside.x + inside.measure - 3 * look.inner * scale.body
    top = border + (3 * look.inner + 0.6 * look.padding) * scale.body
    side = _SIGN * scale.body
    row = max(_CLOSE * side, scale.line_height(scale.profile.signal))
    word = setter.node(heading.kids[0], inside, _NONE)
    (signal,) = stack(word, top + (row - word[0].height) / 2).lines
    hazard = stack(setter.node(heading.kids[1], altered(inside, measure=end - inside.x), _NONE), top + row)
    said = (signal, said_after(signal, after, scale.body)) if after else (signal,)
    symbol = Symbol(end - side, top + (row - side) / 2, side, sign, sign.style)
    return Fragment(hazard.height, 0.0, FORBIDDEN, (*said, *hazard.lines), (symbol,))
