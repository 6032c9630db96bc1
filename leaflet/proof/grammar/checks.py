"""What an entry of a dictionary may be: each check says what is wrong, or which kind comes next."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import dropwhile
from typing import NamedTuple

import pikepdf

from leaflet.proof.reading.bounds import read_stream, text_of


class Next(NamedTuple):
    """A dictionary to be read on, by its kind."""

    value: object
    kind: str


_KINDS = {"/MCR": "content", "/OBJR": "annotated"}  # of the kids of an element that are none

Check = Callable[[object], Iterator[Next | str]]
"""Yields what is wrong with a value, as the end of a sentence, and the dictionaries that it leads to."""


def a(kind: str) -> Check:
    """Return a check for a dictionary of a kind."""

    def check(value: object) -> Iterator[Next | str]:
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield Next(value, kind)
        else:
            yield "is no dictionary"

    return check


def a_stream(kind: str, data: bytes) -> Check:
    """Return a check for a stream of a kind that holds just these bytes."""

    def check(value: object) -> Iterator[Next | str]:
        yield from a(kind)(value)
        if isinstance(value, pikepdf.Stream) and read_stream(value) != data:
            yield "has other bytes than the program's own"

    return check


def each(kind: str, most: int = 100_000) -> Check:
    """Return a check for an array of dictionaries of a kind."""

    def check(value: object) -> Iterator[Next | str]:
        if not isinstance(value, pikepdf.Array):
            yield "is no array"
            return
        if len(value) > most:
            yield f"has {len(value)} entries"
        for item in value:
            yield from a(kind)(item)

    return check


def every(kind: str) -> Check:
    """Return a check for a dictionary whose values are all of a kind, under whatever names."""

    def check(value: object) -> Iterator[Next | str]:
        if not isinstance(value, pikepdf.Dictionary):
            yield "is no dictionary"
            return
        for item in value.values():
            yield from a(kind)(item)

    return check


def name(*names: str) -> Check:
    """Return a check for one of some names."""

    def check(value: object) -> Iterator[Next | str]:
        if not isinstance(value, pikepdf.Name) or text_of(value)[1:] not in names:
            yield f"is {text_of(value) or 'no name'}"

    return check


def is_number(value: object) -> bool:
    """Tell whether a value is a number."""
    return isinstance(value, int | Decimal | float) and not isinstance(value, bool)


def whole(value: object) -> Iterator[Next | str]:
    """Check for a whole number from nought up."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        yield "is no whole number"


def number(value: object) -> Iterator[Next | str]:
    """Check for a number."""
    if not is_number(value):
        yield "is no number"


def numbers(count: int) -> Check:
    """Return a check for an array of so many numbers."""

    def check(value: object) -> Iterator[Next | str]:
        good = isinstance(value, pikepdf.Array) and len(value) == count and all(map(is_number, value))
        if not good:
            yield f"is not {count} numbers"

    return check


def just(wanted: object) -> Check:
    """Return a check for one number or truth value."""

    def check(value: object) -> Iterator[Next | str]:
        if type(value) is not type(wanted) or value != wanted:
            yield f"is {str(value)[:40]}"

    return check


def text(value: object) -> Iterator[Next | str]:
    """Check for a string."""
    if not isinstance(value, pikepdf.String):
        yield "is no text"


def words(wanted: str) -> Check:
    """Return a check for one string."""

    def check(value: object) -> Iterator[Next | str]:
        if not isinstance(value, pikepdf.String) or text_of(value) != wanted:
            yield f"is {text_of(value)[:40]!r}"

    return check


def anything(_: object) -> Iterator[Next | str]:
    """Check nothing: another rule reads the value."""
    yield from ()


def name_or_data(*names: str) -> Check:
    """Return a check for one of some names, or a stream of data."""

    def check(value: object) -> Iterator[Next | str]:
        if isinstance(value, pikepdf.Stream):
            yield Next(value, "data")
        else:
            yield from name(*names)(value)

    return check


def destination(value: object) -> Iterator[Next | str]:
    """Check for a place on a page (ISO 32000-1, 12.3.2.2), as bookmarks have it."""
    if not isinstance(value, pikepdf.Array) or len(value) < 2 or not isinstance(value[0], pikepdf.Dictionary):
        yield "is no place on a page"
        return
    kind, rest = text_of(value[1]), list(value)[2:]
    plain = kind == "/Fit" and not rest
    placed = kind == "/XYZ" and len(rest) == 3 and rest[0] is None and is_number(rest[1]) and not rest[2]
    if not (plain or placed):
        yield f"leads to a page by {kind or 'no name'} {rest}"


def way(value: object) -> Iterator[Next | str]:
    """Check for what a link of PDF 2.0 does: it leads to an address, or to a structure element."""
    kind = text_of(value.get("/S")) if isinstance(value, pikepdf.Dictionary) else ""
    yield from a("way" if kind == "/GoTo" else "address")(value)


def element_place(value: object) -> Iterator[Next | str]:
    """Check for a place of a structure element (ISO 32000-2, 12.3.2.3)."""
    if not isinstance(value, pikepdf.Array) or len(value) != 5 or text_of(value[1]) != "/XYZ":
        yield "is no place of an element"
        return
    yield from a("element")(value[0])


def kids(value: object) -> Iterator[Next | str]:
    """Check for the kids of a structure element: elements, marked-content ids and references to such."""
    for item in value if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(item, int) and not isinstance(item, bool):
            continue
        if isinstance(item, pikepdf.Dictionary):
            yield Next(item, _KINDS.get(text_of(item.get("/Type")), "element"))
        else:
            yield "holds what is no element"


def attributes(value: object) -> Iterator[Next | str]:
    """Check for one attribute object of an element, or several."""
    for item in value if isinstance(value, pikepdf.Array) else [value]:
        yield from a("attributes")(item)


def parents(value: object) -> Iterator[Next | str]:
    """Check for the flat parent tree that leaflets have: keys of pages' arrays, then of links' elements."""
    rows = list(value) if isinstance(value, pikepdf.Array) else []
    keys, owners = rows[::2], rows[1::2]
    if len(keys) != len(owners) or keys != list(range(len(keys))):
        yield "is not in order"
    single = list(dropwhile(lambda each: isinstance(each, pikepdf.Array), owners))
    if not all(isinstance(each, pikepdf.Dictionary) for each in single):
        yield "holds what is no array and no element"
    for each in single:
        yield from a("element")(each)


def borderless(value: object) -> Iterator[Next | str]:
    """Check for the border of what prints none."""
    if not isinstance(value, pikepdf.Array) or list(value) != [0, 0, 0]:
        yield "is a border"


def corners(value: object) -> Iterator[Next | str]:
    """Check for the corners of several lines."""
    places = list(value) if isinstance(value, pikepdf.Array) else []
    if len(places) < 16 or len(places) % 8 or not all(map(is_number, places)):
        yield "is not the corners of lines"
