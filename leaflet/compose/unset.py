"""What the format knows and no page shows yet: a leaflet that would lose such words is not made."""

from collections.abc import Iterator

from leaflet import model
from leaflet.diagnostics import Finding, Span

_BLOCKS: tuple[tuple[type[model.BlockNode], str], ...] = (
    (model.Heading, "heading"),
    (model.Lines, "lines"),
    (model.Table, "table"),
    (model.Figure, "figure"),
    (model.Schedule, "schedule"),
    (model.Note, "note"),
)


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
    yield from _in_head(monograph)
    for section in monograph.sections:
        for block in section.blocks:
            yield from _in_block(block)


def _in_head(monograph: model.Monograph) -> Iterator[tuple[str, Span | None]]:
    if monograph.facts != model.Facts():
        yield "'facts'", monograph.span_of("facts")
    for key in ("say_as", "form", "strengths"):
        if getattr(monograph, key):
            yield f"'{key}'", monograph.span_of(key)
    for warning in monograph.warnings:
        if isinstance(warning.signs, tuple):
            yield "a list of signs", warning.span_of("signs")
        if isinstance(warning.action, tuple):
            yield "a list of actions", warning.span_of("action")


def _in_block(block: model.Block) -> Iterator[tuple[str, Span | None]]:
    for form, key in _BLOCKS:
        if isinstance(block, form):
            yield f"a block '{key}'", block.span
    for inner in block.blocks if isinstance(block, model.Panel) else ():
        yield from _in_block(inner)
    if isinstance(block, model.Bullets | model.Steps):
        items = block.bullets if isinstance(block, model.Bullets) else block.steps
        for item in items:
            if isinstance(item, model.Item) and len(item.item) > 1:
                yield "an item of several paragraphs", item.span
