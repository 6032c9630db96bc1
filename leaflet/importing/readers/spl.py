"""SPL, the US labels' XML (HL7 v3): the sections for patients, or the whole of an over-the-counter label."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from leaflet.importing.counted_words import tally, total
from leaflet.importing.dates import day_of
from leaflet.importing.kinds import kind_of, patient_sections
from leaflet.importing.linked_notes import put_signs_before
from leaflet.importing.markup import child, children, flat
from leaflet.importing.original import (
    Block,
    Callout,
    Document,
    Figure,
    LeftOut,
    Original,
    Publication,
    Section,
)
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.source_pictures import figure
from leaflet.importing.xhtml_blocks import read_blocks, title_of

OVER_THE_COUNTER = "34390-5"
_LISTING = frozenset({"48780-1", "51945-4", "43683-2"})  # data elements, pictures of the pack, recent changes
_BOXED = "34066-1"
_LEGAL = {"34390-5": "over the counter", "34391-3": "prescription"}


def read(root: etree._Element, lookup: Lookup) -> Reading:
    """Return the documents of an SPL file: for patients first, and the professional's text beside them."""
    put_signs_before(root)
    reader = _Reader(root, lookup)
    sections = [reader.section(node, f"s{index}") for index, node in enumerate(_sections(_body(root)), 1)]
    code = _code(root)
    kept = tuple(section for section in sections if not _LISTING & set(section.codes))
    listed = [section for section in sections if _LISTING & set(section.codes)]
    chosen = patient_sections(kept)
    left = [
        LeftOut(_title(section), total(reader.words([section])), "a listing or the pack")
        for section in listed
    ]
    publication = _publication(root, code)
    documents: list[Document] = []
    if chosen and code != OVER_THE_COUNTER:
        documents.append(_document(_title(chosen[0]), "patient", publication, chosen))
        rest = _without(kept, chosen)
    else:
        rest = kept
    if rest:
        kind = "patient" if code == OVER_THE_COUNTER else kind_of([code], publication.title, rest)
        kind = "professional" if documents or code == "34391-3" else kind
        documents.append(_document(publication.title or "the label", kind, publication, rest))
    counts = tuple(
        reader.words(document.sections, chosen if document.kind == "professional" else ())
        for document in documents
    )
    return Reading(Original(format="SPL", documents=tuple(documents), left_out=tuple(left)), counts)


class _Reader:
    """Reads sections, and counts their words apart from that, straight from the file."""

    def __init__(self, root: etree._Element, lookup: Lookup) -> None:
        self._lookup = lookup
        self._nodes: dict[str, etree._Element] = {}
        self._media = {media.get("ID") or "": media for media in root.iter("{*}observationMedia")}

    def words(self, sections: Sequence[Section], without: Sequence[Section] = ()) -> Counter[str]:
        """Return the words of some sections and of all inside them, but those of `without`."""
        counted: Counter[str] = Counter()
        skipped = {node for section in without for node in self._nodes[section.address].iter("{*}section")}
        for section in sections:
            for node in self._nodes[section.address].iter("{*}section"):
                if node not in skipped:
                    counted += self._own(node)
        return counted

    def _own(self, node: etree._Element) -> Counter[str]:
        title, text = child(node, "title"), child(node, "text")
        said = [flat(each) for each in (title, text) if each is not None]
        said += [
            flat(words)
            for media in self._shown(node, text)
            for words in [child(media, "text")]
            if words is not None
        ]
        return tally(*said)

    def _shown(self, node: etree._Element, text: etree._Element | None) -> list[etree._Element]:
        """Return the pictures of a section: those that its text asks for, and those that it only holds."""
        asked = (
            [each.get("referencedObject") or "" for each in text.iter("{*}renderMultiMedia")]
            if text is not None
            else []
        )
        loose = [
            media for part in children(node, "component") for media in children(part, "observationMedia")
        ]
        shown = [self._media[name] for name in asked if name in self._media]
        return shown + [media for media in loose if media.get("ID") not in asked]

    def section(self, node: etree._Element, address: str) -> Section:
        """Return a section as it stands in the file."""
        self._nodes[address] = node
        title, text = child(node, "title"), child(node, "text")
        blocks: tuple[Block, ...] = read_blocks(text, address, self._figure) if text is not None else ()
        asked = (
            [each.get("referencedObject") for each in text.iter("{*}renderMultiMedia")]
            if text is not None
            else []
        )
        for media in self._shown(node, text):
            if media.get("ID") not in asked:
                blocks += (self._picture(media, f"{address}.f{len(blocks) + 1}"),)
        code = _code(node)
        sections = tuple(
            self.section(inner, f"{address}.{index}") for index, inner in enumerate(_sections(node), 1)
        )
        heading = title_of(flat(title), address) if title is not None else None
        if code == _BOXED and heading is not None and blocks:
            blocks, heading = (Callout(heading, blocks, "boxed", address),), None
        return Section(heading, (code,) if code else (), blocks, sections, address)

    def _figure(self, node: etree._Element, address: str) -> Figure:
        media = self._media.get(node.get("referencedObject") or "")
        if media is None:
            return figure("", b"", address, "the label names a picture that it does not hold")
        return self._picture(media, address)

    def _picture(self, media: etree._Element, address: str) -> Figure:
        words, reference = child(media, "text"), child(media, "value", "reference")
        name = (reference.get("value") or "") if reference is not None else ""
        data = self._lookup(name) if name else b""
        alt = " ".join(flat(words).split()) if words is not None else ""
        return figure(alt, data, address, f"the picture {name[:60]!r} does not lie beside the file")


