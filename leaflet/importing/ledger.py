"""The ledger of words: source = placed + dropped − added, to the word. One off is a fault of the program."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from leaflet.importing.counted_words import tally, total
from leaflet.importing.original import Document, texts
from leaflet.values import Value

EntryKind = Literal[
    "dropped", "added", "printed", "moved", "flattened", "split", "merged", "guessed", "open", "decision"
]


class Entry(Value):
    """A line of the report: what happened to a text, where it stands in the source, and why."""

    kind: EntryKind
    address: str
    text: str
    reason: str


class WordCounts(Value):
    """The sums of the ledger; `source` is `placed` + `dropped` - `added`.

    A typed bullet or number of a list counts as placed: the list prints one in its stead ("printed").
    """

    source: int
    placed: int
    dropped: int
    added: int


class LedgerError(AssertionError):
    """The ledger does not close: the program lost or invented words."""


def check_reading(document: Document, counted: Counter[str]) -> None:
    """Hold what a reader built against the words of the file; raise `LedgerError` where they differ."""
    held = tally(
        *[words.plain for words in texts(document.sections)], *[each.text for each in document.missed]
    )
    if held != counted:
        raise LedgerError(f"reading: {_difference(counted, held)}")


def close(counted: Counter[str], placed: Sequence[str], entries: Sequence[Entry]) -> WordCounts:
    """Return the sums over the texts of a draft; raise `LedgerError` where the words do not add up."""
    put = tally(*placed, *[entry.text for entry in entries if entry.kind == "printed"])
    dropped = tally(*[entry.text for entry in entries if entry.kind == "dropped"])
    added = tally(*[entry.text for entry in entries if entry.kind == "added"])
    if put + dropped != counted + added:
        raise LedgerError(f"writing: {_difference(counted + added, put + dropped)}")
    return WordCounts(total(counted), total(put), total(dropped), total(added))


def _difference(wanted: Counter[str], found: Counter[str]) -> str:
    lost, invented = wanted - found, found - wanted
    return f"lost {_some(lost)}; invented {_some(invented)}"


def _some(words: Counter[str]) -> str:
    if not words:
        return "none"
    return f"{total(words)} ({', '.join(sorted(words)[:12])})"
