"""Lower the blocks that an author writes to nodes of the six primitives: one function a form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leaflet import inline, model
from leaflet.compose.grids import schedule_of, table_of
from leaflet.compose.pieces import (
    heading_of,
    item_of,
    lead_of,
    lines_of,
    panel_of,
    paragraph_of,
    typed,
    typed_line,
    typed_strong,
)
from leaflet.document.styles import STYLES, Style
from leaflet.document.tree import Node, Role, Tag, Text
from leaflet.handout import Logo
from leaflet.languages import Language

_BULLETS, _STEPS, _DEFINITIONS = (
    Tag(Role.LIST, numbering=numbering) for numbering in ("Disc", "Decimal", "None")
)
_LIST, _STEP_LIST, _NESTED = STYLES["list"], STYLES["steps"], STYLES["nested list"]
_ITEM, _STEP, _DEFINITION = STYLES["item"], STYLES["step"], STYLES["definition"]
_PARAGRAPH = Tag(Role.PARAGRAPH)
_INSTRUCTION = STYLES["instruction"]
_BULLET = Text.of("•")
_DASH = Text.of("–")  # marks the items of a list in a list


def lower(block: model.Block, inherited: str, language: Language) -> Node:
    """Return a block of a section as a node; `inherited` is the source of a block that names none."""
    source = block.source or inherited
    if isinstance(block, model.WriteIn):
        return lines_of(typed_line(block, "write_in", block.write_in, source), block.lines, language)
    if isinstance(block, model.Panel):
        heading = heading_of(typed_line(block, "panel", block.panel, source), 3)
        return panel_of([heading, *(lower(inner, source, language) for inner in block.blocks)])
    if isinstance(block, model.Table):
        return table_of(block, source, language)
    if isinstance(block, model.Schedule):
        return schedule_of(block, source, language)
    return _LOWERING[type(block)](block, source)


def bullets_of(phrases: Sequence[str]) -> Node:
    """Return the program's own phrases as a bulleted list."""
    return bulleted([Text.of(phrase) for phrase in phrases])


def bulleted(texts: Sequence[Text]) -> Node:
    """Return texts as a bulleted list."""
    return Node(_BULLETS, _LIST, tuple([item_of(_BULLET, text, _ITEM) for text in texts]))


def figure_of(block: model.Figure, inherited: str, pictures: Mapping[str, Logo]) -> Node:
    """Return a picture, which says in words what it shows, with its caption under it."""
    figure, source = block.figure, block.source or inherited
    tag = Tag(Role.FIGURE, alt=figure.alt.plain)
    drawing = Node(tag, STYLES["drawing"], image=pictures[figure.file])
    if figure.caption is None:
        return drawing
    caption = Node(_PARAGRAPH, STYLES["note"], text=typed(figure.caption, source))
    return Node(Tag(Role.SECTION), STYLES["figure"], (drawing, caption))


def _lines(block: model.Lines, source: str) -> Node:
    texts = [typed(line, source) for line in block.lines]
    first = Node(_PARAGRAPH, STYLES["paragraph"], text=texts[0])
    others = [Node(_PARAGRAPH, STYLES["line"], text=text) for text in texts[1:]]
    return Node(Tag(Role.SECTION), STYLES["group"], (first, *others))


def _note(block: model.Note, source: str) -> Node:
    return Node(_PARAGRAPH, STYLES["note"], text=typed(block.note, source))


def _heading(block: model.Heading, source: str) -> Node:
    return heading_of(typed_line(block, "heading", block.heading, source), 3)


def _paragraph(block: model.Paragraph, source: str) -> Node:
    return paragraph_of(typed(block.paragraph, source))


def _bullets(block: model.Bullets, source: str) -> Node:
    return _list(block.bullets, source)


def _steps(block: model.Steps, source: str) -> Node:
    return Node(_STEPS, _STEP_LIST, _numbered(block.steps, source))


def _list(items: Sequence[inline.Text | model.Item], source: str) -> Node:
    return Node(_BULLETS, _LIST, tuple([_item(_BULLET, item, _ITEM, source) for item in items]))


def _numbered(items: Sequence[inline.Text | model.Item], source: str) -> tuple[Node, ...]:
    return tuple(
        [_item(Text.of(f"{number}."), item, _STEP, source) for number, item in enumerate(items, start=1)]
    )


def _item(label: Text, item: inline.Text | model.Item, style: Style, source: str) -> Node:
    if isinstance(item, inline.Text):
        return item_of(label, typed(item, source), style)
    first, *others = [typed(text, source) for text in item.item]
    words = [Node(_PARAGRAPH, STYLES["body"], text=first), *map(paragraph_of, others)]
    if item.steps:
        words.append(Node(_STEPS, _NESTED, _numbered(item.steps, source)))
    elif item.bullets:
        dashed = tuple([item_of(_DASH, typed(text, source), _ITEM) for text in item.bullets])
        words.append(Node(_BULLETS, _NESTED, dashed))
    return item_of(label, words, style)


def _definitions(block: model.Definitions, source: str) -> Node:
    items = [
        item_of(
            typed_line(each, "term", each.term, source, strong=True), typed(each.meaning, source), _DEFINITION
        )
        for each in block.definitions
    ]
    return Node(_DEFINITIONS, _LIST, tuple(items))


def cases_of(cases: Sequence[model.Case], source: str) -> Node:
    """Return what to do in each case, every condition with its action."""
    items = [
        Node(
            Tag(Role.ITEM),
            STYLES["row"],
            (
                Node(Tag(Role.LABEL), STYLES["condition"], text=typed(case.condition, source)),
                Node(Tag(Role.BODY), STYLES["case action"], text=typed(case.action, source)),
            ),
        )
        for case in cases
    ]
    return Node(_DEFINITIONS, STYLES["cases"], tuple(items))


def effects_of(instruction: inline.Text | None, blocks: Sequence[model.EffectsBlock], inherited: str) -> Node:
    """Return groups of side effects under the instruction that they share."""
    kids = (
        [Node(Tag(Role.PARAGRAPH), _INSTRUCTION, text=typed_strong(instruction, inherited))]
        if instruction
        else []
    )
    kids += [_effects(block, block.source or inherited) for block in blocks]
    return Node(Tag(Role.SECTION), STYLES["effects"], tuple(kids))


def _effects(block: model.EffectsBlock, source: str) -> Node:
    effects = block.side_effects
    kids = [heading_of(typed_line(effects, "heading", effects.heading, source), 3)]
    if effects.what_to_do is not None and spelled(effects.what_to_do.plain) != spelled(effects.heading):
        kids.append(lead_of(typed_strong(effects.what_to_do, source)))
    style = STYLES["urgent" if effects.seriousness == "emergency" else "effect group"]
    return Node(Tag(Role.SECTION), style, (*kids, _list(effects.effects, source)))


def spelled(words: str) -> str:
    """Return words so that those that say the same compare equal: "Get help" and "Get help."."""
    return " ".join(words.casefold().rstrip(".!: ").split())


_LOWERING: dict[type, Callable[[Any, str], Node]] = {
    model.Paragraph: _paragraph,
    model.Bullets: _bullets,
    model.Steps: _steps,
    model.Definitions: _definitions,
    model.EffectsBlock: _effects,
    model.Heading: _heading,
    model.Lines: _lines,
    model.Note: _note,
}
