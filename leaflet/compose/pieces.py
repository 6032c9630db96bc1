"""The smallest pieces of a document, each made together with the element that owns it."""

from collections.abc import Sequence

from leaflet.blocks import Block, Heading, Origin, Paragraph, Words, WriteIn
from leaflet.inline import Text
from leaflet.structure import Element, Role

Composed = tuple[tuple[Block, ...], Element]
"""Blocks in order, and the element that holds them."""


def write_in_of(label: str, lines: int, origin: Origin) -> Composed:
    """Return a label with lines to write on."""
    owner = Element(Role.PARAGRAPH)
    return (WriteIn(Words(((label, False),), origin), lines, owner),), owner


def heading_of(words: Words, level: int) -> Heading:
    """Return a heading of level 1, 2 or 3."""
    roles = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
    return Heading(words, level, Element(roles[level - 1]))


def paragraph_of(words: Words) -> Paragraph:
    """Return a paragraph; one that ends with a colon leads into what follows."""
    return Paragraph(words, Element(Role.PARAGRAPH), leads=words.plain.endswith(":"))


def what_to_do_of(text: Text, source: str) -> Composed:
    """Return what to do about the side effects listed under it ("any of these")."""
    return alone(Paragraph(strong_of(text, source), Element(Role.PARAGRAPH), leads=True))


def alone(block: Paragraph) -> Composed:
    """Return a paragraph as a part of its own."""
    return (block,), block.owner


def gathered(parts: Sequence[Composed]) -> Composed:
    """Put the parts' blocks in a row, under one section element."""
    blocks = tuple(block for part in parts for block in part[0])
    return blocks, Element(Role.SECTION, tuple(part[1] for part in parts))


def words_of(text: Text, source: str) -> Words:
    """Return what the monograph says, with its strong words."""
    origin = Origin("monograph", text, source)
    if "strong" not in [run.style for run in text.runs]:
        return Words(((text.plain, False),), origin)
    runs: list[tuple[str, bool]] = []
    for run in text.runs:
        is_strong = run.style == "strong"
        if runs and runs[-1][1] is is_strong:
            runs[-1] = (runs[-1][0] + run.text, is_strong)
        else:
            runs.append((run.text, is_strong))
    return Words(tuple(runs), origin)


def strong_of(text: Text, source: str) -> Words:
    """Return what the monograph says, all of it strong."""
    return Words(((text.plain, True),), Origin("monograph", text, source))
