"""Every format becomes one tree in which each word of the file stands once."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.importing import xhtml_blocks
from leaflet.importing.counted_words import tally
from leaflet.importing.hidden import CONTROL
from leaflet.importing.importer import Wish, import_bytes
from leaflet.importing.ledger import LedgerError, check_reading
from leaflet.importing.markup import flat, parse_html
from leaflet.importing.original import (
    Block,
    Callout,
    Change,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Table,
    block_texts,
    texts,
)
from leaflet.importing.readers import docx, fhir, html, nhs, openfda, pharmaledger, read_original, spl
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.xhtml_blocks import read_blocks
from tests.importing import sources


def outline(blocks: Sequence[Block]) -> str:
    """Return blocks as a line: p paragraph, h heading, l list, t table, f figure, c callout, n note."""
    letters = {Paragraph: "p", Heading: "h", Listing: "l", Table: "t", Figure: "f", Callout: "c", Change: "x"}
    return "".join(letters.get(type(block), "n") for block in blocks)


@pytest.mark.parametrize("name", sources.EVERY)
def test_each_word_of_the_file_is_in_the_tree_once(name: str) -> None:
    reading = read_original(sources.EVERY[name], name)
    assert reading.original.documents
    for document, counted in zip(reading.original.documents, reading.counts, strict=True):
        check_reading(document, counted)
        assert counted


@pytest.mark.parametrize(
    ("name", "format_", "kind", "title", "sections", "blocks"),
    [
        ("fhir.json", "FHIR ePI", "patient", "Testol 5 mg tablets", 7, "pppp pp pl pt p hlpf p"),
        ("fhir.xml", "FHIR ePI", "patient", "Testol 5 mg tablets", 7, "pppp pp pl pt p hlpf p"),
        ("spl.xml", "SPL", "patient", "MEDICATION GUIDE", 1, "ppnpltf"),
        ("openfda.json", "openFDA", "patient", "Testol", 1, "phplhp"),
        ("nhs.json", "NHS page", "patient", "Testol (Kneeol)", 2, "phl c"),
        ("page.html", "HTML", "patient", "Testol", 8, " pppp pp pl pt p hlpf p"),
        ("pharmaledger.xml", "PharmaLedger ePI", "patient", "1. What Testol is and what it is used for", 7,
         "p pp pl pt p hlpf p"),
        ("word.docx", "Word", "patient", "1. What Testol is and what it is used for", 2, "p t"),
    ],
)  # fmt: skip
def test_a_document_keeps_its_sections_and_blocks(
    name: str, format_: str, kind: str, title: str, sections: int, blocks: str
) -> None:
    original = read_original(sources.EVERY[name], name).original
    document = original.documents[0]
    assert (original.format, document.kind, document.title) == (format_, kind, title)
    assert len(document.sections) == sections
    assert " ".join(outline(section.blocks) for section in document.sections) == blocks


def test_addresses_name_each_text_once() -> None:
    (document,) = read_original(sources.fhir_json(), "a.json").original.documents
    addresses = [words.address for words in texts(document.sections)]
    assert len(addresses) == len(set(addresses))
    assert {"s2.p1", "s4.t2.r2.c1.p1", "s6.l2.i2.l2.i1.p1", "s6.f4", "s1.title"} <= set(addresses)


def test_a_publication_is_what_the_file_says() -> None:
    bundle = read_original(sources.fhir_json(), "a.json").original.documents[0].publication
    assert (bundle.identifier, bundle.version, str(bundle.date)) == ("testol-epi", "7", "2026-01-31")
    label = read_original(sources.openfda(), "a.json").original.documents[0].publication
    assert (label.publisher, label.routes, label.legal) == ("Knee Works", ("ORAL",), "prescription")
    page = read_original(sources.nhs(), "a.json").original.documents[0].publication
    assert (page.licence, str(page.date)) == ("Example holder, https://api.example/terms", "2026-01-31")


def test_pictures_come_from_the_file_or_beside_it_and_never_from_elsewhere() -> None:
    def figures(name: str, data: bytes) -> list[Figure]:
        documents = read_original(data, name, {"knee.png": sources.PNG}.get).original.documents  # type: ignore[arg-type]
        sections = documents[0].sections
        return [block for section in sections for block in section.blocks if isinstance(block, Figure)]

    assert figures("a.json", sources.fhir_json())[0].data == sources.PNG
    assert figures("a.xml", sources.spl())[0].data == sources.PNG
    (remote,) = figures(
        "a.html", b"<html><body><h2>A</h2><img src='https://a.example/x.png' alt='B'></body></html>"
    )
    assert (remote.data, remote.alt) == (b"", "B")
    assert "nothing is fetched" in remote.missing


@pytest.mark.parametrize(
    ("sections", "code", "kind"),
    [
        (sources.LEAFLET, "100000155538", "patient"),
        (sources.LEAFLET, "", "patient"),
        (sources.DOCTOR, "100000155532", "professional"),
        (sources.DOCTOR, "100000155538", "professional"),  # the code lies
        (tuple((f"{number} Zzz", "", "<p>b</p>") for number in ("4.1", "4.2", "5.1")), "", "professional"),
        ((("A", "", "<p>b</p>"),), "", "unknown"),
    ],
)
def test_titles_outweigh_a_code_that_lies(
    sections: tuple[tuple[str, str, str], ...], code: str, kind: str
) -> None:
    bundle = sources.fhir_bundle(sections, code)
    assert read_original(sources.fhir_json(bundle), "a.json").original.documents[0].kind == kind


def test_bundles_in_a_collection_are_documents_of_one_file() -> None:
    inner = [sources.fhir_bundle(sources.DOCTOR, "100000155532"), sources.fhir_bundle()]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in inner]}
    for data in (sources.fhir_json(bundle), sources.fhir_xml(bundle)):
        documents = read_original(data, "a").original.documents
        assert [document.kind for document in documents] == ["professional", "patient"]


@pytest.mark.parametrize(
    ("name", "module", "step"),
    [
        ("fhir.json", fhir, "read_blocks"),
        ("fhir.xml", fhir, "read_blocks"),
        ("spl.xml", spl, "read_blocks"),
        ("openfda.json", openfda, "blocks_of_prose"),
        ("nhs.json", nhs, "read_blocks"),
        ("page.html", html, "read_blocks"),
        ("pharmaledger.xml", pharmaledger, "read_blocks"),
    ],
)
def test_every_reader_that_loses_a_block_is_noticed(
    name: str, module: Any, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(module, step)

    def lossy(*given: Any) -> Any:
        blocks = whole(*given)
        return (blocks[0][:-1], blocks[1]) if step == "blocks_of_prose" else blocks[:-1]

    monkeypatch.setattr(module, step, lossy)
    reading = read_original(sources.EVERY[name], name)
    with pytest.raises(LedgerError, match="lost"):
        check_reading(reading.original.documents[0], reading.counts[0])


def test_a_word_file_keeps_notes_raised_digits_and_text_in_boxes() -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>How to take Testol</w:t></w:r></w:p>'
    body = (
        "<w:p><w:r><w:t>Take one</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t xml:space='preserve'>, daily: 10</w:t></w:r>"
        "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>9</w:t></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>With water.</w:t></w:r></w:p></w:footnote>'
    notes = {"word/footnotes.xml": f"<w:footnotes {space}>{note}</w:footnotes>".encode()}
    (document,) = read_original(sources.docx(heading + body, notes), "a.docx").original.documents
    (section,) = document.sections
    assert [words.plain for words in texts([section])] == [
        "How to take Testol", "Take one, daily: 109", "With water.", "new", "boxed",
    ]  # fmt: skip
    assert outline(section.blocks) == "pnppx"
    assert [missed.text for missed in document.missed] == ["old"]


def test_a_word_file_keeps_fields_controls_and_bullets_of_styles_and_tells_of_lost_pictures() -> None:
    def run(words: str, more: str = "") -> str:
        return f"<w:r><w:rPr>{more}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"

    drawing = (
        "<w:r><w:drawing xmlns:a='urn:a' xmlns:wp='urn:wp' xmlns:r='http://schemas.openxmlformats.org/"
        "officeDocument/2006/relationships'><wp:docPr descr='A green knee'/>"
        "<a:blip r:link='r9'/></w:drawing></w:r>"
    )
    body = (
        "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>How to take Testol</w:t></w:r></w:p>"
        f"<w:p>{run('Take ')}<w:fldSimple w:instr='X'>{run('7 drops')}</w:fldSimple>{run(' daily.')}</w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('With tea.')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('Cold', '<w:vanish/>')}{run('Warm', '<w:strike/>')}{run('Hot tea.')}</w:p>"
        f"<w:p>{drawing}</w:p>"
    )
    (document,) = read_original(sources.docx(body), "a.docx").original.documents
    said = [words.plain for words in texts(document.sections)]
    assert said == ["How to take Testol", "Take 7 drops daily.", "With tea.", "Hot tea.", "ColdWarm"]
    assert [missed.text for missed in document.missed] == ["A green knee"]


def test_a_word_file_for_professionals_is_known_by_its_lines() -> None:
    lines = ("SUMMARY OF PRODUCT CHARACTERISTICS", "4.2 Posology", "5.1 Pharmacodynamic properties")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    assert read_original(sources.docx(body), "a.docx").original.documents[0].kind == "professional"


def _lines(*lines: str, style: str = "") -> str:
    """Return paragraphs of Word's; * before a line makes it bold."""
    bold = "<w:rPr><w:b/></w:rPr>"
    return "".join(
        f"<w:p>{style}<w:r>{bold if line.startswith('*') else ''}<w:t>{line.lstrip('*')}</w:t></w:r></w:p>"
        for line in lines
    )


