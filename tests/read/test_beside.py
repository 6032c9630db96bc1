"""Pictures beside a monograph: taken in, missed by their line, and part of what the leaflet is made of."""

from pathlib import Path

import pytest

from leaflet.api import make
from leaflet.diagnostics import to_text
from leaflet.pictures import LARGEST_PICTURE, sum_of
from leaflet.read import MonographError, load, read_with_pictures
from tests.read.files import monograph_with

FIGURE = monograph_with(
    "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n"
    "      - figure: {file: hand.svg, alt: A hand.}"
)


def write(folder: Path, picture: bytes | None) -> Path:
    path = folder / "testol.yaml"
    path.write_text(FIGURE, encoding="utf-8")
    if picture is not None:
        (folder / "hand.svg").write_bytes(picture)
    return path


def drawing(wide: int) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 20"><rect width="9" height="9"/></svg>'
    ).encode()


def test_a_picture_is_taken_in_and_counts(tmp_path: Path) -> None:
    first = load(write(tmp_path, drawing(20)))
    second = load(write(tmp_path, drawing(40)))
    assert (first.pictures["hand.svg"].width, second.pictures["hand.svg"].height) == (1000, 500)
    assert first.sha256 != second.sha256
    assert second.sha256 == sum_of(FIGURE.encode(), tmp_path)
    assert make(first).pdf != make(second).pdf


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (None, "error[M051]: there is no file 'hand.svg' beside the monograph"),
        (b"PK", "error[M052]: 'hand.svg' is not the kind of picture that its name says"),
        (b"<" + LARGEST_PICTURE * b" ", "error[M052]: 'hand.svg' is larger than 5 MiB"),
        (b"<svg", "error[M052]: 'hand.svg' cannot be printed: the SVG drawing is not well-formed"),
        (
            b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg>&a;</svg>",
            "error[M052]: 'hand.svg' cannot be printed: the SVG drawing has a document type",
        ),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + 6000 * b"<g/>" + b"</svg>",
            "error[M052]: 'hand.svg' cannot be printed: the SVG drawing has too many parts",
        ),
    ],
)
def test_a_picture_that_cannot_be_printed_has_its_line(
    picture: bytes | None, said: str, tmp_path: Path
) -> None:
    path = write(tmp_path, picture)
    with pytest.raises(MonographError) as error:
        load(path)
    (finding,) = error.value.findings
    assert to_text(finding).startswith(f"{path}:5:24: {said}")


def test_no_folder_and_no_pipe_is_opened_for_a_picture(tmp_path: Path) -> None:
    path = write(tmp_path, None)
    (tmp_path / "hand.svg").mkdir()
    monograph, findings = read_with_pictures(path.read_bytes(), path)
    assert monograph is None
    assert [finding.code for finding in findings] == ["M051"]
