"""Describe the interface for programs (OpenAPI 3.1); the order's schema comes from its class."""

from functools import cache
from typing import Any

from leaflet.model.values import IDENTIFIER_PATTERN
from leaflet.program import PROGRAM
from leaflet.serve.guard import IMPORTS
from leaflet.serve.order import FIELDS

_STANDINGS = ["approved", "draft", "lapsed", "blocked"]
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 1}


@cache
def describe() -> dict[str, Any]:
    """Return the description of the interface."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Leaflet at the counter",
            "version": PROGRAM.rpartition(" ")[2],
            "description": "Medicine leaflets as tagged PDF. What is said about a patient is never stored.",
        },
        "paths": {
            "/api/v1/monographs": {"get": _monographs()},
            "/api/v1/leaflets": {"post": _leaflets()},
            IMPORTS: {"post": _imports()},
            "/api/v1/openapi.json": {"get": _openapi()},
        },
        "components": {"schemas": {"Order": _order_schema(), "Monograph": _MONOGRAPH, "Problem": _PROBLEM}},
    }


def _order_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "required": [name for name, field in FIELDS.items() if field.required],
        "properties": {name: field.described for name, field in FIELDS.items()},
        "additionalProperties": False,
    }


def _monographs() -> dict[str, Any]:
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/Monograph"}}
    body = {"type": "object", "required": ["monographs"], "properties": {"monographs": listed}}
    answer = {"description": "Every medicine, by name.", "content": {"application/json": {"schema": body}}}
    return {
        "operationId": "listMonographs",
        "summary": "List the medicines and their review status.",
        "responses": {"200": answer, "default": _problem("Refused.")},
    }


def _leaflets() -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Order"}
    pdf = {
        "description": "The leaflet.",
        "headers": {
            "Leaflet-Pages": {"schema": {"type": "integer"}, "description": "Pages of one copy."},
            "Leaflet-Sheets": {"schema": {"type": "integer"}, "description": "Sheets of all copies."},
        },
        "content": {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}},
    }
    refusals = {
        "400": "The body is not sound JSON.",
        "404": "There is no such medicine.",
        "409": "The medicine is not approved, or its content is unsafe.",
        "413": "The order is too large.",
        "415": "The order is not JSON.",
        "422": "The order has mistakes, a dose can be misread, or the leaflet does not fit.",
    }
    return {
        "operationId": "makeLeaflet",
        "summary": "Make one leaflet.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {
            "200": pdf,
            **{status: _problem(reason) for status, reason in refusals.items()},
            "default": _problem("Refused."),
        },
    }


def _imports() -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": _TEXT}
    body = {
        "type": "object",
        "required": ["draft", "pictures", "report"],
        "properties": {"draft": _TEXT, "pictures": texts, "report": {"type": "object"}},
    }
    queries = {
        "name": (_TEXT, "What the file is called: tells HTML from XML."),
        "id": ({"type": "string", "pattern": IDENTIFIER_PATTERN}, "The draft's id."),
        "composition": ({"type": "integer", "minimum": 1, "maximum": 9999}, "Which document of the file."),
    }
    parameters = [
        {"name": name, "in": "query", "required": False, "schema": schema, "description": about}
        for name, (schema, about) in queries.items()
    ]
    answer = {
        "description": "A draft in YAML, its pictures in Base64, and the account of every word.",
        "content": {"application/json": {"schema": body}},
    }
    file = {"schema": {"type": "string", "format": "binary"}}
    refusals = {
        "413": "The file is too large.",
        "422": "The file is for professionals only, hostile, or no document of the field.",
        "501": "The extra that imports is not installed.",
    }
    return {
        "operationId": "importDocument",
        "summary": "Draft a monograph from a document of the field; nothing is stored.",
        "parameters": parameters,
        "requestBody": {"required": True, "content": {"application/octet-stream": file}},
        "responses": {
            "200": answer,
            **{status: _problem(reason) for status, reason in refusals.items()},
            "default": _problem("Refused."),
        },
    }


def _openapi() -> dict[str, Any]:
    answer = {"description": "OpenAPI.", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        "operationId": "describe",
        "summary": "Return this description.",
        "responses": {"200": answer, "default": _problem("Refused.")},
    }


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {"application/problem+json": {"schema": schema}}}


_MONOGRAPH = {
    "type": "object",
    "required": ["id", "name", "other_names", "purpose", "language", "version", "date", "standing"],
    "properties": {
        **dict.fromkeys(("id", "name", "purpose", "language", "version", "standing_reason"), _TEXT),
        "other_names": {"type": "array", "items": _TEXT},
        "date": {"type": "string", "format": "date"},
        "standing": {"type": "string", "enum": _STANDINGS},
        "review_due": {"type": ["string", "null"], "format": "date"},
    },
}
_PLACE = {
    "type": "object",
    "properties": {
        "path": _TEXT,
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
        **dict.fromkeys(("code", "message", "hint"), _TEXT),
        "severity": {"type": "string", "enum": ["error", "warning"]},
        "place": _PLACE,
        "pointer": {"type": "string", "description": "The field to blame, as a JSON pointer."},
        "confirmation": {"type": "string", "description": "What confirms it, in `confirmed`."},
    },
}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        **dict.fromkeys(("type", "title", "detail"), _TEXT),
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "findings": {"type": "array", "items": _FINDING},
    },
}