def _body(root: etree._Element) -> etree._Element:
    body = child(root, "component", "structuredBody")
    return root if body is None else body


def _sections(node: etree._Element) -> Iterator[etree._Element]:
    for component in children(node, "component"):
        yield from children(component, "section")


def _code(node: etree._Element) -> str:
    code = child(node, "code")
    return (code.get("code") or "") if code is not None else ""


def _title(section: Section) -> str:
    return section.title.plain if section.title is not None else "a section without a title"


def _without(sections: Sequence[Section], chosen: Sequence[Section]) -> tuple[Section, ...]:
    from leaflet.values import altered

    return tuple(
        altered(section, sections=_without(section.sections, chosen))
        for section in sections
        if section not in chosen
    )


def _document(title: str, kind: str, publication: Publication, sections: tuple[Section, ...]) -> Document:
    named = "patient" if kind == "patient" else "professional" if kind == "professional" else "unknown"
    return Document(title=title, kind=named, publication=publication, sections=sections)  # type: ignore[arg-type]


def _publication(root: etree._Element, code: str) -> Publication:
    def attribute(name: str, *path: str) -> str:
        node = child(root, *path)
        return (node.get(name) or "") if node is not None else ""

    title = child(root, "title")
    organization = child(root, "author", "assignedEntity", "representedOrganization", "name")
    product = next(root.iter("{*}manufacturedProduct", "{*}manufacturedMedicine"), None)
    inner = next(
        (
            node
            for node in root.iter("{*}manufacturedProduct", "{*}manufacturedMedicine")
            if child(node, "name") is not None
        ),
        product,
    )
    routes = [node.get("displayName") or "" for node in root.iter("{*}routeCode")]
    form, name = child(inner, "formCode"), child(inner, "name")
    language = attribute("code", "languageCode")
    return Publication(
        title=" ".join(flat(title).split()) if title is not None else "",
        publisher=" ".join(flat(organization).split()) if organization is not None else "",
        identifier=attribute("root", "setId") or attribute("root", "id"),
        version=attribute("value", "versionNumber"),
        date=day_of(attribute("value", "effectiveTime")),
        language=language or "en-US",
        names=(" ".join(flat(name).split()),) if name is not None else (),
        routes=tuple(dict.fromkeys(filter(None, routes))),
        legal=_LEGAL.get(code, ""),
        form=(form.get("displayName") or "").lower() if form is not None else "",
    )
