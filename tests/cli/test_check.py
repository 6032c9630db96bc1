"""`leaflet check`, `explain` and `trace`: what they print and how they end."""

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest
import yaml

from leaflet.rulebook import explanations
from leaflet.rules import EXPLANATIONS
from tests.batch.monographs import baclofen, write
from tests.cli.runs import CHECKOUT, Runner
from tests.waiting import PATIENCE

BAD = CHECKOUT / "tests" / "rules" / "bad"
BACLOFEN = CHECKOUT / "content" / "baclofen.yaml"


def _write(folder: Path, name: str, code: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(BAD / f"{code}.yaml", path)
    return path


def test_the_shipped_content_is_clean_under_strict(leaflet: Runner) -> None:
    done = leaflet("check", "--strict", BACLOFEN)
    assert (done.code, done.out, done.err) == (0, "", "1 monograph: clean\n")


def test_without_a_content_folder_it_is_said_what_was_checked(leaflet: Runner) -> None:
    done = leaflet("check")
    assert done.err == f"1 monograph that came with Leaflet, in {BACLOFEN.parent}: clean\n"


def test_a_finding_has_place_line_caret_and_hint(leaflet: Runner) -> None:
    path = _write(leaflet.folder, "a.yaml", "S101")
    done = leaflet("check", path.name)
    lines = done.out.splitlines()
    assert done.code == 1
    assert lines[0].startswith("a.yaml:30:20: error[S101]: 'Stop taking it if you feel dizzy.' lets")
    assert lines[1] == "    " + path.read_text(encoding="utf-8").splitlines()[29]
    assert lines[2] == "    " + " " * 19 + "^" * len("Stop taking it if you feel dizzy.")
    assert lines[3].startswith("  hint: ")
    assert done.err == "1 monograph: 1 error, 0 warnings\n"


def test_folders_and_content_are_looked_through(leaflet: Runner) -> None:
    _write(leaflet.folder, "content/one.yaml", "S101")
    _write(leaflet.folder, "content/more/two.yaml", "P203")
    assert leaflet("check").err == "2 monographs in content: 2 errors, 1 warning\n"  # one id for both
    assert leaflet("check", "content/more").code == 1
    assert leaflet("check", "content/more", "--strict").err == "1 monograph: 1 error, 0 warnings\n"


def test_a_file_that_cannot_be_understood_is_a_finding(leaflet: Runner) -> None:
    (leaflet.folder / "a.yaml").write_text("name: [\n")
    done = leaflet("check", "a.yaml")
    assert done.code == 1
    assert "error[M" in done.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--select", "S"], 1),
        (["--select", "P,C"], 0),
        (["--ignore", "S101"], 0),
        (["--ignore", "s1"], 0),
        (["--on", "2026-05-01"], 1),
    ],
)
def test_rules_are_chosen(arguments: list[str], code: int, leaflet: Runner) -> None:
    _write(leaflet.folder, "a.yaml", "S101")
    assert leaflet("check", "a.yaml", *arguments).code == code


def test_a_review_lapses_on_the_day_given(leaflet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(leaflet.folder, "a.yaml", "S603")
    assert leaflet("check", "a.yaml", "--on", "2026-05-15").code == 0
    assert leaflet("check", "a.yaml", "--on", "2026-05-16").code == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778803200")  # 2026-05-15
    assert leaflet("check", "a.yaml").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778976000")  # 2026-05-17
    assert leaflet("check", "a.yaml").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], "there is no monograph nowhere.yaml"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--report", "--format", "sarif"], "--report: sarif has no place for it"),
        (["--on", "yesterday"], "'yesterday' is no day"),
        (["--select", "Q1"], "no code begins with 'Q1'"),
        (["empty"], "there is no monograph (*.yaml) in empty"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], said: str, leaflet: Runner) -> None:
    (leaflet.folder / "empty").mkdir()
    done = leaflet("check", *arguments)
    assert done.code == 2
    assert said in done.err


def test_json_holds_findings_and_measures(leaflet: Runner) -> None:
    _write(leaflet.folder, "a.yaml", "S101")
    done = leaflet("check", "a.yaml", "--format", "json")
    report = json.loads(done.out)
    assert done.code == 1
    (finding,) = report["findings"]
    assert set(finding) == {"code", "severity", "path", "line", "column", "message", "hint"}
    (measures,) = report["monographs"]
    assert measures["path"] == "a.yaml"
    assert {entry["item"]: entry["covered"] for entry in measures["coverage"]}["uses"] is True
    assert measures["readability"][0]["part"] == "whole"
    assert 0 <= measures["pemat_p"]["score"] <= 100
    assert measures["pemat_p"]["for_a_person"]


def test_sarif_and_annotations_name_the_place(leaflet: Runner) -> None:
    _write(leaflet.folder, "a.yaml", "S101")
    run = json.loads(leaflet("check", "a.yaml", "--format", "sarif").out)["runs"][0]
    assert run["results"][0]["ruleId"] == "S101"
    assert leaflet("check", "a.yaml", "--format", "github").out.startswith("::error file=a.yaml,line=30,")


def test_the_report_prints_coverage_grades_and_pemat(leaflet: Runner) -> None:
    done = leaflet("check", BACLOFEN, "--report")
    assert done.code == 0
    for words in (
        "driving",
        "not covered: in the panel of gaps",
        "whole",
        "SMOG",
        "PEMAT-P",
        "for a person: 1 ",
    ):
        assert words in done.out


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_every_rule_has_its_page(code: str, leaflet: Runner) -> None:
    done = leaflet("explain", code.lower())
    told = EXPLANATIONS[code]
    assert done.code == 0
    for text in (code, told.title, told.reason, told.bad, told.good, told.source):
        assert text in done.out


