"""Compose the blocks that an author writes: lists, definitions, side effects, panels."""

from collections.abc import Sequence

from leaflet import model
from leaflet.blocks import ListBlock, ListItem, Origin, Panel, Picture, Words
from leaflet.compose.pieces import (
    Composed,
    alone,
    gathered,
    heading_of,
    paragraph_of,
    what_to_do_of,
    words_of,
    write_in_of,
)
from leaflet.inline import Text
from leaflet.structure import Element, Role

_BULLET = "•"
_DASH = "–"  # marks the items of a list in a list


def compose_block(block: model.Block, inherited: str) -> Composed:
    """Return a block of a section; `inherited` is the source of a block that names none."""
    source = block.source or inherited
    match block:
        case model.Paragraph():
            return alone(paragraph_of(words_of(block.paragraph, source)))
        case model.Bullets():
            return _list(block.bullets, "bullets", source)
        case model.Steps():
            return _list(block.steps, "steps", source)
        case model.Definitions():
            return _definitions(block.definitions, source)
        case model.WriteIn():
            return write_in_of(block.write_in, block.lines, Origin("monograph", source=source))
        case model.EffectsBlock():
            return _effects(block.side_effects, source)
        case model.Panel():
            return _plain_panel(block, source)


def _effects(effects: model.Effects, source: str) -> Composed:
    heading = heading_of(Words(((effects.heading, False),), Origin("monograph", source=source)), 3)
    parts: list[Composed] = [((heading,), heading.owner)]
    if effects.what_to_do is not None:
        parts.append(what_to_do_of(effects.what_to_do, source))
    parts.append(_list(effects.effects, "bullets", source))
    return gathered(parts)


def _plain_panel(block: model.Panel, source: str) -> Composed:
    heading = heading_of(Words(((block.panel, False),), Origin("monograph", source=source)), 3)
    parts = [compose_block(inner, source) for inner in block.blocks]
    blocks = tuple(inner for part in parts for inner in part[0] if not isinstance(inner, Panel | Picture))
    kids = (heading.owner, *(part[1] for part in parts))
    return (Panel("plain", heading, blocks),), Element(Role.SECTION, kids)


def bullets_of(phrases: Sequence[str]) -> tuple[tuple[ListBlock], Element]:
    """Return the program's own phrases as a bulleted list."""
    made = [_item(_BULLET, Words(((phrase, False),))) for phrase in phrases]
    block = ListBlock(tuple(item for item, _ in made), "bullets")
    return (block,), _list_element("bullets", [element for _, element in made])


def _list(items: Sequence[Text | model.Item], form: model.ListForm, source: str) -> Composed:
    set_items, elements = [], []
    for number, item in enumerate(items, start=1):
        label = f"{number}." if form == "steps" else _BULLET
        if isinstance(item, Text):
            set_item, element = _item(label, words_of(item, source))
        else:
            set_item, element = _nesting_item(label, item, source)
        set_items.append(set_item)
        elements.append(element)
    return (ListBlock(tuple(set_items), form),), _list_element(form, elements)


def _item(label: str, words: Words) -> tuple[ListItem, Element]:
    label_owner, owner = Element(Role.LABEL), Element(Role.BODY)
    item = ListItem(Words(((label, False),)), label_owner, words, owner)
    return item, Element(Role.ITEM, (label_owner, owner))


def _nesting_item(label: str, item: model.Item, source: str) -> tuple[ListItem, Element]:
    label_owner, owner = Element(Role.LABEL), Element(Role.PARAGRAPH)
    form: model.ListForm = "steps" if item.steps else "bullets"
    inner, elements = [], []
    for number, text in enumerate(item.steps or item.bullets, start=1):
        nested, element = _item(f"{number}." if form == "steps" else _DASH, words_of(text, source))
        inner.append(nested)
        elements.append(element)
    body = Element(Role.BODY, (owner, _list_element(form, elements)))
    nested_list = ListBlock(tuple(inner), form)
    words = Words(((label, False),))
    set_item = ListItem(words, label_owner, words_of(item.item, source), owner, nested_list)
    return set_item, Element(Role.ITEM, (label_owner, body))


def _definitions(definitions: Sequence[model.Definition], source: str) -> Composed:
    items, elements = [], []
    for definition in definitions:
        label_owner, owner = Element(Role.LABEL), Element(Role.BODY)
        term = Words(((definition.term, True),), Origin("monograph", source=source))
        items.append(ListItem(term, label_owner, words_of(definition.meaning, source), owner))
        elements.append(Element(Role.ITEM, (label_owner, owner)))
    return (ListBlock(tuple(items), "definitions"),), Element(Role.LIST, tuple(elements), numbering="None")


def _list_element(form: model.ListForm, items: Sequence[Element]) -> Element:
    return Element(Role.LIST, tuple(items), numbering="Decimal" if form == "steps" else "Disc")
