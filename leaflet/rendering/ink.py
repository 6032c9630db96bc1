"""Words as painted bytes: the inside of a TJ array, made once a word and remembered.

The bytes of a word are those of an open hex string: glyph ids, and `>-12<` where the pen must move
otherwise than the font says. Words side by side are a join of bytes.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, repeat
from typing import NamedTuple

from leaflet.rendering.fonts import Extra, common_glyphs
from leaflet.rendering.objects import number
from leaflet.text.fonts import Face
from leaflet.text.runs import GlyphRun, pairs_in, pairs_of
from leaflet.text.words import Word

_MOST_WORDS = 60_000


class Piece(NamedTuple):
    """Glyphs of one face, and how far above the baseline they stand (1/1000 em)."""

    face: Face
    data: bytes
    rise: float


class Ink(NamedTuple):
    """A word ready to paint, whatever it is made of."""

    pieces: tuple[Piece, ...]
    extras: tuple[Extra, ...]


class PlainWords(dict[Word, bytes]):
    """The words of one face made of paired letters alone, each with the space after it.

    Another word is a `KeyError`: it may need another face, a raised glyph, a line under it.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._letters = _Letters(face)

    def __missing__(self, word: Word) -> bytes:
        if word.face is not self._face:
            raise KeyError(word)
        letters = self._letters
        ink = b"".join(map(letters.__getitem__, pairs_in(word.text))) + letters.space
        if not word.passing:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = ink
        return ink


class _Letters(dict[tuple[str, str], bytes]):
    """The bytes of a letter of a face before another, by both."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.space = space(face)
        self._pairs = pairs_of(face)

    def __missing__(self, pair: tuple[str, str]) -> bytes:
        glyph = self.face.glyph_of[ord(pair[0])]
        late = self._pairs[pair] - self.face.advances[glyph]
        data = b"%04X>%s<" % (glyph, number(-late)) if late else b"%04X" % glyph
        self[pair] = data
        return data


class _PlainFaces(dict[Face, PlainWords]):
    """The plain words of each face."""

    def __missing__(self, face: Face) -> PlainWords:
        return self.setdefault(face, PlainWords(face))


class Inker:
    """Turns words into bytes, remembering them by identity; usable from many threads."""

    def __init__(self) -> None:
        self.plain = _PlainFaces()
        self._known: dict[Word, Ink] = {}

    def ink(self, word: Word) -> Ink:
        """Return the pieces of any word, its space not among them."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            pieces = tuple([piece for run in word.runs for piece in _pieces(run)])
            found = Ink(pieces, tuple(_extras(word)))
            if not word.passing:
                self._known[word] = found
        return found

    def words(self) -> Iterator[Word]:
        """Yield every word that is remembered."""
        return chain(self._known, *self.plain.values())


@cache
def space(face: Face) -> bytes:
    """Return the space of a face."""
    return b"%04X" % face.glyph_of[0x20]


def _pieces(run: GlyphRun) -> Iterable[Piece]:
    """Write glyphs in hex, cut where they leave the baseline or come back to it."""
    face, data, rise = run.face, list[bytes](), 0.0
    offsets = run.offsets or repeat((0.0, 0.0))
    late = 0.0  # how far the pen is behind where the next glyph belongs
    for glyph, advance, (dx, dy) in zip(run.ids, run.advances, offsets, strict=False):
        if dy != rise:
            if data:
                yield Piece(face, b"".join(data), rise)
            data, rise = [], dy
        shift = late + dx
        if shift:
            data.append(b">%s<" % number(-shift))
        data.append(b"%04X" % glyph)
        late = advance - face.advances[glyph] - dx
    if late:
        data.append(b">%s<" % number(-late))
    if data:
        yield Piece(face, b"".join(data), rise)


def _extras(word: Word) -> Iterable[Extra]:
    for run in word.runs:
        common = common_glyphs(run.face)
        for glyph, text in zip(run.ids, run.texts, strict=True):
            if common.get(glyph) != text:
                yield run.face, glyph, text
