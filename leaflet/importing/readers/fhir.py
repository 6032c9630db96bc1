"""FHIR ePI, R4 and R5: document bundles, collections of them, and single compositions.

An own reader: strict ones refuse more than half of the files in use for slips that change no word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from leaflet.importing.counted_words import tally
from leaflet.importing.dates import day_of
from leaflet.importing.fhir_tree import Tree, many, one, text_at
from leaflet.importing.kinds import is_carton, kind_of, patient_sections
from leaflet.importing.markup import flat, parse_html, parse_xml
from leaflet.importing.original import (
    Block,
    Document,
    Heading,
    Missed,
    Original,
    Paragraph,
    Publication,
    Section,
    Words,
    same_letters,
)
from leaflet.importing.own import read_own
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.readers.fhir_facts import facts_of
from leaflet.importing.refusal import RefusedError
from leaflet.importing.sheets import apply_sheets
from leaflet.importing.source_pictures import decode, html_figure
from leaflet.importing.xhtml_blocks import Pictures, read_blocks, title_of
from leaflet.values import altered


def read_xml(root: etree._Element, lookup: Lookup) -> Reading:
    """Return the documents of a FHIR resource in XML."""
    return read_json(_tree(root), lookup)


def read_json(root: Tree, lookup: Lookup) -> Reading:  # noqa: ARG001 - a bundle holds its pictures itself
    """Return the documents of a FHIR resource, as JSON has it."""
    found = list(_compositions(root, {}, []))
    if not found:
        raise RefusedError("the bundle holds no Composition, so there is no text", "export a document bundle")
    read = [part for each in found for part in _without_cartons(*_document(*each))]
    parts = [part for each in read for part in _parted(*each)]
    documents, counts = zip(*parts, strict=True)
    return Reading(Original(format="FHIR ePI", documents=documents), counts)


def _tree(element: etree._Element) -> Tree:
    """Return an XML resource as JSON would have it, each value in a list; a narrative stays an element."""
    tree: Tree = {"resourceType": str(element.tag).rpartition("}")[2]}
    for child in element.iterchildren(etree.Element):
        name = str(child.tag).rpartition("}")[2]
        value: Any
        if name == "div":
            value = child
        elif name == "resource" or (name == "contained" and len(child)):
            value = _tree(child[0]) if len(child) else {}
        elif child.get("value") is not None and not len(child):
            value = child.get("value")
        else:
            value = _tree(child)
            for attribute in ("value", "url"):
                if child.get(attribute) is not None:
                    value[attribute] = child.get(attribute)
        if child.get("id") and isinstance(value, dict):
            value.setdefault("id", child.get("id"))
        tree.setdefault(name, []).append(value)
    return tree


def _compositions(
    tree: Tree, bundle: Tree, beside: Sequence[Tree], depth: int = 0
) -> Iterator[tuple[Tree, Tree, Sequence[Tree]]]:
    """Yield each Composition with the bundle that it lies in and the other resources there."""
    if depth > 10:
        raise RefusedError("bundles lie in bundles more than 10 deep", "export one document a file")
    kind = tree.get("resourceType")
    if kind == "Composition":
        yield tree, bundle, beside
    elif kind == "Bundle":
        inside = [one(entry, "resource") for entry in many(tree, "entry")]
        resources = [resource for resource in inside if isinstance(resource, dict)]
        for resource in resources:
            yield from _compositions(resource, tree, resources, depth + 1)


_Read = tuple[Document, Counter[str], dict[str, Tree]]
"""A document, the count of its words, and its sections as the file has them, by their addresses."""


def _without_cartons(document: Document, counted: Counter[str], trees: dict[str, Tree]) -> list[_Read]:
    """Return the document, and apart from it what the carton and the labels say, where it lies in it."""
    cartons = tuple(_cartons(document.sections))
    kept = tuple(_kept(document.sections))
    if not cartons or not kept or document.typed is not None:
        return [(document, counted, trees)]
    count = tally(*_said({"section": [trees[section.address] for section in cartons]}))
    addresses = tuple(f"{section.address}." for section in cartons)
    missed = [each for each in document.missed if f"{each.address}.".startswith(addresses)]
    label = altered(document, kind="carton", sections=cartons, missed=tuple(missed), said_twice=())
    leaflet = altered(document, sections=kept, missed=_beside(document.missed, missed))
    return [(leaflet, counted - count, trees), (label, count, trees)]


def _cartons(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        if is_carton(section):
            yield section
        else:
            yield from _cartons(section.sections)


def _kept(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        if not is_carton(section):
            yield altered(section, sections=tuple(_kept(section.sections)))


def _parted(
    document: Document, counted: Counter[str], trees: dict[str, Tree]
) -> list[tuple[Document, Counter[str]]]:
    """Return the part for patients apart from the full label that holds it, as SPL's have it."""
    chosen = patient_sections(document.sections)
    rest = tuple(section for section in document.sections if section not in chosen)
    if not chosen or document.typed is not None or kind_of((), "", rest) != "professional":
        return [(document, counted)]
    if any(section not in document.sections for section in chosen):
        return [(document, counted)]
    own = {section.address for section in chosen}
    count = tally(*_said({"section": [trees[section.address] for section in chosen]}))
    missed = [each for each in document.missed if each.address.split(".")[0] in own]
    label = altered(document, kind="professional", sections=rest, missed=_beside(document.missed, missed))
    leaflet = altered(document, kind="patient", sections=chosen, missed=tuple(missed))
    return [(leaflet, count), (label, counted - count)]


