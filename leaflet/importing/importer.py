"""The whole way of an import: bytes → Original → draft, and a ledger that closes."""

from collections import Counter
from collections.abc import Sequence

from leaflet.importing.book import Book
from leaflet.importing.counted_words import total
from leaflet.importing.draft import Draft, DraftSection
from leaflet.importing.draft_head import UNNAMED, head_of, source_of
from leaflet.importing.drafted_blocks import Placer
from leaflet.importing.ledger import Entry, WordCounts, check_reading, close
from leaflet.importing.mapping import map_sections
from leaflet.importing.mending import mended
from leaflet.importing.original import Document, LeftOut, Original
from leaflet.importing.own import Monographed
from leaflet.importing.readers import Lookup, Reading, read_original
from leaflet.importing.reading_order import check_order
from leaflet.importing.refusal import RefusedError
from leaflet.importing.tracked_changes import parted, tell
from leaflet.values import Value

_DECIDED_BY_PEOPLE = ("open", "decision", "guessed", "dropped", "flattened")


class Wish(Value, kw_only=True):
    """What the person who imports has chosen; "" and None where they leave it to the file."""

    ident: str = ""
    classes: tuple[str, ...] = ()
    composition: int | None = None


class Imported(Value, kw_only=True):
    """A draft, and the account of how it came about."""

    original: Original
    document: Document
    draft: Draft
    words: WordCounts
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def needs_decision(self) -> bool:
        """Tell whether anything is left for a person to decide."""
        return any(entry.kind in _DECIDED_BY_PEOPLE for entry in self.entries)


def import_bytes(data: bytes, name: str, wish: Wish, lookup: Lookup = lambda _: b"") -> Imported:
    """Return the draft of a file; raise `RefusedError` with a sentence where there is none to be had."""
    reading = read_original(data, name, lookup)
    index = _chosen(reading, wish.composition)
    return drafted(reading, index, wish)


def drafted(reading: Reading, index: int, wish: Wish) -> Imported:
    """Return the draft of one document of a file; raise `LedgerError` where a word is lost or invented."""
    document, counted = reading.original.documents[index], reading.counts[index]
    check_reading(document, counted)
    book = Book()
    without = parted(document)
    document = without.document
    tell(without.changes, book)
    _tell_of_others(reading.original.documents, index, book)
    draft = (
        _kept(document, wish, book) if document.typed is not None else _mapped(reading, document, wish, book)
    )
    draft = mended(draft, book)
    words = close(counted, tuple(draft.texts()), book.entries)
    if document.typed is None:
        check_order(document.sections, draft, book.entries)
    return Imported(
        original=reading.original,
        document=document,
        draft=draft,
        words=words,
        entries=tuple(book.entries),
        left_out=(*_others(reading, index), *reading.original.left_out),
    )


def _kept(document: Document, wish: Wish, book: Book) -> Draft:
    """Return the monograph that an export of one holds."""
    own: Monographed = document.typed
    for label in document.said_twice:
        book.enter("merged", label.address, label.plain, "a title, said again with its markup")
    for fact in own.facts:
        book.enter("printed", "", fact, "the program words this from the facts in the head")
    chosen = {"id": wish.ident} if wish.ident else {}
    head = {**own.head, **chosen, **({"classes": list(wish.classes)} if wish.classes else {})}
    for key in [key for key, value in head.items() if value is None]:
        book.enter("open", "", key, "the monograph leaves it open")
    sections = tuple(DraftSection("", section) for section in own.sections)
    return Draft(head=head, warnings=own.warnings, sections=sections, pictures=own.pictures)


def _mapped(reading: Reading, document: Document, wish: Wish, book: Book) -> Draft:
    """Return the draft that a document of the field becomes."""
    source = source_of(document, reading.original.format, reading.original.sha256)
    head = head_of(document, wish.ident, wish.classes, source, book)
    placer = Placer(book, str(head["id"]), "" if head["name"] == UNNAMED else str(head["name"]))
    for missed in document.missed:
        book.enter("printed" if missed.is_mark else "dropped", missed.address, missed.text, missed.reason)
    for label in document.said_twice:
        book.enter(
            "merged", label.address, label.plain, "the label of its part, said again at the start of its text"
        )
    warnings, sections = map_sections(document.sections, str(head["language"]), placer)
    if not sections:
        raise RefusedError(
            f"{document.title!r} has titles, but no text under them", "export the document again"
        )
    return Draft(head=head, warnings=warnings, sections=sections, pictures=placer.pictures)


def _chosen(reading: Reading, composition: int | None) -> int:
    """Return which document is imported: the one asked for, else the leaflet for patients."""
    documents = reading.original.documents
    if composition is not None:
        if not 1 <= composition <= len(documents):
            raise RefusedError(
                f"there is no document {composition} in the file", f"choose from {_listed(documents)}"
            )
        return composition - 1
    kinds = [document.kind for document in documents]
    found = [index for kind in ("patient", "unknown") for index, each in enumerate(kinds) if each == kind]
    if not found:
        raise RefusedError(
            f"the file holds only text for professionals: {_listed(documents)}",
            "find the leaflet for patients; to import this all the same, choose it with --composition",
        )
    longest: Counter[int] = Counter({index: total(reading.counts[index]) for index in found})
    patient = [index for index in found if kinds[index] == kinds[found[0]]]
    return max(patient, key=lambda index: longest[index])


def _tell_of_others(documents: Sequence[Document], index: int, book: Book) -> None:
    """Enter that the file holds more than one leaflet, and which one was taken."""
    alike = [document for document in documents if document.kind == documents[index].kind]
    if len(alike) > 1 and documents[index].kind != "professional":
        reason = (
            f"the file holds {len(alike)} leaflets; number {index + 1} of {_listed(documents)} is taken:"
            " choose another with --composition"
        )
        book.enter("decision", "", documents[index].title, reason)


def _listed(documents: Sequence[Document]) -> str:
    named = [
        f"{number} {document.title[:80] or 'without a title'!r}"
        for number, document in enumerate(documents, 1)
    ]
    return ", ".join(named[:8])


def _others(reading: Reading, index: int) -> list[LeftOut]:
    return [
        LeftOut(document.title, total(counted), _why(document))
        for other, (document, counted) in enumerate(
            zip(reading.original.documents, reading.counts, strict=True)
        )
        if other != index
    ]


def _why(document: Document) -> str:
    reasons = {
        "professional": "for professionals",
        "carton": "what stands on the carton",
    }
    return reasons.get(document.kind, "another document of the file")
