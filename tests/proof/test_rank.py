"""The rank of warnings on the rendered page: every level of every test medicine, in black and in colour."""

from pathlib import Path

import pytest

from leaflet.api import make
from leaflet.profiles import PROFILES
from leaflet.proof.rules import rank
from leaflet.proof.subject import Subject, read_subject
from leaflet.read import load
from tests.medicines import MEDICINES


def subject_of(path: Path, profile: str, *, colour: bool) -> Subject:
    made = load(path)
    pdf = make(made, profile=profile, paper="letter" if colour else "a4", region="uk", colour=colour).pdf
    return read_subject("", pdf, lambda _: made)


_ALL = {path.stem: path for path in MEDICINES}
_BARS = [name for name, profile in PROFILES.items() if profile.reversed_bars]
_MEASURED = [
    *[(path, profile, False) for path in _ALL.values() for profile in _BARS],
    *[(_ALL["clotaban"], profile, True) for profile in _BARS],
    *[
        (_ALL[each], profile, False)
        for each in ("clotaban", "skintol", "weeklin")
        for profile in ("acb", "aph")
    ],
]


@pytest.mark.parametrize(("path", "profile", "colour"), _MEASURED)
def test_each_level_is_told_by_its_mass_or_its_lines(path: Path, profile: str, colour: bool) -> None:
    subject = subject_of(path, profile, colour=colour)
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
