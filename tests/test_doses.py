"""How doses are printed: "none" where there is none, a line only where no dose is told, exceptions last."""

from typing import Any

import pytest

from leaflet.api import composed, design
from leaflet.exporting import bundle_of, to_json
from leaflet.handout import Handout, Personal
from leaflet.importing.importer import Wish, import_bytes
from leaflet.model import Monograph
from leaflet.speech.write_text import spoken_words
from tests.builders import monograph, paragraph, section

LINE = "My dose, as my doctor told me"
DOSE = {"amount": 5, "unit": "mg", "times": 3, "per": "day"}
MISSED = {"if_near_next": "skip", "double": "never"}
FORGOT = "If a dose slips your mind, use it when you think of it."


def plan(*rows: list[str]) -> dict[str, Any]:
    days = [{"when": f"Day {day}", "doses": list(doses)} for day, doses in enumerate(rows, start=1)]
    return {"schedule": {"times": ["Dawn", "Dusk"], "rows": days}}


def using(*blocks: dict[str, Any], **keys: Any) -> Monograph:
    """Return a monograph whose section on how to use it has the blocks given."""
    return monograph(section(*blocks, topic="how_to_take"), **keys)


def words(monograph: Monograph) -> list[str]:
    return [said for _, said in composed(monograph).words if said.strip()]


def test_a_plan_says_in_words_where_there_is_no_dose() -> None:
    given = using(plan(["2 puffs", ""], ["", "1 puff"]))
    said = words(given)
    start = said.index("Day 1")
    assert said[start : start + 6] == ["Day 1", "2 puffs", "none", "Day 2", "none", "1 puff"]
    assert "Dusk: none." in spoken_words(composed(given))
    assert not [node for node in composed(given).nodes if node.style.name == "row to write in"]


def test_large_print_says_row_by_row_where_there_is_no_dose() -> None:
    long = "a measured spoonful of the undiluted mixture"
    document, layout = design(using(plan([long, ""], ["", long])), profile="giant")
    lines = [line for page in layout.pages for each in page.fragments for line in each.fragment.lines]
    cells = {leaf for leaf, said in document.words if said == "none"}
    assert len(cells) == 2
    assert cells <= {line.owner for line in lines}


def test_a_plan_without_any_dose_has_lines_to_write_them_on() -> None:
    given = using(plan(["", ""], ["", ""]))
    assert "none" not in words(given)
    assert "Dusk: left empty to write in." in spoken_words(composed(given))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Day 1", "", ""], ["Day 2", "7", "8"]], ["to write in", "to write in"]),
        ([["Day 1", "5", ""], ["Day 2", "7", ""]], ["to write in", "to write in"]),
        ([["3 drops", "1", ""], ["4 drops", "", "2"]], ["empty", "empty"]),
    ],
)
def test_a_cell_of_a_table_is_to_write_in_only_where_its_row_or_its_column_is_empty(
    rows: list[list[str]], said: list[str]
) -> None:
    table = {"table": {"columns": ["When", "Red", "Blue"], "row_heads": True, "rows": rows}}
    told = [each for each in spoken_words(composed(using(table))) if each.endswith(("empty.", "write in."))]
    assert [each.removesuffix(".").split(": ")[1].removeprefix("left empty ") for each in told] == said


def test_a_plan_comes_back_from_an_export_as_it_was_typed() -> None:
    given = using(plan(["2 puffs", ""]))
    exported = to_json(bundle_of(given))
    assert b'class=\\"no-dose\\">none<' in exported
    draft = import_bytes(exported, "a.json", Wish()).draft
    (read,) = draft.sections
    assert read.typed["blocks"] == [plan(["2 puffs", ""])]


def test_a_dose_under_the_class_of_none_is_never_lost() -> None:
    exported = to_json(bundle_of(using(plan(["2 puffs", ""])))).replace(b">none<", b">9 puffs<")
    (read,) = import_bytes(exported, "a.json", Wish()).draft.sections
    assert read.typed["blocks"] == [plan(["2 puffs", "9 puffs"])]


@pytest.mark.parametrize(
    ("blocks", "keys", "is_there"),
    [
        ([paragraph("Take 5 mg at dawn.")], {}, True),
        ([{"table": {"columns": ["Age", "Dose"], "rows": [["9 years", "5 mg"]]}}], {}, True),
        ([paragraph("Take it.")], {"facts": {"dose": DOSE}}, False),
        ([plan(["2 puffs", ""])], {}, False),
        ([plan(["", ""])], {}, False),
        ([{"write_in": "My dose in units"}], {}, False),
        ([{"panel": "My day", "blocks": [{"write_in": "My dose in units"}]}], {}, False),
        ([paragraph("A nurse gives it.")], {"route": ["vaccine"]}, False),
    ],
)
def test_a_line_for_the_dose_stands_only_where_the_dose_has_no_place(
    blocks: list[dict[str, Any]], keys: dict[str, Any], is_there: bool
) -> None:
    assert (LINE in words(using(*blocks, **keys))) is is_there


def test_a_plan_for_stopping_is_no_dose() -> None:
    given = monograph(section(plan(["2 puffs", ""]), topic="withdrawal"))
    assert LINE in words(given)
    assert LINE not in [
        said for _, said in composed(given, None, Handout(personal=Personal(dose="2 puffs at dawn"))).words
    ]


@pytest.mark.parametrize("blocks", [[paragraph(FORGOT)], [paragraph(FORGOT), {"heading": "If you are sick"}]])
def test_the_rule_for_a_missed_dose_stands_before_the_exceptions_in_print_and_export(
    blocks: list[dict[str, Any]],
) -> None:
    given = monograph(section(*blocks, topic="missed_dose"), facts={"missed_dose": MISSED})
    said = words(given)
    start = said.index("If you miss a dose")
    assert said[start + 1 : start + 4] == [
        FORGOT,
        "If it is nearly time for your next dose, skip the missed dose.",
        "Do not take a double dose to make up for a missed one.",
    ]
    exported = to_json(bundle_of(given)).decode()
    assert exported.index("slips your mind") < exported.index("nearly time") < exported.index("double dose")
    assert "If you are sick" not in exported or exported.index("double dose") < exported.index("are sick")


def test_what_to_do_and_a_first_heading_keep_their_words_beside_an_exception() -> None:
    given = monograph(
        section({"heading": "By day"}, paragraph(FORGOT), topic="missed_dose", what_to_do="Stay calm."),
        facts={"missed_dose": MISSED},
    )
    said = words(given)
    assert said.index("Do not take a double dose to make up for a missed one.") < said.index("By day")
    assert "Stay calm." in said
