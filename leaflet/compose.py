"""Compose a monograph into a document: every word in reading order, each owned by an element.

The words depend on the monograph, its language and the region; never on the profile or the paper, so
that every variant says the same (Directive 2001/83/EC, art. 56a).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from leaflet import model
from leaflet.blocks import (
    OWN,
    REGION,
    Block,
    Document,
    Furniture,
    Heading,
    ListBlock,
    ListItem,
    Origin,
    Panel,
    Paragraph,
    Picture,
    Words,
    WriteIn,
)
from leaflet.coverage import gaps
from leaflet.endmatter import compose_end
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.inline import Text
from leaflet.languages import Language
from leaflet.regions import Region
from leaflet.structure import Element, Role

_Composed = tuple[tuple[Block, ...], Element]  # blocks in order, and the element that holds them
_BULLET = "•"
_DASH = "–"  # marks the items of a list in a list


def compose(
    monograph: model.Monograph, language: Language, region: Region | None, handout: Handout = NO_HANDOUT
) -> Document:
    """Return the leaflet's words and structure, complete and in reading order."""
    composer = _Composer(monograph, language, region)
    parts = [
        composer.title(),
        *(composer.warning(warning) for warning in sorted(monograph.warnings, key=_urgency)),
        *(composer.section(section) for section in monograph.sections),
        *compose_end(language, handout),
        *composer.gaps(),
        composer.about_leaflet(),
    ]
    blocks = [block for part in parts for block in part[0]]
    title, *rest = (part[1] for part in parts)
    return Document(
        title=monograph.name,
        language=monograph.language,
        root=Element(Role.DOCUMENT, (*title.kids, *rest)),
        blocks=tuple(blocks),
        furniture=composer.furniture(),
        unbroken=tuple(name for name in (monograph.name, *monograph.other_names) if " " in name),
    )


def _urgency(warning: model.SafetyWarning) -> int:
    """Return a warning's place on page 1: the emergency first."""
    return ("overdose", "withdrawal", "caution").index(warning.kind)


class _Composer:
    """Turns each part of a monograph into blocks and their element."""

    def __init__(self, monograph: model.Monograph, language: Language, region: Region | None) -> None:
        self._monograph = monograph
        self._language = language
        self._region = region

    def furniture(self) -> Furniture:
        """Return what stands on every page (UKAAF; CCLVI: sheets get separated)."""
        monograph, language = self._monograph, self._language
        return Furniture(
            identity=language.say(
                "identity",
                name=monograph.name,
                version=monograph.version,
                date=language.date(monograph.date),
            ),
            draft="" if monograph.is_approved else language.say("draft"),
            page_label=language.phrases["page"],
        )

    def title(self) -> _Composed:
        """Compose the name and, beside a name that can be mixed up, the purpose (USP <17>)."""
        name = _heading(Words(((self._monograph.name, False),), Origin("monograph")), 1)
        purpose = _paragraph(_words(self._monograph.purpose, ""))
        return (name, purpose), Element(Role.SECTION, (name.owner, purpose.owner))

    def warning(self, warning: model.SafetyWarning) -> _Composed:
        """Compose a panel: signal, hazard, signs, action, consequence (ISMP; ANSI Z535)."""
        source = warning.source
        heading = _heading(Words(((warning.signal, False),), Origin("monograph", source=source)), 2)
        parts = [_strong(warning.hazard, source)]
        if warning.signs is not None:
            parts.append(_words(warning.signs, source))
        parts.append(_strong(warning.action, source))
        if warning.kind == "overdose":
            parts.append(self._emergency())
        parts.append(_words(warning.consequence, source))
        paragraphs = tuple(_paragraph(words) for words in parts)
        symbol = Element(Role.FIGURE, alt=self._language.say(f"symbol_{warning.kind}"))
        panel = Panel(warning.kind, heading, paragraphs, symbol)
        kids = (symbol, heading.owner, *(paragraph.owner for paragraph in paragraphs))
        return (panel,), Element(Role.SECTION, kids)

    def _emergency(self) -> Words:
        """Return whom to call: the region's words, since the monograph gives no number."""
        if self._region is None:
            return Words(((self._language.say("emergency"), True),), OWN)
        numbers = self._language.say("or").join(self._region.emergency)
        phrase = self._language.say("emergency_here", region=self._region.adjective, numbers=numbers)
        return Words(((phrase, True),), REGION)

    def section(self, section: model.Section) -> _Composed:
        """Compose a section under its heading."""
        typed = section.heading
        title = typed or self._language.heading(section.topic, self._monograph.name)
        origin = Origin("monograph", source=section.source) if typed else OWN
        heading = _heading(Words(((title, False),), origin), 2)
        parts: list[_Composed] = [((heading,), heading.owner)]
        if section.what_to_do is not None:
            parts.append(_what_to_do(section.what_to_do, section.source))
        parts += [_compose_block(block, section.source) for block in section.blocks]
        return _gathered(parts)

    def gaps(self) -> Iterable[_Composed]:
        """Compose the panel that names what the monograph leaves open; nothing fills a gap (STANDARDS, 5)."""
        open_topics = self._language.gap_lines(gaps(self._monograph, self._language))
        if not open_topics:
            return
        say = self._language.say
        heading = _heading(Words(((say("gaps"), False),)), 2)
        items = [_item(_BULLET, Words(((topic, False),))) for topic in open_topics]
        owner = _list_element("bullets", [element for _, element in items])
        topics = ListBlock(tuple(item for item, _ in items), "bullets")
        ask = _paragraph(Words(((say("gaps_ask"), False),)))
        panel = Panel("plain", heading, (topics, ask))
        yield (panel,), Element(Role.SECTION, (heading.owner, owner, ask.owner))

    def about_leaflet(self) -> _Composed:
        """Compose the last lines: what the leaflet rests on and who stands behind it."""
        say, region = self._language.say, self._region
        titles = [_source_title(source) for source in self._monograph.sources.values()]
        phrases = [say("sources", sources="; ".join(titles)), *self._status()]
        words = [Words(((" ".join(phrases), False),))]
        if region is not None and region.advice:
            advice = say("advice_here", region=region.title, name=region.advice_name, number=region.advice)
            words.append(Words(((advice, False),), REGION))
        return _gathered([_alone(_paragraph(each)) for each in words])

    def _status(self) -> Iterable[str]:
        review, language = self._monograph.review, self._language
        if not self._monograph.is_approved or review.by is None or review.on is None:
            yield language.say("draft_status")
            return
        yield language.say("approved_status", by=review.by, date=language.date(review.on))
        if review.due is not None:
            yield language.say("review_due", date=language.date(review.due))


