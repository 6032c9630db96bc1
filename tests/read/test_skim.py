"""Skimming tells id and language as reading does, or nothing."""

import pytest

from leaflet.read import read_monograph
from leaflet.read.skim import skim
from tests.batch.monographs import baclofen


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("id: a\nlanguage: en\n", ("a", "en")),
        ("\ufeff# comment\nlanguage: 'en-GB'\nname: x\nid: \"a\"\n", ("a", "en-GB")),
        ("{id: a, language: en}", ("a", "en")),
        ("warnings:\n  - id: b\n    language: fr\nid: a\nlanguage: en\n", ("a", "en")),
        ("? [id, x]\n: b\nid: a\nlanguage: en\n", ("a", "en")),
        ("'': b\nid: a\nlanguage: en\n", ("a", "en")),
        ("id: a\nlanguage: en\n]: broken behind\n", ("a", "en")),
        ("x: &x a\nid: *x\nlanguage: en\n", None),
        ("id: [a]\nlanguage: en\n", None),
        ("id: a\n", None),
        ("- id: a\n- language: en\n", None),
        ("id: a\n]\nlanguage: en\n", None),
        ("", None),
    ],
)
def test_id_and_language_are_found_where_they_stand(text: str, names: tuple[str, str] | None) -> None:
    assert skim(text.encode()) == names


def test_what_is_no_text_has_no_names() -> None:
    assert skim(b"\xff\xfe\x00") is None


def test_reading_says_the_same() -> None:
    for text in (baclofen(), baclofen(language="en-GB", id='"baclofen"')):
        monograph, _ = read_monograph(text.encode(), "a.yaml")
        assert monograph is not None
        assert skim(text.encode()) == (monograph.id, monograph.language)
