"""Streams end so that no reader takes a byte of the data for the end of a line."""

import zlib

import pytest

from leaflet.rendering.objects import stream


def test_data_that_ends_in_a_carriage_return_keeps_it() -> None:
    # The last byte of compressed data is the low byte of its checksum: of some data it is 13.
    data = next(text for text in (b"q " * n + b"Q" for n in range(2000)) if zlib.compress(text)[-1] == 13)
    assert stream(data).endswith(b"\r\r\nendstream")
    assert stream(b"q Q").endswith(zlib.compress(b"q Q")[-1:] + b"\nendstream")


@pytest.mark.parametrize("effort", [1, 12])
def test_any_reader_gets_the_data_back(effort: int) -> None:
    data = b"BT /F0 12 Tf 1 0 0 1 72 720 Tm[<00290003>]TJ ET\n" * 40
    head, _, rest = stream(data, effort=effort).partition(b"\nstream\n")
    packed = rest.removesuffix(b"\nendstream")
    assert b"/Length %d" % len(packed) in head
    assert zlib.decompress(packed) == data
