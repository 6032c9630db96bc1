"""Braille: each passage is read back as its words; all stands where readers of UEB look for it.

Places are those of Braille Formats (BANA, 2016), signs those of the Rules of UEB (ICEB, 2013), each by its
number there.
"""

import ctypes.util
from itertools import pairwise

import pytest

from leaflet.api import composed
from leaflet.braille import liblouis, read_braille, write_braille
from leaflet.braille.braille_pages import _joined
from leaflet.braille.braille_passages import Passage, _of
from leaflet.braille.braille_rows import BOTTOM, NESTING, TOP, _lines, rows
from leaflet.braille.liblouis_child import answer
from leaflet.braille.proven import UnreadError, proven, read
from leaflet.braille.signs import BLANK, EXCEPTIONS, NOTE, felt, number, to_cells
from leaflet.braille.translator import Asked, Grade, NoBrailleError
from leaflet.document.linear import Kind, Line, linear
from leaflet.document.tree import Run
from leaflet.layout.scale import LayoutError
from tests.forms import needs_liblouis
from tests.medicines import MEDICINES, loaded

pytestmark = needs_liblouis
NAMES = [path.stem for path in MEDICINES]
DOCUMENTS = [composed(loaded(path), "uk") for path in MEDICINES]


def cells_of(*runs: Run, grade: Grade = 2) -> str:
    (made,) = proven([_of(Line(kind="paragraph"), list(runs))], grade)
    return made


def pages_of(index: int, grade: Grade = 2) -> list[list[str]]:
    data = write_braille(DOCUMENTS[index], grade)[0].decode("ascii")
    return [[to_cells(line) for line in page.split("\r\n")[:-1]] for page in data.split("\f")[:-1]]


@pytest.mark.parametrize(
    ("runs", "cells"),
    [
        ([Run("Do not stop")], "⠠⠙⠀⠝⠀⠌⠕⠏"),  # wordsigns and groupsigns (10.1.1, 10.4.1)
        ([Run("Do "), Run("not", strong=True), Run(" stop")], "⠠⠙⠀⠘⠂⠝⠀⠌⠕⠏"),  # a word in bold (9.3.1)
        ([Run("2.5 mg")], "⠼⠃⠲⠑⠀⠍⠛"),  # numbers (6.2.1)
        ([Run("10"), Run("9", shift=1), Run("/L")], "⠼⠁⠚⠰⠔⠼⠊⠸⠌⠠⠇"),  # a raised item (11.4.1, 11.4.2)
        ([Run("10"), Run("-3", shift=1)], "⠼⠁⠚⠰⠔⠣⠤⠼⠉⠜"),  # no single item (3.4.1)
        ([Run("5–10")], "⠼⠑⠠⠤⠼⠁⠚"),  # a dash (7.2.1)
        ([Run("• pain")], "⠸⠲⠀⠏⠁⠔"),  # a bullet (3.5.1)
        ([Run("≥ 65, 2 °C, ½")], "⠸⠈⠜⠀⠼⠋⠑⠂⠀⠼⠃⠀⠘⠚⠠⠉⠂⠀⠼⠁⠌⠃"),  # 3.11.1, 6.2.1
        ([Run("rest, e.g. now")], "⠗⠑⠌⠂⠀⠰⠰⠑⠲⠛⠲⠀⠝⠪"),  # in grade 1 mode (5.3.1): read as "e.go." without
    ],
)
def test_signs_are_those_of_ueb(runs: list[Run], cells: str) -> None:
    assert cells_of(*runs) == cells


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize(
    "words",
    [
        "It is at https://example.org/a/side-effects.html, see there.",
        "DO NOT STOP IT SUDDENLY. Ask.",
        "2–8 °C ½ MS 99 % MS 5MG/10ML NHS, now",
        "A. B. C. vitamin D, H₂O, 10⁹/L and Ångström",
        "“Now”, they’d say: ‘it’ is 5–10 mg/kg… or not",
        "1,000.5 mL of 2 % × 3, ± 5 °C; dysphagia, hydroxyzine, mother-in-law",
    ],
)
def test_hard_words_are_read_back(words: str, grade: Grade) -> None:
    (said,) = read([cells_of(Run(words), grade=grade)], grade)
    assert said.split() == felt(words).split()


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_the_words_of_every_leaf_are_read_back_but_for_the_listed_signs(index: int, grade: Grade) -> None:
    """Against the tree itself, not against what the writer took from it: only announcements may be added."""
    document = DOCUMENTS[index]
    said = " ".join(read_braille(write_braille(document, grade)[0], grade)).split()
    place = 0
    for leaf in document.said:
        words = felt(leaf).split()
        while said[place : place + len(words)] != words:
            place += 1
            assert place < len(said), leaf
        place += len(words)


