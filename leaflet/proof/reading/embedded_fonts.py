"""Read fonts through qpdf: what is embedded, and which characters the codes of shown text stand for."""

import re
import struct
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

import pikepdf

from leaflet.proof.reading.bounds import number_of, read_stream, text_of
from leaflet.values import Value, field

_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_MOST_CODES = 70_000
_PLAIN = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


class Font(Value, kw_only=True):
    """One font of a file: how it is embedded and how its codes are read."""

    name: str
    subtype: str
    page: int  # the first page that has it
    is_embedded: bool
    is_subset: bool
    width: int  # bytes a code
    codes: Mapping[int, str]  # code → characters, by its ToUnicode or encoding
    drawn: Mapping[int, frozenset[str]]  # code → characters, by the font program itself
    program: bytes = b""  # of a TrueType font of glyph ids
    glyph_map: bytes = b""  # two bytes a code; b"" where a code is a glyph's id
    widths: Mapping[int, float] = field(default_factory=dict)  # code → 1/1000 em
    names: tuple[str, ...] = ()  # as its parts have them, one beside the other
    measures: Mapping[str, tuple[float, ...]] = field(default_factory=dict)  # of its descriptor, by key

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def glyph(self, code: int) -> int:
        """Return the glyph that a code paints."""
        pair = self.glyph_map[2 * code : 2 * code + 2]
        return int.from_bytes(pair, "big") if self.glyph_map else code

    def read(self, shown: bytes) -> tuple[str, tuple[int, ...]]:
        """Return the characters of a shown string, U+FFFD for what maps to nothing, and its codes."""
        if self.width == 1:
            codes = tuple(shown)
        else:  # half a code at the end is read as one
            pairs = shown if len(shown) % 2 == 0 else bytes((*shown[:-1], 0, shown[-1]))
            codes = struct.unpack(f">{len(pairs) // 2}H", pairs)
        return "".join([self.codes.get(code, "\ufffd") for code in codes]), codes


def read_font(font: pikepdf.Dictionary, page: int) -> Font:
    """Return a font dictionary's facts; damage leaves them empty."""
    subtype = text_of(font.get("/Subtype"))
    below = font
    if subtype == "/Type0":
        descendants = font.get("/DescendantFonts")
        if isinstance(descendants, pikepdf.Array) and len(descendants):
            first = descendants[0]
            below = first if isinstance(first, pikepdf.Dictionary) else font
    descriptor = below.get("/FontDescriptor")
    program = _program(descriptor)
    name = text_of(font.get("/BaseFont")).removeprefix("/")
    codes = _codes(font, subtype)
    drawn: Mapping[int, frozenset[str]] = {}
    font_file, mapped = b"", below.get("/CIDToGIDMap")
    if subtype == "/Type0" and program is not None:
        font_file = read_stream(program)
        if text_of(mapped) == "/Identity":
            drawn = _by_glyph(font_file)
    return Font(
        name=name,
        subtype=subtype.removeprefix("/"),
        page=page,
        is_embedded=program is not None or subtype == "/Type3",
        is_subset=re.match(r"[A-Z]{6}\+", name) is not None or subtype == "/Type3",
        width=2 if subtype == "/Type0" else 1,
        codes=codes,
        drawn=drawn,
        program=font_file,
        glyph_map=read_stream(mapped) if isinstance(mapped, pikepdf.Stream) else b"",
        widths=_widths(below.get("/W")),
        names=_names(font, below, descriptor),
        measures=_measures(descriptor),
    )


def _widths(value: object) -> dict[int, float]:
    """Return the widths of a font of glyph ids (ISO 32000-1, 9.7.4.3): rows, and ranges of one width."""
    widths: dict[int, float] = {}
    items = list(value)[:_MOST_CODES] if isinstance(value, pikepdf.Array) else []
    while len(items) >= 2:
        first, second = items[0], items[1]
        start = int(number_of(first))
        if isinstance(second, pikepdf.Array):
            rows = enumerate(list(second)[:_MOST_CODES], start)
            widths.update((code, number_of(each)) for code, each in rows)
            del items[:2]
            continue
        last = min(int(number_of(second)), start + _MOST_CODES)
        widths.update(dict.fromkeys(range(start, last + 1), number_of(items[2]) if len(items) > 2 else 0.0))
        del items[:3]
    return widths


def _names(font: pikepdf.Dictionary, below: pikepdf.Dictionary, descriptor: object) -> tuple[str, ...]:
    described = descriptor.get("/FontName") if isinstance(descriptor, pikepdf.Dictionary) else None
    named = (font.get("/BaseFont"), below.get("/BaseFont"), described)
    return tuple(text_of(each).removeprefix("/") for each in named)


def _measures(descriptor: object) -> dict[str, tuple[float, ...]]:
    """Return the numbers of a font descriptor."""
    found = dict(descriptor.items()) if isinstance(descriptor, pikepdf.Dictionary) else {}
    return {
        str(key)[1:]: tuple(number_of(each) for each in (list(value)[:4] if is_row else [value]))
        for key, value in found.items()
        if (is_row := isinstance(value, pikepdf.Array)) or isinstance(value, int | float | Decimal)
    }


