"""The JSON Schema of a monograph, generated from the model's table, by which editors complete and check.

It describes a file as an editor sees it. Leaflet reads every scalar as the text that was typed; an
editor takes `1.0` for a number, `true` for a truth value and `~` for nothing, so wherever words may stand
these may. `python -m leaflet.schema` prints the schema; the package ships it as `monograph.schema.json`.
"""

import json
import sys
from typing import Annotated, Any, Literal, get_args, get_origin

from leaflet import model
from leaflet.inline import Text
from leaflet.model.table import MAY_BE_EMPTY, branches_of, marks_of, scalar_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = ["string", "number", "boolean"]
_Schema = dict[str, Any]


def monograph_schema() -> _Schema:
    """Return the schema of a monograph, in the 2020-12 dialect of JSON Schema."""
    definitions: dict[str, _Schema] = {}
    described = _node(model.Monograph, definitions)
    return {
        "$schema": _DIALECT,
        "title": "A medicine monograph for Leaflet",
        **described,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """Return the schema as the file that is shipped."""
    return json.dumps(monograph_schema(), indent=2, ensure_ascii=False) + "\n"


def _node(node: type[model.Node], definitions: dict[str, _Schema]) -> _Schema:
    fields = model.fields_of(node)
    properties: dict[str, _Schema] = {}
    either: list[_Schema] = []
    for field in fields:
        properties[field.key] = _property(field, definitions)
        if field.row.single:
            properties[field.row.single] = {
                **_of(get_args(field.shape)[0], definitions),
                "description": f"{field.row.about.rstrip('.')}, where it is one only.",
                "examples": [field.row.examples[0][0]],
            }
            either = [{"required": [key]} for key in field.keys]
    if node is model.Item:
        either = [
            {"required": ["bullets"]},
            {"required": ["steps"]},
            {"properties": {"item": {"type": "array", "minItems": 2}}},
        ]
    described: _Schema = {
        "type": "object",
        "description": (node.__doc__ or "").strip(),
        "properties": properties,
        "required": [field.key for field in fields if field.required and not field.row.single],
        "additionalProperties": False,
    }
    if either:
        described["oneOf"] = either
    return {key: value for key, value in described.items() if value != []}


def _property(field: model.Field, definitions: dict[str, _Schema]) -> _Schema:
    described = _of(field.shape, definitions, field.row.least)
    if field.may_be_open:
        described = _or_open(described)
    if isinstance(field.default, int | str) and field.default is not False:
        described = {**described, "default": field.default}
    return {**described, "description": field.row.about, "examples": list(field.row.examples)}


def _or_open(described: _Schema) -> _Schema:
    """Let `~` stand for the value as well."""
    if "enum" in described:
        return {**described, "enum": [*described["enum"], None]}
    if "type" not in described:
        return {**described, "anyOf": [*described.get("anyOf", [described]), {"type": "null"}]}
    types = described["type"]
    return {**described, "type": [*(types if isinstance(types, list) else [types]), "null"]}


def _of(shape: Any, definitions: dict[str, _Schema], least: int = 0) -> _Schema:
    """Describe a type of the model."""
    scalar, origin, arguments = scalar_of(shape), get_origin(shape), get_args(shape)
    if scalar is not None:
        return _scalar(scalar)
    if branches_of(shape):
        return {"anyOf": [_of(each, definitions, 1) for each in arguments]}
    if shape is Text:
        return {"type": list(_WORDS), "minLength": 1}
    if shape is bool:
        return {"type": "boolean"}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _list(_of(arguments[0], definitions), least)
    if origin is dict:
        return _names(arguments, definitions, least)
    if origin is Annotated:
        if MAY_BE_EMPTY in marks_of(shape):
            return {"type": list(_WORDS)}
        inner = _of(get_args(arguments[0])[0], definitions)
        return {"anyOf": [inner, _list(inner, least)]}
    return _reference(shape, definitions)


def _list(items: _Schema, least: int) -> _Schema:
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def _names(arguments: tuple[Any, ...], definitions: dict[str, _Schema], least: int) -> _Schema:
    name = scalar_of(arguments[0])
    assert name is not None  # noqa: S101  # the table's names have a form
    return {
        "type": "object",
        "propertyNames": {"pattern": name.pattern, "maxLength": name.longest},
        "additionalProperties": _of(arguments[1], definitions),
        **({"minProperties": least} if least else {}),
    }


def _scalar(scalar: model.Scalar) -> _Schema:
    types = list(scalar.looks_like)
    described: _Schema = {"type": types[0] if len(types) == 1 else types}
    if scalar.form == "day":
        return {**described, "format": "date"}
    if scalar.pattern:
        described["pattern"] = scalar.pattern
    if scalar.longest:
        described |= {"minLength": 1, "maxLength": scalar.longest}
    if scalar.most:
        described |= {"minimum": 1, "maximum": scalar.most}
    return described


def _reference(shape: type[model.Node], definitions: dict[str, _Schema]) -> _Schema:
    name = shape.__name__
    if name not in definitions:
        definitions[name] = {}  # a node that holds its own kind finds it here
        definitions[name] = _case() if shape is model.Case else _node(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _case() -> _Schema:
    """Describe a condition with its action, whose key is words."""
    return {
        "type": "object",
        "description": (model.Case.__doc__ or "").strip(),
        "properties": {},
        "additionalProperties": {"type": list(_WORDS), "minLength": 1},
        "minProperties": 1,
        "maxProperties": 1,
    }


if __name__ == "__main__":
    sys.stdout.write(schema_text())
