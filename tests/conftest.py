"""What all tests share: the baclofen monograph, and golden files that a person reads and renews."""

import gc
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from leaflet.model import Monograph
from leaflet.read import load

GOLDEN = Path(__file__).parent / "golden"
# A property holds or does not; how long it took on a busy machine says nothing of it.
settings.register_profile("properties", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("properties")

BACLOFEN = Path(__file__).parents[1] / "content" / "baclofen.yaml"


# A proof leaves many objects and few circles, and what is imported stays: looking through all of it again and
# again would be an eighth of the time that the tests take.
gc.set_threshold(100_000, 20, 100)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew; read the difference")


@pytest.fixture(scope="session")
def baclofen() -> Monograph:
    return load(BACLOFEN)


@pytest.fixture
def matches_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name; with --update, write it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name} differs: read it, then pytest --update"

    return compare


@pytest.fixture
def proves_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `leaflet verify` prove without a process of its own: that is tested with the hostile files."""
    from leaflet.proof.answers import Proved
    from leaflet.proof.library import Library
    from leaflet.proof.prove_file import Asked, prove
    from leaflet.proof.sandbox import Sandbox

    def at_once(self: Sandbox, name: str, pdf: bytes) -> Proved:
        orders = self._orders
        library = Library([Path(each) for each in orders.monographs])
        return prove(name, pdf, Asked(choose=library.choose, depth=orders.depth, trusted=orders.trusted))

    monkeypatch.setattr(Sandbox, "prove", at_once)


# A shell lets its background jobs ignore Ctrl-C, and programs that they start inherit that; the tests of
# Ctrl-C would then wait for what never comes.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
