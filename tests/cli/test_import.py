"""`leaflet import` writes a draft with its account, compares an edited one, and refuses with a sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.places import content_folder
from leaflet.read import load
from tests.cli.runs import Runner
from tests.importing import sources
from tests.waiting import PATIENCE


@pytest.fixture
def epi(leaflet: Runner) -> Path:
    path = leaflet.folder / "testol.json"
    path.write_bytes(sources.fhir_json())
    return path


def test_it_writes_draft_report_and_pictures(epi: Path, leaflet: Runner) -> None:
    shown = leaflet(
        "import", epi, "-o", "content/testol.yaml", "--report", "report.json", "--class", "painkiller"
    )
    assert (shown.code, shown.out) == (1, f"{Path('content/testol.yaml')}\n")
    monograph = load(leaflet.folder / "content/testol.yaml")
    assert (monograph.name, monograph.classes) == ("Testol 5 mg tablets", ("painkiller",))
    assert (leaflet.folder / "content/testol-5-mg-tablets-1.png").read_bytes() == sources.PNG
    report = json.loads((leaflet.folder / "report.json").read_text())
    words = report["words"]
    assert words["source"] == words["placed"] + words["dropped"] - words["added"]
    assert {"kind", "address", "text", "reason"} == set(report["entries"][0])
    assert report["left_out"] == []
    assert "legal: the source does not say" in shown.err


def test_the_report_s_page_shows_source_and_draft_and_runs_nothing(leaflet: Runner) -> None:
    hostile = (("5. How to store Testol", "", "<p>&lt;script&gt;alert(1)&lt;/script&gt; keep</p>"),)
    (leaflet.folder / "a.json").write_bytes(sources.fhir_json(sources.fhir_bundle(hostile)))
    leaflet("import", "a.json", "--report", "a.html")
    page = (leaflet.folder / "a.html").read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; keep" in page
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_the_same_file_gives_the_same_bytes(epi: Path, leaflet: Runner) -> None:
    leaflet("import", epi, "-o", "a/x.yaml", "--report", "a/x.html")
    leaflet("import", epi, "-o", "b/x.yaml", "--report", "b/x.html")
    for name in ("x.yaml", "x.html"):
        assert (leaflet.folder / "a" / name).read_bytes() == (leaflet.folder / "b" / name).read_bytes()


def test_without_a_name_nothing_is_overwritten(epi: Path, leaflet: Runner) -> None:
    assert leaflet("import", epi, "--id", "testol").code == 1
    shown = leaflet("import", epi, "--id", "testol")
    assert (shown.code, "testol.yaml is already there" in shown.err) == (2, True)


@pytest.mark.parametrize(
    ("data", "arguments", "said"),
    [
        (sources.fhir_json(sources.fhir_bundle(sources.DOCTOR)), [], "only text for professionals"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", [], "DOCTYPE"),
        (b"", [], "empty"),
        (sources.fhir_json(), ["--composition", "2"], "no document 2"),
        (sources.fhir_json(), ["--class", "opiod"], "did you mean 'opioid'"),
        (sources.fhir_json(), ["--id", "A B"], "cannot be an id"),
    ],
)
def test_a_refusal_is_a_sentence_and_writes_nothing(
    data: bytes, arguments: list[str], said: str, leaflet: Runner
) -> None:
    (leaflet.folder / "file").write_bytes(data)
    shown = leaflet("import", "file", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err
    assert [path.name for path in leaflet.folder.iterdir()] == ["file"]


def test_a_document_for_professionals_is_imported_when_it_is_chosen(leaflet: Runner) -> None:
    (leaflet.folder / "a.json").write_bytes(sources.fhir_json(sources.fhir_bundle(sources.DOCTOR)))
    assert leaflet("import", "a.json", "--composition", "1", "-o", "a.yaml").code == 1


def test_an_unchanged_draft_is_the_source_still(epi: Path, leaflet: Runner) -> None:
    leaflet("import", epi, "-o", "a.yaml")
    shown = leaflet("import", "--check", "a.yaml", epi)
    assert (shown.code, shown.out) == (0, "")
    assert "0 added, 0 changed, 0 missing" in shown.err


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "Swallow one tablet at breakfast.",
            "Swallow two tablets at breakfast.",
            "changed s4.p1: Swallow one",
        ),
        ("Swallow one tablet at breakfast.", "Swallow one tablet at breakfast. Sing.", "added s4.p1: Sing."),
        ("          - your knees are made of glass", "          - a b c", "missing s3.l2: your knees"),
        ("          - yawning", "          - yawning a lot", "changed s6.l2: yawning -> yawning a lot"),
    ],
)
def test_an_edited_draft_is_told_from_its_source(
    before: str, after: str, said: str, epi: Path, leaflet: Runner
) -> None:
    leaflet("import", epi, "-o", "a.yaml")
    draft = leaflet.folder / "a.yaml"
    assert before in draft.read_text()
    draft.write_text(draft.read_text().replace(before, after))
    shown = leaflet("import", "--check", "a.yaml", epi)
    assert shown.code == 1
    assert said in shown.out


def test_a_monograph_is_held_against_its_own_export(leaflet: Runner) -> None:
    path = content_folder() / "baclofen.yaml"
    leaflet("export", path, "--format", "fhir-epi", "-o", "a.json")
    shown = leaflet("import", "--check", path, "a.json")
    assert (shown.code, shown.out) == (0, "")
    shown = leaflet("import", "--check", path, "a.json", "-o", "b.yaml")
    assert (shown.code, "no draft is written" in shown.err) == (2, True)


def test_only_pictures_of_the_file_s_own_folder_are_taken(leaflet: Runner) -> None:
    (leaflet.folder / "in").mkdir()
    (leaflet.folder / "out.png").write_bytes(sources.PNG)
    (leaflet.folder / "in" / "here.png").write_bytes(sources.PNG)
    images = "".join(f"<img src='{name}' alt='A knee'>" for name in ("here.png", "../out.png", "/etc/passwd"))
    (leaflet.folder / "in" / "a.html").write_text(
        f"<html><body><h2>Storage</h2><p>Dry.</p>{images}</body></html>"
    )
    leaflet("import", "in/a.html", "-o", "a.yaml", "--id", "a")
    assert (leaflet.folder / "a.yaml").read_text().count("- figure:") == 1
    assert sorted(path.name for path in leaflet.folder.glob("*.png")) == ["a-1.png", "out.png"]


_WITHOUT = """
import sys
sys.modules["lxml"] = None
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "lxml" else find(name, *more)
from leaflet.cli import run
sys.exit(run(["import", "a.json"]))
"""


def test_without_the_extra_the_command_says_how_to_get_it(leaflet: Runner) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT],
        cwd=leaflet.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert run.returncode == 2
    assert "'.[import]'" in run.stderr


def test_no_other_command_loads_the_extra(leaflet: Runner) -> None:
    script = (
        "import sys; from leaflet.cli import run; run(['new', 'Testol']); sys.exit('lxml' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=leaflet.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert run.returncode == 0


def test_trace_tells_sentences_of_the_source_from_adapted_ones(epi: Path, leaflet: Runner) -> None:
    simple = (
        ("1. What Testol is and what it is used for", "200000029895", "<p>It is for knees. It is new.</p>"),
    )
    epi.write_bytes(sources.fhir_json(sources.fhir_bundle(simple)))
    leaflet("import", epi, "-o", "a.yaml")
    draft = leaflet.folder / "a.yaml"
    draft.write_text(draft.read_text().replace("It is new.", "It is not new."))
    shown = leaflet("trace", "a.yaml", "--against", epi)
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[lines.index("It is for knees.") + 1].endswith("word for word")
    assert lines[lines.index("It is not new.") + 1].endswith("adapted")


def test_a_day_of_the_file_is_a_guess_and_every_decision_is_a_sentence(leaflet: Runner) -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:d="urn:d"><d:modified>2013-12-23T10:00:00Z</d:modified>'
        "</c:coreProperties>"
    )
    (leaflet.folder / "a.docx").write_bytes(sources.docx(more={"docProps/core.xml": core.encode()}))
    shown = leaflet("import", "a.docx", "-o", "a.yaml")
    assert "guessed: date: 2013-12-23: the day on which the file was last saved" in shown.err
    assert ": :" not in shown.err
