"""What a pharmacy adds stands in its marked place, is tagged, and is not remembered."""

import io

import pikepdf
import pytest

from leaflet.api import _encoder, _shaper, make
from leaflet.handout import LONGEST, HandoutError, Logo, Personal, Pharmacy, PrintWish, tidy
from leaflet.model import Monograph
from leaflet.places import content_folder
from leaflet.profiles import PROFILES
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from leaflet.read import load
from leaflet.values import altered

NAME = "Zoë Quackenbush"
PHARMACY = Pharmacy(name="Corner Pharmacy", address="12 High Street", phone="01603 555 012", hours="9 to 6")
PERSONAL = Personal(patient=NAME, dose="Take 10 mg at night.", note="Come back on Friday.")


@pytest.fixture(scope="module")
def baclofen() -> Monograph:
    return load(content_folder() / "baclofen.yaml")


def _logo(width: int = 4, height: int = 2) -> Logo:
    return Logo(
        width=width, height=height, rgb=b"\x10\x20\x30" * width * height, grey=b"\x20" * width * height
    )


def test_nothing_added_changes_no_byte(baclofen: Monograph) -> None:
    assert make(baclofen, pharmacy=None, personal=Personal()).pdf == make(baclofen).pdf


def test_the_pharmacists_words_stand_in_a_panel_of_their_own(baclofen: Monograph) -> None:
    document = make(baclofen, personal=PERSONAL).document
    (heading,) = [leaf for leaf, _ in document.leaves if "pharmacist" in leaf.words and leaf.tag.level == 2]
    panel = next(above[-1] for leaf, above in document.leaves if leaf is heading)
    assert panel.style.name == "from pharmacist"
    said = [kid.text for kid in panel.kids[1:] if kid.text is not None]
    assert [text.plain for text in said] == [
        f"For: {NAME}",
        "Your dose: Take 10 mg at night.",
        "Note: Come back on Friday.",
    ]
    assert {text.attribution for text in said} == {"pharmacist"}


@pytest.mark.parametrize(
    ("pharmacy", "personal", "lines"),
    [
        (None, None, 2),
        (PHARMACY, None, 1),
        (None, PERSONAL, 1),
        (PHARMACY, PERSONAL, 0),
        (Pharmacy(name="Corner"), Personal(patient=NAME), 2),
    ],
)
def test_a_line_to_write_on_goes_only_where_its_words_are_printed(
    baclofen: Monograph, pharmacy: Pharmacy | None, personal: Personal | None, lines: int
) -> None:
    leaves = make(baclofen, pharmacy=pharmacy, personal=personal).document.leaves
    assert sum(leaf.lines for leaf, _ in leaves) == lines


def test_the_words_of_the_monograph_stay_the_same(baclofen: Monograph) -> None:
    alone = make(baclofen).document.text.split("\n")
    added = make(baclofen, pharmacy=PHARMACY, personal=PERSONAL).document.text.split("\n")
    # What the pharmacist says is no gap any more; lines to write on go where their words are printed.
    written = {"My dose, as my doctor told me", "Phone of my pharmacy", "Help and advice"}
    alone = alone[: alone.index("What this leaflet does not tell you")]
    added = added[: added.index("What this leaflet does not tell you")]
    assert [line for line in alone if line not in written] == [line for line in added if line in alone]


def test_no_cache_keeps_the_pharmacists_words(baclofen: Monograph) -> None:
    make(baclofen, personal=PERSONAL)
    styles = (_shaper()._words, _shaper()._called)
    kept = [
        word for each in styles for known in (*each.known, *each._joined.values()) for word in _texts(known)
    ]
    inked = [word.text for word in _encoder().words()]
    assert "Baclofen" in kept
    assert not [word for word in (*kept, *inked) if "Quackenbush" in word]


def _texts(known: object) -> list[str]:
    return list(known) if isinstance(known, dict) else [getattr(known, "text", "")]


