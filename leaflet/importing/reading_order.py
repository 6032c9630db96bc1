"""The ledger's second lock: the words of each block stand in one section of the source, in that order.

The sums alone would not notice a word that moved into another section, or words that changed places.
"""

from collections import Counter
from collections.abc import Sequence

from leaflet.importing.counted_words import tally, words
from leaflet.importing.draft import Draft, Typed, printed
from leaflet.importing.ledger import Entry, LedgerError
from leaflet.importing.original import Section, texts

_CHANGES = ("added", "guessed", "printed", "merged", "decision")
"""Entries that tell of words which a block does not have from its place."""


def check_order(sections: Sequence[Section], draft: Draft, entries: Sequence[Entry]) -> None:
    """Raise `LedgerError` where a block's words do not stand in its section of the source, in their order."""
    said: dict[str, list[str]] = {}
    for text in texts(sections):
        said.setdefault(text.address.split(".")[0], []).extend(words(text.plain))
    told = tally(*[entry.text for entry in entries if entry.kind in _CHANGES])
    for section in draft.sections:
        for block in section.typed["blocks"]:
            address = str(block.get("from", section.typed["from"]))
            source = said.get(address.split(".")[0])
            if source is not None:
                _check(block, address, source, told)


def _check(block: Typed, address: str, source: Sequence[str], told: Counter[str]) -> None:
    """Follow a block's words through its section; those that entries tell of may come from elsewhere."""
    for texts_in_order in _in_order(block):
        own = [word for text in texts_in_order for word in words(text) if word not in told]
        _follow(own, address, source)


def _in_order(block: Typed) -> list[list[str]]:
    """Return the texts of a block that follow one another; heads of several rows stand column by column."""
    said = {key: value for key, value in block.items() if key != "from"}
    table = said.get("table")
    if not isinstance(table, dict):
        return [list(printed(said))]
    rest = {key: value for key, value in table.items() if key != "columns"}
    return [list(printed(rest)), *[[head] for head in printed(table.get("columns", []))]]


def _follow(own: Sequence[str], address: str, source: Sequence[str]) -> None:
    at = 0
    for word in own:
        try:
            at = source.index(word, at) + 1
        except ValueError:
            raise LedgerError(
                f"order: {word!r} of the block from {address} does not follow there in the source"
            ) from None
