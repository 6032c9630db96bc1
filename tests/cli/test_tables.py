"""`leaflet profiles` and `leaflet regions` show their whole tables, each with its sources."""

import json
import re

import pytest

from leaflet.languages import LANGUAGES
from leaflet.profiles import NUMBERS, PROFILES
from leaflet.regions import REGIONS
from leaflet.schema import monograph_schema
from tests.cli.runs import Runner


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", PROFILES)
def test_every_number_of_a_profile_stands_beside_its_source(name: str, leaflet: Runner) -> None:
    shown = leaflet("profiles", name)
    assert (shown.code, shown.err) == (0, "")
    profile, text = PROFILES[name], _flat(shown.out)
    assert f"{name}: {profile.title}" in text
    assert profile.standard in text
    for field in NUMBERS:
        assert profile.cites[field] in text
    assert f"{profile.body:g} pt or more" in text
    assert len(re.findall(r"^  \S", shown.out, re.MULTILINE)) == 1 + len(NUMBERS)


def test_all_profiles_are_shown_where_none_is_named(leaflet: Runner) -> None:
    shown = leaflet("profiles")
    assert re.findall(r"^(\w+):", shown.out, re.MULTILINE) == list(PROFILES)
    assert max(map(len, shown.out.splitlines())) <= 100


def test_every_region_has_its_numbers_and_its_source(leaflet: Runner) -> None:
    shown = leaflet("regions")
    assert (shown.code, shown.err) == (0, "")
    parts = dict(zip(REGIONS, shown.out.split("\n\n"), strict=True))
    for name, region in REGIONS.items():
        for value in (
            name,
            LANGUAGES["en"].region_name(name),
            *region.emergency,
            region.advice,
            LANGUAGES["en"].region_advice(name),
            region.source,
        ):
            assert value in parts[name]


@pytest.mark.parametrize("command", ["profiles", "regions"])
def test_a_name_in_no_table_is_a_usage_error(command: str, leaflet: Runner) -> None:
    shown = leaflet(command, "atlantis")
    assert (shown.code, shown.out) == (2, "")
    assert f"there is no {command.removesuffix('s')} 'atlantis'" in shown.err


def test_the_schema_is_the_model_s(leaflet: Runner) -> None:
    shown = leaflet("schema")
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out) == monograph_schema()
