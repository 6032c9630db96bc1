"""A leaflet that can be made again is proved; of any other it is said what differs, or nothing is proved."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from leaflet.api import make
from leaflet.handout import Personal, Pharmacy, PrintWish
from leaflet.images import read_logo
from leaflet.model import Monograph
from leaflet.proof.answers import NOBODY, Depth, Trusted
from leaflet.proof.prove_file import Asked, prove
from leaflet.proof.results import REMADE, Report, Result
from leaflet.seal import UNSEALED, seal_holds
from leaflet.values import altered
from tests.builders import monograph
from tests.proof.savers import SAVERS, Save
from tests.proof.surgery import leaflet_of

ONLY_REMAKE = Depth(remake=True, rules=False)
RULES = Depth(copies=False, verapdf=False)
KEY = b"the key of one counter"
PHARMACY = Pharmacy(name="Test Pharmacy", address="1 Test Street", phone="01234 567890", hours="9 to 5")
PERSONAL = Personal(patient="A. Tester", dose="One tablet at night", note="Come back in a week")


def report(pdf: bytes, monograph: Monograph | None, trusted: Trusted = NOBODY) -> Report:
    def choose(_: object) -> Monograph | None:
        return monograph

    return prove("a.pdf", pdf, Asked(choose=choose, depth=ONLY_REMAKE, trusted=trusted)).report


def remade(pdf: bytes, monograph: Monograph | None, trusted: Trusted = NOBODY) -> Result:
    return next(each for each in report(pdf, monograph, trusted).results if each.code == REMADE)


def test_the_same_bytes_are_proved() -> None:
    made, pdf = leaflet_of()
    result = remade(pdf, made)
    assert (result.verdict, result.judgement.measured) == ("pass", "the same bytes")
    assert report(pdf, made).verdict == "pass"


@pytest.mark.parametrize("save", SAVERS.values(), ids=SAVERS)
def test_a_good_file_that_another_program_saved_is_proved(save: Save, tmp_path: Path) -> None:
    made, pdf = leaflet_of()
    saved = save(pdf, tmp_path)
    assert saved != pdf
    result = remade(saved, made)
    assert (result.verdict, result.judgement.faults) == ("pass", ())


def edited(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(leaflet_of()[1])) as file:
        change(file)
        file.save(out)
    return out.getvalue()


def xmp(old: bytes, new: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        packet = file.Root.Metadata.read_bytes()
        assert re.search(old, packet, re.DOTALL)
        file.Root.Metadata.write(re.sub(old, new, packet, flags=re.DOTALL))

    return edited(change)


def test_an_edit_is_told_with_its_page_and_place() -> None:
    def change(file: pikepdf.Pdf) -> None:
        contents = file.pages[1].Contents
        contents.write(contents.read_bytes() + b"/Artifact<</Type/Layout>>BDC\n200 400 9 9 re f\nEMC\n")

    result = remade(edited(change), leaflet_of()[0])
    assert result.verdict == "fail"
    looks, objects = result.judgement.faults
    assert looks.place is not None
    assert looks.place.page == 2
    assert looks.place.box == pytest.approx((200, 433, 209, 442), abs=1.5)
    assert objects.measured == "Root/Pages/Kids[1]/Contents has other data"


def test_what_no_object_reaches_is_noticed_all_the_same() -> None:
    made, pdf = leaflet_of()
    hidden = pdf.replace(b"startxref", b"900 0 obj\n(A. Tester)\nendobj\nstartxref")
    assert remade(hidden, made).verdict == "fail"
    assert remade(pdf + b"a second file", made).verdict == "fail"


@pytest.mark.parametrize(
    ("pdf", "verdict"),
    [
        (xmp(rb">testol<", rb">testol-2<"), "fail"),
        (xmp(rb"<leaflet:profile>.*?</leaflet:profile>", rb""), "fail"),
        (xmp(rb"<leaflet:\w+>.*</leaflet:\w+>", rb""), "fail"),
        (xmp(rb"Leaflet \d+\.\d+\.\d+", rb"Leaflet 9.9.9"), "not proved"),
        (xmp(rb">standard<", rb">splendid<"), "fail"),
    ],
    ids=["renamed", "stripped of its profile", "stripped", "of another version", "of no known profile"],
)
def test_a_renamed_or_stripped_file_is_never_proved(pdf: bytes, verdict: str) -> None:
    assert remade(pdf, leaflet_of()[0]).verdict == verdict


def test_a_file_of_another_maker_and_one_without_its_monograph_are_not_proved() -> None:
    made, pdf = leaflet_of()
    assert "is not at hand" in remade(pdf, None).judgement.unproved
    out = BytesIO()
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.save(out)
    assert report(out.getvalue(), made).verdict == "not proved"


def test_the_version_that_would_prove_a_file_is_named() -> None:
    pdf = xmp(rb"Leaflet \d+\.\d+\.\d+", rb"Leaflet 9.9.9")
    assert "'Leaflet 9.9.9'" in remade(pdf, leaflet_of()[0]).judgement.unproved


def printed(key: bytes = b"", personal: Personal | None = PERSONAL, *, colour: bool = False) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (6, 4), (12, 90, 160)).save(out, "PNG")
    made, _ = leaflet_of()
    return make(
        made,
        pharmacy=altered(PHARMACY, logo=read_logo(out.getvalue())),
        personal=personal,
        wish=PrintWish(copies=2),
        colour=colour,
        key=key,
    ).pdf


@pytest.mark.parametrize("colour", [False, True])
def test_a_counters_print_is_proved_by_its_seal(colour: bool) -> None:
    made, _ = leaflet_of()
    pdf = printed(KEY, colour=colour)
    assert UNSEALED.encode() not in pdf
    assert remade(pdf, made, Trusted(key=KEY)).verdict == "pass"
    assert remade(pdf, made, Trusted(key=b"another")).verdict == "fail"
    assert "only the pharmacy can tell" in remade(pdf, made).judgement.unproved
    assert not seal_holds(pdf.replace(b"%PDF-1.7", b"%PDF-1.6"), KEY)


def test_a_seal_is_not_taken_at_its_word_by_the_rules_alone() -> None:
    made, plain = leaflet_of()
    invented = xmp(b"<leaflet:seal></leaflet:seal>", b"<leaflet:seal>%s</leaflet:seal>" % (b"a1" * 32))
    for pdf, key, verdict in (
        (plain, b"", None),
        (invented, b"", "not proved"),
        (invented, KEY, "not proved"),
        (printed(KEY), b"", "not proved"),
        (printed(KEY), KEY, "pass"),
    ):
        report = prove("", pdf, Asked(choose=lambda _: made, depth=RULES, trusted=Trusted(key=key))).report
        seals = {result.code: result.verdict for result in report.results if result.code == "V903"}
        assert seals == ({"V903": verdict} if verdict else {})
        assert report.verdict == (verdict or "pass")


def test_a_pharmacys_own_block_is_proved_by_its_settings() -> None:
    made, _ = leaflet_of()
    pdf = make(made, pharmacy=PHARMACY).pdf
    assert remade(pdf, made, Trusted(pharmacy=PHARMACY)).verdict == "pass"
    assert remade(pdf, made, Trusted(pharmacy=Pharmacy(name="Another"))).verdict == "not proved"
    assert remade(make(made, pharmacy=PHARMACY, personal=PERSONAL).pdf, made).verdict == "not proved"


@pytest.mark.parametrize("own", [None, "https://example.org/own.html"])
def test_a_pharmacys_address_for_screens_is_printed_where_the_monograph_has_none(own: str | None) -> None:
    online = "https://corner.example/{id}-{language}.html"
    made = monograph(online=own) if own else monograph()
    pharmacy = altered(PHARMACY, online=online)
    leaflet = make(made, pharmacy=pharmacy)
    address = own or f"https://corner.example/{made.id}-{made.language}.html"
    assert f"read aloud: {address}" in leaflet.document.text
    assert leaflet.document.text.count("https://") == 1
    assert remade(leaflet.pdf, made, Trusted(pharmacy=pharmacy)).verdict == "pass"
    if not own:
        assert leaflet.pdf != make(made, pharmacy=PHARMACY).pdf
        assert remade(leaflet.pdf, made, Trusted(pharmacy=PHARMACY)).verdict == "not proved"


def test_a_patients_words_are_in_the_metadata_as_a_digest_only() -> None:
    with pikepdf.open(BytesIO(printed())) as file:
        packet = file.Root.Metadata.read_bytes()
    assert b"Tester" not in packet
    assert hashlib.sha256(b"A. Tester").hexdigest().encode() not in packet
