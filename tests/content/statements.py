"""Flatten a monograph to its printed words: statements for facts, sentences for plain language.

A statement is a sentence together with what it hangs on: a list item follows its lead-in, what a
panel says follows its hazard, a side effect follows its heading. So a sign moved to the other panel,
or an effect to the other group, is another statement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.inline import Text
from leaflet.model import Bullets, EffectsBlock, Item, Monograph, Paragraph, SafetyWarning, Section

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or item as printed; `lead` is what it hangs on, `place` a warning's kind or a topic."""

    place: str
    words: str
    lead: str = ""
    paragraph: int = 0  # statements of one printed paragraph or item share the number

    @property
    def whole(self) -> str:
        """The statement with its lead-in, explanations of terms included."""
        return f"{self.lead} {self.words}" if self.lead else self.words


def statements(monograph: Monograph) -> tuple[Statement, ...]:
    """Return everything `monograph` prints below its title, headings aside, in reading order."""
    texts = [*_of_warnings(monograph.warnings)]
    for section in monograph.sections:
        texts += _of_section(section)
    return tuple(
        Statement(place=place, words=words, lead=lead, paragraph=number)
        for number, (place, lead, text) in enumerate(texts)
        for words in sentences(text)
        if not words.endswith(":")  # a lead-in is said with each item under it
    )


def sentences(text: Text) -> tuple[str, ...]:
    """Return the sentences of `text`, explanations included."""
    return tuple(_SENTENCE.split(text.plain))


def headings(monograph: Monograph) -> tuple[str, ...]:
    """Return every heading typed in `monograph`."""
    groups = [
        block.side_effects.heading
        for section in monograph.sections
        for block in section.blocks
        if isinstance(block, EffectsBlock)
    ]
    typed = [section.heading for section in monograph.sections if section.heading]
    return (*typed, *groups)


def printed(monograph: Monograph) -> str:
    """Return all typed words in one string: title, purpose, headings and statements."""
    body = (statement.words for statement in statements(monograph))
    return "\n".join((monograph.name, monograph.purpose.plain, *headings(monograph), *body))


_Placed = tuple[str, str, Text]  # place, lead-in, text


def _of_warnings(warnings: tuple[SafetyWarning, ...]) -> Iterator[_Placed]:
    for warning in warnings:
        lead = f"{warning.hazard.plain}:"
        yield warning.kind, "", warning.hazard
        for text in (warning.signs, warning.action, warning.consequence):
            if text is not None:
                assert isinstance(text, Text), f"{warning.kind}: a list has no statement form yet"
                yield warning.kind, lead, text


def _of_section(section: Section) -> Iterator[_Placed]:
    if section.what_to_do is not None:
        yield section.topic, "", section.what_to_do
    lead = ""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield section.topic, "", block.paragraph
            lead = sentences(block.paragraph)[-1] if block.paragraph.plain.endswith(":") else ""
        elif isinstance(block, Bullets):
            for item in block.bullets:
                # An item with items of its own has no statement form yet: say so rather than lose it.
                assert not isinstance(item, Item), f"{item.item} has a list of its own"
                yield section.topic, lead, item
            lead = ""
        elif isinstance(block, EffectsBlock):
            yield from _of_effects(section, block)
        else:
            raise AssertionError(f"no statement form for {type(block).__name__}")


def _of_effects(section: Section, block: EffectsBlock) -> Iterator[_Placed]:
    group = block.side_effects
    for effect in group.effects:
        yield section.topic, f"{group.heading}:", effect
    if group.what_to_do is not None:
        yield section.topic, f"{group.heading}:", group.what_to_do
