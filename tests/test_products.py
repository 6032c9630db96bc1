"""What is printed beside the leaflet: a summary of one page, a card, a booklet with the leaflet's words."""

import io
from collections.abc import Callable

import page
import pikepdf
import pytest

from leaflet.api import composed, design, make
from leaflet.booklet import MOST_PAGES, design_booklet, make_booklet
from leaflet.card import design_card, make_card
from leaflet.document.tree import Artifact, Document
from leaflet.inline import Text
from leaflet.layout.boxes import Layout, LineBox
from leaflet.layout.imposition import side_by_side
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.paper import CARDS, PAPERS
from leaflet.profiles import PROFILES
from leaflet.proof.reading.file_objects import read_objects
from leaflet.proof.subject import read_subject
from leaflet.read import load
from leaflet.summary import design_summary, make_summary
from leaflet.units import mm
from leaflet.values import altered
from tests.builders import monograph, paragraph, section
from tests.medicines import MEDICINES

WHOLE = {each.id: each for each in map(load, MEDICINES)}
SUMMARY = "This is a summary. Read the whole leaflet as well."
MORE = "The leaflet has more warnings. Read it as well."
TOO_TALL = {("inhalox", "giant"), ("sulirin", "giant")}
"""Whose first warning alone is taller than A6 in giant print."""
MAKERS: dict[str, Callable[[Monograph], bytes]] = {
    "summary": lambda each: make_summary(each, region="uk")[0],
    "booklet": lambda each: make_booklet(each, profile="large", region="uk")[0],
    "card": lambda each: make_card(each, region="uk")[0],
    "card of A6": lambda each: make_card(each, region="uk", paper="a6", profile="large")[0],
}


def words_in_structure(pdf: bytes, made: Monograph) -> list[str]:
    return read_subject("", pdf, lambda _: made).tree_words


def numbers(layout: Layout) -> list[tuple[int, ...]]:
    """Return the numbers of the pages on each side, from left to right."""
    return [tuple(layout.pages[index].number for index, _ in side.pages) for side in layout.sides]


