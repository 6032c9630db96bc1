"""An export is a valid R5 bundle, the same for the same monograph, and comes back as the same monograph."""

import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.bundle import Bundle
from hypothesis import given, settings

from leaflet.exporting import ExportError, bundle_of, to_json, to_xml
from leaflet.importing.draft import to_yaml
from leaflet.importing.importer import Imported, Wish, import_bytes
from leaflet.model import Monograph
from leaflet.model.typed import typed_of
from leaflet.places import content_folder
from leaflet.read import load, monograph_of, read_monograph
from tests.builders import monograph, monographs, paragraph, section
from tests.cli.runs import Runner
from tests.importing.sources import PNG
from tests.medicines import loaded

EVERY_BLOCK: list[dict[str, Any]] = [
    {"paragraph": "A **strong** word, a [term](what it means), 10^{9}, H_{2}O, <https://testol.example/a>."},
    {"paragraph": "Signs such as 5 * 3, a < b & c, \\[this\\] and \\^{that} stay."},
    {"bullets": ["one", {"item": ["two", "and more"]}, {"item": "c", "steps": ["a"]}], "source": "editor"},
    {"steps": ["open", {"item": "close", "bullets": ["tight"]}]},
    {"definitions": [{"term": "knee", "meaning": "a **joint**"}]},
    {"heading": "A third level"},
    {"lines": ["Morning: **one** tablet", "Night: two"]},
    {"table": {"caption": "Which is which", "columns": ["Strength", "Colour"], "row_heads": True,
               "rows": [["5 mg", "white"], ["10 mg", ""]]}},
    {"table": {"columns": ["A", "B"], "rows": [["c", "d"]]}},
    {"figure": {"file": "a_knee.png", "alt": "A [knee](joint)", "caption": "The knee"}},
    {"schedule": {"caption": "My plan", "times": ["Morning", "Night"],
                  "rows": [{"when": "Days 1 to 3", "doses": ["1 tablet", ""]}]}},
    {"note": "Read the label."},
    {"side_effects": {"seriousness": "serious", "heading": "Serious ones", "effects": ["blue elbows"],
                      "what_to_do": "Call a doctor."}},
    {"panel": "Before each dose", "blocks": [{"paragraph": "Look."}, {"write_in": "Name", "lines": 3}]},
    {"write_in": "Questions"},
]  # fmt: skip
WARNINGS: list[dict[str, Any]] = [
    {"kind": "allergy", "level": "emergency", "hazard": "Being **allergic** to it", "signs": ["itch", "rash"],
     "action": [{"If you itch": "Call a doctor."}, {"If you cannot breathe": "Call an ambulance."}],
     "source": "monograph"},
    {"kind": "driving", "level": "caution", "hazard": "Driving", "action": "Wait for *two* hours.",
     "source": "editor"},
]  # fmt: skip


def full(**keys: Any) -> Monograph:
    """Return a monograph that has everything the format knows."""
    return monograph(
        section(*EVERY_BLOCK, heading="How it helps", what_to_do="Ask us."),
        {"topics": ["pregnancy", "breastfeeding"], "source": "editor", "blocks": [paragraph("Ask first.")]},
        **{
            "short_name": "Testol",
            "say_as": "TESS-tol",
            "form": "tablets",
            "strengths": ["5 mg", "10 mg"],
            "other_names": ["Kneeol"],
            "codes": {"gtin": ["05000000000000"]},
            "classes": ["opioid", "painkiller"],
            "sources": {
                "monograph": {"title": "Testol monograph", "publisher": "Knee Works", "date": "2026-01-01"},
                "editor": {"title": "Explanations", "kind": "editorial"},
            },
            "facts": {
                "stopping": {"suddenly": "never", "decides": "doctor"},
                "dose": {"amount": "2.5", "unit": "mg", "times": "3", "per": "day"},
                "stop_and_get_help": {"help": "emergency", "signs": ["blue elbows"]},
            },
            "warnings": WARNINGS,
            "not_covered": [{"topic": "driving", "reason": "used in hospital only"}],
            **keys,
        },
    )


APPROVED = {
    "status": "approved",
    "by": "A. Pharmacist",
    "register": "GPhC 0000000",
    "on": "2026-01-31",
    "due": "2028-01-31",
}
KEPT = {"a_knee.png": PNG}


def pictures(file: str) -> bytes:
    return KEPT.get(file, b"")


def back(data: bytes, name: str) -> tuple[Monograph, Imported]:
    """Return the monograph that an export's bytes are imported as."""
    result = import_bytes(data, name, Wish())
    read, findings = read_monograph(to_yaml(result.draft).encode(), "back.yaml")
    assert read is not None, [(finding.code, finding.message, str(finding.span)) for finding in findings]
    return read, result


def without_addresses(value: Any) -> Any:
    """Return typed values without `from`: the address in the document that words were imported from."""
    if isinstance(value, dict):
        return {key: without_addresses(inner) for key, inner in value.items() if key != "from"}
    return [without_addresses(inner) for inner in value] if isinstance(value, list) else value


def content() -> list[Path]:
    """Return the monographs that the project ships, and the invented ones of its tests."""
    return sorted([*content_folder().glob("*.yaml"), *Path(__file__).parents[1].glob("medicines/*.yaml")])


