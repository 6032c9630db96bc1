"""What a profile's standard asks for, measured on the finished file: lines, blank lines, one left edge."""

from collections import Counter
from functools import cache
from itertools import pairwise
from statistics import mean

import pytest

from leaflet.api import make
from leaflet.profiles import PROFILES
from leaflet.proof.glyph_lines import Line
from leaflet.proof.subject import Subject, read_subject
from tests.medicines import MEDICINES, loaded

_LEADING = {"acb": 1.15, "aph": 1.25}
_CLOSER = {("contrapil", "aph"), ("moodal", "aph"), ("patchol", "aph")}
"""Where the white in panels gives way, so that warnings stand on one page less, or none goes on overleaf."""
_ROOM = 3.0  # letters: a line that has more of them to spare is not full
IDS = [path.stem for path in MEDICINES]


@cache
def subject_of(id: str, profile: str, paper: str) -> Subject:  # noqa: A002 - a medicine's key
    made = loaded(MEDICINES[IDS.index(id)])
    return read_subject("", make(made, profile=profile, paper=paper, region="uk").pdf, lambda _: made)


def ends(line: Line) -> float:
    return max(glyph.box[2] for glyph in line.inked)


def text_edge(lines: list[Line]) -> float:
    """Return where most lines of running text start."""
    return Counter(round(line.left, 1) for line in lines).most_common(1)[0][0]


@pytest.mark.parametrize("id", IDS)
def test_full_lines_hold_what_aph_asks_for(id: str) -> None:  # noqa: A002
    # APH Guidelines for Print Documents: 39 to 43 characters a line.
    subject = subject_of(id, "aph", "letter")
    flowing = [line for leaf in subject.leaves for line in leaf.lines[:-1]]
    running = [line for line in flowing if abs(line.size - subject.body) < 0.1]
    edge = text_edge(running)
    running = [line for line in running if abs(line.left - edge) < 2]
    full = max(map(ends, running)) - _ROOM * subject.body / 2
    counted = [len(line.text.strip()) for line in running if ends(line) > full]
    assert len(counted) >= 3
    assert 39 <= mean(counted) <= 43


@pytest.mark.parametrize("profile", _LEADING)
@pytest.mark.parametrize("id", IDS)
def test_a_line_is_left_blank_between_what_a_panel_says(id: str, profile: str) -> None:  # noqa: A002
    # ACB Best Practices for Large Print: a blank line between paragraphs, and one around headings; APH:
    # double space between paragraphs.
    subject = subject_of(id, profile, "letter")
    lines = 1 + PROFILES[profile].least_in_panels if (id, profile) in _CLOSER else 2
    assert all(warned.leaves for warned in subject.warnings)
    for warned in subject.warnings:
        for above, under in pairwise(warned.leaves[1 if profile == "acb" else 2 :]):
            if above.lines[-1].page != under.lines[0].page:
                continue  # it goes on under its bar
            is_led = above.words.endswith(":") or above.node.role == "Lbl" or under.node.role == "Lbl"
            is_item = under.node.role == "LBody" or above.node.role == "LBody"
            if not is_led and not is_item:
                apart = under.lines[0].y - above.lines[-1].y
                assert apart >= (lines - 0.1) * _LEADING[profile] * subject.body, (above.words, under.words)


@pytest.mark.parametrize("profile", _LEADING)
@pytest.mark.parametrize("id", IDS)
def test_words_have_one_left_edge_on_the_page_and_one_in_panels(id: str, profile: str) -> None:  # noqa: A002
    subject = subject_of(id, profile, "letter")
    headings = [leaf.lines[0] for leaf in subject.leaves if leaf.node.role == "H2" and leaf.lines]
    assert len({round(line.left) for line in headings}) == 1
    framed = [
        leaf for warned in subject.warnings for leaf in warned.leaves if leaf.node.role in {"Span", "P"}
    ]
    assert len({round(leaf.lines[0].left) for leaf in framed if leaf.lines}) == 1
