"""Who is answered: this machine, from the counter's own page, within bounds, and told no secret."""

import base64
import logging
from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from leaflet.serve.app import Setup, open_counter
from leaflet.serve.door import Door, Tries
from leaflet.serve.shelf import Shelf
from leaflet.values import altered
from tests.serve.conftest import DOOR, HOME

PREVIEW = "/medicines/approvol/preview"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LOCALHOST:8765", 200),
        ("[::1]:8765", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:80", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example:8765", 421),
        ("192.168.1.7:8765", 421),
        ("127.0.0.1:8765@evil.example", 421),
        ("", 421),
        (":8765", 421),
        ("localhost:99999999999999999999", 421),
    ],
)
def test_a_rebound_name_is_refused(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": HOME}, 200),
        ({"Origin": HOME, "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "http://localhost:8765"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
@pytest.mark.parametrize("path", [PREVIEW, "/medicines/approvol/leaflet"])
def test_a_post_from_another_site_is_refused(
    client: TestClient, path: str, headers: dict[str, str], status: int
) -> None:
    assert client.post(path, data={"profile": "large"}, headers=headers).status_code == status


def test_another_site_may_link_here_but_embed_nothing(client: TestClient) -> None:
    cross = {"Sec-Fetch-Site": "cross-site"}
    assert client.get("/", headers={**cross, "Sec-Fetch-Mode": "navigate"}).status_code == 200
    assert client.get("/", headers={**cross, "Sec-Fetch-Mode": "no-cors"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/medicines/approvol", "/nowhere", "/api/v1/monographs", "/static/serve.js"]
)
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == ("no-cache" if path.startswith(("/static", "/api")) else "no-store")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e%2fapp.py",
        "/static/..%5capp.py",
        "/medicines/..%2f..%2fetc%2fpasswd",
        "/medicines/%2e%2e",
        "/reading-test/..%2fa4.pdf",
        "/medicines/approvol/source",
        "/settings/pharmacy.toml",
    ],
)
def test_no_path_comes_from_a_client(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_large_body_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/settings", content=b"x", headers={"Content-Length": "99999999"})
    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_a_body_that_grows_past_its_bound_is_refused(client: TestClient) -> None:
    answer = client.post("/settings", content=(b"x" * 100_000 for _ in range(20)))
    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


@pytest.mark.parametrize(
    "fields",
    [
        {f"field{number}": "x" for number in range(100)},
        {"dose": "x" * 30_000},
        {"copies": "9" * 400},
        {"copies": "0"},
        {"profile": "colossal"},
        {"paper": "../../a4"},
        {"region": "atlantis"},
        {"unknown": "field"},
        {"patient": "a\u202eb"},
    ],
)
def test_fields_are_bounded(client: TestClient, fields: dict[str, str]) -> None:
    answer = client.post(PREVIEW, data=fields)
    assert 400 <= answer.status_code < 500
    assert "Traceback" not in answer.text


def test_a_form_in_another_dress_is_refused(client: TestClient) -> None:
    answer = client.post(PREVIEW, content=b"{}", headers={"Content-Type": "text/plain"})
    assert answer.status_code == HTTPStatus.UNSUPPORTED_MEDIA_TYPE


def test_a_damaged_upload_is_refused(client: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    for body in (b"", b"--x", b"--x\r\nContent-Disposition: nonsense\r\n\r\n", b"\xff" * 500):
        assert client.post("/settings", content=body, headers=headers).status_code in {400, 422}


def test_a_fault_shows_a_number_and_nothing_else(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def _fail(_: Shelf, __: str) -> None:
        raise ValueError("Quackenbush at /home/somebody")

    with TestClient(open_counter(setup), base_url=HOME) as client, caplog.at_level(logging.DEBUG):
        monkeypatch.setattr(Shelf, "find", _fail)
        page = client.post(PREVIEW, data={"patient": "Quackenbush"})
        document = client.post("/api/v1/leaflets", json={"id": "approvol", "patient": "Quackenbush"})
    assert page.status_code == document.status_code == 500
    number = document.json()["detail"].removesuffix(".").split()[-1]
    assert number in caplog.text
    for shown in (page.text, document.text, caplog.text):
        assert "Quackenbush" not in shown
        assert "/home/somebody" not in shown
        assert "Traceback" not in shown


def _basic(password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"any:{password}".encode()).decode()}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        (_basic("wrong"), 401),
        ({"Authorization": "Basic ???"}, 401),
        ({"Authorization": "Bearer a long password"}, 401),
        (_basic("a long password"), 200),
    ],
)
def test_a_network_needs_the_password(setup: Setup, headers: dict[str, str], status: int) -> None:
    door = Door(names=frozenset({"counter"}), port=8765, password="a long password", any_address=True)  # noqa: S106 - a test's
    guard = open_counter(Setup(content=setup.content, settings=setup.settings, door=door))
    with TestClient(guard, base_url="http://192.168.1.7:8765") as client:
        answer = client.get("/", headers=headers)
        assert answer.status_code == status
        assert ("www-authenticate" in answer.headers) == (status == 401)


def test_the_door_knows_its_names() -> None:
    assert DOOR.opens_to("localhost:8765")
    assert Door(names=frozenset({"localhost"}), port=80).opens_to("localhost")
    assert not DOOR.opens_to("10.0.0.1:8765")


def test_a_proxy_shows_the_counter_under_its_own_origin(setup: Setup) -> None:
    origin = "https://counter.example"
    door = altered(DOOR, public_origin=origin, password="a long password")  # noqa: S106 - a test's
    with TestClient(open_counter(altered(setup, door=door)), base_url=HOME) as client:
        asked = {"Host": "counter.example", **_basic("a long password")}
        assert client.get("/", headers=asked).status_code == 200
        sent = {"profile": "large"}
        for own, status in ((origin, 200), ("http://counter.example", 200), ("https://evil.example", 403)):
            headers = {**asked, "Origin": own, "Sec-Fetch-Site": "same-origin"}
            assert client.post(PREVIEW, data=sent, headers=headers).status_code == status
        told = client.get("/api/v1/openapi.json", headers=asked).json()
        assert told["servers"] == [{"url": origin}]
        assert client.get("/", headers={**asked, "Host": "evil.example"}).status_code == 421


def test_a_wrong_password_delays_the_next_try_twice_as_long_each_time() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(9):
        tries.failed("a")
        waits.append(tries.wait("a"))
        now[0] += waits[-1]
        assert tries.wait("a") == 0
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert tries.wait("b") == 0
    tries.passed("a")
    tries.failed("a")
    assert tries.wait("a") == 1


def test_a_thousand_addresses_are_remembered_and_no_more() -> None:
    tries = Tries(lambda: 0.0)
    for number in range(1500):
        tries.failed(str(number))
    assert tries.wait("1499") > 0
    assert len(tries._failed) == 1000


def test_the_right_password_is_not_heard_just_after_a_wrong_one(setup: Setup) -> None:
    door = altered(DOOR, password="a long password")  # noqa: S106 - a test's
    with TestClient(open_counter(altered(setup, door=door)), base_url=HOME) as client:
        assert client.get("/").status_code == 401  # asked without one, as browsers do first
        assert client.get("/", headers=_basic("wrong")).status_code == 401
        answer = client.get("/", headers=_basic("a long password"))
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
