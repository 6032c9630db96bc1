"""The XMP packet names the file's kind, and checkers agree with it."""

import io
from xml.etree import ElementTree

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.places import colour_profile
from leaflet.rendering.metadata import NAMESPACE, Metadata, xmp_packet
from leaflet.values import altered

_METADATA = Metadata(
    title="Baclofen",
    language="en-GB",
    monograph_id="baclofen",
    version="1.0",
    date="2026-11-23",
    status="draft",
    monograph_sha256="ab" * 32,
    text_sha256="cd" * 32,
    profile="large",
    paper="a4",
    region="uk",
    colour=True,
    program="Leaflet 0.1.0",
)
_OWN = {
    "monograph": "baclofen",
    "version": "1.0",
    "date": "2026-11-23",
    "status": "draft",
    "monographSHA256": "ab" * 32,
    "textSHA256": "cd" * 32,
    "profile": "large",
    "paper": "a4",
    "region": "uk",
    "colour": "True",
    "product": "leaflet",
    "standard": "ua1",
    "edition": "2",
    "addedSHA256": "",
    "printing": "",
    "seal": "",
}


def _blank_file(metadata: Metadata) -> bytes:
    """Return the least file that can be PDF/UA-1 and PDF/A-2a: an empty page with the packet."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.pages[0].obj.Tabs = pikepdf.Name.S
    root = pdf.Root
    root.Metadata = pdf.make_stream(
        xmp_packet(metadata), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    root.Lang = pikepdf.String(metadata.language)
    root.MarkInfo = pikepdf.Dictionary(Marked=True)
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    tree = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
    root.StructTreeRoot = pdf.make_indirect(tree)
    document = pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=root.StructTreeRoot, K=pikepdf.Array([])
    )
    root.StructTreeRoot.K = pdf.make_indirect(document)
    root.OutputIntents = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier=pikepdf.String("sRGB"),
                DestOutputProfile=pdf.make_stream(colour_profile(), N=3),
            )
        ]
    )
    made = io.BytesIO()
    pdf.save(made, min_version="1.7", static_id=True)
    return made.getvalue()


def _failures(data: bytes, profile: page.ValidationProfile) -> list[str]:
    report = page.validate_pdf_bytes(data, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_a_checker_accepts_the_packet(profile: page.ValidationProfile) -> None:
    assert _failures(_blank_file(_METADATA), profile) == []


@pytest.mark.parametrize(
    ("profile", "identifier"),
    [(page.ValidationProfile.PDF_UA_1, b"pdfuaid:part"), (page.ValidationProfile.PDF_A_2A, b"pdfaid:part")],
)
def test_the_checker_misses_an_identifier_that_is_not_there(
    profile: page.ValidationProfile, identifier: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = xmp_packet(_METADATA).replace(b"<" + identifier, b"<dc:x").replace(b"</" + identifier, b"</dc:x")
    monkeypatch.setattr(f"{__name__}.xmp_packet", lambda _: packet)
    assert _failures(_blank_file(_METADATA), profile) != []


def _values(packet: bytes) -> dict[str, str]:
    tree = ElementTree.fromstring(packet)  # noqa: S314 - our own packet, a few kilobytes
    prefix = f"{{{NAMESPACE}}}"
    return {node.tag.removeprefix(prefix): node.text or "" for node in tree.iter() if prefix in node.tag}


def test_it_carries_leaflets_own_values() -> None:
    assert _values(xmp_packet(_METADATA)) == _OWN


def test_each_own_value_is_described_for_pdf_a() -> None:
    packet = xmp_packet(_METADATA).decode()
    schema = packet[packet.index("<pdfaSchema:schema>Leaflet<") :]
    for name in _OWN:
        assert f'pdfaProperty:name="{name}"' in schema


def test_another_library_reads_title_language_and_maker() -> None:
    with pikepdf.open(io.BytesIO(_blank_file(_METADATA))) as pdf, pdf.open_metadata() as read:
        assert read["dc:title"] == "Baclofen"
        assert set(read["dc:language"]) == {"en-GB"}
        assert read["xmp:CreatorTool"] == read["pdf:Producer"] == "Leaflet 0.1.0"
        assert read.pdfa_status == "2A"
        assert "dc:creator" not in read


def test_no_region_is_an_empty_value() -> None:
    assert _values(xmp_packet(altered(_METADATA, region="", colour=False))) == {
        **_OWN,
        "region": "",
        "colour": "False",
    }


_XML_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")).filter(lambda c: c not in "\ufffe\uffff")
)


@given(_XML_TEXT)
def test_any_text_comes_back_as_it_was(version: str) -> None:
    assert _values(xmp_packet(altered(_METADATA, version=version)))["version"] == version


@pytest.mark.parametrize("title", ["bell \a", "half a pair \ud800", "no character \ufffe"])
def test_what_xml_cannot_hold_is_refused(title: str) -> None:
    with pytest.raises(ValueError, match=r"U\+[0-9A-F]{4} cannot stand"):
        xmp_packet(altered(_METADATA, title=title))
