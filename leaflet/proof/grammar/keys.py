"""The dictionaries of a leaflet's file, kind by kind: which keys each must and may have, and their values.

A key with a question mark may be missing. What is not here does not belong into a leaflet.
"""

from collections.abc import Mapping
from types import MappingProxyType

from leaflet.document.tree import Role
from leaflet.places import colour_profile
from leaflet.proof.grammar.checks import (
    Check,
    a,
    a_stream,
    anything,
    attributes,
    borderless,
    corners,
    destination,
    each,
    element_place,
    every,
    just,
    kids,
    name,
    name_or_data,
    number,
    numbers,
    parents,
    text,
    way,
    whole,
    words,
)

Kind = Mapping[str, Check]

_PACKED: Kind = {"Length": whole, "Filter?": name("FlateDecode"), "DecodeParms?": anything}

GRAMMAR: Mapping[str, Kind] = MappingProxyType({
    "trailer": {
        "Root": a("catalog"),
        "Info": a("info"),
        "ID": anything,
        "Size?": whole,
        # Of a cross-reference stream, which is its own trailer (ISO 32000-1, 7.5.8.2).
        **{f"{key}?": anything for key in ("Type", "W", "Index", "Prev", "Length", "Filter", "DecodeParms")},
    },
    "info": {"Title": text, "Creator": text, "Producer": text},
    "catalog": {
        "Type": name("Catalog"),
        "Lang": text,
        "MarkInfo": a("mark info"),
        "ViewerPreferences": a("viewer preferences"),
        "PageMode?": name("UseOutlines"),
        "Outlines?": a("outlines"),
        "Pages": a("page tree"),
        "StructTreeRoot": a("structure tree"),
        "Metadata": a("metadata"),
        "OutputIntents": each("output intent", 1),
    },
    "mark info": {"Marked": just(True)},
    "viewer preferences": {
        "DisplayDocTitle": just(True),
        "PrintScaling": name("None"),
        "PickTrayByPDFSize": just(True),
        "NumCopies?": whole,
        "Duplex?": name("DuplexFlipLongEdge", "DuplexFlipShortEdge", "Simplex"),
    },
    "metadata": {"Type": name("Metadata"), "Subtype": name("XML"), **_PACKED},
    "output intent": {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": words("sRGB IEC61966-2.1"),
        "Info": words("sRGB IEC61966-2.1"),
        "DestOutputProfile": a_stream("profile", colour_profile()),
    },
    "profile": {"N": just(3), **_PACKED},
    "page tree": {"Type": name("Pages"), "Count": whole, "Kids": each("page")},
    "page": {
        "Type": name("Page"),
        "Parent": a("page tree"),
        "MediaBox": numbers(4),
        "Resources": a("resources"),
        "Contents": a("data"),
        "StructParents": whole,
        "Annots?": each("link"),
        "Tabs": name("S"),
    },
    "link": {
        "Type": name("Annot"),
        "Subtype": name("Link"),
        "Rect": numbers(4),
        "QuadPoints?": corners,
        "Border": borderless,
        "F": just(4),  # print (ISO 19005-2, 6.3.2), and nothing else
        "Contents": text,
        "StructParent": whole,
        "A?": a("address"),  # one of the two, by another rule
        "Dest?": destination,
    },
    "address": {"S": name("URI"), "URI": text},
    "resources": {"Font": every("font"), "XObject?": every("picture")},
    "picture": {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": whole,
        "Height": whole,
        "ColorSpace": name("DeviceRGB", "DeviceGray"),
        "BitsPerComponent": just(8),
        **_PACKED,
    },
    "font": {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": anything,
        "Encoding": name("Identity-H"),
        "DescendantFonts": each("glyphs", 1),
        "ToUnicode": a("data"),
    },
    "glyphs": {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2"),
        "BaseFont": anything,
        "CIDSystemInfo": a("character collection"),
        "FontDescriptor": a("font descriptor"),
        "CIDToGIDMap": name_or_data("Identity"),
        "DW": just(0),
        "W": anything,
    },
    "character collection": {"Registry": text, "Ordering": text, "Supplement": just(0)},
    "font descriptor": {
        "Type": name("FontDescriptor"),
        "FontName": anything,
        "Flags": whole,
        "FontBBox": numbers(4),
        **dict.fromkeys(("ItalicAngle", "Ascent", "Descent", "CapHeight", "XHeight", "StemV"), number),
        "FontFile2": a("font program"),
    },
    "font program": {"Length1": whole, **_PACKED},
    "data": _PACKED,
    "structure tree": {
        "Type": name("StructTreeRoot"),
        "K": kids,
        "ParentTree": a("parent tree"),
        "ParentTreeNextKey": whole,
        "IDTree?": a("name tree"),
    },
    "parent tree": {"Nums": parents},
    "name tree": {"Names": anything},
    "element": {
        "Type": name("StructElem"),
        "S": name(*(role.value for role in Role)),
        "P": anything,  # held against the tree by another rule
        "K": kids,
        "Pg?": a("page"),
        **{f"{key}?": text for key in ("Alt", "ActualText", "E", "Lang", "ID")},
        "A?": attributes,
    },
    "content": {"Type": name("MCR"), "Pg": a("page"), "MCID": whole},
    "annotated": {"Type": name("OBJR"), "Obj": a("link"), "Pg": a("page")},
    "attributes": {
        "O": name("List", "Layout", "Table", "PrintField"),
        "Role?": name("tv"),
        "ListNumbering?": name("Disc", "Decimal", "None", "Unordered", "Ordered"),
        "Placement?": name("Block"),
        "BBox?": numbers(4),
        "Scope?": name("Column", "Row", "Both"),
        "Headers?": anything,
        "ColSpan?": whole,
        "RowSpan?": whole,
    },
    "outlines": {"Type?": name("Outlines"), "First": a("bookmark"), "Last": a("bookmark"), "Count": whole},
    "bookmark": {
        "Title": text,
        "Parent": a("outlines"),
        "Dest": destination,
        "Prev?": a("bookmark"),
        "Next?": a("bookmark"),
    },
})  # fmt: skip
"""Kind of dictionary → its keys, each with what its value may be."""


def _without(kind: str, *keys: str) -> Kind:
    return {key: check for key, check in GRAMMAR[kind].items() if key not in keys}


GRAMMAR_2: Mapping[str, Kind] = MappingProxyType({
    **GRAMMAR,
    "trailer": _without("trailer", "Info"),
    "structure tree": {**GRAMMAR["structure tree"], "Namespaces": each("namespace", 1)},
    "namespace": {"Type": name("Namespace"), "NS": words("http://iso.org/pdf2/ssn")},
    "element": {**GRAMMAR["element"], "NS?": a("namespace"), "Ref?": each("element", 1)},
    "attributes": {
        **GRAMMAR["attributes"],
        "ListNumbering?": name("Disc", "Decimal", "Description", "Unordered", "Ordered"),
    },
    "bookmark": {**_without("bookmark", "Dest"), "A": a("way")},
    "link": {**_without("link", "A?", "Dest?"), "A": way},
    "way": {"S": name("GoTo"), "D": destination, "SD": element_place},
})  # fmt: skip
"""The same of a file by PDF/UA-2 (ISO 32000-2)."""
