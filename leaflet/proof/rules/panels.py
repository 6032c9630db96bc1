"""Where the panels of the warnings are on the page."""

from collections.abc import Sequence

from leaflet.proof.differences import quote
from leaflet.proof.lines import union
from leaflet.proof.reading.marks import Glyph, Shape
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
    held: dict[Shape | None, list[Glyph]] = {}
    for glyph in glyphs_of(warned):
        held.setdefault(_round(subject, glyph), []).append(glyph)
    return [
        (frame if frame is not None and _fits(subject, frame, glyphs) else None, glyphs)
        for frame, glyphs in held.items()
    ]


def frame_of(subject: Subject, warned: Warned) -> Shape | None:
    """Return the stroked rectangle round a warning's signal, and all that stands with it."""
    frames = frames_of(subject, warned)
    return frames[0][0] if frames else None


def _round(subject: Subject, glyph: Glyph) -> Shape | None:
    """Return the stroked rectangle with the thickest line that holds a glyph."""
    left, top, right, bottom = glyph.box
    around_it = [
        shape
        for sheet in subject.sheets
        for shape in sheet.shapes
        if shape.page == glyph.page and shape.stroke is not None and shape.is_rectangle
        and shape.box[0] <= left and shape.box[1] <= top and shape.box[2] >= right and shape.box[3] >= bottom
    ]  # fmt: skip
    return max(around_it, key=lambda shape: shape.line_width, default=None)


def _fits(subject: Subject, frame: Shape, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a rectangle is round some glyphs alone, with a head that says they go on, and tight."""
    left, top, right, bottom = frame.box
    inside = [
        glyph
        for sheet in subject.sheets
        for glyph in sheet.glyphs
        if glyph.page == frame.page and not glyph.is_space
        and top <= glyph.box[1] and glyph.box[3] <= bottom and glyph.box[0] < right and left < glyph.box[2]
    ]  # fmt: skip
    _, first, _, last = union([glyph.box for glyph in inside])
    own = set(glyphs)
    return bottom - top < 2 * (last - first) and all(
        glyph in own or glyph.piece.mark.is_artifact for glyph in inside
    )


def drawn_of(subject: Subject, warned: Warned) -> bool:
    """Tell whether a panel's figure paints something inside the panel's frame."""
    frame = frame_of(subject, warned)
    contents = set(warned.figure.node.contents()) if warned.figure else set()
    return frame is not None and any(
        (shape.page, shape.mark.mcid) in contents
        and shape.fill is not None
        and frame.box[0] < shape.box[0] < shape.box[2] < frame.box[2]
        and frame.box[1] < shape.box[1] < shape.box[3] < frame.box[3]
        for sheet in subject.sheets
        for shape in sheet.shapes
    )
