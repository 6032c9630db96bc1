"""What a monograph covers of Schedule 27, and how the panel of gaps names the rest."""

from typing import Any, get_args

import pytest

from leaflet.coverage import ITEMS, coverage, gaps
from leaflet.languages import LANGUAGES
from leaflet.model import Monograph, Topic
from tests.check.monographs import OVERDOSE, WITHDRAWAL, monograph, section

ENGLISH = LANGUAGES["en"]


def _gap_keys(leaflet: Monograph) -> set[str]:
    return {entry.item.key for entry in coverage(leaflet) if entry.is_gap}


@pytest.mark.parametrize(
    ("words", "open_items"),
    [
        ("Follow the label.", {"dose", "route", "frequency", "duration"}),
        ("Swallow 1 tablet 3 times a day for 7 days.", set()),
        ("Take it by mouth, 3 times a day.", {"dose", "duration"}),
        ("Do not take it for longer than prescribed.", {"dose", "route", "frequency", "duration"}),
        ("Take 5 mg every 6 hours.", {"route", "duration"}),
        ("Inject it once a week for the rest of your life.", {"dose"}),
    ],
)
def test_instructions_are_looked_for_in_the_words(words: str, open_items: set[str]) -> None:
    keys = _gap_keys(monograph(section("how_to_take", words)))
    assert keys & {"dose", "route", "frequency", "duration"} == open_items


@pytest.mark.parametrize(
    ("warnings", "open_items"),
    [
        ([], {"overdose_signs", "overdose_action", "withdrawal"}),
        ([OVERDOSE], {"withdrawal"}),
        ([OVERDOSE, WITHDRAWAL], set()),
        ([{**OVERDOSE, "signs": None}], {"overdose_signs", "withdrawal"}),
    ],
)
def test_a_warning_covers_its_topic(warnings: list[Any], open_items: set[str]) -> None:
    keys = _gap_keys(monograph(warnings=warnings))
    assert keys & {"overdose_signs", "overdose_action", "withdrawal"} == open_items


def test_a_gap_is_silenced_topic_by_topic_with_a_reason() -> None:
    leaflet = monograph(not_covered=[{"topic": "driving", "reason": "given in hospital only"}])
    entry = next(entry for entry in coverage(leaflet) if entry.item.key == "driving")
    assert (entry.is_gap, entry.place, entry.silenced) == (False, None, "given in hospital only")
    assert "whether you can drive" not in gaps(leaflet, ENGLISH)
    assert "whether you can drink alcohol" in gaps(leaflet, ENGLISH)


def test_side_effects_without_an_action_leave_a_gap() -> None:
    effects = {"seriousness": "common", "heading": "Common side effects", "effects": ["dizziness"]}
    silent = section("side_effects", {"side_effects": effects})
    told = section("side_effects", {"side_effects": {**effects, "what_to_do": "Tell your doctor."}})
    assert "side_effects_action" in _gap_keys(monograph(silent))
    assert "side_effects_action" not in _gap_keys(monograph(told))
    assert "side_effects_action" not in _gap_keys(monograph({**silent, "what_to_do": "Tell your doctor."}))


def test_the_panel_of_gaps_itself_says_whom_to_ask() -> None:
    entry = next(entry for entry in coverage(monograph()) if entry.item.key == "whom_to_ask")
    assert entry.place is not None
    assert entry.place.title == "panel of gaps"


def test_a_leaflet_that_tells_everything_has_no_gaps() -> None:
    topics = [topic for topic in get_args(Topic) if topic not in ("how_to_take", "other")]
    sections = [section(topic, "Words.") for topic in topics]
    how = section("how_to_take", "Swallow 1 tablet 3 times a day for 7 days.")
    assert gaps(monograph(how, *sections), ENGLISH) == ()


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_item_has_words_in_every_language(language: Any) -> None:
    assert set(language.gaps) == {item.key for item in ITEMS}


def test_other_languages_take_the_section_at_its_word() -> None:
    leaflet = monograph(section("how_to_take", "Siga la receta."), language="es")
    assert not _gap_keys(leaflet) & {"dose", "route", "frequency", "duration"}