@pytest.mark.parametrize(
    ("body", "sections"),
    [
        (
            _lines("*Testol", "1. What Testol is and what it is used for", "2. How to take Testol",
                   "*1. What Testol is and what it is used for", "Knees.", "*2. How to take Testol", "Once.",
                   "*If you take more Testol than you should", "Ask."),
            ["Testol pp", "1. What Testol is and what it is used for p", "2. How to take Testol php"],
        ),
        (
            _lines("WHAT TESTOL IS", "Knees.", "HOW TO TAKE IT", "Once.", "SHOUTING ALONE"),
            ["WHAT TESTOL IS p", "HOW TO TAKE IT pp"],
        ),
        (
            _lines("1. What Testol is and what it is used for", "Knees.", "2. How to take Testol", "Once."),
            ["1. What Testol is and what it is used for p", "2. How to take Testol p"],
        ),
        (
            _lines("Uses", style="<w:pPr><w:outlineLvl w:val='0'/></w:pPr>") + _lines("Knees.")
            + _lines("Dose", style="<w:pPr><w:outlineLvl w:val='0'/></w:pPr>") + _lines("*Once."),
            ["Uses p", "Dose p"],
        ),
    ],
)  # fmt: skip
def test_a_word_file_without_heading_styles_has_its_headings_by_their_look(
    body: str, sections: list[str]
) -> None:
    (document,) = read_original(sources.docx(body), "a.docx").original.documents
    assert [
        f"{each.title.plain if each.title else ''} {outline(each.blocks)}" for each in document.sections
    ] == sections


