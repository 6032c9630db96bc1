"""Everything a monograph prints, flattened: one passage a text, in reading order, with its role and place.

Content rules, coverage and `leaflet trace` read a monograph this way; only composing needs its tree.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import (
    Block,
    Bullets,
    Definitions,
    EffectsBlock,
    Item,
    ListItem,
    Monograph,
    Node,
    Panel,
    Paragraph,
    PlainBlock,
    SafetyWarning,
    Section,
    Steps,
    Topic,
    WarningKind,
    WriteIn,
)
from leaflet.source import LocatedStr
from leaflet.values import Value

Role = Literal[
    "name",
    "purpose",
    "signal",
    "hazard",
    "signs",
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
]


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
    yield Passage(text=_line(monograph, "name", monograph.name), role="name", path="name")
    yield Passage(text=monograph.purpose, role="purpose", path="purpose")
    for number, warning in enumerate(monograph.warnings):
        yield from _warning(warning, f"warnings[{number}]")
    for number, section in enumerate(monograph.sections):
        yield from _section(section, f"sections[{number}].")


def _warning(warning: SafetyWarning, path: str) -> Iterator[Passage]:
    texts: tuple[tuple[Role, Text | None], ...] = (
        ("signal", _line(warning, "signal", warning.signal)),
        ("hazard", warning.hazard),
        ("signs", warning.signs),
        ("action", warning.action),
        ("consequence", warning.consequence),
    )
    for role, text in texts:
        if text is not None:
            yield Passage(
                text=text, role=role, path=f"{path}.{role}", warning=warning.kind, source=warning.source
            )


def _section(section: Section, path: str) -> Iterator[Passage]:
    found: list[Passage] = []
    if section.heading is not None:
        found.append(
            Passage(text=_line(section, "heading", section.heading), role="heading", path=f"{path}heading")
        )
    if section.what_to_do is not None:
        found.append(Passage(text=section.what_to_do, role="what_to_do", path=f"{path}what_to_do"))
    sources = [section.source] * len(found)
    for number, block in enumerate(section.blocks):
        inside = list(_block(block, f"{path}blocks[{number}]"))
        found += inside
        sources += [block.source or section.source] * len(inside)
    for passage, source in zip(found, sources, strict=True):
        yield Passage(
            text=passage.text, role=passage.role, path=passage.path, topic=section.topic, source=source
        )


def _block(block: Block, path: str) -> Iterator[Passage]:
    if isinstance(block, EffectsBlock):
        yield from _effects(block, f"{path}.side_effects")
    elif isinstance(block, Panel):
        yield Passage(text=_line(block, "panel", block.panel), role="subheading", path=f"{path}.panel")
        for number, inner in enumerate(block.blocks):
            yield from _plain_block(inner, f"{path}.blocks[{number}]")
    else:
        yield from _plain_block(block, path)


def _plain_block(block: PlainBlock, path: str) -> Iterator[Passage]:
    if isinstance(block, Paragraph):
        yield Passage(text=block.paragraph, role="paragraph", path=f"{path}.paragraph")
    elif isinstance(block, Bullets):
        yield from _items(block.bullets, "item", f"{path}.bullets")
    elif isinstance(block, Steps):
        yield from _items(block.steps, "step", f"{path}.steps")
    elif isinstance(block, Definitions):
        for number, entry in enumerate(block.definitions):
            place = f"{path}.definitions[{number}]"
            yield Passage(text=_line(entry, "term", entry.term), role="term", path=f"{place}.term")
            yield Passage(text=entry.meaning, role="meaning", path=f"{place}.meaning")
    elif isinstance(block, WriteIn):
        yield Passage(text=_line(block, "write_in", block.write_in), role="label", path=f"{path}.write_in")


def _items(items: Iterable[ListItem], role: Role, path: str) -> Iterator[Passage]:
    for number, item in enumerate(items):
        place = f"{path}[{number}]"
        if isinstance(item, Item):
            yield Passage(text=item.item, role=role, path=f"{place}.item")
            yield from _items(item.bullets, "item", f"{place}.bullets")
            yield from _items(item.steps, "step", f"{place}.steps")
        else:
            yield Passage(text=item, role=role, path=place)


def _effects(block: EffectsBlock, path: str) -> Iterator[Passage]:
    group = block.side_effects
    yield Passage(text=_line(group, "heading", group.heading), role="subheading", path=f"{path}.heading")
    if group.what_to_do is not None:
        yield Passage(text=group.what_to_do, role="what_to_do", path=f"{path}.what_to_do")
    for number, effect in enumerate(group.effects):
        yield Passage(text=effect, role="effect", path=f"{path}.effects[{number}]")


def _line(node: Node, key: str, value: str) -> Text:
    """Return a plain line as a `Text`, so that places inside it can be asked for like any other."""
    typed = node.typed(key)
    return Text.verbatim(typed if isinstance(typed, LocatedStr) else value)
