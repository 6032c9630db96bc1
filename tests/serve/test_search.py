"""Typing a little, or a little wrongly, finds the medicine."""

from datetime import date
from pathlib import Path

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
        if name == "Amoxicillin":
            text = text.replace("language:", "strengths: [250 mg, 500 mg]\nlanguage:", 1)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return Shelf(folder, lambda *_: (), lambda: date(2026, 11, 26))


@pytest.mark.parametrize(
    ("typed", "exact", "begun", "similar"),
    [
        ("baclofen", ["Baclofen"], [], []),
        ("Baclofen 10 mg tablets", ["Baclofen"], [], []),
        ("menazol", ["Ménazol"], [], []),
        ("BACL", [], ["Baclofen"], []),
        ("amoxi", [], ["Amoxicillin"], []),
        ("fever", [], ["Paracetamol"], []),
        ("the pain fever", [], ["Paracetamol"], []),
        # A slip opens nothing: what looks alike stands apart.
        ("baklofen", [], [], ["Baclofen"]),
        ("bcalofen", [], [], ["Baclofen"]),
        ("amoxycilin", [], [], ["Amoxicillin"]),
        ("paracetamoll", [], [], ["Paracetamol"]),
        # What a medicine is for is never guessed at.
        ("heartbrun", [], [], []),
        ("antibiotik", [], [], []),
        ("hart burn", [], [], []),
        ("zzzz", [], [], []),
        ("xy", [], [], []),
        # With a release word the medicine is another.
        ("baclofen MR", [], [], ["Baclofen"]),
        # A strength is one by its unit, or because the medicine has it; any other number is part of a name.
        ("Baclofen 2.5mg/5 ml oral solution", ["Baclofen"], [], []),
        ("baclofen 1%", ["Baclofen"], [], []),
        ("baclofen 10", [], ["Baclofen"], []),
        ("amoxicillin 250", ["Amoxicillin"], [], []),
        ("amoxicillin 250/500", ["Amoxicillin"], [], []),
        ("amoxicillin 300", [], ["Amoxicillin"], []),
    ],
)
def test_what_is_meant_is_told_from_what_begins_so_and_what_looks_alike(
    shelf: Shelf, typed: str, exact: list[str], begun: list[str], similar: list[str]
) -> None:
    found = search(shelf.medicines, typed)
    parts = (found.exact, found.begun[:1] if begun else (), found.similar)
    assert [[medicine.monograph.name for medicine in part] for part in parts] == [exact, begun, similar]


@pytest.mark.parametrize("typed", ["", "   ", "the", "?!"])
def test_no_word_finds_all(shelf: Shelf, typed: str) -> None:
    assert search(shelf.medicines, typed).listed == shelf.medicines


def test_any_length_is_taken(shelf: Shelf) -> None:
    assert search(shelf.medicines, "x" * 100_000).listed == ()


# Names that are confused with one another, from the list of the Institute for Safe Medication Practices:
# ISMP List of Confused Drug Names. Names alone are facts of the trade.
CONFUSED = [
    ("diltiazem", "diazepam"), ("levemir", "levetiracetam"), ("hydralazine", "hydroxyzine"),
    ("prednisone", "prednisolone"), ("clonidine", "clonazepam"), ("lamotrigine", "lamivudine"),
    ("metformin", "metronidazole"), ("bupropion", "buspirone"), ("chlorpromazine", "chlorpropamide"),
    ("cycloserine", "cyclosporine"), ("daunorubicin", "doxorubicin"), ("dobutamine", "dopamine"),
    ("glipizide", "glyburide"), ("hydrocodone", "oxycodone"), ("hydromorphone", "morphine"),
    ("medroxyprogesterone", "methylprednisolone"), ("nicardipine", "nifedipine"),
    ("nimodipine", "nifedipine"),
    ("tramadol", "trazodone"), ("vinblastine", "vincristine"), ("zolpidem", "zolmitriptan"),
    ("acetazolamide", "acetohexamide"), ("amantadine", "rimantadine"), ("amlodipine", "amiloride"),
    ("azathioprine", "azithromycin"), ("baclofen", "bactroban"), ("carbamazepine", "oxcarbazepine"),
    ("carboplatin", "cisplatin"), ("cefazolin", "ceftriaxone"), ("cefuroxime", "cefotaxime"),
    ("celebrex", "celexa"), ("cetirizine", "sertraline"), ("citalopram", "escitalopram"),
    ("clobazam", "clonazepam"), ("codeine", "lodine"), ("dexmethylphenidate", "methadone"),
    ("duloxetine", "fluoxetine"), ("enalapril", "anafranil"), ("ephedrine", "epinephrine"),
    ("fentanyl", "sufentanil"), ("fluoxetine", "fluvoxamine"), ("flurazepam", "temazepam"),
    ("gabapentin", "gemfibrozil"), ("guaifenesin", "guanfacine"), ("humalog", "novolog"),
    ("humulin", "novolin"), ("ketorolac", "methadone"), ("lanthanum", "lithium"),
    ("lorazepam", "alprazolam"), ("losartan", "valsartan"), ("metoprolol", "misoprostol"),
    ("mesalazine", "sulfasalazine"), ("olanzapine", "quetiapine"), ("paroxetine", "piroxicam"),
    ("propranolol", "prednisolone"), ("rabeprazole", "aripiprazole"), ("risperidone", "ropinirole"),
    ("sitagliptin", "sumatriptan"), ("tizanidine", "tiagabine"), ("valaciclovir", "valganciclovir"),
    ("humalog", "humalog mix"), ("effexor", "effexor xr"), ("seroquel", "seroquel xr"),
    ("oxycontin", "ms contin"), ("wellbutrin sr", "wellbutrin xl"),
    ("metformin", "metformin prolonged-release"),
    ("humalog mix 25", "humalog mix 50"), ("humalog mix", "humalog mix 50"), ("novomix", "novomix 30"),
    ("humalog mix 25 100 units/ml", "humalog mix 50 100 units/ml"),
    ("co-codamol 8/500", "co-codamol 30/500"), ("co-codamol", "co-codamol 30/500"),
]  # fmt: skip


def test_the_list_of_confused_names_is_long_enough() -> None:
    assert len(CONFUSED) >= 53


@pytest.mark.parametrize(("one", "other"), CONFUSED)
def test_typing_a_name_never_opens_the_other(one: str, other: str, tmp_path: Path) -> None:
    for number, (stocked, typed) in enumerate(((one, other), (other, one))):
        folder = tmp_path / str(number)
        folder.mkdir()
        text = medicine(stocked.title(), purpose="For something").replace(f"id: {stocked}", "id: m1")
        (folder / "m.yaml").write_text(text, encoding="utf-8")
        found = search(Shelf(folder, lambda *_: (), lambda: date(2026, 11, 26)).medicines, typed)
        assert found.exact == ()


@pytest.mark.parametrize(
    "scanned",
    ["05000000000005", "5000000000005", "(01)05000000000005", "]d20105000000000005", "0105000000000005"],
)
def test_a_code_that_is_typed_or_scanned_is_the_medicine(scanned: str, tmp_path: Path) -> None:
    text = medicine("Testol", purpose="For something")
    text = text.replace("language:", 'codes: {gtin: ["05000000000005"]}\nlanguage:', 1)
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    found = search(Shelf(tmp_path, lambda *_: (), lambda: date(2026, 11, 26)).medicines, scanned)
    assert [each.monograph.name for each in found.exact] == ["Testol"]
