"""What a monograph covers of Schedule 27, and how the panel of gaps names the rest."""

import datetime
from typing import Any, get_args

import pytest

from leaflet.compose import compose
from leaflet.coverage import ITEMS, coverage, gaps, silenced
from leaflet.handout import Personal
from leaflet.languages import LANGUAGES, language_of
from leaflet.model import Monograph, Topic
from tests.rules.monographs import OVERDOSE, WITHDRAWAL, monograph, section

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
        ("Breathe 3 litres a minute for 12 hours a day.", set()),
        ("Have your share twice a day, before meals.", {"dose", "duration"}),
    ],
)
def test_instructions_are_looked_for_in_the_words(words: str, open_items: set[str]) -> None:
    keys = _gap_keys(monograph(section("how_to_take", words)))
    assert keys & {"dose", "route", "frequency", "duration"} == open_items


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("breastfeeding", "Do not breast-feed while you take it."),
        ("driving", "Do not drive if you feel sleepy."),
        ("alcohol", "Do not drink alcohol with it."),
        ("children", "It is not for children under 12 years."),
        ("older_people", "Older people need a lower dose."),
        ("missed_dose", "If you forget a tablet, wait for the next one."),
        ("storage", "Keep it out of the reach of children."),
        ("contents", "Each tablet contains lactose."),
        ("interactions", "Tell your doctor about other medicines."),
        ("reporting", "You can report side effects to the maker."),
        ("withdrawal", "Do not stop taking it without your doctor."),
        ("overdose_action", "If you take too much, call for help."),
        ("contraindications", "Do not take it if you are allergic to it."),
        ("contraindications", "There is no reason not to use it."),
        ("contraindications", "You must not take it in pregnancy."),
        ("overdose_action", "If you gave too much, ring us."),
        ("duration", "Most people need it for 4 to 8 weeks, some for life."),
        ("duration", "One pessary is the whole treatment."),
        ("dose", "One pessary is the whole treatment."),
        ("contents", "It holds testolin, a dye."),
        ("contents", "Testol capsules hold testolin."),
    ],
)
def test_what_is_told_under_another_topic_is_no_gap(key: str, words: str) -> None:
    assert key in _gap_keys(monograph())
    assert key not in _gap_keys(monograph(section("other", words, heading="More")))
    assert key not in _gap_keys(monograph(section("uses", "Words.", heading=words.rstrip("."))))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("alcohol", "Tell your doctor about use or abuse of drugs or alcohol."),
        ("children", "Keep it out of the reach of children."),
        ("dose", "Keep to your dose."),
        ("overdose_action", "Do not take more than 8 tablets in a day."),
        ("contents", "Press the cap until it holds the needle. Testol holds up well."),
        ("contents", "Ask about tablets that hold iron. A used one holds enough to kill."),
        ("contraindications", "Do not take aspirin unless you were told to."),
    ],
)
def test_a_topic_that_is_only_touched_stays_open(key: str, words: str) -> None:
    assert key in _gap_keys(monograph(section("how_to_take", words)))


@pytest.mark.parametrize(
    ("facts", "closed"),
    [
        ({"overdose": {"help": "emergency"}}, {"overdose_action"}),
        ({"stopping": {"suddenly": "never"}}, {"withdrawal"}),
        ({"missed_dose": {"double": "never"}}, {"missed_dose"}),
        ({"dose": {"amount": 5, "unit": "mg", "times": 1, "per": "day"}}, {"dose", "frequency"}),
    ],
)
def test_a_fact_given_as_a_field_is_no_gap(facts: dict[str, Any], closed: set[str]) -> None:
    assert _gap_keys(monograph()) - _gap_keys(monograph(facts=facts)) == closed


def test_the_pharmacist_s_words_close_gaps() -> None:
    leaflet = monograph(section("how_to_take", "Follow the label."))
    typed = Personal(dose="Two in the morning", note="For 7 days. Do not drive.")
    closed = set(gaps(leaflet, ENGLISH)) - set(gaps(leaflet, ENGLISH, typed))
    assert closed == {
        "how much to take",
        "how often to take it",
        "how long to take it for",
        "whether you can drive",
    }


@pytest.mark.parametrize(
    ("route", "said", "unsaid"),
    [
        ("swallow", "how often to take it", "how often to use it"),
        ("skin", "how often to use it", "how often to take it"),
        ("vaccine", "how often it is given", "how often to take it"),
    ],
)
def test_gaps_are_worded_by_route(route: str, said: str, unsaid: str) -> None:
    named = gaps(monograph(route=[route]), ENGLISH)
    assert said in named
    assert unsaid not in named


def test_what_is_left_out_on_purpose_is_named_with_its_reason() -> None:
    leaflet = monograph(not_covered=[{"topic": "driving", "reason": "given in hospital only"}])
    assert silenced(leaflet, ENGLISH) == ("whether you can drive: given in hospital only",)
    assert "whether you can drive: given in hospital only" in compose(leaflet, ENGLISH, None).text


