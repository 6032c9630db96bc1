"""A draft holds every word of its source in the source's order, and what is open stays open."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.importing import lists, tables
from leaflet.importing.counted_words import tally
from leaflet.importing.draft import Draft, DraftSection, to_yaml
from leaflet.importing.draft_check import printed_texts
from leaflet.importing.importer import Imported, Wish, drafted, import_bytes
from leaflet.importing.ledger import LedgerError
from leaflet.importing.original import (
    Block,
    Callout,
    Cell,
    Definition,
    Definitions,
    Document,
    Figure,
    Heading,
    Listing,
    Note,
    Original,
    Paragraph,
    Publication,
    Section,
    Span,
    Table,
    Words,
    texts,
)
from leaflet.importing.readers import Reading
from leaflet.importing.reading_order import check_order
from leaflet.importing.refusal import RefusedError
from leaflet.model import Monograph
from leaflet.read import read_monograph
from tests.importing import sources

HEADS = "<table><tr><th>A</th><th>B</th></tr>"


def read(imported: Imported) -> Monograph:
    """Return the monograph that the draft's YAML reads as."""
    monograph, findings = read_monograph(to_yaml(imported.draft, ("note",)).encode(), "draft.yaml")
    assert monograph is not None, [(finding.code, finding.message, str(finding.span)) for finding in findings]
    return monograph


def imported(sections: tuple[tuple[str, str, str], ...] = sources.LEAFLET, **bundle: str) -> Imported:
    """Return the import of a FHIR bundle with these sections."""
    return import_bytes(sources.fhir_json(sources.fhir_bundle(sections, **bundle)), "a.json", Wish())


def blocks(text: str) -> list[dict[str, Any]]:
    """Return the blocks that the narrative `text` of a section becomes, without their addresses."""
    (section,) = imported((("5. How to store Testol", "", text),)).draft.sections
    return [
        {key: value for key, value in block.items() if key != "from"} for block in section.typed["blocks"]
    ]


@pytest.mark.parametrize("name", sources.EVERY)
def test_a_draft_of_every_format_reads_with_the_source_s_words(name: str) -> None:
    result = import_bytes(sources.EVERY[name], name, Wish())
    words = result.words
    assert words.source == words.placed + words.dropped - words.added
    printed = tally(*[text for _, text in printed_texts(read(result))])
    assert printed == tally(*result.draft.texts())


def test_sections_come_in_the_source_s_order_under_its_titles_with_addresses() -> None:
    monograph = read(imported())
    assert [(section.topics[0], section.address) for section in monograph.sections] == [
        ("other", "s1"), ("about", "s2"), ("before_you_take", "s3"), ("how_to_take", "s4"),
        ("side_effects", "s6"), ("storage", "s7"),
    ]  # fmt: skip
    assert monograph.sections[1].heading == "1. What Testol is and what it is used for"
    assert monograph.sections[1].blocks[0].address == "s2.p1"


def test_what_the_source_says_to_do_about_too_much_becomes_a_warning_in_its_own_words() -> None:
    (warning,) = imported().draft.warnings
    assert warning == {
        "kind": "overdose", "level": "emergency", "hazard": "If you take more Testol than you should",
        "signs": "Signs are blue elbows.", "action": "Go to a hospital at once and take the box along.",
        "source": "original", "from": "s5.title",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "signs", "action"),
    [
        ("Ring a doctor. Signs may be red ears.", "Signs may be red ears.", "Ring a doctor."),
        # What might be a part of what to do stays there, and so does all that follows it.
        ("Ring a doctor. Take the box. Signs are red ears.", None, None),
        ("Ring a doctor. If red ears are a sign of more, wait outside.", None, None),
    ],
)
def test_signs_are_parted_from_what_to_do_only_where_that_is_plain(
    text: str, signs: str | None, action: str | None
) -> None:
    part = ("If you take more Testol than you should", "200000029907", f"<p>{text}</p>")
    (warning,) = imported((part, *sources.LEAFLET[:2])).draft.warnings
    assert (warning.get("signs"), warning["action"]) == (signs, action or text)


def test_a_part_without_a_title_has_an_open_heading() -> None:
    result = imported((*sources.LEAFLET[:2], ("", "", "<p>Made of chalk.</p>")))
    monograph = read(result)
    assert monograph.sections[-1].heading == "[…]"
    assert "heading" in {field.key for field in monograph.open_fields}
    assert ("open", "s3", "heading") in {(each.kind, each.address, each.text) for each in result.entries}
    assert result.words.added == 0


