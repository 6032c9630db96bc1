"""Read what a file says of itself: its XMP packet, and the document information."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pikepdf

from leaflet.proof.reading.bounds import read_stream, text_of
from leaflet.values import Value, altered, field

_OWN = "https://leaflet.example/ns/1.0/"
_DC, _UA, _A = (
    "http://purl.org/dc/elements/1.1/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.aiim.org/pdfa/ns/id/",
)
_TYPEFACE = "LeafletSans"
_CREATOR, _PRODUCER = "{http://ns.adobe.com/xap/1.0/}CreatorTool", "{http://ns.adobe.com/pdf/1.3/}Producer"


class Said(Value, kw_only=True):
    """What the XMP packet and the document information say."""

    title: str = ""
    info_title: str = ""
    ua_part: str = ""
    a_part: str = ""
    a_level: str = ""
    language: str = ""
    creator: str = ""
    producer: str = ""
    own: Mapping[str, str] = field(default_factory=dict)  # Leaflet's own properties by name
    info: Mapping[str, str] = field(default_factory=dict)  # the document information by key
    packet: bytes = b""  # as it is
    has_our_typeface: bool = False  # which this program alone prints with

    @property
    def is_ours(self) -> bool:
        """Tell whether the file says that this program made it, in whatever place."""
        makers = (self.creator, self.producer, self.info.get("Creator", ""), self.info.get("Producer", ""))
        named = any(maker.startswith("Leaflet ") for maker in makers)
        return bool(self.own) or named or self.has_our_typeface


def said_by(file: pikepdf.Pdf, catalog: pikepdf.Dictionary) -> Said:
    """Return what an open file says of itself."""
    found = file.trailer.get("/Info")
    entries = dict(found.items()) if isinstance(found, pikepdf.Dictionary) else {}
    info = {str(key)[1:]: text_of(value) for key, value in entries.items()}
    info_title = info.get("Title", "")
    stream = catalog.get("/Metadata")
    packet = read_stream(stream)[:1_000_000] if isinstance(stream, pikepdf.Stream) else b""
    # A document type could define entities that grow without end; XMP has none.
    silent = Said(info_title=info_title, info=info, packet=packet, has_our_typeface=_has_our_typeface(file))
    if not packet or re.search(rb"<!(DOCTYPE|ENTITY)", packet):
        return silent
    try:
        root = ElementTree.fromstring(packet)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, ValueError, LookupError):
        return silent
    values: dict[str, str] = {}
    for element in root.iter():
        values.update(element.attrib)
        inner = " ".join(part.strip() for part in element.itertext() if part.strip())
        if element.tag == f"{{{_DC}}}title":
            first = next((each.text for each in element.iter() if each.text and each.text.strip()), "")
            values[element.tag] = (first or "").strip()
        elif element.tag.startswith("{") and element.tag not in values:
            values[element.tag] = inner
    return altered(
        silent,
        title=values.get(f"{{{_DC}}}title", ""),
        ua_part=values.get(f"{{{_UA}}}part", ""),
        a_part=values.get(f"{{{_A}}}part", ""),
        a_level=values.get(f"{{{_A}}}conformance", ""),
        language=values.get(f"{{{_DC}}}language", ""),
        creator=values.get(_CREATOR, ""),
        producer=values.get(_PRODUCER, ""),
        own={tag.removeprefix(f"{{{_OWN}}}"): text for tag, text in values.items() if _OWN in tag},
    )


def _has_our_typeface(file: pikepdf.Pdf) -> bool:
    """Tell whether the first page has the typeface that was made for this program."""
    page: object = file.pages[0].obj if len(file.pages) else None
    for key in ("/Resources", "/Font"):
        page = page.get(key) if isinstance(page, pikepdf.Dictionary) else None
    fonts = [font for _, font in page.items()] if isinstance(page, pikepdf.Dictionary) else []
    names = [text_of(font.get("/BaseFont")) for font in fonts[:100] if isinstance(font, pikepdf.Dictionary)]
    return any(re.fullmatch(rf"/[A-Z]{{6}}\+{_TYPEFACE}-\w+", name) for name in names)
