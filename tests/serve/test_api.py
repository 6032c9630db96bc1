"""What dispensing software gets: a PDF, or a problem document that says why not."""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from starlette.testclient import TestClient

from leaflet.cli import run
from leaflet.forms import FORMS
from leaflet.rules.meaning import remembered
from leaflet.rules.memory import SHARED
from leaflet.serve.api.describe import describe
from leaflet.serve.api.making import MEDIA_TYPES
from leaflet.serve.app import Setup, open_counter
from leaflet.serve.settings import KEY_NAME
from leaflet.values import altered
from tests.forms import needs_liblouis
from tests.serve.conftest import HOME
from tests.waiting import wait_until


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


def test_a_review_is_held_against_the_day_of_each_order(setup: Setup) -> None:
    days = [date(2028, 11, 23)]  # the last on which the words hold
    with TestClient(open_counter(altered(setup, today=lambda: days[0])), base_url=HOME) as client:
        assert _ask(client).status_code == 200
        days[0] += timedelta(days=1)
        assert _ask(client).json()["type"] == "urn:leaflet:problem:not-approved"


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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Take 10mg at night.", "S203"),
        ("Take 5 to 10 at night.", "S215"),
        ("Take 2,5 mg at night.", "S215"),
        ("Take 1O mg at night.", "S215"),
        ("Take one tablet 3 times an hour.", "S116"),
        ("Stop taking it if you feel dizzy.", "S101"),
        ("Skip a dose if you feel sleepy.", "S104"),
        ("Do not call your doctor.", "S108"),
        ("You can drink wine with it.", "S110"),
        ("It is completely safe.", "S404"),
    ],
)
@pytest.mark.parametrize("field", ["dose", "note"])
def test_the_pharmacists_words_pass_the_rules_of_a_monograph(
    client: TestClient, field: str, words: str, code: str
) -> None:
    answer = _ask(client, **{field: words})
    assert answer.status_code == 422
    findings = answer.json()["findings"]
    assert code in {finding["code"] for finding in findings}
    assert {finding["pointer"] for finding in findings} == {f"/{field}"}


def _confirmations(answer: Any) -> list[str]:
    return [each["confirmation"] for each in answer.json()["findings"] if "confirmation" in each]


def test_a_pharmacist_may_confirm_a_sentence_and_only_that_one(client: TestClient) -> None:
    words = "Stop taking it after Friday."
    confirmed = _confirmations(_ask(client, note=words))
    assert confirmed
    assert _ask(client, note=words, confirmed=confirmed).status_code == 200
    assert _ask(client, note="Stop taking it today.", confirmed=confirmed).status_code == 422


@pytest.mark.parametrize("words", ["Do not call your doctor.", "Take 10mg at night.", "Take 1O mg at night."])
def test_nobody_may_confirm_what_denies_help_or_can_be_misread(client: TestClient, words: str) -> None:
    refused = _ask(client, note=words)
    assert refused.status_code == 422
    assert _confirmations(refused) == []


@pytest.mark.parametrize(
    ("order", "pointer"),
    [
        ({"copies": "2"}, "/copies"),
        ({"copies": True}, "/copies"),
        ({"colour": 1}, "/colour"),
        ({"profile": None}, "/profile"),
        ({"dose": "a\u202eb"}, "/dose"),
        ({"profil": "large"}, "/profil"),
        ({"a/b": 1}, "/a~1b"),
        ({"confirmed": ["S101"]}, "/confirmed"),
        ({"confirmed": "S101"}, "/confirmed"),
        ({"id": "approvol\n"}, "/id"),
    ],
)
def test_a_mistake_names_its_field_by_a_pointer(
    client: TestClient, order: dict[str, Any], pointer: str
) -> None:
    answer = client.post("/api/v1/leaflets", json={"id": "approvol", **order})
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["findings"]] == [pointer]


def test_a_name_that_stands_twice_is_no_sound_order(client: TestClient) -> None:
    body = b'{"id": "approvol", "dose": "a", "dose": "b"}'
    headers = {"Content-Type": "application/json"}
    assert client.post("/api/v1/leaflets", content=body, headers=headers).status_code == 400


def test_no_cache_of_the_rules_keeps_the_pharmacists_words(client: TestClient) -> None:
    _ask(client)  # the medicine's own words may be kept
    before = remembered.cache_info().currsize, len(SHARED)
    _ask(client, note="Quackenbush comes back at 3 on Friday, 4 hours later.")
    assert (remembered.cache_info().currsize, len(SHARED)) == before