@pytest.mark.parametrize("colour", [False, True])
def test_a_logo_is_a_figure_with_an_alternative_text(baclofen: Monograph, *, colour: bool) -> None:
    pharmacy = Pharmacy(name="Corner Pharmacy", logo=_logo())
    leaflet = make(baclofen, pharmacy=pharmacy, colour=colour)
    picture = next(leaf for leaf, _ in leaflet.document.leaves if leaf.image is not None)
    assert picture.tag.alt == "Logo of Corner Pharmacy"
    with pikepdf.open(io.BytesIO(leaflet.pdf)) as file:
        image = file.pages[-1].resources.XObject.Logo
        assert image.ColorSpace == ("/DeviceRGB" if colour else "/DeviceGray")
        assert "/SMask" not in image


def test_a_print_wish_sets_the_dialog(baclofen: Monograph) -> None:
    leaflet = make(baclofen, wish=PrintWish(copies=3, both_sides=True))
    with pikepdf.open(io.BytesIO(leaflet.pdf)) as file:
        preferences = file.Root.ViewerPreferences
        assert preferences.NumCopies == 3
        assert preferences.Duplex == "/DuplexFlipLongEdge"
        assert preferences.PrintScaling == "/None"


@pytest.mark.parametrize(
    ("pages", "copies", "both", "sheets"), [(3, 1, True, 2), (3, 2, True, 4), (3, 2, False, 6)]
)
def test_sheets_are_counted(pages: int, copies: int, both: bool, sheets: int) -> None:
    assert PrintWish(copies=copies, both_sides=both).sheets(pages) == sheets


@pytest.mark.parametrize("profile", PROFILES)
def test_the_longest_words_fit_every_profile(baclofen: Monograph, profile: str) -> None:
    words = {
        name: ("Take one with breakfast. " * 20)[: LONGEST[name]].strip()
        for name in ("patient", "dose", "note")
    }
    make(baclofen, profile=profile, personal=Personal(**words), pharmacy=PHARMACY)


@pytest.mark.parametrize(
    ("typed", "message"),
    [("x" * 61, "61 characters"), ("a\u202eb", "U+202E"), ("a\x00b", "U+0000"), ("\ud800", "U+D800")],
)
def test_what_cannot_be_printed_is_refused_without_repeating_it(typed: str, message: str) -> None:
    with pytest.raises(HandoutError, match=message.replace("+", r"\+")) as raised:
        tidy("patient", typed)
    assert typed not in str(raised.value)


def test_a_typed_text_is_put_on_one_line() -> None:
    assert tidy("note", "  Come\r\n back\ton  Friday ") == "Come back on Friday"


def test_words_about_a_patient_do_not_show_in_a_traceback() -> None:
    assert "Quackenbush" not in repr(PERSONAL)


@pytest.mark.parametrize(
    ("pharmacy", "personal"),
    [
        (None, PERSONAL),
        (PHARMACY, None),
        (Pharmacy(name="Corner", phone="01603 555 012", logo=_logo()), Personal(note="Come back.")),
        (Pharmacy(name="Corner", hours="9 to 6"), Personal(patient=NAME)),
    ],
)
@pytest.mark.parametrize("profile", ["standard", "giant"])
def test_a_leaflet_handed_out_is_proved_like_any_other(
    baclofen: Monograph, profile: str, pharmacy: Pharmacy | None, personal: Personal | None
) -> None:
    pdf = make(baclofen, profile=profile, pharmacy=pharmacy, personal=personal).pdf
    report = verify_bytes(pdf, baclofen, Depth(copies=False, verapdf=False))
    assert [failure.code for failure in report.failures] == []


def test_the_marked_places_excuse_no_other_word(baclofen: Monograph) -> None:
    changed = altered(baclofen, sections=baclofen.sections[:-1])
    pdf = make(changed, pharmacy=PHARMACY, personal=PERSONAL).pdf
    report = verify_bytes(pdf, baclofen, Depth(copies=False, verapdf=False))
    assert {"V101", "V102"} <= {failure.code for failure in report.failures}
