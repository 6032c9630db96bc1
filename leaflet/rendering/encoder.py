"""Words as painted bytes: the inside of a TJ array, made once a word.

The bytes of a word are those of an open hex string: codes of glyphs, and `>-12<` where the pen must move
otherwise than the font says. Words side by side are a join of bytes. Nearly every word has its bytes from
shaping, by `write_glyph`; the `GlyphEncoder` knows the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from leaflet.languages.expansions import Expansion
from leaflet.rendering.glyph_codes import FileCodes, Pair, is_nominal, read_common
from leaflet.rendering.objects import number, text_string
from leaflet.text.fonts import Face
from leaflet.text.runs import GlyphRun, width_of
from leaflet.text.shaper import Hand
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


def tell(letters: Sequence[bytes], expansions: Sequence[Expansion]) -> list[bytes]:
    """Write round the letters of a word what of it is abbreviated, as a Span (ISO 32000-1, 14.9.5).

    The array of shown glyphs ends before it and begins anew, so that words stay a join of bytes.
    """
    told = list(letters)
    for start, end, full in expansions:
        told[start] = b">]TJ/Span<</E%b>>BDC[<%b" % (text_string(full), told[start])
        told[end - 1] += b">]TJ EMC[<"
    return told


HAND = Hand(write_glyph, read_common, tell)
"""How words are written and read where nothing else is said."""


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
                return tuple(_pieces(word, codes))
            known = _Known(tuple(_pieces(word, codes)), pairs)
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


def _pieces(word: Word, codes: FileCodes) -> Iterator[Piece]:
    """Write the codes of glyphs in hex."""
    letters = list[bytes]()
    for run in word.runs:
        for pair, advance in zip(_pairs(run), run.advances, strict=False):
            late = advance - width_of(run.face, pair[1])
            letters.append(write_glyph(codes.code(pair), late))
    if word.expansions:
        letters = _told_by_glyphs(word, letters)
    at = 0
    for run in word.runs:
        end = at + len(run.advances)
        yield Piece(run.face, b"".join(letters[at:end]))
        at = end


def _told_by_glyphs(word: Word, letters: Sequence[bytes]) -> list[bytes]:
    """Write what is abbreviated round glyphs, of which one may stand for a letter with its marks."""
    texts = [text for run in word.runs for text in run.texts]
    glyph_of = [index for index, text in enumerate(texts) for _ in text]
    places = [
        Expansion(glyph_of[each.start], glyph_of[each.end - 1] + 1, each.full)
        for each in word.expansions
        if each.end <= len(glyph_of)
    ]
    return tell(letters, places)
