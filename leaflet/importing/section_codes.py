"""Codes of sections held against their titles: codes lie more often, so a title wins, which is entered."""

from collections.abc import Iterator, Sequence

from leaflet.importing.book import Book
from leaflet.importing.original import Section, Words
from leaflet.importing.topics import disagree, misnumbered, of_codes, of_title
from leaflet.values import altered

_ENOUGH_LIES = 2  # one is a slip; two mean that the file's codes are shifted or copied


def without_lies(sections: Sequence[Section], book: Book) -> tuple[Section, ...]:
    """Take the codes from titles that name no topic, where codes of the document are proved wrong."""
    proofs = list(_lies(sections))
    return (
        tuple(_uncoded(section, book) for section in sections)
        if len(proofs) >= _ENOUGH_LIES
        else tuple(sections)
    )


def _lies(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        title = section.title.plain if section.title is not None else ""
        if disagree(of_title(title), of_codes(section.codes)) or misnumbered(title, section.codes):
            yield title
        yield from _lies(section.sections)


def _uncoded(section: Section, book: Book) -> Section:
    inner = tuple(_uncoded(each, book) for each in section.sections)
    codes = section.codes
    if section.title is not None and not of_title(section.title.plain) and of_codes(codes):
        book.enter(
            "guessed", section.address, section.title.plain,
            f"the code says {', '.join(of_codes(codes))}, but codes of this file are wrong: not believed",
        )  # fmt: skip
        codes = ()
    return altered(section, codes=codes, sections=inner)


def compare_codes(title: Words | None, codes: Sequence[str], address: str, book: Book) -> None:
    """Enter where a code names another topic than the title does: the title wins."""
    by_title = of_title(title.plain) if title is not None else ()
    by_code = of_codes(codes)
    if disagree(by_title, by_code):
        reason = f"the code says {', '.join(by_code)}, the title {', '.join(by_title)}: the title wins"
        book.enter("guessed", address, title.plain if title is not None else "", reason)
    elif by_code and not by_title and title is not None:
        reason = f"the code alone says {', '.join(by_code)}; the title is in words that are not known"
        book.enter("guessed", address, title.plain, reason)
    elif not by_title and not by_code:
        said = title.plain if title is not None else ""
        book.enter("guessed", address, said, "no topic of the format fits: kept under its own title")