def test_explain_lists_every_code_of_every_room(leaflet: Runner) -> None:
    listed = {line.split()[0] for line in leaflet("explain").out.splitlines()}
    assert listed == set(explanations())


def test_explain_suggests_the_code_that_was_meant(leaflet: Runner) -> None:
    done = leaflet("explain", "S1O1")
    assert done.code == 2
    assert "did you mean S" in done.err


def test_trace_names_source_and_place_of_each_sentence(leaflet: Runner) -> None:
    done = leaflet("trace", BACLOFEN, "--region", "uk")
    lines = done.out.splitlines()
    said = dict(zip(lines[::2], (line.strip() for line in lines[1::2]), strict=True))
    assert done.code == 0
    assert said["Get medical help immediately."].endswith("warnings[0].action, from Baclofen monograph")
    assert said["What this leaflet does not tell you"] == "the program's own words"
    assert "the region's words" in said.values()
    typed = BACLOFEN.read_text(encoding="utf-8").splitlines()
    for sentence, origin in said.items():
        if "baclofen.yaml:" in origin:
            line, column = origin.partition("baclofen.yaml:")[2].split(":")[:2]
            place = typed[int(line) - 1][int(column) - 1 :].lstrip("*[\"'")
            assert place.startswith(sentence[:4]), sentence


def test_trace_says_what_it_cannot_read(leaflet: Runner) -> None:
    (leaflet.folder / "a.yaml").write_text("name: x\n")
    assert leaflet("trace", "a.yaml").code == 1
    assert leaflet("trace", "b.yaml").code == 2
    assert leaflet("trace", BACLOFEN, "--region", "mars").code == 2


@pytest.mark.skipif(
    importlib.util.find_spec("watchfiles") is None, reason="the extra 'watch' is not installed"
)
def test_watch_checks_again_when_a_file_is_saved(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.yaml", "S101")
    process = subprocess.Popen(
        [sys.executable, "-m", "leaflet", "check", "--watch", path.name],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    lines: SimpleQueue[str] = SimpleQueue()
    reader = Thread(target=_gather, args=(process, lines), daemon=True)
    with process:
        reader.start()
        try:
            assert lines.get(timeout=PATIENCE) == "1 monograph: 1 error, 0 warnings\n"
            _save_until(path, "P203", lines, "1 monograph: 0 errors, 1 warning\n")
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) in (1, 130)
        finally:
            process.kill()
            reader.join()


def _gather(process: "subprocess.Popen[str]", lines: "SimpleQueue[str]") -> None:
    """Put all that a process says into a queue, line by line."""
    for line in process.stderr or ():
        lines.put(line)


def _save_until(path: Path, code: str, lines: "SimpleQueue[str]", wanted: str) -> None:
    """Save a file until the report on it comes: the watch begins a moment after its first report.

    A save may be seen half written, or the file as it was before, so that other reports come first.
    """
    for _ in range(300):
        shutil.copyfile(BAD / f"{code}.yaml", path)
        try:
            while lines.get(timeout=0.2) != wanted:
                pass
            return
        except Empty:
            continue
    pytest.fail(f"no report said {wanted!r}")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_hook_works_in_a_fresh_repository(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # The definition as it is, run by this Python: installing the package needs a network.
    hook |= {
        "language": "system",
        "entry": hook["entry"].replace("leaflet", f"{sys.executable} -m leaflet", 1),
    }
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}), encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def _run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    _run("git", "init", "-q")
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    (tmp_path / "other.yaml").write_text("no: monograph\n", encoding="utf-8")
    _run("git", "add", ".")
    run = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    clean = _run(*run)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout
    _write(tmp_path, "content/bad.yaml", "S101")
    _run("git", "add", ".")
    refused = _run(*run)
    assert refused.returncode == 1
    assert "content/bad.yaml:30:20: error[S101]" in refused.stdout


def test_two_monographs_of_one_name_are_found_before_a_build(leaflet: Runner) -> None:
    write(leaflet.folder / "content", a=baclofen(), b=baclofen(language="en-GB"), c=baclofen(id="other"))
    shown = leaflet("check")
    assert shown.code == 1
    assert shown.out.count("error[M050]") == 1
    assert "a.yaml and content/b.yaml would both make files called baclofen-en" in shown.out
    assert leaflet("check", "--ignore", "M050").code == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Baclofen \u2603", "error[L002]"),
        (f"Baclofen {'m' * 80}", "error[L003]"),
        (f"B {'m' * 26}", "warning[L003]"),
    ],
)
def test_what_no_page_sets_is_found_before_a_build(name: str, code: str, leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(name=name))
    shown = leaflet("check", "a.yaml", "--select", "L")
    assert shown.code == 1
    assert shown.out.count(code) == 1


def test_a_language_that_no_rule_reads_is_one_finding_a_file(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(language="de"))
    shown = leaflet("check", "a.yaml", "--select", "S114")
    assert shown.out.count("error[S114]") == 1
    assert "of its sentences need a signature each" in shown.out
    findings = json.loads(leaflet("check", "a.yaml", "--select", "S114", "--format", "json").out)["findings"]
    assert len(findings) > 20
