"""Setting: line length, margins, left edge, whole words and whole facts."""

import re
from collections.abc import Iterator
from statistics import mean

from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import Line, around
from leaflet.proof.reading.painted_marks import Box, Glyph, Shape, Sheet
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject
from leaflet.units import Insets

_MOST_CHARACTERS = 80
_SLACK = 0.6  # pt: side bearings and rounding
_HYPHENS = "-\u2010\u00ad"
_UNITS = (
    "mg|g|kg|mcg|micrograms?|milligrams?|grams?|ml|mL|l|L|litres?|%|°C|mm|cm|hours?|days?|weeks?|months?|"
    "years?|times|tablets?|capsules?|drops?|doses?|minutes?|puffs?|units?"
)
_SPLIT_FACT = re.compile(rf"\d\n(?:{_UNITS})\b|\d[).-]?\n\(?\d|No\.\n\d")


@rule(
    "V205",
    "Lines hold no more characters than the profile allows",
    reason="An eye that follows long lines loses the next one.",
    bad="a line of 110 characters",
    good="Narrow the measure or raise the size.",
    source="UKAAF G003: 60 to 70 characters a line; APH: 39 to 43; WCAG 2.2, 1.4.8: not more than 80",
)
def line_length(subject: Subject) -> Judgement:
    """Count the characters of each line; their average may reach the profile's number, none 80 much."""
    most = subject.profile.max_characters if subject.profile else _MOST_CHARACTERS
    # A narrow letter or two more than the average is no longer line: half as much again is one.
    limit = most * 1.35
    lines = [line for leaf in subject.leaves for line in leaf.lines] or list(subject.body_lines)
    full = [len(line.text) for leaf in subject.leaves for line in leaf.lines[:-1]]
    faults = [
        Fault(f"{len(line.text)} characters in {quote(line.text)}", around(line.glyphs))
        for line in lines
        if len(line.text) > limit
    ]
    average = mean(full) if full else 0.0
    if average > most + 0.5 and not faults:
        faults = [Fault(f"{average:.1f} characters a line on the average")]
    longest = max((len(line.text) for line in lines), default=0)
    return judged(f"{most} characters on the average", f"{average:.1f}, the longest {longest}", faults)


@rule(
    "V206",
    "Nothing crosses the profile's margins",
    need="profile",
    reason="Printers cut off what stands too near the edge, and a thumb needs room.",
    bad="a line that ends 2 mm from the edge",
    good="Keep text, frames and furniture inside the margins.",
    source="ACB: 1 inch at the top, left and right; the profile's own margins",
)
def margins(subject: Subject) -> Judgement:
    """Hold the box of every glyph and shape against the margins."""
    inset = subject.the_profile.margins
    faults, least = [], float("inf")
    for sheet in subject.sheets:
        # Where all letters together stand inside, each does.
        spare = _spare(sheet, inset, sheet.extent) if sheet.extent is not None else float("inf")
        least = min(least, spare)
        things: tuple[Glyph | Shape, ...] = (*(sheet.inked if spare < 0 else ()), *sheet.shapes)
        for thing in things:
            spare = _spare(sheet, inset, thing.box)
            least = min(least, spare)
            if spare < -_may_lean(thing):
                told = f"{_name(thing)} is {-spare:.1f} pt over a margin"
                faults.append(Fault(told, Place(sheet.number, thing.box)))
    edges = (
        f"top {inset.top:.0f}, right {inset.right:.0f}, bottom {inset.bottom:.0f}, left {inset.left:.0f} pt"
    )
    return judged(edges, f"{least:.1f} pt to spare at the nearest", faults)


def _spare(sheet: Sheet, inset: Insets, box: Box) -> float:
    """Return how far a box stays inside the margins, at the edge to which it is nearest."""
    right, bottom = sheet.width - inset.right, sheet.height - inset.bottom
    return min(box[0] - inset.left, box[1] - inset.top, right - box[2], bottom - box[3])


def _may_lean(thing: Glyph | Shape) -> float:
    """Return how far something may lean out: a letter out of its own width by a tenth of its size."""
    return thing.piece.size * 0.1 if isinstance(thing, Glyph) else _SLACK


def _name(thing: Glyph | Shape) -> str:
    return repr(thing.text) if isinstance(thing, Glyph) else f"a {thing.kind}"


@rule(
    "V207",
    "Text is left aligned",
    need="tags",
    reason="An even left edge is where the eye finds the next line; centred text has none.",
    bad="a centred paragraph",
    good="Start every line of a text at the same place.",
    source="UKAAF G003: left aligned, horizontal; WCAG 2.2, 1.4.8: not justified",
)
def left_aligned(subject: Subject) -> Judgement:
    """Compare where the lines of each element start."""
    faults, lines = [], 0
    for leaf in subject.leaves:
        starts = [(line.left, line) for line in leaf.lines if line.inked]
        lines += len(starts)
        for left, line in starts[1:]:
            # Beside a symbol the text starts further in, but all of one element at one place.
            if abs(left - starts[0][0]) > _SLACK:
                faults.append(
                    Fault(f"{quote(line.text)} starts {left - starts[0][0]:+.1f} pt off", around(line.glyphs))
                )
    return judged("one left edge an element", f"{lines} lines in {len(subject.leaves)} elements", faults)


@rule(
    "V208",
    "No word is split over two lines",
    reason="Half a word at a line's end has to be remembered and joined.",
    bad="'drowsi-' at a line's end and 'ness' on the next",
    good="Break lines between words only.",
    source="UKAAF G003: no split words; ACB: no hyphenated words",
)
def whole_words(subject: Subject) -> Judgement:
    """Look for letters and a hyphen at the end of a line that another line follows."""
    faults = [
        Fault(f"{quote(line.text)} ends in a hyphen", around(line.glyphs))
        for line, _ in _followed(subject)
        if len(line.text) > 1 and line.text[-1] in _HYPHENS and line.text[-2].isalpha()
    ]
    return judged("no hyphen at a line end", f"{len(faults)} line ends with one", faults)


@rule(
    "V209",
    "A number and its unit stand on one line",
    reason="A number that has lost its unit is misread: 10 what?",
    bad="'10' at a line's end and 'mg' on the next",
    good="Keep number and unit, and the digits of a telephone number, together.",
    source="UKAAF G003: single facts are not split; ISMP",
)
def whole_facts(subject: Subject) -> Judgement:
    """Read each two lines that follow one another for a fact across their border."""
    faults = []
    pairs = list(_followed(subject))
    for line, after in pairs:
        border = f"{line.text[-12:]}\n{after.text[:12]}"
        if _SPLIT_FACT.search(border):
            faults.append(Fault(f"{border.replace(chr(10), ' | ')!r}", around(line.glyphs)))
    return judged("no number apart from its unit", f"{len(pairs)} line ends", faults)


def _followed(subject: Subject) -> Iterator[tuple[Line, Line]]:
    """Yield each line of an element with the line that follows it."""
    if subject.leaves:
        for leaf in subject.leaves:
            yield from zip(leaf.lines, leaf.lines[1:], strict=False)
    else:
        yield from zip(subject.body_lines, subject.body_lines[1:], strict=False)
