"""A real browser for tests: the Chromium of this machine, with profiles and folders of its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from tests.waiting import PATIENCE

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
_PATIENCE = 1000 * PATIENCE  # milliseconds
# The driver's end is not the page's fault; what the page does wrong is said with other words, at once.
RERUN = pytest.mark.flaky(reruns=2, only_rerun=["TargetClosedError"])
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
Scheme = Literal["light", "dark"]


def _executable() -> str:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    return found


class Machines:
    """The machine's browser, started when it is asked for, and anew where it ended by itself.

    Playwright's driver ends when a frame goes in the middle of a navigation ("Frame has been detached"):
    the test that this meets is run again, and those after it are to have a browser.
    """

    def __init__(self) -> None:
        self._room = dict(os.environ)  # where it writes, whatever the test that needs it anew has set
        self._driver: Playwright | None = None
        self._browser: Browser | None = None

    def browser(self) -> Browser:
        """Return a browser that answers; skip the test where the machine has none."""
        executable = _executable()
        if self._browser is None or not _answers(self._browser):
            self.close()
            with patch.dict(os.environ, self._room):
                self._driver = sync_playwright().start()
                self._browser = self._driver.chromium.launch(
                    executable_path=executable, args=list(_QUIET), timeout=_PATIENCE
                )
        return self._browser

    def close(self) -> None:
        """End the browser and its driver, of which either may be gone."""
        with suppress(Error):
            if self._browser is not None:
                self._browser.close()
        if self._driver is not None:
            self._driver.stop()
        self._driver = self._browser = None


def _answers(browser: Browser) -> bool:
    try:
        browser.new_browser_cdp_session().detach()
    except Error:
        return False
    return True


@contextmanager
def browser_of_its_own() -> Iterator[Browser]:
    """Start the machine's browser; skip the test where there is none."""
    machines = Machines()
    try:
        yield machines.browser()
    finally:
        machines.close()


@contextmanager
def browsing(
    browser: Browser, *, size: tuple[int, int] = (1280, 900), scheme: Scheme = "light", zoom: float = 1
) -> Iterator[BrowserContext]:
    """Open a window that shares nothing with the browser's others.

    `zoom` is that of the page: the window stays, and has as many fewer pixels for the page.
    """
    context = browser.new_context(
        viewport={"width": round(size[0] / zoom), "height": round(size[1] / zoom)},
        device_scale_factor=zoom,
        color_scheme=scheme,
        accept_downloads=True,
    )
    try:
        yield context
    finally:
        context.close()


@contextmanager
def browsing_with_profile(browser: Browser, profile: Path) -> Iterator[BrowserContext]:
    """Open another browser, which writes an empty profile, and downloads beside it, in today's HOME."""
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=_executable(),
        args=list(_QUIET),
        env=dict(os.environ),
        downloads_path=profile.with_name("downloads"),
        accept_downloads=True,
        timeout=_PATIENCE,
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


def axe_violations(page: Page) -> list[str]:
    """Return which rules of axe a page breaks, each with the elements that do."""
    found = page.evaluate(f"{AXE.read_text()};axe.run(document, {{resultTypes: ['violations']}})")
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found["violations"]]


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
