"""Words as painted bytes, and the fonts a file embeds: Type0 with glyph ids, subset, mapped to Unicode.

A word's bytes are made once and remembered. Every file embeds the letters that nearly every leaflet
uses, so that this subset is made and compressed once; other glyphs join it where a leaflet needs them.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFName

from leaflet.rendering.objects import Objects, dictionary, stream
from leaflet.text.fonts import Face, subset
from leaflet.text.runs import GlyphRun, pairs_of
from leaflet.text.words import Word

# ASCII, and the signs of ordinary English text.
_COMMON = tuple(range(0x20, 0x7F)) + tuple(map(ord, "£°½é–—‘’“”•…"))
_MOST_WORDS = 60_000

Extra = tuple[Face, int, str]  # a glyph beyond the common ones, and the characters it stands for


class Piece(NamedTuple):
    """Glyphs of one face as the inside of a TJ array, and how far above the baseline (1/1000 em)."""

    face: Face
    data: bytes
    rise: float


class Ink(NamedTuple):
    """A word ready to paint; of nearly every word, `data` with its space is all there is to it."""

    face: Face | None  # None where the pieces differ in face, or leave the baseline
    data: bytes
    pieces: tuple[Piece, ...]
    extras: tuple[Extra, ...]


class Inker:
    """Turns words into bytes, remembering them by identity."""

    def __init__(self) -> None:
        self.known: dict[Word, Ink] = {}

    def ink(self, word: Word) -> Ink:
        """Return a word's pieces."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= _MOST_WORDS:
                self.known.clear()
            found = _ink(word)
            if not word.passing:
                self.known[word] = found
        return found


class _PairBytes(dict[str, bytes]):
    """The bytes of a letter of a face before another, by both; "b" is b at the end."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self._pairs = pairs_of(face)
        self.plain = self._pairs.characters.intersection(_common(face).values())  # in every file's subset

    def __missing__(self, pair: str) -> bytes:
        glyph = self.face.glyph_of[ord(pair[0])]
        late = self._pairs[pair] - self.face.advances[glyph]
        data = b"<%04X>%s" % (glyph, _number(-late) if late else b"")
        self[pair] = data
        return data

    def ink(self, text: str) -> Ink:
        """Return a text of `plain` letters, ready to paint."""
        data = b"".join(map(self.__getitem__, map(str.__add__, text, [*text[1:], ""])))
        data = data.replace(b"><", b"")
        return Ink(self.face, data + space(self.face), (Piece(self.face, data, 0.0),), ())


@cache
def _pair_bytes(face: Face) -> _PairBytes:
    return _PairBytes(face)


def _ink(word: Word) -> Ink:
    if word.pairs is not None:
        letters = _pair_bytes(word.pairs.face)
        if letters.plain.issuperset(word.text):
            return letters.ink(word.text)
    pieces = tuple([piece for run in word.runs for piece in _pieces(run)])
    extras = tuple(_extras(word))
    if len(pieces) == 1 and not pieces[0].rise:
        face, data, _ = pieces[0]
        return Ink(face, data + space(face), pieces, extras)
    return Ink(None, b"", pieces, extras)


@cache
def space(face: Face) -> bytes:
    """Return the space of a face, as part of a TJ array."""
    return b"<%04X>" % face.glyph_of[0x20]


def _pieces(run: GlyphRun) -> Iterable[Piece]:
    """Write glyphs as hex strings; where the pen must move otherwise than the font says, a number between."""
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
            data.append(_number(-shift))
        data.append(b"<%04X>" % glyph)
        late = advance - face.advances[glyph] - dx
    if late:
        data.append(_number(-late))
    if data:
        yield Piece(face, b"".join(data).replace(b"><", b""), rise)


def _number(value: float) -> bytes:
    return b"%g" % round(value, 3)


@cache
def _common(face: Face) -> dict[int, str]:
    """Return the glyphs every subset of a face has; of a face that only helps out, the space."""
    codes = (0x20,) if face.name.startswith("Noto") else _COMMON
    return {face.glyph_of[code]: chr(code) for code in codes if code in face.glyph_of}


def _extras(word: Word) -> Iterable[Extra]:
    for run in word.runs:
        common = _common(run.face)
        for glyph, text in zip(run.ids, run.texts, strict=True):
            if common.get(glyph) != text:
                yield run.face, glyph, text


class _FontParts(NamedTuple):
    """The bodies of a font's objects; the descriptor lacks the number of the program."""

    name: bytes
    program: bytes
    unicode_map: bytes
    descriptor: bytes
    widths: bytes


def add_font(objects: Objects, face: Face, extras: Iterable[Extra]) -> int:
    """Add the objects of one embedded font (ISO 32000-1, 9.7) and return the number of its dictionary."""
    mine = tuple(sorted({(glyph, text) for owner, glyph, text in extras if owner is face}))
    parts = _font_parts(face, mine)
    program, unicode_map = objects.add(parts.program), objects.add(parts.unicode_map)
    descriptor = objects.add(parts.descriptor % program)
    descendant = objects.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 0/W[%s]>>"
        % (parts.name, descriptor, parts.widths)
    )
    return objects.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (parts.name, descendant, unicode_map)
    )


@lru_cache(maxsize=64)
def _font_parts(face: Face, extras: tuple[tuple[int, str], ...]) -> _FontParts:
    texts = dict(_common(face))
    # A glyph that stands for two characters maps to the one this leaflet uses.
    texts.update((glyph, text) for glyph, text in extras if text or glyph not in texts)
    glyphs = sorted({0, *texts})
    font_file = subset(face, frozenset(glyphs))
    name = _subset_tag(glyphs) + b"+" + face.name.encode("ascii")
    return _FontParts(
        name=name,
        program=stream(font_file, b"/Length1 %d" % len(font_file), level=9),
        unicode_map=stream(_to_unicode(texts)),
        descriptor=_descriptor(face, name),
        widths=_widths(face, glyphs),
    )


def _descriptor(face: Face, name: bytes) -> bytes:
    return dictionary({
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(name.decode("ascii")),
        "Flags": 4,  # symbolic: glyph ids, not a standard encoding
        "FontBBox": b"[%s]" % b" ".join(_number(edge) for edge in face.box),
        "ItalicAngle": 0,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.cap_height,
        "XHeight": face.x_height,
        "StemV": 140 if face.bold else 90,
        "FontFile2": b"%d 0 R",
    })  # fmt: skip


def _subset_tag(glyphs: list[int]) -> bytes:
    """Return six letters that differ from subset to subset (ISO 32000-1, 9.6.4)."""
    value = 0
    for glyph in glyphs:
        value = (value * 65599 + glyph + 1) % 26**6
    return bytes(65 + value // 26**place % 26 for place in range(6))


def _widths(face: Face, glyphs: list[int]) -> bytes:
    """Return the W array's inside: runs of neighbouring glyphs with their advances."""
    runs: list[tuple[int, list[bytes]]] = []
    for glyph in glyphs:
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(_number(face.advances[glyph]))
    return b"".join(b"%d[%s]" % (first, b" ".join(widths)) for first, widths in runs)


def _to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap that gives each glyph its characters (ISO 32000-1, 9.10.3); none maps to U+0000."""
    entries = [
        b"<%04X> <%s>" % (glyph, text.encode("utf-16-be").hex().upper().encode())
        for glyph, text in sorted(texts.items())
        if text
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    mapped = b"".join(
        b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + mapped
        + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
