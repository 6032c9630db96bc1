"""Read back what `leaflet export` wrote: the same monograph, from narratives, titles and extensions."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from leaflet.exporting.fhir_names import FACT, FACTS, HEAD, NATIVE, NO_DOSE, OPEN, SECTION, TOPICS, WARNING
from leaflet.importing.draft import Typed
from leaflet.importing.fhir_tree import Tree, many, one, text_at
from leaflet.importing.markup import child, flat, name_of
from leaflet.importing.own_blocks import is_no_dose, read_block, text_of
from leaflet.values import Value

_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
_DEEPEST = 8


class Monographed(Value, kw_only=True):
    """A monograph as it was typed, with its pictures."""

    head: Typed
    facts: tuple[str, ...]
    """The sentences that the program words from the head's facts; they are read, not kept."""
    warnings: tuple[Typed, ...]
    sections: tuple[Typed, ...]
    pictures: dict[str, bytes]


def read_own(composition: Tree, binaries: Mapping[str, bytes]) -> Monographed | None:
    """Return the monograph that an export holds; None for a composition that is none, or damaged."""
    told = _extension(composition, HEAD)
    if told is None:
        return None
    files = {str(key): str(file) for key, file in (told.pop("pictures", None) or {}).items()}
    alts = told.pop("alts", None) or {}
    opened = told.pop("open", None) or []
    native = {
        "name": text_at(composition, "title"),
        "language": text_at(composition, "language"),
        "version": text_at(composition, "version"),
        "date": text_at(composition, "date")[:10],
    }
    head = {**told, **{key: OPEN if key in opened else native[key] for key in NATIVE}}
    warnings: list[Typed] = []
    sections: list[Typed] = []
    facts: list[str] = []
    for section in many(composition, "section"):
        warning, plain = _extension(section, WARNING), _extension(section, SECTION)
        if warning is not None:
            warnings.append(_warning(section, warning))
        elif _extension(section, FACTS) is not None:
            facts += _facts(section)
        elif plain is not None:
            facts += _facts(section)
            sections.append(_section(section, plain, files))
        else:
            return None  # somebody else has added to it: it is read as any other document
    _describe(sections, alts)
    pictures = {file: binaries[key] for key, file in files.items() if binaries.get(key)}
    return Monographed(
        head=_closed(_in_order(head)),
        facts=tuple(facts),
        warnings=tuple(map(_closed, warnings)),
        sections=tuple(map(_closed, sections)),
        pictures=pictures,
    )


def _in_order(head: Typed) -> Typed:
    """Return the head with its keys in the order of the format."""
    from leaflet.model import Monograph
    from leaflet.model.table import fields_of

    keys = [name for field in fields_of(Monograph) for name in field.keys]
    return {key: head[key] for key in keys if key in head}


def _extension(tree: Any, url: str) -> Typed | None:
    """Return the mapping that an extension holds as JSON; None where there is none of plain values."""
    for extension in many(tree, "extension"):
        if text_at(extension, "url") == url:
            try:
                value = json.loads(text_at(extension, "valueString"))
            except (ValueError, RecursionError):
                return None
            return value if isinstance(value, dict) and _is_plain(value, 0) else None
    return None


def _is_plain(value: Any, depth: int) -> bool:
    if isinstance(value, dict):
        return depth < _DEEPEST and all(
            _KEY.fullmatch(str(key)) and _is_plain(inner, depth + 1) for key, inner in value.items()
        )
    if isinstance(value, list):
        return depth < _DEEPEST and all(_is_plain(inner, depth + 1) for inner in value)
    return isinstance(value, str | int)


def _warning(section: Tree, about: Typed) -> Typed:
    warning: Typed = {key: about[key] for key in ("kind", "level") if key in about}
    opened = about.get("open") or []
    warning["hazard"] = OPEN if "hazard" in opened else _escaped(text_at(section, "title"))
    for node in _nodes(section):
        key = (node.get("class") or "").split(" ")[0]
        if name_of(node) == "dl":
            warning[key] = [{condition: action} for condition, action in _pairs(node)]
        elif name_of(node) == "ul":
            warning[key] = [text_of(item) for item in node]
        else:
            warning[key] = text_of(node)
    return warning | ({"source": about["source"]} if "source" in about else {})


def _pairs(node: etree._Element) -> Iterator[tuple[str, str]]:
    cells = [text_of(each) for each in node]
    yield from zip(cells[::2], cells[1::2], strict=False)


def _section(section: Tree, about: Typed, files: Mapping[str, str]) -> Typed:
    coded = [coding for code in many(section, "code") for coding in many(code, "coding")]
    topics = [text_at(coding, "code") for coding in coded if text_at(coding, "system") == TOPICS]
    typed: Typed = {"topic": topics[0]} if len(topics) == 1 else {"topics": topics}
    if text_at(section, "title"):
        typed["heading"] = text_at(section, "title")
    typed["source"] = about.get("source", "")
    blocks: list[Typed] = []
    for node in _nodes(section):
        if node.get("class") == FACT:
            continue
        if node.get("class") == "what-to-do":
            typed["what_to_do"] = text_of(node)
        else:
            blocks.append(read_block(node, files))
    return typed | {"blocks": blocks}


def _facts(section: Tree) -> list[str]:
    cells = [cell for node in _nodes(section) for cell in node.iter("{*}td") if is_no_dose(cell)]
    return [flat(node) for node in [*_nodes(section), *cells] if node.get("class") in (FACT, NO_DOSE)]


def _nodes(section: Tree) -> list[etree._Element]:
    div = one(section, "text", "div")
    inside = div if isinstance(div, etree._Element) else etree.Element("div")
    body = child(inside, "body", "div")  # a narrative that was read as HTML
    return [node for node in (inside if body is None else body) if isinstance(node.tag, str)]


def _describe(sections: list[Typed], alts: Mapping[str, Any]) -> None:
    """Put back descriptions that an attribute could not hold, by the number of their picture."""
    figures = [block["figure"] for section in sections for block in section["blocks"] if "figure" in block]
    for index, figure in enumerate(figures):
        if str(index) in alts:
            figure["alt"] = alts[str(index)]


def _escaped(title: str) -> str:
    return re.sub(
        r"[\\\[\]]|\*(?=\*)|(?<=\*)\*|[\^_](?=\{)|<(?=https?://)", lambda sign: f"\\{sign.group()}", title
    )


def _closed(value: Any) -> Any:
    """Return values with None for what is open."""
    if isinstance(value, dict):
        return {key: _closed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_closed(inner) for inner in value]
    return None if value == OPEN else value
