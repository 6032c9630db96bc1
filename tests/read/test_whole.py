"""A sound monograph is read whole: every key, every form of block, as it was typed."""

import datetime
import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from leaflet import model
from leaflet.inline import Text
from leaflet.read import MonographError, monograph_of, read_monograph
from leaflet.values import altered
from tests.read.files import monograph_with

WHOLE = Path(__file__).with_name("whole.yaml")


def read_whole() -> model.Monograph:
    monograph, findings = read_monograph(WHOLE.read_bytes(), "whole.yaml")
    assert findings == ()
    assert monograph is not None
    return monograph


def test_every_key_is_read() -> None:
    read = read_whole()
    assert (read.id, read.name, read.language, read.version) == ("010", "Testol 12:30", "en-GB", "1.10")
    assert (read.date, read.legal) == (datetime.date(2026, 11, 23), "prescription")
    assert read.other_names == ("NO", "1_000", "0x1F", "Tablet #2")
    assert read.purpose.plain == "For testing: all of it"
    assert [source.title for source in read.sources.values()] == [
        "The monograph",
        "Paper #2",
        "Words of the editor",
    ]
    assert read.sources["paper-2"].publisher == "A publisher"
    assert read.sources["paper-2"].date == datetime.date(2026, 1, 31)
    assert (read.review.status, read.review.by) == ("approved", "A. Pharmacist")
    assert (read.review.on, read.review.due) == (datetime.date(2026, 2, 1), datetime.date(2028, 2, 1))
    assert [silence.topic for silence in read.not_covered] == ["driving"]


def test_every_warning_is_read() -> None:
    overdose, withdrawal, driving = read_whole().warnings
    assert (overdose.kind, overdose.level) == ("overdose", "emergency")
    assert isinstance(overdose.signs, Text)
    assert overdose.signs.plain == "You may see signs (things to notice)."
    assert (withdrawal.hazard.plain, withdrawal.signs) == ("Stopping suddenly", None)
    assert (driving.consequence, driving.address) == (None, "s4.p2")
    assert isinstance(driving.signs, tuple)
    assert [sign.plain for sign in driving.signs] == ["sleepiness", "slow hands"]
    assert driving.action_text == "If you feel sleepy: Do not drive. If you do not: Ask first."


def test_every_fact_is_read() -> None:
    facts = read_whole().facts
    assert facts.stopping is not None
    assert (facts.stopping.suddenly, facts.stopping.decides) == ("never", "doctor")
    assert facts.dose is not None
    assert (facts.dose.amount, facts.dose.unit, facts.dose.times) == (Decimal("2.5"), "mg", 3)
    assert (facts.dose.maximum, facts.dose.interval) == (Decimal(15), 4)
    assert facts.stop_and_get_help is not None
    assert [sign.plain for sign in facts.stop_and_get_help.signs] == ["swelling", "trouble breathing"]


def test_an_open_field_is_read_and_named() -> None:
    typed = monograph_with("purpose: ~\nversion: ~\ndate: ~\nroute: ~\nform: ~\nother_names: ['~a']")
    monograph, findings = read_monograph(typed.encode(), "file")
    assert findings == ()
    assert monograph is not None
    named = [(each.key, str(each.span)) for each in monograph.open_fields]
    assert named == [
        ("purpose", "file:1:10"),
        ("version", "file:2:10"),
        ("date", "file:3:7"),
        ("route", "file:4:8"),
        ("form", "file:5:7"),
    ]
    assert (monograph.purpose.plain, monograph.version, monograph.date) == ("[…]", "[…]", None)
    assert (monograph.route, monograph.form) == ((), None)
    assert [model.typed_of(monograph)[key] for key in ("purpose", "version", "date", "route")] == ["~"] * 4


