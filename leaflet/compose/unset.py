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


def left_open(monograph: model.Monograph) -> tuple[Finding, ...]:
    """Return a finding for each field that nobody has filled in yet: no leaflet shows a gap."""
    return tuple(
        Finding(
            code="S605",
            message=f"'{field.key}' is left open",
            hint="state it from the source, or delete the key where it may be left out",
            span=field.span,
        )
        for field in monograph.open_fields
    )
