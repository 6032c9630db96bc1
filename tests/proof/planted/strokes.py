"""More threats to the paper: strokes through words, covers, frames, symbols, pages."""

import re

from pikepdf import Array, Dictionary, Name

from leaflet.proof.subject import Leaf
from tests.proof.planted.marks import action, ink
from tests.proof.planted.register import (
    BACLOFEN_GIANT,
    BACLOFEN_LARGE,
    BACLOFEN_STANDARD,
    DOSE,
    NOT_MORE,
    STANDARD,
    edits,
)
from tests.proof.surgery import Surgeon


def glyph_box(cut: Surgeon, leaf: Leaf, word: str) -> tuple[float, float, float, float]:
    """Return where a word of an element stands: left, foot, right, head, y up."""
    glyphs = [glyph for glyph in leaf.glyphs if not glyph.is_space]
    at = "".join(glyph.text for glyph in glyphs).index(word)
    boxes = [glyph.box for glyph in glyphs[at : at + len(word)]]
    height = cut.subject.sheets[0].height
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), height - max(bottoms), max(rights), height - min(tops)


@edits(STANDARD)
def a_line_through_not(cut: Surgeon) -> None:
    left, foot, right, head = glyph_box(cut, cut.leaf(NOT_MORE), "not")
    cut.append(1, b"%.2f %.2f %.2f 0.8 re f" % (left, (foot + head) / 2, right - left))


@edits(STANDARD)
def a_bar_that_makes_five_fifteen(cut: Surgeon) -> None:
    left, foot, _, head = glyph_box(cut, cut.leaf(DOSE), "5")
    cut.append(1, b"%.2f %.2f 1.1 %.2f re f" % (left - 2.4, foot, head - foot))


@edits(STANDARD)
def a_white_cover_over_a_dose(cut: Surgeon) -> None:
    left, foot, right, head = glyph_box(cut, cut.leaf(DOSE), "5")
    cut.append(1, b"q 1 1 1 rg %.2f %.2f %.2f %.2f re f Q" % (left, foot, right - left, head - foot))


@edits(STANDARD)
def a_white_cover_over_a_comma(cut: Surgeon) -> None:
    leaf = cut.leaf("Each small tablet")
    left, foot, right, head = glyph_box(cut, leaf, ".")
    cut.append(1, b"q 1 1 1 rg %.2f %.2f %.2f %.2f re f Q" % (left, foot, right - left, head - foot))


@edits(BACLOFEN_STANDARD)
def a_cross_over_a_panel(cut: Surgeon) -> None:
    cut.append(1, b"4 w 44 628 m 551 740 l S\n44 740 m 551 628 l S")


@edits(STANDARD)
def words_drawn_as_lines(cut: Surgeon) -> None:
    cut.append(1, b"1 w 60 30 m 60 40 l 66 40 l 66 30 l S\n70 30 m 76 30 l 76 40 l 70 40 l h S")


@edits(BACLOFEN_STANDARD)
def a_bar_in_pale_grey(cut: Surgeon) -> None:
    bars = re.compile(rb"(BDC\n)(\S+ \S+ \S+ 2[4-9]\S* re f\n)")
    cut.stream(1, lambda data: bars.sub(rb"\1q 0.8 0.8 0.8 rg \2Q\n", data))


@edits(BACLOFEN_STANDARD)
def black_words_on_a_black_bar(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data.replace(b"\n1 g\nBT", b"\n0 g\nBT", 1))


@edits(BACLOFEN_LARGE)
def a_dashed_frame(cut: Surgeon) -> None:
    cut.stream(1, lambda data: re.sub(rb"\n(\S+ w \S+ \S+ \S+ \S+ re S)", rb"\n[4 4] 0 d \1 [] 0 d", data))


@edits(BACLOFEN_LARGE)
def a_frame_twice_as_thick(cut: Surgeon) -> None:
    thick = re.compile(rb"\n(\S+) w (\S+ \S+ \S+ \S+ re S)")
    cut.stream(1, lambda data: thick.sub(lambda m: b"\n%.2f w %s" % (2 * float(m[1]), m[2]), data))


@edits(BACLOFEN_GIANT)
def a_symbol_upside_down(cut: Surgeon) -> None:
    turn = re.compile(rb"(0\.\d+) 0 0 (0\.\d+) (\S+) (\S+) cm")

    def turned(found: "re.Match[bytes]") -> bytes:
        scale = float(found[2])
        return b"%s 0 0 -%s %s %.3f cm" % (found[1], found[2], found[3], float(found[4]) + 1000 * scale)

    cut.content(cut.leaf_of("Figure"), lambda data: turn.sub(turned, data))


