"""The screens: what they show, and what they never say."""

import base64
import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from starlette.testclient import TestClient

from leaflet.forms import FORMS
from leaflet.serve.app import _SCRIPTS, Setup, open_counter
from leaflet.size_sheet import sizes
from leaflet.values import altered
from tests.forms import needs_liblouis
from tests.serve.conftest import HOME, medicine
from tests.waiting import wait_until


def test_an_empty_folder_is_said(setup: Setup, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "notes.txt").write_text("nothing")
    with TestClient(open_counter(altered(setup, content=empty)), base_url=HOME) as client:
        assert f"There is no monograph (*.yaml) in {empty} yet." in client.get("/").text
        (empty / "bad.yaml").write_text("id: x")
        assert "No file can be used as it is." in client.get("/").text


def test_the_list_shows_each_medicine_with_its_standing(client: TestClient) -> None:
    page = client.get("/").text
    for said in ("3 medicines", "Approvol", "Approved", "Baclofen", "Draft", "Lapsol", "Review overdue"):
        assert said in page
    assert "broken.yaml" in page
    assert "warnigs" in page


@pytest.mark.parametrize("path", ["/?q=lapsl", "/search?q=lapsl"])
def test_the_search_works_with_and_without_script(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "Lapsol" in page
    assert "Approvol" not in page


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    assert "<script>x" not in client.get("/", params={"q": '"><script>x</script>'}).text
    sent = {"name": '"><script>x</script>', "phone": "1" * 50}
    assert "<script>x" not in client.post("/settings", data=sent).text


def test_the_screen_starts_from_its_address_but_takes_no_words_from_it(client: TestClient) -> None:
    page = client.get("/medicines/approvol?profile=large&copies=2&patient=Quackenbush&dose=x").text
    assert re.search(r'value="large"[^>]* checked', page)
    assert "copies" in page
    assert "Quackenbush" not in page


def test_a_nonsense_address_falls_back_to_the_usual(client: TestClient) -> None:
    page = client.get("/medicines/approvol?profile=huge&copies=-1").text
    assert re.search(r'value="standard"[^>]* checked', page)


def test_the_preview_shows_each_page_and_the_sheets(client: TestClient) -> None:
    sent = {"profile": "giant", "copies": "2", "sides": "one", "patient": "Zoë Quackenbush"}
    page = client.post("/medicines/approvol/preview", data=sent).text
    pages = page.count("data-number=")
    assert f"{pages} pages × 2 copies, {2 * pages} sheets of A4" in page
    assert "For: Zoë Quackenbush" in re.sub(r"<[^>]+>", "", page)
    assert re.search(r"<h3>What baclofen is</h3>", page)  # the words are headings and lists
    assert "<ul>" in page


def test_a_dose_that_can_be_misread_is_said_at_once(client: TestClient) -> None:
    page = client.post("/medicines/approvol/preview", data={"dose": "Take 10mg BD"}).text
    assert "Write 10 mg, with a space" in page
    assert "Write 2 times a day" in page
    assert client.post("/medicines/approvol/leaflet", data={"dose": "Take 10mg BD"}).status_code == 422


@pytest.mark.parametrize(
    ("name", "reason"), [("baclofen", "draft"), ("lapsol", "checked again by 25 November")]
)
def test_what_is_not_approved_says_why_and_takes_a_step(client: TestClient, name: str, reason: str) -> None:
    assert reason in client.get(f"/medicines/{name}").text
    path = f"/medicines/{name}/leaflet"
    assert client.post(path, data={"profile": "large"}).status_code == 409
    assert client.post(path, data={"profile": "large", "accept_unapproved": "yes"}).content.startswith(
        b"%PDF"
    )


def test_the_reading_test_is_a_sheet_of_its_own(client: TestClient) -> None:
    assert "/reading-test/letter.pdf" in client.get("/reading-test").text
    assert client.get("/reading-test/letter.pdf").content.startswith(b"%PDF")
    assert client.get("/reading-test/a0.pdf").status_code == 404


def test_the_samples_on_screen_have_the_sizes_of_print(client: TestClient) -> None:
    style = client.get("/static/desk.css").text
    shown = {name: float(size) for name, size in re.findall(r"\.at-(\w+) \{ font-size: ([\d.]+)pt", style)}
    assert shown == sizes()


def test_nothing_is_fetched_from_elsewhere(client: TestClient) -> None:
    for path in (
        "/",
        "/medicines/approvol",
        "/reading-test",
        "/settings",
        "/static/serve.css",
        "/static/desk.css",
        *(f"/static/{name}" for name in _SCRIPTS),
    ):
        text = client.get(path).text.replace("http://www.w3.org/2000/svg", "")
        text = re.sub(r"<code>[^<]*</code>", "", text)  # an address to read is none to fetch from
        assert "http://" not in text
        assert "https://" not in text
        assert "style=" not in text
        assert not re.search(r"\son\w+=", text)


def test_the_page_asks_for_no_memory_of_the_patient(client: TestClient) -> None:
    page = client.get("/medicines/approvol").text
    fields = re.findall(r"<(?:input|textarea)[^>]*data-private[^>]*>", page)
    assert len(fields) == 3
    assert all('autocomplete="off"' in field and 'spellcheck="false"' in field for field in fields)
    scripts = [client.get(f"/static/{name}").text for name in _SCRIPTS]
    kept = r"localStorage\S*|sessionStorage|indexedDB|document\.cookie|replaceState"
    # What is kept is whether keys of one character are off, and nothing else.
    said = {found for script in scripts for found in re.findall(kept, script)}
    assert said == {"localStorage.getItem(OFF)", "localStorage.setItem(OFF,", "localStorage.removeItem(OFF);"}
    # The history gets an address, and nothing with it.
    pushed = [call for script in scripts for call in re.findall(r"pushState\([^)]*\)", script)]
    assert pushed == ['pushState(null, "", address)']


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/", 405)])
def test_what_is_not_there_is_a_screen_too(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert "Back to the medicines" in answer.text
    assert client.request(method, f"/api{path}").headers["content-type"] == "application/problem+json"


def _pictures(client: TestClient, fields: dict[str, str]) -> list[Image.Image]:
    page = client.post("/medicines/approvol/preview", data=fields).text
    found = re.findall(r'class="thumbs"|<li><button[^>]*><img src="data:image/png;base64,([^"]+)"', page)
    return [Image.open(io.BytesIO(base64.b64decode(each))).convert("L") for each in found if each]


def _marked_more(before: Image.Image, after: Image.Image) -> bool:
    """Tell whether a picture is another one with much over it, and nothing of that taken away."""
    less = ImageChops.subtract(after, before).histogram()
    more = ImageChops.subtract(before, after).histogram()
    return sum(less[64:]) == 0 and sum(more[64:]) > 0.02 * before.width * before.height


def test_a_preview_of_what_may_not_be_printed_is_marked_on_every_page(
    client: TestClient, content: Path
) -> None:
    fields = {"profile": "standard"}
    plain = _pictures(client, fields)
    (content / "twin.yaml").write_text(medicine("Approvol", approved=True), encoding="utf-8")
    client.get("/")
    marked = _pictures(client, fields)
    assert len(plain) == len(marked) > 1
    assert all(map(_marked_more, plain, marked))


def test_a_preview_is_marked_until_the_words_are_confirmed(client: TestClient) -> None:
    fields = {"note": "Stop taking it after Friday."}
    asked = client.post("/medicines/approvol/preview", data=fields).text
    (confirmation,) = re.findall(r'name="confirmed" value="([^"]+)"', asked)
    marked, plain = _pictures(client, fields), _pictures(client, {**fields, "confirmed": confirmation})
    assert all(map(_marked_more, plain, marked))


@pytest.mark.parametrize("slip", [{"copies": "99"}, {"paper": "a5", "profile": "giant"}])
def test_another_mistake_hides_none_of_the_words(client: TestClient, slip: dict[str, str]) -> None:
    answer = client.post("/medicines/approvol/preview", data={"dose": "Take 10mg", **slip})
    assert answer.status_code == 422
    assert (
        "glues the number to its unit"
        in re.findall(r'data-slot="dose">(.*?)</div>', answer.text, re.DOTALL)[0]
    )
    assert ("not from 1 to 20" in answer.text) == ("copies" in slip)


def test_a_confirmation_is_asked_for_beside_its_sentence_and_stays_ticked(client: TestClient) -> None:
    words = {"note": "Stop taking it after Friday."}
    asked = client.post("/medicines/approvol/preview", data=words).text
    (confirmation,) = re.findall(r'name="confirmed" value="([^"]+)">', asked)
    sent = {**words, "confirmed": confirmation}
    ticked = client.post("/medicines/approvol/preview", data=sent).text
    assert f'value="{confirmation}" checked' in ticked
    assert client.post("/medicines/approvol/leaflet", data=words).status_code == 422
    assert client.post("/medicines/approvol/leaflet", data=sent).status_code == 200


@pytest.mark.parametrize(
    ("form", "label", "name"),
    [
        ("html", "Read on screen", "approvol.html"),
        ("text", "Text to listen to", "approvol.txt"),
        pytest.param("braille", "Braille file", "approvol.brf", marks=needs_liblouis),
    ],
)
def test_other_forms_of_the_leaflet_are_offered(client: TestClient, form: str, label: str, name: str) -> None:
    assert f">{label}</button>" in client.get("/medicines/approvol").text
    answer = client.post(f"/medicines/approvol/forms/{form}", data={"note": "Ask Zoë at the counter."})
    assert answer.status_code == 200
    assert name in answer.headers["content-disposition"]
    assert "Ask Zoë at the counter." in " ".join(FORMS[form].read(answer.content))
    assert client.post(f"/medicines/baclofen/forms/{form}", data={"note": ""}).status_code == 409


def test_a_form_that_there_is_not_is_not_found(client: TestClient) -> None:
    assert client.post("/medicines/approvol/forms/music").status_code == 404


def test_names_that_look_alike_are_listed_in_tall_man_letters(content: Path, client: TestClient) -> None:
    for name in ("Diltiazem", "Diazepam"):
        (content / f"{name}.yaml").write_text(medicine(name), encoding="utf-8")
    found = client.get("/search?q=diltiazem").text + client.get("/search?q=diazepam").text
    assert "dilTIAZem" in found
    assert "diazePAM" in found


def test_a_file_of_which_nothing_is_printed_is_told_to_who_started_the_counter(
    setup: Setup, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leaflet.serve.app._FIRST_PAGE", 0.0)
    told: list[Path] = []
    with TestClient(open_counter(altered(setup, tell=told.extend)), base_url=HOME):
        wait_until(lambda: bool(told))
    assert told == [content / "broken.yaml"]
