"""Printing without a dialog: only on the printer that the settings name, by a list of arguments."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from leaflet.serve.printer import is_printer

_RUN = {"leaflets": [{"id": ["approvol"], "copies": ["2"], "patient": ["Zoë Quackenbush"]}]}


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a command lp on the PATH that writes down what it was given; return the folder it writes to."""
    out = tmp_path / "printed"
    out.mkdir()
    command = tmp_path / "bin" / "lp"
    command.parent.mkdir()
    command.write_text(
        f"#!{sys.executable}\nimport json, pathlib, sys\nout = pathlib.Path({str(out)!r})\n"
        "(out / 'argv').write_text(json.dumps(sys.argv[1:]))\n"
        "(out / 'file').write_bytes(sys.stdin.buffer.read())\n"
        "sys.exit(1 if 'Broken' in sys.argv else 0)\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent))
    return out


def _name_printer(tmp_path: Path, name: str) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "pharmacy.toml").write_text(f'name = "Corner"\nprinter = "{name}"\n', "utf-8")


@pytest.mark.parametrize(("sides", "said"), [("both", "two-sided-long-edge"), ("one", "one-sided")])
def test_a_leaflet_goes_to_the_named_printer_in_real_size(
    client: TestClient, printed: Path, tmp_path: Path, sides: str, said: str
) -> None:
    _name_printer(tmp_path, "Counter_1")
    run = {"leaflets": [{**_RUN["leaflets"][0], "sides": [sides]}]}
    answer = client.post("/print/direct", json=run)
    assert answer.status_code == 200
    assert answer.text.startswith("Sent to Counter_1: ")
    argv = json.loads((printed / "argv").read_text())
    assert argv == [
        "-d",
        "Counter_1",
        "-n",
        "2",
        "-t",
        "Leaflet",
        "-o",
        "print-scaling=none",
        "-o",
        f"sides={said}",
    ]
    assert (printed / "file").read_bytes().startswith(b"%PDF")


def test_copies_of_several_leaflets_are_in_the_file_already(
    client: TestClient, printed: Path, tmp_path: Path
) -> None:
    _name_printer(tmp_path, "Counter_1")
    assert client.post("/print/direct", json={"leaflets": _RUN["leaflets"] * 2}).status_code == 200
    argv = json.loads((printed / "argv").read_text())
    assert argv[argv.index("-n") + 1] == "1"


def test_nothing_is_printed_by_default(client: TestClient, printed: Path) -> None:
    assert client.post("/print/direct", json=_RUN).status_code == 409
    assert "data-direct" not in client.get("/").text
    assert list(printed.iterdir()) == []


def test_what_may_not_be_printed_never_reaches_the_printer(
    client: TestClient, printed: Path, tmp_path: Path
) -> None:
    _name_printer(tmp_path, "Counter_1")
    assert "data-direct" in client.get("/").text
    refused: dict[str, Any] = {"leaflets": [{"id": ["baclofen"]}]}
    assert client.post("/print/direct", json=refused).status_code == 409
    assert list(printed.iterdir()) == []


def test_a_printer_that_takes_nothing_is_told(client: TestClient, printed: Path, tmp_path: Path) -> None:
    _name_printer(tmp_path, "Broken")
    answer = client.post("/print/direct", json=_RUN, headers={"X-Leaflet-Fragment": "1"})
    assert answer.status_code == 502
    assert "did not take it" in answer.text
    assert (printed / "argv").exists()


def test_a_machine_without_the_command_says_so(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _name_printer(tmp_path, "Counter_1")
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = client.post("/print/direct", json=_RUN)
    assert answer.status_code == 502
    assert "no command lp" in answer.text


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Counter_1", True), ("HP-Laser.2", True), ("", False), ("-o", False), ("a b", False), ("a;b", False),
        ("a/b", False), ("$(x)", False), ("a\n", False), ("x" * 128, False), (".x", False),
    ],
)  # fmt: skip
def test_a_printers_name_can_be_no_option_and_no_command(name: str, *, is_one: bool) -> None:
    assert is_printer(name) is is_one


def test_a_name_that_is_none_is_said_in_the_settings(client: TestClient, tmp_path: Path) -> None:
    _name_printer(tmp_path, "-o raw")
    assert "no name of a printer" in client.get("/settings").text
    sent = client.post("/settings", data={"name": "Corner", "printer": "a; b"})
    assert sent.status_code == 422
    assert "no name of a printer" in sent.text
