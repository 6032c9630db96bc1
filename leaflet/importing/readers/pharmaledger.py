"""PharmaLedger's leaflet XML: sections with a header, and text before the first of them."""

from collections.abc import Sequence

from lxml import etree

from leaflet.importing.counted_words import tally
from leaflet.importing.kinds import kind_of
from leaflet.importing.markup import child, flat, name_of
from leaflet.importing.original import Document, Original, Publication, Section
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.sheets import apply_sheets
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.xhtml_blocks import Pictures, read_blocks, title_of


def read(root: etree._Element, lookup: Lookup) -> Reading:
    """Return the leaflet as one document."""

    def pictures(node: etree._Element, address: str):  # type: ignore[no-untyped-def]  # see Pictures
        source = (node.get("src") or "").strip()
        return html_figure(node, address, {source: lookup(source)} if source and ":" not in source else {})

    apply_sheets([root])
    count = tally(flat(root))
    sections = _sections(root, "s", pictures)
    first = next((section.title.plain for section in sections if section.title is not None), "")
    product = root.find(".//*[@class='Product_Name']")
    name = " ".join(flat(product).split()) if product is not None else ""
    document = Document(
        title=" ".join((name or first).split()),
        kind=kind_of((), name or first, sections),
        publication=Publication(title=name or first, names=(name,) if name else ()),
        sections=sections,
    )
    return Reading(Original(format="PharmaLedger ePI", documents=(document,)), (count,))


def _sections(parent: etree._Element, prefix: str, pictures: Pictures) -> tuple[Section, ...]:
    """Return the sections of a parent; what stands between them becomes sections without a title."""
    found: list[Section] = []
    loose = etree.Element("div")
    loose.text = parent.text
    for node in [each for each in parent if isinstance(each.tag, str)]:
        if name_of(node) == "section":
            _gather(found, loose, prefix, pictures)
            loose = etree.Element("div")
            loose.text = node.tail
            found.append(_section(node, f"{prefix}{len(found) + 1}", pictures))
        else:
            loose.append(_copy(node))
    _gather(found, loose, prefix, pictures)
    return tuple(found)


def _gather(found: list[Section], loose: etree._Element, prefix: str, pictures: Pictures) -> None:
    address = f"{prefix}{len(found) + 1}"
    blocks = read_blocks(loose, address, pictures)
    if blocks:
        found.append(Section(None, (), blocks, (), address))


def _section(node: etree._Element, address: str, pictures: Pictures) -> Section:
    header = child(node, "header")
    own = etree.Element("div")
    own.text = node.text
    inner: list[etree._Element] = []
    for each in [each for each in node if isinstance(each.tag, str)]:
        if each is header:
            own.append(_tail_only(each))
        elif name_of(each) == "section":
            inner.append(each)
            own.append(_tail_only(each))
        else:
            own.append(_copy(each))
    title = title_of(flat(header), address) if header is not None else None
    sections = tuple(_section(each, f"{address}.{index}", pictures) for index, each in enumerate(inner, 1))
    return Section(title, (), read_blocks(own, address, pictures), sections, address)


def _copy(node: etree._Element) -> etree._Element:
    from copy import deepcopy

    return deepcopy(node)


def _tail_only(node: etree._Element) -> etree._Element:
    empty = etree.Element("span")
    empty.tail = node.tail
    return empty


__all__: Sequence[str] = ("read",)
