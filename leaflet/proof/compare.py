"""Compare two files object by object, whatever program saved them.

Numbering, filters, lengths, object streams and the spelling of numbers and strings are left out. What the
catalogue and the document information reach is held against each other, key by key, stream by stream.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import ParseError, canonicalize

import pikepdf

from leaflet.proof.reading.bounds import read_stream

MOST_DIFFERENCES = 40
_SLACK = Decimal("0.001")  # other programs write numbers with fewer digits
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
_MOST_PAIRS = 200_000


class Difference(NamedTuple):
    """One place at which two files differ: where, what, and on which page (0 for none)."""

    path: str
    told: str
    page: int = 0


def same_objects(one: bytes, other: bytes) -> bool:
    """Tell whether two files hold the same objects; what qpdf writes of both settles most of them."""
    return normalized(one) == normalized(other) or not differences(one, other, most=1)


def normalized(data: bytes) -> bytes:
    """Return a file as qpdf writes it: objects in order of reach, unpacked, without its header's line."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data), suppress_warnings=True) as file:
        file.save(
            out,
            static_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            force_version="1.7",
        )
    return out.getvalue()


def differences(found: bytes, wanted: bytes, most: int = MOST_DIFFERENCES) -> tuple[Difference, ...]:
    """Return where a file differs from what it ought to be."""
    with (
        pikepdf.open(BytesIO(found), suppress_warnings=True) as one,
        pikepdf.open(BytesIO(wanted), suppress_warnings=True) as other,
    ):
        walk = _Walk(one)
        told: list[Difference] = []
        for difference in walk.differences(one, other):
            told.append(difference)
            if len(told) >= most:
                break
        return tuple(told)


class _Walk:
    """Goes through two files side by side, each pair of objects once."""

    def __init__(self, found: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(found.pages, start=1)}
        self._seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
        self._stack: list[tuple[object, object, str, int]] = []

    def differences(self, found: pikepdf.Pdf, wanted: pikepdf.Pdf) -> Iterator[Difference]:
        """Yield what differs, the catalogue first."""
        for key in ("/Info", "/Root"):
            self._stack.append((found.trailer.get(key), wanted.trailer.get(key), key[1:], 0))
        while self._stack:
            one, other, path, page = self._stack.pop()
            yield from self._pair(one, other, path, page)
            if len(self._seen) > _MOST_PAIRS:
                yield Difference(path, "is too large to be compared")
                return

    def _pair(self, one: object, other: object, path: str, page: int) -> Iterator[Difference]:
        if isinstance(one, pikepdf.Object) and isinstance(other, pikepdf.Object):
            if one.is_indirect and other.is_indirect:
                pair = (one.objgen, other.objgen)
                if pair in self._seen:
                    return
                self._seen.add(pair)
                page = self._pages.get(one.objgen, page)
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                yield from self._dictionaries(one, other, path, page)
                return
            if isinstance(one, pikepdf.Array) and isinstance(other, pikepdf.Array):
                if len(one) != len(other):
                    yield Difference(path, f"has {len(one)} entries for {len(other)}", page)
                rows = list(zip(one, other, strict=False))
                self._stack += [
                    (a, b, f"{path}[{index}]", page) for index, (a, b) in reversed(list(enumerate(rows)))
                ]
                return
        if not _alike(one, other):
            yield Difference(path, f"is {shown(one)} for {shown(other)}", page)

    def _dictionaries(
        self, one: pikepdf.Object, other: pikepdf.Object, path: str, page: int
    ) -> Iterator[Difference]:
        if isinstance(one, pikepdf.Stream) != isinstance(other, pikepdf.Stream) or not isinstance(
            other, pikepdf.Dictionary | pikepdf.Stream
        ):
            yield Difference(path, f"is {shown(one)} for {shown(other)}", page)
            return
        mine, wanted = dict(one.items()), dict(other.items())
        if isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream):
            for key in _PACKING:
                mine.pop(key, None)
                wanted.pop(key, None)
            if not same_data(one, other, path):
                yield Difference(path, "has other data", page)
        # What is put last is walked first: by way of the page tree, an object's path names its page.
        for key in sorted(mine.keys() | wanted.keys(), key=lambda key: (key == "/Pages", key)):
            inner = f"{path}{key}"
            if key not in wanted:
                yield Difference(inner, f"is too much: {shown(mine[key])}", page)
            elif key not in mine:
                yield Difference(inner, f"is missing: {shown(wanted[key])}", page)
            else:
                self._stack.append((mine[key], wanted[key], inner, page))


def same_data(one: pikepdf.Stream, other: pikepdf.Stream, path: str) -> bool:
    """Tell whether two streams hold the same bytes, or as contents of a page the same instructions."""
    mine, wanted = read_stream(one), read_stream(other)
    if mine == wanted:
        return True
    if str(one.get("/Subtype")) == str(other.get("/Subtype")) == "/XML":
        return canonical_packet(mine) == canonical_packet(wanted)
    if not path.endswith("/Contents"):
        return False
    found = _instructions(mine)
    return found is not None and found == _instructions(wanted)


def canonical_packet(data: bytes) -> str:
    """Return an XMP packet however it is written: pikepdf spells an empty property and a wrapper anew."""
    text = data.decode("utf-8", "replace").replace("\ufeff", "")
    if re.search("<!(DOCTYPE|ENTITY)", text):
        return text
    try:
        return canonicalize(re.sub(r"<\?xpacket[^?]*\?>", "", text), with_comments=True, strip_text=True)
    except (ParseError, ValueError):
        return text


def _instructions(data: bytes) -> list[tuple[str, str]] | None:
    holder = pikepdf.new()
    try:
        parsed = pikepdf.parse_content_stream(holder.make_stream(data))
        return [(str(each.operator), _operands(each.operands)) for each in parsed]
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return None


def _operands(operands: object) -> str:
    return " ".join(_operand(each) for each in operands) if hasattr(operands, "__iter__") else ""


def _operand(value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float | Decimal):
        return f"{float(value):.3f}"
    if isinstance(value, pikepdf.String):
        return bytes(value).hex()
    if isinstance(value, pikepdf.Array):
        return f"[{_operands(value)}]"
    if isinstance(value, pikepdf.Dictionary):
        return f"<<{' '.join(f'{key} {_operand(inner)}' for key, inner in sorted(value.items()))}>>"
    return str(value)


def _alike(one: object, other: object) -> bool:
    if isinstance(one, pikepdf.String) and isinstance(other, pikepdf.String):
        return bytes(one) == bytes(other) or str(one) == str(other)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return abs(Decimal(one) - Decimal(other)) <= _SLACK
    return type(one) is type(other) and bool(one == other)


def shown(value: object) -> str:
    """Return an object in a few words, for a report."""
    if isinstance(value, pikepdf.Stream):
        return "a stream"
    if isinstance(value, pikepdf.Dictionary):
        return "a dictionary with " + (", ".join(str(key)[1:] for key in value) or "nothing")
    if isinstance(value, pikepdf.Array):
        return f"an array of {len(value)}"
    text = repr(str(value)) if isinstance(value, pikepdf.String) else str(value)
    return text if len(text) <= 70 else f"{text[:69]}…"
