"""What the format knows and no page shows yet: a leaflet that would lose such words is not made."""

from collections.abc import Iterator

from leaflet import model
from leaflet.diagnostics import Finding, Span


def not_set(monograph: model.Monograph) -> tuple[Finding, ...]:
    """Return a finding for each part of a monograph that the leaflet could not show."""
    return tuple(
        Finding(
            code="L007",
            message=f"{what} cannot be printed yet",
            hint="say it in paragraphs, bullets, steps, definitions or a panel",
            span=span,
        )
        for what, span in _unset(monograph)
    )


def _unset(monograph: model.Monograph) -> Iterator[tuple[str, Span | None]]:
    for section in monograph.sections:
        for block in section.blocks:
            if isinstance(block, model.Figure) and block.figure.file not in monograph.pictures:
                yield f"the picture {block.figure.file!r} is not at hand and", block.span
