"""The proof before rendering: good layouts pass, and every way of breaking one is named."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from leaflet.api import design, make
from leaflet.document.styles import STYLES
from leaflet.document.tree import Artifact, Document, Node, Role, Tag, Text
from leaflet.layout.boxes import Fragment, Frame, Layout, LineBox, Page, PlacedFragment, Symbol
from leaflet.layout.pages import lay_out
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.profiles import PROFILES
from leaflet.prove.laid_out import prove_layout
from leaflet.prove.page_codes import EXPLANATIONS
from leaflet.read import load
from leaflet.text.slugs import Slug
from leaflet.values import altered

Break = Callable[[Layout], Layout]


@cache
def baclofen() -> Monograph:
    return load(content_folder() / "baclofen.yaml")


@cache
def designed() -> tuple[Document, Layout]:
    return design(baclofen())


def found(layout: Layout, document: Document | None = None) -> set[str]:
    """Return the codes that a layout of baclofen's standard leaflet gets."""
    return {hit.code for hit in prove_layout(document or designed()[0], layout, PROFILES["standard"])}


def on_page(number: int, change: Callable[[Page], Page]) -> Break:
    """Return what changes one page of a layout; the last page is number -1."""

    def broken(layout: Layout) -> Layout:
        pages = list(layout.pages)
        index = number if number < 0 else number - 1
        pages[index] = change(pages[index])
        return altered(layout, pages=tuple(pages))

    return broken


def fragment(index: int, change: Callable[[PlacedFragment], PlacedFragment], page: int = 1) -> Break:
    """Return what changes one fragment of the running text."""

    def changed(old: Page) -> Page:
        fragments = list(old.fragments)
        fragments[index] = change(fragments[index])
        return altered(old, fragments=tuple(fragments))

    return on_page(page, changed)


def lines(index: int, change: Callable[[tuple[LineBox, ...]], tuple[LineBox, ...]]) -> Break:
    """Return what changes the lines of one fragment on page 1."""

    def changed(placed: PlacedFragment) -> PlacedFragment:
        return altered(placed, fragment=altered(placed.fragment, lines=change(placed.fragment.lines)))

    return fragment(index, changed)


def each_line(index: int, change: Callable[[LineBox], LineBox]) -> Break:
    return lines(index, lambda all_lines: tuple(change(line) for line in all_lines))


def furniture(change: Callable[[LineBox], LineBox]) -> Break:
    """Return what changes every line of the furniture on page 1."""

    def changed(page: Page) -> Page:
        placed = [
            altered(
                each,
                fragment=altered(each.fragment, lines=tuple(change(line) for line in each.fragment.lines)),
            )
            for each in page.furniture
        ]
        return altered(page, furniture=tuple(placed))

    return on_page(1, changed)


def swapped(first: int, second: int) -> Break:
    """Return what swaps two fragments of page 1, words and all."""

    def changed(page: Page) -> Page:
        fragments = list(page.fragments)
        one, two = fragments[first], fragments[second]
        fragments[first], fragments[second] = (
            altered(one, fragment=two.fragment),
            altered(two, fragment=one.fragment),
        )
        return altered(page, fragments=tuple(fragments))

    return on_page(1, changed)


def without(index: int) -> Break:
    return on_page(
        1, lambda page: altered(page, fragments=page.fragments[:index] + page.fragments[index + 1 :])
    )


def panel_on_page_2(layout: Layout) -> Layout:
    """Move the withdrawal panel, the third fragment, to the top of page 2."""
    first, second, *others = layout.pages
    moved = altered(first.fragments[2], y=layout.frame.top)
    pages = (
        altered(first, fragments=first.fragments[:2] + first.fragments[3:]),
        altered(second, fragments=(moved, *second.fragments)),
        *others,
    )
    return altered(layout, pages=pages)


def split_panel(page: Page) -> Page:
    """Cut the overdose panel, the second fragment, in two."""
    fragments = list(page.fragments)
    whole = fragments[1].fragment
    upper = altered(whole, lines=whole.lines[:3])
    lower = altered(whole, lines=whole.lines[3:], marks=(), whole=None)
    fragments[1:2] = [altered(fragments[1], fragment=upper), altered(fragments[1], fragment=lower)]
    return altered(page, fragments=tuple(fragments))


def marks(kind: type, change: Callable[[Fragment], Fragment]) -> Break:
    """Return what changes the first fragment of page 1 that has a mark of a kind."""

    def changed(page: Page) -> Page:
        index = next(
            index
            for index, placed in enumerate(page.fragments)
            if any(isinstance(mark, kind) for mark in placed.fragment.marks)
        )
        fragments = list(page.fragments)
        fragments[index] = altered(fragments[index], fragment=change(fragments[index].fragment))
        return altered(page, fragments=tuple(fragments))

    return on_page(1, changed)


def narrow_frame(old: Fragment) -> Fragment:
    return altered(
        old,
        marks=tuple(
            altered(mark, width=mark.width / 2) if isinstance(mark, Frame) else mark for mark in old.marks
        ),
    )


