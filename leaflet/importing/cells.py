"""The texts of a table's cells: what holds more than one is joined, each part behind a mark."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet.importing.book import Book
from leaflet.importing.inline_marks import split_lines, without_start
from leaflet.importing.original import Block, Cell, Heading, Listing, Note, Paragraph, Span, Table, Words
from leaflet.importing.paragraphs import enter_mark, mark_of
from leaflet.inline import has_words

PART = "•"
"""What parts the items of a text that was a list, or paragraphs."""
_LONGEST_CELL = 1500
_LARGE = 3  # a heading of this level or above is one of the page, not of a cell
_GOES_ON = re.compile(r"[(\[a-z,;:]")
_MARKED = re.compile(r"[•●○◦▪▫■□◾⁃∙·*‣➢✓–—-]")


class CellText(NamedTuple):
    """The words of a cell as one text, and the marks in it that the source does not have."""

    words: Words
    marks: str


def holds_text(cell: Cell) -> bool:
    """Tell whether a cell is words and lists of words only, and not a whole page of them."""
    if not all(_is_text(block) for block in cell.blocks):
        return False
    return sum(len(words.plain) for words, _ in _parts(cell.blocks)) <= _LONGEST_CELL


def only_signs(cell: Cell) -> str:
    """Return what a cell says that has no letter and no digit: a dash, a tick; "" where it says more."""
    if not cell.blocks or not all(map(is_words, cell.blocks)):
        return ""
    said = " ".join([words.plain for words, _ in _parts(cell.blocks)]).strip()
    return "" if has_words(said) else said


def is_dash(signs: str) -> bool:
    """Tell whether signs only say that there is nothing."""
    return not signs.strip("-–—‐‑−. ")


def _is_text(block: Block) -> bool:
    return is_words(block) and not (isinstance(block, Heading) and block.level <= _LARGE)


def is_words(block: Block) -> bool:
    """Tell whether a block is words and lists of words only."""
    if isinstance(block, Listing):
        return all(is_words(inner) for item in block.items for inner in item)
    return isinstance(block, Paragraph | Heading | Note)


def cell_text(cell: Cell) -> CellText:
    """Return the words of a cell as one text; items and unfinished paragraphs stand behind marks."""
    return joined(list(_parts(cell.blocks)))


def joined(parts: Sequence[tuple[Words, bool]], mark: str = PART) -> CellText:
    """Return texts as one; those that are items, or follow a line without an end, behind a mark."""
    spans: list[Span] = []
    marks: list[str] = []
    for words, is_item in parts:
        if not words.spans:
            continue
        said = "".join([span.text for span in spans]).rstrip()
        begins = words.plain.lstrip()
        ends = not said or said.endswith((".", "!", "?", ":", ";", ","))
        needs = is_item or not (ends or _GOES_ON.match(begins))
        if needs and not _MARKED.match(begins):
            marks.append(mark)
            spans.append(Span(f" {mark} " if said else f"{mark} "))
        elif spans:
            spans.append(Span(" "))
        spans += words.spans
    address = parts[0][0].address if parts else ""
    return CellText(Words(tuple(spans), address), " ".join(marks))


def _parts(blocks: Sequence[Block], is_item: bool = False) -> Iterator[tuple[Words, bool]]:
    """Yield the lines of blocks, and whether each begins an item of a list."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Note):
            for index, words in enumerate(split_lines(block.words)):
                yield words, is_item and index == 0
                is_item = False
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _parts(item, True)


def parts_of(blocks: Sequence[Block]) -> list[tuple[Words, bool]]:
    """Return the lines of blocks of text, and whether each begins an item of a list."""
    return list(_parts(blocks))


def typed_list(table: Table, book: Book) -> Listing | None:
    """Return the list that a table without heads only sets in columns: each cell begins with a bullet."""
    cells = [cell for row in table.rows for cell in row if cell.blocks]
    if table.head_rows or not cells or not all(map(_is_bulleted, cells)):
        return None
    items: list[tuple[Block, ...]] = []
    for cell in cells:
        for block in cell.blocks:
            if isinstance(block, Listing):
                items += block.items
                continue
            assert isinstance(block, Paragraph)  # noqa: S101 - `_is_bulleted` asked for it
            for words in split_lines(block.words):
                mark = mark_of(words.plain)
                enter_mark(words, mark, book)
                items.append((Paragraph(without_start(words, len(mark))),))
    return Listing(tuple(items), False, table.address)


def _is_bulleted(cell: Cell) -> bool:
    return all(
        isinstance(block, Listing)
        or (isinstance(block, Paragraph) and all(mark_of(words.plain) for words in split_lines(block.words)))
        for block in cell.blocks
    )
