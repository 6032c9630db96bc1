"""Put right in WordprocessingML what mammoth would pass over, before it reads the document.

Fields and content controls are opened, hidden runs are marked as struck out, numbers that a style gives are
written at their paragraphs, and pictures that the package does not hold are taken out and told of.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from leaflet.importing.counted_words import tally, total
from leaflet.importing.hidden import DELETED
from leaflet.importing.markup import parse_xml
from leaflet.importing.original import LeftOut, Missed
from leaflet.values import Value

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_OPENED = tuple(f"{WORD}{name}" for name in ("fldSimple", "customXml", "bdo", "dir", "moveTo"))
_HIDING = tuple(f"{WORD}{name}" for name in ("vanish", "dstrike"))
_OUTLINED = ("0", "1", "2", "3", "4", "5")
_MOST_STYLES = 20  # of styles that are based on one another


class Prepared(Value):
    """A package that mammoth reads whole, and what it says beside its text."""

    data: bytes
    missed: tuple[Missed, ...]
    put_in: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    headings: tuple[str, ...]
    """What mammoth is told of styles, and of paragraphs, that have a place in the document's outline."""


def prepared(data: bytes, parts: dict[str, bytes]) -> Prepared:
    """Return the package set right, and its tracked changes, comments and pictures that are lost."""
    missed: list[Missed] = []
    put_in: list[str] = []
    changed: dict[str, bytes] = {}
    numbers = _numbers_of_styles(parts)
    held = _names(data)
    for name in [name for name in _TEXTS if name in parts]:
        root = parse_xml(parts[name])
        missed += _deleted(root)
        put_in += [said for node in root.iter(f"{WORD}ins") if (said := _said(node, "t"))]
        _open(root)
        _name_outlined(root)
        _mark_hidden(root)
        _number(root, numbers)
        missed += _without_lost_pictures(root, _targets(parts, name), held)
        changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    headings = tuple(_headings(parts))
    return Prepared(_packed(data, changed), tuple(missed), tuple(put_in), _comments(parts), headings)


def _name_outlined(root: etree._Element) -> None:
    """Give a paragraph with an outline level of its own a style that says so."""
    for level in [*root.iter(f"{WORD}outlineLvl")]:
        properties = level.getparent()
        value = level.get(f"{WORD}val") or ""
        if properties is None or value not in _OUTLINED:
            continue
        style = properties.find(f"{WORD}pStyle")
        if style is None:
            style = etree.Element(f"{WORD}pStyle")
            properties.insert(0, style)
        style.set(f"{WORD}val", f"Outlined{value}")


