"""The forms of a leaflet beside the PDF, by name: what ends a file's name, who writes it, who reads it back.

Every form is written from the same tree, and says the same words in the same order, and after them the line
that stands on every page of print. `difference` holds a finished file to that.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

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


class Form(Value):
    """A form: how its files end, and the ways between a document and a file's bytes."""

    ending: str  # after id and language
    write: "Callable[[Document, Monograph], Made]"  # what is said, and the date of the words
    words: "Callable[[Document], Sequence[str]]"  # what a file of it says, in order
    read: Callable[[bytes], tuple[str, ...]]  # the same, from its bytes; raises `ValueError`


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


FORMS = {
    "html": Form(".html", _write_html, _as_printed, _read_html),
    "epub": Form(".epub", _write_epub, _as_printed, _read_epub),
    "text": Form(".txt", _write_text, _as_spoken, _read_text),
    "ssml": Form(".ssml", _write_ssml, _as_spoken, _read_ssml),
    "braille": Form(".brf", partial(_write_braille, 2), _as_felt, partial(_read_braille, 2)),
    "braille1": Form("-grade1.brf", partial(_write_braille, 1), _as_felt, partial(_read_braille, 1)),
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
