"""`leaflet verify`: files and folders, their monographs, the three reports, and the exit codes."""

import json
import re
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from leaflet.api import make
from leaflet.cli import COMMANDS, run
from leaflet.model import Monograph
from leaflet.proof.answers import Depth, Proved, Variant
from leaflet.proof.catalogue import all_rules
from leaflet.proof.library import Library
from leaflet.proof.prove_file import Asked, prove, verify_bytes
from leaflet.proof.reading import verapdf
from leaflet.proof.reports.page import to_html
from leaflet.proof.reports.plain_text import to_json, to_text
from leaflet.proof.results import Identity, Report, findings_of
from leaflet.proof.sameness import compare, compare_regions
from leaflet.rulebook import explanations
from tests.proof.defects import PLANTED
from tests.proof.surgery import leaflet_of, operate

QUICK = Depth(copies=False, verapdf=False)
pytestmark = pytest.mark.usefixtures("proves_here")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def dist(tmp_path: Path, baclofen: Monograph) -> Path:
    for profile in ("standard", "large"):
        (tmp_path / f"{profile}.pdf").write_bytes(make(baclofen, profile=profile).pdf)
    return tmp_path


def verify(*arguments: object) -> int:
    return run(
        ["verify", "--no-photocopy", "--no-verapdf", "--monograph", str(CONTENT), *map(str, arguments)]
    )


def broken_leaflet() -> bytes:
    return operate(PLANTED["a_footer_in_eight_point"][0])


def test_verify_is_a_command() -> None:
    assert COMMANDS["verify"][0] == "leaflet.cli.verify"


def test_a_folder_of_variants_passes(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(dist) == 0
    out = capsys.readouterr().out
    assert "standard.pdf: passes" in out
    assert "V701" in out


def test_a_broken_rule_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(broken_leaflet())
    assert verify(path) == 1
    out = capsys.readouterr().out
    assert "FAIL   V202" in out
    assert "has 8 pt" in out
    assert "leaflet explain V202" in out


def test_an_unreadable_file_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.pdf"
    path.write_text("Take 5 mg")
    assert verify(path) == 2
    assert "cannot be read" in capsys.readouterr().out


@pytest.mark.parametrize("path", ["nowhere.pdf", "nowhere"])
def test_a_file_that_is_not_there_is_exit_code_2(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(path) == 2
    assert f"there is no file {path}" in capsys.readouterr().err


def test_a_folder_without_leaflets_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(tmp_path) == 2
    assert "there is no leaflet" in capsys.readouterr().err


def test_the_report_goes_to_a_file(dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "reports" / "proof.json"
    assert verify(dist, "--format", "json", "-o", out) == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    assert [each["verdict"] for each in data["files"]] == ["pass", "pass"]
    assert {"code", "source", "required", "measured", "verdict"} <= set(data["files"][0]["rules"][0])
    assert "standard.pdf: passes" in capsys.readouterr().err


def test_a_stale_leaflet_is_a_finding(tmp_path: Path, baclofen: Monograph) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "baclofen.yaml").write_bytes((CONTENT / "baclofen.yaml").read_bytes() + b"\n# changed\n")
    pdf = make(baclofen).pdf
    library = Library([folder / "baclofen.yaml", CONTENT / "nowhere.yaml"])
    report = prove("a.pdf", pdf, Asked(choose=library.choose, depth=QUICK)).report
    assert [result.code for result in report.failures] == ["V801"]
    assert Library([CONTENT / "baclofen.yaml"]).choose({"monograph": "other", "monographSHA256": "0"}) is None


def test_the_monograph_is_found_by_its_hash(tmp_path: Path, baclofen: Monograph) -> None:
    changed = tmp_path / "a-changed.yaml"
    changed.write_bytes((CONTENT / "baclofen.yaml").read_bytes() + b"\n# changed\n")
    library = Library([changed, CONTENT / "baclofen.yaml"])
    chosen = library.choose({"monograph": "baclofen", "monographSHA256": baclofen.sha256})
    assert chosen is not None
    assert chosen.sha256 == baclofen.sha256


def proved(pdf: bytes, *, pictures: bool = False) -> Proved:
    made, _ = leaflet_of()
    depth = Depth(copies=False, verapdf=False, pictures=pictures)
    return prove("a <b> & c.pdf", pdf, Asked(choose=lambda _: made, depth=depth))


def test_the_page_is_self_contained_and_marks_the_place() -> None:
    html = to_html([proved(broken_leaflet(), pictures=True)], ())
    assert html.count("<svg") == 2
    assert 'href="#f1-V202"' in html
    assert 'id="f1-V202"' in html
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', html) == []
    assert "<script" not in html
    assert "a &lt;b&gt; &amp; c.pdf" in html
    assert "<b>" not in html


def _as_xml(html: str) -> str:
    """Return the page as XML: its two `meta` are all that HTML leaves open."""
    return re.sub(r"(<meta [^>]*)>", r"\1/>", html.removeprefix("<!DOCTYPE html>\n"))


def test_the_page_is_accessible_html() -> None:
    html = to_html([proved(broken_leaflet(), pictures=True)], ())
    tree = ET.fromstring(_as_xml(html))  # noqa: S314 - our own page
    assert tree.attrib["lang"] == "en"
    assert all(cell.get("scope") for cell in tree.iter("th"))
    assert all(svg.get("aria-label") for svg in tree.iter("{http://www.w3.org/2000/svg}svg"))
    assert len(list(tree.iter("h1"))) == 1
    assert all(table.find("caption") is not None for table in tree.iter("table"))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_text_lists_all_rules_or_only_those_that_matter() -> None:
    report = proved(broken_leaflet()).report
    assert "pass   V101" in to_text([report], (), everything=True)
    assert "pass   V101" not in to_text([report], (), everything=False)
    assert json.loads(to_json([report], ()))["files"][0]["rules"][0]["code"] == "V101"


def test_what_is_wrong_is_read_first_and_the_counts_add_up() -> None:
    report = proved(broken_leaflet()).report
    lines = to_text([report], (), everything=True).splitlines()
    verdicts = [line.split()[0] for line in lines[1:] if line[2:8].strip() in ("pass", "FAIL", "open", "-")]
    rank = {"FAIL": 0, "open": 1}
    assert verdicts == sorted(verdicts, key=lambda each: rank.get(each, 2))
    counts = [int(each) for each in re.findall(r"(\d+) (?:pass|fail|not proved|with)", lines[0])]
    assert sum(counts) == len(report.results)


def variant(name: str, words: str, region: str = "", version: str = "1.0") -> Variant:
    return Variant(name, "testol", region, version, version, tuple(words.split()))


@pytest.mark.parametrize(
    ("variants", "expected"),
    [
        ([variant("a", "take one"), variant("b", "take one")], []),
        ([variant("a", "take one"), variant("b", "take two")], ["V701"]),
        ([variant("a", "take one"), variant("b", "take")], ["V701"]),
        ([variant("a", "call 999", "uk"), variant("b", "call 911", "us")], []),
        ([variant("a", "take one"), variant("b", "take one", version="1.1")], ["V702"]),
    ],
)
def test_variants_carry_the_same_words(variants: list[Variant], expected: list[str]) -> None:
    assert [result.code for result in compare(variants) if result.verdict == "fail"] == expected


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        ({"dist/a.pdf": "uk", "dist/b.pdf": "uk"}, []),
        ({"dist/a.pdf": "uk", "dist/b.pdf": "us"}, ["dist: region uk in a.pdf, region us in b.pdf"]),
        ({"dist/a.pdf": "", "dist/b.pdf": "us"}, ["dist: no region in a.pdf, region us in b.pdf"]),
        ({"uk/a.pdf": "uk", "us/b.pdf": "us", "us/c.pdf": "us"}, []),
    ],
)
def test_a_folder_has_one_region(files: dict[str, str], wrong: list[str]) -> None:
    reports = [
        Report(
            name=name,
            identity=Identity(monograph="testol", profile="large", region=region),
            results=(),
        )
        for name, region in files.items()
    ]
    found = compare_regions(reports)
    assert [result.code for result in found] == ["V704"]
    assert [fault.measured for result in found for fault in result.judgement.faults] == wrong


