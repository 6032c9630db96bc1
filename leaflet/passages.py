"""Everything a monograph prints, flattened: one passage a text, in reading order, with its role and place.

Content rules, coverage and `leaflet trace` read a monograph this way; only composing needs its tree.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import (
    Block,
    Bullets,
    Definitions,
    EffectsBlock,
    Figure,
    Heading,
    Item,
    Lines,
    ListItem,
    Monograph,
    Note,
    Panel,
    Paragraph,
    SafetyWarning,
    Schedule,
    Section,
    Steps,
    Table,
    Topic,
    WarningKind,
    WriteIn,
)
from leaflet.values import Value

Role = Literal[
    "name",
    "purpose",
    "hazard",
    "signs",
    "condition",
    "action",
    "consequence",
    "heading",
    "subheading",
    "paragraph",
    "item",
    "step",
    "term",
    "meaning",
    "effect",
    "what_to_do",
    "label",
    "line",
    "caption",
    "column",
    "cell",
    "alt",
    "note",
    "reason",
]


_Said = tuple[Text, Role, str]
"""Words of a block, what they are, and where in the YAML they stand."""


class Passage(Value):
    """One printed text: its words, what it is, where in the YAML it stands and where its facts come from."""

    text: Text
    role: Role
    path: str  # in the YAML, such as sections[2].blocks[0].bullets[1]
    topic: Topic | None = None
    warning: WarningKind | None = None
    source: str | None = None

    @property
    def plain(self) -> str:
        """The words as they are printed."""
        return self.text.plain

    def locate(self, start: int, end: int) -> Span | None:
        """Return where characters `start` to `end` of `plain` were typed; None if made in a program."""
        return self.text.locate(start, end)


def passages(monograph: Monograph) -> tuple[Passage, ...]:
    """Return every text the monograph prints, in reading order."""
    return tuple(_passages(monograph))


def passages_of(section: Section) -> tuple[Passage, ...]:
    """Return every text of one section, in reading order; paths start at the section."""
    return tuple(_section(section, ""))


def _passages(monograph: Monograph) -> Iterator[Passage]:
    yield Passage(Text.verbatim(monograph.name), "name", "name")
    yield Passage(monograph.purpose, "purpose", "purpose")
    for number, warning in enumerate(monograph.warnings):
        yield from _warning(warning, f"warnings[{number}]")
    for number, section in enumerate(monograph.sections):
        yield from _section(section, f"sections[{number}].")
    for number, silence in enumerate(monograph.not_covered):
        reason = Text.verbatim(silence.reason)
        yield Passage(text=reason, role="reason", path=f"not_covered[{number}].reason")


def _warning(warning: SafetyWarning, path: str) -> Iterator[Passage]:
    for role, where, text in _warning_texts(warning):
        yield Passage(text, role, f"{path}.{where}", None, warning.kind, warning.source)


def _warning_texts(warning: SafetyWarning) -> Iterator[tuple[Role, str, Text]]:
    yield "hazard", "hazard", warning.hazard
    if isinstance(warning.signs, tuple):
        for number, sign in enumerate(warning.signs):
            yield "signs", f"signs[{number}]", sign
    elif warning.signs is not None:
        yield "signs", "signs", warning.signs
    if isinstance(warning.action, tuple):
        for number, case in enumerate(warning.action):
            yield "condition", f"action[{number}]", case.condition
            yield "action", f"action[{number}]", case.action
    else:
        yield "action", "action", warning.action
    if warning.consequence is not None:
        yield "consequence", "consequence", warning.consequence


def _section(section: Section, path: str) -> Iterator[Passage]:
    topic, own = section.topic, section.source
    if section.heading is not None:
        yield Passage(Text.verbatim(section.heading), "heading", f"{path}heading", topic, None, own)
    if section.what_to_do is not None:
        yield Passage(section.what_to_do, "what_to_do", f"{path}what_to_do", topic, None, own)
    for number, block in enumerate(section.blocks):
        source = block.source or own
        for text, role, where in _block(block, f"{path}blocks[{number}]"):
            yield Passage(text, role, where, topic, None, source)


def _block(block: Block, path: str) -> Iterator[_Said]:
    """Yield the words of a block: each form has its own walk."""
    return _WALKS[type(block)](block, path)


def _panel(block: Panel, path: str) -> Iterator[_Said]:
    yield Text.verbatim(block.panel), "subheading", f"{path}.panel"
    for number, inner in enumerate(block.blocks):
        yield from _block(inner, f"{path}.blocks[{number}]")


def _table(block: Table, path: str) -> Iterator[_Said]:
    rows = [[(cell, f"[{at}]") for at, cell in enumerate(row) if cell.plain] for row in block.table.rows]
    return _grid(block.table.caption, block.table.columns, rows, f"{path}.table", "columns")


def _schedule(block: Schedule, path: str) -> Iterator[_Said]:
    plan = block.schedule
    rows = [
        [(row.when, ".when"), *((dose, f".doses[{at}]") for at, dose in enumerate(row.doses) if dose.plain)]
        for row in plan.rows
    ]
    return _grid(plan.caption, plan.times, rows, f"{path}.schedule", "times")


def _grid(
    caption: Text | None,
    heads: Iterable[Text],
    rows: Iterable[Iterable[tuple[Text, str]]],
    place: str,
    head_key: str,
) -> Iterator[_Said]:
    """Yield the words of rows and columns in reading order: caption, heads, then row by row."""
    if caption is not None:
        yield caption, "caption", f"{place}.caption"
    for number, head in enumerate(heads):
        if head.plain:
            yield head, "column", f"{place}.{head_key}[{number}]"
    for number, row in enumerate(rows):
        for cell, where in row:
            yield cell, "cell", f"{place}.rows[{number}]{where}"


def _figure(block: Figure, path: str) -> Iterator[_Said]:
    picture = block.figure
    yield picture.alt, "alt", f"{path}.figure.alt"
    if picture.caption is not None:
        yield picture.caption, "caption", f"{path}.figure.caption"


def _heading(block: Heading, path: str) -> Iterator[_Said]:
    yield Text.verbatim(block.heading), "subheading", f"{path}.heading"


def _paragraph(block: Paragraph, path: str) -> Iterator[_Said]:
    yield block.paragraph, "paragraph", f"{path}.paragraph"


def _definitions(block: Definitions, path: str) -> Iterator[_Said]:
    for number, entry in enumerate(block.definitions):
        place = f"{path}.definitions[{number}]"
        yield Text.verbatim(entry.term), "term", f"{place}.term"
        yield entry.meaning, "meaning", f"{place}.meaning"


def _lines(block: Lines, path: str) -> Iterator[_Said]:
    for number, line in enumerate(block.lines):
        yield line, "line", f"{path}.lines[{number}]"


def _note(block: Note, path: str) -> Iterator[_Said]:
    yield block.note, "note", f"{path}.note"


def _write_in(block: WriteIn, path: str) -> Iterator[_Said]:
    yield Text.verbatim(block.write_in), "label", f"{path}.write_in"


def _items(items: Iterable[ListItem], role: Role, path: str) -> Iterator[_Said]:
    for number, item in enumerate(items):
        place = f"{path}[{number}]"
        if isinstance(item, Item):
            several = len(item.item) > 1
            for at, text in enumerate(item.item):
                yield text, role, f"{place}.item{f'[{at}]' if several else ''}"
            yield from _items(item.bullets, "item", f"{place}.bullets")
            yield from _items(item.steps, "step", f"{place}.steps")
        else:
            yield item, role, place


def _effects(block: EffectsBlock, path: str) -> Iterator[_Said]:
    group, path = block.side_effects, f"{path}.side_effects"
    yield Text.verbatim(group.heading), "subheading", f"{path}.heading"
    if group.what_to_do is not None:
        yield group.what_to_do, "what_to_do", f"{path}.what_to_do"
    for number, effect in enumerate(group.effects):
        yield effect, "effect", f"{path}.effects[{number}]"


_WALKS: dict[type, Callable[[Any, str], Iterator[_Said]]] = {
    Paragraph: _paragraph,
    Bullets: lambda block, path: _items(block.bullets, "item", f"{path}.bullets"),
    Steps: lambda block, path: _items(block.steps, "step", f"{path}.steps"),
    Definitions: _definitions,
    WriteIn: _write_in,
    Lines: _lines,
    Note: _note,
    Heading: _heading,
    Table: _table,
    Figure: _figure,
    Schedule: _schedule,
    EffectsBlock: _effects,
    Panel: _panel,
}