def test_what_a_carton_says_is_left_out_as_a_document_of_its_own() -> None:
    carton = ("PARTICULARS TO APPEAR ON THE OUTER PACKAGING", "", "<p>Testol. Exp. Lot.</p>")
    result = imported((*sources.LEAFLET, carton))
    (left,) = result.left_out
    assert (left.words, left.reason) == (10, "what stands on the carton")
    assert result.words == imported().words


@pytest.mark.parametrize(
    "text",
    [
        "<p>Nothing is known about this.</p>",  # says nothing to do
        "<p>Call a doctor.</p><ul><li>or a friend</li></ul>",  # more than a few sentences
        "<p>Call a doctor. " + "Wait. " * 90 + "</p>",
    ],
)
def test_what_it_does_not_say_clearly_stays_in_its_section_for_a_person_to_decide(text: str) -> None:
    result = imported((("If you take more Testol than you should", "200000029907", text),))
    assert not result.draft.warnings
    assert any("no warning of page 1 is proposed" in entry.reason for entry in result.entries)
    assert result.words.dropped == 0


def test_what_the_source_does_not_say_is_open_and_named() -> None:
    result = imported()
    monograph = read(result)
    assert {field.key for field in monograph.open_fields} == {"legal", "route", "purpose"}
    assert {entry.text for entry in result.entries if entry.kind == "open"} == {"legal", "route", "purpose"}
    assert monograph.classes == ()
    assert result.needs_decision


