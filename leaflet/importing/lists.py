"""Lists of a source: the format knows two levels; what lies deeper stands in its item's text, in order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from leaflet.importing.cells import is_words, joined, parts_of, typed_list
from leaflet.importing.inline_marks import without_start
from leaflet.importing.original import Block, Heading, Listing, Note, Paragraph, Span, Table, Words
from leaflet.importing.paragraphs import enter_mark, is_mark, mark_of, restored
from leaflet.inline import has_words
from leaflet.values import altered

if TYPE_CHECKING:
    from leaflet.importing.drafted_blocks import Placer, Typed

_DEEPER = "–"


def place_list(listing: Listing, placer: "Placer") -> "list[Typed]":
    """Return a list, or several where a table or a picture between items parts it."""
    listing = altered(
        listing, items=tuple(_with_lists(_unmarked(item, placer), placer) for item in listing.items)
    )
    if listing.ordered and (listing.marks or any(_parts(item)[3] for item in listing.items)):
        return _numbered_paragraphs(listing, placer)
    placed: list[Typed] = []
    items: list[Any] = []

    def close() -> None:
        if items:
            placed.append({"steps" if listing.ordered else "bullets": list(items), "from": listing.address})
            items.clear()

    for item in listing.items:
        for note in [block for block in item if isinstance(block, Note) and not block.is_marked]:
            reason = "a footnote stands in its item, without a mark"
            placer.book.enter("moved", note.words.address, note.words.plain, reason)
        words, under, after, rest = _parts(item)
        items += _around(words, under, after, placer) if after else _item(words, under, placer)
        if rest:
            close()
            placed += placer.place(rest)
    close()
    return placed


def _with_lists(item: Sequence[Block], placer: "Placer") -> tuple[Block, ...]:
    """Return an item whose tables are lists where they only set one in columns."""
    return tuple(_with_list(block, placer) for block in item)


def _unmarked(item: Sequence[Block], placer: "Placer") -> Sequence[Block]:
    """Return an item without a bullet that was typed into it as well."""
    first = item[0] if item else None
    if isinstance(first, Paragraph) and len(item) > 1 and is_mark(first.words.plain):
        enter_mark(first.words, first.words.plain, placer.book)
        return item[1:]
    mark = mark_of(first.words.plain) if isinstance(first, Paragraph) else ""
    if not isinstance(first, Paragraph) or not mark or "\n" in first.words.plain:
        return item
    enter_mark(first.words, mark, placer.book)
    return (Paragraph(without_start(first.words, len(mark))), *item[1:])


def _with_list(block: Block, placer: "Placer") -> Block:
    if isinstance(block, Table):
        return typed_list(block, placer.book) or block
    if isinstance(block, Listing):
        return altered(block, items=tuple(_with_lists(item, placer) for item in block.items))
    return block


def _parts(item: Sequence[Block]) -> tuple[list[Words], list[Listing], list[Words], list[Block]]:
    """Return an item's own words, the lists under them, words after these, and what fits none of these."""
    words: list[Words] = []
    under: list[Listing] = []
    after: list[Words] = []
    blocks = list(item)
    while blocks and isinstance(blocks[0], Paragraph | Heading | Note):
        words.append(_words(blocks.pop(0)))
    while words and blocks and isinstance(block := blocks[0], Listing) and is_words(block):
        under.append(block)
        blocks.pop(0)
    if under and blocks and all(isinstance(block, Paragraph | Note) for block in blocks):
        after = [_words(block) for block in blocks]
        blocks = []
    return words, under, after, blocks


def _words(block: Block) -> Words:
    assert isinstance(block, Paragraph | Heading | Note)  # noqa: S101 - callers have looked
    return block.words


def _item(words: Sequence[Words], under: Sequence[Listing], placer: "Placer") -> list[Any]:
    """Return an item as it is typed: a text, or a mapping with its paragraphs and the list under it."""
    texts = [placer.text(each) for each in words if placer.says(each)]
    inner = [text for listing in under for item in listing.items for text in _inner(item, listing, placer)]
    if not texts:  # what lies under an item without words of its own stands in its place
        return list(inner)
    if not inner:
        return [texts[0] if len(texts) == 1 else {"item": texts}]
    form = "steps" if under[0].ordered else "bullets"
    if len(texts) > 1:  # the format knows an item of several paragraphs, or one with a list under it
        placer.book.enter(
            "merged", words[0].address, texts[0], "the paragraphs of an item over a list are one text"
        )
    return [{"item": " ".join(texts), form: inner}]


def _inner(item: Sequence[Block], listing: Listing, placer: "Placer") -> list[str]:
    """Return an item of the second level as one text; a list under it stands in that text."""
    if any(isinstance(block, Listing) for block in item):
        placer.book.enter(
            "flattened", listing.address, "", "a list of a third level stands in its item's text"
        )
    elif len(item) > 1:
        placer.book.enter("merged", listing.address, "", "paragraphs of one item under an item are one text")
    return _one_text(item, placer)


def _around(
    words: Sequence[Words], under: Sequence[Listing], after: Sequence[Words], placer: "Placer"
) -> list[Any]:
    """Return an item whose words go on behind the list in it: that list stands in its text."""
    placer.book.enter(
        "flattened", words[0].address, "", "words go on behind a list in an item: the list stands in its text"
    )
    first = _one_text([*[Paragraph(each) for each in words], *under], placer)
    texts = [*first, *[placer.text(each) for each in after if placer.says(each)]]
    return [texts[0] if len(texts) == 1 else {"item": texts}] if texts else []


def _one_text(blocks: Sequence[Block], placer: "Placer") -> list[str]:
    """Return blocks of an item as one text; none where they say nothing."""
    if not all(map(is_words, blocks)):
        blocks = [Paragraph(words) for block in blocks for words in _texts(block, placer)]
    said = [(words, is_item) for words, is_item in parts_of(blocks) if placer.says(words)]
    if not said:
        return []
    words, marks = joined(said, _DEEPER)
    placer.book.add(words.address, marks, "a mark that parts what was a list in an item")
    return [placer.text(words)]


def _texts(block: Block, placer: "Placer") -> list[Words]:
    from leaflet.importing.original import block_texts

    placer.book.enter(
        "flattened", "", "", "more than words in an item of the second level: its words stand there"
    )
    return list(block_texts(block))


def _numbered_paragraphs(listing: Listing, placer: "Placer") -> "list[Typed]":
    """Return steps that do not just count from 1, or have pictures between them, with their numbers typed."""
    placed: list[Typed] = []
    marks = listing.marks or tuple(f"{number}." for number in range(1, len(listing.items) + 1))
    for mark, item in zip(marks, listing.items, strict=True):
        blocks = restored(item, placer.book)
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph) and has_words(first.words.plain):
            spans = (Span(f"{mark} ", "plain"), *first.words.spans)
            blocks[0] = Paragraph(Words(spans, first.words.address))
        else:
            blocks.insert(0, Paragraph(Words((Span(mark),), listing.address)))
        placer.book.add(listing.address, mark, "the number that the source's list prints")
        for block in blocks:
            placed += placer.block(block)
    return placed
