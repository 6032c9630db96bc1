"""Whole leaflets laid out: nothing lost, repeated or moved; panels whole; refusals in plain words."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.api import design
from leaflet.document.styles import FORBIDDEN
from leaflet.document.tree import Node
from leaflet.layout.boxes import Frame, Layout
from leaflet.layout.pages import text_of
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.paper import PAPERS
from leaflet.profiles import NUMBERS, PROFILES, Profile
from leaflet.rendering.dump import dump
from tests.builders import OVERDOSE, monograph, monographs, paragraph, section


def plain(text: str) -> list[str]:
    return text.split()


@settings(max_examples=20)
@given(monographs, st.sampled_from(sorted(PROFILES)), st.sampled_from(["a4", "letter"]))
def test_at_any_paper_and_profile_the_words_are_all_there_once_and_in_order(
    made: Monograph, profile: str, paper: str
) -> None:
    document, layout = design(made, profile=profile, paper=paper)
    assert plain(text_of(layout)) == plain(document.shared_text)
    assert_nothing_over_an_edge(layout)
    framed = {node.style.name for node in document.nodes if node.style.frame is not None}
    framed -= {"effects"}  # a group that is too long for a frame goes without one
    drawn = {
        mark.style.name
        for page in layout.pages
        for placed in page.fragments
        for mark in placed.fragment.marks
        if isinstance(mark, Frame)
    }
    assert framed <= drawn
    assert [placed.fragment.warns for placed in layout.pages[0].fragments].count(True) == 2


def assert_nothing_over_an_edge(layout: Layout) -> None:
    right = layout.paper.width - layout.frame.right
    bottom = layout.paper.height - layout.frame.bottom
    for page in layout.pages:
        assert page.fragments
        for placed in page.fragments:
            assert placed.y >= layout.frame.top - 1e-6
            assert placed.y + placed.fragment.height <= bottom + 1e-6
            for line in placed.fragment.lines:
                assert placed.x + line.x >= layout.frame.left - 1e-6
                assert placed.x + line.x + line.width <= right + 0.01


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_no_page_starts_or_ends_inside_what_belongs_together(baclofen: Monograph, profile: Profile) -> None:
    _, layout = design(baclofen, profile=profile.name)
    for page in layout.pages[1:]:
        first = next(
            placed.fragment
            for placed in page.fragments
            if any(isinstance(line.owner, Node) for line in placed.fragment.lines)
        )
        assert first.break_cost < FORBIDDEN


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
@pytest.mark.parametrize("region", [None, "uk", "nz", "eu"])
def test_the_words_are_the_same_in_every_profile(
    baclofen: Monograph, profile: Profile, region: str | None
) -> None:
    document, layout = design(baclofen, profile=profile.name, region=region)
    standard, _ = design(baclofen, region=region)
    assert document.shared_text == standard.shared_text
    assert plain(text_of(layout)) == plain(standard.shared_text)


@pytest.mark.parametrize("lines", range(20, 45))
def test_what_leads_into_a_list_stands_on_its_page(lines: int) -> None:
    filling = {"write_in": "Space", "lines": str(1 + lines % 10)}
    effects = {"seriousness": "common", "heading": "Common", "effects": ["one", "two", "three"]}
    made = monograph(
        section(*[filling] * (lines // 10), paragraph("Words.")),
        section({"side_effects": effects}, topic="side_effects", what_to_do="If you get any of these, ask."),
    )
    _, layout = design(made)
    texts = [
        [line.text for placed in page.fragments for line in placed.fragment.lines] for page in layout.pages
    ]
    (page,) = [texts for texts in texts if "If you get any of these, ask." in texts]
    assert {"Side effects", "Common", "one"} <= set(page)


def test_baclofen_takes_one_sheet(baclofen: Monograph) -> None:
    _, layout = design(baclofen)
    assert (len(layout.pages), layout.sheets) == (2, 1)


@pytest.mark.parametrize("profile", ["standard", "giant", "acb"])
def test_the_pages_of_baclofen(
    baclofen: Monograph, profile: str, matches_golden: Callable[[str, str], None]
) -> None:
    _, layout = design(baclofen, profile=profile)
    matches_golden(f"baclofen-{profile}-a4.txt", dump(layout))


LONG = " ".join(["word"] * 300)


@pytest.mark.parametrize(
    ("made", "profile", "paper", "code", "words"),
    [
        (monograph(), "giant", "a5", "L001", "A5 holds 33 characters a line at profile 'giant'"),
        (monograph(section(paragraph("a ☃ b"))), "standard", "a4", "L002", "'☃' (U+2603)"),
        (
            monograph(section(paragraph("m" * 90))),
            "large",
            "a4",
            "L003",
            "wider than a line at profile 'large'",
        ),
        (monograph(warnings=[{**OVERDOSE, "signs": LONG}]), "giant", "a4", "L005", "a panel is"),
        (
            monograph(section({"panel": "H", "blocks": [paragraph(LONG)]})),
            "giant",
            "a4",
            "L005",
            "at profile 'giant' on A4, and a page holds",
        ),
        (monograph(language="tlh"), "standard", "a4", "L006", "no words of its own in language 'tlh'"),
    ],
)
def test_what_a_page_cannot_hold_is_refused(
    made: Monograph, profile: str, paper: str, code: str, words: str
) -> None:
    with pytest.raises(LayoutError) as refusal:
        design(made, profile=profile, paper=paper)
    (finding,) = refusal.value.findings
    assert finding.code == code
    assert words in finding.message
    assert finding.hint


def test_every_number_of_a_profile_is_cited() -> None:
    for profile in PROFILES.values():
        assert set(profile.cites) == set(NUMBERS), profile.name


def test_every_profile_sets_baclofen_on_every_large_sheet(baclofen: Monograph) -> None:
    for paper in set(PAPERS) - {"a5"}:
        for profile in PROFILES:
            assert design(baclofen, profile=profile, paper=paper)[1].pages


def test_clear_print_also_goes_on_a5(baclofen: Monograph) -> None:
    for profile in ("standard", "clear"):
        assert design(baclofen, profile=profile, paper="a5")[1].pages


def test_a_face_too_small_at_18_points_grows(baclofen: Monograph) -> None:
    _, layout = design(baclofen, profile="aph")
    assert layout.body * 0.496 >= 9.0
