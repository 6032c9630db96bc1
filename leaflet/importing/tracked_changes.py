"""Part what a source deleted, hides or newly put in from what it says, and give account of it."""

from collections.abc import Sequence

from leaflet.importing.book import Book
from leaflet.importing.original import (
    Block,
    Callout,
    Cell,
    Change,
    Definition,
    Definitions,
    Document,
    Listing,
    Missed,
    Section,
    Table,
)
from leaflet.values import Value, altered

_SHOWN = 5  # of the changes that are told in one line


class Parted(Value):
    """A document without its changes, and the changes in reading order."""

    document: Document
    changes: tuple[Change, ...]


def parted(document: Document) -> Parted:
    """Return a document without hidden words and marks of changes; these stand beside it."""
    found: list[Change] = []
    sections = tuple(_section(section, found) for section in document.sections)
    gone = [Missed(each.words.address, each.words.plain, each.reason) for each in found if each.is_gone]
    return Parted(
        altered(document, sections=sections, missed=(*document.missed, *gone)) if found else document,
        tuple(found),
    )


def tell(changes: Sequence[Change], book: Book) -> None:
    """Enter that tracked changes were taken as approved: all that were put in are one decision."""
    put_in = [each.words.plain for each in changes if not each.is_gone]
    if put_in:
        more = f" and {len(put_in) - _SHOWN} more" if len(put_in) > _SHOWN else ""
        book.enter(
            "decision", changes[0].words.address, " | ".join(put_in[:_SHOWN]) + more,
            f"the source tracks changes: {len(put_in)} insertions are taken as approved; are they?",
        )  # fmt: skip
    if gone := [each for each in changes if each.is_gone]:
        book.enter(
            "decision", gone[0].words.address, "",
            f"the source strikes out or hides {len(gone)} texts: they are left out; is that right?",
        )  # fmt: skip


def _section(section: Section, found: list[Change]) -> Section:
    blocks = _blocks(section.blocks, found)
    return altered(section, blocks=blocks, sections=tuple(_section(each, found) for each in section.sections))


def _blocks(blocks: Sequence[Block], found: list[Change]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Change):
            found.append(block)
        else:
            kept.append(_block(block, found))
    return tuple(kept)


def _block(block: Block, found: list[Change]) -> Block:
    match block:
        case Listing(items=items):
            return altered(block, items=tuple(filter(None, [_blocks(item, found) for item in items])))
        case Definitions(pairs=pairs):
            kept = [Definition(_blocks(pair.terms, found), _blocks(pair.meaning, found)) for pair in pairs]
            return altered(block, pairs=tuple([pair for pair in kept if pair.terms or pair.meaning]))
        case Table(rows=rows):
            return altered(block, rows=tuple([tuple([_cell(cell, found) for cell in row]) for row in rows]))
        case Callout(blocks=inside):
            return altered(block, blocks=_blocks(inside, found))
        case _:
            return block


def _cell(cell: Cell, found: list[Change]) -> Cell:
    return altered(cell, blocks=_blocks(cell.blocks, found))
