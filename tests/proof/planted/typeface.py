"""Edit the font program that a file embeds: outlines exchanged or scaled, advances scaled."""

import struct
from collections.abc import Callable, Mapping
from typing import Any

from leaflet.text.outlines import Outline, Program

Scale = Callable[[int], tuple[float, float]]
"""Glyph → how much wider and taller it becomes, about the origin."""


def with_outlines(data: bytes, change: Callable[[Program, int], Outline]) -> bytes:
    """Return a font program whose outlines are what `change` gives for each glyph."""
    program, tables = Program(data), _tables(data)
    glyphs = [_glyph(change(program, index)) for index in range(program.glyph_count)]
    offsets, at = [0], 0
    for glyph in glyphs:
        at += len(glyph)
        offsets.append(at)
    tables[b"glyf"] = b"".join(glyphs)
    tables[b"loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    tables[b"head"] = tables[b"head"][:50] + b"\0\1" + tables[b"head"][52:]
    return _file(tables)


def scaled(outline: Outline, across: float, up: float) -> Outline:
    """Return an outline made wider and taller by factors, about the origin."""
    return tuple(
        (name, tuple(round(value * (up if index % 2 else across)) for index, value in enumerate(places)))
        for name, places in outline
    )


def with_advances(data: bytes, factor: float) -> bytes:
    """Return a font program whose advances are multiplied."""
    tables = _tables(data)
    metrics = tables[b"hmtx"]
    count = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    values = list(struct.unpack(f">{len(metrics) // 2}H", metrics[: len(metrics) // 2 * 2]))
    for index in range(count):
        values[2 * index] = round(values[2 * index] * factor)
    tables[b"hmtx"] = struct.pack(f">{len(values)}H", *values)
    return _file(tables)


def scale_widths(rows: Any, factor: float) -> list[Any]:
    """Return the rows of a font's W with every width multiplied."""
    return [
        [round(float(width) * factor) for width in row] if hasattr(row, "__len__") else int(row)
        for row in rows
    ]


def _tables(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    rows = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    return {tag: data[start : start + length] for tag, _, start, length in rows}


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    head, body, at = [], [], 12 + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        head.append(struct.pack(">4sIII", tag, 0, at, len(data)))
        body.append(padded)
        at += len(padded)
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + b"".join((*head, *body))


def _glyph(outline: Outline) -> bytes:
    """Return an outline as a simple glyph (OpenType, glyf), every point with two long coordinates."""
    contours: list[list[tuple[int, int, int]]] = []
    for name, places in outline:
        pairs = list(zip(places[::2], places[1::2], strict=True))
        if name == "m":
            contours.append([(*pairs[0], 1)])
        elif name in ("l", "q"):
            contours[-1] += [(*pair, 0) for pair in pairs[:-1]] + [(*pairs[-1], 1)]
        else:
            assert name == "h"
    points = [point for contour in contours for point in contour]
    if not points:
        return b""
    ends, last = [], -1
    for contour in contours:
        last += len(contour)
        ends.append(last)
    xs, ys, flags = zip(*points, strict=True)
    packed = struct.pack(">hhhhh", len(contours), min(xs), min(ys), max(xs), max(ys))
    packed += struct.pack(f">{len(ends)}HH", *ends, 0) + bytes(flags) + _steps(xs) + _steps(ys)
    return packed + b"\0" * (-len(packed) % 4)


def _steps(values: tuple[int, ...]) -> bytes:
    steps = (after - before for before, after in zip((0, *values), values, strict=False))
    return b"".join(struct.pack(">h", step) for step in steps)
