"""Read what a file says of itself: its XMP packet, and the document information."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pikepdf

from leaflet.proof.reading.bounds import read_stream, text_of
from leaflet.values import Value, field

_OWN = "https://leaflet.example/ns/1.0/"
_DC, _UA, _A = (
    "http://purl.org/dc/elements/1.1/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.aiim.org/pdfa/ns/id/",
)
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

    @property
    def is_ours(self) -> bool:
        """Tell whether the file says that this program made it, in whatever place."""
        makers = (self.creator, self.producer, self.info.get("Creator", ""), self.info.get("Producer", ""))
        return bool(self.own) or any(maker.startswith("Leaflet ") for maker in makers)


def said_by(file: pikepdf.Pdf, catalog: pikepdf.Dictionary) -> Said:
    """Return what an open file says of itself."""
    found = file.trailer.get("/Info")
    entries = dict(found.items()) if isinstance(found, pikepdf.Dictionary) else {}
    info = {str(key)[1:]: text_of(value) for key, value in entries.items()}
    info_title = info.get("Title", "")
    stream = catalog.get("/Metadata")
    packet = read_stream(stream)[:1_000_000] if isinstance(stream, pikepdf.Stream) else b""
    # A document type could define entities that grow without end; XMP has none.
    if not packet or re.search(rb"<!(DOCTYPE|ENTITY)", packet):
        return Said(info_title=info_title, info=info)
    try:
        root = ElementTree.fromstring(packet)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, ValueError, LookupError):
        return Said(info_title=info_title, info=info)
    values: dict[str, str] = {}
    for element in root.iter():
        values.update(element.attrib)
        inner = " ".join(part.strip() for part in element.itertext() if part.strip())
        if element.tag == f"{{{_DC}}}title":
            first = next((each.text for each in element.iter() if each.text and each.text.strip()), "")
            values[element.tag] = (first or "").strip()
        elif element.tag.startswith("{") and element.tag not in values:
            values[element.tag] = inner
    return Said(
        title=values.get(f"{{{_DC}}}title", ""),
        info_title=info_title,
        ua_part=values.get(f"{{{_UA}}}part", ""),
        a_part=values.get(f"{{{_A}}}part", ""),
        a_level=values.get(f"{{{_A}}}conformance", ""),
        language=values.get(f"{{{_DC}}}language", ""),
        creator=values.get(_CREATOR, ""),
        producer=values.get(_PRODUCER, ""),
        info=info,
        own={tag.removeprefix(f"{{{_OWN}}}"): text for tag, text in values.items() if _OWN in tag},
    )
