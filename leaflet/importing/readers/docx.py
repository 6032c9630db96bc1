"""Word documents: mammoth turns them into HTML, and HTML is read as ever."""

import io
import re
import zipfile
from collections import Counter
from typing import Any

from lxml import etree

from leaflet.importing.bold_lines import with_headings
from leaflet.importing.counted_words import tally
from leaflet.importing.dates import day_of
from leaflet.importing.hidden import PUT_IN
from leaflet.importing.linked_notes import put_signs_before
from leaflet.importing.markup import parse_html, parse_xml
from leaflet.importing.original import Change, Missed, Original, Publication, Span, Words, texts
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.readers.html import document_of
from leaflet.importing.readers.word_parts import WORD as _WORD
from leaflet.importing.readers.word_parts import Prepared, prepared
from leaflet.importing.refusal import RefusedError
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.xhtml_blocks import read_blocks

LARGEST_UNPACKED = 40_000_000
LARGEST_PART = 20_000_000
MOST_PARTS = 2000
_BREAKS = {
    f"{_WORD}{name}" for name in ("p", "tab", "br", "cr", "tc", "footnoteReference", "endnoteReference")
}
_NOTE = re.compile(r"(footnote|endnote)-[^-]+")
# Word keeps a second copy of drawings for older programs; mammoth reads the fallback only.
_MOVED = (f"{_WORD}moveFrom",)
_STRIKES = ("strike", "dstrike", "vanish")
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"


def read(data: bytes, lookup: Lookup) -> Reading:  # noqa: ARG001 - a document holds its pictures itself
    """Return the text of a Word document as one document."""
    parts = _unpacked(data)
    ready = prepared(data, parts)
    html = _to_html(ready)
    root = parse_html(f"<html><body>{html}</body></html>")
    body = next(root.iter("body"), root)
    _place_notes(body)
    put_signs_before(body)
    _set_columns(body)
    blocks = with_headings(read_blocks(body, "s0", lambda node, address: html_figure(node, address, {})))
    blocks += tuple(Change(Words((Span(said),), "s0"), PUT_IN, False) for said in ready.put_in)
    publication = _publication(parts)
    held = tally(*[words.plain for words in texts(document_of(blocks, publication).sections)])
    lost = _lost(_count(parts), held)
    missed = [*ready.missed]
    if lost:
        missed.append(Missed("s0", " ".join(lost), "mammoth does not hand on this part of the document"))
    document = document_of(blocks, publication, missed)
    counted = held + tally(*[each.text for each in ready.missed]) + Counter(lost)
    return Reading(Original(format="Word", documents=(document,), left_out=ready.left_out), (counted,))


def _place_notes(body: etree._Element) -> None:
    """Put each footnote where its mark stands; mammoth lists them at the end, with arrows back."""
    notes = {
        str(item.get("id")): item for item in body.iter("li") if _NOTE.fullmatch(str(item.get("id") or ""))
    }
    for mark in [link for link in body.iter("a") if str(link.get("href") or "").lstrip("#") in notes]:
        item = notes[str(mark.get("href")).lstrip("#")]
        for back in [link for link in item.iter("a") if "note-ref-" in str(link.get("href") or "")]:
            back.text = ""
        parent = mark.getparent()
        if parent is not None and parent.tag == "sup":
            parent.tag = "span"  # the mark was raised, its note is not
        mark.tag, mark.text = "footnote", ""
        mark.extend(list(item))
    for item in notes.values():
        parent = item.getparent()
        if parent is not None and not len(item):
            parent.remove(item)


def _set_columns(body: etree._Element) -> None:
    """Put an element in the place of each tab, which would be read as a space."""
    for node in [*body.iter(etree.Element)]:
        first, *rest = (node.text or "").split("\t")
        node.text = first
        for at, part in enumerate(rest):
            node.insert(at, _tab(part))
        parent = node.getparent()
        if parent is not None and node is not body:
            first, *rest = (node.tail or "").split("\t")
            node.tail = first
            for at, part in enumerate(rest, parent.index(node) + 1):
                parent.insert(at, _tab(part))


