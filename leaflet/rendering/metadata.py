"""What a file says of itself: an XMP packet for PDF/UA-1, PDF/A-2a and the checks of `verify`.

PDF/A allows only properties it knows or that the packet itself describes (ISO 19005-2, 6.6.2.3), so
the packet carries a schema for the PDF/UA identifier and one for Leaflet's own properties.
"""

import re
from collections.abc import Mapping
from functools import cache

from leaflet.precompiled import expression
from leaflet.program import EDITION
from leaflet.rendering.standards import STANDARDS, Standard
from leaflet.values import Value

PRINT_RUN = "print run"
"""The product that several leaflets joined into one file are."""

NAMESPACE = "https://leaflet.example/ns/1.0/"
"""The namespace of Leaflet's own properties; their preferred prefix is `leaflet`."""

_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": _PDFUA,
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "leaflet": NAMESPACE,
}
_PLAIN = expression(r"[\w .:,/-]*", re.ASCII)  # means itself in XML
# XML 1.0, 2.2: characters that no escape can bring into a document. Named rather than those that can:
# their ranges take ten times as long to compile.
_NOT_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# In the text of an element and in an attribute alike; no library, since each brings a table of all entities.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})


class Metadata(Value, kw_only=True):
    """What a finished leaflet says of itself; enough to find its monograph and to prove it anew."""

    title: str
    language: str  # BCP 47
    monograph_id: str
    version: str
    date: str  # ISO 8601, of the monograph's words
    status: str
    monograph_sha256: str  # hex, of the monograph's bytes
    text_sha256: str  # hex, of the leaflet's text
    profile: str
    paper: str
    region: str  # "" for none
    colour: bool
    program: str
    product: str = "leaflet"  # what of the program's products the file is
    standard: str = "ua1"  # the part of PDF/UA by which it is tagged
    edition: str = EDITION  # of the monograph's format
    added_sha256: str = ""  # hex, of what a pharmacy added; "" for nothing
    printing: str = ""  # copies and sides, as asked of the print dialog; "" for nothing
    seal: str = ""  # hex, made by the key of a counter; "" for none


class _Property(Value):
    name: str
    value_type: str
    description: str


_OWN_PROPERTIES = (
    _Property("monograph", "Text", "Short name of the monograph"),
    _Property("version", "Text", "Version of the monograph's words"),
    _Property("date", "Date", "Date of the monograph's words"),
    _Property("status", "Text", "Review status of the monograph: draft or approved"),
    _Property("monographSHA256", "Text", "SHA-256 of the monograph's bytes, in hex"),
    _Property("textSHA256", "Text", "SHA-256 of the leaflet's text, in hex"),
    _Property("profile", "Text", "Print profile by which the leaflet is set"),
    _Property("paper", "Text", "Paper on which the leaflet is set"),
    _Property("region", "Text", "Region whose telephone numbers are printed; empty for none"),
    _Property("colour", "Boolean", "Whether the warnings carry a signal colour"),
    _Property("product", "Text", "Which product of the program the file is"),
    _Property("standard", "Text", "Part of PDF/UA by which the file is tagged"),
    _Property("edition", "Text", "Edition of the monograph's format"),
    _Property("addedSHA256", "Text", "SHA-256 of what a pharmacy added, in hex; empty for nothing"),
    _Property("printing", "Text", "Copies and sides asked of the print dialog; empty for nothing"),
    _Property("seal", "Text", "HMAC-SHA256 by the key of a counter, in hex; empty for none"),
)
_UA_PROPERTIES = (_Property("part", "Integer", "Part of ISO 14289 to which the file conforms"),)


def xmp_packet(metadata: Metadata) -> bytes:
    """Return the XMP packet as UTF-8.

    The same metadata gives the same bytes. A value with a character that XML cannot hold (a control
    character or a lone surrogate) raises `ValueError`.
    """
    return packet_of(metadata.title, metadata.language, metadata.program, _own_values(metadata))


def packet_of(title: str, language: str, program: str, own: Mapping[str, str]) -> bytes:
    """Return the XMP packet of a file that says `own` of itself; a print run has properties of its own."""
    schema = _RUN_SCHEMA if own.get("product") == PRINT_RUN else _OWN_SCHEMA
    told = "\n".join(
        f"<leaflet:{each.name}>{_text(own.get(each.name, ''))}</leaflet:{each.name}>" for each in schema[3]
    )
    standard = STANDARDS.get(own.get("standard", ""), STANDARDS["ua1"])
    identity = f"{_identity(title, language, program)}\n{standard.identity}"
    described = (_schemas(_UA_SCHEMA, schema),) if standard.describes else ()
    return _packet("\n".join((identity, told, *described)), standard)


