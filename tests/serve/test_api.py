"""What dispensing software gets: a PDF, or a problem document that says why not."""

import io
from typing import Any

import pikepdf
import pytest
from starlette.testclient import TestClient

from leaflet.serve.openapi import describe


def _ask(client: TestClient, **order: Any) -> Any:
    return client.post("/api/v1/leaflets", json={"id": "approvol", **order})


def test_the_monographs_are_listed_with_their_standing(client: TestClient) -> None:
    listed = client.get("/api/v1/monographs").json()["monographs"]
    assert {entry["id"]: entry["standing"] for entry in listed} == {
        "approvol": "approved",
        "baclofen": "draft",
        "lapsol": "lapsed",
    }


def test_an_order_becomes_a_file(client: TestClient) -> None:
    answer = _ask(client, profile="large", paper="letter", region="us", colour=True, copies=3, sides="one")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="approvol-large-letter.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert str(len(file.pages)) == answer.headers["leaflet-pages"]
        assert answer.headers["leaflet-sheets"] == str(3 * len(file.pages))
        assert file.Root.ViewerPreferences.NumCopies == 3


@pytest.mark.parametrize(
    ("order", "status", "kind"),
    [
        ({"id": "nothing"}, 404, "unknown-medicine"),
        ({"id": "../etc/passwd"}, 422, "order"),
        ({"id": "baclofen"}, 409, "not-approved"),
        ({"id": "lapsol"}, 409, "not-approved"),
        ({"id": "brokol"}, 404, "unknown-medicine"),
        ({"profile": "colossal"}, 422, "order"),
        ({"copies": "2"}, 422, "order"),
        ({"copies": 21}, 422, "order"),
        ({"colour": "yes"}, 422, "order"),
        ({"surplus": 1}, 422, "order"),
        ({"dose": "Take 10mg BD"}, 422, "unsafe-words"),
        ({"note": "Come at 5.0 mg @ night"}, 422, "unsafe-words"),
        ({"dose": "x" * 161}, 422, "order"),
        ({"patient": "\u0b85"}, 422, "layout"),
        ({"profile": "giant", "paper": "a5"}, 422, "layout"),
    ],
)
def test_a_refusal_is_a_problem_document(
    client: TestClient, order: dict[str, Any], status: int, kind: str
) -> None:
    answer = _ask(client, **order)
    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"urn:leaflet:problem:{kind}"
    assert problem["detail"]
    if status == 422:
        assert all(finding["message"] and finding["hint"] for finding in problem["findings"])


@pytest.mark.parametrize("name", ["baclofen", "lapsol"])
def test_what_is_not_approved_takes_a_deliberate_step(client: TestClient, name: str) -> None:
    assert _ask(client, id=name, accept_unapproved=True).status_code == 200


def test_a_file_that_broke_after_it_was_read_is_not_printed(client: TestClient, content: Any) -> None:
    path = content / "approved.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("warnings:", "warnigs:"), encoding="utf-8")
    answer = _ask(client, accept_unapproved=True)
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:leaflet:problem:unsafe-content"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b"{}", "application/json", 422),
        (b"{}", "text/plain", 415),
        (b'{"id":"approvol"}', "application/x-www-form-urlencoded", 415),
        (b'"' + b"x" * 30_000 + b'"', "application/json", 413),
    ],
)
def test_a_damaged_order_is_refused(client: TestClient, body: bytes, kind: str, status: int) -> None:
    answer = client.post("/api/v1/leaflets", content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_was_typed_is_never_said_back(client: TestClient) -> None:
    assert "Quackenbush" not in _ask(client, patient="Quackenbush" * 20).text


def test_the_description_names_every_choice() -> None:
    order = describe()["components"]["schemas"]["Order"]
    assert set(order["properties"]["profile"]["enum"]) >= {"standard", "giant"}
    assert order["required"] == ["id"]
    assert order["additionalProperties"] is False
