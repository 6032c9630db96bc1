"""The book: built as OCF and EPUB 3.3 ask, saying what makes it accessible, every part within reach."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from leaflet.api import composed
from leaflet.epub import write_epub
from tests.medicines import MEDICINES, loaded

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
BOOKS = {path.stem: write_epub(composed(loaded(path), "uk"), loaded(path)) for path in MEDICINES}


def opened(name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(BOOKS[name]))


def parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - of our own making


@pytest.mark.parametrize("name", BOOKS)
def test_the_type_comes_first_and_is_found_without_unpacking(name: str) -> None:
    assert BOOKS[name][30:58] == b"mimetypeapplication/epub+zip"
    entries = opened(name).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize("name", BOOKS)
def test_the_package_lists_each_file_once(name: str) -> None:
    book = opened(name)
    package = parsed(book.read("EPUB/package.opf"))
    listed = [item.get("href") for item in package.iter(f"{OPF}item")]
    held = [file.removeprefix("EPUB/") for file in book.namelist() if file.startswith("EPUB/")]
    assert sorted(map(str, listed)) == sorted(set(held) - {"package.opf"})


@pytest.mark.parametrize("name", BOOKS)
def test_what_makes_it_accessible_is_said(name: str) -> None:
    book = opened(name)
    package = parsed(book.read("EPUB/package.opf"))
    said = [(meta.get("property"), meta.text) for meta in package.iter(f"{OPF}meta")]
    has_pictures = any(file.endswith(".png") for file in book.namelist())
    assert ("schema:accessModeSufficient", "textual") in said
    assert ("schema:accessibilityHazard", "none") in said
    assert (("schema:accessibilityFeature", "alternativeText") in said) is has_pictures
    assert (("schema:accessMode", "visual") in said) is has_pictures
    assert any(key == "schema:accessibilitySummary" and text for key, text in said)


@pytest.mark.parametrize("name", BOOKS)
def test_the_contents_lead_to_every_heading_in_order(name: str) -> None:
    book = opened(name)
    contents = parsed(book.read("EPUB/nav.xhtml"))
    chapter = parsed(book.read("EPUB/leaflet.xhtml"))
    headings = [f"leaflet.xhtml#{each.get('id')}" for each in chapter.iter(f"{XHTML}h2")]
    assert [link.get("href") for link in contents.iter(f"{XHTML}a")] == headings
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("name", BOOKS)
def test_each_picture_stands_in_the_book_and_is_described(name: str) -> None:
    book = opened(name)
    chapter = parsed(book.read("EPUB/leaflet.xhtml"))
    shown = [(image.get("src"), image.get("alt")) for image in chapter.iter(f"{XHTML}img")]
    assert [src for src, _ in shown] == [
        file.removeprefix("EPUB/") for file in book.namelist() if file.endswith(".png")
    ]
    assert all(alt for _, alt in shown)


def test_the_date_is_the_monographs() -> None:
    package = opened(MEDICINES[0].stem).read("EPUB/package.opf").decode()
    date = loaded(MEDICINES[0]).dated
    assert re.findall(r"modified\">([^<]*)", package) == [f"{date}T00:00:00Z"]
