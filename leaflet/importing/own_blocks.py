"""The XHTML that export writes as the blocks that it was made of."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from leaflet.exporting.fhir_names import NO_DOSE, OPEN
from leaflet.importing.draft import Typed
from leaflet.importing.markup import child, children, name_of
from leaflet.languages import LANGUAGES

_ESCAPED = re.compile(r"[\\\[\]]|\*(?=\*|$)|(?<=\*)\*|^\*|[\^_](?=\{|$)|<(?=h|$)")


def text_of(node: etree._Element) -> str:
    """Return what stands in an element as it is typed; OPEN where nothing does."""
    return _inline(node) or OPEN


def line_of(node: etree._Element | None) -> str:
    """Return what stands in an element as a line without markup; OPEN where nothing does."""
    return "".join(map(str, node.itertext())) or OPEN if node is not None else OPEN


def read_block(node: etree._Element, files: Mapping[str, str]) -> Typed:
    """Return the block that an element stands for."""
    classes = (node.get("class") or "").split()
    named = [each for each in classes if not each.startswith("source-")]
    source = [each.removeprefix("source-") for each in classes if each.startswith("source-")]
    read = _BY_CLASS.get(named[0] if named else "") or _BY_NAME.get(name_of(node), _paragraph)
    block = read(node, named, files)
    return block | ({"source": source[0]} if source else {})


def _inline(node: etree._Element) -> str:
    parts = [_ESCAPED.sub(_escape, node.text or "")]
    for inner in node:
        words = "".join(map(str, inner.itertext()))
        match name_of(inner):
            case "b":
                parts.append(f"**{_ESCAPED.sub(_escape, words)}**")
            case "sup":
                parts.append(f"^{{{words}}}")
            case "sub":
                parts.append(f"_{{{words}}}")
            case "a":
                parts.append(f"<{words}>")
            case "span":
                parts.append(_term(inner))
            case _:
                parts.append(_ESCAPED.sub(_escape, words))
        parts.append(_ESCAPED.sub(_escape, inner.tail or ""))
    return "".join(parts)


def _term(node: etree._Element) -> str:
    term, meaning = child(node, "dfn"), child(node, "span")
    return f"[{line_of(term)}]({line_of(meaning)})"


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign.group()}"


def _paragraph(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    return {"paragraph": text_of(node)}


def _bullets(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    return {"bullets": [_item(item) for item in node]}


def _steps(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    return {"steps": [_item(item) for item in node]}


def _item(node: etree._Element) -> Any:
    words = [text_of(each) for each in children(node, "p")]
    if not words:
        return text_of(node)
    item: Typed = {"item": words[0] if len(words) == 1 else words}
    for name, form in (("ul", "bullets"), ("ol", "steps")):
        under = child(node, name)
        if under is not None:
            item[form] = [text_of(each) for each in under]
    return item


def _definitions(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    terms, meanings = children(node, "dt"), children(node, "dd")
    pairs = zip(terms, meanings, strict=False)
    return {"definitions": [{"term": line_of(term), "meaning": text_of(meaning)} for term, meaning in pairs]}


def _heading(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    return {"heading": line_of(node)}


def _lines(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    lines: list[etree._Element] = [etree.Element("p")]
    lines[0].text = node.text
    for inner in list(deepcopy(node)):  # to append an element elsewhere takes it from where it stands
        if name_of(inner) == "br":
            lines.append(etree.Element("p"))
            lines[-1].text = inner.tail
        else:
            lines[-1].append(inner)
    return {"lines": [text_of(line) for line in lines]}


def _note(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    return {"note": text_of(node)}


def _write_in(node: etree._Element, named: list[str], _files: Mapping[str, str]) -> Typed:
    number = named[1].removeprefix("lines-") if len(named) > 1 else "1"
    lines = {"lines": int(number)} if number.isdecimal() and number != "1" and len(number) < 3 else {}
    return {"write_in": line_of(node), **lines}


def _panel(node: etree._Element, _named: list[str], files: Mapping[str, str]) -> Typed:
    heading, *rest = node
    return {"panel": line_of(heading), "blocks": [read_block(each, files) for each in rest]}


def _effects(node: etree._Element, named: list[str], _files: Mapping[str, str]) -> Typed:
    advice, effects = child(node, "p"), child(node, "ul")
    group: Typed = {
        "seriousness": named[1] if len(named) > 1 else "",
        "heading": line_of(child(node, "h3")),
        "effects": [text_of(item) for item in effects] if effects is not None else [],
    }
    return {"side_effects": group | ({"what_to_do": text_of(advice)} if advice is not None else {})}


def _rows(node: etree._Element, part: str) -> list[list[str]]:
    group = child(node, part)
    rows = list(children(group, "tr")) if group is not None else []
    return [["" if is_no_dose(cell) else _inline(cell) for cell in row] for row in rows]


def _table(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    first = child(node, "tbody", "tr")
    heads = _rows(node, "thead")
    table: Typed = _caption(node) | {"columns": heads[0] if heads else []}
    if first is not None and len(first) and name_of(first[0]) == "th":
        table["row_heads"] = True
    return {"table": table | {"rows": _rows(node, "tbody")}}


def is_no_dose(cell: etree._Element) -> bool:
    """Tell whether a cell says that there is no dose, in the program's words and none besides."""
    said = {language.say("no_dose") for language in LANGUAGES.values()}
    return cell.get("class") == NO_DOSE and "".join(map(str, cell.itertext())) in said


def _schedule(node: etree._Element, _named: list[str], _files: Mapping[str, str]) -> Typed:
    heads = _rows(node, "thead")
    rows = [{"when": row[0] or OPEN, "doses": row[1:]} for row in _rows(node, "tbody") if row]
    times = [time or OPEN for time in heads[0][1:]] if heads else []
    return {"schedule": _caption(node) | {"times": times, "rows": rows}}


def _caption(node: etree._Element) -> Typed:
    caption = child(node, "caption")
    return {"caption": text_of(caption)} if caption is not None else {}


def _figure(node: etree._Element, _named: list[str], files: Mapping[str, str]) -> Typed:
    image, caption = child(node, "img"), child(node, "p")
    source = (image.get("src") or "") if image is not None else ""
    alt = (image.get("alt") or "") if image is not None else ""
    figure: Typed = {"file": files.get(source.lstrip("#"), ""), "alt": _ESCAPED.sub(_escape, alt) or OPEN}
    return {"figure": figure | ({"caption": text_of(caption)} if caption is not None else {})}


_Reader = Callable[[etree._Element, list[str], Mapping[str, str]], Typed]
_BY_CLASS: dict[str, _Reader] = {
    "lines": _lines,
    "note": _note,
    "write-in": _write_in,
    "panel": _panel,
    "side-effects": _effects,
    "schedule": _schedule,
    "figure": _figure,
}
_BY_NAME: dict[str, _Reader] = {
    "ul": _bullets,
    "ol": _steps,
    "dl": _definitions,
    "h3": _heading,
    "table": _table,
}
