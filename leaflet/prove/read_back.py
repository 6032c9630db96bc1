"""Hold what a reader of the finished file gets against the document: every leaflet, before it leaves.

The words come from the bytes that were painted, by the map from codes to characters that the file holds.
"""

from collections.abc import Iterator, Mapping, Sequence

from leaflet.diagnostics import Finding
from leaflet.document.tree import Artifact, Document, Owner
from leaflet.layout.boxes import Layout, Page, PlacedFragment
from leaflet.prove.page_codes import EXPLANATIONS

Said = Mapping[Owner, Sequence[str]]
"""The words that a page gives its reader, owner by owner, in painting order."""


def prove_reading(document: Document, layout: Layout, pages: Sequence[Said]) -> tuple[Finding, ...]:
    """Return where a reader gets other words than the document's; nothing where the file may leave."""
    messages = [*_running(document, pages), *_furniture(layout, pages)]
    hint = f"report it: the program wrote the leaflet wrongly ({EXPLANATIONS['V009'].title.lower()})"
    return tuple([Finding(code="V009", message=message, hint=hint) for message in messages])


def _running(document: Document, pages: Sequence[Said]) -> Iterator[str]:
    read: dict[Owner, list[str]] = {}
    for page in pages:
        for owner, words in page.items():
            read.setdefault(owner, []).extend(words)
    for leaf, words in document.words:
        got = "".join(read.get(leaf, ()))
        if got[:-1] != words and got.split() != words.split():  # a space is painted at each line's end
            yield f"a reader of the file gets {got!r} where the leaflet says {words!r}"


def _furniture(layout: Layout, pages: Sequence[Said]) -> Iterator[str]:
    for page, said in zip(layout.pages, pages, strict=True):
        for kind in (Artifact.HEADER, Artifact.FOOTER):
            got = "".join(said.get(kind, ())).split()
            # Nearly every page has its header and footer from its furniture alone: those are few lines.
            if got != _words_of(kind, page.furniture) and got != _words_of(kind, _painted(page)):
                said_there = f"page {page.number} reads {' '.join(got)!r} in its {kind.value}"
                yield f"{said_there}, and that was not laid out"


def _painted(page: Page) -> tuple[PlacedFragment, ...]:
    """Return all that a page paints, in the order in which it is painted."""
    *headers, footer = page.furniture
    return (*headers, *page.fragments, footer)


def _words_of(kind: Artifact, painted: Sequence[PlacedFragment]) -> list[str]:
    lines = [line for placed in painted for line in placed.fragment.lines if line.owner is kind]
    # A line that ends inside an address or a long strength has no space after it.
    return "".join([line.slug.printed for line in lines]).split()
