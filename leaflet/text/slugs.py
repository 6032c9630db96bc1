"""Slugs: the words of a line cast as one, as a line-casting machine does, measured and written once.

A paragraph that stands in many leaflets, or in many prints of one, is broken and written once each width.
"""

from itertools import groupby
from operator import attrgetter

from leaflet.text.fonts import Face
from leaflet.text.lines import break_lines
from leaflet.text.words import Word

_face, _ink, _missing = attrgetter("face"), attrgetter("ink"), attrgetter("missing")
_printed, _reads, _stride = attrgetter("printed"), attrgetter("reads"), attrgetter("stride")


class Slug:
    """At least one word side by side on one line; told apart by identity, and never changed."""

    __slots__ = ("face", "ink", "lacks", "printed", "reads", "stretches", "width", "words")

    def __init__(self, words: tuple[Word, ...], width: float | None = None) -> None:
        self.words = words
        # From the first glyph to the end of the last, without the space after it, in 1/1000 em.
        self.width = sum(map(_stride, words)) - words[-1].space if width is None else width
        faces = set(map(_face, words))
        is_plain = None not in faces
        # The one face of plain letters, and what is written of them and read; None where they are more.
        self.face: Face | None = words[0].face if len(faces) == 1 else None
        self.ink = b"".join(map(_ink, words)) if self.face is not None else b""
        self.reads = "".join(map(_reads, words)) if is_plain else ""
        # Plain letters of several faces: what is written face by face; () of any other words.
        self.stretches = _by_face(words) if is_plain and len(faces) > 1 else ()
        self.printed = "".join(map(_printed, words))  # with the space after the last, where there is one
        self.lacks = any(map(_missing, words))  # a glyph for one of its characters

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return self.printed.removesuffix(" ")


def _by_face(words: tuple[Word, ...]) -> tuple[tuple[Face, bytes], ...]:
    return tuple([
        (face, b"".join(map(_ink, group))) for face, group in groupby(words, _face) if face is not None
    ])  # fmt: skip


def slugs_of(words: tuple[Word, ...], measure: float) -> tuple[Slug, ...]:
    """Return the lines of a paragraph of at least one word; `measure` is in 1/1000 em.

    A word wider than the measure gets a line of its own and hangs over: the caller refuses it.
    """
    return tuple([Slug(words[start:stop], width) for start, stop, width in break_lines(words, measure)])
