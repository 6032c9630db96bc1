"""Links of a finished file: where they lead, where they stand, what is read out; and raised letters."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from leaflet.api import make
from leaflet.document.tree import Role
from leaflet.model import Monograph
from leaflet.read import load
from leaflet.rendering.links import uri_of
from leaflet.text.words import RISE
from tests.builders import monograph, paragraph, section
from tests.conftest import BACLOFEN

LONG = "https://example.org/guides/how-to-take-testol/with-a-meal-and-without-one/in-the-year-2026/part-2"
FILLER = "Testol helps people whose tests are long, when they read all of this text. "


def with_text(typed: str, **keys: Any) -> Monograph:
    return monograph(section(paragraph(typed), topic="how_to_take"), **keys)


def opened(made: Monograph, profile: str = "standard", standard: str = "ua1") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(make(made, profile=profile, standard=standard).pdf))


def annotations(file: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(file.pages, start=1):
        yield from ((number, link) for link in page.obj.get("/Annots", pikepdf.Array()))


def links(file: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    """Yield the links to addresses, with their pages."""
    return ((number, link) for number, link in annotations(file) if "/URI" in link.get("/A", {}))


@pytest.mark.parametrize("standard", ["ua1", "ua2"])
def test_a_link_leads_to_its_words_and_does_nothing_else(standard: str) -> None:
    file = opened(with_text("Read <https://example.org/a>."), standard=standard)
    ((number, link),) = links(file)
    assert number == 1
    assert set(link.keys()) == {
        "/Type", "/Subtype", "/Rect", "/Border", "/F", "/Contents", "/StructParent", "/A"
    }  # fmt: skip
    assert (str(link.Contents), dict(link.A.items())) == (
        "https://example.org/a", {"/S": "/URI", "/URI": "https://example.org/a"}
    )  # fmt: skip
    assert (int(link.F), list(link.Border), int(link.StructParent)) == (4, [0, 0, 0], len(file.pages))
    left, foot, right, head = map(float, link.Rect)
    assert 10 < head - foot < 1.15 * 12 < right - left


@pytest.mark.parametrize("standard", ["ua1", "ua2"])
def test_a_link_is_an_element_inside_its_sentence_with_its_words_and_its_annotation(standard: str) -> None:
    file = opened(with_text("Read <https://example.org/a> today."), standard=standard)
    ((_, link),) = links(file)
    nums: list[Any] = list(file.Root.StructTreeRoot.ParentTree.Nums)
    element = nums[nums.index(int(link.StructParent)) + 1]
    mcid, held = element.K
    assert (str(element.S), str(held.Type), held.Obj.objgen) == ("/Link", "/OBJR", link.objgen)
    assert str(element.P.S) == "/P"
    assert [kid.objgen if not isinstance(kid, int) else kid for kid in element.P.K] == [
        mcid - 1, element.objgen, mcid + 1
    ]  # fmt: skip


def test_a_link_over_several_lines_has_a_place_on_each() -> None:
    file = opened(with_text(f"Read {FILLER}<{LONG}>."), profile="giant")
    ((_, link),) = links(file)
    corners = [float(each) for each in link.QuadPoints]
    lines = [corners[at : at + 8] for at in range(0, len(corners), 8)]
    assert len(lines) >= 2
    assert [line[1] for line in lines] == sorted([line[1] for line in lines], reverse=True)
    lefts, feet, rights, heads = zip(*[(line[4], line[5], line[2], line[3]) for line in lines], strict=True)
    assert [float(each) for each in link.Rect] == [min(lefts), min(feet), max(rights), max(heads)]
    assert all(below[3] < above[5] for above, below in pairwise(lines)), "lines overlap"


def test_a_link_over_two_pages_is_one_element_with_an_annotation_on_each() -> None:
    for count in range(1, 40):
        file = opened(with_text(f"{FILLER * count}<{LONG}{'/and/on' * 20}>. {FILLER * 8}"), profile="giant")
        found = list(links(file))
        if len(found) == 2:
            break
    (one, first), (two, second) = found
    assert two == one + 1
    assert str(first.A.URI) == str(second.A.URI) == str(first.Contents)
    elements = [
        node for node in file.objects if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Link"
    ]
    held = [
        [kid.Obj.objgen for kid in node.K if not isinstance(kid, int) and kid.Type == "/OBJR"]
        for node in elements
    ]
    assert [first.objgen, second.objgen] in held


def test_what_is_repeated_at_the_head_of_a_page_is_no_link() -> None:
    rows = [[f"{number} mg", FILLER * 2] for number in range(1, 30)]
    table = {"columns": ["Strength", "See <https://example.org/a>"], "rows": rows}
    file = opened(monograph(section({"table": table}, topic="how_to_take")), profile="large")
    assert len(file.pages) > 2
    assert len(list(links(file))) == 1


def test_the_address_of_the_page_for_screens_is_a_link() -> None:
    made = monograph(online="https://example.org/testol")
    assert [str(link.A.URI) for _, link in links(opened(made))] == ["https://example.org/testol"]


@pytest.mark.parametrize(
    ("target", "uri"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9"),
        ("https://example.org/100%25/\u00fc", "https://example.org/100%25/%C3%BC"),
    ],
)
def test_an_address_is_written_as_a_uri(target: str, uri: str) -> None:
    assert uri_of(target) == uri


@pytest.mark.parametrize("standard", ["ua1", "ua2"])
def test_each_entry_of_a_list_of_contents_leads_to_its_section(standard: str) -> None:
    file = pikepdf.open(BytesIO(make(load(BACLOFEN), profile="acb", standard=standard).pdf))
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
    found = [link for _, link in annotations(file)]
    assert len(found) >= 5
    for link in found:
        place = link.A.D if standard == "ua2" else link.Dest
        assert str(numbers[place[0].objgen]) == str(link.Contents).split()[-1]
        if standard == "ua2":
            assert str(link.A.SD[0].S) == "/H2"


def test_a_leaflet_without_addresses_has_no_annotation_and_no_link_element() -> None:
    file = opened(monograph())
    assert list(annotations(file)) == []
    assert not any(
        isinstance(node, pikepdf.Dictionary) and node.get("/S") == f"/{Role.LINK.value}"
        for node in file.objects
    )


@pytest.mark.parametrize(("typed", "rise"), [("On the 1^{st} day.", 1), ("At t_{max} it is.", -1)])
def test_letters_without_twins_are_raised_and_lowered_at_the_size_of_the_text(typed: str, rise: int) -> None:
    file = opened(with_text(typed))
    operators = [
        (str(each.operator), [float(operand) for operand in each.operands])
        for page in file.pages
        for each in pikepdf.parse_content_stream(page)
        if str(each.operator) == "Ts"
    ]
    assert operators == [("Ts", [round(rise * RISE * 12 / 1000, 2)]), ("Ts", [0.0])]


def test_an_instruction_has_its_links_and_its_raised_letters() -> None:
    typed = "Ask at <https://example.org/a> on the 1^{st} day."
    file = opened(monograph(section(paragraph("It helps."), topic="how_to_take", what_to_do=typed)))
    assert [str(link.A.URI) for _, link in links(file)] == ["https://example.org/a"]
    shown = b"".join(page.obj.Contents.read_bytes() for page in file.pages)
    assert shown.count(b"2.40 Ts") == 1


def test_letters_with_twins_of_unicode_keep_them() -> None:
    file = opened(with_text("Take 10^{2} of H_{2}O."))
    assert not any(
        str(each.operator) == "Ts" for page in file.pages for each in pikepdf.parse_content_stream(page)
    )
