"""The whole way at the counter in a real browser: by mouse, by keyboard, without a trace, for everyone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route

from leaflet.cli import run
from leaflet.serve.settings import KEY_NAME
from tests.serve.browsers import (
    AXE,
    RERUN,
    Scheme,
    axe_violations,
    browsing,
    browsing_with_profile,
    open_page,
    wait_for_preview,
)
from tests.serve.conftest import medicine
from tests.serve.counters import Running, running
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.usefixtures("proves_here"), RERUN]
_PATIENT = "Quackenbush-Fforbes"
_DOSE = "Take 1 tablet of 10 mg at night."
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h2v2z"/></svg>'


@contextmanager
def _open_in(room: Path) -> Iterator[Running]:
    """Open a counter of two medicines, which writes into the room."""
    content = room / "content"
    content.mkdir()
    (content / "a.yaml").write_text(medicine("Approvol", approved=True), encoding="utf-8")
    (content / "b.yaml").write_text(medicine("Baclofen"), encoding="utf-8")
    with running(content, room / "home" / "server", "--watch") as opened:
        yield opened


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Open a counter for the tests that change neither its medicines nor its settings."""
    with _open_in(tmp_path_factory.mktemp("shared")) as opened:
        yield opened


@pytest.fixture
def own_counter(room: Path) -> Iterator[Running]:
    """Open a counter for one test; all it or the browser could write goes into the room."""
    with _open_in(room) as opened:
        yield opened


