"""The account of an import as data: what was read, where each word went, what a person has to decide."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from leaflet.importing.draft import Typed, printed, said_by
from leaflet.importing.importer import Imported
from leaflet.importing.original import Words, texts
from leaflet.values import Value, as_dict


class Pair(Value):
    """A part of the draft beside the texts of the source that it was made of."""

    address: str
    source: tuple[str, ...]
    draft: tuple[str, ...]
    form: str


def as_data(imported: Imported) -> dict[str, Any]:
    """Return the report as values for JSON; `words` adds up: source = placed + dropped - added."""
    publication = imported.document.publication
    return {
        "source": {
            "format": imported.original.format,
            "title": imported.document.title,
            "identifier": publication.identifier,
            "version": publication.version,
            "date": publication.date.isoformat() if publication.date is not None else None,
            "publisher": publication.publisher,
            "licence": publication.licence,
            "sha256": imported.original.sha256,
        },
        "draft": {"id": imported.draft.head["id"], "name": imported.draft.head["name"]},
        "words": as_dict(imported.words),
        "entries": [as_dict(entry) for entry in imported.entries],
        "left_out": [as_dict(part) for part in imported.left_out],
    }


def to_json(imported: Imported) -> bytes:
    """Return the report as JSON."""
    return (json.dumps(as_data(imported), ensure_ascii=False, indent=2) + "\n").encode()


def pairs(imported: Imported) -> tuple[Pair, ...]:
    """Return the draft part by part, each beside the source's texts from its address to the next part's."""
    said = list(texts(imported.document.sections))
    parts = list(_parts(imported))
    starts = {address: _start(address, said) for address, _, _ in parts}
    found = sorted({start for start in starts.values() if start is not None})
    ends = dict(pairwise([*found, len(said)]))
    taken: set[int] = set()
    rows = []
    for address, form, words in parts:
        start = starts[address]
        source: tuple[str, ...] = ()
        if start is not None and start not in taken:
            taken.add(start)
            source = tuple(text.plain for text in said[start : ends[start]])
        rows.append(Pair(address, source, words, form))
    return tuple(rows)


def _parts(imported: Imported) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield address, form and printed words of each warning, heading and block."""
    for warning in imported.draft.warnings:
        yield str(warning.get("from", "")), "warning", tuple(said_by(warning))
    for section in imported.draft.sections:
        address = str(section.typed.get("from", ""))  # an export's own monograph may have none
        heading = section.typed.get("heading")
        if heading:
            yield f"{address}.title" if address else "", "section", (str(heading),)
        instruction = section.typed.get("what_to_do")
        if instruction:
            yield address, "instruction", (*printed(instruction, "what_to_do"),)
        for block in section.typed["blocks"]:
            yield str(block.get("from", address)), next(iter(block)), tuple(printed(_said(block)))


def _said(block: Typed) -> Typed:
    return {key: value for key, value in block.items() if key != "from"}


def _start(address: str, said: list[Words]) -> int | None:
    """Return which of the source's texts is the first at an address; None for a part without one."""
    if not address:
        return None
    for index, words in enumerate(said):
        if words.address == address or words.address.startswith(f"{address}."):
            return index
    title = address.removesuffix(".title")
    return next((index for index, words in enumerate(said) if words.address == title), None)
