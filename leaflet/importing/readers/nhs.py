"""Pages of the NHS website's content API: schema.org JSON with HTML in its texts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from lxml import etree

from leaflet.importing.counted_words import tally, total
from leaflet.importing.dates import day_of
from leaflet.importing.markup import flat
from leaflet.importing.original import (
    Block,
    Callout,
    Document,
    Heading,
    LeftOut,
    Original,
    Publication,
    Section,
)
from leaflet.importing.readers import Reading
from leaflet.importing.readers.fhir import parse_fragment
from leaflet.importing.sheets import apply_sheets
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.xhtml_blocks import plain_blocks, read_blocks, title_of

_ACT_NOW = re.compile(r"(immediate|urgent) (action|advice)", re.IGNORECASE)
_URGENT: dict[str, Literal["immediate", "urgent"]] = {"immediate": "immediate", "urgent": "urgent"}


def read(root: Mapping[str, Any]) -> Reading:
    """Return the page as one document, from whichever of its two renderings says more."""
    readers = [_Page(_parts(root, key)) for key in ("mainEntityOfPage", "hasPart")]
    best = max(readers, key=lambda page: total(page.count))
    other = readers[1] if best is readers[0] else readers[0]
    left = []
    if other.sections:
        left.append(
            LeftOut("the same page in its other rendering", total(other.count), "the fuller one is taken")
        )
    title = " ".join(str(root.get("name") or root.get("headline") or "").split())
    document = Document(
        title=title, kind="patient", publication=_publication(root, title), sections=best.sections
    )
    return Reading(Original(format="NHS page", documents=(document,), left_out=tuple(left)), (best.count,))


class _Page:
    """Reads the parts of a page; `count` is taken from the same parts by a way of its own."""

    def __init__(self, parts: Sequence[Mapping[str, Any]]) -> None:
        self.count = tally(*[text for part in parts for text in _said(part)])
        self.sections = tuple(
            section
            for index, part in enumerate(parts, 1)
            for section in [self._section(part, f"s{index}")]
            if section.title is not None or section.blocks
        )

    def _section(self, part: Mapping[str, Any], address: str) -> Section:
        blocks = self._text(part, address)
        for index, element in enumerate(_inside(part), 1):
            blocks += self._element(element, f"{address}.{index}")
        title = title_of(_line(part, "headline"), address)
        return Section(title, (_line(part, "hasHealthAspect"),), tuple(blocks), (), address)

    def _element(self, element: Mapping[str, Any], address: str) -> list[Block]:
        is_question = element.get("@type") == "Question"
        title = title_of(_question(element) if is_question else _line(element, "headline"), address)
        blocks = [] if is_question else self._text(element, address)
        for index, inner in enumerate(_inside(element), 1):
            blocks += self._element(inner, f"{address}.{index}")
        urgency = _URGENT.get(_line(element, "name")) or _URGENT.get(_line(element, "identifier"))
        if title is not None and _ACT_NOW.match(title.plain):
            urgency = "immediate" if title.plain.lower().startswith("immediate") else "urgent"
        if urgency and title is None and blocks and isinstance(blocks[0], Heading):
            title, blocks = blocks[0].words, blocks[1:]
        if title is None:
            return blocks
        if urgency and blocks:
            return [Callout(title, tuple(blocks), urgency, address)]
        return [Heading(title, 2), *blocks]

    def _text(self, part: Mapping[str, Any], address: str) -> list[Block]:
        text = part.get("text")
        if not isinstance(text, str) or not text.strip():
            return list(plain_blocks(_only_description(part), address))
        return list(read_blocks(_parsed(text), address, lambda node, at: html_figure(node, at, {})))


def _parsed(text: str) -> etree._Element:
    element = parse_fragment(f"<div>{text}</div>")
    apply_sheets([element])
    return element


def _question(part: Mapping[str, Any]) -> str:
    return _line(part, "text") or _line(part, "name")


def _only_description(part: Mapping[str, Any]) -> str:
    """Return the description of a part that has no other text in it; of others it only sums them up."""
    return "" if any(_said(part, is_described=False)) else _line(part, "description")


def _inside(part: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    answer = part.get("acceptedAnswer")
    found = answer if isinstance(answer, list) else [answer]
    answers = [each for one in found if isinstance(one, dict) for each in (_inside(one) or [one])]
    return (
        answers or _parts(part, "hasPart") or _parts(part, "mainEntityOfPage") or _parts(part, "mainEntity")
    )


def _said(part: Mapping[str, Any], *, is_described: bool = True) -> Iterator[str]:
    """Yield what a part and all below it say, each text once: the count beside the tree."""
    yield _line(part, "headline") if is_described else ""
    text = part.get("text")
    if part.get("@type") == "Question":
        yield _question(part)
    elif isinstance(text, str) and text.strip():
        yield flat(_parsed(text))
    elif is_described:
        yield _only_description(part)
    for inner in _inside(part):
        yield from _said(inner, is_described=is_described)


def _parts(root: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = root.get(key)
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _line(part: Mapping[str, Any], key: str) -> str:
    value = part.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _publication(root: Mapping[str, Any], title: str) -> Publication:
    author = root.get("author")
    publisher = _line(author, "name") if isinstance(author, dict) else ""
    url = _line(root, "url")
    holder = root.get("copyrightHolder")
    terms = (_line(holder, "name") if isinstance(holder, dict) else "", _line(root, "license"))
    about = root.get("about")
    named = _line(about, "name") if isinstance(about, dict) else ""
    names = tuple(dict.fromkeys(filter(None, (named, title.partition("(")[0].strip() or title))))
    return Publication(
        title=title,
        publisher=publisher,
        identifier=url,
        date=day_of(_line(root, "dateModified")),
        url=url if url.startswith("https://") else "",
        licence=", ".join(filter(None, terms)),
        language=_line(root, "inLanguage") or "en-GB",
        names=names,
    )
