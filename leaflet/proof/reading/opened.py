"""A file as qpdf opens it, and the instructions of its pages: read once, for all rules that ask."""

import warnings
from functools import lru_cache
from io import BytesIO
from threading import local
from typing import Any, NamedTuple

import pikepdf

_HELD = local()  # each thread's last file: a file that another thread put away would lose its objects
_MOST_KEPT = 100_000  # bytes of a page's instructions that are kept; a leaflet's has 12 000


class Instructions(NamedTuple):
    """What a content stream tells to do, and whether it ends in the middle of something."""

    rows: tuple[tuple[str, list[Any]], ...]  # operator and operands
    is_cut: bool


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a file, open for reading until this thread opens the next; raise what qpdf raises."""
    held: tuple[bytes, pikepdf.Pdf] | None = getattr(_HELD, "file", None)
    if held is None or held[0] != data:
        held = _HELD.file = (data, pikepdf.open(BytesIO(data), suppress_warnings=True))
    return held[1]


def instructions(data: bytes) -> Instructions:
    """Return the instructions of a content stream; raise `pikepdf.PdfError` and the like for damage."""
    return _kept(data) if len(data) <= _MOST_KEPT else _parsed(data)


def _parsed(data: bytes) -> Instructions:
    holder = pikepdf.new()
    with warnings.catch_warnings(record=True) as noted:
        warnings.simplefilter("always")
        parsed = pikepdf.parse_content_stream(holder.make_stream(data))
    return Instructions(tuple([(_name(each), _operands(each)) for each in parsed]), bool(noted))


_kept = lru_cache(maxsize=40)(_parsed)


def _operands(instruction: Any) -> list[Any]:
    """Return an instruction's operands; what is an array, as the strings and moves of TJ, as a list."""
    return [list(each) if isinstance(each, pikepdf.Array) else each for each in instruction.operands]


def _name(instruction: Any) -> str:
    """Return an instruction's operator; one that is no text is none that any reader knows."""
    try:
        return str(instruction.operator)
    except UnicodeDecodeError:
        return "\ufffd"
