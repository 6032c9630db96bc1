"""Ink by its outline: every glyph that is painted is the typeface's own, and as tall as the profile asks."""

import itertools
import struct
from collections.abc import Iterator
from functools import lru_cache

from leaflet.proof.glyph_lines import around
from leaflet.proof.reading.embedded_fonts import Font
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged, not_measured
from leaflet.proof.subject import Subject
from leaflet.text.fonts import Face, load_faces
from leaflet.text.outlines import Program, face_called, face_outline, shaped, shaped_outline, units_of

_FLAT = frozenset("xzvwHEITLFZ")  # letters that end on the line and on their height, flat
_SLACK = 0.03  # × the height
_WIDTH_SLACK = 0.6  # 1/1000 em
_ALIKE = str.maketrans({"\u00a0": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u03bc": "µ"})


@rule(
    "V115",
    "Every outline is that of the typeface it names",
    need="leaflet",
    reason="A 5 whose outline is that of 8 is a 5 to every program and an 8 to every reader.",
    bad="the outline of 5 replaced by that of 8 in the embedded font",
    good="Build the file anew; never edit a finished PDF.",
    source="ISO 14289-1, 7.21; no validator checks it",
)
def true_outlines(subject: Subject) -> Judgement:
    """Hold the outline and the width of every painted code against the shipped typefaces."""
    used: dict[str, tuple[Font, set[int]]] = {}
    for shown in subject.objects.content.shown:
        if shown.font is not None:
            used.setdefault(str(id(shown.font)), (shown.font, set()))[1].update(shown.codes)
    faults = [
        Fault(told, Place(font.page))
        for font, codes in used.values()
        for told in _told(font, frozenset(codes))
    ]
    count = sum(len(codes) for _, codes in used.values())
    if not count:
        return not_measured("the outlines of the typefaces", "no words are shown")
    return judged("the outlines of the typefaces", f"{count} glyphs", faults)


@rule(
    "V218",
    "Letters are as tall as the profile asks, by their ink",
    need="profile",
    reason="The size that a file names is not the size of its letters.",
    bad="18 pt print whose letters are drawn as tall as those of 11 pt",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source="APH: x-height; RNIB Clear Print and UKAAF G003: sizes hold for a face of ordinary height",
)
def tall_letters(subject: Subject) -> Judgement:
    """Measure the ink of flat letters, small and capital, against the typeface at the profile's size."""
    body = load_faces().body
    capital, small = (height * subject.floor / 1000 for height in (body.cap_height, body.x_height))
    faults, least, count = [], float("inf"), 0
    for glyph in subject.glyphs:
        if glyph.text not in _FLAT:
            continue
        wanted = small if glyph.text.islower() else capital
        height = glyph.box[3] - glyph.box[1]
        count += 1
        least = min(least, height / wanted)
        if height < wanted * (1 - _SLACK):
            faults.append(Fault(f"{glyph.text!r} is {height:.2f} pt tall for {wanted:.2f}", around([glyph])))
    required = f"small letters {small:.2f} pt, capitals {capital:.2f} pt"
    if not count:
        return not_measured(required, "no flat letter is painted")
    return judged(required, f"{least:.0%} at the least of {count}", faults)


@lru_cache(maxsize=256)
def _face(name: str) -> Face | None:
    return face_called(name.partition("+")[2])


def _told(font: Font, codes: frozenset[int]) -> tuple[str, ...]:
    face = _face(font.name)
    if face is None:
        return (f"{font.name} is no typeface of this program",)
    if not font.program:
        return (f"{font.name} has no program of glyph ids",)
    told = (
        *_program_faults(font.name, font.program),
        *_measure_faults(font, face),
        *_code_faults(font, face, codes),
    )
    return told[:12]


def _measure_faults(font: Font, face: Face) -> Iterator[str]:
    """Yield where a descriptor gives the typeface other measures than it has: viewers lay out by them."""
    if set(font.names) != {font.name}:
        yield f"{font.name} is called {' and '.join(sorted(set(font.names) - {font.name}))} as well"
    wanted = {
        "FontBBox": tuple(face.box),
        "ItalicAngle": (0.0,),
        "Ascent": (face.ascent,),
        "Descent": (face.descent,),
        "CapHeight": (face.cap_height,),
        "XHeight": (face.x_height,),
    }
    for key, values in wanted.items():
        found = font.measures.get(key, ())
        if len(found) != len(values) or any(abs(a - b) > 1 for a, b in zip(found, values, strict=True)):
            yield f"{font.name} has a {key} of {' '.join(f'{value:g}' for value in found) or 'nothing'}"


@lru_cache(maxsize=64)
def _program_faults(name: str, data: bytes) -> tuple[str, ...]:
    """Return what in a font program could draw otherwise than its outlines say."""
    face, program = _face(name), Program(data)
    told = [f"{name} has a table {table!r}" for table in program.strange_tables]
    if face is not None and program.units != units_of(face):
        told.append(f"{name} has {program.units} units to the em")
    if _has_instructions(data):
        told.append(f"{name} has glyphs with instructions")
    return tuple(told)


def _code_faults(font: Font, face: Face, codes: frozenset[int]) -> Iterator[str]:
    for code in sorted(codes):
        glyph, text = font.glyph(code), font.codes.get(code, "")
        wrong = _glyph_fault(font.program, face, glyph, text)
        if wrong:
            yield f"code {code:04X} of {font.name}, said to be {text!r}: {wrong}"
        elif abs(font.widths.get(code, 0.0) - _width(face, glyph, text)) > _WIDTH_SLACK:
            yield f"code {code:04X} of {font.name}, {text!r}, has a width of {font.widths.get(code, 0.0):g}"


@lru_cache(maxsize=64)
def _program(data: bytes) -> Program:
    return Program(data)


@lru_cache(maxsize=20_000)
def _glyph_fault(data: bytes, face: Face, glyph: int, text: str) -> str:
    """Return what is wrong with the glyph of a text; "" where it is the typeface's own for it."""
    drawn = _program(data).outline(glyph)
    if glyph >= face.hb_face.glyph_count:  # a letter with its marks, made of the face's own glyphs
        return "" if drawn == shaped_outline(face, text) else "its outline is not that of the letter"
    if drawn != face_outline(face, glyph):
        return "its outline is another"
    return "" if _is_glyph_of(face, glyph, text) else "it paints something else"


def _is_glyph_of(face: Face, glyph: int, text: str) -> bool:
    if len(text) == 1:
        alike = {
            text,
            text.translate(_ALIKE),
            *(old for old in map(chr, _ALIKE) if old.translate(_ALIKE) == text),
        }
        if any(face.glyph_of.get(ord(each)) == glyph for each in alike):
            return True
        if not face_outline(face, glyph) and not text.strip("\u00a0 "):
            return True
    return any(glyph == each for each, _, _ in shaped(face, text)) if text else False


def _width(face: Face, glyph: int, text: str) -> float:
    if glyph < len(face.advances):
        return face.advances[glyph]
    first = shaped(face, text)[:1]
    return face.advances[first[0][0]] if first else 0.0


@lru_cache(maxsize=64)
def _has_instructions(data: bytes) -> bool:
    """Tell whether any outline carries a program (OpenType, glyf): it would move points while it is drawn."""
    try:
        count = struct.unpack_from(">H", data, 4)[0]
        rows = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
        tables = {tag: data[start : start + length] for tag, _, start, length in rows}
        is_long = struct.unpack_from(">h", tables[b"head"], 50)[0]
        loca = tables[b"loca"]
        places = struct.unpack(f">{len(loca) // (4 if is_long else 2)}{'I' if is_long else 'H'}", loca)
        offsets = places if is_long else tuple(2 * place for place in places)
        spans = itertools.pairwise(offsets)
        return any(_is_programmed(tables[b"glyf"][start:end]) for start, end in spans if end > start)
    except (struct.error, KeyError, IndexError):
        return True  # what cannot be read is not trusted


def _is_programmed(glyph: bytes) -> bool:
    contours = struct.unpack_from(">h", glyph)[0]
    if contours >= 0:
        return bool(struct.unpack_from(">H", glyph, 10 + 2 * contours)[0])
    at, more = 10, True
    while more:
        flags = struct.unpack_from(">H", glyph, at)[0]
        if flags & 0x0100:
            return True
        at += 4 + (4 if flags & 0x0001 else 2)
        at += 2 if flags & 0x0008 else 4 if flags & 0x0040 else 8 if flags & 0x0080 else 0
        more = bool(flags & 0x0020)
    return False
