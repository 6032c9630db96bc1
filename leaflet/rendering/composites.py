"""Letters with their marks as one glyph each, added to an embedded font.

A mark painted after its letter makes the pen jump back and up, and every reader of PDF guesses differently
what such a jump means: a space, a new line, a word twice. So a letter and its marks become one glyph, made
of the face's own by reference (OpenType, glyf, composite glyph description), with one code and its text.
"""

import struct
from collections.abc import Sequence
from typing import Any

from leaflet.text.fonts import Face
from leaflet.text.runs import Composite

_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020  # flags of a component
_CHECKSUM = 0xB1B0AFBA
_Tables = dict[bytes, bytes]


def with_composites(program: bytes, face: Face, composites: Sequence[Composite]) -> tuple[bytes, int]:
    """Return a TrueType file with glyphs added at its end, and the id of the first of them.

    `program` is a subset of `face` that keeps the ids of its glyphs, and holds all that they are made of.
    """
    tables = _tables(program)
    count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    described = [_described(face, composite) for composite in composites]
    _add_outlines(tables, count, [outline for outline, _ in described])
    _add_metrics(tables, count, [metric for _, metric in described])
    parts = max(len(composite.parts) for composite in composites)
    _raise_limits(tables, count + len(composites), parts)
    return _file(tables), count


def _tables(program: bytes) -> _Tables:
    count = struct.unpack_from(">H", program, 4)[0]
    rows = (struct.unpack_from(">4sIII", program, 12 + 16 * index) for index in range(count))
    return {tag: program[start : start + length] for tag, _, start, length in rows}


def _described(face: Face, composite: Composite) -> tuple[bytes, tuple[int, int]]:
    """Return the outline of a composite, and its advance and left side bearing, in units of the font."""
    boxes = []
    outline = b""
    for index, (glyph, dx, dy) in enumerate(composite.parts):
        extents: Any = face.hb_font.get_glyph_extents(glyph)
        left, top = extents.x_bearing + dx, extents.y_bearing + dy
        boxes.append((left, top + extents.height, left + extents.width, top))
        more = _MORE if index < len(composite.parts) - 1 else 0
        outline += struct.pack(">HHhh", _WORDS | _OFFSETS | more, glyph, dx, dy)
    box = [pick(box[side] for box in boxes) for side, pick in enumerate((min, min, max, max))]
    advance = face.hb_font.get_glyph_h_advance(composite.parts[0][0])
    return struct.pack(">5h", -1, *box) + outline, (advance, box[0])


def _add_outlines(tables: _Tables, count: int, outlines: Sequence[bytes]) -> None:
    glyf, head = tables[b"glyf"], tables[b"head"]
    is_long = struct.unpack_from(">h", head, 50)[0]
    places = struct.unpack_from(f">{count + 1}{'I' if is_long else 'H'}", tables[b"loca"])
    offsets = [place if is_long else 2 * place for place in places]
    for outline in outlines:
        glyf = glyf[: offsets[-1]] + outline + bytes(-len(outline) % 4)
        offsets.append(len(glyf))
    tables[b"glyf"], tables[b"loca"] = glyf, struct.pack(f">{len(offsets)}I", *offsets)
    tables[b"head"] = head[:50] + struct.pack(">h", 1) + head[52:]


def _add_metrics(tables: _Tables, count: int, metrics: Sequence[tuple[int, int]]) -> None:
    """Give every glyph a whole row of its own: the table lets only the last ones share an advance."""
    hhea, hmtx = tables[b"hhea"], tables[b"hmtx"]
    whole = struct.unpack_from(">H", hhea, 34)[0]
    last = struct.unpack_from(">H", hmtx, 4 * (whole - 1))[0]
    bearings = struct.unpack_from(f">{count - whole}h", hmtx, 4 * whole)
    shared = [struct.pack(">Hh", last, bearing) for bearing in bearings]
    tables[b"hmtx"] = b"".join([hmtx[: 4 * whole], *shared, *(struct.pack(">Hh", *row) for row in metrics)])
    tables[b"hhea"] = hhea[:34] + struct.pack(">H", count + len(metrics)) + hhea[36:]


def _raise_limits(tables: _Tables, count: int, parts: int) -> None:
    """Say in maxp how many glyphs there are and how much a composite may hold: upper bounds, as allowed."""
    maxp = bytearray(tables[b"maxp"])
    points, contours, most_points, most_contours = struct.unpack_from(">4H", maxp, 6)
    bounds = [min(0xFFFF, parts * max(pair)) for pair in ((points, most_points), (contours, most_contours))]
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    struct.pack_into(">H", maxp, 4, count)
    struct.pack_into(">2H", maxp, 10, *bounds)
    struct.pack_into(">2H", maxp, 28, max(elements, parts), depth + 1)
    tables[b"maxp"] = bytes(maxp)


def _file(tables: _Tables) -> bytes:
    """Put tables together as a file (OpenType, table directory), with its checksums."""
    head = bytearray(tables[b"head"])
    struct.pack_into(">I", head, 8, 0)
    tables = {**tables, b"head": bytes(head)}
    power = len(tables).bit_length() - 1
    start = 16 << power
    directory = struct.pack(">IHHHH", 0x00010000, len(tables), start, power, 16 * len(tables) - start)
    body, at = b"", 12 + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _sum(data), at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    file = bytearray(directory + body)
    place = file.index(b"head", 12)
    adjustment = struct.unpack_from(">I", file, place + 8)[0] + 8
    struct.pack_into(">I", file, adjustment, (_CHECKSUM - _sum(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
