"""Setting, letter by letter: upright, level, in sentence case, evenly spaced, with nothing under them."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from statistics import median

from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import Line, around, union
from leaflet.proof.reading.painted_marks import Glyph, Piece
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.rules.link_targets import links_of
from leaflet.proof.subject import Subject

_CAPITALS = re.compile(r"\b[A-Z][A-Z'’-]{2,}(?:\s+[A-Z][A-Z'’-]{1,})+\b|\b[A-Z]{6,}\b")


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
    faults = [
        Fault(f"{quote(line.words(leaning))} leans", around(leaning))
        for line, leaning in subject.lines_with(_leans)
    ]
    return judged("upright letters", f"{len(faults)} lines with others", faults)


@rule(
    "V211",
    "Nothing is underlined but links, unless the profile asks for it",
    reason="A line under words runs through their descenders and reads as a link.",
    bad="an underlined heading at a profile that emphasises in bold",
    good="Emphasise in bold; underline only at a profile whose standard says so.",
    source="UKAAF G003: no underlining; ACB: underlining is its only emphasis; WCAG 2.2, 1.4.1: links are "
    "told apart without colour",
)
def not_underlined(subject: Subject) -> Judgement:
    """Look for thin bars just under letters."""
    if subject.profile is not None and subject.profile.emphasis == "underline":
        return judged("underlining is this profile's emphasis", "allowed")
    faults, links = [], links_of(subject)
    for sheet in subject.sheets:
        bars = [shape for shape in sheet.shapes if shape.box[3] - shape.box[1] < 0.15 * subject.body]
        placed = sorted(enumerate(sheet.inked), key=_height) if bars else []
        largest = max([glyph.piece.size for _, glyph in placed], default=0.0)
        for bar in bars:
            left, top, right, _ = bar.box
            edges = top - 0.31 * largest, top + 0.16 * largest  # a letter on it stands between
            start, end = (bisect_left(placed, edge, key=_height) for edge in edges)
            over = [
                glyph for _, glyph in sorted(placed[start:end])
                if glyph.x < right - 0.5 and glyph.end > left + 0.5
                and -0.15 * glyph.piece.size < top - glyph.y < 0.3 * glyph.piece.size
            ]  # fmt: skip
            text = "".join(glyph.text for glyph in over)
            # What is repeated on another page leads nowhere, and is set as where it does.
            if over and not any(text in each for each in links):
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
    faults = [
        Fault(f"{quote(line.words(turned))} is turned by {turned[0].piece.turn:.0f}°", around(turned))
        for line, turned in subject.lines_with(lambda piece: abs(piece.turn) > 0.5)
    ]
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
        for glyph, after in pairwise(glyphs):
            if glyph.text == " " and glyph.piece is after.piece and not after.is_space:
                gaps.append(((after.x - glyph.x) / glyph.piece.size, line))
    usual = median(gap for gap, _ in gaps) if gaps else 0.0
    uneven = Counter(line for gap, line in gaps if abs(gap - usual) > 0.08)
    faults = [Fault(f"spaces of another width in {quote(line.text)}", around(line.glyphs)) for line in uneven]
    return judged(f"{usual:.3f} × size, ± 0.08", f"{len(gaps)} spaces", faults)


def _height(placed: tuple[int, Glyph]) -> float:
    return placed[1].y


def _leans(piece: Piece) -> bool:
    name = piece.font.lower()
    return piece.is_italic or abs(piece.skew) > 1 or "italic" in name or "oblique" in name
