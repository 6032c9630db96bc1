"""A print run: every leaflet on a fresh sheet, with its words, its tags and its bookmarks."""

from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import Any

import page
import pytest
from pikepdf import Array, Name, Pdf
from pypdf import PdfReader

from leaflet.api import make
from leaflet.batch.changes import sentences
from leaflet.print_run import PackError, Part, pack
from tests import builders

_PROFILES = ("standard", "large", "giant")


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    one, other = builders.monograph(), builders.monograph(id="other", name="Otherol", language="en-GB")
    made = [make(each, profile=profile).pdf for each in (one, other) for profile in _PROFILES]
    return [Part(f"{number}.pdf", pdf) for number, pdf in enumerate(made)]


@pytest.fixture(scope="module")
def joined(parts: list[Part]) -> bytes:
    return pack(parts, "Print run")


def test_a_run_is_as_its_parts_tagged_and_archivable(joined: bytes) -> None:
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.is_pdf_compliant_bytes(joined, profile=standard)


def test_it_is_printed_at_real_size_as_its_parts_are(joined: bytes) -> None:
    with Pdf.open(BytesIO(joined)) as pdf:
        assert pdf.Root.ViewerPreferences.PrintScaling == Name("/None")


def test_each_leaflet_starts_on_a_fresh_sheet(parts: list[Part], joined: bytes) -> None:
    counts = [len(PdfReader(BytesIO(part.pdf)).pages) for part in parts]
    assert any(count % 2 for count in counts), "a leaflet of an odd number of pages is among them"
    reader = PdfReader(BytesIO(joined))
    starts = [0, *accumulate(count + count % 2 for count in counts)]
    assert len(reader.pages) == starts[-1]
    tops = [item for item in reader.outline if not isinstance(item, list)]
    assert [reader.get_destination_page_number(item) for item in tops] == starts[:-1]
    assert [item.title for item in tops] == ["Testol"] * 3 + ["Otherol"] * 3


def test_the_structure_says_what_the_parts_say_in_order(parts: list[Part], joined: bytes) -> None:
    assert sentences(joined) == tuple(sentence for part in parts for sentence in sentences(part.pdf))


def test_the_languages_of_the_parts_stay(joined: bytes) -> None:
    with Pdf.open(BytesIO(joined)) as pdf:
        assert [str(document.Lang) for document in pdf.Root.StructTreeRoot.K] == ["en"] * 3 + ["en-GB"] * 3


def test_a_font_that_parts_share_is_there_once(parts: list[Part], joined: bytes) -> None:
    assert len(joined) < sum(len(part.pdf) for part in parts) / 2


def test_the_same_parts_give_the_same_bytes(parts: list[Part], joined: bytes) -> None:
    assert pack(parts, "Print run") == joined


def test_what_is_no_leaflet_is_named() -> None:
    blank = Pdf.new()
    blank.add_blank_page()
    out = BytesIO()
    blank.save(out)
    for pdf, sentence in ((b"", "cannot be opened"), (out.getvalue(), "is not a tagged leaflet")):
        with pytest.raises(PackError, match=rf"x\.pdf {sentence}"):
            pack([Part("x.pdf", pdf)], "Print run")


def test_the_parent_tree_is_the_inverse_of_the_kids(joined: bytes) -> None:
    with Pdf.open(BytesIO(joined)) as pdf:
        root = pdf.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        listed = {
            (int(number), mcid): owner.objgen
            for number, owners in zip(numbers[::2], numbers[1::2], strict=True)
            if isinstance(owners, Array)  # of a page; what is no array is a link's element
            for mcid, owner in enumerate(owners)
        }
        rows: dict[Any, int] = {
            sheet.obj.objgen: int(sheet.obj.StructParents)
            for sheet in pdf.pages
            if "/StructParents" in sheet.obj
        }
        owned = {
            (rows[at], mcid): element.objgen for kid in root.K for element, at, mcid in _marked(kid, None)
        }
    assert owned == listed


def test_each_entry_of_the_contents_leads_to_its_page_and_is_held_by_its_element(
    parts: list[Part], joined: bytes
) -> None:
    counts = [len(PdfReader(BytesIO(part.pdf)).pages) for part in parts]
    starts = [0, *accumulate(count + count % 2 for count in counts)]
    with Pdf.open(BytesIO(joined)) as pdf:
        numbers: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", Array())]
        assert len(links) >= 8
        for link in links:
            held = owners[int(link.StructParent)].K[-1]
            assert held.Obj.objgen == link.objgen
            before = max(start for start in starts if start < pages[held.Pg.objgen])
            assert pages[link.Dest[0].objgen] == before + int(str(link.Contents).split()[-1])


def _marked(element: Any, at: Any) -> Iterator[tuple[Any, Any, int]]:
    """Yield each piece of marked content with its element and its page."""
    at = element.Pg.objgen if "/Pg" in element else at
    kids = element.K if isinstance(element.K, Array) else [element.K]
    for kid in kids:
        if isinstance(kid, int):
            yield element, at, kid
        elif kid.get("/Type") == Name.MCR:
            yield element, kid.Pg.objgen, int(kid.MCID)
        elif kid.get("/Type") != Name.OBJR:
            assert kid.P.objgen == element.objgen
            yield from _marked(kid, at)


def test_a_print_run_is_no_part_of_another(parts: list[Part], joined: bytes) -> None:
    with pytest.raises(PackError, match=r"run\.pdf is not a tagged leaflet"):
        pack([parts[0], Part("run.pdf", joined)], "Print run")


def test_other_paper_is_refused(parts: list[Part]) -> None:
    letter = Part("letter.pdf", make(builders.monograph(), paper="letter").pdf)
    with pytest.raises(PackError, match=r"letter\.pdf lies on other paper than 0\.pdf"):
        pack([parts[0], letter], "Print run")