def test_the_source_of_a_draft_is_the_file_that_it_came_from() -> None:
    source = read(imported()).sources["original"]
    assert (source.title, source.version, str(source.date)) == ("Testol 5 mg tablets", "7", "2026-01-31")
    assert len(str(source.sha256)) == 64


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<p>Ask us if you have: * sore toes* * no shoes</p>",
            [{"paragraph": "Ask us if you have:"}, {"bullets": ["sore toes\\*", "no shoes"]}],
        ),
        ("<p>About 10^9 or 10^(-3) grains, not 5^2.</p>",
         [{"paragraph": "About 10^{9} or 10^{-3} grains, not 5^2."}]),
        ("<p>One.<br/><br/>Two.</p>", [{"lines": ["One.", "Two."]}]),
        ("<p><b>All this is strong.</b> Not this.</p>", [{"paragraph": "**All this is strong.** Not this."}]),
        ("<p>5 * 3 [a] ^{x}</p>", [{"paragraph": "5 \\* 3 \\[a\\] \\^{x}"}]),
        ("<p>&lt;https://a.example></p>", [{"paragraph": "\\<https://a.example>"}]),
        ("<p>10<sup>9</sup> H<sub>2</sub>O Testol<sup>®</sup></p>", [{"paragraph": "10^{9} H_{2}O Testol®"}]),
        ("<p><b>Cold</b></p><p>Keep it so.</p>", [{"heading": "Cold"}, {"paragraph": "Keep it so."}]),
        ("<p><b>Cold</b></p>", [{"paragraph": "**Cold**"}]),
        ("<p>• one</p><p>• two</p>", [{"bullets": ["one", "two"]}]),
        ("<p>1. one</p><p>2. two</p>", [{"steps": ["one", "two"]}]),
        ("<p>2. one</p><p>3. two</p>", [{"paragraph": "2. one"}, {"paragraph": "3. two"}]),
        (
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>",
            [{"bullets": [{"item": "a", "bullets": ["b – c"]}]}],
        ),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [{"bullets": [{"item": ["a", "b"]}]}]),
        (
            f"{HEADS}<tr><td rowspan='2'>c</td><td>d</td></tr><tr><td>e</td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["c", "d"], ["c", "e"]]}}],
        ),
        (
            f"{HEADS}<tr><td colspan='2'>all</td></tr><tr><td>c</td><td></td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["all", ""], ["c", ""]]}}],
        ),
        (
            f"{HEADS}<tr><td>c</td><td>d</td><td>e</td></tr></table>",
            [{"table": {"columns": ["A", "B", "gap: \\[…\\]"], "rows": [["c", "d", "e"]]}}],
        ),
        ("<table><tr><td>A box.</td></tr></table>", [{"paragraph": "A box."}]),
        (
            "<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr><tr><td>c</td><td>d</td></tr></table>",
            [{"table": {"columns": ["", ""], "rows": [["a", "• b"], ["c", "d"]]}}],
        ),
        ("<p>___</p><p>Dry.</p>", [{"paragraph": "Dry."}]),
        (
            "<ul><li>you have<ul><li>blue knees</li><li>green ones</li></ul>and you are over 90</li></ul>",
            [{"bullets": [{"item": ["you have – blue knees – green ones", "and you are over 90"]}]}],
        ),
        (
            "<ol start='4'><li>Open.</li><li>Shut.</li></ol>",
            [{"paragraph": "4. Open."}, {"paragraph": "5. Shut."}],
        ),
        (
            "<ol type='a'><li>Open.</li><li value='4'>Shut.</li></ol>",
            [{"paragraph": "a. Open."}, {"paragraph": "d. Shut."}],
        ),
        (
            f"{HEADS}<tr><td>child</td><td><p>half one</p><p>Not at night</p></td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["child", "half one • Not at night"]]}}],
        ),
        (
            f"{HEADS}<tr><td>child</td><td>one<ul><li>in tea</li><li>in milk</li></ul></td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["child", "one • in tea • in milk"]]}}],
        ),
        (
            f"{HEADS}<tr><td>child</td><td>{'very ' * 90}slowly</td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["child", "very " * 90 + "slowly"]]}}],
        ),
        (
            f"{HEADS}<tr><td>child</td><td><table><tr><td>one</td></tr></table></td></tr></table>",
            [{"heading": "child"}, {"paragraph": "**B:**"}, {"paragraph": "one"}],
        ),
        (
            ("<table><tr><td>• sweat</td><td>• chills</td></tr>"
            "<tr><td>• rash</td><td>◦ cough</td></tr></table>"),
            [{"bullets": ["sweat", "chills", "rash", "cough"]}],
        ),
        (
            "<ul><li>call if<table><tr><td>• sweat</td><td>• chills</td></tr></table></li></ul>",
            [{"bullets": [{"item": "call if", "bullets": ["sweat", "chills"]}]}],
        ),
        (
            ("<table><tr><td colspan='2'>All doses</td></tr><tr><td><b>A</b></td><td><b>B</b></td></tr>"
            "<tr><td>c</td><td>d</td></tr></table>"),
            [{"table": {"caption": "All doses", "columns": ["**A**", "**B**"], "rows": [["c", "d"]]}}],
        ),
        (
            "<dl><dt>Morning</dt><dd>one drop</dd><div><dt>Night</dt><dd>two</dd><dd>in tea</dd></div></dl>",
            [{"definitions": [{"term": "Morning", "meaning": "one drop"},
                              {"term": "Night", "meaning": "two in tea"}]}],
        ),
        (
            "<dl><dt>Morning</dt><dt>Noon</dt><dd>one drop</dd></dl>",
            [{"heading": "Morning"}, {"heading": "Noon"}, {"paragraph": "one drop"}],
        ),
        ("<pre>Open the box.\nShake it.</pre>", [{"lines": ["Open the box.", "Shake it."]}]),
        (
            "<pre>Day 1   2 drops\nDay 2   1 drop</pre>",
            [{"table": {"columns": ["", ""], "rows": [["Day 1", "2 drops"], ["Day 2", "1 drop"]]}}],
        ),
        ('<p>10<span style="vertical-align:super">9</span> grains</p>', [{"paragraph": "10^{9} grains"}]),
        (
            '<p><span style="display:block">Take 1</span><span style="display:block">0 is wrong</span></p>',
            [{"paragraph": "Take 1"}, {"paragraph": "0 is wrong"}],
        ),
        (
            (f"<ul><li>Rub<ul><li>once{HEADS}<tr><td>c</td><td>d</td></tr></table></li><li>twice</li></ul>"
            "</li></ul>"),
            [{"bullets": ["Rub"]}, {"bullets": ["once"]},
             {"table": {"columns": ["A", "B"], "rows": [["c", "d"]]}}, {"bullets": ["twice"]}],
        ),
        (
            (f"{HEADS}<tr><td>c</td><td>d<table><tr><td>e</td></tr></table><ul><li>f</li></ul></td></tr>"
            "</table>"),
            [{"heading": "c"}, {"paragraph": "**B:**"}, {"paragraph": "d"}, {"paragraph": "e"},
             {"bullets": ["f"]}],
        ),
        (
            "<p>Rub it<sup>a</sup> in.</p><p>Wait*.</p><p><sup>a</sup> With oil.</p><p>* Not long.</p>",
            [{"paragraph": "Rub it^{a} in."}, {"note": "^{a} With oil."}, {"paragraph": "Wait\\*."},
             {"note": "\\* Not long."}],
        ),
        (
            (f"{HEADS}<tr><td>c<sup>1,2</sup></td><td>d</td></tr></table>"
            "<p><sup>1</sup> Oil.<br/><sup>2</sup> Soap.</p>"),
            [{"table": {"columns": ["A", "B"], "rows": [["c^{1,2}", "d"]]}}, {"note": "^{1} Oil."},
             {"note": "^{2} Soap."}],
        ),
        (
            f"{HEADS}<tr><td>c</td><td>–</td></tr><tr><td>d</td><td>✓</td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["c", ""], ["d", "gap: \\[…\\]"]]}}],
        ),
        (
            "<p>Signs:</p><p>o blue knees</p><p>o green ones</p><p>o no one</p>",
            [{"paragraph": "Signs:"}, {"bullets": ["blue knees", "green ones", "no one"]}],
        ),
        ("<p>o si no</p><p>o nunca</p>", [{"paragraph": "o si no"}, {"paragraph": "o nunca"}]),
        (
            f"{HEADS}<tr><td>c*</td><td>d</td></tr><tr><td colspan='2'>* Twice.</td></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["c\\*", "d"]]}}, {"note": "\\* Twice."}],
        ),
        (
            ("<table><tr><td colspan='2'><p><b>Cold</b></p><p>Keep it so.</p></td></tr><tr><td><ul>"
            "<li>• a</li></ul></td><td><ul><li>b</li></ul></td></tr><tr><td colspan='2'><p>One.</p>"
            "<p>Two.</p></td></tr></table>"),
            [{"heading": "Cold"}, {"paragraph": "Keep it so."}, {"bullets": ["a"]}, {"bullets": ["b"]},
             {"paragraph": "One."}, {"paragraph": "Two."}],
        ),
        (
            "<details><summary>Cold</summary><p>Keep it so.</p></details>",
            [{"heading": "Cold"}, {"paragraph": "Keep it so."}],
        ),
        ("<p>Use it*.</p><p>* a</p><p>* b</p>", [{"paragraph": "Use it\\*."}, {"bullets": ["a", "b"]}]),
        (
            ("<table><tr><td rowspan='2'><b>A</b></td><td colspan='2'><b>B</b></td></tr>"
            "<tr><td><b>day</b></td><td><b>night</b></td></tr>"
            "<tr><td>c</td><td>d</td><td>e</td></tr></table>"),
            [{"table": {"columns": ["**A**", "**B** **day**", "**B** **night**"],
                        "rows": [["c", "d", "e"]]}}],
        ),
        (
            f"{HEADS}<tr><td><span>A </span>c</td><td>B d</td></tr><tr><td>A e</td><td/></tr></table>",
            [{"table": {"columns": ["A", "B"], "rows": [["c", "d"], ["e", ""]]}}],
        ),
        (
            "<ul><li><p>o</p><p>blue knees</p></li><li><p>•</p><p>green ones</p></li></ul>",
            [{"bullets": ["blue knees", "green ones"]}],
        ),
        (
            "<table><tr><td><b>Cold</b></td></tr><tr><td>Keep it so.</td></tr></table>",
            [{"heading": "Cold"}, {"paragraph": "Keep it so."}],
        ),
    ],
)  # fmt: skip
def test_a_narrative_becomes_blocks(text: str, expected: list[dict[str, Any]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "said", "gone"),
    [
        ("<p>Take <del>9</del><ins>3</ins> drops.</p>", "Take 3 drops.", "9"),
        ("<p>Take <s>five</s> two drops.</p>", "Take two drops.", "five"),
        ('<p>Dry.</p><p style="color:red; text-decoration: line-through">Wet.</p>', "Dry.", "Wet."),
        ('<p>Dry.</p><div style="display : none">Wet.</div>', "Dry.", "Wet."),
        ('<p>Dry<span style="visibility:hidden">ish</span>.</p>', "Dry.", "ish"),
        ("<p>Dry.</p><p hidden=''>Wet.</p>", "Dry.", "Wet."),
        ('<p>Dry.<span class="MsoCommentReference">[K1]</span></p>', "Dry.", "[K1]"),
        ('<p>Dry.</p><div style="mso-element:comment-list"><p>Ask Kim!</p></div>', "Dry.", "Ask Kim!"),
        ("<ul><li>Dry.</li><li><s>Wet.</s></li></ul>", "Dry.", "Wet."),
        ("<p>re<s>c</s>act</p>", "react", "c"),
        ("<nav>Home</nav><p>Dry.</p>", "Dry.", "Home"),
        ("<p>Dry.</p><button>Buy now</button>", "Dry.", "Buy now"),
        ("<style>.a{display:none}</style><p>Dry.</p><p class='a'>Wet.</p>", "Dry.", "Wet."),
        ("<style>@media all{p>i{visibility:hidden}}</style><p>Dry<i>ish</i>.</p>", "Dry.", "ish"),
        (
            "<style>#a{display:none!important}</style><p>Dry.</p><p id='a' style='display:block'>Wet.</p>",
            "Dry.",
            "Wet.",
        ),
        ("<style>.a{text-decoration:line-through}</style><p>Take <b class='a'>9</b> 3.</p>", "Take 3.", "9"),
        ("<ul><li>Dry.</li><li hidden=''>Wet.</li></ul>", "Dry.", "Wet."),
        ("<table><tr><td>Dry.</td></tr><tr style='display:none'><td>Wet.</td></tr></table>", "Dry.", "Wet."),
    ],
)
def test_what_a_source_deletes_or_hides_is_dropped_with_its_reason(text: str, said: str, gone: str) -> None:
    result = imported((("5. How to store Testol", "", text),))
    assert list(result.draft.texts())[1:] == [said]
    assert [entry.text for entry in result.entries if entry.kind == "dropped"] == [gone]
    assert any(
        entry.kind == "decision" and "strikes out or hides" in entry.reason for entry in result.entries
    )


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (".a{display:none} p.a{display:block}", "Dry. Wet."),  # the more special rule holds
        ("@media print{.a{display:none}}", "Dry. Wet."),
        ("@media (max-width:9em){.a{display:none}}", "Dry. Wet."),
        (".a{{{ .a::b::c{display:none}", "Dry. Wet."),  # no rule
        (".a::before{content:'Not '}", "Dry. Not Wet."),
        (".a::after{content:'\\2022'}", "Dry. Wet."),
    ],
)
def test_what_a_style_sheet_shows_on_a_screen_is_said(sheet: str, said: str) -> None:
    text = f"<style>{sheet}</style><p>Dry.</p><p class='a'>Wet.</p>"
    result = imported((("5. How to store Testol", "", text),))
    assert " ".join([*result.draft.texts()][1:]) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>Rub it<sup>a</sup> in.</p>", "a footnote whose note is not in this part"),
        ("<p>Take 2<sup>1</sup> drops.</p>", "is it a power"),
        ("<p>Rub<sup>a</sup>.</p><p>Wait<sup>a</sup>.</p><p>Go.</p><p><sup>a</sup> Oil.</p>", "away from"),
    ],
)
def test_what_is_doubtful_about_a_footnote_is_for_a_person_to_decide(text: str, told: str) -> None:
    result = imported((("5. How to store Testol", "", text),))
    assert [entry.kind for entry in result.entries if told in entry.reason] == ["decision"]
    assert result.words.dropped == 0