def _words(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def _assert_finished(file: Path, content: Path, *said: str) -> None:
    # What the pharmacy added is not at hand here, so the file is held to every rule and not made again.
    key = next(content.parent.rglob(KEY_NAME))
    assert run(["verify", "--no-remake", "--monograph", str(content), "--key", str(key), str(file)]) == 0
    words = _words(file)
    for each in said:
        assert each in words


def test_the_whole_way_by_mouse(own_counter: Running, room: Path, browser: Browser) -> None:
    logo = room / "logo.svg"
    logo.write_text(_LOGO, encoding="utf-8")
    with browsing(browser) as context:
        page = open_page(context, own_counter.address)
        page.get_by_role("navigation").get_by_role("link", name="Your pharmacy").click()
        page.get_by_label("Name", exact=True).fill("Corner Pharmacy")
        page.get_by_label("Phone").fill("01603 555 012")
        page.get_by_label("Logo").set_input_files(logo)
        page.get_by_role("button", name="Save").click()
        page.get_by_text("Saved.").wait_for()
        page.get_by_role("link", name="Medicines").click()
        page.get_by_label("Name, brand").fill("aprovol")
        page.get_by_role("link", name="Approvol").click()
        page.get_by_text("Large print, 18 point").click()
        page.get_by_label("Sides").select_option("one")
        page.get_by_label("Copies").fill("2")
        page.get_by_label("Name", exact=True).fill(_PATIENT)
        page.get_by_label("Your dose").fill(_DOSE)
        wait_for_preview(page, "× 2 copies")
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save PDF").click()
        file = room / saving.value.suggested_filename
        saving.value.save_as(file)
        for button, name in (("Read on screen", "approvol.html"), ("Text to listen to", "approvol.txt")):
            with page.expect_download() as saving:
                page.get_by_role("button", name=button).click()
            assert saving.value.suggested_filename == name
            saving.value.save_as(room / name)
            said = " ".join((room / name).read_text().split())
            assert _PATIENT in said
            (room / name).unlink()
    assert file.name == "approvol-large-a4.pdf"
    _assert_finished(file, room / "content", f"For: {_PATIENT}", _DOSE, "Corner Pharmacy", "01603 555 012")


def test_the_whole_way_by_keyboard(own_counter: Running, room: Path, browser: Browser) -> None:
    with browsing(browser) as context:
        page = open_page(context, own_counter.address)
        page.keyboard.type("baklofen")
        page.locator("#results li:first-child", has_text="Baclofen").wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Baclofen").first.wait_for()
        _tab_to(page, "input[name=profile]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.locator("input[name=profile]:checked").input_value() == "large"
        _tab_to(page, "#patient")
        page.keyboard.type(_PATIENT)
        _tab_to(page, "#dose")
        page.keyboard.type("Take 10mg")
        page.get_by_text("Write 10 mg, with a space").wait_for()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(_DOSE)
        page.get_by_text("Write 10 mg, with a space").wait_for(state="detached")
        late: list[Route] = []
        page.route("**/preview", lambda route: late.append(route))
        with page.expect_request(lambda request: "night.+&" in (request.post_data or "")):
            page.keyboard.type(" ")
        _tab_to(page, "[data-save]")
        page.keyboard.press("Enter")
        page.get_by_text("First tick").wait_for()
        late[-1].continue_()
        wait_for_preview(page, "of A4")
        page.unroute("**/preview")
        assert page.get_by_text("First tick").is_visible()  # a late answer takes nothing away
        assert page.evaluate("document.activeElement.id") == "accept"  # the deliberate step comes to the user
        page.keyboard.press("Space")
        _tab_to(page, "[data-save]")
        with page.expect_download() as saving:
            page.keyboard.press("Enter")
        file = room / saving.value.suggested_filename
        saving.value.save_as(file)
    _assert_finished(file, room / "content", f"For: {_PATIENT}", _DOSE, "Draft: not yet approved")


@pytest.mark.parametrize(
    ("walked_to", "focused"),
    [
        pytest.param(1, "/medicines/approvol?language=en", id="still-found"),
        pytest.param(2, "q", id="no-longer-found"),
    ],
)
def test_a_late_answer_leaves_the_focus_where_enter_works(
    counter: Running, browser: Browser, walked_to: int, focused: str
) -> None:
    with browsing(browser) as context:
        page = open_page(context, counter.address)
        late: list[Route] = []
        page.route("**/search?q=approvol", lambda route: late.append(route))
        with page.expect_request("**/search?q=approvol"):
            page.keyboard.insert_text("approvol")
        for _ in range(walked_to):
            page.keyboard.press("ArrowDown")
        page.evaluate("document.querySelector('#results ul').id = 'before'")
        late[0].continue_()
        page.locator("#before").wait_for(state="detached")
        at = page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.id")
        assert at == focused
        page.unroute("**/search?q=approvol")
        page.keyboard.press("Enter")
        page.wait_for_url("**/medicines/approvol?language=en")


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` names has the focus, and see that the focus shows."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"no Tab leads to {selector}")


def test_print_hands_the_real_file_to_the_browser(counter: Running, browser: Browser) -> None:
    with browsing(browser) as context:
        page = open_page(context, f"{counter.address}medicines/approvol")
        assert page.evaluate("document.activeElement.tagName") == "H1"  # the focus is where the work begins
        wait_for_preview(page, "2 pages, 1 sheet of A4")
        page.get_by_label("Name", exact=True).fill(_PATIENT)
        # A browser without a window has no print dialog: see that it is called, and on what.
        page.evaluate(
            """() => document.querySelector("#press").addEventListener("load", (event) => {
                event.target.contentWindow.print = () => { event.target.dataset.printed = "yes"; };
            }, true)"""
        )
        page.get_by_role("button", name="Print").click()
        page.locator("#press[data-printed=yes]").wait_for(state="attached")
        source = page.locator("#press").get_attribute("src") or ""
        kind = page.evaluate(
            "async (at) => (await fetch(at).catch(() => null))?.headers.get('content-type')", source
        )
        assert source.startswith("blob:http://127.0.0.1")
        assert kind in {"application/pdf", None}


def test_what_may_not_be_printed_says_why_beside_the_button(
    own_counter: Running, room: Path, browser: Browser
) -> None:
    (room / "content" / "copy.yaml").write_text(medicine("Approvol", approved=True), encoding="utf-8")
    with browsing(browser) as context:
        page = open_page(context, own_counter.address)
        page.locator(".card", has_text="Not printable").first.wait_for()
        page.goto(f"{own_counter.address}medicines/approvol")
        for name in ("Print", "Save PDF", "Add another medicine", "Braille file"):
            button = page.get_by_role("button", name=name)
            assert button.is_disabled()
            assert button.get_attribute("aria-describedby") == "standing"
        page.get_by_label("Note").fill("Come back on Friday.")
        page.get_by_role("link", name="Skip to the content").press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.get_by_role("link", name="Not printable: see why").click()
        assert page.evaluate("document.activeElement.id") == "standing"
        assert "a.yaml and copy.yaml have the same id" in page.locator("#standing").inner_text()
        assert page.get_by_label("Note").input_value() == "Come back on Friday."
        page.emulate_media(media="print")  # nor does the browser's own menu print a screen for a leaflet
        shown = page.evaluate(
            "[...document.body.children].filter((each) => getComputedStyle(each).display !== 'none')"
            ".map((each) => each.className)"
        )
        assert shown == ["on-paper"]
        assert "Approvol" not in page.locator(".on-paper").inner_text()


def test_a_patients_name_is_found_nowhere_afterwards(
    own_counter: Running, room: Path, browser: Browser
) -> None:
    asked: list[str] = []
    with browsing_with_profile(browser, room / "home" / "profile") as context:
        context.on("request", lambda request: asked.append(request.url))
        page = open_page(context, f"{own_counter.address}medicines/approvol")
        page.get_by_label("Name", exact=True).fill(_PATIENT)
        page.get_by_label("Your dose").fill(f"{_PATIENT} takes 1 tablet.")
        page.get_by_label("Note").fill(f"Come back on Friday, {_PATIENT}.")
        page.get_by_text(f"For: {_PATIENT}").first.wait_for(state="attached")
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save PDF").click()
        saving.value.delete()
        page.get_by_role("button", name="Done, next patient").click()
        page.get_by_role("heading", name="Which medicine?").wait_for()
        page.go_back()
        page.get_by_role("heading", name="Approvol", level=1).wait_for()
        assert page.get_by_label("Name", exact=True).input_value() == ""
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert context.cookies() == []
        page.goto(f"{own_counter.address}settings")
    own_counter.process.terminate()
    own_counter.process.wait(PATIENCE)
    assert asked
    assert not [url for url in asked if "uackenbush" in url]
    found = [str(path) for path in _files(room) if _holds(path, "uackenbush")]
    assert found == []
    assert len(list(_files(room))) > 20  # the browser did write its profile where we looked


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _holds(path: Path, word: str) -> bool:
    data = path.read_bytes()
    return any(word.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))


def test_the_search_for_a_name_would_find_it(tmp_path: Path) -> None:
    for number, code in enumerate(("utf-8", "utf-16-le")):
        (tmp_path / f"{number}").write_bytes(b"\x00" + _PATIENT.encode(code))
    assert [_holds(path, "uackenbush") for path in _files(tmp_path)] == [True, True]


def test_an_authors_change_shows_in_place(own_counter: Running, room: Path, browser: Browser) -> None:
    file = room / "content" / "a.yaml"
    with browsing(browser) as context:
        page = open_page(context, f"{own_counter.address}medicines/approvol")
        page.get_by_text("The words of the leaflet").click()
        page.mouse.wheel(0, 300)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("For muscle spasms", "For tight muscles"), encoding="utf-8")
        page.locator("details[open]", has_text="For tight muscles").wait_for()
        assert page.evaluate("scrollY") > 0
        file.write_text(text.replace("warnings:", "warnigs:"), encoding="utf-8")
        page.get_by_text("This preview is the last good one").wait_for()
        assert page.locator(".thumbs img").count() > 0
        page.locator("#findings a").first.click()
        page.get_by_text("warnigs:").wait_for()


SCREENS = (
    "",
    "?q=nothing",
    "medicines/approvol",
    "medicines/baclofen",
    "reading-test",
    "settings",
    "nowhere",
)
LOOKS = [
    pytest.param("light", (1280, 900), 1.0, id="light"),
    pytest.param("dark", (320, 640), 1.0, id="dark-320px"),
    pytest.param("light", (1280, 900), 2.0, id="light-200%"),
]


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there: run npm install in tests/serve")
@pytest.mark.parametrize(("scheme", "size", "zoom"), LOOKS)
def test_axe_finds_nothing_on_any_screen(
    counter: Running, browser: Browser, scheme: Scheme, size: tuple[int, int], zoom: float
) -> None:
    with browsing(browser, size=size, scheme=scheme, zoom=zoom) as context:
        for screen in SCREENS:
            page = open_page(context, counter.address + screen)
            if screen == "medicines/baclofen":  # with everything said that the screen can say
                page.get_by_label("Your dose").fill("Take 10mg")
                page.get_by_text("Write 10 mg, with a space").wait_for()
                page.get_by_role("button", name="Save PDF").click()
                page.get_by_text("The words of the leaflet").click()
            assert axe_violations(page) == [], screen
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= round(size[0] / zoom), f"{screen} scrolls sideways"