def _program(descriptor: object) -> pikepdf.Stream | None:
    if not isinstance(descriptor, pikepdf.Dictionary):
        return None
    for key in ("/FontFile2", "/FontFile3", "/FontFile"):
        found = descriptor.get(key)
        if isinstance(found, pikepdf.Stream):
            return found
    return None


def _codes(font: pikepdf.Dictionary, subtype: str) -> Mapping[int, str]:
    mapped = font.get("/ToUnicode")
    if isinstance(mapped, pikepdf.Stream):
        return _cmap(read_stream(mapped))
    encoding = font.get("/Encoding")
    if subtype == "/Type0" or isinstance(encoding, pikepdf.Dictionary):
        return {}
    codec = _PLAIN.get(text_of(encoding), "cp1252")
    pairs = ((code, bytes([code]).decode(codec, "ignore")) for code in range(32, 256))
    return {code: character for code, character in pairs if character}


@lru_cache(maxsize=64)  # files of the same words have the same maps and programs
def _cmap(data: bytes) -> Mapping[int, str]:
    """Return the characters that a ToUnicode stream gives the codes (ISO 32000-1, 9.10.3)."""
    codes: dict[int, str] = {}
    for kind, inside in _BLOCK.findall(data):
        if kind == b"bfchar":
            ends = [_hex(found) for found in _HEX.findall(inside)]
            pairs = zip(ends[::2], ends[1::2], strict=False)
            codes.update((int.from_bytes(code, "big"), _utf16(text)) for code, text in pairs)
        else:
            for pair in _ranged(inside):
                codes[pair[0]] = pair[1]
                if len(codes) > _MOST_CODES:
                    return codes
    return codes


def _ranged(inside: bytes) -> Iterator[tuple[int, str]]:
    for low, high, target in _RANGE.findall(inside):
        first, last = int(low, 16), min(int(high, 16), int(low, 16) + 0xFFFF)
        if target.startswith(b"["):
            texts = [_utf16(_hex(found)) for found in _HEX.findall(target)]
            yield from zip(range(first, last + 1), texts, strict=False)
            continue
        start = _hex(target.strip(b"<>"))
        number = int.from_bytes(start, "big")
        for offset in range(last - first + 1):
            value = number + offset
            if value < 1 << (8 * max(1, len(start))):
                yield first + offset, _utf16(value.to_bytes(max(1, len(start)), "big"))


def _hex(digits: bytes) -> bytes:
    kept = bytes(digits.translate(None, b" \t\r\n\f"))
    return bytes.fromhex((kept + b"0" * (len(kept) % 2)).decode("ascii"))


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")


@lru_cache(maxsize=64)
def _by_glyph(program: bytes) -> Mapping[int, frozenset[str]]:
    """Return which characters each glyph of a TrueType program draws, by its own cmap."""
    glyphs: dict[int, set[str]] = {}
    try:
        for character, glyph in _character_map(program):
            if glyph:
                glyphs.setdefault(glyph, set()).add(character)
    except (struct.error, ValueError, OverflowError):
        return {}
    return {glyph: frozenset(characters) for glyph, characters in glyphs.items()}


def _character_map(program: bytes) -> Iterator[tuple[str, int]]:
    """Yield character and glyph of every Unicode subtable in format 4 or 12 (OpenType, cmap)."""
    tables = struct.unpack_from(">H", program, 4)[0]
    for index in range(min(tables, 64)):
        tag, _, start, _ = struct.unpack_from(">4sIII", program, 12 + 16 * index)
        if tag != b"cmap":
            continue
        count = struct.unpack_from(">H", program, start + 2)[0]
        for entry in range(min(count, 16)):
            platform, encoding, offset = struct.unpack_from(">HHI", program, start + 4 + 8 * entry)
            at = start + offset
            shape = struct.unpack_from(">H", program, at)[0]
            if platform not in (0, 3) or (platform == 3 and encoding == 0):
                continue
            if shape == 4:
                yield from _format_4(program, at)
            elif shape == 12:
                yield from _format_12(program, at)


def _format_4(program: bytes, at: int) -> Iterator[tuple[str, int]]:
    segments = struct.unpack_from(">H", program, at + 6)[0] // 2
    row = f">{segments}H"
    ends = struct.unpack_from(row, program, at + 14)
    starts = struct.unpack_from(row, program, at + 16 + 2 * segments)
    deltas = struct.unpack_from(row, program, at + 16 + 4 * segments)
    offsets_at = at + 16 + 6 * segments
    offsets = struct.unpack_from(row, program, offsets_at)
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets_at + 2 * index + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", program, place)[0]
                if not glyph:
                    continue
            yield chr(code), (glyph + delta) & 0xFFFF


def _format_12(program: bytes, at: int) -> Iterator[tuple[str, int]]:
    groups = struct.unpack_from(">I", program, at + 12)[0]
    for index in range(min(groups, 10_000)):
        start, end, glyph = struct.unpack_from(">III", program, at + 16 + 12 * index)
        for code in range(start, min(end, 0x10FFFF, start + 0xFFFF) + 1):
            yield chr(code), glyph + code - start
