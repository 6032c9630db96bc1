"""What differs between the standards that a file keeps: one row each.

`ua1` is PDF/UA-1 (ISO 14289-1) with PDF/A-2a (ISO 19005-2) in a PDF 1.7; `ua2` is PDF/UA-2 (ISO 14289-2) with
PDF/A-4 (ISO 19005-4) and Well-Tagged PDF 1.0 in a PDF 2.0. No file can be both: each asks for its own header,
identifiers and namespace.
"""

from collections.abc import Mapping
from types import MappingProxyType

from leaflet.document.tree import Role
from leaflet.values import Value


class Standard(Value, kw_only=True):
    """A standard as the parts of a file that it decides."""

    name: str
    claims: tuple[str, str, str]  # part of PDF/UA, part and level of PDF/A
    part: int  # of PDF/UA
    version: bytes  # of PDF
    identity: str  # XMP: the identifiers
    prefixes: Mapping[str, str]  # that they need beside the common ones
    describes: bool  # the packet has a schema for each property that PDF/A does not know
    has_information: bool  # a document information dictionary, which PDF/A-4 does without (6.1.3)
    namespace: bytes  # of the structure elements (ISO 32000-2, 14.8.6); b"" for the first one, unnamed
    described: str  # the numbering of a list whose labels are terms
    unnamed: frozenset[Role] = frozenset()  # elements that this namespace lacks: they stay in the first one


_DECLARED = "".join(
    [
        '<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#'
        f"{level}1.0</pdfd:conformsTo></rdf:li>"
        for level in ("accessibility", "reuse")
    ]
)

STANDARDS: Mapping[str, Standard] = MappingProxyType({
    "ua1": Standard(
        name="ua1",
        claims=("1", "2", "A"),
        part=1,
        version=b"1.7",
        identity=(
            "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n"
            "<pdfaid:conformance>A</pdfaid:conformance>"
        ),
        prefixes={},
        describes=True,
        has_information=True,
        namespace=b"",
        described="None",
    ),
    "ua2": Standard(
        name="ua2",
        claims=("2", "4", ""),
        part=2,
        version=b"2.0",
        identity=(
            "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"
            "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"
            f"<pdfd:declarations><rdf:Bag>{_DECLARED}</rdf:Bag></pdfd:declarations>"
        ),
        prefixes={"pdfd": "http://pdfa.org/declarations/"},
        describes=False,
        has_information=False,
        namespace=b"http://iso.org/pdf2/ssn",
        described="Description",  # ISO 14289-2, 8.2.5.25: beside a label there is no None
        unnamed=frozenset({Role.CONTENTS, Role.CONTENTS_ITEM, Role.NOTE}),
    ),
})  # fmt: skip
"""The standards by their names; `ua1` is what a file keeps where nothing is said."""