@pytest.mark.parametrize(
    ("language", "title", "text", "level", "signs"),
    [
        ("es", "Si toma más Testol del que debe", "Los signos son codos azules. Acuda al hospital ya.",
         "emergency", "Los signos son codos azules."),
        ("de", "Wenn Sie eine größere Menge Testol eingenommen haben", "Fragen Sie einen Arzt.", "warning",
         ""),
        ("fr", "Si vous avez pris plus de Testol que vous n’auriez dû", "Appelez un médecin sans tarder.",
         "emergency", ""),
        ("sv", "Om du har tagit för stor mängd av Testol", "Ring genast en läkare.", "emergency", ""),
    ],
)  # fmt: skip
def test_the_overdose_part_of_an_original_in_another_language_is_proposed_as_a_warning(
    language: str, title: str, text: str, level: str, signs: str
) -> None:
    (warning,) = imported(((title, "200000029907", f"<p>{text}</p>"),
                           ("4. X", "", "<p>Y z.</p>")), language=language).draft.warnings  # fmt: skip
    assert (warning["level"], warning.get("signs", "")) == (level, signs)
    assert " ".join(filter(None, (signs, warning["action"]))) == text


def test_what_tracked_changes_put_in_is_told_once() -> None:
    result = imported((("5. How to store Testol", "", "<p><ins>Dry.</ins> In a <ins>blue</ins> box.</p>"),))
    (told,) = [entry for entry in result.entries if "tracks changes" in entry.reason]
    assert (told.kind, told.text) == ("decision", "Dry. | blue")