def test_one_medicine_is_found_by_id_name_and_code(client: TestClient, content: Any) -> None:
    path = content / "approved.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("language:", 'codes: {gtin: ["05000000000005"]}\nlanguage:', 1), "utf-8")
    one = client.get("/api/v1/monographs/approvol").json()
    assert one["id"] == "approvol"
    assert client.get("/api/v1/codes/]d20105000000000005").json() == one
    found = client.get("/api/v1/search", params={"q": "approvol 10 mg"}).json()
    assert found == {"exact": [one], "begun": [], "similar": []}
    assert [each["id"] for each in client.get("/api/v1/search?q=aprovol").json()["similar"]] == ["approvol"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/api/v1/monographs/nothing", "unknown-medicine"),
        ("/api/v1/codes/123", "unknown-medicine"),
        ("/api/v1/size-sheets/a0", "unknown-paper"),
        ("/api/v1/nothing", ""),
        ("/api/leaflets", ""),
        ("/api/monographs", ""),
    ],
)
def test_what_is_not_there_is_a_problem_document(client: TestClient, path: str, kind: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["type"] == (f"urn:leaflet:problem:{kind}" if kind else "about:blank")


_KEPT = ("monographs", "monographs/approvol", "search?q=a", "profiles", "papers", "regions")


@pytest.mark.parametrize("path", _KEPT)
def test_a_program_is_told_only_what_it_does_not_have(client: TestClient, content: Any, path: str) -> None:
    first = client.get(f"/api/v1/{path}")
    tag = {"If-None-Match": f'W/"other", {first.headers["etag"]}'}
    again = client.get(f"/api/v1/{path}", headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    if "profiles" not in path and "papers" not in path and "regions" not in path:
        file = content / "approved.yaml"
        file.write_text(file.read_text("utf-8").replace("For muscle spasms", "For tight muscles"), "utf-8")
        wait_until(lambda: client.get(f"/api/v1/{path}", headers=tag).status_code != 304)
        assert client.get(f"/api/v1/{path}", headers=tag).status_code == 200


@pytest.mark.parametrize("path", [*_KEPT, "openapi.json", "size-sheets/a4"])
def test_head_answers_as_get_without_the_body(client: TestClient, path: str) -> None:
    told, whole = client.head(f"/api/v1/{path}"), client.get(f"/api/v1/{path}")
    assert told.status_code == whole.status_code == 200
    assert told.content == b""
    assert told.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/leaflets", {"POST"}),
        ("DELETE", "/api/v1/monographs", {"GET", "HEAD"}),
        ("GET", "/api/v1/monographs:import", {"POST"}),
        ("PUT", "/settings", {"GET", "HEAD", "POST"}),
    ],
)
def test_a_method_that_is_not_taken_is_told_which_are(
    client: TestClient, method: str, path: str, allowed: set[str]
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert {each.strip() for each in answer.headers["allow"].split(",")} == allowed


def test_several_leaflets_become_one_file(client: TestClient) -> None:
    orders: list[dict[str, Any]] = [
        {"id": "approvol", "patient": "Zoë"},
        {"id": "baclofen", "accept_unapproved": True},
    ]
    answer = client.post("/api/v1/packs", json={"leaflets": orders})
    assert answer.status_code == 200
    one = [_ask(client, **order).headers for order in orders]
    assert int(answer.headers["leaflet-pages"]) == sum(int(each["leaflet-pages"]) for each in one)
    assert int(answer.headers["leaflet-sheets"]) == sum(int(each["leaflet-sheets"]) for each in one)
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert len(file.pages) == 2 * int(answer.headers["leaflet-sheets"])
        assert file.Root.ViewerPreferences.PrintScaling == "/None"


def test_copies_of_one_side_take_no_empty_page(client: TestClient) -> None:
    orders = [
        {"id": "approvol", "sides": "one", "copies": 2},
        {"id": "lapsol", "sides": "one", "accept_unapproved": True},
    ]
    answer = client.post("/api/v1/packs", json={"leaflets": orders})
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert str(len(file.pages)) == answer.headers["leaflet-sheets"] == answer.headers["leaflet-pages"]


@pytest.mark.parametrize(
    ("pack", "pointers"),
    [
        ({}, ["/leaflets"]),
        ([], ["/leaflets"]),
        ({"leaflets": []}, ["/leaflets"]),
        ({"leaflets": [{"id": "approvol"}] * 21}, ["/leaflets"]),
        ({"leaflets": [{"id": "approvol"}], "title": "x"}, ["/leaflets"]),
        ({"leaflets": [{"id": "approvol"}, {"copies": 0}]}, ["/leaflets/1/id", "/leaflets/1/copies"]),
        ({"leaflets": [{"id": "approvol"}, {"id": "approvol", "dose": "Take 10mg"}]}, ["/leaflets/1/dose"]),
        ({"leaflets": [{"id": "approvol"}, "approvol"]}, ["/leaflets/1"]),
    ],
)
def test_a_mistake_in_a_pack_names_its_leaflet(client: TestClient, pack: Any, pointers: list[str]) -> None:
    answer = client.post("/api/v1/packs", json=pack)
    assert answer.status_code == 422
    assert sorted({each["pointer"] for each in answer.json()["findings"]}) == sorted(pointers)


def test_one_print_is_for_one_patient(client: TestClient) -> None:
    orders = [{"id": "approvol", "patient": name} for name in ("Ada", "", "Bo")]
    answer = client.post("/api/v1/packs", json={"leaflets": orders})
    assert (answer.status_code, answer.json()["detail"]) == (422, "One print is for one patient.")
    assert [finding["pointer"] for finding in answer.json()["findings"]] == ["/leaflets/2/patient"]


@pytest.mark.parametrize(
    ("field", "typed", "hint"),
    [
        ("patient", "Ada \u2603", "leave the name off"),
        ("note", "Call <b>us</b> on Monday.", "take that out"),
        ("note", "word " * 400, "say it in fewer words"),
    ],
)
def test_what_cannot_be_printed_names_its_field_and_a_way_out(
    client: TestClient, field: str, typed: str, hint: str
) -> None:
    answer = _ask(client, **{field: typed})
    assert answer.status_code == 422
    (finding,) = answer.json()["findings"]
    assert finding["pointer"] == f"/{field}"
    assert finding["hint"].startswith(hint)


def test_leaflets_on_different_papers_are_no_pack(client: TestClient) -> None:
    orders = [{"id": "approvol"}, {"id": "approvol", "paper": "letter"}]
    answer = client.post("/api/v1/packs", json={"leaflets": orders})
    assert answer.status_code == 422
    assert "other paper" in answer.json()["detail"]


@pytest.mark.parametrize(
    "form", ["html", "text", "epub", "ssml", pytest.param("braille", marks=needs_liblouis)]
)
def test_a_leaflet_in_another_form_says_the_same(client: TestClient, form: str) -> None:
    order = {"id": "approvol", "patient": "Zoë Quackenbush", "dose": "Take 10 mg at night."}
    answer = client.post(f"/api/v1/leaflets/{form}", json=order)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MEDIA_TYPES[form]
    said = " ".join(FORMS[form].read(answer.content))
    assert "Zoë Quackenbush" in said
    assert "at night" in said
    assert client.post(f"/api/v1/leaflets/{form}", json={"id": "baclofen"}).status_code == 409


@pytest.mark.usefixtures("proves_here")
def test_what_the_counter_prints_is_proved_by_its_key(
    client: TestClient, content: Path, tmp_path: Path
) -> None:
    file, key = tmp_path / "leaflet.pdf", tmp_path / "config" / KEY_NAME
    file.write_bytes(_ask(client, patient="Zoë", dose="Take 10 mg at night.").content)
    assert key.stat().st_mode & 0o077 == 0
    asked = ["verify", "--no-rules", "--monograph", str(content / "approved.yaml"), str(file)]
    assert run([*asked, "--key", str(key)]) == 0
    assert run(asked) == 3  # nobody without the key can tell who added the words
    key.write_text("another key\n", encoding="utf-8")
    assert run([*asked, "--key", str(key)]) == 1


def test_the_description_tells_where_and_how() -> None:
    told = describe("https://counter.example")
    assert told["servers"] == [{"url": "https://counter.example"}]
    assert told["security"] == [{}, {"password": []}]
    assert {kind for path in told["paths"].values() for each in path.values()
            for kind in each["responses"].get("200", {}).get("content", {})} == {
        "application/json", "application/pdf", "text/html", "text/plain", "application/epub+zip",
        "application/ssml+xml", "application/x-brf"}  # fmt: skip


@pytest.mark.usefixtures("proves_here")
def test_a_print_of_several_leaflets_is_proved_by_its_seal(
    client: TestClient, content: Path, tmp_path: Path
) -> None:
    file, key = tmp_path / "leaflets.pdf", tmp_path / "config" / KEY_NAME
    orders = [{"id": "approvol", "patient": "Zoë"}, {"id": "lapsol", "accept_unapproved": True}]
    file.write_bytes(client.post("/api/v1/packs", json={"leaflets": orders}).content)
    asked = ["verify", "--no-rules", "--monograph", str(content), str(file)]
    assert run([*asked, "--key", str(key)]) == 0
    assert run(asked) == 3
    changed = file.read_bytes()
    at = changed.index(b"%%EOF")
    file.write_bytes(changed[:at] + b"% x\n" + changed[at:])
    assert run([*asked, "--key", str(key)]) == 1
