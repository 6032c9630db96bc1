"""Put PDF objects together as a file: numbered bytes, a cross-reference table, a trailer.

Everything comes as ready-made bytes. Written without ReportLab's own PDFDocument, since that keeps a
Python object for each of hundreds of elements; how a string is written that is not plain, ReportLab
knows, and is asked only then: its document objects take a tenth of a small build to import.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate

from deflate import zlib_compress

_PLAIN = re.compile(r"[ -'*-\[\]-~]*")  # printed ASCII but for brackets and backslash: it means itself
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes over 127: the file is binary (ISO 19005-2, 6.1.2)


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Return a PDF dictionary, its keys in alphabetical order; values are written as they are."""
    return b"<<\n%s\n>>" % b"\n ".join([b"/%s %s" % (key.encode(), entries[key]) for key in sorted(entries)])


def text_string(text: str) -> bytes:
    """Return a PDF text string, in UTF-16 where PDFDocEncoding lacks a character (ISO 32000-1, 7.9.2.2)."""
    if _PLAIN.fullmatch(text):
        return b"(%s)" % text.encode("ascii")
    from reportlab.pdfbase.pdfdoc import PDFString

    made: bytes = PDFString(text).format(_Plain())
    return made


def stream(data: bytes, entries: bytes = b"", *, effort: int = 1) -> bytes:
    """Return a stream object, its data compressed with an effort of 1 to 12; at 0 as it is.

    The XMP stays as it is, since others must find it; what is made once a process is worth an effort of 12.
    """
    if effort:
        # Not zlib: it has several makers, whose bytes differ from one Python to the next. libdeflate
        # is the same wherever this release of it is installed, and takes a third of the time.
        data = bytes(zlib_compress(data, effort))
        entries += b"/Filter/FlateDecode"
    # After data that ends in a carriage return, a line feed alone would look like the rest of one line end.
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%s/Length %d>>\nstream\n%s%sendstream" % (entries, len(data), data, end)


def number(value: float) -> bytes:
    """Return a number with at most three decimals."""
    return b"%g" % round(value, 3)


def reference(number: int) -> bytes:
    """Return a reference to object `number`."""
    return b"%d 0 R" % number


def references(first: int, count: int) -> list[bytes]:
    """Return references to `count` objects from number `first` on."""
    return _references_below(1 << (first + count).bit_length())[first : first + count]


@cache
def _references_below(count: int) -> list[bytes]:
    """Return references to all objects under a number: every file has the same ones."""
    return [reference(number) for number in range(count)]


class _Plain:
    """Stands for ReportLab's document while one object is written: nothing is encrypted."""

    class encrypt:  # noqa: N801 - ReportLab's name
        """Passes strings through."""

        @staticmethod
        def encode(text: bytes) -> bytes:
            """Return the bytes as they are."""
            return text


class Objects:
    """The objects of one file, numbered from 1 in the order in which they were asked for."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self._bodies.append(body)
        return len(self._bodies)

    def reserve(self, count: int = 1) -> int:
        """Keep `count` numbers for objects whose bodies come later; return the first."""
        self._bodies += [b""] * count
        return len(self._bodies) - count + 1

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved number its body."""
        self._bodies[number - 1] = body

    def put_all(self, first: int, bodies: Sequence[bytes]) -> None:
        """Give reserved numbers from `first` on their bodies."""
        self._bodies[first - 1 : first - 1 + len(bodies)] = bodies

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file; its identifier is a digest of its objects, so it needs no clock."""
        parts = [_HEADER]
        parts += [b"%d 0 obj\n%b\nendobj\n" % numbered for numbered in enumerate(self._bodies, start=1)]
        *offsets, end = accumulate(map(len, parts))
        count = len(parts)
        said = b"".join(parts)
        digest = hashlib.sha256(said).hexdigest()[:32].encode()
        table = b"%010d 00000 n \n" * len(offsets) % tuple(offsets)
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
        ending = trailer % (count, root, info, digest, digest, end)
        return b"".join((said, b"xref\n0 %d\n0000000000 65535 f \n" % count, table, ending))
