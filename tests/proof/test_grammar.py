"""What only the bytes of a file show: two values of one key, and objects that nothing refers to."""

from io import BytesIO

import pikepdf

from leaflet.proof.reading.frame import file_faults
from leaflet.proof.reading.parsers import apart
from tests.proof.surgery import leaflet_of


def unpacked(pad: int) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(leaflet_of()[1])) as file:
        file.pages[0].obj.Padding = pikepdf.String("x" * pad)
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_two_contents_of_one_page_are_noticed() -> None:
    pdf = unpacked(40)
    place = b"/Padding (" + b"x" * 40 + b")"
    assert pdf.count(place) == 1
    twice = pdf.replace(place, b"/Contents 1 0 R".ljust(len(place)))
    assert apart(twice) or file_faults(twice)


def test_hidden_objects_and_later_bytes_are_noticed() -> None:
    _, pdf = leaflet_of()
    assert file_faults(pdf) == ()
    assert apart(pdf) == ()
    assert file_faults(pdf.replace(b"startxref", b"900 0 obj\n(A. Tester)\nendobj\nstartxref"))
    assert file_faults(pdf + b"a second file")
