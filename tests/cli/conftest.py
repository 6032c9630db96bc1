"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.cli.runs import Runner


@pytest.fixture
def leaflet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run command lines in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Runner(tmp_path, capsys)
