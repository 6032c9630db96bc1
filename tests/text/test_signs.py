"""Signs that leaflets of the field use are set in both weights, and read back from the file."""

import io

import pytest
from pypdf import PdfReader

from leaflet.api import make
from leaflet.text.fonts import load_faces
from tests.builders import monograph, paragraph, section

# The EU's mark of additional monitoring first; then arrows, relations, boxes and ticks of real leaflets.
SIGNS = "▼→▪≦⋅□☐✓⚠"


@pytest.mark.parametrize("sign", SIGNS)
def test_a_face_of_each_weight_has_it(sign: str) -> None:
    faces = load_faces()
    for weight in (False, True):
        assert any(ord(sign) in face.glyph_of for face in faces.chain(bold=weight))


@pytest.mark.parametrize("sign", SIGNS)
def test_it_is_read_back_from_a_leaflet(sign: str) -> None:
    leaflet = make(monograph(section(paragraph(f"{sign} Beside **{sign} words** a{sign}b."))))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(leaflet.pdf)).pages)
    assert text.count(sign) == 3


def test_every_face_is_at_the_place_of_its_number() -> None:
    assert [face.number for face in load_faces().all] == list(range(len(load_faces().all)))
