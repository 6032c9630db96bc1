"""An imported document as one tree, whatever its format was: the ledger of every word.

Each text has an address. `s3.p7` is the paragraph that stands seventh in the third section, `s3.2` the second
section inside that one, `s3.t4.r2.c1` a cell, `s3.l5.i2` an item, `s3.f6` a figure, `s3.title` a title.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, TypeAlias

from leaflet.values import Value

Style = Literal["plain", "strong", "raised", "lowered", "column"]
"""`column` is white space that sets what follows into a column of its own: a tab."""
Kind = Literal["patient", "professional", "carton", "unknown"]


class Span(Value):
    """Characters of one style; a line break of the source is a line feed in `text`."""

    text: str
    style: Style = "plain"
    link: str = ""


class Words(Value):
    """A text of the source and where it stands."""

    spans: tuple[Span, ...]
    address: str

    @property
    def plain(self) -> str:
        """The characters without their styles."""
        return "".join([span.text for span in self.spans])


class Paragraph(Value):
    """Running text."""

    words: Words


class Heading(Value):
    """A heading inside a section; `level` 1 is the highest that the document's text uses."""

    words: Words
    level: int


class Note(Value):
    """A footnote, at the place of its mark; `is_marked` where the mark stands in the words."""

    words: Words
    is_marked: bool = False


class Listing(Value):
    """A list; an item is blocks, since a source may put anything into one."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool
    address: str
    marks: tuple[str, ...] = ()
    """What its numbers read as, where they are not 1, 2, 3 …"""


class Cell(Value):
    """A cell of a table and how many columns and rows it takes."""

    blocks: tuple["Block", ...]
    is_head: bool = False
    across: int = 1
    down: int = 1


class Table(Value):
    """A table as it was typed: rows are as long as the source made them."""

    caption: Words | None
    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int
    address: str


class Definition(Value):
    """A term, or several that share a meaning, and what is said of it."""

    terms: tuple["Block", ...]
    meaning: tuple["Block", ...]


class Definitions(Value):
    """Terms with their meanings."""

    pairs: tuple[Definition, ...]
    address: str


class Figure(Value):
    """A picture: its bytes, or why there are none."""

    alt: str
    data: bytes
    missing: str
    address: str


class Change(Value):
    """Words that the source shows to nobody (`is_gone`), or that a tracked change put in."""

    words: Words
    reason: str
    is_gone: bool


class Callout(Value):
    """Blocks that the source frames as urgent, under a heading of their own."""

    heading: Words
    blocks: tuple["Block", ...]
    urgency: Literal["urgent", "immediate", "boxed"]
    address: str


Block: TypeAlias = Paragraph | Heading | Note | Listing | Definitions | Table | Figure | Callout | Change


class Section(Value):
    """A section of the source with the codes it was given."""

    title: Words | None
    codes: tuple[str, ...]
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]
    address: str


class Publication(Value, kw_only=True):
    """What a document says of itself."""

    title: str = ""
    publisher: str = ""
    identifier: str = ""
    version: str = ""
    date: datetime.date | None = None
    date_is_of_file: bool = False  # when the file was saved, which need not be the date of its words
    url: str = ""
    licence: str = ""
    language: str = ""
    names: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    legal: str = ""
    strengths: tuple[str, ...] = ()
    form: str = ""


class Missed(Value):
    """Words of the source that its reader did not put into the tree, with the reason."""

    address: str
    text: str
    reason: str
    is_mark: bool = False  # of a list, which prints its own


class Document(Value, kw_only=True):
    """One document of a file: a leaflet, or what professionals read."""

    title: str
    kind: Kind
    publication: Publication
    sections: tuple[Section, ...]
    missed: tuple[Missed, ...] = ()
    said_twice: tuple[Words, ...] = ()
    """Labels of parts whose text begins with the same words: one text, which is counted once."""
    typed: Any = None
    """The monograph itself, where the file is an export of one (`own.Monographed`)."""


class LeftOut(Value):
    """A part of the file that is not imported, and how many words it has."""

    title: str
    words: int
    reason: str


class Original(Value, kw_only=True):
    """A file that was read: its documents, and what is beside them."""

    format: str
    documents: tuple[Document, ...]
    left_out: tuple[LeftOut, ...] = ()
    sha256: str = ""


def same_letters(one: Words, other: Words) -> bool:
    """Tell whether two texts have the same letters and digits, whatever their case and signs."""
    return _letters(one) == _letters(other)


def _letters(words: Words) -> str:
    return "".join([char for char in words.plain.casefold() if char.isalnum()])


def texts(sections: Sequence[Section]) -> Iterator[Words]:
    """Yield every text of some sections in reading order: the one walk over an Original."""
    for section in sections:
        if section.title is not None:
            yield section.title
        for block in section.blocks:
            yield from block_texts(block)
        yield from texts(section.sections)


def block_texts(block: Block) -> Iterator[Words]:
    """Yield every text of a block in reading order."""
    match block:
        case Paragraph(words=words) | Heading(words=words) | Note(words=words):
            yield words
        case Listing(items=items):
            yield from _each(chain.from_iterable(items))
        case Definitions(pairs=pairs):
            yield from _each(chain.from_iterable([(*pair.terms, *pair.meaning) for pair in pairs]))
        case Table():
            yield from _table_texts(block)
        case Figure(alt=alt, address=address) if alt:
            yield Words((Span(alt),), address)
        case Callout(heading=heading, blocks=blocks):
            yield heading
            yield from _each(blocks)
        case Change(words=words, is_gone=True):
            yield words


def _table_texts(table: Table) -> Iterator[Words]:
    if table.caption is not None:
        yield table.caption
    for row in table.rows:
        for cell in row:
            yield from _each(cell.blocks)


def _each(blocks: Iterable[Block]) -> Iterator[Words]:
    for block in blocks:
        yield from block_texts(block)
