"""What no page could show: a leaflet that would lose a picture is not made."""

from leaflet import model
from leaflet.diagnostics import Finding


def not_set(monograph: model.Monograph) -> tuple[Finding, ...]:
    """Return a finding for each part of a monograph that the leaflet could not show."""
    return tuple(
        Finding(
            code="L007",
            message=f"the picture {block.figure.file!r} is not at hand, so that no page can show it",
            hint="put it beside the monograph, and read both with leaflet.load",
            span=block.span,
        )
        for section in monograph.sections
        for block in section.blocks
        if isinstance(block, model.Figure) and block.figure.file not in monograph.pictures
    )
