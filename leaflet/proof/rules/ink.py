"""Ink: black, solid, on white; colour only adds."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from leaflet.document.styles import Colour, contrast_with_white
from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import Line, around
from leaflet.proof.reading.painted_marks import Box, Glyph, Shape, Sheet
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject

_LEAST = 7.0
_BLACK = 10  # of 255: no darker ink can be told apart
_WHITE = 255
_NEUTRAL = 12  # colours whose parts differ by less are grey
_PALE = 3.0  # contrast of a filled area under which it is a tint


@rule(
    "V401",
    "Everything painted has a contrast of at least 7 to 1",
    reason="Low vision, poor light and a worn drum all eat contrast.",
    bad="text in #767676",
    good="Print in black.",
    source="WCAG 2.2, 1.4.6: 7:1 (level AAA)",
)
def contrast(subject: Subject) -> Judgement:
    """Compute the contrast on white paper of every colour that paints; of white, on its bar."""
    faults, least = [], 21.0
    for colour, thing in _painted(subject):
        ratio = _contrast(colour)
        least = min(least, ratio)
        if ratio < _LEAST:
            what, place = _named(colour, thing)
            faults.append(Fault(f"{what} has {ratio:.1f} to 1", place))
    return judged("7 to 1", f"{least:.1f} to 1 at the least", faults)


@rule(
    "V402",
    "Nothing is grey",
    reason="A mono laser prints grey as dots, and a photocopier loses them.",
    bad="a footer in dark grey",
    good="Print in black, or in a signal colour that is dark by itself.",
    source="APH Guidelines for Print Documents: never grey text, fills or paper",
)
def no_grey(subject: Subject) -> Judgement:
    """Look for neutral colours that are neither black nor white."""
    named = [
        (colour[0], *_named(colour, thing))
        for colour, thing in _painted(subject)
        if max(colour) - min(colour) < _NEUTRAL and max(colour) > _BLACK
    ]
    faults = [Fault(f"{what} is grey {value}", place) for value, what, place in named]
    return judged("black, or a true colour", f"{len(faults)} grey things", faults)


@rule(
    "V403",
    "No area is tinted and nothing is filled behind words",
    reason="A tint becomes a pattern of dots in which letters drown.",
    bad="a panel with a pale yellow ground",
    good="Leave the ground white; use a border.",
    source="APH: no fills; ISMP; RNIB: no text over backgrounds",
)
def no_tint(subject: Subject) -> Judgement:
    """Look for pale fills, and for any fill that words stand on."""
    faults = []
    for sheet in subject.sheets:
        inked = _by_height(sheet)
        for shape in sheet.shapes:
            if shape.fill is None:
                continue
            if min(shape.fill) == _WHITE and subject.grounds.holds(shape):
                continue  # a symbol on its bar
            if _contrast(shape.fill) < _PALE:
                faults.append(Fault("a pale area", Place(sheet.number, shape.box)))
            elif any(not _reversed(subject, glyph) for glyph in _within(shape.box, inked)):
                faults.append(Fault("a filled area behind or over words", Place(sheet.number, shape.box)))
    return judged("white ground", f"{len(faults)} areas", faults)


@rule(
    "V404",
    "All words are black",
    need="leaflet",
    reason="Colour for words helps nobody and costs contrast; frames and symbols may carry it.",
    bad="the words of the withdrawal panel in brown",
    good="Keep signal colours to frames, bars and symbols.",
    source="ACB: black on white; house rule: black text",
)
def black_words(subject: Subject) -> Judgement:
    """Look at the colour of every glyph."""
    faults = []
    for line, coloured in subject.lines_with(lambda piece: max(piece.colour) > _BLACK):
        tinged = [glyph for glyph in coloured if not _reversed(subject, glyph)]
        if tinged:
            text = line.words(tinged)
            faults.append(Fault(f"{quote(text)} is {_hex(tinged[0].piece.colour)}", around(tinged)))
    return judged("#000000", f"{len(faults)} lines in another colour", faults)


@rule(
    "V405",
    "Nothing is transparent, shaded or a picture",
    need="leaflet",
    reason="Transparency and shading print differently on every device; a picture of words is not read out.",
    bad="a half-transparent panel",
    good="Paint solid paths and text.",
    source="APH; ISO 19005-2, 6.2.10; WCAG 2.2, 1.4.5: no images of text",
)
def solid(subject: Subject) -> Judgement:
    """Look for opacity under one, pictures and shadings."""
    faults = [
        Fault(
            f"a {shape.kind}" if shape.kind != "path" else "a transparent path",
            Place(sheet.number, shape.box),
        )
        for sheet in subject.sheets
        for shape in sheet.shapes
        if (shape.kind != "path" or shape.alpha < 255) and not _is_logo(shape, subject)
    ]
    faults += [
        Fault(f"{quote(line.text)} is transparent", around(line.glyphs))
        for line, _ in subject.lines_with(lambda piece: piece.alpha < 255)
    ]
    return judged("solid ink", f"{len(faults)} other things", faults)


_contrast = lru_cache(maxsize=1000)(contrast_with_white)


def _is_logo(shape: Shape, subject: Subject) -> bool:
    """Tell whether a picture is the pharmacy's logo: solid, in a figure that says in words what it is."""
    if shape.kind != "image" or shape.alpha < 255 or subject.document is None:
        return False
    words = [leaf.tag.alt for leaf, _ in subject.document.leaves if leaf.image is not None]
    mark = (shape.page, shape.mark.mcid)
    return any(leaf.node.alt in words and mark in leaf.contents for leaf in subject.leaves)


