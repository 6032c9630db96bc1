"""Words as painted bytes: the inside of a TJ array, made once a word.

The bytes of a word are those of an open hex string: codes of glyphs, and `>-12<` where the pen must move
otherwise than the font says. Words side by side are a join of bytes. Nearly every word has its bytes from
shaping, by `write_glyph`; the `GlyphEncoder` knows the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from leaflet.rendering.glyph_codes import FileCodes, Pair, is_nominal
from leaflet.rendering.objects import number
from leaflet.text.fonts import Face
from leaflet.text.runs import GlyphRun, width_of
from leaflet.text.words import Word

_MOST_WORDS = 60_000


class Piece(NamedTuple):
    """Glyphs of one face."""

    face: Face
    data: bytes


class _Known(NamedTuple):
    """A word whose bytes are the same in every file, with the glyphs that the file must map."""

    pieces: tuple[Piece, ...]
    pairs: tuple[Pair, ...]


def write_glyph(glyph: int, late: float) -> bytes:
    """Write a glyph, and how much further the pen then moves than its face says (1/1000 em)."""
    return b"%04X>%s<" % (glyph, number(-late)) if late else b"%04X" % glyph


class GlyphEncoder:
    """Turns words that are not plain letters of one face into bytes, remembering them by identity."""

    def __init__(self) -> None:
        self._known: dict[Word, _Known] = {}

    def encode(self, word: Word, codes: FileCodes) -> tuple[Piece, ...]:
        """Return the pieces of any word, its space not among them; `codes` are those of its file."""
        known = self._known.get(word)
        if known is None:
            pairs = tuple([pair for run in word.runs for pair in _pairs(run)])
            if not all(map(is_nominal, pairs)):
                # The code of a glyph that stands for something else than usual is the file's.
                return tuple(_pieces(word.runs, codes))
            known = _Known(tuple(_pieces(word.runs, codes)), pairs)
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            if not word.passing:
                self._known[word] = known
        codes.add(known.pairs)
        return known.pieces

    def words(self) -> Iterator[Word]:
        """Yield every word that is remembered."""
        return iter(self._known)


@cache
def space(face: Face) -> bytes:
    """Return the space of a face."""
    return b"%04X" % face.glyph_of[0x20]


def _pairs(run: GlyphRun) -> Iterable[Pair]:
    return zip(repeat(run.face), run.ids, run.texts)


def _pieces(runs: Sequence[GlyphRun], codes: FileCodes) -> Iterator[Piece]:
    """Write the codes of glyphs in hex."""
    for run in runs:
        data = list[bytes]()
        for pair, advance in zip(_pairs(run), run.advances, strict=False):
            late = advance - width_of(run.face, pair[1])
            data.append(write_glyph(codes.code(pair), late))
        yield Piece(run.face, b"".join(data))
