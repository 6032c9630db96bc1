"""The proof before rendering: good layouts pass, and every way of breaking one is named."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from leaflet.blocks import Document
from leaflet.layout.boxes import Frame, Layout, LineBox, Page, PlacedSlab, Slab, Symbol
from leaflet.layout.pages import lay_out
from leaflet.layout.scale import LayoutError
from leaflet.making import design, make
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.profiles import PROFILES
from leaflet.prove.page_codes import EXPLANATIONS
from leaflet.prove.pages import prove_layout
from leaflet.read import load
from leaflet.structure import Artifact, Element, Role
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


def slab(index: int, change: Callable[[PlacedSlab], PlacedSlab], page: int = 1) -> Break:
    """Return what changes one slab of the running text."""

    def changed(old: Page) -> Page:
        slabs = list(old.slabs)
        slabs[index] = change(slabs[index])
        return altered(old, slabs=tuple(slabs))

    return on_page(page, changed)


def lines(index: int, change: Callable[[tuple[LineBox, ...]], tuple[LineBox, ...]]) -> Break:
    """Return what changes the lines of one slab on page 1."""

    def changed(placed: PlacedSlab) -> PlacedSlab:
        return altered(placed, slab=altered(placed.slab, lines=change(placed.slab.lines)))

    return slab(index, changed)


def each_line(index: int, change: Callable[[LineBox], LineBox]) -> Break:
    return lines(index, lambda all_lines: tuple(change(line) for line in all_lines))


def furniture(change: Callable[[LineBox], LineBox]) -> Break:
    """Return what changes every line of the furniture on page 1."""

    def changed(page: Page) -> Page:
        placed = [
            altered(each, slab=altered(each.slab, lines=tuple(change(line) for line in each.slab.lines)))
            for each in page.furniture
        ]
        return altered(page, furniture=tuple(placed))

    return on_page(1, changed)


def swapped(first: int, second: int) -> Break:
    """Return what swaps two slabs of page 1, words and all."""

    def changed(page: Page) -> Page:
        slabs = list(page.slabs)
        one, two = slabs[first], slabs[second]
        slabs[first], slabs[second] = altered(one, slab=two.slab), altered(two, slab=one.slab)
        return altered(page, slabs=tuple(slabs))

    return on_page(1, changed)


def without(index: int) -> Break:
    return on_page(1, lambda page: altered(page, slabs=page.slabs[:index] + page.slabs[index + 1 :]))


def panel_on_page_2(layout: Layout) -> Layout:
    """Move the withdrawal panel, the fourth slab, to the top of page 2."""
    first, second, *others = layout.pages
    moved = altered(first.slabs[3], y=layout.frame.top)
    pages = (
        altered(first, slabs=first.slabs[:3] + first.slabs[4:]),
        altered(second, slabs=(moved, *second.slabs)),
        *others,
    )
    return altered(layout, pages=pages)


def split_panel(page: Page) -> Page:
    """Cut the overdose panel, the third slab, in two."""
    slabs = list(page.slabs)
    whole = slabs[2].slab
    upper = altered(whole, lines=whole.lines[:3])
    lower = altered(whole, lines=whole.lines[3:], marks=(), is_warning=False)
    slabs[2:3] = [altered(slabs[2], slab=upper), altered(slabs[2], slab=lower)]
    return altered(page, slabs=tuple(slabs))


def marks(kind: type, change: Callable[[Slab], Slab]) -> Break:
    """Return what changes the first slab of page 1 that has a mark of a kind."""

    def changed(page: Page) -> Page:
        index = next(
            index
            for index, placed in enumerate(page.slabs)
            if any(isinstance(mark, kind) for mark in placed.slab.marks)
        )
        slabs = list(page.slabs)
        slabs[index] = altered(slabs[index], slab=change(slabs[index].slab))
        return altered(page, slabs=tuple(slabs))

    return on_page(1, changed)


def narrow_frame(old: Slab) -> Slab:
    return altered(
        old,
        marks=tuple(
            altered(mark, width=mark.width / 2) if isinstance(mark, Frame) else mark for mark in old.marks
        ),
    )


def grown_symbol(old: Slab) -> Slab:
    return altered(
        old,
        marks=tuple(altered(mark, size=200.0) if isinstance(mark, Symbol) else mark for mark in old.marks),
    )


def no_symbol(old: Slab) -> Slab:
    return altered(old, marks=tuple(mark for mark in old.marks if not isinstance(mark, Symbol)))


def shifted(dx: float = 0.0, dy: float = 0.0) -> Callable[[PlacedSlab], PlacedSlab]:
    return lambda placed: altered(placed, x=placed.x + dx, y=placed.y + dy)


STRAY = Element(Role.PARAGRAPH)

BROKEN: dict[str, tuple[Break, str]] = {
    "a line lost": (without(1), "V001"),
    "a word lost": (each_line(1, lambda line: altered(line, words=line.words[1:])), "V001"),
    "a word twice": (each_line(1, lambda line: altered(line, words=line.words + line.words[-1:])), "V001"),
    "words swapped": (each_line(1, lambda line: altered(line, words=line.words[::-1])), "V001"),
    "lines swapped": (swapped(0, 1), "V001"),
    "panels swapped": (swapped(2, 3), "V001"),
    "the last page lost": (lambda layout: altered(layout, pages=layout.pages[:-1]), "V001"),
    "a page twice": (lambda layout: altered(layout, pages=(*layout.pages, layout.pages[-1])), "V001"),
    "an owner that is in no tree": (each_line(1, lambda line: altered(line, owner=STRAY)), "V001"),
    "a symbol lost": (marks(Symbol, no_symbol), "V001"),
    "text stamped as footer": (each_line(1, lambda line: altered(line, owner=Artifact.FOOTER)), "V002"),
    "furniture stamped as text": (furniture(lambda line: altered(line, owner=STRAY)), "V002"),
    "text at 11.9 pt": (each_line(1, lambda line: altered(line, size=11.9)), "V003"),
    "furniture at 8 pt": (furniture(lambda line: altered(line, size=8.0)), "V003"),
    "no furniture": (on_page(2, lambda page: altered(page, furniture=())), "V004"),
    "furniture of another page": (
        lambda layout: on_page(2, lambda page: altered(page, furniture=layout.pages[0].furniture))(layout),
        "V004",
    ),
    "an empty page": (on_page(2, lambda page: altered(page, slabs=())), "V005"),
    "a panel on page 2": (panel_on_page_2, "V006"),
    "a panel split": (on_page(1, split_panel), "V006"),
    "text between the panels": (swapped(3, 5), "V006"),
    "a panel that lost a line": (lines(3, lambda all_lines: all_lines[:-1]), "V006"),
    "text over the left edge": (slab(1, shifted(dx=-100)), "V007"),
    "text over the right edge": (slab(1, shifted(dx=300)), "V007"),
    "text over the foot": (slab(-1, shifted(dy=100)), "V007"),
    "text over the top": (slab(0, shifted(dy=-40)), "V007"),
    "a panel over the edge": (slab(2, shifted(dx=80)), "V007"),
    "a frame through its words": (marks(Frame, narrow_frame), "V007"),
    "lines on each other": (slab(1, shifted(dy=-6)), "V008"),
    "a symbol over words": (marks(Symbol, grown_symbol), "V008"),
    "furniture over text": (slab(-1, shifted(dy=45)), "V008"),
}


@pytest.mark.parametrize(("broken", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_layout_is_named(broken: Break, code: str) -> None:
    assert code in found(broken(designed()[1]))


def test_every_code_has_its_broken_layout_and_its_explanation() -> None:
    assert {code for _, code in BROKEN.values()} == set(EXPLANATIONS)


def test_an_element_without_words_is_named() -> None:
    document, layout = designed()
    root = Element(Role.DOCUMENT, (*document.root.kids, Element(Role.PARAGRAPH)))
    assert found(layout, altered(document, root=root)) == {"V002"}


SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter", "a3")]


@pytest.mark.parametrize(("profile", "paper"), [*SETTINGS, ("standard", "a5"), ("clear", "a5")])
def test_a_good_layout_passes(profile: str, paper: str) -> None:
    document, layout = design(baclofen(), profile=profile, paper=paper, region="us")
    assert prove_layout(document, layout, PROFILES[profile]) == ()


def test_a_leaflet_that_fails_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_a_line(*settings: Any) -> Layout:
        return without(1)(lay_out(*settings))

    monkeypatch.setattr("leaflet.making.lay_out", lose_a_line)
    with pytest.raises(LayoutError) as refused:
        make(baclofen())
    assert refused.value.findings[0].code == "V001"
    assert "For muscle spasms" in refused.value.findings[0].message
