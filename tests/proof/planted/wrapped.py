"""More threats around the pages: revisions, forms, layers of packing, settings that are not true."""

import re
import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.proof.planted.around import xmp
from tests.proof.planted.register import BACLOFEN_LARGE, BACLOFEN_STANDARD, STANDARD, edits, forges
from tests.proof.surgery import Surgeon


def _untrue(name: str, old: str, new: str) -> None:
    """Register a setting in the metadata that is not the file's."""

    def forge(pdf: bytes) -> bytes:
        key = name.encode()
        return xmp(pdf, b"<leaflet:%s>%s" % (key, old.encode()), b"<leaflet:%s>%s" % (key, new.encode()))

    forge.__name__ = f"{name}_that_is_not_its_own"
    forges(BACLOFEN_STANDARD)(forge)


for _name, _old, _new in (
    ("date", "2", "1"),
    ("version", r"[^<]*", "9.9"),
    ("status", "draft", "approved"),
    ("monographSHA256", r"\w+", "0" * 64),
    ("textSHA256", r"\w+", "0" * 64),
    ("region", "", "us"),
    ("paper", "a4", "letter"),
    ("product", "leaflet", "size sheet"),
    ("edition", "2", "1"),
    ("standard", "ua1", "ua2"),
    ("printing", "", "3 both"),
    ("addedSHA256", "", "0" * 64),
    ("seal", "", "0" * 64),
):
    _untrue(_name, _old, _new)


@forges(BACLOFEN_STANDARD)
def another_part_of_the_archive_standard(pdf: bytes) -> bytes:
    return xmp(pdf, b"<pdfaid:part>2", b"<pdfaid:part>3")


@forges(BACLOFEN_STANDARD)
def one_more_property(pdf: bytes) -> bytes:
    more = b'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Approved</rdf:li></rdf:Alt></dc:rights>\n'
    return xmp(pdf, b"(?=<xmp:CreatorTool>)", more)


@forges(BACLOFEN_STANDARD)
def words_in_a_comment_of_the_metadata(pdf: bytes) -> bytes:
    return xmp(pdf, b"<pdf:Producer>", b"<!-- B. Tester takes this --><pdf:Producer>")


@forges(BACLOFEN_STANDARD)
def a_second_description(pdf: bytes) -> bytes:
    more = b'<rdf:Description rdf:about="" leaflet:status="approved"/></rdf:RDF>'
    return xmp(pdf, b"</rdf:RDF>", more)


@forges(BACLOFEN_STANDARD)
def a_revision_on_top(pdf: bytes) -> bytes:
    start = int(pdf.rpartition(b"startxref")[2].split()[0])
    at = len(pdf) + 1
    body = b"\n9000 0 obj\n(B. Tester)\nendobj\n"
    table = b"xref\n9000 1\n%010d 00000 n \ntrailer\n" % at
    root = re.search(rb"/Root \d+ 0 R", pdf)
    assert root
    where = len(pdf) + len(body)
    return (
        pdf + body + table + b"<</Size 9001/Prev %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (start, root[0], where)
    )


@forges(BACLOFEN_STANDARD)
def a_name_in_a_comment(pdf: bytes) -> bytes:
    return pdf.replace(b"\nstartxref", b"\n% B. Tester, 1 Test Street\nstartxref", 1)


@forges(BACLOFEN_STANDARD)
def words_behind_a_packed_stream(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        contents = file.pages[0].obj.Contents
        packed = zlib.compress(bytes(contents.read_bytes())) + b"B. Tester"
        contents.write(packed, filter=Name.FlateDecode)
        file.save(
            out, static_id=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )
    return out.getvalue()


@edits(BACLOFEN_STANDARD)
def private_data_of_a_program(cut: Surgeon) -> None:
    own = Dictionary(LastModified=String("D:20260101"), Private=String("B. Tester"))
    cut.pdf.pages[0].obj.PieceInfo = Dictionary(Other=own)


@edits(BACLOFEN_STANDARD)
def a_field_to_fill_in(cut: Surgeon) -> None:
    field = cut.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("dose"), V=String("50 mg"),
            Rect=Array([60, 60, 160, 80]), DA=String("/F0 12 Tf 0 g"),
        )
    )  # fmt: skip
    cut.pdf.pages[0].obj.Annots = Array([field])
    cut.root().AcroForm = Dictionary(Fields=Array([field]), NeedAppearances=True)


