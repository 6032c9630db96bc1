"""The monograph to start from: it reads as it stands, whatever the medicine is called."""

import datetime
import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet import model
from leaflet.intake.folding import fold
from leaflet.read import read_monograph
from leaflet.template import new_monograph

_CHOICES = (
    model.MedicineClass,
    model.Legal,
    model.Route,
    model.Topic,
    model.WarningKind,
    model.Level,
    model.Seriousness,
    model.Help,
)


def read(text: str) -> model.Monograph:
    monograph, findings = read_monograph(text.encode(), "new.yaml")
    assert findings == ()
    assert monograph is not None
    return monograph


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Baclofen", "baclofen"),
        ("Baclofen 10 mg/5 mL", "baclofen-10-mg-5-ml"),
        ('The "new" one', "the-new-one"),
        ("It's: this #2", "it-s-this-2"),
        ("Paracétamol Ångström", "paracetamol-angstrom"),
        ("Παρακεταμόλη", "replace-this"),
        ("C:\\new {a b}", "c-new-a-b"),
        ("  two \n lines  ", "two-lines"),
        ("-", None),
        ("", None),
        ("x" * 201, None),
        ("**Baclofen**", None),
        ("a\u202eb", None),
        ("a\x1b[31m", None),
    ],
)
def test_any_name_of_a_medicine_makes_a_sound_monograph(name: str, identifier: str | None) -> None:
    if identifier is None:
        with pytest.raises(ValueError, match="cannot be the name of a medicine"):
            new_monograph(name)
    else:
        monograph = read(new_monograph(name))
        assert (monograph.name, monograph.id) == (" ".join(name.split()), identifier)


@given(st.text(max_size=20))
def test_a_name_is_kept_or_refused(name: str) -> None:
    try:
        text = new_monograph(name)
    except ValueError:
        return
    assert read(text).name == " ".join(fold(name).text.split())


def test_the_template_states_no_fact_and_approves_nothing() -> None:
    monograph = read(new_monograph("Testol"))
    assert monograph.review.status == "draft"
    assert monograph.purpose.plain.startswith("REPLACE")
    for warning in monograph.warnings:
        assert warning.hazard.plain.startswith("REPLACE")
        assert warning.action_text.startswith("REPLACE")
        assert warning.consequence is not None
        assert warning.consequence.plain.startswith("REPLACE")


def test_the_template_shows_every_key_and_every_choice() -> None:
    text = new_monograph("Testol")
    written = set(re.findall(r"^[ #-]*(\w+):", text, re.MULTILINE))
    for node in nodes_below(model.Monograph):
        for field in model.fields_of(node):
            assert written & set(field.keys), f"{node.__name__}: {field.key}"
    for choices in _CHOICES:
        for choice in get_args(choices):
            assert choice in text


def nodes_below(node: type[model.Node]) -> set[type[model.Node]]:
    """Return a node's type with those of all that can stand in it."""
    found = {node}
    shapes: list[Any] = [field.shape for field in model.fields_of(node)]
    while shapes:
        shape = shapes.pop()
        if isinstance(shape, type) and issubclass(shape, model.Node):
            if shape not in found and shape is not model.Case:
                found.add(shape)
                shapes += [field.shape for field in model.fields_of(shape)]
        else:
            shapes += get_args(shape)
    return found


def test_date_and_schema_are_put_in() -> None:
    text = new_monograph("Testol", schema="file:///x.json", day=datetime.date(2026, 11, 23))
    assert text.startswith("# yaml-language-server: $schema=file:///x.json\n")
    assert read(text).date == datetime.date(2026, 11, 23)
