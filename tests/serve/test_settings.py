"""The pharmacy's settings: written whole, read again when they change, and never trusted."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from leaflet.images import read_logo
from leaflet.serve.settings import FILE_NAME, Settings, SettingsFile

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h2v2z"/></svg>'
_SET = {
    "name": "Corner Pharmacy",
    "address": "12 High Street",
    "phone": "01603 555 012",
    "hours": "9 to 6",
    "online": "https://corner.example/{id}-{language}.html",
    "paper": "letter",
    "region": "us",
}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    settings = Settings(**_SET, logo=read_logo(_SVG))
    SettingsFile(tmp_path / "deep" / "folder").write(settings)
    assert SettingsFile(tmp_path / "deep" / "folder").read() == settings


def test_a_change_by_hand_is_noticed(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    assert file.read().pharmacy is None
    (tmp_path / FILE_NAME).write_text('name = "By hand"\n', encoding="utf-8")
    assert file.read().name == "By hand"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("name = ", "TOML"),
        ("name = 7", "name: this is no text"),
        (f'name = "{"x" * 81}"', "81 characters"),
        ('paper = "a9"', "paper"),
        ("region = []", "region"),
        ('logo = "../secret.png"', "same folder"),
        ('logo = "missing.png"', "cannot be read"),
        ("logo = 7", "same folder"),
        ('online = "http://corner.example/{id}"', "by https"),
        ('online = "https://corner.example/{id}{key}"', "no other field"),
        ('online = "https://corner.example/leaflets"', "with {id}"),
        ('online = "https://corner.example/{id.__class__}/{id}"', "no other field"),
        ('online = "https://a@corner.example/{id}"', "by https"),
    ],
)
def test_a_slip_in_the_file_is_a_sentence(tmp_path: Path, text: str, trouble: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert trouble in SettingsFile(tmp_path).read().trouble


def test_a_file_that_is_no_text_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe")
    assert "UTF-8" in SettingsFile(tmp_path).read().trouble


def test_settings_that_cannot_be_read_are_said_on_the_first_page(client: TestClient, tmp_path: Path) -> None:
    assert "not taken whole" not in client.get("/").text
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "pharmacy.toml").write_text("region = [broken", encoding="utf-8")
    assert "not taken whole" in client.get("/").text


def test_the_settings_page_keeps_what_was_typed(client: TestClient, tmp_path: Path) -> None:
    sent = client.post("/settings", data=_SET, files={"logo": ("../../x.svg", _SVG, "image/svg+xml")})
    assert sent.url.path == "/settings"
    assert "Saved" in sent.text
    assert sorted(path.name for path in (tmp_path / "config").iterdir()) == ["pharmacy-logo.png", FILE_NAME]
    assert client.get("/settings/logo.png").content.startswith(b"\x89PNG")
    screen = client.get("/medicines/approvol").text
    assert "Corner Pharmacy" in screen
    assert '<option value="letter" selected>' in screen


def test_the_logo_can_be_taken_away(client: TestClient) -> None:
    client.post("/settings", data=_SET, files={"logo": ("x.svg", _SVG)})
    client.post("/settings", data={**_SET, "no_logo": "yes"})
    assert client.get("/settings/logo.png").status_code == 404


@pytest.mark.parametrize(
    ("changed", "files", "reason"),
    [
        ({"name": ""}, {}, "needs a name"),
        ({"phone": "1" * 41}, {}, "41 characters"),
        ({"paper": "a9"}, {}, "none of the choices"),
        ({"online": "http://corner.example/"}, {}, "by https"),
        ({}, {"logo": ("x.png", b"GIF89a")}, "neither a PNG nor an SVG"),
        ({}, {"logo": ("x.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")}, "script"),
    ],
)
def test_nothing_is_saved_when_something_is_wrong(
    client: TestClient,
    tmp_path: Path,
    changed: dict[str, str],
    files: dict[str, tuple[str, bytes]],
    reason: str,
) -> None:
    answer = client.post("/settings", data={**_SET, **changed}, files=files)
    assert answer.status_code == 422
    assert reason in answer.text
    field = next(iter(changed or files))
    if field != "paper":  # which is chosen, and not typed
        assert f'id="{field}-slip"' in answer.text  # said beside its field
        assert all(f'value="{value}"' in answer.text for value in changed.values())  # and there to be mended
    assert not (tmp_path / "config").exists()


def test_the_country_is_asked_for_before_the_first_leaflet_and_then_no_more(client: TestClient) -> None:
    asked = "whose emergency number is printed"
    assert asked in client.get("/").text
    for none in ("atlantis", ""):  # nothing is chosen by leaving it open
        assert client.post("/settings/region", data={"region": none}).status_code == 422
    home = client.post("/settings/region", data={"region": "ie"})
    assert home.url.path == "/"
    assert asked not in home.text
    assert '<option value="ie" selected>' in client.get("/medicines/approvol").text
