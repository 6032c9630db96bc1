"""One property over all forms: print, page, book, Braille and speech say the same words in the same order."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from leaflet.api import composed, make
from leaflet.braille import made_by
from leaflet.document.tree import Document
from leaflet.forms import FORMS, difference
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.proof.forms.alike import Saying, compare_forms, words_of
from leaflet.proof.forms.prove import own_faults
from leaflet.proof.prove_file import saying_of
from leaflet.proof.subject import read_subject
from leaflet.rendering.links import uri_of
from tests.builders import monograph as monograph_with
from tests.builders import section, typed_monograph
from tests.forms.monographs import typed_monographs
from tests.medicines import HERE, MEDICINES, loaded

FORMS_HERE = [form for form in FORMS if made_by() or not form.startswith("braille")]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        shutil.copy(HERE / "pen.svg", name)
        yield Path(name)


def monograph_in(folder: Path, typed: dict[str, Any]) -> Monograph:
    path = folder / "testol.yaml"
    path.write_text(yaml.safe_dump(typed, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return loaded(path)


def sayings(monograph: Monograph, document: Document, pdf: bytes) -> list[Saying]:
    """Return what every form says, each read back from its file."""
    subject = read_subject("testol-en-standard-a4.pdf", pdf, lambda _: monograph)
    said = [saying_of(subject)]
    for form in FORMS_HERE:
        data = FORMS[form].write(document, monograph).data
        assert list(own_faults(form, data)) == []
        assert difference(form, document, data) == ""
        said.append(words_of(f"testol-en{FORMS[form].ending}", monograph.id, "uk", form, data))
    assert None not in said
    return [each for each in said if each is not None]


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(typed_monographs)
def test_all_forms_of_any_monograph_say_the_same(folder: Path, typed: dict[str, Any]) -> None:
    monograph = monograph_in(folder, typed)
    document = composed(monograph, "uk")
    try:
        pdf = make(monograph, region="uk").pdf
    except LayoutError:  # more warnings than a page holds, and the like: no print, and no form is compared
        return
    (result,) = compare_forms(sayings(monograph, document, pdf))
    assert result.judgement.faults == ()


@pytest.mark.parametrize("path", MEDICINES, ids=lambda path: path.stem)
def test_all_forms_of_the_medicines_say_the_same(path: Path) -> None:
    monograph = loaded(path)
    said = sayings(monograph, composed(monograph, "uk"), make(monograph, region="uk").pdf)
    assert len(said) == len(FORMS_HERE) + 1
    (result,) = compare_forms(said)
    assert result.judgement.faults == ()


def test_print_page_and_book_have_the_same_links() -> None:
    addresses = [
        f"https://testol.example/{name}" for name in ("panel", "do", "item?a=1&b=2", "cell", "é", "page")
    ]
    panel, instruction, item, cell, odd, online = addresses
    blocks: list[dict[str, Any]] = [
        {"bullets": [f"It is at <{item}>."]},
        {"table": {"columns": ["Where", "What"], "rows": [[f"<{cell}>", "tests"]]}},
        {"paragraph": f"See <{odd}>, which is **new**."},
    ]
    warning = {**typed_monograph()["warnings"][0], "action": f"Get medical help immediately. See <{panel}>."}
    how = section(*blocks, topic="how_to_take", what_to_do=f"Read <{instruction}> first.")
    made = monograph_with(how, warnings=[warning], online=online)
    document = composed(made)
    page = FORMS["html"].write(document, made).data.decode()
    assert re.findall(r'href="(https://[^"]*)"', page) == [escape(each) for each in addresses]
    with zipfile.ZipFile(BytesIO(FORMS["epub"].write(document, made).data)) as book:
        chapters = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert re.findall(r'href="(https://[^"]*)"', chapters) == [escape(each) for each in addresses]
    with pikepdf.open(BytesIO(make(made).pdf)) as file:
        links = [str(link.A.URI) for each in file.pages for link in each.obj.get("/Annots", pikepdf.Array())]
    assert links == list(map(uri_of, addresses))


@pytest.mark.parametrize("form", ["pdf", *FORMS_HERE[1:]])  # the first one leads
def test_words_that_one_form_lacks_or_moves_are_noticed_without_a_monograph(form: str) -> None:
    monograph = loaded(MEDICINES[0])
    said = sayings(monograph, composed(monograph, "uk"), make(monograph, region="uk").pdf)
    (place,) = [index for index, each in enumerate(said) if each.form == form]
    words = " ".join(said[place].passages).split()
    cut = len(words) // 2
    for spoiled in (words[:cut] + words[cut + 12 :], words[cut:] + words[:cut]):
        changed = Saying(
            name="other", monograph=said[place].monograph, region="uk", form=form, passages=tuple(spoiled)
        )
        (result,) = compare_forms([*said[:place], changed, *said[place + 1 :]])
        assert result.judgement.faults
