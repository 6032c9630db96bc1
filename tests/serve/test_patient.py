"""One patient at a time, in a real browser: what stays from medicine to medicine, and what wipes it."""

import json
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.serve.browsers import (
    AXE,
    RERUN,
    Hand,
    Scheme,
    axe_violations,
    browsing,
    open_page,
    wait_for_preview,
)
from tests.serve.conftest import medicine
from tests.serve.counters import Running, running

pytestmark = RERUN
_NAMES = ("Approvol", "Brindol", "Corvanol", "Deltanol", "Estorol")
_PATIENT = "Zoë Quackenbush"
_DOSE = "Take 1 tablet of 10 mg at night."


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Open a counter of five medicines; no test changes them, or its settings."""
    room = tmp_path_factory.mktemp("counter")
    content = room / "content"
    content.mkdir()
    for name in _NAMES:
        (content / f"{name}.yaml").write_text(medicine(name, approved=True), encoding="utf-8")
    with running(content, room / "home" / "server") as opened:
        yield opened


@pytest.fixture
def page(counter: Running, browser: Browser) -> Iterator[Page]:
    """Yield the first screen, in a browser whose print dialog only counts how often it opens."""
    with browsing(browser) as context:
        opened = open_page(context, counter.address)
        opened.evaluate(
            """() => {
                window.dialogs = 0;
                document.querySelector("#press").addEventListener("load", (event) => {
                    if (event.target.src) event.target.contentWindow.print = () => { window.dialogs += 1; };
                }, true);
            }"""
        )
        yield opened


def _open(hand: Hand, name: str) -> None:
    hand.type(name.lower())
    hand.press("Enter")
    hand.page.get_by_role("heading", name=name, level=1).wait_for()


def _wait_for_dialog(page: Page) -> None:
    page.wait_for_function("() => window.dialogs > 0")


def test_one_medicine_takes_eight_actions(page: Page) -> None:
    hand = Hand(page)
    _open(hand, "Approvol")
    hand.press("3")
    hand.press("Tab")
    hand.type(_PATIENT)
    hand.press("Tab")
    hand.type(_DOSE)
    hand.press("ControlOrMeta+p")
    _wait_for_dialog(page)
    assert hand.actions <= 8
    assert page.evaluate("window.dialogs") == 1


def test_five_medicines_for_one_patient_take_twenty_actions_and_one_dialog(page: Page) -> None:
    hand = Hand(page)
    _open(hand, _NAMES[0])
    hand.press("3")
    hand.press("Tab")
    hand.type(_PATIENT)
    for number, name in enumerate(_NAMES[1:], start=1):
        hand.press("ControlOrMeta+Enter")
        page.get_by_text(f"{_NAMES[number - 1]} is in this print").wait_for()
        _open(hand, name)
    with page.expect_response("**/print") as printing:
        hand.press("ControlOrMeta+p")
    _wait_for_dialog(page)
    assert hand.actions <= 20
    assert page.evaluate("window.dialogs") == 1
    asked = json.loads(printing.value.request.post_data or "")["leaflets"]
    assert [order["id"] for order in asked] == [[name.lower()] for name in _NAMES]
    assert {(*order["patient"], *order["profile"]) for order in asked} == {(_PATIENT, "large")}
    assert printing.value.headers["content-disposition"] == 'attachment; filename="leaflets.pdf"'


def test_size_paper_and_name_stay_until_the_next_patient(page: Page) -> None:
    hand = Hand(page)
    _open(hand, "Approvol")
    hand.press("4")
    page.get_by_label("Paper").select_option("letter")
    page.get_by_label("Name", exact=True).fill(_PATIENT)
    page.get_by_label("Your dose").fill(_DOSE)
    page.get_by_role("link", name="All medicines").click()
    page.get_by_role("heading", name="Which medicine?").wait_for()
    _open(hand, "Brindol")
    wait_for_preview(page, "US Letter")
    assert page.locator("[name=profile]:checked").input_value() == "giant"
    assert page.get_by_label("Name", exact=True).input_value() == _PATIENT
    assert page.get_by_label("Your dose").input_value() == ""  # a dose belongs to one medicine
    page.set_viewport_size({"width": 820, "height": 1180})  # a tablet: the bar has two rows and no more
    assert page.locator("#bar").evaluate("each => each.offsetHeight") < 3 * 56
    page.get_by_role("button", name="Done, next patient").click()
    page.get_by_text("Nothing of the last one is kept").wait_for()
    assert page.evaluate("document.activeElement.id") == "q"  # the focus is where the work is
    _open(hand, "Brindol")
    wait_for_preview(page, "of A4")
    assert page.locator("[name=profile]:checked").input_value() == "standard"
    assert page.get_by_label("Name", exact=True).input_value() == ""


def test_five_idle_minutes_wipe_all_and_say_so_before(page: Page) -> None:
    page.clock.install(time=0)
    page.clock.pause_at(600_000)  # from now on time goes on where it is told to, and nowhere else
    page.reload()
    hand = Hand(page)
    _open_in_stopped_time(hand, "Approvol")
    page.get_by_label("Name", exact=True).fill(_PATIENT)
    page.clock.run_for(4 * 60_000 + 45_000)
    page.get_by_text("In half a minute").wait_for()
    page.keyboard.press("Shift")  # any key keeps it
    page.clock.run_for(4 * 60_000)
    assert page.get_by_label("Name", exact=True).input_value() == _PATIENT
    page.clock.run_for(60_000)
    page.get_by_text("all that was kept of the patient is gone").wait_for()
    assert _PATIENT not in page.content()
    assert page.locator("#bar").is_hidden()


def _open_in_stopped_time(hand: Hand, name: str) -> None:
    hand.type(name.lower())
    hand.press("Enter")
    hand.page.clock.run_for(200)
    hand.page.get_by_role("heading", name=name, level=1).wait_for()


def test_the_keys_that_are_shown_work(page: Page) -> None:
    hand = Hand(page)
    hand.type("brindol")
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""
    _open(hand, "Approvol")
    for key, size in zip("1234", ("standard", "clear", "large", "giant"), strict=True):
        page.keyboard.press(key)
        assert page.locator("[name=profile]:checked").input_value() == size
    page.get_by_label("Note").focus()
    page.keyboard.type("Come back in 3 days.")
    page.keyboard.press("Escape")  # out of the field first
    assert page.locator("[name=profile]:checked").input_value() == "giant"
    page.keyboard.press("/")
    page.get_by_role("heading", name="Which medicine?").wait_for()
    assert page.evaluate("document.activeElement.id") == "q"
    shown = page.eval_on_selector_all(
        "[aria-keyshortcuts]",
        "all => all.map((each) => each.ariaKeyShortcuts ?? each.getAttribute('aria-keyshortcuts'))",
    )
    assert {"/", "Control+P", "Control+Enter"} <= set(shown)


def test_sheets_stand_beside_every_size_and_the_largest_that_fits_is_found(page: Page) -> None:
    _open(Hand(page), "Approvol")
    counts = page.locator("[data-sheets]", has_text="sheet")
    page.wait_for_function("() => document.querySelectorAll('[data-sheets]:not(:empty)').length === 6")
    said = {
        each.get_attribute("data-sheets"): int((each.text_content() or "").split()[0])
        for each in counts.all()
    }
    assert len(said) == 6
    room = said["large"]
    page.get_by_label("Largest print on").fill(str(room))
    page.get_by_role("button", name="Choose it").click()
    fitting = [size for size in ("standard", "clear", "large", "giant") if said[size] <= room]
    assert page.locator("[name=profile]:checked").input_value() == fitting[-1]
    page.get_by_label("Paper").select_option("a5")
    page.locator("[data-sheets=giant]", has_text="does not fit this paper").wait_for()
    page.get_by_label("Copies").fill("99")  # an order that has mistakes comes to nothing
    page.get_by_text("this is not from 1 to 20").wait_for()
    assert set(page.locator("[data-sheets]").all_text_contents()) == {""}
    page.get_by_label("Copies").fill("1")
    page.get_by_label("Largest print on").fill("0")
    page.get_by_role("button", name="Choose it").click()
    page.get_by_text("No size fits 0 sheets").wait_for()


def test_a_refusal_of_the_print_stays_until_it_is_mended(page: Page) -> None:
    _open(Hand(page), "Approvol")
    page.get_by_label("Your dose").fill("Take 10mg.")
    page.get_by_label("Note").fill("Stop taking it after Friday.")
    page.get_by_role("button", name="Print").click()
    page.locator("#refused", has_text="glues").wait_for()
    page.locator("#refused", has_text="may confirm it beside its field").wait_for()
    assert page.locator("#refused input").count() == 0  # a tick there would belong to no order
    page.get_by_label("Note").fill("")
    page.get_by_role("button", name="Save PDF").click(trial=True)  # nothing lies over it
    page.get_by_label("Your dose").fill(_DOSE)
    page.get_by_label("Copies").fill("2")
    wait_for_preview(page, "× 2")
    assert page.locator("#refused", has_text="glues").is_visible()
    page.get_by_role("button", name="Print").dblclick()
    _wait_for_dialog(page)
    assert page.locator("#refused").text_content() == ""
    assert page.evaluate("window.dialogs") == 1  # a double click prints once


def test_the_page_can_be_read_large_and_at_its_real_size(page: Page) -> None:
    _open(Hand(page), "Approvol")
    page.locator(".thumbs button").nth(1).wait_for()
    page.locator(".thumbs button").nth(1).click()
    assert (page.locator(".large img").get_attribute("alt") or "").startswith("Page 2 of")
    page.locator(".large img").click()
    width = page.locator(".large img").evaluate("each => each.getBoundingClientRect().width")
    assert abs(width - 210 / 25.4 * 96) < 2  # A4, in pixels of 1/96 inch
    page.get_by_role("button", name="Real size").click()
    assert page.locator(".viewer.is-real").count() == 0


# What is touched and stands less than 56 px high; a link among words is as high as they are.
_LOW = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary, .tick, .size")]
    .filter((each) => each.checkVisibility() && !each.matches("label *, p.hint a, p.lead a"))
    .map((each) => [each.outerHTML.slice(0, 60), Math.round(each.getBoundingClientRect().height)])
    .filter(([, height]) => height < 56)"""
