"""The fonts that a file embeds: Type0 with glyph ids, subset, mapped to Unicode.

Every file embeds the letters that nearly every leaflet uses, so that this subset is made and compressed
once; other glyphs join it where a leaflet needs them.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from leaflet.rendering.objects import Objects, dictionary, number, stream
from leaflet.text.fonts import Face, subset
from leaflet.text.runs import PAIRED

Extra = tuple[Face, int, str]  # a glyph beyond the common ones, and the characters it stands for


@cache
def common_glyphs(face: Face) -> dict[int, str]:
    """Return the glyphs every subset of a face has; of a face that only helps out, the space."""
    characters = {" "} if face.name.startswith("Noto") else PAIRED & face.characters
    return {face.glyph_of[ord(character)]: character for character in sorted(characters)}


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
    texts = dict(common_glyphs(face))
    # A glyph that stands for two characters maps to the one this leaflet uses.
    texts.update((glyph, text) for glyph, text in extras if text or glyph not in texts)
    glyphs = sorted({0, *texts})
    font_file = subset(face, frozenset(glyphs))
    name = _subset_tag(glyphs) + b"+" + face.name.encode("ascii")
    return _FontParts(
        name=name,
        program=stream(font_file, b"/Length1 %d" % len(font_file), effort=12),
        unicode_map=stream(_to_unicode(texts), effort=12),
        descriptor=_descriptor(face, name),
        widths=_widths(face, glyphs),
    )


def _descriptor(face: Face, name: bytes) -> bytes:
    return dictionary({
        "Type": b"/FontDescriptor",
        "FontName": b"/" + name,
        "Flags": b"4",  # symbolic: glyph ids, not a standard encoding
        "FontBBox": b"[%s]" % b" ".join(number(edge) for edge in face.box),
        "ItalicAngle": b"0",
        "Ascent": number(face.ascent),
        "Descent": number(face.descent),
        "CapHeight": number(face.cap_height),
        "XHeight": number(face.x_height),
        "StemV": b"140" if face.bold else b"90",
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
        runs[-1][1].append(number(face.advances[glyph]))
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
