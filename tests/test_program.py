"""The version is one, wherever it is written."""

import tomllib
from pathlib import Path

from leaflet.program import PROGRAM, VERSION


def test_the_program_and_the_package_have_one_version() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION
    assert f"Leaflet {VERSION}" == PROGRAM
