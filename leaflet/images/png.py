"""Write a decoded picture as a PNG file: the same picture gives the same bytes everywhere."""

import zlib
from functools import lru_cache

import deflate

from leaflet.handout import Logo

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR = 0, 2
_LEVEL = 6  # of libdeflate, whose releases have one set of bytes each; zlib has several makers


@lru_cache(maxsize=8)
def write_png(picture: Logo) -> bytes:
    """Return the file: eight bits a sample, grey where the picture has no colour.

    The last few are kept: one picture goes into several forms of a leaflet.
    """
    rgb = picture.rgb
    is_grey = rgb[0::3] == rgb[1::3] == rgb[2::3]
    samples, stride = (rgb[0::3], picture.width) if is_grey else (rgb, 3 * picture.width)
    rows = b"".join([b"\0" + samples[start : start + stride] for start in range(0, len(samples), stride)])
    header = (
        picture.width.to_bytes(4, "big")
        + picture.height.to_bytes(4, "big")
        + bytes((8, _GREY if is_grey else _COLOUR, 0, 0, 0))
    )
    data = bytes(deflate.zlib_compress(rows, _LEVEL))
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
