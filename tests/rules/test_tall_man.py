"""Tall-man letters: names on the published lists, and nothing else, are spelled in them."""

import pytest

from leaflet.rules.tall_man import TALL_MAN, told_apart


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Diltiazem 60 mg modified-release tablets", "dilTIAZem 60 mg modified-release tablets"),
        ("DIAZEPAM", "diazePAM"),
        ("Prednisolone", "prednisoLONE"),
        ("Humalog Mix25", "HumaLOG Mix25"),
        ("Baclofen", "Baclofen"),
        ("Diltiazemol", "Diltiazemol"),
    ],
)
def test_a_listed_name_is_spelled_as_published(typed: str, shown: str) -> None:
    assert told_apart(typed) == shown


def test_no_name_has_two_spellings() -> None:
    assert len({name.lower() for name in TALL_MAN}) == len(TALL_MAN)
    assert not [name for name in TALL_MAN if name.islower() or name.isupper()]
