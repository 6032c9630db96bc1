"""What belongs together stands together, and what goes on over a page says so at its head."""

from collections.abc import Iterator

import pytest

from leaflet import model
from leaflet.api import design
from leaflet.document.tree import Artifact, Document, Node, walk
from leaflet.document.warnings import parts_of
from leaflet.layout.boxes import Frame, Layout, LineBox, Page, PlacedFragment, Symbol
from leaflet.profiles import PROFILES
from leaflet.read import load
from tests.medicines import MEDICINES

SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter")]
WHOLE = {monograph.id: monograph for monograph in map(load, MEDICINES)}


def lines_of(page: Page) -> Iterator[LineBox]:
    for placed in page.fragments:
        yield from placed.fragment.lines


def first_owner(page: Page) -> Node:
    return next(line.owner for line in lines_of(page) if isinstance(line.owner, Node))


def repeated(page: Page) -> str:
    return " ".join(line.text for line in lines_of(page) if line.owner is Artifact.HEADER)


def above(document: Document, leaf: Node, style: str) -> Node | None:
    path = next(path for each, path in document.leaves if each is leaf)
    return next((node for node in path if node.style.name == style), None)


def starts_inside(document: Document, layout: Layout, style: str) -> Iterator[tuple[Page, Node]]:
    """Yield the pages that start in the middle of a node of a style, with that node."""
    for page in layout.pages[1:]:
        leaf = first_owner(page)
        node = above(document, leaf, style)
        if node is not None and leaf is not (node.kids[0].kids or node.kids)[0]:
            yield page, node


@pytest.mark.parametrize(("profile", "paper"), SETTINGS)
@pytest.mark.parametrize("monograph", WHOLE.values(), ids=WHOLE)
def test_an_instruction_and_a_caption_stand_again_where_what_they_govern_goes_on(
    monograph: model.Monograph, profile: str, paper: str
) -> None:
    document, layout = design(monograph, profile=profile, paper=paper)
    for style, head in (("effects", "instruction"), ("table", "caption"), ("schedule", "caption")):
        for page, node in starts_inside(document, layout, style):
            if node.kids[0].style.name == head:
                assert node.kids[0].words in repeated(page)
                assert "(continued)" in repeated(page)


def test_a_section_that_goes_on_names_itself_at_the_head_of_the_page() -> None:
    document, layout = design(WHOLE["clotaban"], profile="large")
    pages = list(starts_inside(document, layout, "section"))
    assert pages
    for page, section in pages:
        assert repeated(page).startswith(f"{section.kids[0].words} (continued)")


def test_a_heading_that_hangs_stands_again_beside_what_goes_on() -> None:
    _, layout = design(WHOLE["oprelin-pr"], profile="clear")
    heads = [repeated(page) for page in layout.pages if "take Oprelin (continued)" in repeated(page)]
    assert len(heads) == 1


@pytest.mark.parametrize(("profile", "paper"), SETTINGS)
def test_no_page_of_warnings_is_left_half_empty_before_what_is_said_further_on(
    profile: str, paper: str
) -> None:
    _, layout = design(WHOLE["clotaban"], profile=profile, paper=paper)
    room = layout.paper.height - layout.frame.top - layout.frame.bottom
    begun = [[each.fragment for each in page.fragments if each.fragment.warns] for page in layout.pages]
    assert begun[0]
    for fill, warnings in zip(layout.fill, begun[1:], strict=False):
        if warnings:  # the page before had no room for it, and this one is theirs up to the last of them
            (shortest, _) = (warnings[0].in_two and warnings[0].in_two(0)) or (warnings[0], None)
            assert fill + shortest.height / room > 1


def test_a_table_that_breaks_leaves_no_row_by_itself() -> None:
    _, layout = design(WHOLE["clotaban"], profile="acb", paper="a4")
    letters = {"C0", "C1", "C3", "C5"}
    rows = [page.number for page in layout.pages for line in lines_of(page) if line.text in letters]
    assert rows == [4, 4, 5, 5]


def test_no_emergency_goes_overleaf_for_the_signs_of_another() -> None:
    _, layout = design(WHOLE["clotaban"], profile="giant", paper="letter")
    first = [placed.fragment.whole for placed in layout.pages[0].fragments if placed.fragment.warns]
    assert [panel.style.name for panel in first if panel is not None] == ["emergency", "emergency"]


def foot(page: Page) -> str:
    return " ".join(line.text for placed in page.furniture for line in placed.fragment.lines)


def is_of_warning(placed: PlacedFragment) -> bool:
    return any(isinstance(mark, Frame) and mark.style.warns for mark in placed.fragment.marks)


@pytest.mark.parametrize(("profile", "paper"), SETTINGS)
@pytest.mark.parametrize("monograph", WHOLE.values(), ids=WHOLE)
def test_on_every_page_the_warnings_and_what_goes_on_of_them_stand_in_their_rank(
    monograph: model.Monograph, profile: str, paper: str
) -> None:
    document, layout = design(monograph, profile=profile, paper=paper, region="uk")
    panels = [node for node in document.root.kids if node.style.warns]
    for page in layout.pages:
        owners = [line.owner for line in lines_of(page) if isinstance(line.owner, Node)]
        shown = [panel for owner in owners for panel in panels if owner in [leaf for leaf, _ in walk(panel)]]
        ranks = [panels.index(panel) for panel in shown]
        assert ranks == sorted(ranks)
        signs = [
            mark for placed in page.fragments for mark in placed.fragment.marks
            if isinstance(mark, Symbol) and mark.style.symbol is not None
        ]  # fmt: skip
        assert [mark.style for mark in signs] == [panels[rank].kids[0].style for rank in dict.fromkeys(ranks)]
        for rank, panel in enumerate(panels):  # "any of these" stands with what these are
            if rank in ranks and panel.kids[2].style.keep_next:
                assert panel.kids[2] not in owners or panel.kids[3] in owners
    first = {line.owner for line in lines_of(layout.pages[0])}
    begun = [panel for panel in panels if panel.kids[1].kids[0] in first]
    gravest = [panel for panel in begun if panel.style is panels[0].style]
    if len(gravest) < len(begun) < len(panels):  # a lesser one begins only where these have their signs
        signs_of = [node for panel in gravest for node in parts_of(panel)[1][:1]]
        assert {leaf for node in signs_of for leaf, _ in walk(node)} <= first
    says_more = [
        page.number
        for page in layout.pages
        if any(f"{more} on page {page.number + 1}" in foot(page) for more in ("More warnings", "More"))
    ]
    has_more = [page.number - 1 for page in layout.pages[1:] if any(map(is_of_warning, page.fragments))]
    assert says_more == has_more


@pytest.mark.parametrize("profile", PROFILES)
def test_a_heading_that_stands_again_costs_no_sheet(baclofen: model.Monograph, profile: str) -> None:
    sheets = {"standard": 1, "clear": 2, "large": 2, "giant": 3, "acb": 3, "aph": 3}
    assert design(baclofen, profile=profile, paper="letter")[1].sheets <= sheets[profile]
