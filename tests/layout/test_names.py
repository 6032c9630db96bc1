"""Names of any length a real product has are printed in every profile: they wrap, and are never refused."""

import random
from itertools import pairwise

import pytest

from leaflet.api import design
from leaflet.layout.pages import text_of
from leaflet.profiles import PROFILES
from tests.builders import monograph

# The lengths of the sixty longest names of products that were at hand, from 34 characters to 120.
LENGTHS = (*range(34, 82), 84, 86, 88, 90, 93, 96, 100, 104, 108, 112, 116, 120)
_FORMS = (
    "film-coated tablets",
    "prolonged-release capsules",
    "solution for injection in a pre-filled syringe",
)
_STRENGTHS = ("2.5 mg/12.5 mg", "100 micrograms/dose", "5 mg", "1000 mg/62.5 mg", "0.05% w/w")


def made_up(length: int) -> str:
    """Return a name of at most so many characters, the same for the same length."""
    rng = random.Random(length)  # noqa: S311 - a repeatable name, no secret
    words = ["Testolinumab", "Plus", *rng.choice(_STRENGTHS).split(), *rng.choice(_FORMS).split()]
    while len(" ".join(words)) < length:
        words.append(rng.choice(("hydrochloride", "monohydrate", "for", "children", "and", "adults")))
    return " ".join(words)[:length].strip()


def test_there_are_sixty() -> None:
    assert len(LENGTHS) == 60


@pytest.mark.parametrize("profile", PROFILES)
def test_long_names_are_printed(profile: str) -> None:
    for length in LENGTHS:
        name = made_up(length)
        document, layout = design(monograph(name=name), profile=profile)
        assert document.title == name
        assert "".join(name.split()) in "".join(text_of(layout).split())


@pytest.mark.parametrize("profile", PROFILES)
def test_the_lines_of_a_name_stand_the_leading_apart(profile: str) -> None:
    for length in (34, 60, 90):
        document, layout = design(monograph(name=made_up(length)), profile=profile)
        name = document.leaves[0][0]
        lines = [
            (placed.y + line.y, line.size)
            for placed in layout.pages[0].fragments
            for line in placed.fragment.lines
            if line.owner is name
        ]
        pitches = [(lower - upper) / size for (upper, _), (lower, size) in pairwise(lines)]
        assert all(pitch >= PROFILES[profile].leading - 0.001 for pitch in pitches), pitches
        assert pitches or length == 34
