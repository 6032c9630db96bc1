"""Words as painted bytes: the inside of a TJ array, made once a word.

The bytes of a word are those of an open hex string: glyph ids, and `>-12<` where the pen must move
otherwise than the font says. Words side by side are a join of bytes. Nearly every word has its bytes from
shaping, by `write_glyph`; the `Inker` knows the others.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import NamedTuple

from leaflet.rendering.fonts import Extra, common_glyphs
from leaflet.rendering.objects import number
from leaflet.text.fonts import Face
from leaflet.text.runs import GlyphRun
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


def write_glyph(glyph: int, late: float) -> bytes:
    """Write a glyph, and how much further the pen then moves than its face says (1/1000 em)."""
    return b"%04X>%s<" % (glyph, number(-late)) if late else b"%04X" % glyph


class Inker:
    """Turns words that are not plain letters of one face into bytes, remembering them by identity."""

    def __init__(self) -> None:
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
        return iter(self._known)


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
