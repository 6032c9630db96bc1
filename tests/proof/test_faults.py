"""Faults that `verify` once had: each has the file that showed it."""

import json
import pickle
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from leaflet.cli import run
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from leaflet.proof.reading.frame import file_faults
from leaflet.proof.results import Report
from leaflet.proof.sandbox import Orders, Sandbox
from tests.proof.surgery import SHORT, Surgeon, leaflet_of, operate

QUICK = Depth(copies=False, verapdf=False)


def report(pdf: bytes) -> Report:
    return verify_bytes(pdf, leaflet_of()[0], QUICK)


def told(pdf: bytes, form: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> bytes:
    """Return what the command says of a file, as the bytes that it writes."""
    path = folder / "a.pdf"
    path.write_bytes(pdf)
    options = ["--no-photocopy", "--no-verapdf", "--no-remake", "--jobs", "1"]
    assert run(["verify", str(path), *options, "--format", form]) == 1
    return capfdbinary.readouterr().out


def a_title(title: str) -> bytes:
    def change(cut: Surgeon) -> None:
        cut.pdf.docinfo.Title = pikepdf.String(title)

    return operate(change)


def test_a_byte_that_is_no_operator_is_a_finding_of_its_page() -> None:
    found = report(operate(lambda cut: cut.inside(SHORT, b"BT\n", b"BT\n\xc3 ")))
    assert found.unreadable == ""
    faults = {result.code: result.judgement.faults for result in found.failures}
    assert faults["V632"][0].place is not None
    assert not any("could not be applied" in fault.measured for each in faults.values() for fault in each)


def test_a_control_character_in_a_title_leaves_json_valid(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = json.loads(told(a_title("Tes\u0083tol"), "json", tmp_path, capfdbinary))
    assert data["files"][0]["verdict"] == "fail"
    assert "Tes\u0083tol" in json.dumps(data, ensure_ascii=False)


def test_a_line_break_in_a_language_begins_no_line_of_the_report(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def change(cut: Surgeon) -> None:
        cut.root().Lang = pikepdf.String("en\nother.pdf: passes\r\nanother.pdf: passes")

    lines = told(operate(change), "text", tmp_path, capfdbinary).decode().splitlines()
    assert not [line for line in lines if line.startswith(("other.pdf", "another.pdf"))]


def test_half_a_character_in_a_title_is_reported_as_such() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(leaflet_of()[1])) as file:
        file.docinfo.Title = pikepdf.String(b"\xfe\xff\x00T\xd8\x00")
        file.save(out)
    with Sandbox(Orders(monographs=(), depth=QUICK)) as sandbox:
        found = sandbox.prove("a.pdf", out.getvalue()).report
    assert found.unreadable == ""
    assert "V633" in {each.code for each in found.failures}


class _Trap:
    """What a pickle would run while it is read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("the answer of a reader was run",)


class _Pipe:
    """A reader that answers with a pickle."""

    def send_bytes(self, data: bytes) -> None:
        assert data

    def poll(self, seconds: float) -> bool:
        return seconds > 0

    def recv_bytes(self, most: int) -> bytes:
        return pickle.dumps(_Trap())[:most]

    def close(self) -> None:
        """Hold nothing."""


def test_what_a_reader_answers_is_never_run() -> None:
    sandbox = Sandbox(Orders(monographs=(), depth=QUICK))
    sandbox._pipe = cast(Any, _Pipe())
    assert sandbox.prove("a.pdf", b"%PDF-1.7").report.unreadable == "its reader gave no report"


def test_what_qpdf_mends_is_a_finding() -> None:
    pdf = leaflet_of()[1]
    start = pdf.rindex(b"startxref\n") + len(b"startxref\n")
    mended = report(pdf[:start] + b"7" + pdf[start:])
    assert {"V628", "V630"} <= {each.code for each in mended.failures}


def with_contents(file: pikepdf.Pdf, data: bytes) -> bytes:
    """Return a file of one page whose contents are packed as these bytes."""
    file.add_blank_page()
    file.pages[0].obj.Contents = file.make_stream(b"")
    file.pages[0].obj.Contents.write(data, filter=pikepdf.Name.FlateDecode)
    out = BytesIO()
    file.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


@pytest.mark.parametrize(("data", "goes_on"), [(b"", False), (zlib.compress(b""), False), (b"x", True)])
def test_a_packed_stream_of_no_bytes_has_no_rest(data: bytes, goes_on: bool) -> None:
    pdf = with_contents(pikepdf.new(), data)
    assert any("goes on after" in told for told in file_faults(pdf, b"1.3")) is goes_on


def test_what_qpdf_warns_of_is_said_alike_by_every_process() -> None:
    def change(cut: Surgeon) -> None:
        page = next(page.obj for page in cut.pdf.pages if "/Annots" in page.obj)
        page.Annots.append(page.Annots[0])

    told = [each for each in file_faults(operate(change), b"1.7") if each.startswith("qpdf warns")]
    assert told
    assert not any("0x" in each for each in told)
