"""The test medicines are sound, show the whole format, and hold what each is there for."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from leaflet import model
from leaflet.read import monograph_of
from leaflet.rules import refusals
from leaflet.values import altered
from tests.medicines import HERE, MEDICINES, loaded

WHOLE = [loaded(path) for path in MEDICINES]
BY_ID = {monograph.id: monograph for monograph in WHOLE}


def blocks(monograph: model.Monograph) -> Iterator[model.Block]:
    for section in monograph.sections:
        for block in section.blocks:
            yield block
            yield from block.blocks if isinstance(block, model.Panel) else ()


def forms(monograph: model.Monograph) -> list[type[model.Node]]:
    return [type(block) for block in blocks(monograph)]


def test_there_are_twelve() -> None:
    assert len(BY_ID) == 12


@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_each_is_refused_by_no_rule(monograph: model.Monograph) -> None:
    assert refusals(monograph, on=datetime.date(2026, 6, 1)) == ()


@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_each_can_be_taken_apart_and_put_together(monograph: model.Monograph) -> None:
    again = monograph_of(model.typed_of(monograph))
    assert altered(again, sha256=monograph.sha256, pictures=monograph.pictures) == monograph


@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_each_is_a_draft_of_today_s_format(monograph: model.Monograph) -> None:
    assert monograph.review.status == "draft"
    assert monograph.date == datetime.date(2026, 1, 31)
    assert monograph.short_name
    assert len(monograph.name) > len(monograph.short_name)
    assert monograph.open_fields == ()


@pytest.mark.parametrize("path", MEDICINES, ids=lambda path: path.stem)
def test_every_picture_lies_beside_its_monograph(path: Path) -> None:
    for block in blocks(loaded(path)):
        if isinstance(block, model.Figure):
            assert (HERE / block.figure.file).read_bytes().startswith(b"<svg ")


def test_together_they_hold_every_form_of_block_and_every_fact() -> None:
    held = {form for monograph in WHOLE for form in forms(monograph)}
    assert held == {
        *(model.Paragraph, model.Bullets, model.Steps, model.Definitions, model.WriteIn, model.Lines),
        *(model.Note, model.Heading, model.Table, model.Figure, model.Schedule, model.EffectsBlock),
        model.Panel,
    }
    for fact in model.fields_of(model.Facts):
        assert any(getattr(monograph.facts, fact.name) for monograph in WHOLE), fact.name


def test_each_holds_what_it_is_there_for() -> None:
    first = BY_ID["weeklin"].warnings[0]
    assert (first.kind, first.level) == ("wrong_dose", "emergency")
    assert first.action_text.endswith("Never take Weeklin more than once a week.")
    assert len(BY_ID["oprelin-pr"].warnings) == 3
    assert model.Schedule in forms(BY_ID["oprelin-pr"])
    assert forms(BY_ID["clotaban"]).count(model.Table) == 4
    steps = [block for block in blocks(BY_ID["inhalox"]) if isinstance(block, model.Steps)]
    assert len(steps[0].steps) == 11
    assert model.Figure in forms(BY_ID["inhalox"])
    assert BY_ID["moodal"].warnings[0].kind == "self_harm"
    routes = {monograph.route[0] for monograph in WHOLE}
    assert routes == {"swallow", "inhale", "skin", "eye", "inject", "patch", "vaccine"}
    assert BY_ID["vaxitol"].route == ("vaccine",)
    missed = next(section for section in BY_ID["contrapil"].sections if section.topic == "missed_dose")
    assert isinstance(missed.blocks[0], model.Table)