def _compose_block(block: model.Block, inherited: str) -> _Composed:
    source = block.source or inherited
    match block:
        case model.Paragraph():
            return _alone(_paragraph(_words(block.paragraph, source)))
        case model.Bullets():
            return _list(block.bullets, "bullets", source)
        case model.Steps():
            return _list(block.steps, "steps", source)
        case model.Definitions():
            return _definitions(block.definitions, source)
        case model.WriteIn():
            return _write_in(block.write_in, block.lines, Origin("monograph", source=source))
        case model.EffectsBlock():
            return _effects(block.side_effects, source)
        case model.Panel():
            return _plain_panel(block, source)


def _effects(effects: model.Effects, source: str) -> _Composed:
    heading = _heading(Words(((effects.heading, False),), Origin("monograph", source=source)), 3)
    parts: list[_Composed] = [((heading,), heading.owner)]
    if effects.what_to_do is not None:
        parts.append(_what_to_do(effects.what_to_do, source))
    parts.append(_list(effects.effects, "bullets", source))
    return _gathered(parts)


def _plain_panel(block: model.Panel, source: str) -> _Composed:
    heading = _heading(Words(((block.panel, False),), Origin("monograph", source=source)), 3)
    parts = [_compose_block(inner, source) for inner in block.blocks]
    blocks = tuple(inner for part in parts for inner in part[0] if not isinstance(inner, Panel | Picture))
    kids = (heading.owner, *(part[1] for part in parts))
    return (Panel("plain", heading, blocks),), Element(Role.SECTION, kids)


def _list(items: Sequence[Text | model.Item], form: model.ListForm, source: str) -> _Composed:
    set_items, elements = [], []
    for number, item in enumerate(items, start=1):
        label = f"{number}." if form == "steps" else _BULLET
        if isinstance(item, Text):
            set_item, element = _item(label, _words(item, source))
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
        nested, element = _item(f"{number}." if form == "steps" else _DASH, _words(text, source))
        inner.append(nested)
        elements.append(element)
    body = Element(Role.BODY, (owner, _list_element(form, elements)))
    nested_list = ListBlock(tuple(inner), form)
    words = Words(((label, False),))
    set_item = ListItem(words, label_owner, _words(item.item, source), owner, nested_list)
    return set_item, Element(Role.ITEM, (label_owner, body))


def _definitions(definitions: Sequence[model.Definition], source: str) -> _Composed:
    items, elements = [], []
    for definition in definitions:
        label_owner, owner = Element(Role.LABEL), Element(Role.BODY)
        term = Words(((definition.term, True),), Origin("monograph", source=source))
        items.append(ListItem(term, label_owner, _words(definition.meaning, source), owner))
        elements.append(Element(Role.ITEM, (label_owner, owner)))
    return (ListBlock(tuple(items), "definitions"),), Element(Role.LIST, tuple(elements), numbering="None")


def _list_element(form: model.ListForm, items: Sequence[Element]) -> Element:
    return Element(Role.LIST, tuple(items), numbering="Decimal" if form == "steps" else "Disc")


def _write_in(label: str, lines: int, origin: Origin) -> _Composed:
    owner = Element(Role.PARAGRAPH)
    return (WriteIn(Words(((label, False),), origin), lines, owner),), owner


def _heading(words: Words, level: int) -> Heading:
    roles = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
    return Heading(words, level, Element(roles[level - 1]))


def _paragraph(words: Words) -> Paragraph:
    return Paragraph(words, Element(Role.PARAGRAPH), leads=words.plain.endswith(":"))


def _what_to_do(text: Text, source: str) -> _Composed:
    """Compose what to do about the side effects listed under it ("any of these")."""
    return _alone(replace(_paragraph(_strong(text, source)), leads=True))


def _alone(block: Paragraph) -> _Composed:
    return (block,), block.owner


def _gathered(parts: Sequence[_Composed]) -> _Composed:
    """Put the parts' blocks in a row, under one section element."""
    blocks = tuple(block for part in parts for block in part[0])
    return blocks, Element(Role.SECTION, tuple(part[1] for part in parts))


def _words(text: Text, source: str) -> Words:
    origin = Origin("monograph", text, source)
    return Words(tuple((run.text, run.style == "strong") for run in text.runs), origin)


def _strong(text: Text, source: str) -> Words:
    return Words(((text.plain, True),), Origin("monograph", text, source))


def _source_title(source: model.Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher) if part)
