"""A sound monograph is read whole: every key, every form of block, as it was typed."""

import datetime
import hashlib
from pathlib import Path

from leaflet import model
from leaflet.read import read_monograph

WHOLE = Path(__file__).with_name("whole.yaml")


def read_whole() -> model.Monograph:
    monograph, findings = read_monograph(WHOLE.read_bytes(), "whole.yaml")
    assert findings == ()
    assert monograph is not None
    return monograph


def test_every_key_is_read() -> None:
    read = read_whole()
    assert (read.id, read.name, read.language, read.version) == ("010", "Testol 12:30", "en-GB", "1.10")
    assert (read.date, read.kind) == (datetime.date(2026, 11, 23), "other_prescription")
    assert read.other_names == ("NO", "1_000", "0x1F", "Tablet #2")
    assert read.purpose.plain == "For testing: all of it"
    assert [source.title for source in read.sources.values()] == ["The monograph", "Paper #2"]
    assert read.sources["paper-2"].publisher == "A publisher"
    assert read.sources["paper-2"].date == datetime.date(2026, 1, 31)
    assert (read.review.status, read.review.by) == ("approved", "A. Pharmacist")
    assert (read.review.on, read.review.due) == (datetime.date(2026, 2, 1), datetime.date(2028, 2, 1))
    assert [silence.topic for silence in read.not_covered] == ["driving"]


def test_every_warning_is_read() -> None:
    overdose, withdrawal = read_whole().warnings
    assert (overdose.kind, overdose.signal) == ("overdose", "Emergency")
    assert overdose.signs is not None
    assert overdose.signs.plain == "You may see signs (things to notice)."
    assert (withdrawal.hazard.plain, withdrawal.signs) == ("Stopping suddenly", None)


def test_every_form_of_block_is_read() -> None:
    first, second = read_whole().sections
    assert (first.heading, first.what_to_do) == (None, None)
    forms = [type(block).__name__ for block in first.blocks]
    assert forms == ["Paragraph", "Bullets", "Steps", "Definitions", "WriteIn", "Panel"]
    _, bullets, steps, definitions, write_in, panel = first.blocks
    assert isinstance(bullets, model.Bullets)
    assert isinstance(bullets.bullets[1], model.Item)
    assert [text.plain for text in bullets.bullets[1].steps] == ["one", "two"]
    assert isinstance(steps, model.Steps)
    assert steps.source == "paper-2"
    assert isinstance(definitions, model.Definitions)
    assert definitions.definitions[0].term == "term"
    assert isinstance(write_in, model.WriteIn)
    assert write_in.lines == 3
    assert isinstance(panel, model.Panel)
    assert len(panel.blocks) == 2
    effects = second.blocks[0]
    assert isinstance(effects, model.EffectsBlock)
    assert [effect.plain for effect in effects.side_effects.effects] == ["one effect", "another"]


def test_every_mapping_and_text_knows_its_place() -> None:
    read = read_whole()
    lines = WHOLE.read_text(encoding="utf-8").splitlines()
    span = read.sections[1].span_of("heading")
    assert span is not None
    assert lines[span.line - 1].strip() == "heading: The effects"
    place = read.warnings[0].action.span
    assert place is not None
    assert lines[place.line - 1][place.column - 1 :] == "Get help."


def test_the_monograph_carries_the_sum_of_its_file() -> None:
    assert read_whole().sha256 == hashlib.sha256(WHOLE.read_bytes()).hexdigest()


def test_a_program_can_take_a_monograph_apart_and_put_it_together() -> None:
    taken_apart = read_whole().model_dump()
    assert taken_apart["warnings"][0]["signs"] == "You may see [signs](things to notice)."
    again = model.Monograph.model_validate(taken_apart)
    assert again.model_dump() == taken_apart
    assert (again.sha256, again.span) == ("", None)
