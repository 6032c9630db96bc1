"""A proof copy prints whatever can be read, says so on each page, and has the codes in its margin."""

from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from leaflet.profiles import PROFILES
from tests.batch.monographs import baclofen
from tests.cli.runs import Runner

RISKY = baclofen().replace("Keep to the recommended dose.", "You can leave out the tablets for a day.", 1)


@pytest.mark.parametrize("profile", PROFILES)
def test_words_that_no_leaflet_may_say_are_printed_for_reviewers(profile: str, leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(RISKY, encoding="utf-8")
    assert leaflet("build", "m.yaml", "--profile", profile).code == 1
    assert leaflet("build", "m.yaml", "--proof-copy", "--profile", profile).code == 0
    data = (leaflet.folder / "dist" / f"baclofen-en-{profile}-a4-proof-copy.pdf").read_bytes()
    texts = [each.extract_text() for each in PdfReader(BytesIO(data)).pages]
    assert all("Proof copy: not for patients." in text for text in texts)
    (coded,) = [text for text in texts if "leave out the tablets" in " ".join(text.split())]
    assert "S104" in coded
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.is_pdf_compliant_bytes(data, profile=standard)


def test_an_open_field_is_no_hindrance(leaflet: Runner) -> None:
    text = baclofen().replace("purpose: For muscle spasms, pain and stiffness", "purpose: ~")
    (leaflet.folder / "m.yaml").write_text(text, encoding="utf-8")
    assert leaflet("build", "m.yaml").code == 1
    assert leaflet("build", "m.yaml", "--proof-copy").code == 0


def test_what_cannot_be_read_has_none(leaflet: Runner) -> None:
    (leaflet.folder / "m.yaml").write_text(baclofen().replace("warnings:", "warnigs:"), encoding="utf-8")
    shown = leaflet("build", "m.yaml", "--proof-copy")
    assert shown.code == 1
    assert "so this has no proof copy: m.yaml" in shown.err
