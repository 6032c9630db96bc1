"""A logo is judged by its content: what draws is taken, whatever else it may carry is refused."""

import io
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from leaflet.images import LARGEST, LogoError, darkroom, read_logo, to_png

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
_BOX = '<rect width="20" height="20" fill="#000"/>'


def _png(
    mode: str = "RGB", size: tuple[int, int] = (8, 4), colour: float | tuple[float, ...] | str = 0
) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, colour).save(made, "PNG")
    return made.getvalue()


def _svg(inside: str, head: str = _HEAD) -> bytes:
    return f"{head}{inside}</svg>".encode()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_every_kind_of_png_becomes_plain_pixels(mode: str) -> None:
    logo = read_logo(_png(mode))
    assert (logo.width, logo.height) == (8, 4)
    assert len(logo.rgb) == 3 * len(logo.grey) == 96


def test_what_is_transparent_becomes_white() -> None:
    assert set(read_logo(_png("RGBA", colour=(0, 0, 0, 0))).grey) == {255}


def test_an_svg_is_drawn_on_white() -> None:
    logo = read_logo(_svg(_BOX))
    assert logo.width == 2 * logo.height
    assert logo.grey[0] == 0
    assert logo.grey[-1] == 255


def test_a_logo_survives_being_stored() -> None:
    logo = read_logo(_svg(_BOX))
    assert read_logo(to_png(logo)) == logo


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither"),
        (b"GIF89a", "neither"),
        (b"%PDF-1.7", "neither"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (_png()[:40], "damaged"),
        (b"x" * (LARGEST + 1), "larger"),
        (b"<html/>", "no SVG"),
        (b"<svg/>", "no SVG"),
        (b"<svg", "well-formed"),
        (b"<\xff\xfe>", "UTF-8"),
        (_svg("<script>alert(1)</script>"), "script"),
        (_svg("<foreignObject/>"), "foreignObject"),
        (_svg('<image href="file:///etc/passwd"/>'), "image"),
        (_svg('<use href="#a"/>'), "use"),
        (_svg("<text>letters</text>"), "text"),
        (_svg('<rect onload="alert(1)"/>'), "script or a link"),
        (_svg('<rect href="https://evil.example/"/>'), "script or a link"),
        (_svg('<rect fill="url(https://evil.example/)"/>'), "outside"),
        (_svg("<style>@import 'https://evil.example'</style>"), "outside"),
        (_svg("<style>rect { fill: u\\72l(x) }</style>"), "outside"),
        (b'<!DOCTYPE svg [<!ENTITY a "a">]>' + _svg(_BOX), "document type"),
        (_svg("<g/>" * 6000), "too many parts"),
        (_svg(_BOX, '<svg xmlns="http://www.w3.org/2000/svg">'), "no size"),
        (_svg(_BOX, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 90000">'), "long and thin"),
        (_svg(_BOX, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0">'), "long and thin"),
        (_png(size=(2, 100)), "long and thin"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(LogoError, match=reason):
        read_logo(data)


def test_a_png_that_says_it_is_huge_is_refused_unread() -> None:
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    with pytest.raises(LogoError):
        read_logo(bomb + _png()[33:])


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail_otherwise(data: bytes) -> None:
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"<svg ", _svg("")[:-6]):
        with suppress(LogoError):
            read_logo(start + data)


def test_what_decodes_runs_in_a_process_of_its_own() -> None:
    code = (
        "import sys; from leaflet.images import read_logo; "
        "width = read_logo(sys.stdin.buffer.read()).width; "
        "print(width, *(name in sys.modules for name in ('resvg_py', 'PIL.Image')))"
    )
    made = subprocess.run([sys.executable, "-c", code], input=_svg(_BOX), capture_output=True, check=True)
    assert made.stdout.split() == [b"1000", b"False", b"False"]
    assert made.stderr == b""


def test_a_picture_that_takes_too_long_is_refused_and_the_next_one_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(darkroom, "SECONDS", 0.0)
        with pytest.raises(LogoError, match="more time or memory"):
            read_logo(_png(size=(3000, 3000)))
    assert read_logo(_png()).width == 8


def test_a_decoder_that_was_ended_between_two_pictures_is_started_again() -> None:
    read_logo(_png())
    process = darkroom._ROOM._process
    assert process is not None
    process.kill()
    process.wait()
    assert read_logo(_png()).width == 8


def test_a_folder_called_leaflet_where_the_user_stands_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "leaflet").mkdir()
    (tmp_path / "leaflet" / "__init__.py").write_text("raise SystemExit(7)")
    code = (
        "import sys, os; from leaflet.images import read_logo; os.chdir(sys.argv[1]); "
        "print(read_logo(sys.stdin.buffer.read()).width)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], input=_png(), capture_output=True, check=True
    )
    assert made.stdout.split() == [b"8"]
