"""The page for screens: whole, closed, and the same again."""

import re
from html.parser import HTMLParser

import pytest

from leaflet.api import composed
from leaflet.handout import Handout, Personal
from leaflet.html import write_html
from leaflet.read import load
from tests.builders import monograph, paragraph, section
from tests.medicines import MEDICINES, loaded

PAGES = [write_html(composed(loaded(path), "uk")).decode() for path in MEDICINES]


class _Elements(HTMLParser):
    """Checks that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in {"meta", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", PAGES, ids=[path.stem for path in MEDICINES])
def test_a_page_is_closed_and_loads_nothing(page: str) -> None:
    elements = _Elements()
    elements.feed(page)
    assert elements.open == []
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:image/png;base64,|https://)", page)


def test_an_address_is_a_link_and_raised_figures_stay_raised_beside_strong_words() -> None:
    typed = "Read **all of** 10^{9} things at <https://example.org/a?b=1> first."
    page = write_html(composed(monograph(section(paragraph(typed))), "uk")).decode()
    assert '<a href="https://example.org/a?b=1">https://example.org/a?b=1</a> first.' in page
    assert "<strong>all of</strong> 10⁹ things" in page


def test_a_tree_is_kept_for_the_same_monograph_and_region_alone() -> None:
    one, other = load(MEDICINES[0]), load(MEDICINES[0])
    assert composed(one, "uk") is composed(one, "uk")
    assert composed(other, "uk") is not composed(one, "uk")
    assert "999" in composed(one, "uk").text
    assert "999" not in composed(one, "us").text
    personal = Handout(personal=Personal(dose="2 blue drops"))
    assert "2 blue drops" in composed(one, "us", personal).text
    assert "2 blue drops" not in composed(one, "us").text