def print_run_packet(title: str, language: str, program: str, parts: str, seal: str) -> bytes:
    """Return the XMP packet of several leaflets joined; `parts` are what each says of itself, as JSON."""
    values = {"product": PRINT_RUN, "standard": "ua1", "edition": EDITION, "parts": parts, "seal": seal}
    return packet_of(title, language, program, values)


def _packet(body: str, standard: Standard) -> bytes:
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f"<rdf:RDF{_names(standard.name)}>\n"
        f'<rdf:Description rdf:about="">\n{body}\n</rdf:Description>\n</rdf:RDF>\n'
        '</x:xmpmeta>\n<?xpacket end="r"?>\n'
    )
    return packet.encode()


@cache
def _names(standard: str) -> str:
    prefixes = {**_PREFIXES, **STANDARDS[standard].prefixes}
    return "".join([f'\n    xmlns:{prefix}="{uri}"' for prefix, uri in prefixes.items()])


def _identity(title: str, language: str, program: str) -> str:
    """Return the properties that every file has."""
    title, language, program = _text(title), _text(language), _text(program)
    return (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
        f'<rdf:li xml:lang="{language}">{title}</rdf:li></rdf:Alt></dc:title>\n'
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n"
        f"<xmp:CreatorTool>{program}</xmp:CreatorTool>\n"
        f"<pdf:Producer>{program}</pdf:Producer>"
    )


def _own_values(metadata: Metadata) -> dict[str, str]:
    values = (
        metadata.monograph_id,
        metadata.version,
        metadata.date,
        metadata.status,
        metadata.monograph_sha256,
        metadata.text_sha256,
        metadata.profile,
        metadata.paper,
        metadata.region,
        "True" if metadata.colour else "False",
        metadata.product,
        metadata.standard,
        metadata.edition,
        metadata.added_sha256,
        metadata.printing,
        metadata.seal,
    )
    return {own.name: value for own, value in zip(_OWN_PROPERTIES, values, strict=True)}


_Schema = tuple[str, str, str, tuple[_Property, ...]]  # title, namespace, prefix, properties
_UA_SCHEMA: _Schema = ("PDF/UA identification", _PDFUA, "pdfuaid", _UA_PROPERTIES)
_OWN_SCHEMA: _Schema = ("Leaflet", NAMESPACE, "leaflet", _OWN_PROPERTIES)
_RUN_PROPERTIES = (
    *(
        each
        for each in _OWN_PROPERTIES
        if each.name in ("product", "standard", "edition", "monographSHA256", "region", "addedSHA256")
        or each.name in ("printing", "seal")
    ),
    _Property("parts", "Text", "What each leaflet of the print run says of itself, as JSON"),
)
_RUN_SCHEMA: _Schema = ("Leaflet", NAMESPACE, "leaflet", _RUN_PROPERTIES)


@cache
def _schemas(*schemas: _Schema) -> str:
    described = "".join(_schema(*schema) for schema in schemas)
    return f"<pdfaExtension:schemas><rdf:Bag>\n{described}</rdf:Bag></pdfaExtension:schemas>"


def _schema(title: str, namespace: str, prefix: str, properties: tuple[_Property, ...]) -> str:
    # Property attributes (RDF/XML 2.5; ISO 16684-1, 7.9.2.2) say the same in a third fewer bytes, which no
    # filter may compress.
    described = "".join(
        f'<rdf:li pdfaProperty:name="{each.name}" pdfaProperty:valueType="{each.value_type}"'
        f' pdfaProperty:category="internal" pdfaProperty:description="{_text(each.description)}"/>\n'
        for each in properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\n"
        f"<pdfaSchema:property><rdf:Seq>\n{described}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )


def _text(value: str) -> str:
    """Escape `value` for the text of an element or an attribute in double quotes."""
    if _PLAIN.fullmatch(value):
        return value
    found = _NOT_XML.search(value)
    if found:
        raise ValueError(f"U+{ord(found[0]):04X} cannot stand in a file's metadata: {value!r}")
    return value.translate(_ESCAPES)
