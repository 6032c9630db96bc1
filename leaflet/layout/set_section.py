"""Set a section: its heading beside the text where there is a column for it, else above; a rule over both."""

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Node
from leaflet.layout.again import again
from leaflet.layout.boxes import Fragment, Frame, Image, Mark, Rule, Symbol
from leaflet.layout.set_text import all_strong, text_lines, text_of
from leaflet.layout.setting import Column, Setter, held_together, stack
from leaflet.layout.spacing import Spacing
from leaflet.text.words import BOLD
from leaflet.units import mm
from leaflet.values import altered

_UNDER_RULE = 0.15  # lines of white between the rule and the heading
_UNDER_NAME = 0.1  # lines of white under the name of a section that goes on
_OVER_FRAME = 0.2  # lines of white more where a frame comes first: rule and frame are no double line
_GUTTER = mm(5)


def set_section(setter: Setter, section: Node, column: Column, spacing: Spacing) -> list[Fragment]:
    """Return the fragments of a section, the rule and the heading with the first of them."""
    scale = setter.scale
    heading, *others = section.kids
    hung = _hung(setter, heading, column) if scale.hang > 0 and heading.tag.level == 2 else None
    rule = scale.profile.section_rule
    top = rule + _UNDER_RULE * scale.leading if rule else 0.0
    rules: tuple[Mark, ...] = ()
    if rule:
        rules = (Rule(column.x - scale.hang, 0.0, column.measure + scale.hang, rule, Artifact.RULE),)
    if hung is None:
        first, *fragments = setter.row(section.kids, column)
        running = _over(setter, heading, column)
        return held_together(setter, [_topped(first, top, rules, spacing, running), *fragments])
    first, *fragments = setter.row(others, column)
    if first.marks and any(isinstance(mark, (Image, Symbol)) for mark in first.marks):
        # A figure is painted before the words of its fragment; the heading comes before both.
        fragments = [altered(first, break_cost=FORBIDDEN), *fragments]
        first = Fragment(0.0, 0.0, FORBIDDEN, ())
    if first.marks and any(isinstance(mark, Frame) and mark.y == 0 for mark in first.marks):
        top += _OVER_FRAME * scale.leading if rule else 0.0
    # Heading and text stand on one baseline.
    rise = setter.baseline - scale.baseline(hung.lines[0].size)
    lines = tuple([altered(line, y=line.y + rise) for line in hung.lines])
    # It stands again beside what goes on, and takes no height there.
    running = altered(again(setter, altered(hung, lines=lines), column.x - _GUTTER), height=0.0)
    first = altered(first, lines=(*lines, *first.lines))
    held = held_together(setter, [_topped(first, top, rules, spacing, running), *fragments])
    return _room_for(hung.height, held, scale.profile.least_white, top)


def _over(setter: Setter, heading: Node, column: Column) -> Fragment:
    """Return a heading as it stands again above what goes on, at the text's size: no section starts there."""
    scale, text = setter.scale, all_strong(text_of(heading))
    lines = setter.paragraph(text, heading, column, scale.body, BOLD)
    said = again(
        setter,
        stack([Fragment(scale.leading, 0.0, FORBIDDEN, (line,)) for line in lines]),
        column.x + column.measure,
    )
    return altered(said, height=said.height + _UNDER_NAME * scale.leading)


def _hung(setter: Setter, heading: Node, column: Column) -> Fragment | None:
    """Return a heading in its own column; None where one of its words is wider than that."""
    scale = setter.scale
    beside = Column(column.x - scale.hang, scale.hang - _GUTTER)
    found = len(setter.findings)
    lines = text_lines(setter, heading, beside)
    if len(setter.findings) > found:
        del setter.findings[found:]  # above the text it has more room; what no line holds is refused there
        return None
    return stack([Fragment(scale.line_height(line.size), 0.0, FORBIDDEN, (line,)) for line in lines])


def _topped(
    first: Fragment, top: float, rules: tuple[Mark, ...], spacing: Spacing, running: Fragment
) -> Fragment:
    """Return a section's first fragment, moved down under the rule."""
    moved = stack([first], top)
    return altered(
        first,
        height=moved.height,
        gap=spacing.gap,
        break_cost=spacing.break_cost,
        lines=moved.lines,
        marks=(*rules, *moved.marks),
        running=running,
    )


def _room_for(height: float, fragments: list[Fragment], least: float, top: float) -> list[Fragment]:
    """See that no page breaks, and no section ends, beside the lines of a hung heading."""
    reached = fragments[0].height - top
    for index in range(1, len(fragments)):
        if reached >= height:
            return fragments
        fragment = fragments[index]
        fragments[index] = altered(fragment, break_cost=FORBIDDEN)
        reached += fragment.gap * least + fragment.height
    if reached < height:
        fragments[-1] = altered(fragments[-1], height=fragments[-1].height + height - reached)
    return fragments