def test_codes_that_are_proved_wrong_are_not_believed_anywhere() -> None:
    parts = (
        ("How to store Testol", "200000029910", "<p>Dry.</p>"),
        ("How to take Testol", "200000029913", "<p>One.</p>"),
        ("Flobidu", "200000029907", "<p>Zzz.</p>"),
    )
    result = imported(parts)
    assert [section.typed["topics"] for section in result.draft.sections] == [
        ["storage"], ["how_to_take"], ["other"],
    ]  # fmt: skip
    assert any(entry.text == "Flobidu" and "not believed" in entry.reason for entry in result.entries)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_title_over_nothing_may_say_something_and_is_kept(place: int) -> None:
    said = "Children under ten must not take Testol"
    parts = [
        ("1. What Testol is and what it is used for", "", "<p>For knees.</p>"),
        ("5. How to store Testol", "", "<p>Dry.</p>"),
    ]
    parts.insert(place, (said, "XXXX", "<p>\u00a0</p>"))
    result = imported(tuple(parts))
    assert said in list(result.draft.texts())
    assert result.words.dropped == 0
    assert any(entry.text == said and entry.kind == "decision" for entry in result.entries)


def test_a_text_that_only_says_that_there_is_none_is_left_out() -> None:
    bundle = sources.fhir_bundle(
        (("1. What Testol is", "", "<p>For knees.</p>"), ("PACKAGE LEAFLET", "", "unavailable"))
    )
    bundle["entry"][0]["resource"]["section"][1]["emptyReason"] = {"coding": [{"code": "unavailable"}]}
    result = import_bytes(sources.fhir_json(bundle), "a.json", Wish())
    assert len(result.draft.sections) == 1
    assert {"unavailable", "PACKAGE LEAFLET"} == {
        each.text for each in result.entries if each.kind == "dropped"
    }


