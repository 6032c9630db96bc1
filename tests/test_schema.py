"""The JSON Schema: as shipped, as editors use it, and of one mind with the reader."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import leaflet
from leaflet.read import read_monograph
from leaflet.schema import monograph_schema
from leaflet.template import new_monograph
from tests.read.files import monograph_with

SHIPPED = Path(leaflet.__file__).with_name("monograph.schema.json")
SCHEMA = monograph_schema()


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, in which a date is a string."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~\0"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )
EditorLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda _, node: int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)
)


def underlined(text: str) -> list[str]:
    """Return what an editor that follows the schema finds wrong with a file."""
    seen = yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a safe loader, as its base says
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(seen)]


def test_the_shipped_schema_is_the_model_s() -> None:
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert shipped == SCHEMA, "renew it: python -m leaflet.schema > leaflet/monograph.schema.json"


def test_the_schema_is_a_sound_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        (Path(__file__).parent / "read/whole.yaml").read_text(encoding="utf-8"),
        new_monograph("Testol"),
        monograph_with("version: 1.0"),
        monograph_with("purpose: ~\nversion: ~\ndate: ~\nlegal: ~\nroute: ~\nform: ~"),
        monograph_with("id: 10\nname: 5\nversion: 1e3\npurpose: true\nother_names: [0x1F, false]"),
    ],
)
def test_a_sound_monograph_is_not_underlined(text: str) -> None:
    assert read_monograph(text.encode(), "file")[1] == ()
    assert underlined(text) == []


@pytest.mark.parametrize(
    "typed",
    [
        "nmae: Baclofen",
        "review: {by: Me}",
        "classes: [opiod]",
        "id: Baclofen",
        "name:",
        "language: english",
        "date: 23/11/2026",
        "date: 2026-02-30",
        "other_names: Baclofen",
        "sources: {A b: {title: T}}",
        "sources: {}",
        "sections: []",
        "sections: [{topic: uses, source: monograph, blocks: [{paragraf: a}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{paragraph: a, bullets: [b]}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{bullets: [{item: a}]}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{write_in: a, lines: 11}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{panel: a, blocks: [{panel: b}]}]}]",
        "sections: [{topic: uses, topics: [uses], source: monograph, blocks: [{paragraph: a}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{figure: {file: a.svg}}]}]",
        "sections: [{topic: uses, source: monograph, blocks: [{figure: {file: ../a.svg, alt: a}}]}]",
        "warnings: [{kind: driving, level: caution, hazard: H, action: [{a: b, c: d}], source: monograph}]",
        "facts: {overdose: {help: nobody}}",
        "warnings: [{kind: overdose, level: caution, hazard: H, consequence: C, source: monograph}]",
    ],
)
def test_what_the_reader_refuses_is_underlined(typed: str) -> None:
    text = monograph_with(typed)
    assert read_monograph(text.encode(), "file")[1]
    assert underlined(text)


PROPERTIES = {
    f"{owner}.{key}": described
    for owner, schema in {"Monograph": SCHEMA, **SCHEMA["$defs"]}.items()
    for key, described in schema["properties"].items()
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_key_is_described_with_examples_that_fit(name: str) -> None:
    described = PROPERTIES[name]
    assert described["description"].endswith(".")
    assert described["examples"]
    validator = Draft202012Validator({**described, "$defs": SCHEMA["$defs"]})
    for example in described["examples"]:
        validator.validate(example)


def test_nothing_of_the_programming_language_is_left_in_it() -> None:
    text = json.dumps(SCHEMA)
    assert '"title": "A medicine monograph for Leaflet"' in text
    for leftover in ("Node", '"default": []', "Annotated", "LocatedStr", "Tag("):
        assert leftover not in text
