"""Terms of a source with their meanings: definitions where they are words, else headings."""

from typing import TYPE_CHECKING, Any

from leaflet.importing.cells import is_words, joined, parts_of
from leaflet.importing.inline_marks import line
from leaflet.importing.original import Definition, Definitions, Heading, Paragraph
from leaflet.inline import find_markup, has_words

if TYPE_CHECKING:
    from leaflet.importing.drafted_blocks import Placer, Typed

_LONGEST_TERM = 200


def place_definitions(definitions: Definitions, placer: "Placer") -> "list[Typed]":
    """Return the terms as they are typed; where one is more than a line, each part in its order."""
    pairs = definitions.pairs
    if pairs and all(map(_is_plain, pairs)):
        typed: list[Any] = []
        for pair in pairs:
            words, marks = joined(parts_of(pair.meaning))
            placer.book.add(words.address, marks, "a mark that parts the items of a meaning")
            typed.append({"term": line(parts_of(pair.terms)[0][0]), "meaning": placer.text(words)})
        return [{"definitions": typed, "from": definitions.address}]
    placed: list[Typed] = []
    for pair in pairs:
        for term in pair.terms:
            placed += (
                placer.heading(term.words) if isinstance(term, Paragraph | Heading) else placer.block(term)
            )
        placed += placer.place(pair.meaning)
    return placed


def _is_plain(pair: Definition) -> bool:
    """Tell whether a pair is one line and words about it."""
    if not all(map(is_words, (*pair.terms, *pair.meaning))):
        return False
    terms, meaning = parts_of(pair.terms), parts_of(pair.meaning)
    if len(terms) != 1 or not meaning:
        return False
    said = line(terms[0][0])
    fits = len(said) <= _LONGEST_TERM and find_markup(said) is None
    return fits and has_words(said) and any(has_words(words.plain) for words, _ in meaning)