def test_steps_with_pictures_between_them_keep_their_numbers() -> None:
    found = blocks('<ol><li>Open.<img src="#pic" alt="A lid"/></li><li>Close.</li></ol>')
    assert [block.get("paragraph") for block in found] == ["1. Open.", None, "2. Close."]
    assert found[1]["figure"]["alt"] == "A lid"


def test_pictures_lie_beside_the_draft_and_have_words_or_an_open_field() -> None:
    result = imported(
        (("5. How to store Testol", "", '<p>Dry.</p><img src="#pic"/><img src="#none" alt="A box"/>'),)
    )
    assert result.draft.pictures == {"testol-5-mg-tablets-1.png": sources.PNG}
    (section,) = result.draft.sections
    assert section.typed["blocks"][1]["figure"] == {"file": "testol-5-mg-tablets-1.png", "alt": None}
    assert [entry.text for entry in result.entries if entry.kind == "dropped"] == ["A box"]


def test_an_urgent_box_is_framed_and_asked_about() -> None:
    result = import_bytes(sources.nhs(), "a.json", Wish())
    panel = result.draft.sections[-1].typed["blocks"][0]
    assert panel["panel"] == "Ring the hospital now if:"
    assert any(entry.kind == "decision" and "immediate" in entry.reason for entry in result.entries)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("<p>Keep the box in the room that you like and use it with care.</p>", "en", "en"),
        ("<p>احفظ العلبة في مكان جاف وبارد</p>", "en", "ar"),
        ("<p>保持乾燥並遠離陽光</p>", "en", "zh"),
        ("<p>Guarde la caja en un lugar que no sea caliente para los niños.</p>", "", "es"),
    ],
)
def test_letters_outweigh_a_language_that_is_declared(text: str, declared: str, language: str) -> None:
    result = imported((("5. How to store Testol", "", text * 5),), language=declared)
    assert result.draft.head["language"] == language


def test_professional_text_is_refused_by_name_unless_it_is_asked_for() -> None:
    data = sources.fhir_json(sources.fhir_bundle(sources.DOCTOR))
    with pytest.raises(RefusedError, match="only text for professionals: 1 'Testol 5 mg tablets'"):
        import_bytes(data, "a.json", Wish())
    assert import_bytes(data, "a.json", Wish(composition=1)).words.source


def test_of_two_leaflets_in_a_file_one_is_taken_and_both_are_named() -> None:
    inner = [sources.fhir_bundle(sources.LEAFLET), sources.fhir_bundle(sources.LEAFLET[:3], language="de")]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in inner]}
    result = import_bytes(sources.fhir_json(bundle), "a.json", Wish())
    (told,) = [entry for entry in result.entries if "2 leaflets" in entry.reason]
    assert told.kind == "decision"
    assert "number 1" in told.reason


