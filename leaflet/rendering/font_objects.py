"""The fonts that a file embeds: Type0 with glyph ids, subset, mapped to Unicode.

Every file embeds the letters that nearly every leaflet uses, so that this subset is made and compressed
once, and kept for later processes; other glyphs join it where a leaflet needs them.
"""

import struct
from functools import lru_cache

from leaflet.precompiled import table
from leaflet.rendering.composites import with_composites
from leaflet.rendering.glyph_codes import Entry, FileCodes, common_texts
from leaflet.rendering.objects import Objects, dictionary, number, stream
from leaflet.text.fonts import Face, subset
from leaflet.text.runs import Composite, Glyph, width_of
from leaflet.values import Value, as_dict


class _FontParts(Value):
    """The bodies of a font's objects; the descriptor lacks the number of the program."""

    name: bytes
    program: bytes
    unicode_map: bytes
    descriptor: bytes
    widths: bytes
    glyph_map: bytes  # b"" where every code is a glyph's id


def add_font(objects: Objects, face: Face, codes: FileCodes) -> int:
    """Add the objects of one embedded font (ISO 32000-1, 9.7) and return the number of its dictionary."""
    parts = _font_parts(face, codes.entries(face))
    program, unicode_map = objects.add(parts.program), objects.add(parts.unicode_map)
    descriptor = objects.add(parts.descriptor % program)
    glyph_map = b" %d 0 R" % objects.add(parts.glyph_map) if parts.glyph_map else b"/Identity"
    descendant = objects.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap%s/DW 0/W[%s]>>"
        % (parts.name, descriptor, glyph_map, parts.widths)
    )
    return objects.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (parts.name, descendant, unicode_map)
    )


@lru_cache(maxsize=64)
def _font_parts(face: Face, entries: tuple[Entry, ...]) -> _FontParts:
    if entries:
        return _made(face, entries)
    return _FontParts(**table(f"font of {face.name}", lambda: as_dict(_made(face, ()))))


def _made(face: Face, entries: tuple[Entry, ...]) -> _FontParts:
    texts = dict(common_texts(face))
    glyph_of: dict[int, Glyph] = {code: code for code in (0, *texts)}
    for code, glyph, text in entries:
        texts[code], glyph_of[code] = text, glyph
    font_file, ids = _program(face, glyph_of)
    name = _subset_tag(sorted(glyph_of)) + b"+" + face.name.encode("ascii")
    is_plain = all(code == glyph for code, glyph in ids.items())
    return _FontParts(
        name=name,
        program=stream(font_file, b"/Length1 %d" % len(font_file), effort=12),
        unicode_map=stream(_to_unicode(texts), effort=12),
        descriptor=_descriptor(face, name),
        widths=_widths(face, glyph_of),
        glyph_map=b"" if is_plain else stream(_glyph_map(ids), effort=12),
    )


def _program(face: Face, glyph_of: dict[int, Glyph]) -> tuple[bytes, dict[int, int]]:
    """Return the font file with the glyphs of some codes, and the id in it of each code's glyph."""
    glyphs, composites = set[int](), list[Composite]()
    for glyph in glyph_of.values():
        if isinstance(glyph, Composite):
            glyphs.update(part for part, _, _ in glyph.parts)
            composites.append(glyph)
        else:
            glyphs.add(glyph)
    program, first = subset(face, frozenset(glyphs)), 0
    if composites:
        program, first = with_composites(program, face, composites)
    places = {glyph: first + index for index, glyph in enumerate(composites)}
    return program, {
        code: places[glyph] if isinstance(glyph, Composite) else glyph for code, glyph in glyph_of.items()
    }


def _glyph_map(glyph_of: dict[int, int]) -> bytes:
    """Return the glyph of each code, two bytes a code (ISO 32000-1, 9.7.4.2)."""
    codes = range(max(glyph_of) + 1)
    return struct.pack(f">{len(codes)}H", *[glyph_of.get(code, 0) for code in codes])


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


def _widths(face: Face, glyph_of: dict[int, Glyph]) -> bytes:
    """Return the W array's inside: runs of neighbouring codes with the advances of their glyphs."""
    runs: list[tuple[int, list[bytes]]] = []
    for code in sorted(glyph_of):
        if not runs or code != runs[-1][0] + len(runs[-1][1]):
            runs.append((code, []))
        runs[-1][1].append(number(width_of(face, glyph_of[code])))
    return b"".join(b"%d[%s]" % (first, b" ".join(widths)) for first, widths in runs)


def _to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap that gives each code its characters (ISO 32000-1, 9.10.3); none maps to U+0000."""
    entries = [
        b"<%04X> <%s>" % (code, text.encode("utf-16-be").hex().upper().encode())
        for code, text in sorted(texts.items())
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
