"""HTML pages: the main part of the page, cut into sections at its highest headings."""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from leaflet.importing.bold_lines import with_headings
from leaflet.importing.counted_words import tally, total
from leaflet.importing.dates import day_of
from leaflet.importing.kinds import kind_of
from leaflet.importing.linked_notes import place_linked_notes
from leaflet.importing.markup import flat, name_of, parse_html
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
from leaflet.importing.page_controls import mark_controls
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.sheets import apply_sheets
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.topics import of_title
from leaflet.importing.xhtml_blocks import read_blocks
from leaflet.values import altered

_LONGEST_TITLE = 100
_MOST_NAMED = 5
_MOST_LINES = 600  # a document says whom it is for long before


def read(data: bytes, lookup: Lookup) -> Reading:
    """Return the text of a page as one document."""
    root = parse_html(data)
    linked, unread = _linked_sheets(root, lookup)
    apply_sheets([root], linked)
    reading = read_page(root, lookup)
    if not unread:
        return reading
    original = reading.original
    reason = f"{', '.join(unread)}: what it hides, or puts into the text, is not known"
    left = LeftOut("style sheets outside the page", 0, reason)
    return altered(reading, original=altered(original, left_out=(*original.left_out, left)))


def _linked_sheets(root: etree._Element, lookup: Lookup) -> tuple[list[str], list[str]]:
    """Return the sheets that lie beside the page, and the names of those that do not: none is fetched."""
    links = [node for node in root.iter("{*}link") if "stylesheet" in (node.get("rel") or "").lower().split()]
    names = [
        (node.get("href") or "").strip() for node in links if (node.get("media") or "").strip() != "print"
    ]
    found = {name: lookup(name) if ":" not in name else b"" for name in filter(None, names)}
    sheets = [data.decode("utf-8", "replace") for data in found.values() if data]
    return sheets, [name[:80] for name, data in found.items() if not data][:_MOST_NAMED]


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
    mark_controls(body)
    place_linked_notes(main)
    blocks = with_headings(
        read_blocks(main, "s0", lambda node, address: html_figure(node, address, _beside(node, lookup)))
    )
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
    named = sections[0].title if sections and not sections[0].blocks else None
    if named is not None and not of_title(named.plain):  # a title over the whole document
        publication = altered(publication, names=(named.plain,))
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
