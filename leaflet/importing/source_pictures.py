"""Pictures of a source: decoded within bounds, told by their first bytes, never fetched."""

import base64
import binascii
import re
from collections.abc import Mapping

from lxml import etree

from leaflet.images import LogoError, read_figure
from leaflet.importing.original import Figure
from leaflet.pictures import LARGEST_PICTURE

_DATA = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.*)", re.DOTALL)
_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def suffix_of(data: bytes) -> str:
    """Return png, jpg or svg by what a picture's bytes say; "" for another form."""
    for magic, suffix in _MAGIC.items():
        if data.startswith(magic):
            return suffix
    return "svg" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else ""


def decode(text: str | None) -> bytes:
    """Return the bytes of Base64 text; b"" where it is none or too large."""
    if not text or len(text) > LARGEST_PICTURE * 4 // 3:
        return b""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def html_figure(node: etree._Element, address: str, contained: Mapping[str, bytes]) -> Figure:
    """Return the figure of an `img` whose bytes are in `contained` or in its own data address."""
    source = (node.get("src") or "").strip()
    alt = " ".join((node.get("alt") or "").split())
    held = _DATA.fullmatch(source)
    if held:
        data = decode(held["data"])
    elif source.startswith("#"):
        data = contained.get(source[1:], b"")
    else:
        data = contained.get(source, b"")
    return figure(alt, data, address, _why_none(source, data))


def figure(alt: str, data: bytes, address: str, why: str) -> Figure:
    """Return a figure whose bytes can be printed, or one that says why they cannot."""
    if not data:
        return Figure(alt, b"", why, address)
    if len(data) > LARGEST_PICTURE:
        return Figure(alt, b"", "the picture is larger than 5 MiB", address)
    try:
        read_figure(data)
    except LogoError as slip:
        return Figure(alt, b"", str(slip).rstrip("."), address)
    return Figure(alt, data, "", address)


def _why_none(source: str, data: bytes) -> str:
    if data:
        return ""
    if not source:
        return "the source names no picture here"
    if source.startswith("data:"):
        return "the picture's data cannot be decoded"
    if source.startswith("#"):
        return f"the file does not contain the picture {source[:60]}"
    return f"the picture lies elsewhere, and nothing is fetched: {source[:100]}"
