"""Two files that claim to be one medicine are both blocked; two languages of one are no twins."""

import shutil
from pathlib import Path

from starlette.testclient import TestClient


def _ask(client: TestClient, **order: object) -> tuple[int, dict[str, object]]:
    answer = client.post("/api/v1/leaflets", json={"id": "approvol", **order})
    return answer.status_code, answer.json() if "json" in answer.headers["content-type"] else {}


def test_a_backup_copy_blocks_both_and_both_are_named(client: TestClient, content: Path) -> None:
    copy = content / "approved (backup).yaml"
    shutil.copy(content / "approved.yaml", copy)
    status, problem = _ask(client)
    assert status == 409
    assert "approved.yaml" in str(problem["findings"])
    assert copy.name in str(problem["findings"])
    copy.unlink()
    assert _ask(client)[0] == 200


def test_two_languages_of_one_medicine_are_told_apart(client: TestClient, content: Path) -> None:
    original = (content / "approved.yaml").read_text(encoding="utf-8")
    other = original.replace("language: en", "language: de", 1)
    assert other != original
    (content / "german.yaml").write_text(other, encoding="utf-8")
    status, problem = _ask(client)
    assert (status, problem["type"]) == (409, "urn:leaflet:problem:several-languages")
    assert _ask(client, language="en")[0] == 200


def test_a_pharmacys_settings_are_the_defaults_of_the_interface(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    text = 'name = "Corner Pharmacy"\nregion = "uk"\npaper = "letter"\n'
    (tmp_path / "config" / "pharmacy.toml").write_text(text, encoding="utf-8")
    answer = client.post("/api/v1/leaflets", json={"id": "approvol"})
    assert "approvol-standard-letter.pdf" in answer.headers["content-disposition"]


def test_settings_that_cannot_be_read_are_said_on_every_order(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "pharmacy.toml").write_text("name = ", encoding="utf-8")
    status, problem = _ask(client)
    assert (status, problem["type"]) == (409, "urn:leaflet:problem:settings")
    assert _ask(client, accept_lost_settings=True)[0] == 200
    assert 'name="accept_lost_settings"' in client.get("/medicines/approvol").text
    taken = {"profile": "large", "accept_lost_settings": "yes"}
    assert client.post("/medicines/approvol/leaflet", data=taken).content.startswith(b"%PDF-")