def _tab(tail: str) -> etree._Element:
    tab = etree.Element("tab")
    tab.tail = tail
    return tab


def _lost(counted: Counter[str], held: Counter[str]) -> list[str]:
    """Return the words of the file that mammoth's HTML lacks; a sign that joins a word loses none."""
    lost, added = counted - held, held - counted
    for longer in added.elements():
        fits = (word for word in lost if word in longer and not _has_letters(longer.replace(word, "", 1)))
        plain = next(fits, None)
        if plain is not None:
            lost -= Counter([plain, longer.replace(plain, "", 1)])
    return sorted(lost.elements())


def _has_letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Return the XML parts of the package; refuse what unpacks to more than a document does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > MOST_PARTS:
                raise RefusedError(
                    f"the document has more than {MOST_PARTS:,} parts", "save it again in Word"
                )
            sizes = [info.file_size for info in infos]
            if sum(sizes) > LARGEST_UNPACKED or max(sizes, default=0) > LARGEST_PART:
                raise RefusedError(
                    f"the document unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB",
                    "take large pictures out, and save it again in Word",
                )
            wanted = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
            parts = {info.filename: package.read(info) for info in wanted}
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as error:
        raise RefusedError(f"the package cannot be opened: {error}", "save it again in Word") from None
    if "word/document.xml" not in parts:
        raise RefusedError("the package holds no Word document", "give a .docx file")
    for name, part in parts.items():
        try:
            parse_xml(part)
        except RefusedError as refusal:
            raise RefusedError(f"{name}: {refusal}", refusal.hint) from None
    return parts


def _to_html(ready: Prepared) -> str:
    try:
        import mammoth
    except ImportError:
        raise RefusedError(
            "reading Word documents needs mammoth, which is not installed",
            "install it: pip install -e '.[import]' in Leaflet's folder",
        ) from None
    result: Any = mammoth.convert_to_html(
        io.BytesIO(ready.data), style_map="\n".join(ready.headings), external_file_access=False
    )
    return str(result.value)


def _count(parts: dict[str, bytes]) -> Counter[str]:
    """Count the words of the text and its notes straight from WordprocessingML, struck out ones apart."""
    said: list[str] = []
    struck: list[str] = []
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        for node in parse_xml(parts[name]).iter(etree.Element) if name in parts else ():
            if node.tag in _BREAKS:
                said.append(" ")
                struck.append(" ")
            elif node.tag == f"{_WORD}noBreakHyphen":
                said.append("\u2011")
            elif node.tag == f"{_WORD}t" and next(node.iterancestors(_CHOICE, *_MOVED), None) is None:
                (struck if _is_struck(node) else said).append(node.text or "")
                if not _is_struck(node):
                    struck.append(" ")
    return tally("".join(said), "".join(struck))


def _is_struck(text: etree._Element) -> bool:
    run = text.getparent()
    properties = run.find(f"{_WORD}rPr") if run is not None else None
    marks = [] if properties is None else [properties.find(f"{_WORD}{name}") for name in _STRIKES]
    return any(mark is not None and mark.get(f"{_WORD}val", "true") not in ("0", "false") for mark in marks)


def _publication(parts: dict[str, bytes]) -> Publication:
    if "docProps/core.xml" not in parts:
        return Publication()
    core = parse_xml(parts["docProps/core.xml"])

    def said(name: str) -> str:
        node = next(core.iter("{*}" + name), None)
        return " ".join((node.text or "").split()) if node is not None else ""

    return Publication(
        title=said("title"),
        identifier=said("identifier"),
        version=said("version"),
        date=day_of(said("modified")),
        date_is_of_file=True,
        language=said("language"),
    )


__all__ = ["read"]
