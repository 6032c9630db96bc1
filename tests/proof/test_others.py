"""Files by other makers get a sensible report: every rule that needs no monograph, and no traceback."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from leaflet.proof.results import Report
from tests.waiting import PATIENCE

QUICK = Depth(copies=True, verapdf=False)
HTML = (
    '<html lang="en"><head><title>Testol</title></head><body><h1>Testol</h1>'
    '<p>Testol helps everybody who has a test.</p><p style="font-size:8pt;color:#999"><i>Small print.</i></p>'
    "<ul><li>one</li><li>two</li></ul></body></html>"
)


def by_reportlab(_: Path) -> bytes:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    out = BytesIO()
    drawn = canvas.Canvas(out)
    drawn.drawString(72, 700, "Testol helps everybody.")
    drawn.setFont("Helvetica-Oblique", 8)
    drawn.setFillGray(0.6)
    drawn.drawString(72, 680, "Small print.")
    drawn.save()
    return out.getvalue()


def by_typst(folder: Path) -> bytes:
    typst = pytest.importorskip("typst", reason="typst is not installed")
    source = folder / "leaflet.typ"
    source.write_text("= Testol\nTestol helps everybody.\n#text(8pt, gray)[_Small print._]\n- one\n- two\n")
    made: bytes = typst.compile(str(source))
    return made


def by_weasyprint(_: Path) -> bytes:
    weasyprint = pytest.importorskip("weasyprint", reason="weasyprint is not installed")
    made: bytes = weasyprint.HTML(string=HTML).write_pdf()
    return made


def by_chromium(folder: Path) -> bytes:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium on the PATH")
    page, out = folder / "leaflet.html", folder / "leaflet.pdf"
    page.write_text(HTML)
    flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}")
    done = subprocess.run(
        [chromium, *flags, f"--print-to-pdf={out}", page.as_uri()],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if not out.exists():
        pytest.skip(f"Chromium printed nothing here (exit code {done.returncode})")
    return out.read_bytes()


def verdicts(report: Report) -> dict[str, str]:
    return {result.code: result.verdict for result in report.results}


@pytest.mark.parametrize("maker", [by_reportlab, by_typst, by_weasyprint, by_chromium])
def test_a_strangers_file_gets_a_sensible_report(maker: Callable[[Path], bytes], tmp_path: Path) -> None:
    report = verify_bytes(maker(tmp_path), None, QUICK)
    assert report.unreadable == ""
    said = verdicts(report)
    # 8 pt, grey and slanted: these need no monograph, no tags and no metadata of ours.
    assert said["V201"] == said["V402"] == said["V210"] == "fail"
    assert said["V622"] == "fail"  # it does not claim PDF/UA-1 and PDF/A-2a at once
    assert said["V108"] == said["V505"] == said["V215"] == "pass"
    assert said["V101"] == said["V301"] == said["V801"] == "not proved"
    stumbled = [
        result.code
        for result in report.results
        for fault in result.judgement.faults
        if "could not be applied" in fault.measured
    ]
    assert stumbled == []


def test_an_untagged_file_is_called_untagged(tmp_path: Path) -> None:
    said = verdicts(verify_bytes(by_reportlab(tmp_path), None, QUICK))
    assert said["V626"] == said["V604"] == said["V105"] == "fail"
    assert said["V606"] == "not proved"
