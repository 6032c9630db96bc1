"""Blocks of a source become blocks of the format, in order; nothing is lost that the book does not have."""

from collections.abc import Sequence
from typing import Any

from leaflet.importing.book import Book
from leaflet.importing.inline_marks import line, split_lines, typed
from leaflet.importing.original import (
    Block,
    Callout,
    Change,
    Definitions,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    Table,
    Words,
    block_texts,
)
from leaflet.importing.paragraphs import MARK, restored
from leaflet.importing.source_pictures import suffix_of
from leaflet.inline import find_markup, has_words

Typed = dict[str, Any]
"""A block as its author types it: a form and its value, and `from`."""

LONGEST_LINE = 200
"""Characters of a heading or a term; the format takes no longer one."""
_BULLETS = frozenset("•●○◦▪▫■□")
_PLAIN_FORMS = ("paragraph", "bullets", "steps")


class Placer:
    """Places blocks, and gathers the pictures that are written beside the draft."""

    def __init__(self, book: Book, ident: str, medicine: str) -> None:
        self.pictures: dict[str, bytes] = {}
        self.book = book
        self.medicine = medicine
        self._ident = ident

    def place(self, blocks: Sequence[Block]) -> list[Typed]:
        """Return the blocks of a section as they are typed."""
        placed: list[Typed] = []
        for block in restored(blocks, self.book):
            placed += self.block(block)
        return placed

    def block(self, block: Block) -> list[Typed]:
        """Return one block as it is typed."""
        match block:
            case Paragraph(words=words):
                return self.paragraph(words)
            case Heading(words=words):
                return self.heading(words)
            case Note():
                return self._note(block)
            case Listing():
                from leaflet.importing.lists import place_list

                return place_list(block, self)
            case Definitions():
                from leaflet.importing.definitions import place_definitions

                return place_definitions(block, self)
            case Table():
                from leaflet.importing.tables import place_table

                return place_table(block, self)
            case Figure():
                return self._figure(block)
            case Callout():
                return self._callout(block)
            case Change():
                raise AssertionError("changes are parted from the text before it is placed")

    def paragraph(self, words: Words) -> list[Typed]:
        """Return a paragraph, or the lines that it breaks into."""
        if not self.says(words):
            return []
        lines = [typed(each.spans) for each in split_lines(words) if has_words(each.plain)]
        if len(lines) > 1 and len(lines) == len(split_lines(words)):
            return [{"lines": lines, "from": words.address}]
        return [{"paragraph": self.text(words), "from": words.address}]

    def heading(self, words: Words) -> list[Typed]:
        """Return a heading of the third level; one that is too long for it as strong words."""
        if not self.says(words):
            return []
        said = line(words)
        if len(said) > LONGEST_LINE or find_markup(said) is not None:
            return [{"paragraph": self.text(words), "from": words.address}]
        return [{"heading": said, "from": words.address}]

    def text(self, words: Words) -> str:
        """Return a text with its markup; enter the targets of links that print would not show."""
        for span in words.spans:
            if span.link and span.link not in span.text:
                self.book.enter(
                    "flattened", words.address, span.text, f"the link to {span.link[:200]} is not printed"
                )
        return typed(words.spans)

    def drop(self, words: Words, reason: str) -> None:
        """Enter a text that is not placed."""
        self.book.drop(words, reason)

    def says(self, words: Words) -> bool:
        """Tell whether a text says anything; enter it as dropped where it does not."""
        if has_words(words.plain):
            return True
        if words.plain.strip() in _BULLETS:
            self.book.enter("printed", words.address, words.plain, MARK)
        else:
            self.drop(words, "signs without a letter or a digit")
        return False

    def _note(self, note: Note) -> list[Typed]:
        words = note.words
        if not self.says(words):
            return []
        if not note.is_marked:
            reason = "a footnote stands under its block, without a mark"
            self.book.enter("moved", words.address, words.plain, reason)
        return [{"note": self.text(words), "from": words.address}]

    def _figure(self, figure: Figure) -> list[Typed]:
        alt = next(block_texts(figure), None)
        if not figure.data:
            said = figure.alt if alt is not None else "a picture"
            reason = f"a picture: {figure.missing}" if alt is not None else figure.missing
            self.book.enter("dropped" if alt else "decision", figure.address, said, reason)
            return []
        name = f"{self._ident}-{len(self.pictures) + 1}.{suffix_of(figure.data)}"
        self.pictures[name] = figure.data
        if alt is None or not has_words(alt.plain):
            self.book.enter(
                "open", figure.address, figure.alt or name, "the source does not say what the picture shows"
            )
            if figure.alt:
                self.book.enter("dropped", figure.address, figure.alt, "signs without a letter or a digit")
            return [{"figure": {"file": name, "alt": None}, "from": figure.address}]
        return [{"figure": {"file": name, "alt": typed(alt.spans)}, "from": figure.address}]

    def _callout(self, callout: Callout) -> list[Typed]:
        self.book.enter(
            "decision", callout.address, callout.heading.plain,
            f"the source marks this as {callout.urgency}: should it become a warning of page 1?",
        )  # fmt: skip
        inside = self.place(callout.blocks)
        heading = line(callout.heading)
        fits = has_words(heading) and len(heading) <= LONGEST_LINE and find_markup(heading) is None
        if fits and inside and all(next(iter(block)) in _PLAIN_FORMS for block in inside):
            return [{"panel": heading, "blocks": inside, "from": callout.address}]
        return self.heading(callout.heading) + inside