@pytest.mark.parametrize(
    ("titles", "headings"),
    [
        # The template's numbered titles hold those between them.
        (
            ["1. What Testol is", "2. Before you take Testol", "Do not take Testol", "3. How to take Testol"],
            ["1. What Testol is", "2. Before you take Testol", "3. How to take Testol"],
        ),
        # A title right under another one belongs to it.
        (
            [
                "What is Testol?",
                "-Who should not take Testol?",
                "Do not take Testol if",
                "How should I take it?",
            ],
            ["What is Testol?", "Who should not take Testol?", "How should I take it?"],
        ),
    ],
)
def test_a_leaflet_in_one_piece_is_cut_where_its_main_parts_begin(
    titles: list[str], headings: list[str]
) -> None:
    text = "".join(
        f"<h3>{title.strip('-')}</h3>" + ("" if title.startswith("-") else "<p>Chalk.</p>")
        for title in titles
    )
    sections = imported((("Leaflet", "", text),)).draft.sections
    assert [section.typed["heading"] for section in sections][-3:] == headings


def test_a_part_that_only_names_the_document_is_no_section_around_the_others() -> None:
    bundle = sources.fhir_bundle()
    composition = bundle["entry"][0]["resource"]
    code = {"coding": [{"code": "200000029896"}]}  # of another part: the title says what this is
    composition["section"] = [{"title": "Package leaflet", "code": code, "section": composition["section"]}]
    whole = import_bytes(sources.fhir_json(bundle), "a.json", Wish())
    assert [part.typed["topics"] for part in whole.draft.sections] == [
        part.typed["topics"] for part in imported().draft.sections
    ]
    assert len(whole.draft.warnings) == 1


@pytest.mark.parametrize(
    ("language", "title", "name"),
    [
        ("en", "1. What Testol forte is and what it is used for", "Testol forte"),
        ("fr", "1. Qu’est-ce que Testol forte et dans quels cas est-il utilisé ?", "Testol forte"),
        ("de", "1. Was ist Testol forte und wofür wird es angewendet?", "Testol forte"),
        ("nl", "1. Wat is Testol forte en waarvoor wordt dit middel gebruikt?", "Testol forte"),
        ("cs", "1. Co je přípravek Testol forte a k čemu se používá", "Testol forte"),
    ],
)
def test_a_first_part_s_title_gives_the_name(language: str, title: str, name: str) -> None:
    bundle = sources.fhir_bundle(((title, "", "<p>Y z.</p>"), ("5.", "", "<p>X.</p>")), language=language)
    bundle["entry"][0]["resource"]["title"] = "10mg"
    assert import_bytes(sources.fhir_json(bundle), "a.json", Wish()).draft.head["name"] == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Testol 5 mg tablets - EN", "Testol 5 mg tablets"),
        ("Testol® Package Leaflet (PIL)", "Testol®"),
        ("Testol 5 mg | Knees online", "Testol 5 mg"),
        ("Packungsbeilage für Testol", "Testol"),
        ("Testol 5 mg - ulotka", "Testol 5 mg"),
        ("Notice patient - Testol", "Testol"),
        ("This", "Unnamed medicine"),
        ("10mg", "Unnamed medicine"),
        ("What is Testol?", "Unnamed medicine"),
    ],
)
def test_a_name_is_what_a_title_says_beside_the_kind_of_document(title: str, name: str) -> None:
    bundle = sources.fhir_bundle((("Storage", "", "<p>Dry.</p>"),))
    bundle["entry"][0]["resource"]["title"] = title
    result = import_bytes(sources.fhir_json(bundle), "a.json", Wish())
    assert result.draft.head["name"] == name
    assert any(entry.kind in ("guessed", "decision") and "name" in entry.reason for entry in result.entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chew 2 &lt;daily&gt;.", "Chew 2 daily."),
        ("Ask the &lt;doctor&gt;&lt;or&gt; nurse.", "Ask the doctor or nurse."),
        ("A &lt;b&gt;blue&lt;/b&gt; one.", "A blue one."),
        ("Purpose.....Calms", "Purpose Calms"),
        ("Made in Kύπρος", "Made in Κύπρος"),
        ("Batch: ________", "Batch: \\[…\\]"),
        ("Take {dose} daily.", "Take \\[…\\] daily."),
    ],
)
def test_words_between_a_template_s_signs_are_kept_and_a_field_is_a_gap(text: str, said: str) -> None:
    assert blocks(f"<p>{text}</p>") == [{"paragraph": said}]


def test_of_several_documents_the_leaflet_for_patients_is_taken() -> None:
    result = import_bytes(sources.spl(), "a.xml", Wish())
    assert result.document.title == "MEDICATION GUIDE"
    assert [(part.reason, part.words > 0) for part in result.left_out] == [("for professionals", True)]


@pytest.mark.parametrize(("module", "name"), [(lists, "place_list"), (tables, "place_table")])
def test_a_step_that_loses_something_is_noticed(
    module: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, lambda *_: [])
    with pytest.raises(LedgerError, match="lost"):
        imported()


