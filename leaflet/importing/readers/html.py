"""HTML pages: the main part of the page, cut into sections at its highest headings."""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from leaflet.importing.dates import day_of
from leaflet.importing.kinds import kind_of
from leaflet.importing.markup import flat, name_of, parse_html
from leaflet.importing.narrative import read_blocks
from leaflet.importing.original import (
    Block,
    Document,
    Heading,
    LeftOut,
    Missed,
    Original,
    Paragraph,
    Publication,
    Section,
)
from leaflet.importing.pictures import html_figure
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.wording import tally, total

_LONGEST_TITLE = 100
_MOST_LINES = 600  # a document says whom it is for long before


def read(data: bytes, lookup: Lookup) -> Reading:
    """Return the text of a page as one document."""
    return read_page(parse_html(data), lookup)


def read_page(root: etree._Element, lookup: Lookup = lambda _: b"") -> Reading:
    """Return the text of a parsed page; menus and the like beside its main part are left out, counted."""
    body = next(root.iter("{*}body"), root)
    main = next(iter([*root.iter("{*}main"), *root.iter("{*}article")]), body)
    beside = total(tally(flat(body))) - total(tally(flat(main)))
    left = (
        (LeftOut("menus and footer of the page", beside, "they are no part of the text"),)
        if beside > 0
        else ()
    )
    blocks = read_blocks(main, "s0", lambda node, address: html_figure(node, address, _beside(node, lookup)))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    title = next((" ".join((node.text or "").split()) for node in root.iter("{*}title")), "")
    document = document_of(blocks, _publication(root, title, language))
    return Reading(Original(format="HTML", documents=(document,), left_out=left), (tally(flat(main)),))


def document_of(blocks: Sequence[Block], publication: Publication, missed: Sequence[Missed] = ()) -> Document:
    """Cut blocks into sections at their headings; a single first heading above all others is the title's."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    top = min(levels, default=1)
    if levels.count(top) == 1 and len(levels) > 1:
        top = min(level for level in levels if level > top) if max(levels) > top else top
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= top:
            parts.append([])
        parts[-1].append(block)
    sections = tuple(_section(part, f"s{index}") for index, part in enumerate(filter(None, parts), 1))
    title = next((block.words.plain for block in blocks if isinstance(block, Heading)), publication.title)
    return Document(
        title=title,
        kind=kind_of((), title, sections, _lines(blocks)),
        publication=publication,
        sections=sections,
        missed=tuple(missed),
    )


def _lines(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs that are as short as titles."""
    said = (block.words.plain for block in blocks if isinstance(block, Paragraph))
    return list(islice((text for text in said if 3 < len(text) <= _LONGEST_TITLE), _MOST_LINES))


def _section(blocks: Sequence[Block], address: str) -> Section:
    first = blocks[0]
    if isinstance(first, Heading):
        return Section(first.words, (), tuple(blocks[1:]), (), address)
    return Section(None, (), tuple(blocks), (), address)


def _beside(node: etree._Element, lookup: Lookup) -> dict[str, bytes]:
    source = (node.get("src") or "").strip()
    return {source: lookup(source)} if source and ":" not in source else {}


def _publication(root: etree._Element, title: str, language: str) -> Publication:
    said = {
        (node.get("name") or node.get("property") or "").lower(): (node.get("content") or "").strip()
        for node in root.iter("{*}meta")
    }
    links = {(node.get("rel") or "").lower(): (node.get("href") or "") for node in root.iter("{*}link")}
    url = links.get("canonical", "") or said.get("og:url", "")
    date = next(
        (
            said[key]
            for key in ("dcterms.modified", "dcterms.date", "date", "article:modified_time")
            if key in said
        ),
        "",
    )
    licence = links.get("license", "") or said.get("dcterms.license", "")
    return Publication(
        title=title,
        publisher=said.get("dcterms.publisher", "") or said.get("author", ""),
        identifier=said.get("dcterms.identifier", ""),
        date=day_of(date),
        url=url if url.startswith("https://") else "",
        licence=licence,
        language=language,
    )


__all__ = ["document_of", "name_of", "read", "read_page"]
