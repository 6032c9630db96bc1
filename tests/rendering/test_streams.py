"""Streams end so that no reader takes a byte of the data for the end of a line."""

import zlib

from leaflet.rendering.objects import stream


def test_data_that_ends_in_a_carriage_return_keeps_it() -> None:
    # The last byte of zlib's output is the low byte of its checksum: some data ends it in 13.
    data = next(text for text in (b"q " * n + b"Q" for n in range(2000)) if zlib.compress(text)[-1] == 13)
    assert stream(data).endswith(b"\r\r\nendstream")
    assert stream(b"q Q").endswith(zlib.compress(b"q Q", 4)[-1:] + b"\nendstream")
