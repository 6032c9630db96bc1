"""Hostile files get a sentence, in little memory, and nothing is fetched.

They are so large that work out of proportion to their size would hold the suite up for minutes.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.importing.original import Figure
from leaflet.importing.readers import read_original
from leaflet.importing.refusal import RefusedError
from leaflet.importing.source_pictures import figure
from tests.importing import sources
from tests.waiting import PATIENCE

_FHIR = '<Bundle xmlns="http://hl7.org/fhir">'
_LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY a{n} '{'&a' + str(n - 1) + ';' if n > 1 else '&a;'}{'&a;' * 9}'>" for n in range(1, 12)
)

HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "external entity": (
        "a.xml",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_FHIR}<id value="&e;"/></Bundle>'.encode(),
        "DOCTYPE",
    ),
    "entity in UTF-16": (
        "a.xml",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "y">]><x/>'.encode("utf-16"),
        "DOCTYPE",
    ),
    "billion laughs": ("a.xml", f"{_LAUGHS}]><x>&a11;</x>".encode(), "DOCTYPE"),
    "entities in a page": ("a.html", b"<!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;</html>", "entities"),
    "deep XML": (
        "a.xml",
        (_FHIR + "<entry>" * 10_000 + "</entry>" * 10_000 + "</Bundle>").encode(),
        "nested",
    ),
    "deep HTML": ("a.html", ("<html>" + "<div>" * 10_000 + "x" + "</div>" * 10_000).encode(), "nested"),
    "deep JSON": ("a.json", b'{"resourceType":' + b"[" * 10_000 + b"]" * 10_000 + b"}", "nested"),
    "deep narrative": (
        "a.json",
        sources.fhir_json(sources.fhir_bundle((("A", "", "<b>" * 10_000 + "x" + "</b>" * 10_000),))),
        "nested",
    ),
    "deep sections": (
        "a.json",
        b'{"resourceType":"Composition","section":[' + b'{"section":[' * 60 + b"{}" + b"]}" * 60 + b"]}",
        "nested",
    ),
    "many values": ("a.json", b'{"resourceType":[' + b"{}," * 2_000_000 + b"1]}", "values"),
    "many tags": ("a.xml", _FHIR.encode() + b"<a/>" * 1_000_000 + b"</Bundle>", "tags"),
    "half a file": ("a.json", b'{"resourceType": "Bundle", "entry": [', "line 1"),
    "not XML": ("a.xml", b"<Bundle><a></Bundle>", "line 1"),
    "not UTF-8": ("a.json", b'{"resourceType": "\xff"}', "UTF-8"),
    "no document": ("a.json", b'{"resourceType": "Bundle"}', "no Composition"),
    "another format": ("a.pdf", b"%PDF-1.7", "no format"),
    "nothing": ("a.xml", b" \n", "empty"),
    "zip bomb": ("a.docx", sources.docx(more={"word/media/image1.bin": b"\0" * 60_000_000}), "unpacks"),
    "deep Word": ("a.docx", sources.docx("<w:p>" * 10_000 + "</w:p>" * 10_000), "nested"),
    "entities in Word": (
        "a.docx",
        sources.docx(more={"word/comments.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
        "DOCTYPE",
    ),
    "sheets that look everywhere": (
        "a.html",
        b"<style>*:has(i){display:none} p ~ p ~ p{display:none}</style>" + b"<p>x</p>" * 40_000,
        "too involved",
    ),
    "sheets without end": (
        "a.html",
        b"<style>" + b".a{display:none}" * 30_000 + b"</style><p>x",
        "characters",
    ),
    "no Word": ("a.docx", b"PK\x03\x04nothing", "cannot be opened"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_sentence(name: str) -> None:
    file, data, expected = HOSTILE[name]
    with pytest.raises(RefusedError, match=expected) as refused:
        read_original(data, file)
    assert refused.value.hint
    assert "\n" not in str(refused.value)


def test_fifty_megabytes_of_base64_are_refused_by_their_size() -> None:
    with pytest.raises(RefusedError, match="16 MB"):
        read_original(b'{"resourceType":"Bundle","data":"' + b"A" * 50_000_000 + b'"}', "a.json")


_MEASURE = """
import sys
from leaflet.importing.original import Figure
from leaflet.importing.source_pictures import figure
from leaflet.importing.readers import read_original
from leaflet.importing.refusal import RefusedError
data = open(sys.argv[1], "rb").read()
try:
    read_original(data, sys.argv[2])
except RefusedError as refused:
    print(refused)
# Not ru_maxrss, which remembers the size of the process that this one was forked from.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process")
@pytest.mark.parametrize("name", ["zip bomb", "many tags", "many values", "deep HTML", "billion laughs"])
def test_it_takes_at_most_300_megabytes(name: str, tmp_path: Path) -> None:
    file, data, _ = HOSTILE[name]
    path = tmp_path / "hostile"
    path.write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE, path, file],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    *_, kilobytes = run.stdout.split()
    assert int(kilobytes) < 300_000


def test_a_picture_that_is_no_picture_is_left_out_with_its_reason() -> None:
    bundle = sources.fhir_bundle()
    held = bundle["entry"][0]["resource"]["contained"][0]
    for data in ("QUJD", "not base64!", ""):
        held["data"] = data
        sections = read_original(json.dumps(bundle).encode(), "a.json").original.documents[0].sections
        (figure,) = [block for block in sections[5].blocks if isinstance(block, Figure)]
        assert figure.data == b""
        assert figure.missing


@pytest.mark.parametrize(
    "svg",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://a.example'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:url(https://a.example)'/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_drawing_that_does_more_than_draw_is_no_picture(svg: str) -> None:
    assert figure("", svg.encode(), "s1.f1", "").missing
    plain = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='1' height='1'/></svg>"
    assert figure("", plain, "s1.f1", "").data == plain
