"""The description of the interface is true: whatever it allows is answered as it says, and nothing fails."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from leaflet.serve.api.describe import describe
from tests.serve.conftest import medicine
from tests.serve.counters import running
from tests.waiting import PATIENCE


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """Yield the description that a running counter gives of itself."""
    folder = tmp_path_factory.mktemp("described")
    (folder / "content").mkdir()
    (folder / "content" / "a.yaml").write_text(medicine("Baclofen", approved=True), encoding="utf-8")
    with running(folder / "content", folder / "home") as counter:
        yield schemathesis.openapi.from_url(f"{counter.address}api/v1/openapi.json", timeout=PATIENCE)
        assert "incident" not in counter.log.read_text()


OPERATIONS = [
    (method, path, mode)
    for path, operations in describe()["paths"].items()
    for method in operations
    for mode in (list(GenerationMode) if method == "post" else [GenerationMode.POSITIVE])
]


@pytest.mark.parametrize(("method", "path", "mode"), OPERATIONS)
def test_every_answer_is_as_described(
    description: schemathesis.BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = description[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    def _ask(case: schemathesis.Case[Any]) -> None:
        # A sound order may still be refused: no typeface has the character, or the paper is too small.
        case.call_and_validate(excluded_checks=[positive_data_acceptance], timeout=PATIENCE)

    _ask()
