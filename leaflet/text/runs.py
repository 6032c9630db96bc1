"""Characters as the glyphs of one face, placed by HarfBuzz.

Kerning is on; ligatures are off, so that letters stay distinct for low vision and come out of the file as
they went in.
"""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple
from unicodedata import category

from leaflet.precompiled import from_last_time
from leaflet.text.fonts import Face

END = "\n"
"""Stands after the last letter of a word; no word has it."""

_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False}
_LOOSE = {**_FEATURES, "mark": False, "mkmk": False}
# Printed ASCII, and the signs of ordinary English text: in the shipped body faces, what stands before or
# after a pair of them changes nothing (tests/text/test_runs.py holds every pair against HarfBuzz).
PAIRED = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("£°½é–—‘’“”•…")


class Composite(NamedTuple):
    """A letter with its marks: glyphs, and how far right and up each stands, in units of the font."""

    parts: tuple[tuple[int, int, int], ...]


Glyph = int | Composite
"""A glyph of a face by its id, or several that are one."""


class GlyphRun(NamedTuple):
    """Glyphs of one face, each with the characters it stands for.

    In 1/1000 em: how far the pen moves after each. Numbers in rows, since a build keeps many thousand words.
    """

    face: Face
    ids: tuple[Glyph, ...]
    texts: tuple[str, ...]
    advances: tuple[float, ...] = ()


def width_of(face: Face, glyph: Glyph) -> float:
    """Return the advance of a glyph, in 1/1000 em; marks add none to their letter's."""
    return face.advances[glyph.parts[0][0] if isinstance(glyph, Composite) else glyph]


def set_run(face: Face, text: str) -> GlyphRun | None:
    """Return the glyphs of a text that `face` sets faithfully; None where it does not.

    Faithfully: a glyph for each character, in order, and every mark anchored on its letter. Of a glyph that
    the face puts in a character's place, nothing is said but that character.
    """
    if not face.characters.issuperset(text):
        return None
    shaped = _shaped(face, text, _FEATURES)
    if not _in_order(shaped, face, text):
        return None
    return _with_marks(shaped, face, text) if _has_marks(text) else shape_run(face, text)


def shape_run(face: Face, text: str) -> GlyphRun:
    """Return the glyphs of a text of letters without marks, which `face` sets a glyph a character."""
    scale, shaped = face.scale, _shaped(face, text, _FEATURES)
    ids, advances = tuple([each.glyph for each in shaped]), tuple([each.advance * scale for each in shaped])
    return GlyphRun(face, ids, tuple(text), advances)


class _Shaped(NamedTuple):
    """A glyph as HarfBuzz places it, in units of the font; `cluster` is the place of its character."""

    glyph: int
    cluster: int
    advance: int
    dx: int
    dy: int


def _shaped(face: Face, text: str, features: dict[str, bool]) -> list[_Shaped]:
    import uharfbuzz as hb  # most leaflets do with pairs, and these are kept

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, features)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [
        _Shaped(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in pairs
    ]


def _in_order(shaped: list[_Shaped], face: Face, text: str) -> bool:
    """Tell whether there is a glyph for each character, and none stands where another's belongs."""
    clusters = [each.cluster for each in shaped]
    if len(shaped) != len(text) or clusters != sorted(clusters) or any(not each.glyph for each in shaped):
        return False
    for each, character in zip(shaped, text, strict=True):
        drawn = face.character_of.get(each.glyph, character)
        if drawn != character and drawn in text:
            return False  # as where a vowel sign of an Indic script is drawn before its letter
        if (each.dx or each.dy) and not _is_mark(character):
            return False
    return True


def _with_marks(shaped: list[_Shaped], face: Face, text: str) -> GlyphRun | None:
    """Return glyphs of which each letter holds its marks; None where a mark would stand beside its letter."""
    loose = _shaped(face, text, _LOOSE)
    ids, texts, advances = list[Glyph](), list[str](), list[float]()
    for each, free, character in zip(shaped, loose, text, strict=True):
        if not _is_mark(character):
            ids.append(each.glyph)
            texts.append(character)
            advances.append(each.advance * face.scale)
        elif not ids or (each.dx, each.dy) == (free.dx, free.dy) or each.advance:
            return None  # nothing before it, or the face has no place for it on that letter
        else:
            below, pen = ids[-1], round(advances[-1] / face.scale)
            parts = below.parts if isinstance(below, Composite) else ((below, 0, 0),)
            ids[-1] = Composite((*parts, (each.glyph, pen + each.dx, each.dy)))
            texts[-1] += character
    return GlyphRun(face, tuple(ids), tuple(texts), tuple(advances))


def _is_mark(character: str) -> bool:
    return category(character)[0] == "M"


def _has_marks(text: str) -> bool:
    return not text.isascii() and any(map(_is_mark, text))


Writer = Callable[[int, float], bytes]
"""Writes a glyph, by its id, as a renderer wants it, and how much further the pen then moves than usual."""


Reader = Callable[[Face, bytes], str]
"""Returns what a reader of the file gets from letters of a face, as they were written."""


class Pairs(dict[tuple[str, str], tuple[float, bytes]]):
    """How far the pen moves from a letter of a face to the next, in 1/1000 em, and the letter as written.

    HarfBuzz places each pair once, or did so for an earlier process; a new word is then a sum. A `KeyError`
    where either letter is none of `characters`.
    """

    def __init__(self, face: Face, write: Writer) -> None:
        super().__init__()
        self.face = face
        self.characters = PAIRED & face.characters
        self._write = write
        self._kerned = from_last_time(f"kerning of {face.name}", partial(kerned, face))

    def __missing__(self, pair: tuple[str, str]) -> tuple[float, bytes]:
        first, after = pair
        if first not in self.characters or (after not in self.characters and after != END):
            raise KeyError(pair)
        glyph = self.face.glyph_of[ord(first)]
        usual = self.face.advances[glyph]
        if after == END:
            advance = usual
        elif self._kerned is not None:
            advance = self._kerned.get(first + after, usual)
        else:
            advance = shape_run(self.face, first + after).advances[0]
        step = self[pair] = advance, self._write(glyph, advance - usual)
        return step

    def run(self, text: str) -> GlyphRun:
        """Return the glyphs of a text made of `characters`, as `shape_run` does."""
        glyph_of = self.face.glyph_of
        ids = tuple([glyph_of[ord(letter)] for letter in text])
        return GlyphRun(self.face, ids, tuple(text), tuple([self[pair][0] for pair in pairs_in(text)]))


def kerned(face: Face) -> dict[str, float]:
    """Return how far the first letter of a pair of a face moves the pen, where that is not as far as alone.

    What stands around a pair changes nothing, so that all pairs of one first letter are shaped at once.
    """
    letters = sorted(PAIRED & face.characters)
    found: dict[str, float] = {}
    for first in letters:
        run = shape_run(face, "".join([first + after for after in letters]))
        usual = face.advance(first)
        steps = zip(letters, run.advances[::2], strict=True)
        found |= {first + after: advance for after, advance in steps if advance != usual}
    return found


def pairs_in(text: str) -> Iterable[tuple[str, str]]:
    """Return each letter with the one after it, the last with `END`."""
    return zip(text, text[1:] + END, strict=False)  # of one length; asking would cost a tenth


@cache
def pairs_of(face: Face) -> Pairs:
    """Return the pairs of a face, to measure with: nothing is written."""
    return Pairs(face, lambda *_: b"")
