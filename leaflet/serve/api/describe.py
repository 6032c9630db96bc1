"""Describe the interface for programs (OpenAPI 3.1), so that clients can be generated from it."""

from typing import Any

from leaflet.model.typed_values import IDENTIFIER_PATTERN
from leaflet.paper import PAPERS
from leaflet.program import PROGRAM
from leaflet.serve.api.making import MEDIA_TYPES
from leaflet.serve.api.schemas import TEXT, named, schemas
from leaflet.serve.guard import IMPORTS

_ORDER_REFUSALS = {
    "400": "The body is not sound JSON.",
    "404": "There is no such medicine.",
    "409": "The medicine is not approved, its content is unsafe, or the settings cannot be read.",
    "413": "The order is too large.",
    "415": "The order is not JSON.",
    "422": "The order has mistakes, a dose can be misread, or the leaflet does not fit.",
    "503": "Too many leaflets are asked for at once.",
}
_COUNTS = {
    "Leaflet-Pages": {"schema": {"type": "integer"}, "description": "Pages of one copy."},
    "Leaflet-Sheets": {"schema": {"type": "integer"}, "description": "Sheets of all copies."},
}
_BINARY = {"type": "string", "format": "binary"}


def describe(origin: str = "") -> dict[str, Any]:
    """Return the description of the interface as it is served at an origin."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Leaflet at the counter",
            "version": PROGRAM.rpartition(" ")[2],
            "description": "Medicine leaflets as tagged PDF. What is said about a patient is never stored.",
        },
        "servers": [{"url": origin or "/"}],
        # A counter for this machine alone asks for no password.
        "security": [{}, {"password": []}],
        "paths": {
            "/api/v1/monographs": {"get": _listed("listMonographs", "List the medicines.", "Monographs")},
            "/api/v1/monographs/{id}": {"get": _one()},
            "/api/v1/search": {"get": _searched()},
            "/api/v1/codes/{code}": {"get": _coded()},
            "/api/v1/leaflets": {"post": _leaflet()},
            **{f"/api/v1/leaflets/{form}": {"post": _form(form)} for form in MEDIA_TYPES},
            "/api/v1/packs": {"post": _pack()},
            IMPORTS: {"post": _imports()},
            "/api/v1/profiles": {"get": _listed("listProfiles", "List the print sizes.", "Profiles")},
            "/api/v1/papers": {"get": _listed("listPapers", "List the papers.", "Papers")},
            "/api/v1/regions": {"get": _listed("listRegions", "List the countries.", "Regions")},
            "/api/v1/size-sheets/{paper}": {"get": _sheet()},
            "/api/v1/openapi.json": {"get": _openapi()},
        },
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"password": {"type": "http", "scheme": "basic"}},
        },
    }


def _listed(operation: str, summary: str, schema: str) -> dict[str, Any]:
    return {"operationId": operation, "summary": summary, "responses": _kept(schema)}


def _kept(schema: str, **refusals: str) -> dict[str, Any]:
    """Return the answers of what a program may keep: its tag tells whether it is still so."""
    tag = {"ETag": {"schema": TEXT, "description": "Send it back as If-None-Match."}}
    content = {"application/json": {"schema": named(schema)}}
    return {
        "200": {"description": "What there is.", "headers": tag, "content": content},
        "304": {"description": "It is as it was."},
        **{status.removeprefix("s"): _problem(reason) for status, reason in refusals.items()},
        "default": _problem("Refused."),
    }


def _one() -> dict[str, Any]:
    language = {"type": "string", "maxLength": 35}
    return {
        "operationId": "getMonograph",
        "summary": "Return one medicine.",
        "parameters": [
            _parameter("id", "path", {"type": "string", "pattern": IDENTIFIER_PATTERN}, "Its id."),
            _parameter("language", "query", language, "Its language, where it has several."),
        ],
        "responses": _kept(
            "Monograph", s404="There is no such medicine.", s409="It has leaflets in several languages."
        ),
    }


def _searched() -> dict[str, Any]:
    typed = {"type": "string", "maxLength": 100}
    return {
        "operationId": "searchMonographs",
        "summary": "Find medicines; only `exact` is what was typed, at most 50 of each.",
        "parameters": [_parameter("q", "query", typed, "A name, a brand, or what it is for.")],
        "responses": _kept("Found"),
    }


def _coded() -> dict[str, Any]:
    code = {"type": "string", "minLength": 1, "maxLength": 100}
    return {
        "operationId": "getMonographByCode",
        "summary": "Return the one medicine that has a code (GTIN, SNOMED CT, dm+d, NDC, PL).",
        "parameters": [_parameter("code", "path", code, "The code.")],
        "responses": _kept(
            "Monograph", s404="No medicine has the code.", s409="More than one medicine has the code."
        ),
    }


def _leaflet() -> dict[str, Any]:
    return _made("makeLeaflet", "Make one leaflet as PDF.", "Order", "application/pdf", _BINARY, _COUNTS)


def _pack() -> dict[str, Any]:
    summary = "Make several leaflets as one PDF for one print, each on a fresh sheet of the same paper."
    return _made("makePack", summary, "Pack", "application/pdf", _BINARY, _COUNTS)


def _form(form: str) -> dict[str, Any]:
    media = MEDIA_TYPES[form].partition(";")[0]
    schema = TEXT if media.startswith("text/") else _BINARY
    return _made(f"make{form.capitalize()}", f"Write one leaflet as {form}.", "Order", media, schema, {})


def _made(
    operation: str, summary: str, asked: str, media: str, schema: dict[str, Any], headers: dict[str, Any]
) -> dict[str, Any]:
    answer = {"description": "The finished file.", "headers": headers, "content": {media: {"schema": schema}}}
    return {
        "operationId": operation,
        "summary": summary,
        "requestBody": {"required": True, "content": {"application/json": {"schema": named(asked)}}},
        "responses": {
            "200": answer,
            **{status: _problem(reason) for status, reason in _ORDER_REFUSALS.items()},
            "default": _problem("Refused."),
        },
    }


def _sheet() -> dict[str, Any]:
    paper = _parameter("paper", "path", {"type": "string", "enum": list(PAPERS)}, "The paper.")
    content = {"application/pdf": {"schema": _BINARY}}
    return {
        "operationId": "makeSizeSheet",
        "summary": "Make a sheet on which a patient shows the print size that they can read.",
        "parameters": [paper],
        "responses": {
            "200": {"description": "The sheet.", "content": content},
            "404": _problem("There is no sheet for this paper."),
            "default": _problem("Refused."),
        },
    }


def _imports() -> dict[str, Any]:
    number = {"type": "integer", "minimum": 1, "maximum": 9999}
    refusals = {
        "413": "The file is too large.",
        "422": "The file is for professionals only, hostile, or no document of the field.",
        "501": "The extra that imports is not installed.",
    }
    return {
        "operationId": "importDocument",
        "summary": "Draft a monograph from a document of the field, such as a FHIR bundle; keep nothing.",
        "parameters": [
            _parameter("name", "query", TEXT, "What the file is called: tells HTML from XML."),
            _parameter("id", "query", {**TEXT, "pattern": IDENTIFIER_PATTERN}, "The draft's id."),
            _parameter("composition", "query", number, "Which document of the file."),
        ],
        "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": _BINARY}}},
        "responses": {
            "200": {
                "description": "A draft in YAML, its pictures in Base64, and the account of every word.",
                "content": {"application/json": {"schema": named("Draft")}},
            },
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


def _parameter(name: str, place: str, schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, "description": about}


def _problem(description: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": named("Problem")}}
    return {"description": description, "content": content}
