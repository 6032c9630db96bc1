"""For authors: a change shows at once; a mistake keeps the last good preview and says so."""

from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from leaflet.serve.app import Setup, open_counter
from leaflet.values import altered
from tests.serve.conftest import HOME
from tests.serve.counters import running
from tests.waiting import PATIENCE


@pytest.fixture
def author(setup: Setup) -> TestClient:
    """Return a client of a counter that watches."""
    return TestClient(open_counter(altered(setup, watch=True)), base_url=HOME)


def _change(content: Path, before: str, after: str) -> None:
    path = content / "approved.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_a_mistake_keeps_the_last_good_preview(author: TestClient, content: Path) -> None:
    _change(content, "warnings:", "warnigs:")
    page = author.get("/medicines/approvol").text
    assert "last good one" in page
    assert "data:image/png" in page
    assert 'href="/medicines/approvol/source#L' in page


def test_each_finding_is_linked_to_its_line(author: TestClient, content: Path) -> None:
    _change(content, "version:", "versoin:")
    author.get("/")
    source = author.get("/medicines/approvol/source").text
    line = next(part for part in source.split("<li ") if "versoin:" in part)
    assert "unknown" in line
    assert 'class="finding error"' in line


def test_no_line_of_a_file_is_shown_without_watching(client: TestClient) -> None:
    assert client.get("/medicines/approvol/source").status_code == 404
    assert client.get("/events").status_code == 404


def test_a_change_is_told_to_open_pages(content: Path, tmp_path: Path) -> None:
    with (
        running(content, tmp_path / "home", "--watch") as counter,
        httpx2.stream("GET", f"{counter.address}events", timeout=PATIENCE) as events,
    ):
        lines = events.iter_lines()
        assert next(lines) == "retry: 1000"
        _change(content, "For muscle spasms", "For tight muscles")
        assert next(line for line in lines if line.startswith("event")) == "event: change"
        assert (
            "For tight muscles" in httpx2.get(f"{counter.address}medicines/approvol", timeout=PATIENCE).text
        )