@pytest.mark.parametrize(
    "exported",
    [full(), full(review=APPROVED), monograph(), full(version="~", date="~", purpose="~")],
    ids=["full", "approved", "small", "open"],
)
def test_a_bundle_is_valid_and_comes_back_as_the_same_monograph(exported: Monograph) -> None:
    bundle = bundle_of(exported, pictures)
    Bundle.model_validate_json(json.dumps(bundle))
    for data, name in ((to_json(bundle), "a.json"), (to_xml(bundle), "a.xml")):
        read, result = back(data, name)
        assert typed_of(read) == typed_of(exported)
        assert result.words.dropped == result.words.added == 0
        assert set(result.draft.pictures) <= set(KEPT)


@pytest.mark.parametrize("path", content(), ids=lambda path: path.stem)
def test_what_the_project_ships_makes_the_round_trip(path: Path) -> None:
    exported = loaded(path)
    bundle = bundle_of(exported, lambda file: (path.parent / file).read_bytes())
    Bundle.model_validate_json(json.dumps(bundle))
    for data, name in ((to_json(bundle), "a.json"), (to_xml(bundle), "a.xml")):
        assert without_addresses(typed_of(back(data, name)[0])) == without_addresses(typed_of(exported))


@settings(max_examples=15)
@given(monographs)
def test_every_monograph_makes_the_round_trip(exported: Monograph) -> None:
    bundle = bundle_of(exported)
    assert typed_of(back(to_json(bundle), "a.json")[0]) == typed_of(exported)


def test_the_same_monograph_gives_the_same_bytes() -> None:
    assert to_json(bundle_of(full(), pictures)) == to_json(bundle_of(full(), pictures))
    other = bundle_of(full(version="2.0"), pictures)
    assert other["id"] != bundle_of(full(), pictures)["id"]


@pytest.mark.parametrize(("review", "status"), [({"status": "draft"}, "preliminary"), (APPROVED, "final")])
def test_a_draft_is_preliminary_and_approved_words_are_attested(review: dict[str, str], status: str) -> None:
    composition = bundle_of(full(review=review), pictures)["entry"][0]["resource"]
    assert composition["status"] == status
    assert ("attester" in composition) is (status == "final")


def test_facts_are_said_in_words_for_readers_who_know_no_such_fields() -> None:
    sections = bundle_of(full(), pictures)["entry"][0]["resource"]["section"]
    said = " ".join(section["text"]["div"] for section in sections)
    assert '<p class="fact">Do not stop' in said
    _, result = back(to_json(bundle_of(full(), pictures)), "a.json")
    assert any("from the facts" in entry.reason for entry in result.entries)


def test_warnings_come_first_and_topics_are_coded() -> None:
    composition = bundle_of(full(), pictures)["entry"][0]["resource"]
    first, *_ = composition["section"]
    (last,) = [section for section in composition["section"] if "Ask first." in section["text"]["div"]]
    assert first["title"] == "Being allergic to it"
    assert [coding["code"] for coding in last["code"]["coding"]] == [
        "200000029902",
        "pregnancy",
        "breastfeeding",
    ]


def test_a_picture_that_is_missing_stops_the_export() -> None:
    with pytest.raises(ExportError, match=r"a_knee\.png"):
        bundle_of(full())


def test_an_export_that_somebody_changed_is_read_as_it_says_now() -> None:
    bundle = bundle_of(monograph(section(paragraph("Take one."))))
    changed = to_json(bundle).replace(b"Take one.", b"Take **two**.")
    read, _ = back(changed, "a.json")
    assert read.sections[0].blocks[0].paragraph.plain == "Take **two**."  # type: ignore[union-attr]  # a paragraph


def test_an_export_with_a_section_of_somebody_else_is_a_document_like_any() -> None:
    bundle = bundle_of(monograph())
    added = {
        "title": "5. How to store Testol",
        "text": {"status": "generated", "div": "<div><p>Dry.</p></div>"},
    }
    bundle["entry"][0]["resource"]["section"].append(added)
    read, result = back(to_json(bundle), "a.json")
    assert result.needs_decision
    assert "Dry." in str(typed_of(read))


@pytest.mark.parametrize("head", ["[]", "{", '{"id": {"a": 1.5}}', '{"a b": 1}', '{"id": "' + "[" * 3 + '"}'])
def test_a_damaged_head_is_no_traceback(head: str) -> None:
    bundle = bundle_of(monograph())
    bundle["entry"][0]["resource"]["extension"][0]["valueString"] = head
    assert import_bytes(to_json(bundle), "a.json", Wish()).words.source


def test_the_command_writes_json_and_xml(leaflet: Runner) -> None:
    path = content_folder() / "baclofen.yaml"
    shown = leaflet("export", path, "--format", "fhir-epi")
    assert (shown.code, shown.out) == (0, "baclofen-epi.json\n")
    Bundle.model_validate_json((leaflet.folder / "baclofen-epi.json").read_bytes())
    shown = leaflet("export", path, "--format", "fhir-epi", "-o", "b.xml")
    assert (shown.code, (leaflet.folder / "b.xml").read_bytes()[:5]) == (0, b"<?xml")
    assert leaflet("import", "b.xml", "-o", "b.yaml").code in (0, 1)
    assert typed_of(load(leaflet.folder / "b.yaml")) == typed_of(load(path))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.yaml", "--format", "fhir-epi"], "no monograph"),
        (["a.yaml", "--format", "fhir"], "did you mean"),
    ],
)
def test_a_slip_is_a_sentence(arguments: list[str], said: str, leaflet: Runner) -> None:
    shown = leaflet("export", *arguments)
    assert shown.code == 2
    assert said in shown.err


def test_a_monograph_made_in_a_program_can_be_exported() -> None:
    assert bundle_of(monograph_of(typed_of(monograph())))["resourceType"] == "Bundle"
