"""The book in which mapping enters all that it does to a text beyond placing it."""

from leaflet.importing.ledger import Entry, EntryKind
from leaflet.importing.original import Words


class Book:
    """Collects entries; whoever loses, adds or moves a word writes it here."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def enter(self, kind: EntryKind, address: str, text: str, reason: str) -> None:
        """Enter what happened to a text at an address."""
        self.entries.append(Entry(kind, address, " ".join(text.split()), reason))

    def drop(self, words: Words, reason: str) -> None:
        """Enter a text of the source that the draft does not have."""
        self.enter("dropped", words.address, words.plain, reason)

    def add(self, address: str, text: str, reason: str) -> None:
        """Enter words of the draft that the source has not, or not so often."""
        if text.strip():
            self.enter("added", address, text, reason)
