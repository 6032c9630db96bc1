"""Slugs: the words of a line cast as one, as a line-casting machine does, measured and written once.

A paragraph that stands in many leaflets, or in many prints of one, is broken and written once each width.
"""

from operator import attrgetter

from leaflet.text.fonts import Face
from leaflet.text.lines import break_lines
from leaflet.text.words import Word

_face, _ink = attrgetter("face"), attrgetter("ink")
_printed, _reads, _stride = attrgetter("printed"), attrgetter("reads"), attrgetter("stride")


class Slug:
    """At least one word side by side on one line; told apart by identity, and never changed."""

    __slots__ = ("face", "ink", "printed", "reads", "width", "words")

    def __init__(self, words: tuple[Word, ...], width: float | None = None) -> None:
        self.words = words
        # From the first glyph to the end of the last, without the space after it, in 1/1000 em.
        self.width = sum(map(_stride, words)) - words[-1].space if width is None else width
        faces = set(map(_face, words))
        # The one face of plain letters, and what is written of them and read; None where they are more.
        self.face: Face | None = faces.pop() if len(faces) == 1 else None
        self.ink = b"".join(map(_ink, words)) if self.face is not None else b""
        self.reads = "".join(map(_reads, words)) if self.face is not None else ""
        self.printed = "".join(map(_printed, words))  # with the space after the last, where there is one

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return self.printed.removesuffix(" ")

    @property
    def lacks(self) -> bool:
        """Tell whether a character of it has no glyph."""
        return any(word.missing for word in self.words)


def slugs_of(words: tuple[Word, ...], measure: float) -> tuple[Slug, ...]:
    """Return the lines of a paragraph of at least one word; `measure` is in 1/1000 em.

    A word wider than the measure gets a line of its own and hangs over: the caller refuses it.
    """
    return tuple([Slug(words[start:stop], width) for start, stop, width in break_lines(words, measure)])
