"""The manifest: the same for the same leaflets, read back as written, joined only where parts agree."""

import json
from pathlib import Path

import pytest

from leaflet.batch.manifest import MANIFEST, ManifestError, manifest_bytes, merged, read_manifest
from tests.batch.entries import an_entry


def test_the_order_of_the_leaflets_does_not_matter() -> None:
    a, b = an_entry("a.pdf"), an_entry("b.pdf")
    assert manifest_bytes([a, b]) == manifest_bytes([b, a])
    assert [each["file"] for each in json.loads(manifest_bytes([b, a]))["leaflets"]] == ["a.pdf", "b.pdf"]


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    entries = (an_entry("a.pdf"), an_entry("b.pdf", language="cy", monograph="testól"))
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(entries))
    assert read_manifest(tmp_path) == read_manifest(tmp_path / MANIFEST) == entries


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is no manifest of leaflets"),
        (b"[]", "is no manifest of leaflets"),
        (b'{"format": 1, "leaflets": [{"file": "a.pdf"}]}', "is no manifest of leaflets"),
        (
            b'{"format": 1, "leaflets": [{"file": 7}]}',
            r"manifest of leaflets: .* at `\$\.leaflets\[0\]\.file`",
        ),
        (b'{"format": "\xff"}', "is no manifest of leaflets"),
        (b'{"format": ' + b"[" * 100_000, "is no manifest of leaflets"),
        (b'{"format": 9, "leaflets": []}', "has format 9, and this program knows 1"),
    ],
)
def test_what_is_no_manifest_is_said(data: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(data)
    with pytest.raises(ManifestError, match=sentence):
        read_manifest(tmp_path)


def test_parts_are_joined_where_they_agree() -> None:
    a, b, c = (an_entry(name) for name in ("a.pdf", "b.pdf", "c.pdf"))
    assert set(merged([(Path("1"), (a, b)), (Path("2"), (b, c))])) == {a, b, c}
    with pytest.raises(ManifestError, match=r"2 and 1 list two different leaflets as a\.pdf"):
        merged([(Path("1"), (a,)), (Path("2"), (an_entry("a.pdf", pages=9),))])
