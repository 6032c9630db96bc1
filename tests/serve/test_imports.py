"""A document sent to the counter comes back as a draft with its account; nothing of it stays."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from leaflet.read import read_monograph
from leaflet.serve.guard import IMPORTS
from tests.importing import sources


def send(client: TestClient, data: bytes, **query: Any) -> Any:
    return client.post(
        IMPORTS, content=data, params=query, headers={"Content-Type": "application/octet-stream"}
    )


@pytest.mark.parametrize("name", sources.EVERY)
def test_a_document_becomes_a_draft_and_its_account(client: TestClient, name: str) -> None:
    answer = send(client, sources.EVERY[name], name=name, id="testol")
    assert answer.status_code == 200
    told = answer.json()
    monograph, findings = read_monograph(told["draft"].encode(), "draft.yaml")
    assert findings == ()
    assert monograph is not None
    assert monograph.id == "testol"
    words = told["report"]["words"]
    assert words["source"] == words["placed"] + words["dropped"] - words["added"]


def test_nothing_is_written(client: TestClient, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    send(client, sources.fhir_json())
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("data", "query", "status", "said"),
    [
        (sources.fhir_json(sources.fhir_bundle(sources.DOCTOR)), {}, 422, "only text for professionals"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", {}, 422, "DOCTYPE"),
        (b"", {}, 422, "empty"),
        (sources.fhir_json(), {"id": "A B"}, 422, "An id has"),
        (sources.fhir_json(), {"composition": "0"}, 422, "counts from 1"),
        (sources.fhir_json(), {"composition": "9"}, 422, "no document 9"),
        (b"x" * 16_000_001, {}, 413, "16 MB"),
    ],
)
def test_a_refusal_is_a_problem_document(
    client: TestClient, data: bytes, query: dict[str, str], status: int, said: str
) -> None:
    answer = send(client, data, **query)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


def test_other_answers_keep_their_bound(client: TestClient) -> None:
    assert client.post("/api/leaflets", content=b"x" * 1_200_000).status_code == 413