_SCHEMES: tuple[tuple[Scheme, Literal["none", "active"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("light", "active"),
    ("dark", "active"),
)
_SAMPLES = """() => [...document.querySelectorAll(".sample")].map((each) => {
    let ground = each;
    const colour = () => getComputedStyle(ground).backgroundColor;
    while (colour().endsWith(", 0)")) ground = ground.parentElement;
    return [getComputedStyle(each).color, colour()];
})"""


def test_what_is_touched_is_tall_and_samples_are_black_on_white_in_every_scheme(
    counter: Running, page: Page
) -> None:
    for screen, samples in (("?q=brin", 0), ("medicines/approvol", 6), ("reading-test", 6), ("settings", 0)):
        page.goto(f"{counter.address}{screen}")
        assert page.evaluate(_LOW) == []
        for scheme, forced in _SCHEMES:
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            assert page.evaluate(_SAMPLES) == [["rgb(0, 0, 0)", "rgb(255, 255, 255)"]] * samples


def test_a_leaflet_can_be_taken_out_of_the_print_again(page: Page) -> None:
    hand = Hand(page)
    for name in _NAMES[:2]:
        _open(hand, name)
        hand.press("ControlOrMeta+Enter")
        page.get_by_text(f"{name} is in this print").wait_for()
    page.get_by_role("button", name="Take Approvol out").click()
    with page.expect_response("**/print") as printing:
        hand.press("ControlOrMeta+p")
    asked = json.loads(printing.value.request.post_data or "")["leaflets"]
    assert [order["id"] for order in asked] == [["brindol"]]


@pytest.mark.parametrize("size", [(320, 640), (640, 450)], ids=["320px", "200%"])
def test_the_whole_way_by_keyboard_on_a_narrow_screen(
    counter: Running, browser: Browser, size: tuple[int, int]
) -> None:
    with browsing(browser, size=size) as context:
        page = open_page(context, counter.address)
        hand = Hand(page)
        _open(hand, "Approvol")
        hand.press("3")
        hand.press("Tab")
        hand.type(_PATIENT)
        hand.press("Tab")
        hand.type("Take 10mg.")
        page.get_by_text("glues the number").wait_for()
        for _ in range(24):  # wherever the focus goes, nothing lies over it, and nothing scrolls sideways
            hand.press("Tab")
            assert page.evaluate(_HIDDEN) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.get_by_label("Your dose").focus()
        hand.press("ControlOrMeta+a")
        hand.type(_DOSE)
        page.get_by_text("glues the number").wait_for(state="detached")
        hand.press("ControlOrMeta+Enter")
        page.get_by_text("Approvol is in this print").wait_for()
        _open(hand, "Brindol")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        with page.expect_response("**/print") as printing:
            hand.press("ControlOrMeta+p")
        assert printing.value.status == 200


# The focused element where no part of it can be seen; "" where some can (WCAG 2.2, 2.4.11).
_HIDDEN = """() => {
    const each = document.activeElement;
    if (each === document.body) return "";
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const x = Math.max(left, 0) + Math.min(right - left, 40) / 2;
    for (let y = Math.max(top, 0) + 2; y < Math.min(bottom, innerHeight); y += 8) {
        const over = document.elementFromPoint(x, y);
        if (!over) continue;
        if (each.contains(over) || over.contains(each) || over.closest("label")?.contains(each)) return "";
    }
    return each.outerHTML.slice(0, 80);
}"""


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there: run npm install in tests/serve")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (320, 640)], ids=["1280px", "320px"])
def test_axe_finds_nothing_along_the_way(
    counter: Running, browser: Browser, scheme: Scheme, size: tuple[int, int]
) -> None:
    with browsing(browser, size=size, scheme=scheme) as context:
        page = open_page(context, counter.address)
        hand = Hand(page)
        _open(hand, "Approvol")
        page.get_by_label("Name", exact=True).fill(_PATIENT)
        hand.press("ControlOrMeta+Enter")
        page.get_by_text("Approvol is in this print").wait_for()
        assert (
            axe_violations(page) == []
        )  # the first screen, with a country to choose and a leaflet in the print
        _open(hand, "Brindol")
        page.get_by_label("Note").fill("Stop taking it after Friday.")
        page.get_by_text("I am the pharmacist").wait_for()
        page.get_by_role("button", name="Print", exact=False).last.click()
        page.locator("#refused .notice").wait_for()
        page.get_by_text("The words of the leaflet").click()
        assert axe_violations(page) == []  # a sentence to confirm, a refusal, the words
        page.get_by_text("I am the pharmacist").first.click()
        with page.expect_response("**/preview"):
            page.get_by_label("Copies").fill("2")
        with page.expect_response("**/print") as printing:
            hand.press("ControlOrMeta+p")
        assert printing.value.status == 200


def test_settings_are_saved_while_the_patient_stays_and_keys_of_one_character_can_be_turned_off(
    page: Page,
) -> None:
    hand = Hand(page)
    _open(hand, "Approvol")
    page.get_by_label("Name", exact=True).fill(_PATIENT)
    page.get_by_role("link", name="Your pharmacy").click()
    page.get_by_role("heading", name="Your pharmacy").wait_for()
    page.get_by_label("Name", exact=True).fill("Corner Pharmacy")
    page.get_by_label("Shortcuts of one key").uncheck()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved. Leaflets carry it").wait_for()
    assert page.get_by_text(f"For {_PATIENT}").is_visible()
    assert not page.get_by_label("Shortcuts of one key").is_checked()
    page.get_by_role("link", name="Medicines", exact=True).click()
    page.get_by_role("heading", name="Which medicine?").wait_for()
    _open(hand, "Brindol")
    assert page.get_by_label("Name", exact=True).input_value() == _PATIENT
    page.keyboard.press("3")
    page.keyboard.press("/")
    assert page.locator("[name=profile]:checked").input_value() == "standard"
    assert page.locator("[aria-keyshortcuts='3'], kbd.single:visible").count() == 0
    assert page.evaluate("Object.entries(localStorage).flat()") == ["leaflet-single-keys-off", "yes"]
