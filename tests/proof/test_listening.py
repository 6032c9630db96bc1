"""What a listener hears of a finished file, in which order: asked of two readers that share no code."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from ctypes import c_ushort, create_string_buffer
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
import pytest

from leaflet.api import make
from leaflet.model import Monograph
from leaflet.proof.reading.painted import opened
from tests.builders import monograph, paragraph, section

Heard = list[tuple[str, str]]
"""Role and words of what is heard, in order."""


def by_pdfium(pdf: bytes, _: Path) -> Heard:
    """Return what PDFium, which Chrome reads with, finds in the structure of page 1."""
    with opened(pdf) as document:
        page = pdfium.FPDF_LoadPage(document, 0)
        text, tree = pdfium.FPDFText_LoadPage(page), pdfium.FPDF_StructTree_GetForPage(page)
        words = _words_by_mark(page, text)
        roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
        heard = [
            part
            for index in roots
            for part in _heard(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), words)
        ]
        pdfium.FPDF_StructTree_Close(tree)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return heard


def _words_by_mark(page: Any, text: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item)
        if mark < 0 or pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        room = (c_ushort * 2000)()
        size = pdfium.FPDFTextObj_GetText(item, text, room, 4000)
        said = bytes(room)[: max(0, size - 2)].decode("utf-16-le")
        found[mark] = " ".join((found.get(mark, "") + said).split())
    return found


def _heard(element: Any, words: dict[int, str]) -> Iterator[tuple[str, str]]:
    role = _said(pdfium.FPDF_StructElement_GetType, element)
    alt = _said(pdfium.FPDF_StructElement_GetAltText, element)
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    marks = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index) for index in range(count)]
    yield role, alt or " ".join(words.get(mark, "") for mark in marks if mark >= 0)
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _heard(child, words)


def _said(get: Callable[..., int], element: Any) -> str:
    room = create_string_buffer(1000)
    size = get(element, room, 1000)
    return room.raw[: max(0, size - 2)].decode("utf-16-le")


def by_poppler(pdf: bytes, folder: Path) -> Heard:
    """Return what poppler, which Linux reads with, finds in the structure."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("there is no pdfinfo on the PATH")
    path = folder / "a.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True)
    heard: Heard = []
    for line in done.stdout.splitlines():
        found = re.fullmatch(r'\s*"(.*)"', line)
        if found and heard:
            role, said = heard[-1]
            heard[-1] = role, " ".join(f"{said}{found[1]}".split())
        elif line.strip():
            heard.append((line.split()[0].rstrip(":"), ""))
    return heard


@pytest.mark.parametrize("read", [by_pdfium, by_poppler])
def test_what_a_listener_needs_comes_first(
    read: Callable[[bytes, Path], Heard], tmp_path: Path, baclofen: Monograph
) -> None:
    heard = [(role, said) for role, said in read(make(baclofen, region="uk").pdf, tmp_path) if said]
    roles, words = zip(*heard, strict=True)
    assert (roles[0], words[0]) == ("H1", "Baclofen")
    assert words[1].startswith("Draft")
    assert baclofen.version in words[2]
    after = [said for warning in baclofen.warnings for said in (warning.level.title(), warning.hazard.plain)]
    assert [said for said in words[3:] if said in after][: len(after)] == after


@pytest.mark.parametrize("read", [by_pdfium, by_poppler])
def test_signal_and_hazard_are_one_heading(
    read: Callable[[bytes, Path], Heard], tmp_path: Path, baclofen: Monograph
) -> None:
    heard = read(make(baclofen).pdf, tmp_path)
    at = next(index for index, (_, said) in enumerate(heard) if said == "Emergency")
    assert [role for role, _ in heard[at - 1 : at + 2]] == ["H2", "Span", "Span"]


def test_lines_to_write_on_are_announced_after_their_label(tmp_path: Path) -> None:
    heard = by_pdfium(make(monograph(section(paragraph("Take it.")))).pdf, tmp_path)
    at = next(index for index, (_, said) in enumerate(heard) if said == "My dose, as my doctor told me")
    assert heard[at + 1] == ("Form", "A line to write on")
