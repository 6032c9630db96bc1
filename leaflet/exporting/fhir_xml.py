"""FHIR's JSON as FHIR's XML: the same tree, values as attributes (FHIR R5, 2.1.1 and 2.1.3)."""

from typing import Any
from xml.sax.saxutils import quoteattr

_SPACE = "http://hl7.org/fhir"


def to_xml(resource: dict[str, Any]) -> bytes:
    """Return a resource as an XML document; elements come in the order of their keys, which is FHIR's."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_resource(resource)}\n'.encode()


def _resource(resource: dict[str, Any]) -> str:
    name = str(resource["resourceType"])
    inside = "".join(_element(key, value) for key, value in resource.items() if key != "resourceType")
    return f'<{name} xmlns="{_SPACE}">{inside}</{name}>'


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, each) for each in value)
    if isinstance(value, dict):
        if "resourceType" in value:
            return f"<{name}>{_resource(value)}</{name}>"
        attribute = f" url={quoteattr(value['url'])}" if name == "extension" else ""
        inside = "".join(
            _element(key, each) for key, each in value.items() if not (attribute and key == "url")
        )
        return f"<{name}{attribute}>{inside}</{name}>"
    if name == "div":
        return str(value)  # XHTML with its own name space
    typed = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else str(value)
    return f"<{name} value={quoteattr(str(typed), _KEPT)}/>"


# White space in an attribute is folded by every XML parser unless it is spelled out.
_KEPT = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
