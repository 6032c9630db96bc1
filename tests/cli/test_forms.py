"""HTML and text say what the leaflet says: the same words, in the same order, from the same tree."""

import re
from html.parser import HTMLParser

import pytest

from leaflet import model
from leaflet.api import composed
from leaflet.document.tree import Document, Role
from leaflet.html import write_html
from leaflet.read import load
from leaflet.speech import write_text
from tests.batch.monographs import baclofen
from tests.cli.runs import Runner
from tests.medicines import MEDICINES

WHOLE = [load(path) for path in MEDICINES]


class _Words(HTMLParser):
    """Collects the words of a page's main part, and checks that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in {"meta", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.words += data.split()


def words_of(document: Document) -> list[str]:
    """Return the document's words without the labels that a list's own marks stand for."""
    said = [
        leaf.words
        for leaf, _ in document.leaves
        if leaf.tag.role is not Role.LABEL or leaf.style.name in {"term", "condition"}
    ]
    return " ".join(said).split()


@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_a_page_says_the_same_words_in_order(monograph: model.Monograph) -> None:
    document = composed(monograph, "uk")
    page = _Words()
    page.feed(write_html(document).decode())
    assert page.open == []
    assert "".join(page.words) == "".join(words_of(document))


@pytest.mark.parametrize("monograph", WHOLE, ids=lambda monograph: monograph.id)
def test_text_has_every_leaf_on_a_line_and_no_unit_in_letters(monograph: model.Monograph) -> None:
    document = composed(monograph, "uk")
    text = write_text(document).decode()
    assert not re.search(r"\d (?:mg|mL|ml|kg)\b", text)
    leaves = [leaf.words for leaf, _ in document.leaves if any(char.isalpha() for char in leaf.words)]
    plain = [words for words in leaves if not any(char.isdigit() for char in words)]
    lines = {line.rstrip(".") for line in text.splitlines()}
    assert {words.rstrip(".") for words in plain} <= lines


def test_emergency_numbers_are_said_digit_by_digit() -> None:
    text = write_text(composed(WHOLE[0], "uk")).decode()
    assert "9 9 9 or 1 1 2" in text
    assert "999" not in text


def test_a_page_loads_nothing_and_is_the_same_again() -> None:
    pages = {write_html(composed(monograph, "uk")) for monograph in (WHOLE[1], WHOLE[1])}
    assert len(pages) == 1
    (page,) = pages
    assert b"<script" not in page
    assert not re.search(rb"(?:src|href)=\"(?!data:image/png;base64,|https://)", page)


def test_forms_are_built_beside_the_pdf(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen(), encoding="utf-8")
    formats = ("--format", "pdf", "--format", "html", "--format", "text")
    assert leaflet("build", "m.yaml", *formats).code == 0
    made = {path.name for path in (leaflet.folder / "dist").iterdir() if not path.name.startswith(".")}
    assert made == {"baclofen-en.html", "baclofen-en.txt", "baclofen-en-standard-a4.pdf", "manifest.json"}


def test_unsafe_words_have_no_form(leaflet: Runner) -> None:
    risky = baclofen().replace("Keep to the recommended dose.", "You can leave out the tablets for a day.", 1)
    (leaflet.folder / "m.yaml").write_text(risky, encoding="utf-8")
    assert leaflet("build", "m.yaml", "--format", "html").code == 1
    assert not (leaflet.folder / "dist").exists()
