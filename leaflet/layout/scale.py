"""A profile on a paper in a typeface: every size and place that the setting needs, in points."""

import math

from leaflet.diagnostics import Finding
from leaflet.paper import Paper
from leaflet.profiles import Profile
from leaflet.text.fonts import Faces
from leaflet.text.words import BOLD, UNDERLINED
from leaflet.units import Insets, Size, mm
from leaflet.values import Value

_GUTTER = mm(5)  # between hung headings and the text
_FEWEST_BESIDE = 59.5  # characters a line, on the average


class LayoutError(ValueError):
    """A leaflet that cannot be set as asked; `findings` say why and what to do."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(finding.message for finding in findings))
        self.findings = findings


class Scale(Value, kw_only=True):
    """The sizes of one leaflet, in points."""

    profile: Profile
    paper: Paper
    body: float
    leading: float  # from baseline to baseline of the body
    measure: float  # the width of the running text
    character: float  # the width of a character of the body, on the average
    hang: float  # the column of headings beside the text, with the white between; 0 where there is none
    margins: Insets  # nothing is painted outside them
    side: float  # from the paper's edge to what is widest, left and right
    strong: int  # the style that strong words take
    ascent: float  # of the face, × size
    descent: float  # of the face, × size, positive
    cap_height: float  # of the face, × size
    in_panels: float = 1.0  # × the white between paragraphs: the white between those of a warning

    def line_height(self, size: float) -> float:
        """Return the distance from baseline to baseline at `size`."""
        return size * self.profile.leading

    def baseline(self, size: float) -> float:
        """Return how far a line's baseline lies under the top of its slab."""
        return (self.line_height(size) + (self.ascent - self.descent) * size) / 2

    @property
    def width(self) -> float:
        """The width of what runs across both columns, such as a warning."""
        return self.hang + self.measure

    @property
    def sheet(self) -> Size:
        """The sheet's width and height."""
        return self.paper.size


def make_scale(profile: Profile, paper: Paper, faces: Faces) -> Scale:
    """Return the sizes for a profile on a paper; raise `LayoutError` where its lines would be too short."""
    face = faces.body
    # APH: an x-height of 1/8 inch; where the face gives less at the profile's size, the size grows.
    body = max(profile.body, math.ceil(profile.x_height * 1000 / face.x_height * 20) / 20)
    margins = profile.margins
    width = paper.size.width - margins.left - margins.right
    character = faces.character_width * body / 1000
    if width < profile.min_characters * character:
        raise LayoutError(_too_narrow(profile, paper, int(width / character)))
    hang = _hang(profile, width, character)
    measure = min(width - hang, profile.max_characters * character)
    return Scale(
        profile=profile,
        paper=paper,
        body=body,
        leading=body * profile.leading,
        measure=measure,
        character=character,
        hang=hang,
        margins=margins,
        side=margins.left + (width - hang - measure) / 2,
        strong=UNDERLINED if profile.emphasis == "underline" else BOLD,
        ascent=face.ascent / 1000,
        descent=-face.descent / 1000,
        cap_height=face.cap_height / 1000,
    )


def _hang(profile: Profile, width: float, character: float) -> float:
    """Return the room of hung headings, where that leaves lines of 60 characters to the text; else 0."""
    room = profile.heading_column + _GUTTER if profile.heading_column else 0.0
    return room if room and (width - room) / character > _FEWEST_BESIDE else 0.0


def _too_narrow(profile: Profile, paper: Paper, characters: int) -> Finding:
    return Finding(
        code="L001",
        message=f"{paper.title} holds {characters} characters a line at profile {profile.name!r}, "
        f"and a leaflet needs {profile.min_characters}",
        hint="print it on larger paper, such as a4: large print is set on a large sheet, not squeezed",
    )