@edits(BACLOFEN_STANDARD)
def a_note_in_a_bubble(cut: Surgeon) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([60, 60, 80, 80]), Contents=String("50 mg")
    )
    cut.pdf.pages[0].obj.Annots = Array([cut.pdf.make_indirect(note)])


@edits(BACLOFEN_STANDARD)
def a_script_with_a_name(cut: Surgeon) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    cut.root().Names = Dictionary(JavaScript=Dictionary(Names=Array([String("go"), script])))


@edits(BACLOFEN_STANDARD)
def a_file_carried_along(cut: Surgeon) -> None:
    carried = Dictionary(
        Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=cut.pdf.make_stream(b"50 mg"))
    )
    cut.root().AF = Array([cut.pdf.make_indirect(carried)])


@edits(BACLOFEN_STANDARD)
def places_with_names(cut: Surgeon) -> None:
    cut.root().Dests = Dictionary(Dose=Array([cut.pdf.pages[1].obj, Name.Fit]))


@edits(BACLOFEN_STANDARD)
def a_thread_to_follow(cut: Surgeon) -> None:
    cut.root().Threads = Array([cut.pdf.make_indirect(Dictionary(Type=Name.Thread))])


@edits(BACLOFEN_STANDARD)
def a_portfolio(cut: Surgeon) -> None:
    cut.root().Collection = Dictionary(Type=Name.Collection, View=Name.H)


@edits(BACLOFEN_STANDARD)
def a_small_picture_of_another_page(cut: Surgeon) -> None:
    thumb = cut.pdf.make_stream(b"\0", Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
    cut.pdf.pages[0].obj.Thumb = thumb


@edits(BACLOFEN_LARGE)
def a_group_that_blends(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)


@edits(BACLOFEN_STANDARD)
def another_version_in_the_catalogue(cut: Surgeon) -> None:
    cut.root().Version = Name("/2.0")


@edits(BACLOFEN_STANDARD)
def pages_from_right_to_left(cut: Surgeon) -> None:
    cut.root().ViewerPreferences.Direction = Name.R2L


@edits(BACLOFEN_STANDARD)
def tools_hidden(cut: Surgeon) -> None:
    cut.root().ViewerPreferences.HideMenubar = True


@edits(BACLOFEN_STANDARD)
def scaled_when_it_is_printed(cut: Surgeon) -> None:
    del cut.root().ViewerPreferences.PrintScaling


@edits(BACLOFEN_STANDARD)
def an_output_intent_that_promises_more(cut: Surgeon) -> None:
    cut.root().OutputIntents[0].Info = String("Approved colours")


@edits(BACLOFEN_STANDARD)
def a_page_with_metadata_of_its_own(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.Metadata = cut.pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)


@edits(BACLOFEN_STANDARD)
def permissions_of_nobody(cut: Surgeon) -> None:
    cut.root().Perms = Dictionary(DocMDP=Dictionary(Type=Name.Sig))


@edits(BACLOFEN_STANDARD)
def a_base_address(cut: Surgeon) -> None:
    cut.root().URI = Dictionary(Base=String("https://leaflet.example/"))


@edits(STANDARD)
def a_colour_profile_of_another_kind(cut: Surgeon) -> None:
    profile = cut.root().OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[16:20] = b"CMYK"
    profile.write(bytes(data))


@edits(STANDARD)
def a_colour_profile_that_is_darker(cut: Surgeon) -> None:
    profile = cut.root().OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[-40:] = bytes(40)
    profile.write(bytes(data))


@edits(STANDARD)
def a_moment_of_making(cut: Surgeon) -> None:
    cut.pdf.docinfo.CreationDate = String("D:20200101000000Z")


@edits(STANDARD)
def keywords(cut: Surgeon) -> None:
    cut.pdf.docinfo.Keywords = String("approved")
