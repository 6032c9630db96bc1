"""Set a section: its heading beside the text where there is a column for it, else above; a rule over both."""

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Node
from leaflet.layout.boxes import Fragment, Image, Mark, Rule, Symbol
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter, stack
from leaflet.layout.spacing import Spacing
from leaflet.units import mm
from leaflet.values import altered

_UNDER_RULE = 0.2  # lines of white between the rule and the heading
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
        return [_topped(first, top, rules, spacing), *fragments]
    first, *fragments = setter.row(others, column)
    if any(isinstance(mark, Image | Symbol) for mark in first.marks):
        # A figure is painted before the words of its fragment; the heading comes before both.
        fragments = [altered(first, break_cost=FORBIDDEN), *fragments]
        first = Fragment(0.0, 0.0, FORBIDDEN, ())
    # Heading and text stand on one baseline.
    rise = setter.baseline - scale.baseline(hung.lines[0].size)
    first = altered(first, lines=(*[altered(line, y=line.y + rise) for line in hung.lines], *first.lines))
    return _room_for(
        hung.height, [_topped(first, top, rules, spacing), *fragments], scale.profile.least_white, top
    )


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


def _topped(first: Fragment, top: float, rules: tuple[Mark, ...], spacing: Spacing) -> Fragment:
    """Return a section's first fragment, moved down under the rule."""
    moved = stack([first], top)
    return altered(
        first,
        height=moved.height,
        gap=spacing.gap,
        break_cost=spacing.break_cost,
        lines=moved.lines,
        marks=(*rules, *moved.marks),
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
