"""The rank of warnings on the rendered page, in colour and in a blur; `test_good` holds it in black."""

from pathlib import Path

import pytest

from leaflet.api import make
from leaflet.card import make_card
from leaflet.profiles import PROFILES
from leaflet.proof.rules import rank
from leaflet.proof.subject import Subject, read_subject
from tests.medicines import MEDICINES, loaded
from tests.proof.surgery import Surgeon, operated


def subject_of(path: Path, profile: str, *, colour: bool) -> Subject:
    made = loaded(path)
    pdf = make(made, profile=profile, paper="letter" if colour else "a4", region="uk", colour=colour).pdf
    return read_subject("", pdf, lambda _: made)


_ALL = {path.stem: path for path in MEDICINES}
_BARS = [name for name, profile in PROFILES.items() if profile.reversed_bars]


@pytest.mark.parametrize("profile", _BARS)
def test_each_level_is_told_by_its_mass_or_its_lines_in_colour(profile: str) -> None:
    subject = subject_of(_ALL["clotaban"], profile, colour=True)
    assert [
        fault.measured for rule in (rank.mass, rank.told_apart) for fault in rule.judge(subject).faults
    ] == []


@pytest.mark.parametrize("profile", ["acb", "aph"])
def test_without_fills_the_edges_of_the_frames_rank_the_levels_in_a_blur(profile: str) -> None:
    subject = subject_of(next(path for path in MEDICINES if path.stem == "clotaban"), profile, colour=False)
    pages = rank.Pages(subject, lambda page: rank.blurred(subject, page))
    edge = 0.9 * subject.body
    dark: dict[str, list[float]] = {}
    for row in rank.rows(subject):
        left, top, right, bottom = row.frame
        sides = [(left, top, left + edge, bottom), (right - edge, top, right, bottom)]
        dark.setdefault(row.warned.panel.style.name, []).append(
            sum(pages.dark(row.page, side) for side in sides) / 2
        )
    means = {level: sum(each) / len(each) for level, each in dark.items()}
    assert means["emergency"] > 1.15 * means["warning"] > 1.15 * 1.15 * means["caution"]


def test_a_profile_without_fills_has_no_bars_to_measure() -> None:
    judgement = rank.mass.judge(subject_of(MEDICINES[0], "acb", colour=False))
    assert not judgement.applies


def on_card(white: tuple[float, float], level: str) -> list[str]:
    """Return what is said of a card, with a part of the bar of a level painted white, from and to."""
    made = loaded(_ALL["clotaban"])
    pdf = make_card(made, paper="a6", profile="standard", region="uk")[0]

    def paint(cut: Surgeon) -> None:
        row = next(row for row in rank.rows(cut.subject) if row.warned.panel.style.name == level)
        left, top, right, bottom = row.box
        wide, foot = right - left, cut.subject.sheets[row.page - 1].height - bottom
        box = (left + white[0] * wide, foot, (white[1] - white[0]) * wide, bottom - top)
        cut.append(row.page, b"q 1 1 1 rg %.2f %.2f %.2f %.2f re f Q" % box)

    painted = operated(pdf, made, paint)
    subject = read_subject("", painted, lambda _: made)
    return [fault.measured for fault in rank.mass.judge(subject).faults]


@pytest.mark.parametrize(
    ("white", "level", "told"), [((0.5, 1.0), "emergency", "% black"), ((0.3, 1.0), "warning", "as dark as")]
)
def test_a_bar_of_a_card_that_is_painted_over_in_part_is_noticed(
    white: tuple[float, float], level: str, told: str
) -> None:
    assert any(told in each for each in on_card(white, level))


def test_the_bars_of_a_card_are_in_their_rank() -> None:
    assert on_card((0.999, 1.0), "caution") == []