def test_an_exception_is_a_sign_that_has_no_other_cells() -> None:
    for signs, (plain, why) in EXCEPTIONS.items():
        assert why
        assert all(felt(sign) == plain for sign in signs)


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_pages_have_25_lines_of_40_cells_with_a_number_and_a_name(index: int, grade: Grade) -> None:
    pages = pages_of(index, grade)
    for page, lines in enumerate(pages, start=1):
        assert len(lines) == 25
        assert max(map(len, lines)) <= 40
        assert len(lines[24]) == 40  # at the right of the last line, with nothing else on it (1.15.1a, g)
        assert lines[24].strip(BLANK) == number(page)
        if page > 1:  # a running head in the middle, with three blank cells at each side (1.8.2)
            before, name = len(lines[0]) - len(lines[0].strip(BLANK)), len(lines[0].strip(BLANK))
            assert before >= 3
            assert 0 <= 40 - name - 2 * before <= 1


def content_of(pages: list[list[str]]) -> list[list[str]]:
    """Return the lines of each page between its running head and its number."""
    return [lines[1 if page else 0 : 24] for page, lines in enumerate(pages)]


def _lines_of_box(index: int, page: int) -> int:
    """Return the lines of the box that is open at the end of a page."""
    pages = content_of(pages_of(index))
    lines = [line for each in pages for line in each]
    end = sum(map(len, pages[:page]))
    start = max(place for place in range(end) if lines[place] == TOP)
    return lines.index(BOTTOM, start) + 1 - start


@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_boxes_are_closed_on_their_page_with_words_in_them_and_white_around(index: int) -> None:
    opened, longest = 0, 22  # lines of a page under its running head and a blank line (7.2.1a)
    for page, content in enumerate(content_of(pages_of(index)), start=1):
        for number_, (line, following) in enumerate(pairwise(content)):
            before = content[number_ - 1] if number_ else ""
            if line == TOP:  # no blank line after it, words on the same page (7.2.1c, 7.3.5a)
                assert following.strip(BLANK)
                assert before in {"", NESTING} or before.startswith(BLANK * 3)  # its heading (7.2.1e)
            if line == BOTTOM:
                assert following in {"", NESTING}
                assert before.strip(BLANK)  # 7.2.1d, 7.3.5b
        opened += content.count(TOP) - content.count(BOTTOM)
        if opened:  # only a box that no page can hold goes on over the page (7.3.1)
            assert longest <= _lines_of_box(index, page)
    assert opened == 0


@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_warnings_come_first_each_in_a_box(index: int) -> None:
    document = DOCUMENTS[index]
    lines = [line for page in pages_of(index) for line in page]
    kinds = list(linear(document))
    warned = [
        each for each in kinds if each.kind == "open" and each.box in {"emergency", "warning", "caution"}
    ]
    first_part = next(place for place, each in enumerate(kinds) if each.kind == "heading" and each.level == 2)
    assert not warned or kinds[first_part - 1].kind == "open"
    assert sum(line in {TOP, NESTING} for line in lines) >= len(warned)


def passage(typed: str) -> Passage:
    """Return what is typed as its kind and, after a space, its level or the style of its box."""
    kind, _, rest = typed.partition(" ")
    level = int(rest) if rest.isdigit() else 0
    noted = 3 if kind == "picture" else 0
    return Passage(line=Line(kind=kind, level=level, box=rest if not level else ""), noted=noted)  # type: ignore[arg-type]


