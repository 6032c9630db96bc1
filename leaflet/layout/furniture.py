"""The furniture of a page: draft line, name, version and date, and "Page x of y", all at body size.

Sheets get separated (CCLVI), so every page says what it belongs to; the words are as large as the text
(UKAAF G003). Furniture takes its room out of the page before the text is poured.
"""

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Furniture, Text
from leaflet.layout.boxes import Fragment, LineBox, PlacedFragment, Rule
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter
from leaflet.text.words import BOLD, Shaper, Word
from leaflet.values import Value, altered

_GAP = 0.4  # lines of white between furniture and text
_RULE = 0.75  # pt
_WIDEST = "88"  # stands for any page number while the room is measured


class FurniturePlan(Value, kw_only=True):
    """How the furniture is arranged, the same on every page, and the room it leaves for the text."""

    header: tuple[LineBox, ...]
    footer: tuple[LineBox, ...]
    label_in_header: bool
    label_on_own_line: bool
    top: float  # where the running text starts
    height: float  # of the running text


def plan_furniture(furniture: Furniture, scale: Scale, shaper: Shaper) -> FurniturePlan:
    """Arrange the furniture and return the room that is left."""
    setter = Setter(scale, shaper, {})  # it sets no nodes
    widest = furniture.page_label.format(page=_WIDEST, pages=_WIDEST)
    label = _width(_label_words(widest, scale, shaper), scale)
    in_header = scale.profile.page_label.startswith("upper")
    header = _lines(setter, furniture.draft, Artifact.HEADER)
    footer = _lines(setter, furniture.identity, Artifact.FOOTER)
    sharing = header if in_header else footer
    own_line = not sharing or sharing[-1].width + label + scale.body > scale.measure
    header_lines = len(header) + (in_header and own_line)
    footer_lines = len(footer) + (not in_header and own_line)
    gap = _GAP * scale.leading
    top = scale.margins.top + (header_lines * scale.leading + gap if header_lines else 0.0)
    foot = scale.margins.bottom + footer_lines * scale.leading + gap
    return FurniturePlan(
        header=tuple(header),
        footer=tuple(footer),
        label_in_header=in_header,
        label_on_own_line=own_line,
        top=top,
        height=scale.sheet.height - top - foot,
    )


def set_furniture(
    plan: FurniturePlan, page_label: str, number: int, scale: Scale, shaper: Shaper
) -> tuple[PlacedFragment, ...]:
    """Set the furniture of page `number`; `page_label` is its finished text."""
    words = _label_words(page_label, scale, shaper)
    outer_left = scale.profile.page_label == "lower outer" and number % 2 == 0
    x = 0.0 if outer_left else scale.measure - _width(words, scale)
    shared = plan.header if plan.label_in_header else plan.footer
    row = len(shared) - (0 if plan.label_on_own_line else 1)
    owner = Artifact.HEADER if plan.label_in_header else Artifact.FOOTER
    label = LineBox.of(words, x, _baseline(row, scale), scale.body, owner)
    if outer_left and not plan.label_on_own_line:
        shared = _flush_right(shared, scale)
    header = (*shared, label) if plan.label_in_header else plan.header
    footer = plan.footer if plan.label_in_header else (*shared, label)
    gap = _GAP * scale.leading
    bottom = plan.top + plan.height + gap
    rule = Rule(0.0, -gap / 2, scale.measure, _RULE, Artifact.RULE)
    placed = [PlacedFragment(scale.side, bottom, Fragment(0.0, 0.0, FORBIDDEN, footer, (rule,)))]
    if header:
        placed.insert(0, PlacedFragment(scale.side, scale.margins.top, Fragment(0.0, 0.0, FORBIDDEN, header)))
    return tuple(placed)


def _lines(setter: Setter, text: Text | None, owner: Artifact) -> list[LineBox]:
    if text is None:
        return []
    scale = setter.scale
    words = setter.shape(text, BOLD)
    lines = setter.lines(words, owner, Column(0.0, scale.measure), scale.body, text)
    for row in range(1, len(lines)):
        lines[row] = altered(lines[row], y=_baseline(row, scale))
    return lines


def _flush_right(lines: tuple[LineBox, ...], scale: Scale) -> tuple[LineBox, ...]:
    """Move the last line to the right, where the page label has taken the left."""
    *others, last = lines
    return (*others, altered(last, x=scale.measure - last.width))


def _baseline(row: int, scale: Scale) -> float:
    return row * scale.leading + scale.baseline(scale.body)


def _label_words(text: str, scale: Scale, shaper: Shaper) -> tuple[Word, ...]:
    return shaper.words(Text.of(text, strong=scale.profile.page_label_bold))


def _width(words: tuple[Word, ...], scale: Scale) -> float:
    return LineBox.of(words, 0.0, 0.0, scale.body, Artifact.FOOTER).width