@lru_cache(maxsize=1)
def _painted(subject: Subject) -> tuple[tuple[Colour, Line | Shape], ...]:
    """Return every colour that paints, once a line of text and once a shape."""
    return tuple(_paints(subject))


def _paints(subject: Subject) -> Iterator[tuple[Colour, Line | Shape]]:
    """Yield every colour that paints, once a line of text and once a shape."""
    for line in subject.lines:
        for colour in dict.fromkeys([glyph.piece.colour for glyph in line.inked]):
            # A bar is dark, or it were none.
            if min(colour) < _WHITE or not all(
                _reversed(subject, glyph) for glyph in line.inked if glyph.piece.colour == colour
            ):
                yield colour, line
    for sheet in subject.sheets:
        for shape in sheet.shapes:
            for ink in (shape.fill, shape.stroke):
                if ink is not None and not (min(ink) == _WHITE and subject.grounds.holds(shape)):
                    yield ink, shape


def _named(colour: Colour, thing: Line | Shape) -> tuple[str, Place | None]:
    """Return what has a colour, and where it is."""
    if isinstance(thing, Shape):
        return "a path", Place(thing.page, thing.box)
    inked = [glyph for glyph in thing.inked if glyph.piece.colour == colour]
    return quote(thing.words(inked)), around(inked)


def _reversed(subject: Subject, glyph: Glyph) -> bool:
    """Tell whether a glyph is white on a bar, where the profile has bars."""
    has_bars = subject.profile is None or subject.profile.reversed_bars
    return has_bars and min(glyph.piece.colour) == _WHITE and subject.grounds.under(glyph) is not None


def _by_height(sheet: Sheet) -> list[tuple[float, float, Glyph]]:
    """Return the glyphs of a page with their middles, from the top down; none where nothing is filled."""
    if all(shape.fill is None for shape in sheet.shapes):
        return []
    return sorted([(*_middle(glyph.box), glyph) for glyph in sheet.inked], key=itemgetter(1))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _within(box: Box, placed: Sequence[tuple[float, float, Glyph]]) -> Iterator[Glyph]:
    """Yield the glyphs whose middle lies in a box, of those sorted by the height of their middles."""
    left, top, right, bottom = box
    start, end = (bisect_left(placed, edge, key=itemgetter(1)) for edge in (top, bottom))
    yield from (glyph for x, _, glyph in placed[start:end] if left < x < right)


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
