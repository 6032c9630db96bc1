"""The baclofen leaflet says the monograph's 34 facts, nothing else, in plain words."""

import math
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import syllapy

from leaflet.inline import Run, Text
from leaflet.model import Bullets, Monograph, Node, fields_of, typed_of
from leaflet.read import load
from tests.content.facts import ECHOES, EXPLANATIONS, FACTS, Fact
from tests.content.statements import Statement, headings, printed, statements

BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"


@pytest.fixture(scope="module")
def monograph() -> Monograph:
    return load(BACLOFEN)


@pytest.fixture(scope="module")
def said(monograph: Monograph) -> tuple[Statement, ...]:
    return statements(monograph)


def unsaid(fact: Fact, said: tuple[Statement, ...]) -> list[str]:
    """Return the patterns of `fact` that do not stand exactly once, and in its place."""
    return [
        pattern
        for pattern in fact.says
        if [each.place for each in said if re.fullmatch(pattern, each.whole)] != [fact.place]
    ]


# The facts


def test_the_table_holds_the_34_facts() -> None:
    assert [fact.number for fact in FACTS] == list(range(1, 35))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.number} {fact.gist}")
def test_a_fact_is_said_once_and_in_full(fact: Fact, said: tuple[Statement, ...]) -> None:
    assert not unsaid(fact, said)


def test_nothing_is_said_that_is_no_fact(said: tuple[Statement, ...]) -> None:
    patterns = [pattern for fact in FACTS for pattern in fact.says]
    added = [
        each.whole
        for each in said
        if each.whole not in ECHOES and not any(re.fullmatch(pattern, each.whole) for pattern in patterns)
    ]
    assert not added


def test_every_echo_is_printed(said: tuple[Statement, ...]) -> None:
    assert set(ECHOES) <= {each.whole for each in said}


@pytest.mark.parametrize(
    ("number", "typed", "slip"),
    [
        (3, "Usually, the cause is", "The cause is"),
        (4, "Use baclofen only under", "Use baclofen under"),
        (6, "is thought to restore", "restores"),
        (9, "Too much or too little", "Too much"),
        (9, "can lead to", "leads to"),
        (11, "can be extremely", "can be"),
        (13, "does not cure", "may not cure"),
        (15, "with or without food", "with food"),
        (16, "directs, usually 3", "directs, 3"),
        (16, "Take it as your doctor directs, usually", "Usually, take it"),
        (18, ", or for longer,", ""),
        (19, "could lead", "may lead"),
        (20, "trouble sleeping", "sleeping"),
        (22, "immediately", "soon"),
        (22, "contact", "do not stop and contact"),
        (23, "judged", "hoped"),
        (24, "may interact", "interacts"),
        (25, "Always tell", "Tell"),
        (26, "Interactions may change", "Interactions change"),
        (27, " or anything else", ""),
        (28, "especially if", "perhaps if"),
        (28, "use or abuse", "abuse"),
        (29, "only when clearly needed", "when needed"),
        (30, "can cause", "may cause"),
        (31, "may include", "include"),
        (32, "gradually", "little by little or at once"),
        (32, "Your doctor may lower", "Lower"),
        (33, "Get medical help immediately", "Contact your doctor immediately"),
        (34, "severe ", ""),
        (34, "slow or shallow", "slow"),
    ],
)
def test_a_fact_lost_softened_or_strengthened_is_noticed(
    number: int, typed: str, slip: str, said: tuple[Statement, ...]
) -> None:
    fact = FACTS[number - 1]
    slipped = tuple(
        replace(each, words=each.words.replace(typed, slip), lead=each.lead.replace(typed, slip))
        if each.place == fact.place
        else each
        for each in said
    )
    assert slipped != said
    assert unsaid(fact, slipped)


# The order


def test_the_emergency_comes_first_and_then_the_withdrawal(monograph: Monograph) -> None:
    panels = [(warning.kind, warning.level) for warning in monograph.warnings]
    assert panels == [("overdose", "emergency"), ("withdrawal", "warning")]


def test_the_sections_follow_the_order_of_a_medicine_leaflet(monograph: Monograph) -> None:
    # EU Readability Guideline 2009: what it is and is for, before taking it, how to take it, side effects.
    assert [section.topic for section in monograph.sections] == [
        "about",
        "uses",
        "how_it_works",
        "before_you_take",
        "pregnancy",
        "interactions",
        "how_to_take",
        "side_effects",
    ]


def test_the_serious_side_effects_come_before_the_common_ones(said: tuple[Statement, ...]) -> None:
    leads = [each.lead for each in said if each.place == "side_effects" and each.lead]
    assert list(dict.fromkeys(leads)) == ["More serious side effects:", "Common side effects:"]


# What stands around the words


def test_it_is_a_draft_from_one_source(monograph: Monograph) -> None:
    assert typed_of(monograph.review) == {"status": "draft"}
    sources = {name: typed_of(source) for name, source in monograph.sources.items()}
    assert sources == {"monograph": {"title": "Baclofen monograph"}}


def test_it_names_the_schema_to_editors() -> None:
    first = BACLOFEN.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../leaflet/monograph.schema.json"