@pytest.mark.parametrize(
    ("said", "is_in_order"),
    [
        ("Swallow one tablet", True),
        ("Swallow tablet", True),  # words that were dropped have entries of their own
        ("Swallow tablet one", False),
        ("Swallow dry", False),  # from another section
    ],
)
def test_the_words_of_a_block_stand_in_one_section_in_the_source_s_order(
    said: str, is_in_order: bool
) -> None:
    def section(text: str, address: str) -> Section:
        words = Words((Span(text),), f"{address}.p1")
        return Section(None, (), (Paragraph(words),), (), address)

    sections = (section("Swallow one tablet", "s1"), section("Keep dry", "s2"))
    typed = {"topics": ["other"], "from": "s1", "blocks": [{"paragraph": said, "from": "s1.p1"}]}
    draft = Draft(head={}, warnings=(), sections=(DraftSection("", typed),), pictures={})
    if is_in_order:
        check_order(sections, draft, ())
    else:
        with pytest.raises(LedgerError, match="order"):
            check_order(sections, draft, ())


_TEXT = st.text("ab é*[]\\^{2}_<®•-1.:\n", min_size=1, max_size=12)
_SPAN = st.builds(Span, _TEXT, st.sampled_from(["plain", "strong", "raised", "lowered", "column"]))
_WORDS = st.builds(lambda spans: Words(tuple(spans), "s1.p1"), st.lists(_SPAN, min_size=1, max_size=3))
_CELLS = st.integers(1, 3)


def _blocks(inner: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[Block]:
    cell = st.builds(Cell, inner, st.booleans(), _CELLS, _CELLS)
    row = st.lists(cell, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(
            Listing, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans(), st.just("s1.l1")
        ),
        st.builds(
            Table,
            st.none() | _WORDS,
            st.lists(row, max_size=4).map(tuple),
            st.integers(0, 2),
            st.just("s1.t1"),
        ),
        st.builds(Callout, _WORDS, inner, st.just("urgent"), st.just("s1.c1")),
        st.builds(
            Definitions,
            st.lists(st.builds(Definition, inner, inner), max_size=3).map(tuple),
            st.just("s1.d1"),
        ),
    )


_SIMPLE: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _WORDS),
    st.builds(Heading, _WORDS, st.integers(1, 4)),
    st.builds(Note, _WORDS),
    st.builds(
        Figure,
        st.sampled_from(["", "a b", ".", "é"]),
        st.sampled_from([b"", sources.PNG]),
        st.just("why"),
        st.just("s1.f1"),
    ),
)  # fmt: skip
_TUPLES = st.recursive(
    st.lists(_SIMPLE, max_size=3).map(tuple),
    lambda inner: st.lists(_SIMPLE | _blocks(inner), max_size=3).map(tuple),
    max_leaves=12,
)
_TITLES = st.none() | st.sampled_from(
    [
        "If you take more Testol than you should",
        "5. How to store Testol",
        "Elbows",
        "___",
        "x " * 150,
        "Key facts",
    ]
).map(lambda title: Words((Span(title.strip()),), "s1.title"))
_INSIDE = st.just(("42231-1",))
_SECTIONS = st.recursive(
    st.builds(Section, _TITLES, st.just(()), _TUPLES, st.just(()), st.just("s1")),
    lambda inner: st.builds(
        Section, _TITLES, _INSIDE, _TUPLES, st.lists(inner, max_size=2).map(tuple), st.just("s1")
    ),
    max_leaves=3,
)


@settings(max_examples=50)
@given(st.lists(_SECTIONS, min_size=1, max_size=3).map(tuple))
def test_random_originals_keep_the_multiset_of_their_words(sections: tuple[Section, ...]) -> None:
    document = Document(
        title="Testol",
        kind="patient",
        publication=Publication(title="Testol", language="en"),
        sections=sections,
    )
    counted = tally(*[words.plain for words in texts(sections)])
    reading = Reading(Original(format="HTML", documents=(document,)), (counted,))
    try:
        result = drafted(reading, 0, Wish())
    except RefusedError:
        return  # titles alone, or nothing that says anything
    entries = result.entries
    dropped = tally(*[entry.text for entry in entries if entry.kind == "dropped"])
    added = tally(*[entry.text for entry in entries if entry.kind == "added"])
    printed = tally(*[entry.text for entry in entries if entry.kind == "printed"])
    assert tally(*result.draft.texts()) + printed + dropped == counted + added
    assert tally(*[text for _, text in printed_texts(read(result))]) == tally(*result.draft.texts())