def _beside(missed: Sequence[Missed], taken: Sequence[Missed]) -> tuple[Missed, ...]:
    return tuple(each for each in missed if each not in taken)


def _document(
    composition: Tree, bundle: Tree, beside: Sequence[Tree]
) -> tuple[Document, Counter[str], dict[str, Tree]]:
    apply_sheets(_parse_narratives(composition))
    binaries = _binaries(composition, beside)
    reader = _Sections(binaries)
    sections = tuple(
        reader.section(section, f"s{index}") for index, section in enumerate(many(composition, "section"), 1)
    )
    codes = [text_at(coding, "code") for coding in many(one(composition, "type"), "coding")]
    title = " ".join(text_at(composition, "title").split())
    facts = facts_of(beside)
    publication = Publication(
        title=title,
        publisher=facts.publisher,
        identifier=text_at(bundle, "identifier", "value") or text_at(composition, "identifier", "value"),
        version=text_at(composition, "version") or text_at(bundle, "meta", "versionId"),
        date=day_of(text_at(composition, "date") or text_at(bundle, "timestamp")),
        url=_web(text_at(composition, "url")),
        language=text_at(composition, "language") or text_at(bundle, "language"),
        names=facts.names,
        routes=facts.routes,
        legal=facts.legal,
        form=facts.form,
    )
    kind = kind_of(codes, title, sections)
    document = Document(
        title=title,
        kind=kind,
        publication=publication,
        sections=sections,
        said_twice=tuple(reader.said_twice),
        missed=tuple(reader.missed),
        typed=read_own(composition, binaries),
    )
    return document, tally(*_said(composition)), reader.trees


_LONGEST_PLACEHOLDER = 4  # words of a text that only says that there is none


class _Sections:
    """Reads the sections of one composition."""

    def __init__(self, binaries: dict[str, bytes]) -> None:
        self.said_twice: list[Words] = []
        self.missed: list[Missed] = []
        self.trees: dict[str, Tree] = {}
        self._pictures: Pictures = lambda node, address: html_figure(node, address, binaries)

    def section(self, tree: Tree, address: str) -> Section:
        self.trees[address] = tree
        title = text_at(tree, "title") or text_at(tree, "title", "value")
        blocks: list[Block] = []
        for index, div in enumerate(many(one(tree, "text"), "div"), 1):
            blocks += read_blocks(div, address if index == 1 else f"{address}.div{index}", self._pictures)
        if blocks and many(tree, "emptyReason"):
            said = " ".join([flat(div) for div in many(one(tree, "text"), "div")]).split()
            if len(said) <= _LONGEST_PLACEHOLDER:
                reason = "the source marks this part as empty"
                self.missed.append(Missed(address, " ".join(said), reason))
                blocks = []
        heading = title_of(title, address)
        first = blocks[0] if blocks else None
        if (
            heading is not None
            and isinstance(first, Heading | Paragraph)
            and same_letters(heading, first.words)
        ):
            # A section's title is a label for its narrative; where that begins with it, it is one text.
            self.said_twice.append(heading)
            heading = first.words
            tree["label"] = True
            blocks = blocks[1:]
        codes = [text_at(coding, "code") for code in many(tree, "code") for coding in many(code, "coding")]
        sections = [
            self.section(inner, f"{address}.{index}") for index, inner in enumerate(many(tree, "section"), 1)
        ]
        return Section(heading, tuple(filter(None, codes)), tuple(blocks), tuple(sections), address)


def _parse_narratives(tree: Tree, depth: int = 0) -> list[etree._Element]:
    """Parse the narratives of all sections in place, within bounds, and return them."""
    if depth > 20:
        raise RefusedError("sections are nested more than 20 deep", "export it again in a plainer form")
    parsed: list[etree._Element] = []
    for section in many(tree, "section"):
        if not isinstance(section, dict):
            raise RefusedError("a section of the Composition is no object", "export the document again")
        text = one(section, "text")
        if isinstance(text, dict):
            divs = many(text, "div")
            text["div"] = [
                div if isinstance(div, etree._Element) else parse_fragment(str(div)) for div in divs
            ]
            parsed += text["div"]
        parsed += _parse_narratives(section, depth + 1)
    return parsed


def _said(tree: Tree) -> Iterator[str]:
    """Yield what the sections below say, straight from the file: the count beside the tree."""
    for section in many(tree, "section"):
        if "label" not in section:
            yield text_at(section, "title") or text_at(section, "title", "value")
        for div in many(one(section, "text"), "div"):
            yield flat(div)
        yield from _said(section)


def parse_fragment(markup: str) -> etree._Element:
    """Return the root of a narrative: as XML where it is sound, else as browsers read it."""
    if not markup.strip():
        return etree.Element("div")
    try:
        return parse_xml(markup.encode())
    except RefusedError:
        return parse_html(markup)


def _binaries(composition: Tree, beside: Sequence[Tree]) -> dict[str, bytes]:
    """Return the pictures that the document holds, by identifier."""
    held = [*many(composition, "contained"), *beside]
    return {
        text_at(resource, "id"): decode(text_at(resource, "data"))
        for resource in held
        if isinstance(resource, dict) and resource.get("resourceType") == "Binary"
    }


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""
