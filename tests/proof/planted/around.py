"""Threats around the pages: metadata, print settings, forged words with true fingerprints, stray bytes."""

import hashlib
import re
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from leaflet.api import make
from leaflet.handout import Personal
from leaflet.proof.subject import read_subject
from tests.proof import defects
from tests.proof.planted.register import (
    BACLOFEN_APH,
    BACLOFEN_GIANT,
    BACLOFEN_LARGE,
    BACLOFEN_STANDARD,
    DOSE,
    STANDARD,
    Base,
    edits,
    forges,
    monograph_of,
    subject_of,
)
from tests.proof.surgery import Surgeon, operated_on

_IN_COLOUR = Base("baclofen", "large", colour=True)
_UK = Base("baclofen", "standard", region="uk")


def true_fingerprint(pdf: bytes) -> bytes:
    """Return a forged file whose fingerprint is that of its words."""
    subject = read_subject("", pdf, lambda _: None)
    text = "\n".join(leaf.text.strip() for leaf in subject.leaves if leaf.text.strip())
    return xmp(
        pdf,
        rb"(<leaflet:textSHA256>)\w+",
        rb"\g<1>" + hashlib.sha256(text.encode()).hexdigest().encode(),
    )


def xmp(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """Return a file with its XMP packet changed by a pattern."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        packet = file.Root.Metadata.read_bytes()
        after = re.sub(old, new, packet, flags=re.DOTALL)
        assert after != packet
        file.Root.Metadata.write(after)
        file.save(out, static_id=True)
    return out.getvalue()


def _eight_milligrams(pdf: bytes) -> bytes:
    return true_fingerprint(
        operated_on(pdf, subject_of(STANDARD), lambda cut: cut.inside(DOSE, cut.code("5"), cut.code("8")))
    )


@edits(BACLOFEN_STANDARD)
def page_labels_in_roman(cut: Surgeon) -> None:
    cut.root().PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


@edits(BACLOFEN_LARGE)
def it_opens_at_page_two(cut: Surgeon) -> None:
    cut.root().OpenAction = Array([cut.pdf.pages[1].obj, Name.Fit])


@edits(BACLOFEN_STANDARD)
def pages_that_turn_by_themselves(cut: Surgeon) -> None:
    cut.root().PageMode = Name.FullScreen
    for page in cut.pdf.pages:
        page.obj.Dur = 2


@edits(BACLOFEN_STANDARD)
def only_the_lower_half_is_printed(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.TrimBox = Array([0, 0, 595, 420])
    cut.root().ViewerPreferences.PrintArea = Name.TrimBox
    cut.root().ViewerPreferences.PrintClip = Name.TrimBox


@edits(BACLOFEN_APH)
def twenty_copies_are_asked_for(cut: Surgeon) -> None:
    cut.root().ViewerPreferences.NumCopies = 20
    cut.root().ViewerPreferences.Duplex = Name.DuplexFlipLongEdge


@edits(_IN_COLOUR)
def colour_that_is_denied(cut: Surgeon) -> None:
    cut.xmp(b"<leaflet:colour>True", b"<leaflet:colour>False")


@edits(BACLOFEN_GIANT)
def giant_print_that_says_large(cut: Surgeon) -> None:
    cut.xmp(b"<leaflet:profile>giant", b"<leaflet:profile>large")


@edits(BACLOFEN_STANDARD)
def another_language_in_the_metadata(cut: Surgeon) -> None:
    cut.xmp(b"<dc:language><rdf:Bag><rdf:li>en<", b"<dc:language><rdf:Bag><rdf:li>fr<")


@edits(BACLOFEN_STANDARD)
def an_authority_that_never_read_it(cut: Surgeon) -> None:
    cut.pdf.docinfo.Subject = String("Approved by the authority")
    cut.pdf.docinfo.Author = String("The authority")


@edits(BACLOFEN_STANDARD)
def another_producer(cut: Surgeon) -> None:
    cut.pdf.docinfo.Producer = String("Other 1.0")


@edits(BACLOFEN_STANDARD)
def a_colour_profile_of_zeros(cut: Surgeon) -> None:
    cut.root().OutputIntents[0].DestOutputProfile.write(bytes(400))


@edits(BACLOFEN_STANDARD)
def two_output_intents(cut: Surgeon) -> None:
    intent = Dictionary(cut.root().OutputIntents[0])
    intent.DestOutputProfile = cut.pdf.make_stream(bytes(intent.DestOutputProfile.read_bytes()), N=3)
    intent.OutputConditionIdentifier = String("Other")
    cut.root().OutputIntents.append(cut.pdf.make_indirect(intent))


@forges(STANDARD)
def another_dose_without_a_maker(pdf: bytes) -> bytes:
    return xmp(_eight_milligrams(pdf), rb"<leaflet:\w+>[^<]*</leaflet:\w+>\n", rb"")


@forges(STANDARD)
def another_dose_without_any_name(pdf: bytes) -> bytes:
    forged = xmp(_eight_milligrams(pdf), rb"<leaflet:\w+>[^<]*</leaflet:\w+>\n", rb"")
    forged = xmp(forged, rb">Leaflet \d+\.\d+\.\d+<", rb">Other 1.0<")

    def rename(cut: Surgeon) -> None:
        cut.pdf.docinfo.Creator = cut.pdf.docinfo.Producer = String("Other 1.0")

    return operated_on(forged, subject_of(STANDARD), rename)


@forges(STANDARD)
def another_dose_under_another_name(pdf: bytes) -> bytes:
    return xmp(_eight_milligrams(pdf), rb">testol<", rb">testol-2<")


@forges(_UK)
def another_emergency_number(pdf: bytes) -> bytes:
    def dial(cut: Surgeon) -> None:
        leaf = next(leaf for leaf in cut.subject.leaves if "999" in leaf.words)
        nine, eight = cut.code("9"), cut.code("8")
        last = re.compile(rb"(" + nine + rb"(?:>-?[\d.]+<)?" + nine + rb"(?:>-?[\d.]+<)?)" + nine)
        cut.content(leaf, lambda data: last.sub(lambda m: m[1] + eight, data))

    return true_fingerprint(operated_on(pdf, subject_of(_UK), dial))


@forges(BACLOFEN_STANDARD)
def words_of_a_pharmacist_who_wrote_none(_: bytes) -> bytes:
    more = Personal(patient="", dose="Take 90 mg at night", note="")
    pdf = make(monograph_of("baclofen"), personal=more).pdf
    return xmp(pdf, rb"(<leaflet:addedSHA256>)\w+", rb"\1")


@edits(BACLOFEN_STANDARD)
def the_date_of_one_footer(cut: Surgeon) -> None:
    two, one = cut.code("2"), cut.code("1")
    day = re.compile(two + rb"((?:>-?[\d.]+<)?" + cut.code("3") + rb")")
    cut.artifact(2, b"Footer", lambda data: day.sub(lambda m: one + m[1], data, count=1))


@forges(BACLOFEN_STANDARD)
def bytes_after_the_end(pdf: bytes) -> bytes:
    return pdf + b"%PDF-1.4 another file".ljust(100)


@forges(BACLOFEN_STANDARD)
def a_page_of_two_contents(pdf: bytes) -> bytes:
    return defects.twice_contents(pdf)


@forges(BACLOFEN_STANDARD)
def an_object_with_a_patients_name(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.Root.Rest = file.make_indirect(String("B. Tester"))
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = out.getvalue()
    rest = re.search(rb"/Rest \d+ 0 R", data)
    assert rest
    return data.replace(rest[0], b" " * len(rest[0]))
