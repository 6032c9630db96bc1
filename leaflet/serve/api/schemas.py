"""The JSON Schemas of what goes in and comes out; the order's is the very table by which it is read."""

from typing import Any

from leaflet.serve.api.bodies import MOST_IN_PACK
from leaflet.serve.order import FIELDS

TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": TEXT}
_COUNT = {"type": "integer", "minimum": 1}
_STANDINGS = ["approved", "draft", "lapsed", "blocked"]


def schemas() -> dict[str, Any]:
    """Return every schema by its name."""
    return {
        "Order": _order(),
        "Pack": _closed(leaflets={**listed("Order"), "minItems": 1, "maxItems": MOST_IN_PACK}),
        "Monograph": _MONOGRAPH,
        "Monographs": _closed(monographs=listed("Monograph")),
        "Found": _closed(**{name: listed("Monograph") for name in ("exact", "begun", "similar")}),
        "Profiles": _closed(
            profiles=_list_of(name=TEXT, title=TEXT, standard=TEXT, size={"type": "number"}),
        ),
        "Papers": _closed(papers=_list_of(name=TEXT, title=TEXT)),
        "Regions": _closed(
            regions=_list_of(name=TEXT, title=TEXT, emergency=_TEXTS, advice=TEXT, source=TEXT),
        ),
        "Draft": _closed(
            draft=TEXT,
            pictures={"type": "object", "additionalProperties": TEXT},
            report={"type": "object"},
        ),
        "Problem": _PROBLEM,
        "Finding": _FINDING,
        "Place": _PLACE,
    }


def named(schema: str) -> dict[str, str]:
    """Return a reference to a schema."""
    return {"$ref": f"#/components/schemas/{schema}"}


def listed(schema: str) -> dict[str, Any]:
    """Return the schema of a list of something that has a schema."""
    return {"type": "array", "items": named(schema)}


def _list_of(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _closed(**properties)}


def _closed(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object that always has all of some properties."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _order() -> dict[str, Any]:
    return {
        "type": "object",
        "required": [name for name, field in FIELDS.items() if field.required],
        "properties": {name: field.described for name, field in FIELDS.items()},
        "additionalProperties": False,
    }


_CODES = _closed(gtin=_TEXTS, snomed=_TEXTS, dmd=_TEXTS, ndc=_TEXTS, pl=_TEXTS)
_MONOGRAPH = _closed(
    **dict.fromkeys(("id", "name", "purpose", "language", "version", "standing_reason"), TEXT),
    other_names=_TEXTS,
    date={**TEXT, "format": "date"},
    standing={**TEXT, "enum": _STANDINGS},
    review_due={"type": ["string", "null"], "format": "date"},
    codes=_CODES,
    sha256=TEXT,
)
_PLACE = {
    "type": "object",
    "properties": {
        "path": TEXT,
        "line": _COUNT,
        "column": _COUNT,
        "end_line": _COUNT,
        "end_column": _COUNT,
    },
}
_FINDING = {
    "type": "object",
    "required": ["code", "severity", "message", "hint"],
    "properties": {
        **dict.fromkeys(("code", "message", "hint"), TEXT),
        "severity": {**TEXT, "enum": ["error", "warning"]},
        "pointer": {**TEXT, "description": "The field to blame, as a JSON pointer (RFC 6901)."},
        "confirmation": {**TEXT, "description": "What confirms these very words, in `confirmed`."},
        "place": named("Place"),
    },
}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        **dict.fromkeys(("type", "title", "detail"), TEXT),
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "findings": listed("Finding"),
    },
}