@edits(BACLOFEN_STANDARD)
def symbols_of_two_panels_exchanged(cut: Surgeon) -> None:
    path = re.compile(rb"cm (.*? f\*)")
    found: list[bytes] = []
    figures = [cut.leaf_of("Figure", index) for index in (0, 1)]

    def note(data: bytes) -> bytes:
        match = path.search(data)
        assert match
        found.append(match[1])
        return data + b" "

    for figure in figures:
        cut.content(figure, note)
    for figure, old, new in zip(figures, found, found[::-1], strict=True):
        cut.content(figure, lambda data, old=old, new=new: data.replace(old, new))  # type: ignore[misc]  # bound at once


@edits(STANDARD)
def a_page_in_light_grey(cut: Surgeon) -> None:
    grey = b"/Artifact<</Type/Layout>>BDC\nq 0.9 0.9 0.9 rg 0 0 596 842 re f Q\nEMC\n"
    cut.stream(1, lambda data: grey + data)


@edits(STANDARD)
def a_picture_inside_the_stream(cut: Surgeon) -> None:
    cut.append(1, b"q 40 0 0 10 60 30 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")


@edits(STANDARD)
def a_picture_over_half_a_page(cut: Surgeon) -> None:
    white = cut.pdf.make_stream(
        b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.XObject = Dictionary(White=white)
    cut.append(1, b"q 500 0 0 200 50 100 cm /White Do Q")


@edits(STANDARD)
def a_form_that_paints_more(cut: Surgeon) -> None:
    form = cut.pdf.make_stream(
        b"BT /F0 12 Tf 1 0 0 1 60 30 Tm <" + cut.code("5") + b"> Tj ET", Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 600, 850]), Resources=cut.pdf.pages[0].obj.Resources,
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.XObject = Dictionary(More=form)
    cut.append(1, b"/More Do")


@edits(STANDARD)
def a_shade_over_words(cut: Surgeon) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 600, 0]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1]), C1=Array([0])),
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.Shading = Dictionary(Over=shade)
    cut.append(1, b"q 60 400 200 40 re W n /Over sh Q")


@edits(BACLOFEN_STANDARD)
def a_symbol_clipped_away(cut: Surgeon) -> None:
    cut.content(cut.leaf_of("Figure"), lambda data: data.replace(b"q ", b"q 0 0 1 1 re W n ", 1))


@edits(STANDARD)
def half_of_a_line_clipped_away(cut: Surgeon) -> None:
    left, foot, right, head = glyph_box(cut, cut.leaf(NOT_MORE), "Donottake")
    box = (left - 2, (foot + head) / 2, right - left + 300, head - foot)
    ink(cut, NOT_MORE, b"%.2f %.2f %.2f %.2f re W n" % box)


@edits(BACLOFEN_GIANT)
def pages_scaled_to_nine_tenths(cut: Surgeon) -> None:
    for number in range(1, len(cut.pdf.pages) + 1):
        cut.stream(number, lambda data: b"q 0.9 0 0 0.9 30 40 cm\n" + data + b"Q\n")


@edits(BACLOFEN_LARGE)
def a_unit_of_half_a_point(cut: Surgeon) -> None:
    for page in cut.pdf.pages:
        page.obj.UserUnit = 0.5


@edits(STANDARD)
def a_page_upside_down(cut: Surgeon) -> None:
    cut.pdf.pages[1].obj.Rotate = 180


@edits(STANDARD)
def a_sheet_that_starts_higher(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.MediaBox = Array([0, 60, 595.28, 901.89])


@edits(STANDARD)
def two_pages_exchanged(cut: Surgeon) -> None:
    kids = cut.root().Pages.Kids
    kids[0], kids[1] = kids[1], kids[0]


@edits(BACLOFEN_STANDARD)
def the_last_page_lost(cut: Surgeon) -> None:
    del cut.pdf.pages[-1]


@edits(BACLOFEN_STANDARD)
def a_page_twice(cut: Surgeon) -> None:
    pages = cut.root().Pages
    pages.Kids.append(pages.Kids[0])
    pages.Count = len(pages.Kids)


@edits(STANDARD)
def other_words_that_are_not_painted(cut: Surgeon) -> None:
    words = b"BT /F0 12 Tf 3 Tr 1 0 0 1 60 30 Tm <" + cut.code("5") * 3 + b"> Tj ET"
    cut.append(1, words)


@edits(STANDARD)
def white_words_in_the_margin(cut: Surgeon) -> None:
    words = b"1 g BT /F0 12 Tf 1 0 0 1 60 30 Tm <" + cut.code("5") * 3 + b"> Tj ET 0 g"
    cut.append(1, words)


@edits(BACLOFEN_STANDARD)
def a_rule_lost(cut: Surgeon) -> None:
    thin = re.compile(rb"/Artifact<</Type/Layout>>BDC\n\S+ \S+ \S+ 1\.00 re f\nEMC\n")
    cut.stream(1, lambda data: thin.sub(b"", data, count=1))


@edits(BACLOFEN_STANDARD)
def an_action_in_brown(cut: Surgeon) -> None:
    ink(cut, action(cut), b"0.35 0.2 0.1 rg")
