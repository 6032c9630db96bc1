"""The standards that a print keeps: each file claims what it is, is built as that asks, and is proved."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from leaflet.api import make
from leaflet.cli import run
from leaflet.model import Monograph
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from tests.medicines import MEDICINES, loaded

CONTENT = Path(__file__).parents[2] / "content" / "baclofen.yaml"
QUICK = Depth(remake=True, copies=False, verapdf=False)
LISTED = next(path for path in MEDICINES if path.stem == "bactelin")  # with a list of contents in giant print
LONG = next(path for path in MEDICINES if path.stem == "clotaban")  # with tables and schedules


def opened(monograph: Monograph, standard: str, profile: str = "giant") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(make(monograph, profile=profile, standard=standard).pdf))


def test_a_file_by_pdf_ua_2_is_a_pdf_2_without_document_information() -> None:
    monograph = loaded(LONG)
    with opened(monograph, "ua2") as file, opened(monograph, "ua1") as usual:
        assert (file.pdf_version, usual.pdf_version) == ("2.0", "1.7")
        assert ("/Info" in file.trailer, "/Info" in usual.trailer) == (False, True)
        packet = file.Root.Metadata.read_bytes().decode()
    for claim in ("pdfuaid:part>2<", "pdfuaid:rev>2024<", "pdfaid:part>4<", "pdfaid:rev>2020<"):
        assert claim in packet
    for declared in ("wtpdf#accessibility1.0", "wtpdf#reuse1.0"):
        assert f"http://pdfa.org/declarations/{declared}" in packet


def test_its_elements_are_in_the_namespace_of_pdf_2_and_contents_lead_to_headings() -> None:
    with opened(loaded(LISTED), "ua2") as file:
        (namespace,) = file.Root.StructTreeRoot.Namespaces
        elements = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        elements = [each for each in elements if each.get("/Type") == "/StructElem"]
        old = {str(each.S) for each in elements if "/NS" not in each}
        assert namespace.NS == "http://iso.org/pdf2/ssn"
        assert old <= {"/TOC", "/TOCI", "/Note"}
        items = [each for each in elements if each.S == "/TOCI"]
        assert items
        assert all(str(each.Ref[0].S).startswith("/H") for each in items)


def test_its_bookmarks_lead_to_elements_and_to_pages() -> None:
    with opened(loaded(LONG), "ua2") as file:
        mark: pikepdf.Object | None = file.Root.Outlines.First
        while mark is not None:
            assert (str(mark.A.S), "/Dest" in mark) == ("/GoTo", False)
            assert (str(mark.A.D[0].Type), str(mark.A.SD[0].Type)) == ("/Page", "/StructElem")
            mark = mark.get("/Next")


@pytest.mark.parametrize("standard", ["ua1", "ua2"])
@pytest.mark.parametrize("profile", ["standard", "giant"])
def test_a_file_of_either_standard_is_proved(standard: str, profile: str) -> None:
    monograph = loaded(LONG)
    pdf = make(monograph, profile=profile, standard=standard, region="uk").pdf
    report = verify_bytes(pdf, monograph, QUICK)
    assert [(each.code, each.judgement) for each in report.failures] == []
    assert report.verdict == "pass"


def test_a_file_that_claims_the_other_standard_is_not_proved() -> None:
    monograph = loaded(LONG)
    pdf = make(monograph, standard="ua2").pdf
    spoiled = pdf.replace(b"<pdfuaid:part>2<", b"<pdfuaid:part>1<")
    assert spoiled != pdf
    assert verify_bytes(spoiled, monograph, QUICK).verdict == "fail"


def test_an_unknown_standard_is_told() -> None:
    with pytest.raises(ValueError, match="there is no standard 'ua3'"):
        make(loaded(LONG), standard="ua3")


def test_the_name_of_a_file_says_a_standard_that_is_not_the_usual_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ["--standard", "ua1", "--standard", "ua2", "-o", str(tmp_path)]
    assert run(["build", str(CONTENT), *both]) == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "baclofen-en-standard-a4-ua2.pdf",
        "baclofen-en-standard-a4.pdf",
    ]
    assert run(["build", str(CONTENT), *both]) == 0
    assert "2 leaflets unchanged" in capsys.readouterr().out
    assert run(["build", str(CONTENT), *both, "--check"]) == 0
