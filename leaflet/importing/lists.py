"""Lists of a source: the format knows two levels; what lies deeper or between items stays in order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from leaflet.importing.original import Block, Heading, Listing, Note, Paragraph, Span, Words, block_texts
from leaflet.importing.paragraphs import restored
from leaflet.inline import has_words

if TYPE_CHECKING:
    from leaflet.importing.blocks import Placer, Typed


def place_list(listing: Listing, placer: "Placer") -> "list[Typed]":
    """Return a list, or several where a table, a picture or words between items part it."""
    if listing.ordered and any(not _is_plain(item) for item in listing.items):
        return _numbered_paragraphs(listing, placer)
    placed: list[Typed] = []
    items: list[Any] = []

    def close() -> None:
        if items:
            placed.append({"steps" if listing.ordered else "bullets": list(items), "from": listing.address})
            items.clear()

    for item in listing.items:
        words, under, rest = _parts(item)
        items += _item(words, under, placer)
        if rest:
            close()
            placed += placer.place(rest)
    close()
    return placed


def _is_plain(item: Sequence[Block]) -> bool:
    return not _parts(item)[2]


def _parts(item: Sequence[Block]) -> tuple[list[Words], list[Listing], list[Block]]:
    """Return an item's own words, the lists under them, and what comes after and fits neither."""
    words: list[Words] = []
    under: list[Listing] = []
    blocks = list(item)
    while blocks and isinstance(blocks[0], Paragraph | Heading | Note) and not under:
        block = blocks.pop(0)
        assert isinstance(block, Paragraph | Heading | Note)  # noqa: S101 - for the type checker
        words.append(block.words)
    while words and blocks and isinstance(blocks[0], Listing):
        block = blocks.pop(0)
        assert isinstance(block, Listing)  # noqa: S101 - for the type checker
        under.append(block)
    return words, under, blocks


def _item(words: Sequence[Words], under: Sequence[Listing], placer: "Placer") -> list[Any]:
    """Return an item as it is typed: a text, or a mapping with its paragraphs and the list under it."""
    texts = [placer.text(each) for each in words if placer.says(each)]
    inner = [text for listing in under for text in _flat(listing, placer)]
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


def _flat(listing: Listing, placer: "Placer") -> list[str]:
    """Return the items of a list under an item; those of a third level follow their own on the same level."""
    texts: list[str] = []
    for item in listing.items:
        own = [words for block in item if not isinstance(block, Listing) for words in block_texts(block)]
        said = [placer.text(words) for words in own if placer.says(words)]
        if len(said) > 1:
            placer.book.enter(
                "merged", listing.address, " ".join(said), "paragraphs of one item under an item"
            )
        texts += [" ".join(said)] if said else []
        for deeper in [block for block in item if isinstance(block, Listing)]:
            placer.book.enter("flattened", deeper.address, "", "a list of a third level stands on the second")
            texts += _flat(deeper, placer)
    return texts


def _numbered_paragraphs(listing: Listing, placer: "Placer") -> "list[Typed]":
    """Return steps with pictures or tables between them as paragraphs that keep their numbers."""
    placed: list[Typed] = []
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}."
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
