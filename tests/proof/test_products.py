"""Whatever the program makes besides leaflets is proved as well, and told from what it is not."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from leaflet.api import make
from leaflet.booklet import make_booklet
from leaflet.card import make_card
from leaflet.handout import Personal, Pharmacy
from leaflet.model import Monograph
from leaflet.print_run import Part, pack
from leaflet.profiles import PROFILES
from leaflet.proof.answers import Depth, Trusted
from leaflet.proof.products import findings_of
from leaflet.proof.prove_file import Asked, prove
from leaflet.proof.results import Report
from leaflet.proof.subject import read_subject
from leaflet.proof_copy import make_proof_copy
from leaflet.size_sheet import make_size_sheet
from leaflet.summary import make_summary
from tests.medicines import MEDICINES, loaded
from tests.proof.planted.register import monograph_of
from tests.proof.savers import by_pikepdf
from tests.proof.surgery import Surgeon, leaflet_of, operated, operated_on

WHOLE = Depth(remake=True, copies=False, verapdf=False)
BY_RULES = Depth(copies=False, verapdf=False)


def report(pdf: bytes, monograph: Monograph | None = None) -> Report:
    return prove("a.pdf", pdf, Asked(choose=lambda _: monograph, depth=WHOLE)).report


def failures(found: Report) -> list[str]:
    return [result.code for result in found.failures]


@pytest.mark.parametrize("path", MEDICINES, ids=lambda path: path.stem)
def test_a_proof_copy_is_proved_with_the_codes_in_its_margin(path: Path) -> None:
    made = loaded(path)
    profile = list(PROFILES)[len(path.stem) % len(PROFILES)]
    pdf, _ = make_proof_copy(made, findings_of(made), profile=profile)
    found = report(pdf, made)
    assert (failures(found), found.verdict) == ([], "pass")


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_the_sheet_of_sizes_is_proved_without_a_monograph(paper: str) -> None:
    found = report(make_size_sheet(paper))
    assert (failures(found), found.verdict) == ([], "pass")


BESIDE: dict[str, Callable[[Monograph, str], bytes]] = {
    "summary": lambda made, profile: make_summary(made, profile=profile, region="uk")[0],
    "booklet": lambda made, profile: make_booklet(made, profile=profile, region="uk")[0],
    "card": lambda made, _: make_card(made, region="uk")[0],
    "card of A6": lambda made, profile: make_card(made, paper="a6", profile=profile, region="uk")[0],
}


@pytest.mark.parametrize("product", BESIDE)
@pytest.mark.parametrize("path", MEDICINES, ids=lambda path: path.stem)
def test_what_is_printed_beside_the_leaflet_is_proved(path: Path, product: str) -> None:
    made = loaded(path)
    profile = list(PROFILES)[len(path.stem) % len(PROFILES)]
    found = report(BESIDE[product](made, profile), made)
    assert (failures(found), found.verdict) == ([], "pass")


def test_a_booklet_has_its_links_where_its_pages_are() -> None:
    made = monograph_of("linked")
    pdf = BESIDE["booklet"](made, "large")
    found = report(pdf, made)
    assert (failures(found), found.verdict) == ([], "pass")
    with Pdf.open(BytesIO(pdf)) as file:
        lefts = [float(link.Rect[0]) for page in file.pages for link in page.obj.get("/Annots", Array())]
        width = float(file.pages[0].mediabox[2])
    assert len(lefts) >= 3
    assert any(left > width / 2 for left in lefts)


@pytest.mark.parametrize(
    "change",
    [
        lambda cut: cut.stream(1, lambda data: data + b"q 0 0 20 20 re f Q\n"),
        lambda cut: cut.xmp(b">booklet<", b">leaflet<"),
        lambda cut: cut.pdf.pages.__delitem__(0),
    ],
)
def test_a_changed_booklet_fails(change: Callable[[Surgeon], None]) -> None:
    made, _ = leaflet_of()
    found = report(operated(BESIDE["booklet"](made, "large"), made, change), made)
    assert (found.verdict, "V901" in failures(found)) == ("fail", True)


def proof_copy() -> tuple[Monograph, bytes]:
    made, _ = leaflet_of()
    return made, make_proof_copy(made, findings_of(made))[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda cut: cut.xmp(b">proof copy<", b">leaflet<"),
        lambda cut: cut.xmp(b">proof copy<", b">size sheet<"),
        lambda cut: cut.xmp(b">proof copy<", b">booklet of mine<"),
        lambda cut: cut.stream(1, lambda data: data + b"q 0 0 20 20 re f Q\n"),
    ],
)
def test_a_changed_proof_copy_fails(change: Callable[[Surgeon], None]) -> None:
    made, pdf = proof_copy()
    found = report(operated(pdf, made, change), made)
    assert found.verdict == "fail"
    assert "V901" in failures(found)


def test_a_leaflet_that_says_it_is_a_proof_copy_fails() -> None:
    made, pdf = leaflet_of()
    found = report(operated(pdf, made, lambda cut: cut.xmp(b">leaflet<", b">proof copy<")), made)
    assert "V901" in failures(found)


@cache
def print_run() -> tuple[tuple[Monograph, ...], bytes]:
    """Return two leaflets joined, with the monographs that they were made from; the first has one page."""
    one, other = monograph_of("linked"), loaded(MEDICINES[1])
    parts = (make(one).pdf, make(other, profile="large", region="uk").pdf, make(one, profile="large").pdf)
    return (one, other), pack([Part(str(number), pdf) for number, pdf in enumerate(parts)], "Three leaflets")


def report_of_run(pdf: bytes, monographs: Sequence[Monograph]) -> Report:
    by_hash = {monograph.sha256: monograph for monograph in monographs}
    asked = Asked(choose=lambda own: by_hash.get(own.get("monographSHA256", "")), depth=WHOLE)
    return prove("run.pdf", pdf, asked).report


def test_a_print_run_is_proved_by_its_leaflets() -> None:
    monographs, pdf = print_run()
    found = report_of_run(pdf, monographs)
    assert (failures(found), found.verdict) == ([], "pass")


def test_a_print_run_with_a_monograph_that_is_not_at_hand_is_not_proved() -> None:
    monographs, pdf = print_run()
    assert report_of_run(pdf, monographs[:1]).verdict == "not proved"


@pytest.mark.parametrize(
    "change",
    [
        lambda cut: cut.append(3, b"0 0 20 20 re f"),
        lambda cut: cut.pdf.pages[0].obj.Annots[0].A.__setattr__("URI", String("https://leaflet.example/")),
        lambda cut: cut.xmp(b"standard", b"large"),
        lambda cut: cut.xmp(b">print run<", b">leaflet<"),
        lambda cut: cut.xmp(b"[{", b"[[{"),
        lambda cut: cut.pdf.pages.__delitem__(0),
    ],
)
def test_a_changed_print_run_fails(change: Callable[[Surgeon], None]) -> None:
    monographs, pdf = print_run()
    found = report_of_run(operated(pdf, monographs[0], change), monographs)
    assert (found.verdict, "V901" in failures(found)) == ("fail", True)


def test_a_word_moved_in_a_print_run_is_noticed_by_the_rules_alone() -> None:
    monographs, pdf = print_run()
    by_hash = {monograph.sha256: monograph for monograph in monographs}
    asked = Asked(choose=lambda own: by_hash.get(own.get("monographSHA256", "")), depth=BY_RULES)

    def moved(cut: Surgeon) -> None:
        page = cut.subject.designs[1].pages_before + 1
        cut.stream(page, lambda data: re.sub(rb"1 0 0 1 (\d+)", rb"1 0 0 1 1\1", data, count=1))

    subject = read_subject("run.pdf", pdf, asked.choose)
    found = prove("run.pdf", operated_on(pdf, subject, moved), asked).report
    assert "V116" in failures(found)


def test_a_booklet_breaks_no_rule_of_copies() -> None:
    pdf, _ = make_booklet(loaded(MEDICINES[0]), region="uk")
    asked = Asked(choose=lambda _: loaded(MEDICINES[0]), depth=Depth(copies=True, verapdf=False))
    assert failures(prove("a.pdf", pdf, asked).report) == []


def test_what_a_counter_sealed_is_proved_where_another_program_saved_it_again() -> None:
    made = loaded(MEDICINES[0])
    pdf = make(made, pharmacy=Pharmacy(name="Test Pharmacy"), key=b"a key").pdf
    saved = by_pikepdf(pdf, Path())
    for key, verdict in ((b"a key", "pass"), (b"another key", "fail")):
        asked = Asked(choose=lambda _: made, depth=WHOLE, trusted=Trusted(key=key))
        assert prove("a.pdf", saved, asked).report.verdict == verdict


def test_a_print_run_of_what_a_pharmacy_printed_is_not_proved() -> None:
    made = loaded(MEDICINES[0])
    sealed = make(made, pharmacy=Pharmacy(name="Test Pharmacy"), key=b"a key").pdf
    found = report_of_run(pack([Part("a.pdf", sealed)], "One leaflet"), [made])
    assert (failures(found), found.verdict) == ([], "not proved")


@cache
def product(name: str) -> tuple[Monograph, bytes]:
    """Return a product of the good leaflet, with its monograph."""
    made, _ = leaflet_of()
    if name == "size sheet":
        return made, make_size_sheet("a4")
    if name == "handout":
        personal = Personal(patient="A. Tester", dose="One tablet at night")
        return made, make(made, pharmacy=Pharmacy(name="Test Pharmacy"), personal=personal, key=b"a key").pdf
    return made, proof_copy()[1] if name == "proof copy" else BESIDE[name](made, "standard")


CHANGES: dict[str, Callable[[Surgeon], None]] = {
    "something drawn": lambda cut: cut.append(1, b"20 20 20 20 re f"),
    "a word moved": lambda cut: cut.stream(
        1, lambda data: re.sub(rb"1 0 0 1 (\d+)", rb"1 0 0 1 1\1", data, count=1)
    ),
    "a glyph exchanged": lambda cut: cut.stream(
        1, lambda data: re.sub(rb"<(\w{4})", rb"<0041", data, count=1)
    ),
    "another product": lambda cut: cut.xmp(b"<leaflet:product>", b"<leaflet:product>another "),
    "an element lost": lambda cut: cut.root().StructTreeRoot.K.K.__delitem__(0),
    "a script": lambda cut: cut.root().__setattr__("AA", Dictionary(WP=Dictionary(S=Name.JavaScript))),
}
PRODUCTS = ("summary", "card", "card of A6", "size sheet", "proof copy", "handout")


def by_rules(name: str, pdf: bytes) -> Report:
    made, _ = product(name)
    chosen = None if name == "size sheet" else made
    asked = Asked(choose=lambda _: chosen, depth=BY_RULES, trusted=Trusted(key=b"a key"))
    return prove("a.pdf", pdf, asked).report


@pytest.mark.parametrize(("name", "change"), [
    (name, change) for at, name in enumerate(PRODUCTS) for change in [*CHANGES, *CHANGES][at : at + 2]
])  # fmt: skip
def test_a_change_of_any_product_is_noticed_by_the_rules_alone(name: str, change: str) -> None:
    made, pdf = product(name)
    assert by_rules(name, operated(pdf, made, CHANGES[change])).verdict == "fail"


@pytest.mark.parametrize("name", PRODUCTS)
def test_any_product_passes_by_the_rules_alone_but_for_what_has_no_monograph(name: str) -> None:
    found = by_rules(name, product(name)[1])
    assert (failures(found), found.verdict) == ([], "not proved" if name == "size sheet" else "pass")


def test_a_handout_whose_monograph_is_not_at_hand_is_not_proved() -> None:
    _, pdf = product("handout")
    found = prove("a.pdf", pdf, Asked(choose=lambda _: None, depth=BY_RULES)).report
    assert (failures(found), found.verdict) == ([], "not proved")
