"""Where the panels of the warnings are on the page."""

from leaflet.proof.lines import union
from leaflet.proof.reading.marks import Glyph, Shape
from leaflet.proof.rules.texts import quote
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


def frame_of(subject: Subject, warned: Warned) -> Shape | None:
    """Return the stroked rectangle with the thickest line that holds every glyph of a panel."""
    glyphs = glyphs_of(warned)
    if not glyphs or not subject.sheets:
        return None
    page = glyphs[0].page
    left, top, right, bottom = union([glyph.box for glyph in glyphs if glyph.page == page])
    around_it = [
        shape
        for sheet in subject.sheets
        for shape in sheet.shapes
        if shape.page == page and shape.stroke is not None and shape.is_rectangle
        and shape.box[0] <= left and shape.box[1] <= top and shape.box[2] >= right and shape.box[3] >= bottom
        and shape.box[3] - shape.box[1] < 2 * (bottom - top)
    ]  # fmt: skip
    return max(around_it, key=lambda shape: shape.line_width, default=None)


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