def _headings(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield which styles are headings, by their outline level or that of the style they are based on."""
    yield from (f"p.Outlined{level} => h{int(level) + 1}:fresh" for level in _OUTLINED)
    yield "p[style-name='Title'] => h1:fresh"
    yield "u => strong"  # a line that is only underlined is a heading as one in bold is
    for name, element in (("List Bullet", "ul"), ("List Number", "ol")):
        yield f"p[style-name='{name} 2'] => ul|ol > li > {element} > li:fresh"
        yield f"p[style-name='{name} 3'] => ul|ol > li > ul|ol > li > {element} > li:fresh"
    styles = _styles(parts)
    for name, style in styles.items():
        base: etree._Element | None = style
        for _ in range(_MOST_STYLES):
            level = base.find(f"{WORD}pPr/{WORD}outlineLvl") if base is not None else None
            value = level.get(f"{WORD}val") or "" if level is not None else ""
            if value in _OUTLINED and name.isascii() and name.isalnum():
                yield f"p.{name} => h{int(value) + 1}:fresh"
            if base is None or level is not None:
                break
            based = base.find(f"{WORD}basedOn")
            base = styles.get(based.get(f"{WORD}val") or "") if based is not None else None


def _styles(parts: dict[str, bytes]) -> dict[str, etree._Element]:
    if "word/styles.xml" not in parts:
        return {}
    return {
        style.get(f"{WORD}styleId") or "": style
        for style in parse_xml(parts["word/styles.xml"]).iter(f"{WORD}style")
    }


def _deleted(root: etree._Element) -> Iterator[Missed]:
    for node in root.iter(f"{WORD}del", f"{WORD}moveFrom"):
        said = _said(node, "delText") or _said(node, "t")
        if said and not any(True for _ in node.iterancestors(f"{WORD}del", f"{WORD}moveFrom")):
            yield Missed("s0", said, DELETED)


def _said(node: etree._Element, name: str) -> str:
    return " ".join("".join([each.text or "" for each in node.iter(f"{WORD}{name}")]).split())


def _open(root: etree._Element) -> None:
    """Put what a field, a control or a moved run holds in its place."""
    for node in [*root.iter(*_OPENED)]:
        parent = node.getparent()
        if parent is None:
            continue
        at = parent.index(node)
        for inner in reversed([each for each in node if not str(each.tag).endswith("Pr")]):
            parent.insert(at, inner)
        parent.remove(node)


def _mark_hidden(root: etree._Element) -> None:
    for node in [*root.iter(*_HIDING)]:
        properties = node.getparent()
        if node.get(f"{WORD}val", "true") not in ("0", "false", "off") and properties is not None:
            etree.SubElement(properties, f"{WORD}strike")


def _number(root: etree._Element, numbers: dict[str, etree._Element]) -> None:
    """Write the number or bullet that a paragraph has from its style at the paragraph itself."""
    for style in root.iter(f"{WORD}pStyle"):
        properties = style.getparent()
        found = numbers.get(style.get(f"{WORD}val") or "")
        if found is not None and properties is not None and properties.find(f"{WORD}numPr") is None:
            properties.append(_copy(found))


def _copy(node: etree._Element) -> etree._Element:
    from copy import deepcopy

    return deepcopy(node)


def _numbers_of_styles(parts: dict[str, bytes]) -> dict[str, etree._Element]:
    """Return the bullets and numbers that styles give, those of headings apart."""
    styles = _styles(parts)
    found: dict[str, etree._Element] = {}
    for name, style in styles.items():
        if style.find(f"{WORD}pPr/{WORD}outlineLvl") is not None or name.lower().startswith(
            ("heading", "title")
        ):
            continue
        base: etree._Element | None = style
        for _ in range(_MOST_STYLES):
            if base is None:
                break
            numbers = base.find(f"{WORD}pPr/{WORD}numPr")
            if numbers is not None:
                if numbers.find(f"{WORD}ilvl") is None:
                    etree.SubElement(numbers, f"{WORD}ilvl").set(f"{WORD}val", "0")
                found[name] = numbers
                break
            based = base.find(f"{WORD}basedOn")
            base = styles.get(based.get(f"{WORD}val") or "") if based is not None else None
    return found


def _without_lost_pictures(
    root: etree._Element, targets: dict[str, str], held: frozenset[str]
) -> list[Missed]:
    """Take out pictures that are only linked, or that the package does not hold; return their words."""
    lost: list[Missed] = []
    for picture in [*root.iter("{*}blip", "{*}imagedata")]:
        name = picture.get(f"{_LINKS}embed") or picture.get(f"{_LINKS}id") or ""
        if targets.get(name) in held:
            continue
        frame = next(picture.iterancestors(f"{WORD}drawing", f"{WORD}pict"), None)
        parent = frame.getparent() if frame is not None else None
        if frame is None or parent is None:
            continue
        described = next(frame.iter("{*}docPr"), None)
        said = (described.get("descr") or "") if described is not None else ""
        lost.append(
            Missed("s0", " ".join(said.split()), "a picture that does not lie in the document: only a link")
        )
        parent.remove(frame)
    return lost


def _targets(parts: dict[str, bytes], name: str) -> dict[str, str]:
    """Return what each relationship of a part names inside the package; links to elsewhere are none."""
    folder, _, file = name.rpartition("/")
    links = parts.get(f"{folder}/_rels/{file}.rels")
    if links is None:
        return {}
    found: dict[str, str] = {}
    for link in parse_xml(links).iter("{*}Relationship"):
        if link.get("TargetMode") != "External":
            target = link.get("Target") or ""
            found[link.get("Id") or ""] = (
                target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            )
    return found


def _names(data: bytes) -> frozenset[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return frozenset(package.namelist())


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """Return the package with some of its parts replaced, nothing compressed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as copy:
        for info in package.infolist():
            copy.writestr(
                info.filename, changed[info.filename] if info.filename in changed else package.read(info)
            )
    return written.getvalue()


def _comments(parts: dict[str, bytes]) -> tuple[LeftOut, ...]:
    if "word/comments.xml" not in parts:
        return ()
    said = [_said(node, "t") for node in parse_xml(parts["word/comments.xml"]).iter(f"{WORD}comment")]
    words = total(tally(*said))
    return (
        (LeftOut("comments of reviewers", words, "they are about the text, and not of it"),) if words else ()
    )
