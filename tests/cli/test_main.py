"""The way in: help that teaches, exit codes, and a sentence for everything that goes wrong."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from leaflet.cli import COMMANDS, run
from tests.cli.runs import CHECKOUT, Runner, run_process
from tests.waiting import PATIENCE


def test_help_names_every_command_and_the_exit_codes(leaflet: Runner) -> None:
    shown = leaflet("--help")
    assert (shown.code, shown.err) == (0, "")
    for name, (_, line) in COMMANDS.items():
        assert name in shown.out
        assert line in " ".join(shown.out.split())
    assert "Exit codes:" in shown.out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_has_an_example(name: str, leaflet: Runner) -> None:
    shown = leaflet(name, "--help")
    assert shown.code == 0
    assert "Example" in shown.out
    assert f"leaflet {name}" in shown.out


def _imported(folder: Path, *arguments: str) -> set[str]:
    """Run the command line in a process of its own and return all modules that it imported."""
    program = (
        "import sys; from leaflet.cli import run; code = run(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={"PYTHONPATH": str(CHECKOUT)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_nothing_but_click(argument: str, tmp_path: Path) -> None:
    modules = _imported(tmp_path, argument)
    heavy = {"pydantic", "yaml", "reportlab", "uharfbuzz", "pypdf", "PIL", "hashlib", "json"}
    assert not modules & {*heavy, "importlib.metadata"}
    ours = {name for name in modules if name.startswith("leaflet.")}
    assert ours == {"leaflet.cli", "leaflet.cli.terminal", "leaflet.program"}


def test_a_check_imports_no_judge_of_finished_files(tmp_path: Path) -> None:
    modules = _imported(tmp_path, "check", str(CHECKOUT / "content" / "baclofen.yaml"))
    assert not modules & {"leaflet.proof", "pypdf", "PIL", "reportlab", "uharfbuzz", "leaflet.layout"}


def test_a_small_build_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    modules = _imported(tmp_path, "build", str(CHECKOUT / "content" / "baclofen.yaml"), "-o", "dist")
    assert (tmp_path / "dist" / "baclofen-en-standard-a4.pdf").is_file()
    # Each takes between a hundredth and a half of the whole.
    dear = {
        "PIL",
        "concurrent.futures",
        "distributed",
        "html.entities",
        "jinja2",
        "leaflet.proof.prove_file",
        "leaflet.serve",
        "logging",
        "multiprocessing",
        "page",
        "pikepdf",
        "pypdf",
        "pypdfium2",
        "reportlab.lib.utils",
        "reportlab.pdfbase",
        "reportlab.rl_config",
        "resvg_py",
        "starlette",
        "subprocess",
        "syllapy",
        "watchfiles",
        "xml.sax",
    }
    if find_spec("_rl_accel") is None:
        # ReportLab's paths, by which the symbols are drawn, ask its accelerator first; where that is not
        # installed they load half of ReportLab, and Pillow with it.
        dear -= {"PIL", "logging", "reportlab.lib.utils", "reportlab.rl_config"}
    assert not modules & dear


def test_the_version_is_one_line(tmp_path: Path) -> None:
    shown = run_process("--version", folder=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("Leaflet ")
    assert shown.out.count("\n") == 1


def test_no_command_shows_the_help_and_is_a_usage_error(leaflet: Runner) -> None:
    shown = leaflet()
    assert (shown.code, shown.out) == (2, "")
    assert "Usage: leaflet" in shown.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["buidl"], "error: there is no command 'buidl'\n  hint: did you mean 'build'?"),
        (["juggle"], "error: there is no command 'juggle'\n  hint: see 'leaflet --help' for the commands"),
        (["--profile"], "error: no such option"),
        (
            ["build", "--papers", "a4"],
            "error: no such option '--papers'\n  hint: did you mean '--paper'? see 'leaflet build --help'",
        ),
        (["build", "--zzz"], "error: no such option '--zzz'\n  hint: see 'leaflet build --help'"),
        (["build", "--region"], "hint: see 'leaflet build --help'"),
        (["new"], "error: missing argument"),
        (["schema", "extra"], "error: got unexpected extra argument"),
    ],
)
def test_wrong_usage_is_a_sentence_with_a_way_out(
    arguments: list[str], sentence: str, leaflet: Runner
) -> None:
    shown = leaflet(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert sentence in shown.err


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (
            KeyError("slip"),
            2,
            "error: content: a fault in the program (KeyError: 'slip')\n  hint: set LEAFLET_TRACEBACK=1",
        ),
        (RecursionError(), 2, "a fault in the program (RecursionError)"),
        (
            PermissionError(13, "Permission denied", "content/a.yaml"),
            2,
            "error: content: permission denied: content/a.yaml",
        ),
        (KeyboardInterrupt(), 130, "error: stopped; every file that was written is whole"),
        (click.Abort(), 130, "error: stopped"),
        (BrokenPipeError(32, "Broken pipe"), 2, ""),
    ],
)
def test_whatever_happens_is_a_sentence(
    error: BaseException, code: int, sentence: str, leaflet: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.delenv("LEAFLET_TRACEBACK", raising=False)
    monkeypatch.setattr("leaflet.batch.survey.survey", fail)
    monkeypatch.setattr("leaflet.batch.sources.find_monographs", lambda _: (Path("content"),))
    monkeypatch.setattr("leaflet.cli.send_nowhere", lambda _: None)  # it would close pytest's own
    shown = leaflet("build")
    assert shown.code == code
    assert sentence in shown.err


def test_the_traceback_of_a_fault_is_shown_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("slip")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEAFLET_TRACEBACK", "1")
    monkeypatch.setattr("leaflet.batch.sources.find_monographs", fail)
    assert run(["build"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_leaves_early_is_no_error_to_speak_of(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "leaflet", "profiles"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()  # before anything is printed
    _, err = process.communicate(timeout=PATIENCE)
    assert err == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk_under_the_output_is_a_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "leaflet", "regions"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(CHECKOUT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    said = f"error: input or output failed: {os.strerror(28).lower()}\n  hint: make room on the disk\n"
    assert done.stderr == said.encode()


def test_a_terminal_of_few_characters_stops_nothing(tmp_path: Path) -> None:
    shown = run_process("profiles", folder=tmp_path, environment={"PYTHONIOENCODING": "cp437"})
    assert (shown.code, shown.err) == (0, "")
    assert r"\xd7 size" in shown.out
