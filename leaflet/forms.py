"""The forms of a leaflet beside the PDF, by name: what ends a file's name, who writes it, who reads it back.

Every form is written from the same tree, and says the same words in the same order, and after them the line
that stands on every page of print. `difference` holds a finished file to that.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.braille.translator import Grade
    from leaflet.document.tree import Document
    from leaflet.model import Monograph


_WRITTEN = "written from the tree that is printed"


class Made(Value):
    """A finished file, its pages, 0 where the form has none, and what its making has proved."""

    data: bytes
    pages: int = 0
    proof: str = _WRITTEN


Said = Literal["printed", "heard", "felt"]
"""How a form says the words: as they are printed, as they are heard, or as fingers read them."""


class Form(Value, kw_only=True):
    """A form: how its files end, the ways between a document and a file's bytes, and what others call it.

    One entry of `FORMS` is all that `leaflet build`, `leaflet verify` and the counter read of a form.
    """

    ending: str  # after id and language
    said: Said
    standard: str  # what a file of it is held to, in words
    write: "Callable[[Document, Monograph], Made]"  # what is said, and the date of the words
    words: "Callable[[Document], Sequence[str]]"  # what a file of it says, in order
    read: Callable[[bytes], tuple[str, ...]]  # the same, from its bytes; raises `ValueError`
    media: str = ""  # its media type, where the counter's interface gives it
    label: str = ""  # of its button at the counter, where it has one
    way_of: str = ""  # the form of which it is a way, which an option of `leaflet build` chooses


def _write_html(document: "Document", _: "Monograph") -> Made:
    from leaflet.html import write_html  # here and below: a build of PDFs alone does without it

    return Made(write_html(document))


def _read_html(data: bytes) -> tuple[str, ...]:
    from leaflet.html import read_html

    return read_html(data)


def _write_epub(document: "Document", monograph: "Monograph") -> Made:
    from leaflet.epub import write_epub

    return Made(write_epub(document, monograph))


def _read_epub(data: bytes) -> tuple[str, ...]:
    from leaflet.epub import read_epub

    return read_epub(data)


def _write_text(document: "Document", _: "Monograph") -> Made:
    from leaflet.speech import write_text

    return Made(write_text(document))


def _read_text(data: bytes) -> tuple[str, ...]:
    from leaflet.speech import read_text

    return read_text(data)


def _write_ssml(document: "Document", _: "Monograph") -> Made:
    from leaflet.speech import write_ssml

    return Made(write_ssml(document))


def _read_ssml(data: bytes) -> tuple[str, ...]:
    from leaflet.speech import read_ssml

    return read_ssml(data)


def _write_braille(grade: "Grade", document: "Document", _: "Monograph") -> Made:
    from leaflet.braille import made_by, write_braille

    data, pages = write_braille(document, grade)
    return Made(data, pages, f"each passage translated back to its words by {made_by()}")


def _read_braille(grade: "Grade", data: bytes) -> tuple[str, ...]:
    from leaflet.braille import read_braille

    return read_braille(data, grade)


def _as_felt(document: "Document") -> tuple[str, ...]:
    from leaflet.braille import words_felt

    return words_felt(document)


def _as_spoken(document: "Document") -> tuple[str, ...]:
    from leaflet.speech import spoken_words

    return spoken_words(document)


def _as_printed(document: "Document") -> tuple[str, ...]:
    return (*document.said, document.furniture.identity.plain)


_UEB = "UEB and Braille Formats"
FORMS: dict[str, Form] = {
    "html": Form(
        ending=".html",
        said="printed",
        standard="HTML and WCAG 2.2",
        write=_write_html,
        words=_as_printed,
        read=_read_html,
        media="text/html; charset=utf-8",
        label="Read on screen",
    ),
    "epub": Form(
        ending=".epub",
        said="printed",
        standard="EPUB 3.3 and EPUB Accessibility 1.1",
        write=_write_epub,
        words=_as_printed,
        read=_read_epub,
        media="application/epub+zip",
    ),
    "braille": Form(
        ending=".brf",
        said="felt",
        standard=_UEB,
        write=partial(_write_braille, 2),
        words=_as_felt,
        read=partial(_read_braille, 2),
        media="application/x-brf",
        label="Braille file",
    ),
    "braille1": Form(
        ending="-grade1.brf",
        said="felt",
        standard=_UEB,
        write=partial(_write_braille, 1),
        words=_as_felt,
        read=partial(_read_braille, 1),
        way_of="braille",
    ),
    "text": Form(
        ending=".txt",
        said="heard",
        standard="engines that read aloud",
        write=_write_text,
        words=_as_spoken,
        read=_read_text,
        media="text/plain; charset=utf-8",
        label="Text to listen to",
    ),
    "ssml": Form(
        ending=".ssml",
        said="heard",
        standard="SSML 1.1",
        write=_write_ssml,
        words=_as_spoken,
        read=_read_ssml,
        media="application/ssml+xml",
        way_of="text",
    ),
}
"""The forms by their names in plans and manifests."""


def form_of(name: str) -> str | None:
    """Return the form of a file by its name; None of a PDF, or of what is no leaflet."""
    fitting = [(len(each.ending), form) for form, each in FORMS.items() if name.endswith(each.ending)]
    return max(fitting)[1] if fitting else None


_READ_BACK = "its words, read back, are the leaflet's in their order"


def proved(form: str, document: "Document", made: Made, *, by_reading: bool) -> tuple[str, str]:
    """Return what was proved of a file, and what is wrong with it, "" for nothing."""
    if not by_reading:
        return made.proof, ""
    return _READ_BACK, difference(form, document, made.data)


def difference(form: str, document: "Document", data: bytes) -> str:
    """Return in a sentence the first place where a file says other words than the leaflet; "" for none."""
    try:
        said = FORMS[form].read(data)
    except ValueError as error:
        return f"the file cannot be read back: {error}"
    for ours, theirs in zip_longest(_words(FORMS[form].words(document)), _words(said)):
        if ours != theirs:
            return f"the file says {theirs or 'nothing'!r} where the leaflet says {ours or 'nothing'!r}"
    return ""


def _words(texts: Sequence[str]) -> list[str]:
    return " ".join(texts).split()
