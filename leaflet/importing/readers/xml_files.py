"""XML: parsed with everything off, then told apart by its root."""

from leaflet.importing.markup import name_of, parse_xml
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.refusal import RefusedError


def read(data: bytes, lookup: Lookup) -> Reading:
    """Return what an XML file holds, whichever of the field's forms it has."""
    from leaflet.importing.readers import fhir, html, pharmaledger, spl

    root = parse_xml(data)
    space = str(root.tag).rpartition("}")[0].lstrip("{")
    name = name_of(root)
    if space == "http://hl7.org/fhir":
        return fhir.read_xml(root, lookup)
    if space == "urn:hl7-org:v3" and name == "document":
        return spl.read(root, lookup)
    if name in ("document", "root") and next(root.iter("section"), None) is not None:
        return pharmaledger.read(root, lookup)
    if name == "html":
        return html.read_page(root)
    raise RefusedError(
        f"the root <{name}> is none of FHIR, SPL, PharmaLedger or XHTML",
        "give the whole document, not a part of it",
    )
