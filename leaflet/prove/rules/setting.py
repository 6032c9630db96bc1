"""Setting: lines, margins, left edge, whole words and facts, upright lower-case letters."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import mean, median

from leaflet.prove.registry import rule
from leaflet.prove.results import Fault, Judgement, Place, judged
from leaflet.prove.rules.texts import quote
from leaflet.prove.subject import Line, Subject, around, union

_MOST_CHARACTERS = 80
_SLACK = 0.6  # pt: side bearings and rounding
_HYPHENS = "-\u2010\u00ad"
_UNITS = (
    "mg|g|kg|mcg|micrograms?|milligrams?|grams?|ml|mL|l|L|litres?|%|°C|mm|cm|hours?|days?|weeks?|months?|"
    "years?|times|tablets?|capsules?|drops?|doses?|minutes?|puffs?|units?"
)
_SPLIT_FACT = re.compile(rf"\d\n(?:{_UNITS})\b|\d[).-]?\n\(?\d|No\.\n\d")
_CAPITALS = re.compile(r"\b[A-Z][A-Z'’-]{2,}(?:\s+[A-Z][A-Z'’-]{1,})+\b|\b[A-Z]{6,}\b")


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
        right, bottom = sheet.width - inset.right, sheet.height - inset.bottom
        boxes = [
            (glyph.box, repr(glyph.text), glyph.piece.size * 0.1)
            for glyph in sheet.glyphs
            if not glyph.is_space
        ]
        for shape in sheet.shapes:
            boxes.append((shape.box, f"a {shape.kind}", _SLACK))
        for box, name, slack in boxes:
            spare = min(box[0] - inset.left, box[1] - inset.top, right - box[2], bottom - box[3])
            least = min(least, spare)
            # A letter may lean out of its own width by a tenth of its size.
            if spare < -slack:
                faults.append(Fault(f"{name} is {-spare:.1f} pt over a margin", Place(sheet.number, box)))
    edges = "top {0.top:.0f}, right {0.right:.0f}, bottom {0.bottom:.0f}, left {0.left:.0f} pt".format(inset)
    return judged(edges, f"{least:.1f} pt to spare at the nearest", faults)


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


@rule(
    "V210",
    "No letter is italic or slanted",
    reason="Slanted letters are harder to tell apart.",
    bad="a note in italics",
    good="Use the upright face, in bold where it matters.",
    source="UKAAF G003: no italics; RNIB Clear Print",
)
def upright(subject: Subject) -> Judgement:
    """Look at each piece's font and at how its letters lean."""
    faults = []
    for line in subject.lines:
        leaning = [
            glyph for glyph in line.inked
            if glyph.piece.is_italic or abs(glyph.piece.skew) > 1
            or re.search("italic|oblique", glyph.piece.font, re.IGNORECASE)
        ]  # fmt: skip
        if leaning:
            text = "".join(glyph.text for glyph in leaning)
            faults.append(Fault(f"{quote(text)} leans", around(leaning)))
    return judged("upright letters", f"{len(faults)} lines with others", faults)


@rule(
    "V211",
    "Nothing is underlined, unless the profile asks for it",
    reason="A line under words runs through their descenders and reads as a link.",
    bad="an underlined heading at a profile that emphasises in bold",
    good="Emphasise in bold; underline only at a profile whose standard says so.",
    source="UKAAF G003: no underlining; ACB: underlining is its only emphasis",
)
def not_underlined(subject: Subject) -> Judgement:
    """Look for thin bars just under letters."""
    if subject.profile is not None and subject.profile.emphasis == "underline":
        return judged("underlining is this profile's emphasis", "allowed")
    faults = []
    for sheet in subject.sheets:
        bars = [shape for shape in sheet.shapes if shape.box[3] - shape.box[1] < 0.15 * subject.body]
        for bar in bars:
            left, top, right, _ = bar.box
            over = [
                glyph for glyph in sheet.glyphs
                if not glyph.is_space
                and glyph.x < right - 0.5 and glyph.end > left + 0.5
                and -0.15 * glyph.piece.size < top - glyph.y < 0.3 * glyph.piece.size
            ]  # fmt: skip
            if over:
                text = "".join(glyph.text for glyph in over)
                faults.append(Fault(f"{quote(text)} is underlined", Place(sheet.number, union([bar.box]))))
    return judged("no line under words", f"{len(faults)} underlined", faults)


@rule(
    "V212",
    "No words are in capitals",
    reason="Words in capitals lose their shapes and read slowly.",
    bad="DO NOT STOP SUDDENLY",
    good="Write in sentence case.",
    source="UKAAF G003: no blocks of capitals; US Access Board: sentence case",
)
def no_capitals(subject: Subject) -> Judgement:
    """Look for two words or six letters in capitals."""
    faults = [
        Fault(quote(found[0]), around(line.glyphs))
        for line in subject.lines
        if (found := _CAPITALS.search(line.text))
    ]
    return judged("sentence case", f"{len(faults)} lines with blocks of capitals", faults)


@rule(
    "V215",
    "Text runs horizontally",
    reason="Turned text has to be read with a turned head.",
    bad="a vertical note in the margin",
    good="Set all text on level baselines.",
    source="UKAAF G003: horizontal; RNIB Clear Print",
)
def horizontal(subject: Subject) -> Judgement:
    """Measure the angle of every baseline."""
    faults = []
    for line in subject.lines:
        turned = [glyph for glyph in line.inked if abs(glyph.piece.turn) > 0.5]
        if turned:
            text = "".join(glyph.text for glyph in turned)
            faults.append(Fault(f"{quote(text)} is turned by {turned[0].piece.turn:.0f}°", around(turned)))
    return judged("level baselines", f"{len(faults)} turned", faults)


@rule(
    "V217",
    "Spaces are even: no line is stretched to fill the measure",
    reason="Justified lines have holes in which low vision gets lost.",
    bad="word spaces stretched to an even right edge",
    good="Set ragged right, with the face's own space.",
    source="WCAG 2.2, 1.4.8: not justified; UKAAF G003: left aligned",
)
def even_spaces(subject: Subject) -> Judgement:
    """Compare the gaps between the words of each line, in proportion to the size."""
    gaps: list[tuple[float, Line]] = []
    for line in subject.lines:
        glyphs = line.glyphs
        for glyph, after in zip(glyphs, glyphs[1:], strict=False):
            if glyph.text == " " and glyph.piece is after.piece and not after.is_space:
                gaps.append(((after.x - glyph.x) / glyph.piece.size, line))
    usual = median(gap for gap, _ in gaps) if gaps else 0.0
    uneven = Counter(line for gap, line in gaps if abs(gap - usual) > 0.08)
    faults = [Fault(f"spaces of another width in {quote(line.text)}", around(line.glyphs)) for line in uneven]
    return judged(f"{usual:.3f} × size, ± 0.08", f"{len(gaps)} spaces", faults)
