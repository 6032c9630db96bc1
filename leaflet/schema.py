"""The JSON Schema of a monograph, generated from the model, by which editors complete and check.

It describes a file as an editor sees it. Leaflet reads every scalar as the text that was typed; an
editor takes `1.0` for a number and `true` for a truth value, so wherever words may stand these may.
`python -m leaflet.schema` prints the schema; the package ships it as `monograph.schema.json`.
"""

import json
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from leaflet.model import IDENTIFIER_PATTERN, Monograph

_WORDS = ["string", "number", "boolean"]


def monograph_schema() -> dict[str, Any]:
    """Return the schema of a monograph, in the 2020-12 dialect of JSON Schema."""
    described = Monograph.model_json_schema(schema_generator=_Generator)
    definitions = described.pop("$defs")
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "A medicine monograph for Leaflet",
        **{key: value for key, value in described.items() if key != "title"},
        "$defs": {name: _untitled(definitions[name]) for name in sorted(definitions)},
    }


def schema_text() -> str:
    """Return the schema as the file that is shipped."""
    return json.dumps(monograph_schema(), indent=2, ensure_ascii=False) + "\n"


def _untitled(definition: dict[str, Any]) -> dict[str, Any]:
    """Drop the title that pydantic makes from the name of a class."""
    return {key: value for key, value in definition.items() if key != "title"}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, turned from JSON data to YAML as editors see it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # the hook's signature
        """Leave out titles: they would repeat the keys."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Describe what may be left out by its value alone: an empty value is refused."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name a default only where it says more than "nothing"."""
        described = super().default_schema(schema)
        if not described.get("default"):
            described.pop("default", None)
        return described

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Let words look like a number or a truth value, and a short name like a number."""
        described = super().str_schema(schema)
        if described.get("pattern") == IDENTIFIER_PATTERN:
            described["type"] = ["string", "integer"]
        elif "maxLength" in described:
            described["type"] = _WORDS
        return described

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse names that the pattern does not allow, not only describe those that it does."""
        return {**super().dict_schema(schema), "additionalProperties": False}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Let a number stand in quotes, as the reader does."""
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": "^[1-9][0-9]*$"}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