def test_tabs_of_a_word_file_part_columns() -> None:
    body = _lines("*Dose") + "".join(
        f"<w:p><w:r><w:t>{day}</w:t><w:tab/><w:t>{dose}</w:t></w:r></w:p>"
        for day, dose in (("Day 1", "2 drops"), ("Day 2", "1 drop"))
    )
    result = import_bytes(sources.docx(body), "a.docx", Wish())
    (section,) = result.draft.sections
    assert section.typed["blocks"][0]["table"]["rows"] == [["Day 1", "2 drops"], ["Day 2", "1 drop"]]


def test_a_word_file_s_list_styles_of_deeper_levels_are_lists() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("List Bullet 2", "List Number 3")
    )
    body = _lines("*Dose") + "".join(
        _lines(line, style=f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>")
        for line, style in (("a", "ListBullet2"), ("b", "ListBullet2"), ("c", "ListNumber3"))
    )
    data = sources.docx(body, {"word/styles.xml": f"<w:styles {space}>{styles}</w:styles>".encode()})
    (section,) = import_bytes(data, "a.docx", Wish()).draft.sections
    assert section.typed["blocks"][0]["bullets"] == ["a", {"item": "b", "steps": ["c"]}]


@pytest.mark.parametrize(
    ("mark", "notes", "told"),
    [
        (
            "<sup><a href='#n1' id='r1'>1</a></sup>",
            "<ol><li id='n1'>Oil. <a href='#r1'>↩</a></li></ol>",
            "Oil.",
        ),
        (
            "<a href='#n1' id='r1'><sup>1</sup></a>",
            "<p id='n1'><a href='#r1'>1</a> Oil.</p>",
            "^{1} Oil.",
        ),
        ("<a href='#n1'>[1]</a>", "<p id='n1'>Oil.</p>", "Oil."),
        ("<sup>2</sup>", "<ol><li id='n1'>Soap.</li><li id='n2'>Oil.</li></ol>", "Oil."),
    ],
)
def test_a_note_that_a_page_links_to_stands_under_its_mark(mark: str, notes: str, told: str) -> None:
    linked = "" if "href" in mark else "<p>Wash<sup><a href='#n1'>1</a></sup>.</p>"
    page = f"<html><body><h2>Dose</h2>{linked}<p>Rub it gently{mark}.</p><p>Wait.</p>{notes}</body></html>"
    (section,) = import_bytes(page.encode(), "a.html", Wish()).draft.sections
    said = [next(iter(block.values())) for block in section.typed["blocks"]]
    assert said[-3].startswith("Rub it gently")
    assert said[-3].endswith(".")
    assert said[-2:] == [told, "Wait."]


def test_a_table_of_openfda_stands_in_the_text_that_says_it() -> None:
    label = json.loads(sources.openfda())
    (result,) = label["results"]
    result["spl_medguide"] = [
        "How should I take it? Like this: ■ slowly ■ daily age dose under 9 1 drop Wait."
    ]
    result["spl_medguide_table"] = [
        "<table><tr><td>age</td><td>dose</td></tr><tr><td>under 9</td><td>1 drop</td></tr></table>"
    ]
    (section,) = import_bytes(json.dumps(label).encode(), "a.json", Wish()).draft.sections
    blocks = [
        {key: value for key, value in block.items() if key != "from"} for block in section.typed["blocks"]
    ]
    assert blocks[-3:] == [
        {"bullets": ["slowly", "daily"]},
        {"table": {"columns": ["", ""], "rows": [["age", "dose"], ["under 9", "1 drop"]]}},
        {"paragraph": "Wait."},
    ]


def test_a_panel_of_openfda_has_its_titles_and_says_each_warning_once() -> None:
    label = json.loads(sources.openfda())
    panel = {
        "purpose": ["Purpose Knee calmer"],
        "indications_and_usage": ["Use as told."],
        "warnings": ["Warnings For the skin only. Do not use at sea. Keep it dry."],
        "do_not_use": ["Do not use at sea."],
    }
    label["results"] = [panel | {"openfda": {"brand_name": ["Testol"]}}]
    result = import_bytes(json.dumps(label).encode(), "a.json", Wish())
    assert [
        (section.typed.get("heading"), [block["paragraph"] for block in section.typed["blocks"]])
        for section in result.draft.sections
    ] == [
        ("Purpose", ["Knee calmer"]),
        (None, ["Use as told."]),
        ("Warnings", ["For the skin only. Keep it dry."]),
        (None, ["Do not use at sea."]),
    ]
    assert [entry.text for entry in result.entries if entry.kind == "dropped"] == ["Do not use at sea."]


def test_text_of_openfda_ends_a_list_where_a_sentence_of_the_form_begins() -> None:
    label = json.loads(sources.openfda())
    (result,) = label["results"]
    says = "What is Testol? A box. Who should not take Testol? Do not take Testol if you: • hop • sing "
    goes_on = "These are not all the possible side effects of Testol. How should I take it? Sitting."
    result["spl_medguide"] = [says + goes_on]
    _, first, *_ = import_bytes(json.dumps(label).encode(), "a.json", Wish()).draft.sections
    assert [next(iter(block.items())) for block in first.typed["blocks"]] == [
        ("paragraph", "Do not take Testol if you:"),
        ("bullets", ["hop", "sing"]),
        ("paragraph", "These are not all the possible side effects of Testol."),
    ]


def test_a_title_that_names_the_reader_outweighs_the_code_of_a_label() -> None:
    for title, kind in (
        ("Testol, patient information leaflet", "patient"),
        ("Testol - information for healthcare professionals", "professional"),
    ):
        bundle = sources.fhir_bundle((("Dose", "", "<p>One.</p>"),), "34391-3")
        bundle["entry"][0]["resource"]["title"] = title
        (document,) = read_original(sources.fhir_json(bundle), "a.json").original.documents
        assert document.kind == kind


@pytest.mark.parametrize(
    ("link", "is_control"),
    [
        ('<p><a href="#">Back to top</a></p>', True),
        ('<p><a href="#start">Volver arriba</a></p>', True),
        ('<p><a href="#main">up</a></p>', True),
        ('<a href="javascript:window.print()">Print this page</a>', True),
        ('<span onclick="print()">Print</span>', True),
        ('<h2><a href="#">Storing it</a></h2>', False),
        ('<p>See <a href="#">the top</a> of the page</p>', False),
        ('<p><a href="#" aria-expanded="false">Storing it</a></p>', False),
        ('<p><a href="#dose">The dose</a></p>', False),
    ],
)
def test_links_that_work_a_page_are_no_part_of_its_text(link: str, is_control: bool) -> None:
    page = (
        f'<body><h1 id="start">Testol</h1><main id="main"><p>For knees.</p><h2 id="dose">Dose</h2><p>One.</p>'
        f"{link}</main></body>"
    )
    result = import_bytes(page.encode(), "a.html", Wish())
    controls = [each for each in result.entries if each.reason == CONTROL]
    assert bool(controls) is is_control
    assert result.words.dropped == (len(controls[0].text.split()) if controls else 0)


def test_a_sheet_beside_a_page_is_read_and_one_elsewhere_is_told_of() -> None:
    page = (
        b"<html><head><link rel='stylesheet' href='a.css'><link rel='stylesheet' href='https://b.example/b.css'>"
        b"</head><body><h2>Dose</h2><p>Once.</p><p class='x'>Twice.</p></body></html>"
    )
    original = read_original(page, "a.html", {"a.css": b".x{display:none}"}.get).original  # type: ignore[arg-type]
    (section,) = original.documents[0].sections
    assert outline(section.blocks) == "px"
    (told,) = original.left_out
    assert told.reason.startswith("https://b.example/b.css: what it hides")


def test_questions_and_parts_with_a_description_alone_are_read() -> None:
    page = {
        "name": "Testol",
        "hasPart": [
            {"headline": "Pregnancy", "description": "Ask a doctor first.", "hasPart": []},
            {
                "headline": "Common questions",
                "hasPart": [
                    {"@type": "Question", "name": "With tea?", "acceptedAnswer": {"text": "<p>Yes.</p>"}}
                ],
            },
        ],
    }
    reading = read_original(json.dumps(page).encode(), "a.json")
    (document,) = reading.original.documents
    check_reading(document, reading.counts[0])
    assert [words.plain for words in texts(document.sections)] == [
        "Pregnancy", "Ask a doctor first.", "Common questions", "With tea?", "Yes.",
    ]  # fmt: skip


def test_a_full_label_in_fhir_gives_up_its_part_for_patients() -> None:
    bundle = sources.fhir_bundle(
        (*sources.DOCTOR, ("PATIENT INFORMATION", "42230-3", "<p>For knees.</p>")), "34391-3"
    )
    reading = read_original(sources.fhir_json(bundle), "a.json")
    assert [document.kind for document in reading.original.documents] == ["patient", "professional"]
    for document, counted in zip(reading.original.documents, reading.counts, strict=True):
        check_reading(document, counted)


def test_what_the_reader_of_word_files_is_not_given_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        docx, "_to_html", lambda _: "<h1>1. What Testol is and what it is used for</h1><p>Testol</p>"
    )
    (document,) = read_original(sources.docx(), "a.docx").original.documents
    assert {"calms", "knees.", "tablet"} <= set(document.missed[0].text.split())