@pytest.mark.parametrize(
    ("name", "route", "heading"),
    [
        ("Testol", "swallow", "What Testol is"),
        ("Testol tablets", "swallow", "What Testol tablets are"),
        ("Testol 5 mg/ml eye drops, solution", "eye", "What Testol 5 mg/ml eye drops, solution are"),
    ],
)
def test_headings_follow_the_grammar_of_the_name(name: str, route: str, heading: str) -> None:
    assert ENGLISH.heading("about", ENGLISH.wording(name, [route])) == heading


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("dry air", "Dry air"),
        ("co-testol", "Co-testol"),
        ("iTestol", "iTestol"),
        ("5-testol", "5-testol"),
        ("ätherol", "ätherol"),
    ],
)
def test_a_name_in_small_letters_starts_a_line_with_a_large_one(name: str, starts: str) -> None:
    wording = ENGLISH.wording(name, ["inhale"])
    assert ENGLISH.heading("alcohol", wording) == f"{starts} and alcohol"
    assert ENGLISH.heading("about", wording) == f"What {name} is"
    stopped = ENGLISH.facts.sentence("stopping_allowed_nobody", wording)
    assert stopped == f"{starts} can be stopped from one day to the next."
    document = compose(monograph(short_name=name), ENGLISH, None)
    assert document.furniture.identity.plain.startswith(f"{starts}, ")


@pytest.mark.parametrize(
    ("route", "heading"),
    [("swallow", "How to take Testol"), ("skin", "How to use Testol"), ("vaccine", "How Testol is given")],
)
def test_headings_follow_the_route(route: str, heading: str) -> None:
    assert ENGLISH.heading("how_to_take", ENGLISH.wording("Testol", [route])) == heading


@pytest.mark.parametrize(
    ("tag", "date", "number"),
    [
        ("en", "31 January 2026", "10,000.5"),
        ("en-GB", "31 January 2026", "10,000.5"),
        ("en-US", "January 31, 2026", "10,000.5"),
        ("en-ZA", "31 January 2026", "10\u00a0000,5"),
    ],
)
def test_dates_and_numbers_follow_the_region(tag: str, date: str, number: str) -> None:
    language = language_of(tag)
    assert language is not None
    assert language.date(datetime.date(2026, 1, 31)) == date
    assert language.number("10000.5") == number
    assert (language.number(1000), language.number("2")) == ("1000", "2")


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


PLAN = {"schedule": {"times": ["Dawn"], "rows": [{"when": "Monday", "doses": ["a cupful"]}]}}
TO_FILL_IN = {"schedule": {"times": ["Dawn"], "rows": [{"when": "Monday", "doses": [""]}]}}
TABLE = {"table": {"columns": ["Part", "Fingertips of cream"], "rows": [["A hand", "1"]]}}


@pytest.mark.parametrize(
    ("block", "closed"),
    [
        (PLAN, {"dose", "frequency"}),
        (TO_FILL_IN, set()),
        (TABLE, {"dose"}),
        ({"table": {"columns": ["Tablets", "Kind"], "rows": [["Red ones", "strong"]]}}, set()),
        ({"steps": ["Peel it.", "Press it on."]}, {"route"}),
    ],
)
def test_the_form_of_a_block_tells_what_its_words_do_not(block: dict[str, Any], closed: set[str]) -> None:
    plain = {**section("how_to_take", "Follow the label.")}
    with_block = {**plain, "blocks": [*plain["blocks"], block]}
    assert _gap_keys(monograph(plain)) - _gap_keys(monograph(with_block)) == closed
    elsewhere = {**with_block, "topic": "travel"}
    assert {"dose", "frequency", "route"} <= _gap_keys(monograph(elsewhere))


@pytest.mark.parametrize(
    ("kind", "action", "is_told"),
    [
        ("allergy", "Do not give it to anyone who had a rash from it.", True),
        ("pregnancy", "Do not take it before a test.", True),
        ("pregnancy", "Use contraception.", False),
        ("interaction", "Do not take ibuprofen.", False),
    ],
)
def test_a_warning_tells_who_must_not_use_it(kind: str, action: str, is_told: bool) -> None:
    warning = {**OVERDOSE, "kind": kind, "action": action}
    assert ("contraindications" not in _gap_keys(monograph(warnings=[warning]))) is is_told


@pytest.mark.parametrize(
    ("keys", "beside"),
    [
        ({"purpose": "For fits in young children"}, {"older_people"}),
        ({"purpose": "For adults, and for children over 12"}, set()),
        ({"classes": ["inhaled_reliever"]}, {"missed_dose", "withdrawal"}),
    ],
)
def test_what_is_no_question_about_a_medicine_is_no_gap(keys: dict[str, Any], beside: set[str]) -> None:
    warnings = [OVERDOSE]
    closed = _gap_keys(monograph(warnings=warnings)) - _gap_keys(monograph(warnings=warnings, **keys))
    assert closed - {"children"} == beside
    assert {each.item.key for each in coverage(monograph(warnings=warnings, **keys)) if each.beside} == beside


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_no_phrase_has_an_apostrophe_of_another_kind_than_the_author_types(language: Any) -> None:
    said = (language.phrases, language.headings, language.gaps, language.facts.sentences)
    assert [phrase for each in said for phrase in each.values() if "'" in phrase or "’" in phrase] == []


def test_what_a_medicine_holds_is_told_under_the_first_word_of_its_name() -> None:
    told = section("uses", "Testol holds testolin.")
    assert "contents" not in _gap_keys(monograph(told, name="Testol 5 mg tablets"))
    assert "contents" in _gap_keys(monograph(told, name="Other 5 mg tablets"))
