"""A file's bytes without what differs from one editor to the next and changes no word."""

_MARK = b"\xef\xbb\xbf"


def plain_bytes(data: bytes) -> bytes:
    """Return the bytes of a UTF-8 file without a byte order mark, each line end as a line feed."""
    data = data.removeprefix(_MARK)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
