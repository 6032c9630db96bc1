"""A counter for tests: medicines in every standing, a door, and a client that comes through it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from leaflet.places import content_folder
from leaflet.serve.app import Setup, open_counter
from leaflet.serve.door import Door
from tests.approvals import approved_text

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.serve.browsers import Machines

DAY = date(2026, 11, 26)
PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
DOOR = Door(names=frozenset({"127.0.0.1", "localhost", "[::1]"}), port=PORT)


def medicine(name: str, *, approved: bool = False, due: str = "2028-11-23", purpose: str = "") -> str:
    """Return the shipped monograph under another name and standing."""
    text = (content_folder() / "baclofen.yaml").read_text(encoding="utf-8")
    text = text.replace("id: baclofen", f"id: {name.lower()}").replace("name: Baclofen", f"name: {name}")
    if purpose:
        text = text.replace("For muscle spasms, pain and stiffness", purpose)
    return approved_text(text, on="2026-11-23", due=due) if approved else text


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Write a folder with an approved medicine, a draft, a lapsed one and a file with a mistake."""
    folder = tmp_path / "content"
    folder.mkdir()
    texts = {
        "approved": medicine("Approvol", approved=True),
        "draft": medicine("Baclofen"),
        "lapsed": medicine("Lapsol", approved=True, due="2026-11-25"),
        "broken": medicine("Brokol").replace("warnings:", "warnigs:"),
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def setup(content: Path, tmp_path: Path) -> Setup:
    """Return what the counter of these tests is opened with."""
    return Setup(content=content, settings=tmp_path / "config", door=DOOR, today=lambda: DAY)


@pytest.fixture
def client(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Yield a client on this machine, whose counter looks through its folder whenever it is asked."""
    monkeypatch.setattr("leaflet.serve.shelf._PATIENCE", 0)
    with TestClient(open_counter(setup), base_url=HOME, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Machines]":
    """Yield the browsers of a module's tests; what they write goes into a folder of its own."""
    from tests.serve.browsers import Machines

    tmp_path_factory.getbasetemp()  # made now, for it would be made in the room
    with pytest.MonkeyPatch.context() as patch, _room(patch):
        made = Machines()
        made.browser()  # started in this room, which it keeps
        yield made
        made.close()


@pytest.fixture
def browser(machines: "Machines") -> "Browser":
    """Return the browser of a module's tests."""
    return machines.browser()


@pytest.fixture
def room(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder in which all that programs write of their own accord ends, too."""
    tmp_path_factory.getbasetemp()  # made now, for it would be made in the room
    with _room(monkeypatch) as made:
        yield made


@contextmanager
def _room(patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a folder with a short name: a browser's profile holds a socket, whose path has a bound."""
    with tempfile.TemporaryDirectory(prefix="lf", ignore_cleanup_errors=True) as made:
        home = Path(made) / "home"
        home.mkdir()
        for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home))
        patch.setattr(tempfile, "tempdir", str(home))
        yield Path(made)
