"""Read the frame of a file byte by byte: header, numbered objects, cross-references, end; nothing else.

Readers go from object to object and never see what lies between or behind: an earlier revision, another
file, a word in a comment. Here every byte has to belong to something.

The header stands once, at the start, and names the version that the file's standard has (ISO 32000-1, 7.5.2).
ISO 19005-2, 6.1.2 allows any of 1.0 to 1.7, and veraPDF passes them all; but a file whose objects are packed
in streams, as the program packs them, is at least 1.5 (7.5.7), so a lower number in it was written by hand.
A file with a plain table may say 1.3: pypdf writes that whatever it is given. ISO 19005-4, 6.1.2 and ISO
14289-2, 6.1 allow 2.0 alone.
"""

import re
import zlib
from collections.abc import Iterator, Set
from io import BytesIO
from typing import Any

import pikepdf

_SPACE = re.compile(rb"[\x00\t\n\x0c\r ]*")
_OBJECT = re.compile(rb"(\d{1,10}) (\d{1,5}) obj\b")
_STREAM = re.compile(rb"stream(\r\n|\n)")
_END = re.compile(rb"\s*endstream\s+endobj\b")
_TABLE = re.compile(rb"xref\s+(\d+ \d+\s+(\d{10} \d{5} [nf][ \r\n]{1,2})*)+")
_NUMBER = re.compile(rb"\s*\d+\s+endobj\b")  # the length of a stream, which qpdf tells no number of
_TRAILER = re.compile(rb"trailer\s*(?=<<)")
_START = re.compile(rb"startxref\s+\d+\s+%%EOF")
_HEADER = re.compile(rb"%PDF-(\d\.\d)(?=[\r\n])")
_PLAIN = b"1.3"  # the version that pypdf writes
# What tells others that a file is binary, and the notes of qpdf's own readable form.
_NOTE = re.compile(
    rb"%[\x80-\xff]{2,16}(?=[\r\n])|%QDF(-1\.0|: ignore_newline)(?=[\r\n])"
    rb"|%% (Original object ID: \d+ \d+|Page \d+|Contents for page \d+)(?=[\r\n])"
)
_TOKEN = re.compile(rb"<<|>>|\((?:\\.|[^()\\])*\)|[<\[\]>{}/]|[^\s<>\[\]{}()/]+|\(", re.DOTALL)
_CALLED = re.compile(r"stream <[^>]*> ?")
_HINTS = frozenset(("/S", "/O", "/I", "/Length", "/Filter", "/DecodeParms"))  # ISO 32000-1, annex F.4
_MOST_FAULTS = 20


def file_faults(data: bytes, version: bytes) -> tuple[str, ...]:
    """Return what in a file belongs to nothing, stands in it twice, or is read with a warning.

    `version` is that of the file's standard. Raises what qpdf raises where it cannot open the file.
    """
    told, known = _object_faults(data)
    return (*_version_faults(data, version), *_frame_faults(data, known), *told)[:_MOST_FAULTS]


def _version_faults(data: bytes, version: bytes) -> Iterator[str]:
    found = _HEADER.match(data)
    if found is None:
        yield "it does not start with the header of a PDF"
        return
    plain = version.startswith(b"1.") and b"/ObjStm" not in data and b"/XRef" not in data
    if found[1] != version and not (plain and found[1] == _PLAIN):
        yield f"its header says PDF {found[1].decode()}, and it is written as PDF {version.decode()}"


def _frame_faults(data: bytes, known: Set[int]) -> tuple[str, ...]:
    """Return what in a file's bytes belongs to nothing; `known` are the objects that qpdf knows."""
    try:
        return tuple(_Frame(data, known).faults())
    except (ValueError, IndexError, RecursionError) as error:
        return (f"its bytes cannot be read in order ({type(error).__name__})",)


class _Frame:
    def __init__(self, data: bytes, known: Set[int]) -> None:
        self._data = data
        self._known = known
        self._seen: dict[int, int] = {}
        self._ends = 0
        self._is_linear = b"/Linearized" in data[:1024]

    def faults(self) -> Iterator[str]:
        data, size = self._data, len(self._data)
        header = _HEADER.match(data)
        at = header.end() if header else 0
        while (at := _after_space(data, at)) < size:
            end = yield from self._piece(at)
            if end <= at:
                yield f"{min(size - at, 9_999_999)} bytes from {at} on belong to nothing"
                return
            at = end
        # A file laid out for the web may have an end of its first page as well (ISO 32000-1, annex F).
        if not 1 <= self._ends <= (2 if self._is_linear else 1):
            yield f"it ends {self._ends} times: it holds more than one revision"

    def _piece(self, at: int) -> Any:
        """Return where the piece that starts here ends; yield what is wrong with it."""
        data = self._data
        if (found := _OBJECT.match(data, at)) is not None:
            number = int(found[1])
            self._seen[number] = self._seen.get(number, 0) + 1
            if self._seen[number] == 2:
                yield f"object {number} stands in it twice"
            if number not in self._known and not _NUMBER.match(data, found.end()):
                yield f"object {number} is not among its cross-references"
            return _end_of_object(data, found.end())
        for pattern in (_NOTE, _TABLE):
            if (found := pattern.match(data, at)) is not None:
                return found.end()
        if (found := _TRAILER.match(data, at)) is not None:
            return _end_of_value(data, found.end())
        if (found := _START.match(data, at)) is not None:
            self._ends += 1
            return found.end()
        return at