@pytest.mark.parametrize("kind", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("product", MAKERS)
def test_a_checker_accepts_it(baclofen: Monograph, product: str, kind: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(MAKERS[product](baclofen), profile=kind)
    assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_a_booklet_says_what_the_leaflet_says_in_its_order(baclofen: Monograph, profile: str) -> None:
    booklet, _ = make_booklet(baclofen, profile=profile, region="uk")
    leaflet = make(baclofen, profile=profile, region="uk").pdf
    assert words_in_structure(booklet, baclofen) == words_in_structure(leaflet, baclofen)


def test_its_sheets_lie_in_one_another(baclofen: Monograph) -> None:
    _, layout = design_booklet(baclofen, profile="giant", region="uk")
    assert numbers(layout) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert layout.sheets == 2
    assert layout.side.width == 2 * PAPERS["a4"].size.width


def test_pages_of_inner_sheets_are_moved_towards_the_fold(baclofen: Monograph) -> None:
    _, layout = design_booklet(baclofen, profile="giant")
    outer, inner = layout.sides[0], layout.sides[2]
    width = layout.paper.width
    assert [by for _, by in outer.pages] == [0.0, width]
    assert [by for _, by in inner.pages] == pytest.approx([mm(0.1), width - mm(0.1)])


def test_pages_that_are_left_over_are_lined_for_questions(baclofen: Monograph) -> None:
    _, layout = design_booklet(baclofen, profile="giant")
    for lined in layout.pages[6:]:
        (placed,) = lined.fragments
        assert [line.text for line in placed.fragment.lines] == ["Questions for my pharmacist"]
        assert {line.owner for line in placed.fragment.lines} == {Artifact.HEADER}
        assert len(placed.fragment.marks) >= 10


def test_what_a_side_shows_is_what_its_pages_show(baclofen: Monograph) -> None:
    _, layout = design_booklet(baclofen, profile="large")
    shown = side_by_side(layout)
    assert len(shown.pages) == 2
    assert sum(len(each.fragments) for each in shown.pages) == sum(
        len(each.fragments) for each in layout.pages
    )


def test_a_booklet_is_turned_over_its_short_edge(baclofen: Monograph) -> None:
    with pikepdf.open(io.BytesIO(make_booklet(baclofen)[0])) as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "Turn over" not in "".join(
            word.text for word in read_objects(make_booklet(baclofen)[0]).content.shown
        )


def test_more_pages_than_a_staple_holds_are_refused() -> None:
    long = monograph(section(*(paragraph("Say this again and again. " * 40) for _ in range(25))))
    with pytest.raises(LayoutError) as refused:
        design_booklet(long, profile="giant", paper="letter")
    assert [finding.code for finding in refused.value.findings] == ["L004"]
    assert str(MOST_PAGES) in refused.value.findings[0].message


def summaries() -> list[tuple[str, str]]:
    return [(each, profile) for each in WHOLE for profile in PROFILES]


@pytest.mark.parametrize(("id", "profile"), summaries())
def test_a_summary_is_one_page_with_warnings_in_their_rank(id: str, profile: str) -> None:  # noqa: A002
    made = WHOLE[id]
    document, layout = design_summary(made, profile=profile)
    assert len(layout.pages) == 1
    hazards, actions = said(document, "hazard"), said(document, "action")
    all_of_them = said(composed(made), "hazard")
    assert hazards
    assert hazards == all_of_them[: len(hazards)]
    assert actions == said(composed(made), "action")[: len(actions)]
    assert SUMMARY in document.said or MORE in document.said
    assert (MORE in document.said) is (len(hazards) < len(all_of_them))
    assert hazards == all_of_them or profile in {"giant", "acb", "aph"}  # all fit in smaller print
    assert min(line.size for line in lines(layout)) == layout.body


def on_a_page(layout: Layout) -> list[int]:
    return [sum(each.fragment.warns for each in page.fragments) for page in layout.pages]


@pytest.mark.parametrize("id", WHOLE)
@pytest.mark.parametrize(("paper", "profile"), [("card", ""), *[("a6", profile) for profile in PROFILES]])
def test_every_medicine_has_a_card_of_the_most_urgent_at_least(
    id: str,  # noqa: A002
    paper: str,
    profile: str,
) -> None:
    made = WHOLE[id]
    if (id, profile) in TOO_TALL:
        with pytest.raises(LayoutError) as refused:
            design_card(made, paper=paper, profile=profile)
        assert [finding.code for finding in refused.value.findings] == ["L004"]
        return
    document, layout = design_card(made, paper=paper, profile=profile)
    hazards, all_of_them = said(document, "hazard"), said(composed(made), "hazard")
    assert hazards
    assert hazards == all_of_them[: len(hazards)]
    assert (MORE in document.said) is (len(hazards) < len(all_of_them))
    assert hazards == all_of_them or profile == "giant"
    assert sum(on_a_page(layout)) == len(hazards)
    assert len(layout.pages) <= 2
    assert min(line.size for line in lines(layout)) == layout.body


def said(document: Document, style: str) -> list[str]:
    return [leaf.words for leaf, _ in document.leaves if leaf.style.name == style]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_example_has_a_summary_in_every_profile(baclofen: Monograph, profile: str) -> None:
    assert len(design_summary(baclofen, profile=profile, region="uk")[1].pages) == 1


def test_all_that_a_summary_says_the_leaflet_says(baclofen: Monograph) -> None:
    document, _ = design_summary(baclofen)
    whole, _ = design(baclofen)
    *theirs, _note = document.said
    assert [words for words in theirs if words not in whole.said] == []


def test_the_words_of_a_card_stand_in_the_leaflet(baclofen: Monograph) -> None:
    document, layout = design_card(baclofen, region="uk")
    whole = composed(baclofen, "uk").said
    assert [words for words in document.said if words not in whole] == ["My dose", "My name"]
    assert (len(layout.pages), layout.paper) == (1, CARDS["card"].size)
    assert min(line.size for line in lines(layout)) == 12


def lines(layout: Layout) -> list[LineBox]:
    return [
        line
        for page in layout.pages
        for each in (*page.fragments, *page.furniture)
        for line in each.fragment.lines
    ]


def test_what_one_side_cannot_hold_stands_on_the_back_in_its_rank() -> None:
    assert on_a_page(design_card(WHOLE["clotaban"], region="uk")[1]) == [3, 1]


def test_a_short_name_stands_where_the_whole_one_would_cost_a_warning() -> None:
    document, _ = design_card(WHOLE["oprelin-pr"], paper="a6", profile="giant")
    assert document.said[0] == "Oprelin"


def test_a_warning_too_long_for_a_card_gives_way_to_a_shorter_one_of_its_rank(baclofen: Monograph) -> None:
    withdrawal = next(each for each in baclofen.warnings if each.level == "warning")
    long = altered(
        withdrawal,
        kind="other",
        hazard=Text.verbatim("Mixing it up"),
        action=Text.verbatim("Look twice. " * 40),
    )
    three = altered(baclofen, warnings=(baclofen.warnings[0], long, withdrawal))
    document, layout = design_card(three, paper="a6", profile="giant")
    assert said(document, "hazard") == ["Taking too much baclofen", "Stopping baclofen suddenly"]
    assert (on_a_page(layout), MORE in document.said) == ([1, 1], True)


@pytest.mark.parametrize("profile", ["standard", "clear", "large", "acb", "aph"])
def test_a_card_of_a6_has_the_size_of_its_profile(baclofen: Monograph, profile: str) -> None:
    _, layout = design_card(baclofen, paper="a6", profile=profile)
    assert layout.body == design(baclofen, profile=profile)[1].body
    assert layout.paper == CARDS["a6"].size