def test_a_gap_inside_a_text_is_an_open_field() -> None:
    sections = (
        "sections:\n  - topic: uses\n    heading: About […]\n    source: monograph\n    blocks:\n"
        "      - paragraph: Take \\[…\\] tablets.\n"
    )
    monograph, findings = read_monograph(monograph_with(sections).encode(), "file")
    assert findings == ()
    assert monograph is not None
    assert [(each.key, str(each.span)) for each in monograph.open_fields] == [
        ("heading", "file:3:14"),
        ("paragraph", "file:6:20"),
    ]


def test_every_form_of_block_is_read() -> None:
    first, second = read_whole().sections
    assert (first.heading, first.what_to_do) == (None, None)
    forms = [type(block).__name__ for block in first.blocks]
    assert forms == [
        "Paragraph",
        "Bullets",
        "Steps",
        "Definitions",
        "WriteIn",
        "Panel",
        "Heading",
        "Lines",
        "Table",
        "Note",
        "Figure",
        "Schedule",
    ]
    _, bullets, steps, definitions, write_in, panel, _, lines, table, note, figure, plan = first.blocks
    assert isinstance(bullets, model.Bullets)
    assert isinstance(bullets.bullets[1], model.Item)
    assert isinstance(bullets.bullets[2], model.Item)
    assert [text.plain for text in bullets.bullets[2].item] == ["two paragraphs", "of one item"]
    assert [text.plain for text in bullets.bullets[1].steps] == ["one", "two"]
    assert isinstance(steps, model.Steps)
    assert steps.source == "paper-2"
    assert isinstance(definitions, model.Definitions)
    assert definitions.definitions[0].term == "term"
    assert isinstance(write_in, model.WriteIn)
    assert write_in.lines == 3
    assert isinstance(panel, model.Panel)
    assert len(panel.blocks) == 2
    assert isinstance(lines, model.Lines)
    assert [line.plain for line in lines.lines] == ["Morning: one", "Night: two"]
    assert isinstance(table, model.Table)
    assert (table.address, table.table.row_heads) == ("s3.t1", True)
    assert [[cell.plain for cell in row] for row in table.table.rows] == [["5 mg", "white"], ["10 mg", ""]]
    assert isinstance(note, model.Note)
    assert note.note.plain == "SpO₂ and 10⁹ at https://example.org/a"
    assert isinstance(figure, model.Figure)
    assert (figure.figure.file, figure.figure.alt.plain) == ("inhaler.svg", "A hand.")
    assert isinstance(plan, model.Schedule)
    assert [dose.plain for dose in plan.schedule.rows[1].doses] == ["", "1 tablet"]
    assert (second.topics, second.topic) == (("side_effects", "reporting"), "side_effects")
    effects = second.blocks[0]
    assert isinstance(effects, model.EffectsBlock)
    assert [effect.plain for effect in effects.side_effects.effects] == ["one effect", "another"]


def test_every_mapping_and_text_knows_its_place() -> None:
    read = read_whole()
    lines = WHOLE.read_text(encoding="utf-8").splitlines()
    span = read.sections[1].span_of("heading")
    assert span is not None
    assert lines[span.line - 1].strip() == "heading: The effects"
    place = read.warnings[0].action_span
    assert place is not None
    assert lines[place.line - 1][place.column - 1 :] == "Get help."


def test_the_monograph_carries_the_sum_of_its_file() -> None:
    assert read_whole().sha256 == hashlib.sha256(WHOLE.read_bytes()).hexdigest()


def test_a_program_can_take_a_monograph_apart_and_put_it_together() -> None:
    whole = read_whole()
    taken_apart = model.typed_of(whole)
    assert taken_apart["warnings"][0]["signs"] == "You may see [signs](things to notice)."
    again = monograph_of(taken_apart)
    assert altered(again, sha256=whole.sha256) == whole
    assert model.typed_of(again) == taken_apart
    assert (again.sha256, again.span) == ("", None)


def test_a_program_is_told_what_is_wrong_without_a_place() -> None:
    with pytest.raises(MonographError) as error:
        monograph_of({"id": "testol", "nmae": "Testol"})
    assert "error[M003]: unknown key 'nmae'" in str(error.value)
    assert {finding.span for finding in error.value.findings} == {None}