def _after_space(data: bytes, at: int) -> int:
    found = _SPACE.match(data, at)
    return found.end() if found else at


def _end_of_object(data: bytes, at: int) -> int:
    """Return the end of an object whose value starts here; where it has no proper end, raise."""
    at = _after_space(data, _end_of_value(data, at))
    stream = _STREAM.match(data, at)
    if stream is None:
        if data[at : at + 6] != b"endobj":
            raise ValueError("an object does not end")
        return at + 6
    start = stream.end()
    length = re.search(rb"/Length (\d+)(?! \d+ R)", data[max(0, at - 2000) : at].rpartition(b" obj")[2])
    found = _END.match(data, start + int(length[1])) if length else None
    while found is None:
        start = data.index(b"endstream", start)
        found = _END.match(data, start)
        start += 1
    return found.end()


def _end_of_value(data: bytes, at: int) -> int:
    """Return where the value that starts here ends: a dictionary, an array, or one token."""
    depth = 0
    while True:
        at = _after_space(data, at)
        if data[at : at + 1] == b"<" and data[at : at + 2] != b"<<":
            at = data.index(b">", at) + 1
        elif data[at : at + 1] == b"(":
            at = _end_of_string(data, at)
        else:
            token = _TOKEN.match(data, at)
            if token is None:
                raise ValueError("no token")
            at = token.end()
            if token[0] == b"/":
                name = re.compile(rb"[^\s<>\[\]{}()/%]*").match(data, at)
                at = name.end() if name else at
            elif token[0] in (b"<<", b"["):
                depth += 1
                continue
            elif token[0] in (b">>", b"]"):
                depth -= 1
        if depth <= 0:
            reference = re.compile(rb"\s+\d+\s+R\b").match(data, at)
            return reference.end() if reference else at


def _end_of_string(data: bytes, at: int) -> int:
    depth, at = 0, at
    while True:
        byte = data[at]
        at += 1
        if byte == 0x5C:
            at += 1
        elif byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if not depth:
                return at


def _object_faults(data: bytes) -> tuple[list[str], Set[int]]:
    """Return which objects nothing refers to, which streams go on, what qpdf warns of; and all objects."""
    told: list[str] = []
    known: set[int] = set()
    is_linear = b"/Linearized" in data[:1024]
    with pikepdf.open(BytesIO(data), suppress_warnings=True) as file:
        reached = _reached(file)
        for item in file.objects:
            if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array | pikepdf.String):
                continue
            known.add(item.objgen[0])
            if item.objgen not in reached and not _is_packing(item, is_linear):
                told.append(f"nothing refers to object {item.objgen[0]}")
            if isinstance(item, pikepdf.Stream) and _has_rest(item):
                told.append(f"the stream of object {item.objgen[0]} goes on after its data")
        told += [f"qpdf warns: {_warning(str(warning))}" for warning in file.get_warnings()]
    return told, known


def _warning(said: str) -> str:
    """Return what qpdf says, without what it calls the file: that is another in every process."""
    return _CALLED.sub("", said).split("): ")[-1][:200]


def _is_packing(item: Any, is_linear: bool) -> bool:
    """Tell whether an object is part of how the file is written: that nothing refers to it is right."""
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if str(item.get("/Type")) in ("/ObjStm", "/XRef"):
        return True
    hints = isinstance(item, pikepdf.Stream) and set(item.keys()) <= _HINTS and "/S" in item
    return is_linear and ("/Linearized" in item or hints)


def _has_rest(stream: pikepdf.Stream) -> bool:
    if str(stream.get("/Filter")) != "/FlateDecode":
        return False
    data, unpacker = bytes(stream.read_raw_bytes()), zlib.decompressobj()
    if not data:  # as MuPDF writes what unpacks to nothing
        return False
    try:
        unpacker.decompress(data, 6_000_000)
    except zlib.error:
        return True
    return not unpacker.eof or len(unpacker.unused_data.strip(b"\r\n")) > 0


def _reached(file: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return the objects that the trailer reaches."""
    seen: set[tuple[int, int]] = set()
    stack: list[Any] = [value for _, value in file.trailer.items()]
    while stack:
        item = stack.pop()
        if isinstance(item, pikepdf.Object):
            if item.is_indirect:
                if item.objgen in seen:
                    continue
                seen.add(item.objgen)
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                stack += [value for _, value in item.items()]
            elif isinstance(item, pikepdf.Array):
                stack += list(item)
    return seen