@pytest.mark.parametrize("lost", ["ul", "table", "img", "h3"])
def test_a_reader_that_loses_something_is_noticed(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(xhtml_blocks._HANDLERS, lost, lambda *_: None)
    reading = read_original(sources.fhir_json(), "a.json")
    with pytest.raises(LedgerError, match="lost"):
        check_reading(reading.original.documents[0], reading.counts[0])


def test_a_reader_that_loses_a_section_is_noticed() -> None:
    from leaflet.values import altered

    reading = read_original(sources.fhir_json(), "a.json")
    document = reading.original.documents[0]
    shorter = altered(document, sections=document.sections[1:])
    with pytest.raises(LedgerError, match="lost"):
        check_reading(shorter, reading.counts[0])


_WORD = st.text("abcé½<&°–\u00ad\u200b•", min_size=1, max_size=4).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
_TEXT = st.lists(_WORD, max_size=3).map(" ".join)
_TAGS = st.sampled_from([
    "p", "b", "i", "span", "div", "ul", "li", "ol", "table", "tr", "td", "th", "h2", "sup", "custom", "dl",
    "dt", "dd", "pre",
])  # fmt: skip
_MARKUP = st.recursive(
    _TEXT | st.just("<br/>") | st.just('<img alt="a b"/>'),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", _TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=100)
@given(st.lists(_MARKUP, max_size=5).map("".join))
def test_whatever_is_nested_in_whatever_no_word_is_lost_or_invented(markup: str) -> None:
    root = parse_html(f"<html><body>{markup}x</body></html>")
    blocks = read_blocks(root, "s1", lambda node, address: html_figure(node, address, {}))
    held = [words.plain for block in blocks for words in block_texts(block)]
    assert tally(*held) == tally(flat(root))
