"""The furniture of a page: name, version and date, and "Page x of y", all at body size, at its foot.

Sheets get separated (CCLVI), so every page says what it belongs to; the words are as large as the text
(UKAAF G003). Furniture takes its room out of the page before the text is poured.
"""

from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Furniture, Text
from leaflet.layout.boxes import Fragment, Frame, LineBox, PlacedFragment, Rule
from leaflet.layout.scale import Scale
from leaflet.layout.setting import Column, Setter
from leaflet.text.shaper import Shaper
from leaflet.text.slugs import Slug
from leaflet.text.words import BOLD, Word
from leaflet.values import Value, altered

_GAP = 0.4  # lines of white between furniture and text
_UNDER_RULE = 0.05  # lines of it under the rule: what stands last on a page is no part of a double line
_RULE = 0.125  # × body
_ABOVE = 0.25  # lines of white above what is said at the foot of a page
_INSIDE = 0.8  # × body, between what is said in a frame and its border
_APART = 1.5  # × body, between that and the words of the line
_BETWEEN = 0.6  # × body, between what the page belongs to and its number


class FurniturePlan(Value, kw_only=True):
    """How the furniture is arranged, the same on every page, and the room it leaves for the text."""

    identity: tuple[LineBox, ...]
    label_on_own_line: bool
    turns_over: bool  # says so where a page has a back that goes on
    top: float  # where the running text starts
    height: float  # of the running text
    more: Fragment | None = None  # the room to say that warnings go on on another page, where they do


def plan_furniture(
    furniture: Furniture, scale: Scale, shaper: Shaper, pages: int
) -> tuple[FurniturePlan, ...]:
    """Return how to arrange the furniture of a leaflet of so many pages, the best first, with the room left.

    That is with room for "Turn over" and, where that takes a line more, without.
    """
    identity = tuple(_lines(Setter(scale, shaper, {}), furniture.identity))  # it sets no nodes
    label = _label(furniture, pages, pages, shaper)
    plain = _planned(identity, label, scale, turns_over=False)
    turning = (*label, *shaper.words(Text.of(furniture.turn_over))) if furniture.turn_over else ()
    if not turning or _width(turning, scale) > scale.width:
        return (plain,)
    best = _planned(identity, turning, scale, turns_over=True)
    return (best,) if best.height == plain.height else (best, plain)


def _planned(
    identity: tuple[LineBox, ...],
    label: tuple[Word, ...],
    scale: Scale,
    *,
    turns_over: bool,
) -> FurniturePlan:
    own_line = identity[-1].width + _width(label, scale) + _BETWEEN * scale.body > scale.width
    foot = scale.margins.bottom + (len(identity) + own_line) * scale.leading + _GAP * scale.leading
    return FurniturePlan(
        identity=identity,
        label_on_own_line=own_line,
        turns_over=turns_over,
        top=scale.margins.top,
        height=scale.sheet.height - scale.margins.top - foot,
    )


def set_furniture(
    furniture: Furniture,
    plan: FurniturePlan,
    number: int,
    pages: int,
    scale: Scale,
    shaper: Shaper,
    *,
    warning: PlacedFragment | None,
) -> tuple[PlacedFragment, ...]:
    """Set the furniture of page `number` of `pages`.

    It says if it can that warnings go on after the last `warning` of the page, which has no line for that.
    """
    page = _label(furniture, number, pages, shaper)
    words = page
    if plan.turns_over and number % 2 and number < pages:
        words = (*page, *shaper.words(Text.of(furniture.turn_over)))
    said = None
    if warning is not None:
        instead = (*page, *shaper.words(Text.of(furniture.more_warnings.format(page=number + 1))))
        if plan.label_on_own_line and _width(instead, scale) <= scale.width:
            words = instead
        else:
            said = _more_beside(furniture, number + 1, warning, scale, shaper)
    at_start = scale.profile.page_label == "lower outer" and number % 2 == 0
    x = 0.0 if at_start else scale.width - _width(words, scale)
    identity, row = plan.identity, len(plan.identity) - (not plan.label_on_own_line)
    label = LineBox.of(Slug(words), x, _baseline(row, scale), scale.body, Artifact.FOOTER)
    if at_start and not plan.label_on_own_line:
        *others, last = identity
        identity = (*others, altered(last, x=scale.width - last.width))
    gap, thick = _GAP * scale.leading, _RULE * scale.body
    rule = Rule(0.0, -thick - _UNDER_RULE * scale.leading, scale.width, thick, Artifact.RULE)
    foot = Fragment(0.0, 0.0, FORBIDDEN, (*identity, label), (rule,))
    placed = PlacedFragment(scale.side, plan.top + plan.height + gap, foot)
    return (said, placed) if said is not None else (placed,)


def more_warnings(furniture: Furniture, page: int, scale: Scale, shaper: Shaper) -> Fragment:
    """Return the words that say on which page warnings go on."""
    text = Text.of(furniture.more_warnings.format(page=page), strong=True)
    lines = _lines(Setter(scale, shaper, {}), text)
    return Fragment(len(lines) * scale.leading, 0.0, FORBIDDEN, tuple(lines))


def _more_beside(
    furniture: Furniture, page: int, last: PlacedFragment, scale: Scale, shaper: Shaper
) -> PlacedFragment | None:
    """Return those words at the end of the last line of a warning; None where it has no room for them."""
    (frame, *_), line = last.fragment.marks, max(last.fragment.lines, key=lambda each: each.y)
    assert isinstance(frame, Frame), last  # noqa: S101 - a frame is drawn before what it holds
    end = frame.x + frame.width - frame.border - _INSIDE * scale.body
    room = end - line.x - line.width - _APART * scale.body
    for words in (furniture.more_warnings, furniture.more_in_short):
        slug = Slug(shaper.words(Text.of(words.format(page=page), strong=True), BOLD))
        said = LineBox.of(slug, 0.0, scale.baseline(scale.body), scale.body, Artifact.FOOTER)
        if said.width <= room:
            beside = Fragment(0.0, 0.0, FORBIDDEN, (altered(said, x=end - said.width),))
            return PlacedFragment(last.x, last.y + line.y - said.y, beside)
    return None


def room_for_more(furniture: Furniture, pages: int, scale: Scale, shaper: Shaper) -> Fragment:
    """Return an empty stretch of a page that keeps room for those words at its foot."""
    said = more_warnings(furniture, pages, scale, shaper)
    return Fragment(said.height + 0.01, _ABOVE * scale.leading / scale.profile.least_white, FORBIDDEN, ())


def _lines(setter: Setter, text: Text) -> list[LineBox]:
    scale = setter.scale
    lines = setter.paragraph(text, Artifact.FOOTER, Column(0.0, scale.width), scale.body, BOLD)
    return [altered(line, y=_baseline(row, scale)) for row, line in enumerate(lines)]


def _baseline(row: int, scale: Scale) -> float:
    return row * scale.leading + scale.baseline(scale.body)


def _label(furniture: Furniture, number: int, pages: int, shaper: Shaper) -> tuple[Word, ...]:
    """Return the words of "Page 2 of 4"."""
    said = furniture.page_label.format(page=number, pages=pages)
    return shaper.words(Text.of(said, strong=True), BOLD)


def _width(words: tuple[Word, ...], scale: Scale) -> float:
    return (sum([word.stride for word in words]) - words[-1].space) * scale.body / 1000
