"""Go through a file by the grammar, from the trailer to the last element, and say what does not belong."""

from collections.abc import Iterator, Mapping

import pikepdf

from leaflet.proof.grammar.checks import Next
from leaflet.proof.grammar.keys import Kind
from leaflet.proof.reading.opened import opened

_MOST_FAULTS = 40
_MOST_OBJECTS = 100_000


def grammar_faults(data: bytes, grammar: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return what in a file's dictionaries the grammar does not know, each as a sentence."""
    told: list[str] = []
    for fault in _faults(opened(data), grammar):
        told.append(fault)
        if len(told) >= _MOST_FAULTS:
            break
    return tuple(dict.fromkeys(told))


def _faults(file: pikepdf.Pdf, grammar: Mapping[str, Kind]) -> Iterator[str]:
    stack: list[Next] = [Next(file.trailer, "trailer")]
    seen: set[tuple[tuple[int, int], str]] = set()
    kinds: dict[tuple[int, int], str] = {}
    while stack:
        value, kind = stack.pop()
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if value.is_indirect:
            if (value.objgen, kind) in seen:
                continue
            seen.add((value.objgen, kind))
            if kinds.setdefault(value.objgen, kind) != kind:
                yield f"{kind}: object {value.objgen[0]} is a {kinds[value.objgen]} as well"
        if len(seen) > _MOST_OBJECTS:
            yield "the file has too many objects"
            return
        yield from _read(value, kind, grammar[kind], stack)


def _read(value: pikepdf.Object, kind: str, wanted: Kind, stack: list[Next]) -> Iterator[str]:
    """Hold one dictionary against its kind; put what it leads to on the stack."""
    entries = {str(key)[1:]: inner for key, inner in value.items()}
    if isinstance(value, pikepdf.Stream) != ("Length" in wanted):
        yield f"{kind}: it is {'a' if isinstance(value, pikepdf.Stream) else 'no'} stream"
    for key, check in wanted.items():
        plain = key.removesuffix("?")
        if plain in entries:
            for found in check(entries.pop(plain)):
                if isinstance(found, Next):
                    stack.append(found)
                else:
                    yield f"{kind}: {plain} {found}"
        elif key == plain:
            yield f"{kind}: {plain} is missing"
    for key in entries:
        yield f"{kind}: {key} does not belong here"
