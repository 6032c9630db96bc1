"""Braille: each passage is read back as its words; all stands where readers of UEB look for it.

Places are those of Braille Formats (BANA, 2016), signs those of the Rules of UEB (ICEB), by their sections.
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
from leaflet.braille.signs import BLANK, EXCEPTIONS, felt, number, to_cells
from leaflet.braille.translator import Asked, Grade, NoBrailleError
from leaflet.document.linear import Kind, Line, linear
from leaflet.document.tree import Run
from leaflet.layout.scale import LayoutError
from leaflet.read import load
from tests.forms import needs_liblouis
from tests.medicines import MEDICINES

pytestmark = needs_liblouis
NAMES = [path.stem for path in MEDICINES]
DOCUMENTS = [composed(load(path), "uk") for path in MEDICINES]


def cells_of(*runs: Run, grade: Grade = 2) -> str:
    (made,) = proven([_of(Line(kind="paragraph"), list(runs))], grade)
    return made


def pages_of(index: int, grade: Grade = 2) -> list[list[str]]:
    data = write_braille(DOCUMENTS[index], grade)[0].decode("ascii")
    return [[to_cells(line) for line in page.split("\r\n")[:-1]] for page in data.split("\f")[:-1]]


@pytest.mark.parametrize(
    ("runs", "cells"),
    [
        ([Run("Do not stop")], "⠠⠙⠀⠝⠀⠌⠕⠏"),  # wordsigns and groupsigns (10.1, 10.4)
        ([Run("Do "), Run("not", strong=True), Run(" stop")], "⠠⠙⠀⠘⠂⠝⠀⠌⠕⠏"),  # a word in bold (9.3)
        ([Run("2.5 mg")], "⠼⠃⠲⠑⠀⠍⠛"),  # numbers (6.2)
        ([Run("10"), Run("9", shift=1), Run("/L")], "⠼⠁⠚⠰⠔⠼⠊⠸⠌⠠⠇"),  # a raised item (11.4)
        ([Run("10"), Run("-3", shift=1)], "⠼⠁⠚⠰⠔⠣⠤⠼⠉⠜"),  # several raised in grouping signs (11.4)
        ([Run("5–10")], "⠼⠑⠠⠤⠼⠁⠚"),  # a dash (7.2)
        ([Run("• pain")], "⠸⠲⠀⠏⠁⠔"),  # a bullet (3.5)
        ([Run("≥ 65, 2 °C, ½")], "⠸⠈⠜⠀⠼⠋⠑⠂⠀⠼⠃⠀⠘⠚⠠⠉⠂⠀⠼⠁⠌⠃"),  # 3.17, 3.11, 6.4
        ([Run("rest, e.g. now")], "⠗⠑⠌⠂⠀⠰⠰⠑⠲⠛⠲⠀⠝⠪"),  # in grade 1 mode (5.3): read as "e.go." without
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
        assert len(lines[24]) == 40  # at the right of line 25 (Formats 1.15)
        assert lines[24].strip(BLANK) == number(page)
        if page > 1:  # a running head on line 1 and a blank line under it (1.8)
            assert len(lines[0].strip(BLANK)) <= 34
            assert lines[1] == ""


def _lines_of_box(index: int, page: int) -> int:
    """Return the lines of the box that is open at the end of a page."""
    lines = [
        line
        for number_, each in enumerate(pages_of(index), start=1)
        for line in each[2 if number_ > 1 else 0 : 24]
    ]
    end = sum(22 if number_ > 1 else 24 for number_ in range(1, page + 1))
    start = max(place for place in range(end) if lines[place] == TOP)
    return lines.index(BOTTOM, start) + 1 - start


@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_boxes_are_closed_on_their_page_with_words_in_them_and_white_around(index: int) -> None:
    opened, longest = 0, 22  # lines of a page under its running head
    for page, lines in enumerate(pages_of(index), start=1):
        content = lines[2:24] if page > 1 else lines[:24]
        for number_, (line, following) in enumerate(pairwise(content)):
            if line == TOP:  # no blank line after it, words on the same page (7.2, 7.3)
                assert following.strip(BLANK)
                assert number_ == 0 or content[number_ - 1] in {"", NESTING}
            if line == BOTTOM:
                assert following in {"", NESTING}
                assert content[number_ - 1].strip(BLANK)
        opened += content.count(TOP) - content.count(BOTTOM)
        if opened:  # only a box that no page can hold goes on over the page
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


@pytest.mark.parametrize("index", range(len(NAMES)), ids=NAMES)
def test_headings_and_lists_start_where_readers_look(index: int) -> None:
    """A title in the middle (4.4), all else in an odd cell (4.5, 4.6, 1.9, 8.3)."""
    pages = pages_of(index)
    title = pages[0][0]
    assert abs(2 * (len(title) - len(title.lstrip(BLANK))) + len(title.strip(BLANK)) - 40) <= 1
    lines = [line for page, each in enumerate(pages, start=1) for line in each[2 if page > 1 else 0 : 24]]
    indents = [len(line) - len(line.lstrip(BLANK)) for line in lines]
    assert {indent % 2 for indent in indents[indents.index(2) :]} == {0}
    bullets = [place for place, line in enumerate(lines) if line.lstrip(BLANK).startswith("⠸⠲⠀")]
    for place in bullets:
        assert indents[place] in {0, 2}


@pytest.mark.parametrize(
    ("kinds", "indents"),
    [
        ([("item", 1)], [(0, 2)]),
        ([("item", 1), ("item", 2)], [(0, 4), (2, 4)]),  # 1-5, 3-5 (8.5)
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
    assert any(line.endswith("⠐") for line in lines)
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
