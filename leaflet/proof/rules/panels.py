"""Where the panels of the warnings are on the page."""

from collections.abc import Sequence
from functools import lru_cache

from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import union
from leaflet.proof.reading.painted_marks import Glyph, Shape
from leaflet.proof.subject import Subject, Warned


def name_of(warned: Warned) -> str:
    """Return how a report calls a warning."""
    return quote(f"{warned.texts[0]}: {warned.texts[1]}")


def glyphs_of(warned: Warned) -> list[Glyph]:
    """Return the glyphs of a warning that leave ink."""
    return [glyph for leaf in warned.leaves for glyph in leaf.glyphs if not glyph.is_space]


def top_of(warned: Warned) -> float:
    """Return how far down the warning starts, pages counted as endless paper."""
    return min((glyph.page * 1e5 - 1e5 + glyph.box[1] for glyph in glyphs_of(warned)), default=float("inf"))


def bottom_of(warned: Warned) -> float:
    """Return the lowest baseline of a warning on page 1."""
    return max((glyph.y for glyph in glyphs_of(warned) if glyph.page == 1), default=0.0)


def frames_of(subject: Subject, warned: Warned) -> list[tuple[Shape | None, list[Glyph]]]:
    """Return the stroked rectangles round a warning, that round its signal first, with what each holds.

    A warning stands in one, or goes on in another. None is for glyphs that nothing is round.
    """
    return _frames(subject)[id(warned)]


@lru_cache(maxsize=1)
def _frames(subject: Subject) -> dict[int, list[tuple[Shape | None, list[Glyph]]]]:
    """Return the frames of every warning, each with what it holds."""
    strokes: dict[int, list[Shape]] = {}
    for sheet in subject.sheets:
        drawn = [shape for shape in sheet.shapes if shape.stroke is not None and shape.is_rectangle]
        strokes[sheet.number] = sorted(drawn, key=lambda shape: -shape.line_width)
    found = {}
    for warned in subject.warnings:
        held: dict[int, tuple[Shape | None, list[Glyph]]] = {}
        for glyph in glyphs_of(warned):
            frame = _round(strokes[glyph.page], glyph)
            held.setdefault(id(frame), (frame, []))[1].append(glyph)
        found[id(warned)] = [
            (frame if frame is not None and _fits(subject, frame, glyphs) else None, glyphs)
            for frame, glyphs in held.values()
        ]
    return found


def frame_of(subject: Subject, warned: Warned) -> Shape | None:
    """Return the stroked rectangle round a warning's signal, and all that stands with it."""
    frames = frames_of(subject, warned)
    return frames[0][0] if frames else None


def _round(strokes: Sequence[Shape], glyph: Glyph) -> Shape | None:
    """Return the first of some rectangles that holds a glyph."""
    left, top, right, bottom = glyph.box
    return next(
        (
            shape
            for shape in strokes
            if shape.box[0] <= left
            and shape.box[1] <= top
            and shape.box[2] >= right
            and shape.box[3] >= bottom
        ),
        None,
    )


def _fits(subject: Subject, frame: Shape, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a rectangle is round some glyphs alone, with a head that says they go on, and tight."""
    left, top, right, bottom = frame.box
    inside = [
        glyph
        for glyph in subject.sheets[frame.page - 1].inked
        if top <= glyph.box[1] and glyph.box[3] <= bottom and glyph.box[0] < right and left < glyph.box[2]
    ]  # fmt: skip
    _, first, _, last = union([glyph.box for glyph in inside])
    own = set(map(id, glyphs))
    return bottom - top < 2 * (last - first) and all(
        id(glyph) in own or glyph.piece.mark.is_artifact for glyph in inside
    )


def drawn_of(subject: Subject, warned: Warned) -> bool:
    """Tell whether a panel's figure paints something inside the panel's frame."""
    frame = frame_of(subject, warned)
    contents = set(warned.figure.contents) if warned.figure else set()
    return frame is not None and any(
        (shape.page, shape.mark.mcid) in contents
        and shape.fill is not None
        and frame.box[0] < shape.box[0] < shape.box[2] < frame.box[2]
        and frame.box[1] < shape.box[1] < shape.box[3] < frame.box[3]
        for sheet in subject.sheets
        for shape in sheet.shapes
    )
