"""The test medicines on paper: the same words in every profile, tables whole, facts in their sections."""

from collections import Counter
from itertools import pairwise

import pytest

from leaflet import model
from leaflet.api import design
from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Artifact, Node, Role
from leaflet.layout.boxes import Fragment, Image, Layout, Rule
from leaflet.layout.pages import text_of
from leaflet.profiles import PROFILES
from tests.medicines import MEDICINES, loaded

WHOLE = [loaded(path) for path in MEDICINES]


def fragments_of(layout: Layout) -> list[Fragment]:
    """Return what stands on all pages, in order."""
    return [placed.fragment for page in layout.pages for placed in page.fragments]


def cells_of(layout: Layout) -> Counter[str]:
    """Return the words of every cell as the pages show them; what is repeated is not counted."""
    said: dict[Node, list[str]] = {}
    for fragment in fragments_of(layout):
        for line in fragment.lines:
            owner = line.owner
            if isinstance(owner, Node) and owner.tag.role in {Role.CELL, Role.HEAD_CELL}:
                said.setdefault(owner, []).append(line.text)
    return Counter(" ".join(words) for words in said.values())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_the_words_and_the_cells_are_the_same_in_every_profile(
    monograph: model.Monograph, paper: str
) -> None:
    said, cells = set[str](), set[tuple[tuple[str, int], ...]]()
    for profile in PROFILES:
        document, layout = design(monograph, profile=profile, paper=paper, region="uk")
        assert sorted(text_of(layout).split()) == sorted(document.shared_text.split())
        said.add(document.shared_text)
        shown = cells_of(layout)
        assert {leaf.words for leaf, _ in document.leaves if leaf.tag.role is Role.HEAD_CELL} <= shown.keys()
        cells.add(tuple(sorted(shown.items())))
    assert len(said) == len(cells) == 1


@pytest.mark.parametrize(
    ("id", "heading", "sentence"),
    [
        (
            "oprelin-pr",
            "If you miss a dose",
            "If it is nearly time for your next dose, skip the missed dose.",
        ),
        ("oprelin-pr", "If you take too much", "If you take too much, get emergency medical help at once."),
        (
            "oprelin-pr",
            "Stopping Oprelin",
            "Do not stop Oprelin suddenly. Your doctor decides when and how you stop.",
        ),
    ],
)
def test_a_fact_stands_under_its_heading(id: str, heading: str, sentence: str) -> None:  # noqa: A002 - a key
    (monograph,) = [each for each in WHOLE if each.id == id]
    document, _ = design(monograph)
    words = [leaf.words for leaf, _ in document.leaves]
    assert words.count(sentence) == 1
    assert words.index(heading) == words.index(sentence) - 1


def test_what_a_fact_tells_is_no_gap() -> None:
    (monograph,) = [each for each in WHOLE if each.id == "oprelin-pr"]
    document, _ = design(monograph)
    assert "miss a dose" not in document.shared_text.partition("What this leaflet does not tell you")[2]


def test_a_plan_told_row_by_row_has_a_line_to_write_on_for_each_dose() -> None:
    monograph = next(each for each in WHOLE if each.id == "sulirin")
    _, layout = design(monograph, profile="aph")
    told = [placed.fragment for page in layout.pages for placed in page.fragments]
    times = ("Breakfast", "Midday", "Evening", "Bedtime")
    named = [each for each in told if [line.text for line in each.lines] in [[f"{time}:"] for time in times]]
    assert [len(each.marks) for each in named] == [1, 1, 1, 1]
    assert min(each.marks[0].width for each in named if isinstance(each.marks[0], Rule)) > 10 * layout.body
    heads = next(each for each in told if [line.text for line in each.lines] == list(times))
    assert told[told.index(heads) + 1].break_cost == FORBIDDEN


def test_a_count_told_row_by_row_stands_after_its_strength_and_a_colon() -> None:
    monograph = next(each for each in WHOLE if each.id == "clotaban")
    _, layout = design(monograph, profile="aph")
    counts = [
        fragment
        for fragment in fragments_of(layout)
        if fragment.lines and fragment.lines[-1].text in {"1", "2", "3"}
    ]
    assert {each.lines[0].text for each in counts} == {f"{mg} mg tablets:" for mg in ("0.5", "1", "3", "5")}
    assert len(counts) == 15
    for label, count in [each.lines for each in counts]:
        assert label.owner is Artifact.HEADER
        assert label.y == count.y
        assert count.x > label.x + label.width


def test_a_rule_parts_the_names_of_columns_so_that_none_reads_as_a_dose() -> None:
    monograph = next(each for each in WHOLE if each.id == "clotaban")
    _, layout = design(monograph, profile="aph")
    (heads,) = [
        fragment
        for fragment in fragments_of(layout)
        if [line.text for line in fragment.lines][:2] == ["Dose", "5 mg tablets"]
    ]
    upright = [mark for mark in heads.marks if isinstance(mark, Rule) and mark.height > mark.width]
    beside = [(one, other) for one, other in pairwise(heads.lines) if one.y == other.y]
    assert len(upright) == len(beside) == 3
    for (one, other), rule in zip(beside, upright, strict=True):
        assert one.x + one.width < rule.x < other.x
        assert rule.y < one.y - 0.7 * layout.body < one.y < rule.y + rule.height


def test_a_table_to_write_in_is_as_wide_as_the_text() -> None:
    monograph = next(each for each in WHOLE if each.id == "clotaban")
    _, layout = design(monograph, profile="giant")
    (row,) = [
        fragment
        for fragment in fragments_of(layout)
        if [line.text for line in fragment.lines] == ["Date", "INR", "Dose in mg", "Next test"]
    ]
    rule = row.marks[0]
    assert isinstance(rule, Rule)
    assert rule.width > 0.99 * (layout.paper.width - layout.frame.left - layout.frame.right)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_figure_is_painted_with_its_words(profile: str) -> None:
    monograph = next(each for each in WHOLE if each.id == "inhalox")
    document, layout = design(monograph, profile=profile)
    figures = [leaf for leaf, _ in document.leaves if leaf.image is not None]
    painted = [
        mark.owner for page in layout.pages for placed in page.fragments for mark in placed.fragment.marks
        if isinstance(mark, Image)
    ]  # fmt: skip
    assert painted == figures
    assert [figure.tag.alt for figure in figures] == [
        "An inhaler: a metal canister stands in a plastic body with a mouthpiece below.",
        "A finger presses the canister down while the mouthpiece is between the lips.",
    ]
