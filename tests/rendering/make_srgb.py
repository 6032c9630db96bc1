"""Make the shipped colour profile, `leaflet/rendering/srgb.icc`: sRGB from published numbers.

A PDF/A file names the colour space it is meant for (ISO 19005-2, 6.2.3). The profile is of our own making,
so that no file of unknown licence travels along.
"""

import struct
from functools import cache

# IEC 61966-2-1: the red, green and blue primaries as XYZ, brought from D65 to the ICC's white, D50,
# by the Bradford method. Together they make that white, so that full red, green and blue print as none.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.436041, 0.222485, 0.013920),
    b"gXYZ": (0.385113, 0.716905, 0.097067),
    b"bXYZ": (0.143046, 0.060610, 0.713913),
}
_CURVE_POINTS = 256  # one for each value of an eight-bit component
_DESCRIPTION = b"sRGB IEC61966-2.1"
_COPYRIGHT = b"Made by Leaflet from IEC 61966-2-1. Free to use."
_MADE = (2026, 1, 1, 0, 0, 0)  # a fixed day: the same input gives the same bytes


@cache
def srgb_profile() -> bytes:
    """Return a display profile of sRGB as bytes: ICC version 2.4, three primaries and one curve."""
    return _assemble(
        {
            b"desc": _text_description(_DESCRIPTION),
            b"cprt": b"text" + bytes(4) + _COPYRIGHT + b"\0",
            b"wtpt": _xyz(_WHITE),
            **{signature: _xyz(primary) for signature, primary in _PRIMARIES.items()},
            **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve()),
        }
    )


def _assemble(tags: dict[bytes, bytes]) -> bytes:
    """Join header, tag table and tag data; equal data is stored once (ICC.1:2001-04, 6.2)."""
    start = 128 + 4 + 12 * len(tags)
    data, places = b"", dict[bytes, int]()
    for content in tags.values():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(
        struct.pack(">4sII", signature, places[content], len(content)) for signature, content in tags.items()
    )
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """Return the 128 bytes before the tags (ICC.1:2001-04, table 9)."""
    kind = struct.pack(">I4s4s4s4s", size, bytes(4), b"\x02\x40\0\0", b"mntr", b"RGB ")
    made = b"XYZ " + struct.pack(">6H", *_MADE) + b"acsp"
    return (kind + made + bytes(28) + _fixed(_WHITE)).ljust(128, b"\0")


def _text_description(text: bytes) -> bytes:
    """Return a textDescriptionType: ASCII only; the Unicode and script parts are empty."""
    return b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(8 + 3 + 67)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(values)


def _fixed(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))


def _curve() -> bytes:
    values = (round(_linear(index / (_CURVE_POINTS - 1)) * 65535) for index in range(_CURVE_POINTS))
    return b"curv" + bytes(4) + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *values)


def _linear(value: float) -> float:
    """Return the light of an encoded component, both 0 to 1 (IEC 61966-2-1, 5.2)."""
    if value <= 0.04045:
        return value / 12.92
    return float(((value + 0.055) / 1.055) ** 2.4)
