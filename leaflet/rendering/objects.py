"""Put PDF objects together as a file: numbered bytes, most of them packed, and cross-references to them.

Everything comes as ready-made bytes. Written without ReportLab's own PDFDocument, since that keeps a
Python object for each of hundreds of elements; how a string is written that is not plain, ReportLab
knows, and is asked only then: its document objects take a tenth of a small build to import.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from struct import Struct

from deflate import zlib_compress

from leaflet.precompiled import expression

_PLAIN = expression(r"[ -'*-\[\]-~]*")  # printed ASCII but for brackets and backslash: it means itself
_STREAM_END = b"endstream"
# An entry of the cross-references: its kind; where the object starts, or in which stream and place it is.
_ENTRY = Struct(">BHHH").pack
_FREE = _ENTRY(0, 0, 0, 65535)  # object 0, the head of the list of free ones
_HEADER = b"%%PDF-%b\n%%\xe2\xe3\xcf\xd3\n"  # four bytes over 127: the file is binary (ISO 19005-2, 6.1.2)


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

    def file(self, root: int, info: int = 0, version: bytes = b"1.7") -> bytes:
        """Return the whole file; its identifier is a digest of its objects, so it needs no clock.

        `info` is 0 where the file has no document information.

        What is no stream stands packed in one object stream (ISO 32000-1, 7.5.7), which makes a leaflet a
        third smaller; the cross-references are a stream, too (7.5.8).
        """
        packed = [
            number for number, body in enumerate(self._bodies, start=1) if not body.endswith(_STREAM_END)
        ]
        holder = len(self._bodies) + 1
        streams = [
            (number, body) for number, body in enumerate(self._bodies, 1) if body.endswith(_STREAM_END)
        ]
        streams.append((holder, self._object_stream(packed)))
        parts = [_HEADER % version, *(b"%d 0 obj\n%b\nendobj\n" % numbered for numbered in streams)]
        *offsets, end = accumulate(map(len, parts))
        said = b"".join(parts)
        digest = hashlib.sha256(said).hexdigest()[:32].encode()
        places = {
            number: _ENTRY(1, *divmod(at, 65536), 0) for (number, _), at in zip(streams, offsets, strict=True)
        }
        places |= {number: _ENTRY(2, 0, holder, index) for index, number in enumerate(packed)}
        places[holder + 1] = _ENTRY(1, *divmod(end, 65536), 0)
        table = _FREE + b"".join([places[number] for number in range(1, holder + 2)])
        told = b"/Info %d 0 R" % info if info else b""
        entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R%b/ID[<%b><%b>]"
        body = stream(table, entries % (holder + 2, root, told, digest, digest))
        return b"%b%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (said, holder + 1, body, end)

    def _object_stream(self, numbers: Sequence[int]) -> bytes:
        bodies = [self._bodies[number - 1] for number in numbers]
        offsets = [0, *accumulate([len(body) + 1 for body in bodies[:-1]])]
        index = b" ".join([b"%d %d" % place for place in zip(numbers, offsets, strict=True)]) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(index))
        return stream(index + b"\n".join(bodies), entries)
