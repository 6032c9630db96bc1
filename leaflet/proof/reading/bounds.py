"""The bounds of reading: how much of a file is unpacked, and how damage becomes nothing."""

import zlib

import pikepdf

MOST_BYTES = 6_000_000
"""What one stream may unpack to; a page of a leaflet has 12 000 bytes."""


def read_stream(stream: pikepdf.Stream) -> bytes:
    """Return a stream's data, cut off at `MOST_BYTES`; nothing where it is damaged.

    One Flate filter, which nearly every stream has, is unpacked here, since qpdf would unpack a bomb whole.
    """
    try:
        filters = stream.get("/Filter")
        names = [str(each) for each in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
        if filters is None:
            return bytes(stream.read_raw_bytes()[:MOST_BYTES])
        if names == ["/FlateDecode"] and "/DecodeParms" not in stream:
            return _unpacked(bytes(stream.read_raw_bytes()))
        if "/FlateDecode" in names and names.count("/FlateDecode") > 1:
            return b""
        return bytes(stream.read_bytes()[:MOST_BYTES])
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, RuntimeError, MemoryError):
        return b""


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(data, MOST_BYTES)
    except zlib.error:
        return b""


def text_of(value: object) -> str:
    """Return a name or string object as text, "" for anything else; half a pair of UTF-16 is U+FFFD."""
    try:
        found = str(value) if isinstance(value, pikepdf.Name | pikepdf.String | str) else ""
    except UnicodeDecodeError:  # a name of bytes that are no UTF-8
        return ""
    return found if found.isascii() else found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def number_of(value: object, otherwise: float = 0.0) -> float:
    """Return a number object as a float."""
    try:
        return float(value)  # type: ignore[arg-type]  # whatever is no number raises
    except (TypeError, ValueError):
        return otherwise
