"""Threats to the letters themselves: typefaces, widths, codes, sizes."""

import re

from pikepdf import Array, Dictionary, Name, Stream

from leaflet.text.outlines import Outline, Program
from tests.proof.planted.register import (
    BACLOFEN_GIANT,
    BACLOFEN_LARGE,
    BACLOFEN_STANDARD,
    DOSE,
    HALF,
    LARGE,
    MOST,
    NOT_MORE,
    STANDARD,
    edits,
)
from tests.proof.planted.typeface import scale_widths, scaled, with_advances, with_outlines
from tests.proof.surgery import LONG, Surgeon

_SMALL = "abcdefghijklmnopqrstuvwxyz"


def redraw(cut: Surgeon, change: "dict[int, int] | float", only: str = "") -> None:
    """Exchange outlines of every typeface, glyph by glyph, or scale those of some letters or all."""
    wanted = {int(code, 16) for letter in only for code in [cut.codes(letter)[0]]}

    def outline(program: Program, glyph: int) -> Outline:
        if isinstance(change, dict):
            return program.outline(change.get(glyph, glyph))
        own = program.outline(glyph)
        return scaled(own, change, change) if not only or glyph in wanted else own

    for file in cut.programs():
        rewrite(file, with_outlines(file.read_bytes(), outline))


def rewrite(file: Stream, data: bytes) -> None:
    """Write a font program and its length."""
    file.write(data)
    file.Length1 = len(data)


def _widths(cut: Surgeon, factor: float) -> None:
    for font in cut.fonts():
        below = font.DescendantFonts[0]
        below.W = Array(
            [Array(row) if isinstance(row, list) else row for row in scale_widths(below.W, factor)]
        )


@edits(LARGE)
def a_decimal_point_becomes_a_speck(cut: Surgeon) -> None:
    assert cut.leaf(HALF)
    redraw(cut, 0.1, only=".")


@edits(STANDARD)
def five_has_the_outline_of_eight(cut: Surgeon) -> None:
    redraw(cut, {int(cut.code("5"), 16): int(cut.code("8"), 16)})


@edits(STANDARD)
def a_glyph_map_sends_five_to_eight(cut: Surgeon) -> None:
    five, eight = int(cut.code("5"), 16), int(cut.code("8"), 16)
    glyphs = list(range(2000))
    glyphs[five] = eight
    table = b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
    cut.fonts()[0].DescendantFonts[0].CIDToGIDMap = cut.pdf.make_stream(table)


@edits(STANDARD)
def an_encoding_sends_five_to_eight(cut: Surgeon) -> None:
    five, eight = cut.code("5"), int(cut.code("8"), 16)
    encoding = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Other def /CMapType 1 def "
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange "
        b"1 begincidchar <%s> %d endcidchar endcmap end end" % (five, eight)
    )
    kind = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    cut.fonts()[0].Encoding = cut.pdf.make_stream(
        encoding, Type=Name.CMap, CMapName=Name.Other, CIDSystemInfo=kind
    )


_RINGS = b"500 0 60 0 440 700 d1 60 w 250 190 m 130 130 240 240 re 130 440 240 240 re S"
_TO_FIVE = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"1 beginbfchar <35> <0035> endbfchar endcmap end"
)


@edits(STANDARD)
def the_dose_is_set_in_drawn_letters(cut: Surgeon) -> None:
    drawn = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=53, LastChar=53, Widths=Array([500]),
        CharProcs=Dictionary(five=cut.pdf.make_stream(_RINGS)), Resources=Dictionary(),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([53, Name.five])),
        ToUnicode=cut.pdf.make_stream(_TO_FIVE),
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.Font.F9 = cut.pdf.make_indirect(drawn)
    five = cut.code("5")
    cut.inside(DOSE, five, b">]TJ /F9 12 Tf [<35>]TJ /F0 12 Tf [<")


@edits(STANDARD)
def not_is_painted_with_empty_letters(cut: Surgeon) -> None:
    font = cut.fonts()[0]
    below, made = font.DescendantFonts[0], cut.pdf
    empty = {int(cut.code(letter), 16) for letter in "not"}
    program = with_outlines(
        below.FontDescriptor.FontFile2.read_bytes(),
        lambda faces, glyph: () if glyph in empty else faces.outline(glyph),
    )
    descriptor = Dictionary(below.FontDescriptor)
    descriptor.FontFile2 = made.make_stream(program, Length1=len(program))
    inner = Dictionary(below)
    inner.FontDescriptor = made.make_indirect(descriptor)
    outer = Dictionary(font)
    outer.DescendantFonts = Array([made.make_indirect(inner)])
    made.pages[0].obj.Resources.Font.F9 = made.make_indirect(outer)
    cut.word(NOT_MORE, "not", lambda shown: b">]TJ /F9 12 Tf [<" + shown + b">]TJ /F0 12 Tf [<")


@edits(BACLOFEN_GIANT)
def letters_of_three_fifths_in_their_old_places(cut: Surgeon) -> None:
    redraw(cut, 0.6)


@edits(BACLOFEN_LARGE)
def letters_of_three_fifths_evenly_set(cut: Surgeon) -> None:
    redraw(cut, 0.6)
    _widths(cut, 0.6)


@edits(BACLOFEN_LARGE)
def a_typeface_of_three_fifths(cut: Surgeon) -> None:
    redraw(cut, 0.6)
    _widths(cut, 0.6)
    for file in cut.programs():
        rewrite(file, with_advances(file.read_bytes(), 0.6))


@edits(STANDARD)
def small_letters_squashed(cut: Surgeon) -> None:
    low = {int(cut.codes(letter)[0], 16) for letter in _SMALL if cut.codes(letter)}
    for file in cut.programs():
        squashed = with_outlines(
            file.read_bytes(),
            lambda program, glyph: scaled(program.outline(glyph), 1.0, 0.7 if glyph in low else 1.0),
        )
        rewrite(file, squashed)


@edits(BACLOFEN_LARGE)
def a_page_all_bold(cut: Surgeon) -> None:
    cut.stream(2, lambda data: data.replace(b"/F0 ", b"/F2 "))


@edits(BACLOFEN_STANDARD)
def widths_of_nine_tenths(cut: Surgeon) -> None:
    _widths(cut, 0.92)


@edits(STANDARD)
def a_paragraph_condensed(cut: Surgeon) -> None:
    cut.before(LONG[:30], b"70 Tz")


@edits(STANDARD)
def a_paragraph_spaced_out(cut: Surgeon) -> None:
    cut.before(LONG[:30], b"1.5 Tc")


@edits(STANDARD)
def digits_on_each_other(cut: Surgeon) -> None:
    one, five = cut.code("1"), cut.code("5")
    pair = re.compile(one + rb"(?:>-?[\d.]+<)?" + five)
    cut.content(cut.leaf(MOST), lambda data: pair.sub(one + b">540<" + five, data))