def test_the_purpose_fits_a_line(monograph: Monograph) -> None:
    # A line of giant print on A4 holds some 40 characters (measured: 24 pt, 15 mm margins).
    assert monograph.purpose.plain == "For muscle spasms, pain and stiffness"


# Plain language (NHS content standard)


def _longer_than(most: int, said: tuple[Statement, ...]) -> list[str]:
    return [words for each in said for words in (each.words, each.lead) if len(words.split()) > most]


def test_a_sentence_has_20_words_at_most(said: tuple[Statement, ...]) -> None:
    assert not _longer_than(20, said)
    assert _longer_than(15, said), "the test counts words"


def test_a_paragraph_has_3_sentences_at_most(said: tuple[Statement, ...]) -> None:
    assert max(Counter(each.paragraph for each in said).values()) <= 3


def test_a_heading_has_65_characters_at_most(monograph: Monograph) -> None:
    assert max(map(len, headings(monograph))) <= 65


def test_no_list_has_one_item(monograph: Monograph) -> None:
    lists = [
        block.bullets
        for section in monograph.sections
        for block in section.blocks
        if isinstance(block, Bullets)
    ]
    assert lists
    assert min(map(len, lists)) >= 2


def _grades(sentences: list[str]) -> tuple[float, float]:
    """Return Flesch-Kincaid grade and SMOG of `sentences`, the medicine's name left out."""
    words = [re.findall(r"[a-z']+|\d+", line.lower().replace("baclofen", "")) for line in sentences]
    syllables = [max(1, syllapy.count(word)) for line in words for word in line]
    many = sum(count >= 3 for count in syllables)
    kincaid = 0.39 * len(syllables) / len(words) + 11.8 * sum(syllables) / len(syllables) - 15.59
    return kincaid, 1.043 * math.sqrt(many * 30 / len(words)) + 3.1291


def test_it_reads_at_grade_6_and_smog_9(said: tuple[Statement, ...]) -> None:
    kincaid, smog = _grades([each.words for each in said])
    assert len(said) >= 30, "SMOG needs 30 sentences"
    assert kincaid <= 6
    assert smog <= 9


def test_a_hard_text_is_graded_hard() -> None:
    kincaid, smog = _grades(
        ["Administration of antispasmodic medication necessitates professional supervision."] * 30
    )
    assert kincaid > 12
    assert smog > 12


# Terms


def _runs(node: object) -> list[Run]:
    """Return all runs below `node` in the order of the model's fields, which is reading order."""
    if isinstance(node, Text):
        return list(node.runs)
    if isinstance(node, Node):
        return [run for field in fields_of(type(node)) for run in _runs(getattr(node, field.name))]
    return [run for child in node for run in _runs(child)] if isinstance(node, tuple) else []


def test_each_term_is_explained_once_and_at_its_first_use(monograph: Monograph) -> None:
    runs = _runs((monograph.warnings, monograph.sections))
    terms = [run.text for run in runs if run.style == "term"]
    meanings = [run.text for run in runs if run.style == "explanation"]
    assert dict(zip(terms, meanings, strict=True)) == EXPLANATIONS
    assert len(terms) == len(EXPLANATIONS)
    words = printed(monograph).removeprefix(f"{monograph.name}\n{monograph.purpose.plain}\n")
    for term, meaning in EXPLANATIONS.items():
        if term != "drowsiness":  # its first use is "severe drowsiness", which is explained there
            first = words.lower().index(term.lower())
            assert words[first:].startswith(f"{term} ({meaning})"), term


# What must not be said

FORBIDDEN = {
    r"\b(?:mg|mcg|micrograms?|milligrams?|ml|tablets?)\b": "Take 5 mg.",
    r"\d{2,}": "Call 999.",
    r"\b(?:boxed|black[- ]box)\b": "The boxed warning says so.",
    r"(?<!do not )(?<!a sudden )\bstop(?:s|ped)?\b": "You can stop once you feel better.",
    r"\b(?:halve|double|skip|miss(?:ed)?)\b": "Skip a dose.",
    r"\bsafe(?:ly|ty)?\b": "Baclofen is safe.",
    r"(?<!does not )\bcures?\b": "Baclofen cures spasms.",
    r"\b(?:guarantee|approved|regulator|medication guide)": "Approved by the regulator.",
    r"\b(?:driv\w+|machines?)\b": "Do not drive.",
    r"\b(?:breast\w*|child\w*|older people|store|storage|expir\w+)\b": "Store it in a cool place.",
    r"\b(?:drugs?)\b(?! or alcohol)": "Tell your doctor about other drugs.",
    r"\b(?:medication|renal|inform|experience)\b": "Inform your doctor.",
    r"\b(?:call|phone|ring|ambulance|999|911|112)\b": "Phone for an ambulance.",
}


@pytest.mark.parametrize(("pattern", "example"), FORBIDDEN.items())
def test_what_the_monograph_does_not_say_is_not_said(
    pattern: str, example: str, monograph: Monograph
) -> None:
    assert re.search(pattern, example, re.IGNORECASE)
    assert not re.search(pattern, printed(monograph), re.IGNORECASE)


def test_3_times_a_day_is_the_only_number(monograph: Monograph) -> None:
    assert re.findall(r"\S*\d\S*(?: times a day)?", printed(monograph)) == ["3 times a day"]
