"""The edges of the command line: pipes, devices, links, closed streams, odd names."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.cli.watch_files import places
from leaflet.files import write_named
from tests.cli.runs import CHECKOUT, Runner, run_process
from tests.waiting import PATIENCE

BACLOFEN = CHECKOUT / "content" / "baclofen.yaml"


def _piped(arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a shell line in which $LEAFLET is the command line and $FILE a monograph."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(CHECKOUT),
        "LEAFLET": f"{sys.executable} -m leaflet",
        "FILE": str(BACLOFEN),
    }
    line = ["bash", "-c", f"set -o pipefail; {arguments}"]
    return subprocess.run(
        line, cwd=folder, env=environment, capture_output=True, timeout=PATIENCE, check=False
    )


@pytest.mark.parametrize("line", ["$LEAFLET build - < $FILE", "$LEAFLET build <(cat $FILE)"])
def test_a_pipe_is_read_once_and_built(line: str, tmp_path: Path) -> None:
    done = _piped(line, tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "dist" / "baclofen-en-standard-a4.pdf").is_file()


def test_standard_input_is_checked_and_named(tmp_path: Path) -> None:
    done = _piped("sed 's/^name:/nam:/' $FILE | $LEAFLET check -", tmp_path)
    assert done.returncode == 1
    assert b"-:3:1: error[" in done.stdout or b"-:" in done.stdout


def test_the_listing_ends_with_its_reader_and_the_build_goes_on(tmp_path: Path) -> None:
    done = _piped("$LEAFLET build $FILE --profile standard --profile clear --paper all | head -1", tmp_path)
    assert done.returncode == 0
    made = sorted(path.name for path in (tmp_path / "dist").glob("*.pdf"))
    listed = json.loads((tmp_path / "dist" / "manifest.json").read_text())
    assert len(made) == 6
    assert len(listed["leaflets"]) == 6


@pytest.mark.parametrize("stream", [">&-", "2>&-"])
def test_a_closed_stream_is_no_fault(stream: str, tmp_path: Path) -> None:
    done = _piped(f"$LEAFLET profiles {stream}", tmp_path)
    assert done.returncode == 0
    assert b"fault" not in done.stdout + done.stderr


def test_a_suffix_in_capitals_is_a_suffix(leaflet: Runner) -> None:
    shutil.copy(BACLOFEN, leaflet.folder / "B.YAML")
    assert leaflet("build", ".").code == 0
    assert (leaflet.folder / "dist" / "baclofen-en-standard-a4.pdf").is_file()


def test_a_file_name_that_is_no_text_stands_percent_encoded_in_sarif(tmp_path: Path) -> None:
    name = os.fsdecode(b"t\xe9stol.yaml")
    (tmp_path / name).write_text("id: testol\n")
    done = _piped("$LEAFLET check . --format sarif", tmp_path)
    run = json.loads(done.stdout)["runs"][0]
    places = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}
    assert places == {"t%E9stol.yaml"}


@pytest.mark.parametrize("epoch", ["99999999999999999999", "tomorrow", "-1e9"])
def test_a_source_date_epoch_that_names_no_day_is_a_sentence(epoch: str, tmp_path: Path) -> None:
    shown = run_process("check", str(BACLOFEN), folder=tmp_path, environment={"SOURCE_DATE_EPOCH": epoch})
    assert shown.code == 2
    assert f"SOURCE_DATE_EPOCH is {epoch!r}, which names no day" in shown.err


def test_a_named_output_stays_what_it_is(tmp_path: Path) -> None:
    kept, link, pipe = tmp_path / "kept.pdf", tmp_path / "link.pdf", tmp_path / "pipe"
    kept.write_bytes(b"old")
    kept.chmod(0o600)
    link.symlink_to(kept)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for path in (link, pipe):
        write_named(path, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert link.is_symlink()
    assert (kept.read_bytes(), stat.S_IMODE(kept.stat().st_mode)) == (b"new", 0o600)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_takes_the_bytes_and_stays() -> None:
    write_named(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_what_a_link_leads_to_is_watched(tmp_path: Path) -> None:
    real, folder = tmp_path / "real", tmp_path / "content"
    real.mkdir()
    folder.mkdir()
    (real / "testol.yaml").write_text("id: testol\n")
    (folder / "testol.yaml").symlink_to(real / "testol.yaml")
    (folder / "own.yaml").write_text("id: own\n")
    assert places([folder]) == (folder, real)


def test_a_pipe_cannot_be_watched(leaflet: Runner) -> None:
    shown = leaflet("check", "-", "--watch")
    assert (shown.code, shown.out) == (2, "")
    assert "a pipe cannot be watched" in shown.err


@pytest.mark.parametrize(
    ("typed", "told", "files"),
    [
        ("auto/2", {"JOB_COMPLETION_INDEX": "1"}, 1),
        ("auto", {"SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "4", "SLURM_ARRAY_TASK_COUNT": "2"}, 1),
        ("auto/2", {"SLURM_ARRAY_TASK_ID": "1"}, 1),
        ("auto", {"JOB_COMPLETION_INDEX": "1"}, 0),
        ("auto/2", {}, 0),
        ("auto/2", {"JOB_COMPLETION_INDEX": "2"}, 0),
    ],
)
def test_a_scheduler_tells_the_part(
    typed: str, told: dict[str, str], files: int, leaflet: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("JOB_COMPLETION_INDEX", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    shown = leaflet("build", BACLOFEN, "--profile", "standard", "--profile", "large", "--shard", typed)
    assert shown.code == (0 if files else 2)
    assert len(list((leaflet.folder / "dist").glob("*.pdf"))) == files
