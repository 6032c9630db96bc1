"""Make the pictures of the counter anew: `python -m tests.pictures.counter`, with the machine's Chromium.

One medicine with a patient's words, and the search for the next one with two leaflets in the print.
"""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.serve.browsers import browser_of_its_own, browsing, open_page, wait_for_preview
from tests.serve.conftest import medicine
from tests.serve.counters import running

HERE = Path(__file__).parent
_SHELF = {
    "Baclofen": "For muscle spasms, pain and stiffness",
    "Approvol": "For high blood pressure",
    "Brindol": "For hay fever",
}
_SIZE = (1280, 860)


def _write(page: Page, name: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(128).save(HERE / f"{name}.png", optimize=True)


def _order(page: Page) -> None:
    page.get_by_label("Country").select_option("uk")
    page.get_by_role("button", name="Keep").click()
    page.get_by_label("Country").wait_for(state="detached")
    page.get_by_label("Name, brand").fill("baclofen")
    page.keyboard.press("Enter")
    page.get_by_label("Name", exact=True).fill("Zoë Quackenbush")
    page.get_by_label("Your dose").fill("Take 1 tablet of 10 mg at night.")
    page.get_by_text("Large print, 18 point").click()
    wait_for_preview(page, "3 sheets")
    page.locator("[data-sheets=aph]:not(:empty)").wait_for()


def _add(page: Page, name: str) -> None:
    page.keyboard.press("ControlOrMeta+Enter")
    page.get_by_text(f"{name} is in this print").wait_for()


def main() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as made:
        content = Path(made) / "content"
        content.mkdir()
        for name, purpose in _SHELF.items():
            text = medicine(name, approved=True, purpose=purpose)
            (content / f"{name}.yaml").write_text(text, encoding="utf-8")
        with (
            running(content, Path(made) / "home") as counter,
            browser_of_its_own() as browser,
            browsing(browser, size=_SIZE) as window,
        ):
            page = open_page(window, counter.address)
            _order(page)
            _write(page, "serve-medicine")
            _add(page, "Baclofen")
            page.get_by_label("Name, brand").fill("approvol")
            page.keyboard.press("Enter")
            page.get_by_role("heading", name="Approvol", level=1).wait_for()
            _add(page, "Approvol")
            page.get_by_label("Name, brand").fill("br")
            page.locator(".card").first.wait_for()
            page.locator("#q-says", has_text="1 medicine").wait_for()
            _write(page, "serve-patient")


if __name__ == "__main__":
    main()
