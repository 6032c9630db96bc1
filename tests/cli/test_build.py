"""`leaflet build`: files by their names, a line for each, and the rest still built when one fails."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from leaflet.cli import run
from tests.batch.monographs import baclofen, write
from tests.cli.runs import CHECKOUT, Runner, run_process
from tests.waiting import PATIENCE


def _files(folder: Path) -> list[str]:
    """Return the names of the leaflets in a folder."""
    return sorted(path.name for path in folder.glob("*.pdf")) if folder.is_dir() else []


def test_a_bare_build_prints_the_shipped_monographs(tmp_path: Path) -> None:
    shown = run_process("build", folder=tmp_path)
    assert shown.code == 0
    assert shown.err.startswith("note: there is no folder content here; taking the monographs that came")
    assert _files(tmp_path / "dist") == ["baclofen-en-standard-a4.pdf"]
    assert shown.out.endswith(f"{Path('dist') / 'baclofen-en-standard-a4.pdf'}\n")


def test_the_content_folder_here_comes_first(leaflet: Runner) -> None:
    write(leaflet.folder / "content", mine=baclofen(id="mine"))
    assert leaflet("build").code == 0
    assert _files(leaflet.folder / "dist") == ["mine-en-standard-a4.pdf"]


def test_each_file_has_a_line_of_pages_sheets_and_path(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    shown = leaflet(
        "build", "a.yaml", "-o", "out", "--profile", "clear", "--profile", "large", "--paper", "letter"
    )
    assert (shown.code, shown.err) == (0, "")
    lines = [line.split() for line in shown.out.splitlines()]
    names = ["baclofen-en-clear-letter.pdf", "baclofen-en-large-letter.pdf"]
    assert [line[-1] for line in lines] == [str(Path("out") / name) for name in names]
    for pages, page_word, sheets, sheet_word, _ in lines:
        assert int(sheets) == (int(pages) + 1) // 2
        assert page_word == ("page" if pages == "1" else "pages")
        assert sheet_word == ("sheet" if sheets == "1" else "sheets")
    assert _files(leaflet.folder / "out") == names


def test_all_builds_what_fits_and_notes_what_does_not(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    shown = leaflet("build", "a.yaml", "--profile", "giant", "--paper", "all")
    assert shown.code == 0
    assert _files(leaflet.folder / "dist") == [f"baclofen-en-giant-{paper}.pdf" for paper in ("a4", "letter")]
    assert "note: passed over baclofen-en-giant-a5.pdf: A5 holds" in shown.err
    assert "error" not in shown.err


def test_a_combination_asked_for_by_name_is_refused(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    shown = leaflet("build", "a.yaml", "--profile", "giant", "--paper", "a5")
    assert (shown.code, shown.out) == (1, "")
    assert "error[L001]: A5 holds" in shown.err
    assert "so this is not built: baclofen-en-giant-a5.pdf" in shown.err
    assert _files(leaflet.folder / "dist") == []


def test_the_rest_is_built_when_one_is_refused(leaflet: Runner) -> None:
    write(
        leaflet.folder / "content", good=baclofen(), bad=baclofen(id="bad").replace("hazard:", "hazzard:", 1)
    )
    (leaflet.folder / "dist").mkdir()
    (leaflet.folder / "dist" / "bad-en-standard-a4.pdf").write_bytes(b"old")
    shown = leaflet("build")
    assert shown.code == 1
    assert "baclofen-en-standard-a4.pdf" in shown.out
    assert "bad.yaml" in shown.err
    assert "did you mean 'hazard'?" in shown.err
    old = Path("dist") / "bad-en-standard-a4.pdf"
    assert "not built: 1 leaflet\n" in shown.err
    assert f"note: a file of an earlier build is still there, with the words of then: {old}\n" in shown.err
    assert (leaflet.folder / "dist" / "bad-en-standard-a4.pdf").read_bytes() == b"old"
    assert _files(leaflet.folder / "dist") == ["baclofen-en-standard-a4.pdf", "bad-en-standard-a4.pdf"]


def test_one_reason_for_many_leaflets_is_told_once(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(name="Baclofen ☃"))
    shown = leaflet("build", "a.yaml", "--profile", "standard", "--profile", "clear")
    assert shown.code == 1
    assert shown.err.count("error[L002]") == 1
    assert "baclofen-en-standard-a4.pdf, baclofen-en-clear-a4.pdf" in shown.err
    assert "not built: 2 leaflets" in shown.err


def test_two_monographs_for_one_name_are_refused(leaflet: Runner) -> None:
    write(leaflet.folder / "content", a=baclofen(), b=baclofen())
    shown = leaflet("build")
    assert (shown.code, shown.out) == (1, "")
    assert "would both make files called baclofen-en" in shown.err
    assert f"so this is not built: {Path('content') / 'a.yaml'}, {Path('content') / 'b.yaml'}" in shown.err
    assert _files(leaflet.folder / "dist") == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--profile", "larg"], "there is no profile 'larg'\n  hint: did you mean 'large'?"),
        (["--paper", "foolscap"], "there is no paper 'foolscap'\n  hint: choose from a4, letter, a5"),
        (["--region", "ukk"], "there is no region 'ukk'\n  hint: did you mean 'uk'?"),
        (["gone.yaml"], "there is no monograph gone.yaml\n  hint: name a YAML file"),
        (
            ["--profile", "standard", "large"],
            "there is no monograph large\n  hint: did you mean '--profile large'?",
        ),
        (["letter"], "there is no monograph letter\n  hint: did you mean '--paper letter'?"),
        (["-o", "file.txt"], "file.txt is a file\n  hint: name a folder for -o"),
        (["empty"], "there is no monograph (*.yaml) in empty\n  hint: write one with 'leaflet new NAME'"),
        (["--format", "html", "--booklet"], "--booklet: this is of PDFs, and none is asked for"),
        (["--format", "text", "--product", "card"], "--product: this is of PDFs, and none is asked for"),
        (["--format", "html", "--profile", "large"], "--profile: this is of PDFs, and none is asked for"),
        (
            ["--proof-copy", "--format", "pdf", "--verify"],
            "--format, --verify: a proof copy has no such choice",
        ),
        (
            ["--product", "card", "--profile", "large"],
            "--profile: the card for the wallet has no such choice",
        ),
        (["--region", "uk", "--region", "us"], "2 regions for one folder, and no file name tells them apart"),
        (["--region", "gb"], "there is no region 'gb'\n  hint: did you mean 'uk'?"),
        (["--paper", "A4"], "there is no paper 'A4'\n  hint: did you mean 'a4'?"),
        (["-o", ""], "invalid value for '-o' / '--output': it is empty"),
        (["--jobs", "80x"], "invalid value for '-j' / '--jobs': '80x' is not a valid whole number"),
        (["--check", "--prune"], "--prune: --check compares on this machine"),
        (["--check", "--scheduler", "local"], "--scheduler: --check compares on this machine"),
    ],
)
def test_wrong_usage_builds_nothing(arguments: list[str], sentence: str, leaflet: Runner) -> None:
    (leaflet.folder / "empty").mkdir()
    (leaflet.folder / "file.txt").write_text("")
    shown = leaflet("build", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert f"error: {sentence}" in shown.err
    assert not (leaflet.folder / "dist").exists()


def test_a_name_cannot_command_the_terminal(leaflet: Runner) -> None:
    (leaflet.folder / "\x1b[31mred.yaml").write_text("id: x")
    shown = leaflet("build", "\x1b[31mred.yaml")
    assert shown.code == 1
    assert "\x1b" not in shown.err
    assert r"\x1b[31mred.yaml" in shown.err


def test_a_file_that_cannot_be_written_is_a_sentence(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(), b=baclofen(id="other"))
    (leaflet.folder / "dist" / "baclofen-en-standard-a4.pdf").mkdir(parents=True)
    shown = leaflet("build", "a.yaml", "b.yaml")
    assert shown.code == 2
    assert "error: writing dist" in shown.err
    assert "other-en-standard-a4.pdf" in shown.out
    assert _files(leaflet.folder / "dist") == ["baclofen-en-standard-a4.pdf", "other-en-standard-a4.pdf"]


def test_a_fault_names_the_leaflet_and_the_way_to_its_place(
    leaflet: Runner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("slip")

    write(leaflet.folder, a=baclofen())
    monkeypatch.setattr("leaflet.api.make", fail)
    monkeypatch.delenv("LEAFLET_TRACEBACK", raising=False)
    shown = leaflet("build", "a.yaml")
    assert shown.code == 2
    assert "making baclofen-en-standard-a4.pdf from a.yaml met a fault in the program" in shown.err
    assert "hint: set LEAFLET_TRACEBACK=1" in shown.err
    monkeypatch.setenv("LEAFLET_TRACEBACK", "1")
    assert run(["build", "a.yaml"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal_alone(leaflet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    write(leaflet.folder, a=baclofen())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("leaflet.cli.progress._SECONDS_ON_A_TERMINAL", 0.0)
    shown = leaflet("build", "a.yaml", "--profile", "standard", "--profile", "clear")
    assert "\r[####################] built 2 of 2, " in shown.err
    assert "[" not in shown.out
    assert shown.err.endswith(" \r")


def test_a_log_has_a_line_every_few_seconds(leaflet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    write(leaflet.folder, a=baclofen())
    monkeypatch.setattr("leaflet.cli.progress._SECONDS_IN_A_LOG", 0.0)
    shown = leaflet("build", "a.yaml")
    assert re.fullmatch(r"built 1 of 1, \d+ a second, 0 s left\n", shown.err)


def test_a_second_build_says_that_nothing_changed(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    assert leaflet("build", "a.yaml").out.endswith("baclofen-en-standard-a4.pdf\n")
    assert leaflet("build", "a.yaml").out == "1 leaflet unchanged in dist\n"
    assert leaflet("build", "a.yaml", "--force").out.endswith("baclofen-en-standard-a4.pdf\n")


def test_check_names_what_differs_and_writes_nothing(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    leaflet("build", "a.yaml")
    shown = leaflet("build", "a.yaml", "--check")
    assert (shown.code, shown.out, shown.err) == (0, "1 leaflet in dist as the content says\n", "")
    write(leaflet.folder, a=baclofen(version='"9"'))
    shown = leaflet("build", "a.yaml", "--check")
    assert shown.code == 1
    assert (
        f"differs: {Path('dist') / 'baclofen-en-standard-a4.pdf'} is not what the content says" in shown.err
    )
    assert shown.out == ""


@pytest.mark.parametrize("part", ["0/2", "3/2", "2", "a/b", "1/0"])
def test_a_part_that_is_none_is_refused(part: str, leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    shown = leaflet("build", "a.yaml", "--shard", part)
    assert shown.code == 2
    assert f"there is no part '{part}'" in shown.err


def test_shards_merge_to_the_whole_manifest(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(), b=baclofen(id="other"))
    leaflet("build", "a.yaml", "b.yaml")
    for number in ("1", "2"):
        leaflet("build", "a.yaml", "b.yaml", "--shard", f"{number}/2", "-o", number)
    assert [len(_files(leaflet.folder / number)) for number in ("1", "2")] == [1, 1]
    shown = leaflet("merge-manifests", "1", "2/manifest.json", "-o", "all.json")
    assert (shown.code, shown.err) == (0, "")
    whole = (leaflet.folder / "dist" / "manifest.json").read_bytes()
    assert (leaflet.folder / "all.json").read_bytes() == whole


def test_manifests_that_cannot_be_merged_are_a_sentence(leaflet: Runner) -> None:
    (leaflet.folder / "a.json").write_text("{}")
    shown = leaflet("merge-manifests", "a.json", "-o", "all.json")
    assert shown.code == 2
    assert shown.err == "error: a.json is no manifest of leaflets: Object missing required field `format`\n"


def test_junit_and_annotations_tell_what_failed(leaflet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = baclofen(id="bad").replace("hazard:", "hazzard:", 1)
    write(leaflet.folder, good=baclofen(), bad=bad)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = leaflet("build", "good.yaml", "bad.yaml", "--junit", "out/report.xml")
    assert shown.code == 1
    assert "::error file=bad.yaml,line=" in shown.out
    suite = ElementTree.parse(leaflet.folder / "out" / "report.xml").getroot()[0]  # noqa: S314 - made here
    assert {key: suite.get(key) for key in ("tests", "failures", "skipped")} == {
        "tests": "2",
        "failures": "1",
        "skipped": "0",
    }
    names = {case.get("name"): [kid.tag for kid in case] for case in suite}
    assert names == {"bad.yaml": ["failure"], "baclofen-en-standard-a4.pdf": []}


def test_strict_refuses_what_is_only_a_warning(leaflet: Runner) -> None:
    long = "It is used for knees" + ", and for knees" * 20 + ". "
    write(leaflet.folder, a=baclofen().replace("Baclofen does not cure", f"{long}Baclofen does not cure"))
    assert leaflet("build", "a.yaml").code == 0
    shown = leaflet("build", "a.yaml", "--strict", "-o", "strict")
    assert shown.code == 1
    assert _files(leaflet.folder / "strict") == []


def test_a_manifest_that_cannot_be_written_is_told_after_the_rest(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(), bad="id: x\n")
    (leaflet.folder / "dist" / "manifest.json").mkdir(parents=True)
    shown = leaflet("build", "a.yaml", "bad.yaml")
    assert shown.code == 2
    assert _files(leaflet.folder / "dist") == ["baclofen-en-standard-a4.pdf"]
    assert "bad.yaml" in shown.err
    assert re.search(r"error: writing dist.manifest\.json failed: ", shown.err)


_posix = pytest.mark.skipif(os.name != "posix", reason="limits, modes and signals are POSIX's")


def _many(folder: Path) -> None:
    """Write enough monographs for workers to be started."""
    write(folder / "content", **{f"m{number}": baclofen(id=f"m{number}") for number in range(32)})


def _start(folder: Path, *before: str) -> "subprocess.Popen[str]":
    line = [*before, sys.executable, "-m", "leaflet", "build", "-j", "2", "--profile", "standard"]
    return subprocess.Popen(
        [*line, "--profile", "large"],
        cwd=folder,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": os.environ["PATH"]},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _mended(folder: Path) -> bool:
    """Build again, and build elsewhere; tell whether both are the same."""
    found = []
    for dist in ("dist", "calm"):
        profiles = ("--profile", "standard", "--profile", "large")
        assert run_process("build", "-o", dist, *profiles, folder=folder).code == 0
        found.append({path.name: path.read_bytes() for path in (folder / dist).iterdir()})
    return found[0] == found[1]


@_posix
def test_what_a_disk_cannot_hold_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    _many(tmp_path)
    letters = "bcdfghjkmnpqrstvwz"
    made = (letters[n % 18] + "a" + letters[n // 18 % 18] + "o" + letters[n // 324 % 18] for n in range(1800))
    words = " ".join(f"Its name is {word}." for word in made)
    write(tmp_path / "content", long=baclofen(id="long").replace("Baclofen does not cure", words, 1))
    # In blocks of 512 bytes: the ordinary leaflets fit, the long one does not.
    process = _start(tmp_path, "sh", "-c", 'ulimit -f 90; exec "$@"', "sh")
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert re.search(r"error: writing dist/long-en-\w+-a4\.pdf failed: file too large", said)
    assert "Traceback" not in said
    assert len(_files(tmp_path / "dist")) == 64
    assert not list((tmp_path / "dist").glob(".*.part"))
    assert _mended(tmp_path)


@_posix
def test_a_folder_that_is_closed_is_told_once(tmp_path: Path) -> None:
    write(tmp_path / "content", **{f"m{number}": baclofen(id=f"m{number}") for number in range(10)})
    (tmp_path / "dist").mkdir(mode=0o555)
    bound = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    if bound and shutil.which("setpriv") is None:
        pytest.skip("nothing is closed to root, and there is no setpriv to make it less")
    process = _start(tmp_path, *bound)
    _, said = process.communicate(timeout=PATIENCE)
    (tmp_path / "dist").chmod(0o755)
    assert process.returncode == 2
    assert said.count("error: writing into dist failed: permission denied\n  hint: see who owns it") == 1
    assert said.count("  so this is not built: m0-en-") == 1
    assert said.endswith(" and 12 more\nnot built: 20 leaflets\n")
    assert _files(tmp_path / "dist") == []


def _stopped(folder: Path) -> tuple[int | None, str]:
    """Start a build, and press Ctrl-C once it has written five files; return its code and what it said."""
    process = _start(folder)
    while process.poll() is None and len(_files(folder / "dist")) < 5:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


@_posix
def test_ctrl_c_leaves_whole_files_and_the_next_build_goes_on(tmp_path: Path) -> None:
    _many(tmp_path)
    for _ in range(10):
        code, said = _stopped(tmp_path)
        if len(_files(tmp_path / "dist")) < 64:
            break
        shutil.rmtree(tmp_path / "dist")  # on a busy machine it was done before Ctrl-C came
    assert code == 130
    assert said.endswith("error: stopped; every file that was written is whole\n")
    assert "Traceback" not in said
    assert len(_files(tmp_path / "dist")) >= 5
    assert not list((tmp_path / "dist").glob(".*.part"))
    assert _mended(tmp_path)


def test_the_leaflets_of_a_monograph_that_is_gone_are_named_until_they_are(leaflet: Runner) -> None:
    content = leaflet.folder / "content"
    write(content, a=baclofen(), b=baclofen(id="other"))
    leaflet("build", "--profile", "standard", "--profile", "clear")
    (content / "b.yaml").unlink()
    for _ in range(2):  # not just once
        shown = leaflet("build")
        assert shown.code == 0
        assert "note: 2 leaflets that nothing here makes any more are still in dist: other-en-" in shown.err
        assert "'leaflet build --prune'" in shown.err
        listed = json.loads((leaflet.folder / "dist" / "manifest.json").read_text())["leaflets"]
        assert [entry["file"] for entry in listed] == [
            "baclofen-en-clear-a4.pdf",
            "baclofen-en-standard-a4.pdf",
        ]
    kept = leaflet.folder / "dist" / "other-en-clear-a4.pdf"
    kept.write_bytes(kept.read_bytes() + b" ")  # somebody's own by now
    shown = leaflet("build", "--prune")
    assert "deleted, for nothing here makes them any more: other-en-standard-a4.pdf\n" in shown.err
    assert _files(leaflet.folder / "dist") == [
        "baclofen-en-clear-a4.pdf",
        "baclofen-en-standard-a4.pdf",
        "other-en-clear-a4.pdf",
    ]


def test_a_leaflet_whose_monograph_stands_elsewhere_or_comes_back_is_not_withdrawn(leaflet: Runner) -> None:
    one, other = leaflet.folder / "one", leaflet.folder / "other"
    write(one, a=baclofen())
    write(other, b=baclofen(id="other"))
    leaflet("build", "one")
    assert leaflet("build", "other").err == ""
    gone = other / "b.yaml"
    text = gone.read_text()
    gone.unlink()
    write(other, c=baclofen(id="third"))
    assert "other-en-standard-a4.pdf" in leaflet("build", "other").err
    gone.write_text(text)
    assert leaflet("build", "other").err == ""
    listed = json.loads((leaflet.folder / "dist" / "manifest.json").read_text())["leaflets"]
    assert len(listed) == 3


def test_a_part_with_nothing_to_make_leaves_a_manifest_to_join(leaflet: Runner) -> None:
    write(leaflet.folder / "content", a=baclofen())
    shown = leaflet("build", "--shard", "1/2", "-o", "one")
    assert (shown.code, shown.out) == (0, "part 1 of 2 has no leaflet to make in one\n")
    leaflet("build", "--shard", "2/2", "-o", "two")
    assert leaflet("merge-manifests", "one", "two", "-o", "all.json").out == "1 leaflet in all.json\n"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes are of Unix")
def test_a_folder_that_cannot_be_read_is_not_passed_over(
    leaflet: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(leaflet.folder / "content" / "inside", a=baclofen())
    scan = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("inside"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    shown = leaflet("build")
    assert shown.code == 2
    assert "permission denied: content/inside\n  hint: see who owns it" in shown.err


def test_a_name_too_long_for_a_file_is_told_as_check_tells_it(leaflet: Runner) -> None:
    write(leaflet.folder / "content", a=baclofen(id="a" * 300))
    shown = leaflet("build")
    assert shown.code == 1
    assert "error[M010]" in shown.err


def test_a_monograph_that_takes_over_the_files_of_another_is_noticed(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen(), b=baclofen(version='"2.0"'))
    leaflet("build", "a.yaml")
    shown = leaflet("build", "b.yaml")
    assert shown.code == 0
    assert f"note: b.yaml has taken over the files of {leaflet.folder / 'a.yaml'}, which has" in shown.err
    (leaflet.folder / "a.yaml").rename(leaflet.folder / "c.yaml")
    assert leaflet("build", "b.yaml", "--force").err == ""


def test_leaflets_for_another_region_in_the_folder_are_named(leaflet: Runner) -> None:
    write(leaflet.folder, a=baclofen())
    leaflet("build", "a.yaml", "--profile", "large", "--region", "us")
    shown = leaflet("build", "a.yaml", "--region", "uk")
    assert "note: dist also holds leaflets for region us: baclofen-en-large-a4.pdf\n" in shown.err
    assert leaflet("build", "a.yaml", "--profile", "all", "--region", "uk").err == ""
