"""More threats to letters: codes, metrics, weights and sizes of a few glyphs."""

import re

from pikepdf import Array, Dictionary, Name

from tests.proof.planted.marks import action
from tests.proof.planted.outlines import redraw, rewrite
from tests.proof.planted.register import BACLOFEN_STANDARD, DOSE, HALF, LARGE, MOST, NOT_MORE, STANDARD, edits
from tests.proof.planted.typeface import with_advances, with_outlines
from tests.proof.surgery import LONG, Surgeon


def said(cut: Surgeon, old: str, new: str) -> None:
    """Let the codes of a character be read as another."""
    for font in cut.fonts():
        mapped = bytes(font.ToUnicode.read_bytes())
        font.ToUnicode.write(mapped.replace(b"> <%04X>" % ord(old), b"> <%04X>" % ord(new)))


@edits(STANDARD)
def every_space_is_a_soft_hyphen(cut: Surgeon) -> None:
    said(cut, " ", "\u00ad")


@edits(STANDARD)
def milligrams_are_read_as_nanograms(cut: Surgeon) -> None:
    said(cut, "m", "n")


@edits(BACLOFEN_STANDARD)
def an_m_is_read_as_cyrillic(cut: Surgeon) -> None:
    said(cut, "o", "\u043e")


@edits(STANDARD)
def bold_letters_alone_are_exchanged(cut: Surgeon) -> None:
    bold = next(font for font in cut.fonts() if "Bold" in str(font.BaseFont))
    o, e = int(cut.code("o"), 16), int(cut.code("e"), 16)
    file = bold.DescendantFonts[0].FontDescriptor.FontFile2
    rewrite(
        file, with_outlines(file.read_bytes(), lambda faces, glyph: faces.outline(e if glyph == o else glyph))
    )


@edits(STANDARD)
def advances_inside_the_typeface(cut: Surgeon) -> None:
    for file in cut.programs():
        rewrite(file, with_advances(file.read_bytes(), 1.4))


@edits(LARGE)
def an_em_of_twice_the_units(cut: Surgeon) -> None:
    for file in cut.programs():
        data = bytearray(file.read_bytes())
        at = next(
            int.from_bytes(data[row + 8 : row + 12], "big")
            for row in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16)
            if data[row : row + 4] == b"head"
        )
        units = int.from_bytes(data[at + 18 : at + 20], "big")
        data[at + 18 : at + 20] = (2 * units).to_bytes(2, "big")
        rewrite(file, bytes(data))


@edits(STANDARD)
def a_one_with_a_tail_that_makes_it_a_four(cut: Surgeon) -> None:
    one, seven = int(cut.code("1"), 16), int(cut.code("2"), 16)
    for file in cut.programs():
        rewrite(
            file,
            with_outlines(
                file.read_bytes(),
                lambda faces, glyph: faces.outline(glyph) + (faces.outline(seven) if glyph == one else ()),
            ),
        )


@edits(STANDARD)
def a_point_that_is_a_comma(cut: Surgeon) -> None:
    assert cut.leaf(HALF)
    redraw(cut, {int(cut.code("."), 16): int(cut.code(","), 16)})


@edits(STANDARD)
def a_default_width_for_what_is_not_listed(cut: Surgeon) -> None:
    below = cut.fonts()[0].DescendantFonts[0]
    below.DW = 1000
    below.W = Array([])


@edits(STANDARD)
def a_box_of_nothing_round_the_letters(cut: Surgeon) -> None:
    cut.fonts()[0].DescendantFonts[0].FontDescriptor.FontBBox = Array([0, 0, 0, 0])


@edits(STANDARD)
def a_typeface_under_another_name(cut: Surgeon) -> None:
    font = cut.fonts()[0]
    for each in (font, font.DescendantFonts[0]):
        each.BaseFont = Name("/ABCDEF+Helvetica")
    font.DescendantFonts[0].FontDescriptor.FontName = Name("/ABCDEF+Helvetica")


@edits(STANDARD)
def a_typeface_with_two_names(cut: Surgeon) -> None:
    cut.fonts()[0].DescendantFonts[0].BaseFont = Name("/ABCDEF+Helvetica")


@edits(STANDARD)
def a_typeface_that_nothing_uses(cut: Surgeon) -> None:
    plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    cut.pdf.pages[0].obj.Resources.Font.F7 = cut.pdf.make_indirect(plain)


@edits(STANDARD)
def a_raised_digit(cut: Surgeon) -> None:
    five = cut.code("5")
    cut.inside(MOST, five, b">]TJ 4 Ts [<" + five + b">]TJ 0 Ts [<")


@edits(STANDARD)
def a_dose_in_small_print(cut: Surgeon) -> None:
    five = cut.code("5")
    cut.inside(DOSE, five, b">]TJ /F0 8 Tf [<" + five + b">]TJ /F0 12 Tf [<")


@edits(STANDARD)
def words_far_apart(cut: Surgeon) -> None:
    cut.before(LONG[:30], b"6 Tw")


@edits(STANDARD)
def wide_gaps_between_words(cut: Surgeon) -> None:
    space = cut.code(" ")
    cut.content(cut.leaf(NOT_MORE), lambda data: data.replace(space, space + b">-380<"))


@edits(STANDARD)
def words_a_hairs_breadth_apart(cut: Surgeon) -> None:
    space = cut.code(" ")
    cut.content(cut.leaf(NOT_MORE), lambda data: data.replace(space, space + b">240<"))


@edits(BACLOFEN_STANDARD)
def an_action_that_is_not_bold(cut: Surgeon) -> None:
    cut.content(cut.leaf(action(cut)), lambda data: data.replace(b"/F2 ", b"/F0 "))


@edits(STANDARD)
def letters_wider_by_a_matrix(cut: Surgeon) -> None:
    cut.content(cut.leaf(NOT_MORE), lambda data: data.replace(b"1 0 0 1 ", b"1.2 0 0 1 "))


@edits(STANDARD)
def a_word_mirrored(cut: Surgeon) -> None:
    cut.content(cut.leaf(NOT_MORE), lambda data: re.sub(rb"1 0 0 1 (\S+)", rb"-1 0 0 1 400", data))


@edits(STANDARD)
def a_line_turned_by_two_degrees(cut: Surgeon) -> None:
    cut.content(cut.leaf(NOT_MORE), lambda data: data.replace(b"1 0 0 1 ", b"0.9994 0.0349 -0.0349 0.9994 "))
