"""The list of contents: from three pages on, with the right pages, and never at the cost of a sheet."""

import pytest

from leaflet.api import design, shared_shaper
from leaflet.compose.pieces import heading_of
from leaflet.document.tree import Artifact, Document, Node, Role, Text
from leaflet.layout.boxes import Layout
from leaflet.layout.contents import set_contents
from leaflet.layout.scale import make_scale
from leaflet.layout.setting import Column, Setter
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.read import read_monograph
from tests.medicines import MEDICINES, loaded

WHOLE = [loaded(path) for path in MEDICINES]


def listed(document: Document) -> list[tuple[str, int]]:
    """Return what the list of contents says."""
    entries = [leaf.words for leaf, _ in document.leaves if leaf.tag.role is Role.LINK]
    return [(heading, int(page)) for heading, _, page in (entry.rpartition(" ") for entry in entries)]


def headings(document: Document, layout: Layout) -> list[tuple[str, int]]:
    """Return the headings of the sections, and the pages on which they are read out."""
    wanted = {node.kids[0] for node in document.root.kids if node.style.name == "section"}
    found: dict[Node, int] = {}
    for page in layout.pages:
        for placed in page.fragments:
            for line in placed.fragment.lines:
                if not isinstance(line.owner, Artifact) and line.owner in wanted:
                    found.setdefault(line.owner, page.number)
    return [(heading.words, number) for heading, number in found.items()]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_it_names_every_section_with_its_page(monograph: Monograph, profile: str, paper: str) -> None:
    document, layout = design(monograph, profile=profile, paper=paper)
    if listed(document):
        assert listed(document) == headings(document, layout)
        assert len(layout.pages) >= 3


def test_a_leaflet_of_one_sheet_has_none(baclofen: Monograph) -> None:
    document, layout = design(baclofen)
    assert layout.sheets == 1
    assert not listed(document)


def test_the_blank_back_of_the_last_sheet_makes_room_for_it(baclofen: Monograph) -> None:
    document, layout = design(baclofen, profile="acb")
    assert (len(layout.pages), len(listed(document))) == (6, 11)


def test_in_the_smaller_sizes_it_stands_in_two_columns(baclofen: Monograph) -> None:
    document, layout = design(baclofen, profile="clear")
    starts = {
        round(line.x)
        for placed in layout.pages[0].fragments
        for line in placed.fragment.lines
        if isinstance(line.owner, Node)
        and line.owner.style.name == "contents entry"
        and line.text[0].isalpha()
    }
    assert len(listed(document)) == 11
    assert len(starts) == 2


def test_it_stands_whole_before_the_first_section(baclofen: Monograph) -> None:
    document, layout = design(baclofen, profile="clear")
    order = [node.style.name for node in document.root.kids]
    assert order.index("contents") + 1 == order.index("section")
    pages = [
        page.number
        for page in layout.pages
        for placed in page.fragments
        if any(isinstance(line.owner, Node) and line.owner.style.guides for line in placed.fragment.lines)
    ]
    assert pages == [1]


def test_it_is_none_of_the_words_that_every_print_says(baclofen: Monograph) -> None:
    document, _ = design(baclofen, profile="clear")
    short, _ = design(baclofen)
    assert document.text != short.text
    assert document.shared_text == short.shared_text == short.text


def test_numbers_of_two_digits_have_room_beside_the_longest_heading() -> None:
    shaper = shared_shaper()
    scale = make_scale(PROFILES["giant"], PAPERS["a4"], shaper.faces)
    column = Column(0.0, scale.measure)
    # One of these lengths fills a line but for less than a digit.
    for length in range(40, 130):
        numbers = {heading_of(Text.of(f"{'i' * length} l"), 2): 1, heading_of(Text.of("Short"), 2): 10}
        setter = Setter(scale, shaper, {})
        contents = set_contents("Contents", numbers, setter, column)
        if contents is None:  # the word alone is wider than its column
            break
        assert max(line.x + line.width for line in contents.fragment.lines) <= scale.measure
    else:
        pytest.fail("no heading was long enough")


@pytest.mark.parametrize(
    ("letters", "profile"), [(20, "standard"), (30, "standard"), (20, "clear"), (30, "clear"), (40, "clear")]
)
def test_a_name_that_is_wider_than_half_a_list_is_no_hindrance(letters: int, profile: str) -> None:
    (path,) = (each for each in MEDICINES if each.stem == "moodal")
    typed = path.read_bytes().replace(b"Moodal", b"M" + b"i" * letters)
    monograph, found = read_monograph(typed, path.name)
    assert monograph is not None, found
    document, layout = design(monograph, profile=profile)
    assert listed(document) == headings(document, layout)