def test_a_list_of_contents_makes_no_other_leaflet(baclofen: Monograph) -> None:
    found = [
        prove(name, make(baclofen, profile=name).pdf, Asked(choose=lambda _: baclofen, depth=QUICK)).variant
        for name in ("standard", "acb")
    ]
    assert [each.verdict for each in compare([each for each in found if each])] == ["pass", "pass"]


def test_one_variant_has_nothing_to_be_compared_with() -> None:
    assert compare([variant("a", "take one")]) == ()


def test_every_rule_is_explained() -> None:
    known = explanations()
    for rule in all_rules():
        told = known[rule.code]
        assert all((told.title, told.reason, told.bad, told.good, told.source))
    assert {"V001", "V701", "V801"} <= set(known)


def test_verapdf_on_the_path_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "verapdf"
    program.write_text('#!/bin/sh\ncase "$2" in ua1) exit 0;; *) echo "FAIL 2a $3"; exit 1;; esac\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    verapdf.verapdf_path.cache_clear()
    made, pdf = leaflet_of()
    try:
        report = verify_bytes(pdf, made, Depth(copies=False))
    finally:
        monkeypatch.undo()
        verapdf.verapdf_path.cache_clear()
    failed = {result.code: result.judgement for result in report.failures}
    assert list(failed) == ["V603"]
    assert failed["V603"].faults[0].measured == "2a: FAIL 2a the file"


def test_a_file_of_another_maker_is_judged_without_a_monograph() -> None:
    out = BytesIO()
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.save(out)
    report = verify_bytes(out.getvalue(), None, QUICK)
    assert report.count("not proved") > 10
    assert {"V505", "V626"} <= {result.code for result in report.failures}


def test_a_build_is_told_the_rules_that_a_file_breaks() -> None:
    findings = findings_of(proved(broken_leaflet()).report)
    # Its words are not where they belong, its size is too small, and so is its ink.
    assert [finding.code for finding in findings] == ["V116", "V202", "V218"]
    assert "page 2" in findings[1].message
    assert "8 pt" in findings[1].message
    assert findings_of(verify_bytes(b"", None, QUICK))[0].code == "V628"
    made, pdf = leaflet_of()
    assert findings_of(verify_bytes(pdf, made, QUICK)) == ()
