"""A real browser for tests: the Chromium of this machine, with a profile and folders of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing is asked of anybody else: no updates, no sync, no checks of what is typed.
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 30_000  # milliseconds, for a machine that is busy with more than this
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
Scheme = Literal["light", "dark"]


@contextmanager
def browsing(
    profile: Path, *, size: tuple[int, int] = (1280, 900), scheme: Scheme = "light", zoom: float = 1
) -> Iterator[BrowserContext]:
    """Open the machine's browser with an empty profile; skip the test where there is none.

    `zoom` is that of the page: the window stays, and has as many fewer pixels for the page.
    """
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            profile,
            executable_path=executable,
            args=list(_QUIET),
            viewport={"width": round(size[0] / zoom), "height": round(size[1] / zoom)},
            device_scale_factor=zoom,
            color_scheme=scheme,
            accept_downloads=True,
        )
        try:
            yield context
        finally:
            context.close()


def open_page(context: BrowserContext, address: str) -> Page:
    """Open an address, and fail at whatever the page's script or the policy complains of."""
    page = context.pages[0] if context.pages else context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.on("pageerror", _fail)
    page.goto(address)
    return page


def _fail(error: object) -> None:
    raise AssertionError(f"the page's script failed: {error}")


def wait_for_preview(page: Page, text: str) -> None:
    """Wait until the preview says `text` in its sum of pages."""
    page.locator("#slot-sum", has_text=text).wait_for()


class Hand:
    """A hand at the counter, which counts what it does: each key and each text typed is one action."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def type(self, words: str) -> None:
        """Type a text where the focus is."""
        self.actions += 1
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        """Press a key, or several at once."""
        self.actions += 1
        self.page.keyboard.press(key)
