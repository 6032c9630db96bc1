"""Typing a little, or a little wrongly, finds the medicine."""

from datetime import date

import pytest

from leaflet.serve.search import search
from leaflet.serve.shelf import Shelf
from tests.serve.conftest import medicine

_MEDICINES = {
    "Baclofen": "For muscle spasms, pain and stiffness",
    "Amoxicillin": "An antibiotic for infections",
    "Paracetamol": "For pain and fever",
    "Ménazol": "For heartburn",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("content")
    for number, (name, purpose) in enumerate(_MEDICINES.items()):
        text = medicine(name, purpose=purpose).replace(f"id: {name.lower()}", f"id: m{number}")
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return Shelf(folder, lambda *_: (), lambda: date(2026, 11, 26))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("baclofen", "Baclofen"),
        ("BACL", "Baclofen"),
        ("baklofen", "Baclofen"),
        ("bcalofen", "Baclofen"),
        ("baclofn", "Baclofen"),
        ("amoxycilin", "Amoxicillin"),
        ("amoxi", "Amoxicillin"),
        ("paracetamoll", "Paracetamol"),
        ("menazol", "Ménazol"),
        ("fever", "Paracetamol"),
        ("the pain fever", "Paracetamol"),
        ("antibiotik", "Amoxicillin"),
        ("hart burn", None),
        ("heartbrun", "Ménazol"),
        ("zzzz", None),
        ("xy", None),
    ],
)
def test_the_medicine_comes_first(shelf: Shelf, typed: str, first: str | None) -> None:
    found = search(shelf.medicines, typed)
    assert (found[0].monograph.name if found else None) == first


@pytest.mark.parametrize("typed", ["", "   ", "the", "?!"])
def test_no_word_finds_all(shelf: Shelf, typed: str) -> None:
    assert search(shelf.medicines, typed) == shelf.medicines


def test_a_name_outweighs_a_use(shelf: Shelf) -> None:
    assert len(search(shelf.medicines, "pain")) >= 2
    assert search(shelf.medicines, "para")[0].monograph.name == "Paracetamol"


def test_any_length_is_taken(shelf: Shelf) -> None:
    assert search(shelf.medicines, "x" * 100_000) == ()
