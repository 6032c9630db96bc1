"""Set the masthead: the medicine's name with its status in a box beside it, and what it is for under them."""

from collections.abc import Sequence

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.boxes import Fragment, Frame
from leaflet.layout.set_text import size_of, text_of
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.text.words import BOLD
from leaflet.values import Value, altered

_BORDER = 0.125  # × body, of the box
_PADDING = 0.35  # × body
_MOST_LINES = 2  # of the name at its own size


def set_masthead(setter: Setter, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the masthead as one fragment, across the columns of the page."""
    scale = setter.scale
    whole = Column(column.x - scale.hang, column.measure + scale.hang)
    name, status, *others = node.kids
    title = _name(setter, name, whole)
    longest = max(line.width for fragment in title for line in fragment.lines)
    room = whole.measure - longest - scale.body if len(title) == 1 else 0.0
    for boxed in (len(status.kids), 1):
        box = _box(setter, status, status.kids[:boxed])
        if box.width <= room:
            placed = box.at(whole.x + whole.measure - box.width, 0.0)
            head = _together(stack(title), placed)
            return [_headed(setter, head, [*status.kids[boxed:], *others], whole, spacing)]
    box = _box(setter, status, status.kids)
    above = stack(title)
    top = above.height + 0.2 * scale.leading
    beside = _beside(setter, box, others, whole)
    if beside is not None:
        return [altered(stack([above, altered(beside, gap=0.2 * scale.leading)]), gap=spacing.gap)]
    head = _together(above, box.at(whole.x, top))
    return [_headed(setter, head, others, whole, spacing)]


def _beside(setter: Setter, box: "_Box", others: Sequence[Node], whole: Column) -> Fragment | None:
    """Return the status at the end of a row with what is said of the name; None where it takes more."""
    narrow = altered(whole, measure=whole.measure - box.width - setter.scale.body)
    found = len(setter.findings)
    rest = setter.row(others, narrow)
    if len(setter.findings) > found or not rest or len(rest) > len(setter.row(others, whole)):
        del setter.findings[found:]  # what no line holds is found again under the status
        return None
    return _together(box.at(whole.x + whole.measure - box.width, 0.0), stack(rest))


def _headed(
    setter: Setter, head: Fragment, others: Sequence[Node], whole: Column, spacing: Spacing
) -> Fragment:
    rest = stack(setter.row(others, whole), head.height + 0.1 * setter.scale.leading) if others else head
    lines = head.lines + rest.lines if others else head.lines
    marks = head.marks + rest.marks if others else head.marks
    return Fragment(rest.height, spacing.gap, spacing.break_cost, lines, marks)


def _name(setter: Setter, name: Node, column: Column) -> list[Fragment]:
    """Set the name on at most two lines, smaller where it is long: no medicine is refused for its name."""
    scale = setter.scale
    text = text_of(name)
    words = setter.shape(altered(text, runs=tuple([run._replace(strong=True) for run in text.runs])), BOLD)
    own = size_of(name.style, scale)
    for size in (own, (own + scale.profile.heading) / 2, max(scale.body, scale.profile.heading)):
        found = len(setter.findings)
        lines = setter.lines(words, name, column, size, text)
        fits = len(setter.findings) == found and len(lines) <= _MOST_LINES
        if fits or size <= scale.profile.heading:
            break
        del setter.findings[found:]
    # Only under the last line is less white than the profile's leading.
    full = scale.line_height(size)
    heights = [full] * (len(lines) - 1) + [0.92 * full]
    return [Fragment(height, 0.0, FORBIDDEN, (line,)) for height, line in zip(heights, lines, strict=True)]


class _Box(Value):
    """The status in its box; a frame tells that the words are a draft."""

    held: Fragment
    width: float
    frame: Frame | None

    def at(self, x: float, y: float) -> Fragment:
        """Return the box moved to a place."""
        lines = tuple([altered(line, x=line.x + x, y=line.y + y) for line in self.held.lines])
        marks = (altered(self.frame, x=x, y=y),) if self.frame is not None else ()
        return Fragment(y + self.held.height, 0.0, FORBIDDEN, lines, marks)


def _box(setter: Setter, status: Node, kids: Sequence[Node]) -> _Box:
    """Return some lines of the status, in a frame where there is more to say than the version."""
    scale = setter.scale
    pad = (_PADDING + _BORDER) * scale.body
    held = stack(setter.row(kids, Column(pad, scale.width - 2 * pad), 0.0), 0.6 * pad)
    width = max(line.x + line.width for line in held.lines) + pad
    height = held.height + 0.6 * pad
    frame = Frame(0.0, 0.0, width, height, _BORDER * scale.body, status.style)
    return _Box(altered(held, height=height), width, frame if len(status.kids) > 1 else None)


def _together(title: Fragment, box: Fragment) -> Fragment:
    return altered(
        title,
        height=max(title.height, box.height),
        lines=title.lines + box.lines,
        marks=title.marks + box.marks,
    )
