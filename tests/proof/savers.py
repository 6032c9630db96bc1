"""Other programs that save a good file again: what they change is how it is written, not what it holds."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

Save = Callable[[bytes, Path], bytes]


def by_pikepdf(pdf: bytes, _: Path) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def by_pikepdf_as_it_likes(pdf: bytes, _: Path) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(out)
    return out.getvalue()


def by_pikepdf_for_the_web(pdf: bytes, _: Path) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(out, linearize=True)
    return out.getvalue()


def by_pypdf(pdf: bytes, _: Path) -> bytes:
    out = BytesIO()
    pypdf.PdfWriter(clone_from=BytesIO(pdf)).write(out)
    return out.getvalue()


def _by_program(*command: str) -> Save:
    def save(pdf: bytes, folder: Path) -> bytes:
        if shutil.which(command[0]) is None:
            pytest.skip(f"there is no {command[0]} on the PATH")
        before, after = folder / "before.pdf", folder / "after.pdf"
        before.write_bytes(pdf)
        subprocess.run([*command, before, after], check=True, capture_output=True)
        return after.read_bytes()

    return save


SAVERS: dict[str, Save] = {
    "pikepdf": by_pikepdf,
    "pikepdf, as it likes": by_pikepdf_as_it_likes,
    "pikepdf for the web": by_pikepdf_for_the_web,
    "pypdf": by_pypdf,
    "qpdf": _by_program("qpdf"),
    "qpdf, readable": _by_program("qpdf", "--qdf"),
    "qpdf, unpacked": _by_program("qpdf", "--object-streams=disable"),
    "mutool": _by_program("mutool", "clean"),
    "mutool, compact": _by_program("mutool", "clean", "-gggg", "-z"),
}