def grown_symbol(old: Fragment) -> Fragment:
    return altered(
        old,
        marks=tuple(altered(mark, size=200.0) if isinstance(mark, Symbol) else mark for mark in old.marks),
    )


def no_symbol(old: Fragment) -> Fragment:
    return altered(old, marks=tuple(mark for mark in old.marks if not isinstance(mark, Symbol)))


def shifted(dx: float = 0.0, dy: float = 0.0) -> Callable[[PlacedFragment], PlacedFragment]:
    return lambda placed: altered(placed, x=placed.x + dx, y=placed.y + dy)


STRAY = Node(Tag(Role.PARAGRAPH), STYLES["paragraph"], text=Text.of("Stray."))

BROKEN: dict[str, tuple[Break, str]] = {
    "a line lost": (without(4), "V001"),
    "a word lost": (each_line(4, lambda line: altered(line, slug=Slug(line.words[1:]))), "V001"),
    "a word twice": (
        each_line(4, lambda line: altered(line, slug=Slug(line.words + line.words[-1:]))),
        "V001",
    ),
    "words swapped": (each_line(4, lambda line: altered(line, slug=Slug(line.words[::-1]))), "V001"),
    "lines swapped": (swapped(4, 5), "V001"),
    "panels swapped": (swapped(1, 2), "V001"),
    "the last page lost": (lambda layout: altered(layout, pages=layout.pages[:-1]), "V001"),
    "a page twice": (lambda layout: altered(layout, pages=(*layout.pages, layout.pages[-1])), "V001"),
    "an owner that is in no tree": (each_line(4, lambda line: altered(line, owner=STRAY)), "V001"),
    "a symbol lost": (marks(Symbol, no_symbol), "V001"),
    "text stamped as footer": (each_line(4, lambda line: altered(line, owner=Artifact.FOOTER)), "V002"),
    "furniture stamped as text": (furniture(lambda line: altered(line, owner=STRAY)), "V002"),
    "text at 11.9 pt": (each_line(4, lambda line: altered(line, size=11.9)), "V003"),
    "furniture at 8 pt": (furniture(lambda line: altered(line, size=8.0)), "V003"),
    "no furniture": (on_page(2, lambda page: altered(page, furniture=())), "V004"),
    "furniture of another page": (
        lambda layout: on_page(2, lambda page: altered(page, furniture=layout.pages[0].furniture))(layout),
        "V004",
    ),
    "an empty page": (on_page(2, lambda page: altered(page, fragments=())), "V005"),
    "a panel on page 2": (panel_on_page_2, "V006"),
    "a panel split": (on_page(1, split_panel), "V006"),
    "text between the panels": (swapped(2, 4), "V006"),
    "a panel that lost a line": (lines(2, lambda all_lines: all_lines[:-1]), "V001"),
    "text over the left edge": (fragment(4, shifted(dx=-250)), "V007"),
    "text over the right edge": (fragment(4, shifted(dx=300)), "V007"),
    "text over the foot": (fragment(-1, shifted(dy=100)), "V007"),
    "text over the top": (fragment(0, shifted(dy=-40)), "V007"),
    "a panel over the edge": (fragment(1, shifted(dx=80)), "V007"),
    "a frame through its words": (marks(Frame, narrow_frame), "V007"),
    "lines on each other": (fragment(4, shifted(dy=-8)), "V008"),
    "a symbol over words": (marks(Symbol, grown_symbol), "V008"),
    "furniture over text": (fragment(-1, shifted(dy=24)), "V008"),
}


@pytest.mark.parametrize(("broken", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_layout_is_named(broken: Break, code: str) -> None:
    assert code in found(broken(designed()[1]))


def test_every_code_has_its_broken_layout_and_its_explanation() -> None:
    # What is read back from the finished file has tests of its own: tests/prove/test_read_back.py.
    assert {code for _, code in BROKEN.values()} | {"V009"} == set(EXPLANATIONS)


def test_an_element_without_words_is_named() -> None:
    document, layout = designed()
    silent = Node(Tag(Role.PARAGRAPH), STYLES["paragraph"])
    root = altered(document.root, kids=(*document.root.kids, silent))
    assert "V002" in found(layout, altered(document, root=root))


SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter")]


@pytest.mark.parametrize(("profile", "paper"), [*SETTINGS, ("standard", "a5"), ("clear", "a5")])
def test_a_good_layout_passes(profile: str, paper: str) -> None:
    document, layout = design(baclofen(), profile=profile, paper=paper, region="us")
    assert prove_layout(document, layout, PROFILES[profile]) == ()


def test_a_leaflet_that_fails_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_a_line(*settings: Any) -> Layout:
        return without(4)(lay_out(*settings))

    monkeypatch.setattr("leaflet.api.lay_out", lose_a_line)
    with pytest.raises(LayoutError) as refused:
        make(baclofen())
    assert refused.value.findings[0].code == "V001"
    assert "sudden tightness" in refused.value.findings[0].message