def shape(*typed: str) -> str:
    """Return how passages of three words stand: each row by its first cell, "-" if blank, or a box's line."""
    names = {"": "-", TOP: "T", BOTTOM: "B", NESTING: "="}
    found = rows([passage(each) for each in typed], [BLANK.join(["⠁" * 3] * 3)] * len(typed))
    first = [len(row.cells) - len(row.cells.lstrip(BLANK)) + 1 for row in found]
    return " ".join([names.get(row.cells, str(cell)) for row, cell in zip(found, first, strict=True)])


MIDDLE = str((40 - 11) // 2 + 1)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        # The name is centred, with a blank line after it (1.8.1); a section has one before, too (4.4.1).
        (["heading 1", "heading 2", "paragraph"], f"{MIDDLE} - {MIDDLE} - 3"),
        (["paragraph", "heading 2", "paragraph"], f"3 - {MIDDLE} - 3"),
        (["heading 2", "heading 2", "item 1"], f"{MIDDLE} {MIDDLE} - 1"),  # connected headings (4.3.3)
        (["paragraph", "heading 3", "paragraph"], "3 - 5 3"),  # 4.5.1 to 4.5.3
        (["paragraph", "heading 4", "item 1"], "3 - 7 1"),  # 4.6.2 to 4.6.4, 8.3.3a
        (["heading 2", "heading 3", "heading 3"], f"{MIDDLE} - 5 5"),  # 4.5.6
        (["heading 2", "heading 4", "paragraph"], f"{MIDDLE} - 7 3"),  # 4.6.2
        (["heading 3", "heading 4", "item 1"], "5 7 1"),  # 4.5.7
        (["paragraph", "item 1", "item 2", "item 1", "paragraph"], "3 - 1 3 1 - 3"),  # 8.3.2a, 8.5.1b
        (["item 1", "paragraph 1", "item 1"], "1 5 1"),  # a further paragraph of an item, as 16.5.1d has it
        (["term 1", "meaning 1", "cell 1"], "1 3 3"),  # a list with notes on its items (8.9)
        (["paragraph", "picture", "paragraph"], "3 7 3"),  # a transcriber's note (3.1.4)
        # A box: blank lines around it, none within it, none after its heading (7.2.1, 4.4.1a).
        (["paragraph", "open panel", "item 1", "close panel", "paragraph"], "3 - T 1 B - 3"),
        (["heading 2", "open panel", "heading 2", "paragraph", "close panel"], f"{MIDDLE} T {MIDDLE} - 3 B"),
        (["heading 1", "open warning", "paragraph", "close warning"], f"{MIDDLE} - T 3 B"),
        (
            ["open panel", "paragraph", "close panel", "open panel", "paragraph", "close panel"],
            "T 3 B - T 3 B",
        ),
        # A box within a box (7.6.1): no blank line between their lines, one before and after the inner one.
        (["open panel", "open warning", "paragraph", "close warning", "close panel"], "= T 3 B ="),
        (
            [
                "open panel",
                "paragraph",
                "open warning",
                "paragraph",
                "close warning",
                "item 1",
                "close panel",
            ],
            "= 3 - T 3 B - 1 =",
        ),
        (["paragraph", "open status", "paragraph", "close status"], "3 3"),
    ],
)
def test_all_stands_where_readers_look(typed: list[str], stands: str) -> None:
    assert shape(*typed) == stands


def test_a_long_heading_is_parted_evenly() -> None:
    """4.4.3: 34 cells would hold five words and leave one."""
    heading = Passage(line=Line(kind="heading", level=2))
    found = rows([heading], [BLANK.join(["⠁" * 6] * 6)])
    assert [len(row.cells.strip(BLANK)) for row in found] == [20, 20]


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        (
            ["paragraph", "item 1", "item 1"],
            1,
        ),  # one that takes three lines does not start on the last (8.3.5b)
        (["heading 3", "item 1", "item 1"], 2),  # after a heading it is whole (8.3.5d)
    ],
)
def test_the_first_item_of_a_list_is_not_torn_from_what_leads_to_it(typed: list[str], held: int) -> None:
    found = rows([passage(each) for each in typed], [BLANK.join(["⠁" * 9] * 10)] * 3)
    listed = [row.holds for row in found if row.cells][-6:]
    assert listed == [True] * held + [False] * (6 - held)


