"""Columns set with tabs: lines one under another become a table, for a space would join their words."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from leaflet.importing.book import Book
from leaflet.importing.inline_marks import split_lines
from leaflet.importing.original import Block, Cell, Paragraph, Span, Table, Words
from leaflet.inline import has_words

_ONLY_A_MARK = re.compile(r"\W*(?:\d{1,2}|[A-Za-z])?\W*")
_FIRST = "columns typed with tabs are a table: does each value stand in its own?"
_ALONE = "a tab stands between words: it is printed as a space; do they belong together?"


def tabbed(blocks: Sequence[Block], book: Book) -> list[Block]:
    """Return blocks with lines in columns as tables; a single such line stays, and is told of."""
    found: list[Block] = []
    for is_set, group in groupby(_lines(blocks), key=_is_set):
        lines = [*group]
        paragraphs = [block for block in lines if isinstance(block, Paragraph)]
        if is_set and len(paragraphs) > 1:
            address = paragraphs[0].words.address
            rows = [tuple(map(_cell, _columns(block.words))) for block in paragraphs]
            found.append(Table(None, tuple(rows), 0, address))
            book.enter("decision", address, paragraphs[0].words.plain, _FIRST)
        else:
            for block in paragraphs if is_set else ():
                book.enter("decision", block.words.address, block.words.plain, _ALONE)
            found += lines
    return found


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, the lines of a paragraph that has columns one by one."""
    for block in blocks:
        if isinstance(block, Paragraph) and any(span.style == "column" for span in block.words.spans):
            yield from map(Paragraph, split_lines(block.words))
        else:
            yield block


def _is_set(block: Block) -> bool:
    """Tell whether a line has columns, and not only a bullet or a number set before its words."""
    if not isinstance(block, Paragraph):
        return False
    columns = _columns(block.words)
    return len(columns) > 1 and _ONLY_A_MARK.fullmatch(columns[0].plain) is None


def _columns(words: Words) -> list[Words]:
    columns: list[list[Span]] = [[]]
    for span in words.spans:
        if span.style == "column":
            columns.append([])
        else:
            columns[-1].append(span)
    return [
        Words(tuple(spans), words.address) for spans in columns if any(has_words(each.text) for each in spans)
    ]


def _cell(words: Words) -> Cell:
    return Cell((Paragraph(words),))
