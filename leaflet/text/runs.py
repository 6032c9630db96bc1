"""Characters as the glyphs of one face, placed by HarfBuzz.

Kerning is on; ligatures are off, so that letters stay distinct for low vision and come out of the file as
they went in.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import uharfbuzz as hb

from leaflet.text.fonts import Face

END = "\n"
"""Stands after the last letter of a word; no word has it."""

_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False}
# Printed ASCII, and the signs of ordinary English text: in the shipped body faces, what stands before or
# after a pair of them changes nothing (tests/text/test_runs.py holds every pair against HarfBuzz).
PAIRED = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("£°½é–—‘’“”•…")


class GlyphRun(NamedTuple):
    """Glyphs of one face, by id, with the characters they stand for (one text a glyph; "" within a cluster).

    In 1/1000 em: how far the pen moves after each, and how far off the pen, right and up, each is
    painted; `offsets` is empty where none is. Numbers in rows, since a build keeps many thousand words.
    """

    face: Face
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    advances: tuple[float, ...] = ()
    offsets: tuple[tuple[float, float], ...] = ()


def shape_run(face: Face, text: str) -> GlyphRun:
    """Return the glyphs of a text whose characters `face` has."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, _FEATURES)
    scale = 1000 / face.hb_face.upem
    infos: list[Any] = buffer.glyph_infos
    places: list[tuple[int, int, int, int]] = [place.position for place in buffer.glyph_positions]
    offsets: tuple[tuple[float, float], ...] = ()
    if any([dx or dy for dx, dy, _, _ in places]):  # noqa: C419 - a list is quicker here than a generator
        offsets = tuple([(dx * scale, dy * scale) for dx, dy, _, _ in places])
    return GlyphRun(
        face,
        tuple([info.codepoint for info in infos]),
        _texts([info.cluster for info in infos], text),
        tuple([advance * scale for _, _, advance, _ in places]),
        offsets,
    )


def _texts(clusters: Sequence[int], text: str) -> tuple[str, ...]:
    """Return the characters of each glyph: a cluster's first glyph stands for all of it."""
    if clusters == list(range(len(text))):
        return tuple(text)  # a glyph a letter, as nearly every word has it
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts = []
    for cluster in clusters:
        texts.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return tuple(texts)


Writer = Callable[[int, float], bytes]
"""Writes a glyph, by its id, as a renderer wants it, and how much further the pen then moves than usual."""


class Pairs(dict[tuple[str, str], tuple[float, bytes]]):
    """How far the pen moves from a letter of a face to the next, in 1/1000 em, and the letter as written.

    HarfBuzz places each pair once; a new word is then a sum. A `KeyError` where either letter is none of
    `characters`.
    """

    def __init__(self, face: Face, write: Writer) -> None:
        super().__init__()
        self.face = face
        self.characters = PAIRED & face.characters
        self._write = write

    def __missing__(self, pair: tuple[str, str]) -> tuple[float, bytes]:
        first, after = pair
        if first not in self.characters or (after not in self.characters and after != END):
            raise KeyError(pair)
        advance = shape_run(self.face, first if after == END else first + after).advances[0]
        glyph = self.face.glyph_of[ord(first)]
        step = self[pair] = advance, self._write(glyph, advance - self.face.advances[glyph])
        return step

    def run(self, text: str) -> GlyphRun:
        """Return the glyphs of a text made of `characters`, as `shape_run` does."""
        glyph_of = self.face.glyph_of
        ids = tuple([glyph_of[ord(letter)] for letter in text])
        return GlyphRun(self.face, ids, tuple(text), tuple([self[pair][0] for pair in pairs_in(text)]))


def pairs_in(text: str) -> Iterable[tuple[str, str]]:
    """Return each letter with the one after it, the last with `END`."""
    return zip(text, text[1:] + END, strict=False)  # of one length; asking would cost a tenth


@cache
def pairs_of(face: Face) -> Pairs:
    """Return the pairs of a face, to measure with: nothing is written."""
    return Pairs(face, lambda *_: b"")