def test_what_is_not_in_print_stands_in_the_signs_of_a_note() -> None:
    """UEB 3.27.1: a picture's description, and that a field is empty."""
    index = next(
        place for place, each in enumerate(DOCUMENTS) if any(k.kind == "picture" for k in linear(each))
    )
    cells = " ".join([line for page in pages_of(index) for line in page])
    assert cells.count(NOTE[0]) == cells.count(NOTE[1]) >= 1
    assert f"{NOTE[0]}⠠⠏⠊⠉⠞⠥⠗⠑⠒" in cells


@pytest.mark.parametrize(
    ("kinds", "indents"),
    [
        ([("item", 1)], [(0, 2)]),
        ([("item", 1), ("item", 2)], [(0, 4), (2, 4)]),  # 1-5, 3-5 (8.5.1b)
        ([("item", 1), ("item", 2), ("item", 3)], [(0, 6), (2, 6), (4, 6)]),
        ([("item", 1), ("paragraph", 1), ("item", 1)], [(0, 2), (4, 2), (0, 2)]),
        ([("term", 1), ("meaning", 1)], [(0, 4), (2, 4)]),
        ([("item", 1), ("paragraph", 0), ("item", 1), ("item", 2)], [(0, 2), (2, 0), (0, 4), (2, 4)]),
    ],
)
def test_all_items_of_a_list_run_over_to_the_same_cell(
    kinds: list[tuple[Kind, int]], indents: list[tuple[int, int]]
) -> None:
    passages = [Passage(line=Line(kind=kind, level=level)) for kind, level in kinds]
    found = rows(passages, [BLANK.join(["⠁" * 9] * 6)] * len(kinds))
    starts = [len(row.cells) - len(row.cells.lstrip(BLANK)) for row in found if row.cells]
    assert list(zip(starts[::2], starts[1::2], strict=True)) == indents


def test_a_word_longer_than_a_line_goes_on_after_the_sign_for_that() -> None:
    address = "https://example.org/" + "-".join(["patient"] * 12)
    cells = cells_of(Run(f"See {address} now"))
    lines = _lines(cells, 38, 40)
    assert max(map(len, lines)) <= 40
    assert any(line.endswith("⠤⠐") for line in lines)  # best after a hyphen or a solidus
    assert list(_joined(lines)) == [cells]


def test_what_has_no_braille_is_refused_with_the_word() -> None:
    with pytest.raises(UnreadError, match="☐"):
        cells_of(Run("Tick ☐ here"))


def test_a_machine_without_liblouis_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    liblouis._library.cache_clear()
    told = answer(Asked(kind="version")).refused
    liblouis._library.cache_clear()
    assert "apt install liblouis20 liblouis-data" in told


def test_a_leaflet_without_tables_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NoBrailleError("there is no liblouis; install it")

    monkeypatch.setattr("leaflet.braille.write_brf.proven", refuse)
    with pytest.raises(LayoutError) as caught:
        write_braille(DOCUMENTS[0], 2)
    assert [(each.code, each.hint) for each in caught.value.findings] == [("L009", "install it")]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data[:-1], "the last page is not ended"),
        (lambda data: data.replace(b"#B\r\n", b"#C\r\n", 1), "does not have its number"),
        (lambda data: data.replace(b"\r\n", b"\r\n\r\n", 1), "has 26 lines"),
        (lambda data: data.replace(b"#A\r\n", b"\x7f\r\n", 1), "no cell"),
    ],
)
def test_a_broken_file_is_told(spoil: "object", told: str) -> None:
    assert callable(spoil)
    with pytest.raises(ValueError, match=told):
        read_braille(spoil(write_braille(DOCUMENTS[0], 2)[0]), 2)
