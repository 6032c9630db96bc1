"""Threats to what is drawn: colours, modes, strokes over letters, frames, symbols, places."""

import re
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from leaflet.proof.reading.painted_marks import Box
from tests.proof.planted.register import (
    BACLOFEN_GIANT,
    BACLOFEN_LARGE,
    BACLOFEN_STANDARD,
    DOSE,
    MOST,
    NOT_MORE,
    STANDARD,
    edits,
)
from tests.proof.surgery import Surgeon

_FRAME = re.compile(rb"(?<=\n)(\S+) w (\S+) (\S+) (\S+) (\S+) re S\n")
_BAR = re.compile(rb"(?<=\n)(\S+) (\S+) (\S+) (\S+) re f\n")


def ink(cut: Surgeon, start: str, operators: bytes, undo: bytes = b"Q") -> None:
    """Set an element in another ink, undone after it."""
    cut.inside(start, b"BT\n", b"q " + operators + b" BT\n")
    cut.inside(start, b"ET\n", b"ET " + undo + b"\n")


def space_after(cut: Surgeon, start: str, letter: str) -> Box:
    """Return the room behind a letter's first place in an element: left, foot, right, head, y up."""
    glyphs = [glyph for glyph in cut.leaf(start).glyphs if not glyph.is_space]
    at = next(index for index, glyph in enumerate(glyphs) if glyph.text == letter)
    height = cut.subject.sheets[0].height
    _, top, right, bottom = glyphs[at].box
    return right, height - bottom, glyphs[at + 1].box[0], height - top


def spot(cut: Surgeon, name: str, full: tuple[float, float, float]) -> None:
    """Give page 1 a spot colour that screens show as `full`."""
    shade = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]), C1=Array([*map(float, full)])
    )
    space = Array([Name.Separation, Name("/" + name), Name.DeviceRGB, shade])
    cut.pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Spot=space)


def action(cut: Surgeon, index: int = 0) -> str:
    """Return how the action of a warning begins."""
    return cut.subject.warnings[index].leaves[2].words


@edits(BACLOFEN_GIANT)
def borders_as_thin_as_small_print(cut: Surgeon) -> None:
    cut.stream(1, lambda data: _FRAME.sub(rb"2.04 w \2 \3 \4 \5 re S\n", data))


@edits(STANDARD)
def a_paragraph_over_the_one_above(cut: Surgeon) -> None:
    move = re.compile(rb"(1 0 0 1 \S+) (\S+) Tm")
    cut.content(
        cut.leaf(NOT_MORE), lambda data: move.sub(lambda m: m[1] + b" %.2f Tm" % (float(m[2]) + 9), data)
    )


@edits(BACLOFEN_STANDARD)
def letters_run_into_blots(cut: Surgeon) -> None:
    cut.before(action(cut), b"2 Tr 3 w")


@edits(BACLOFEN_STANDARD)
def text_of_sparse_dots(cut: Surgeon) -> None:
    dots = cut.pdf.make_stream(
        b"0 g 0 0 1 1 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
        BBox=Array([0, 0, 4, 4]), XStep=4, YStep=4, Resources=Dictionary(),
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.Pattern = Dictionary(Dots=dots)
    ink(cut, action(cut), b"/Pattern cs /Dots scn")


@edits(BACLOFEN_STANDARD)
def a_spot_colour_that_a_press_prints_clear(cut: Surgeon) -> None:
    spot(cut, "Varnish", (0, 0, 0))
    ink(cut, action(cut), b"/Spot cs 1 scn")


@edits(BACLOFEN_LARGE)
def a_spot_colour_that_prints_grey(cut: Surgeon) -> None:
    spot(cut, "Grey", (0.45, 0.45, 0.45))
    ink(cut, action(cut), b"/Spot cs 1 scn")


@edits(BACLOFEN_LARGE)
def a_mask_that_lets_half_through(cut: Surgeon) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    form = cut.pdf.make_stream(
        b"0.5 g 0 0 1000 1000 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1000, 1000]),
        Group=group,
    )  # fmt: skip
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form)
    cut.pdf.pages[0].obj.Resources.ExtGState = Dictionary(Half=Dictionary(SMask=mask))
    ink(cut, action(cut), b"/Half gs")


@edits(STANDARD)
def a_dot_between_the_digits(cut: Surgeon) -> None:
    left, foot, _, _ = space_after(cut, MOST, "1")
    cut.append(1, b"%.2f %.2f 1 1.2 re f" % (left - 0.3, foot))


@edits(STANDARD)
def a_ring_behind_a_five(cut: Surgeon) -> None:
    left, foot, right, head = space_after(cut, DOSE, "5")
    cut.append(
        1, b"1 w %.2f %.2f %.2f %.2f re S" % (left + 0.6, foot + 0.5, right - left - 1.2, head - foot - 1)
    )


@edits(BACLOFEN_STANDARD)
def a_border_of_three_sides(cut: Surgeon) -> None:
    def open_it(found: "re.Match[bytes]") -> bytes:
        x, y, wide, high = (float(each) for each in found.groups()[1:])
        places = (x + wide, y + high, x, y + high, x, y, x + wide, y)
        return found[1] + b" w %.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l S\n" % places

    boxes = re.compile(_FRAME.pattern.replace(rb"(\S+) w", rb"(3) w"))
    cut.stream(1, lambda data: boxes.sub(open_it, data, count=1))


@edits(BACLOFEN_STANDARD)
def both_panels_look_alike(cut: Surgeon) -> None:
    def alike(data: bytes) -> bytes:
        full, *others = _BAR.finditer(data)
        bars = [each for each in others if float(each[4]) > 5]
        return data.replace(bars[0][0], bars[0][0].replace(bars[0][3], full[3]))

    cut.stream(1, alike)


@edits(BACLOFEN_GIANT)
def the_triangle_becomes_a_square(cut: Surgeon) -> None:
    path = re.compile(rb"cm .*? f\*")
    square = b"cm 60 60 m 940 60 l 940 940 l 60 940 l h f*"
    cut.content(cut.leaf_of("Figure"), lambda data: path.sub(square, data))


@edits(BACLOFEN_STANDARD)
def a_border_through_the_letters(cut: Surgeon) -> None:
    moved = rb"3 w %.2f \3 \4 \5 re S\n" % (cut.subject.warnings[0].leaves[2].glyphs[0].x + 2)

    boxes = re.compile(_FRAME.pattern.replace(rb"(\S+) w", rb"(3) w"))
    cut.stream(1, lambda data: boxes.sub(moved, data, count=1))


@edits(BACLOFEN_STANDARD)
def both_panels_further_down(cut: Surgeon) -> None:
    lower = re.compile(
        rb"(1 0 0 1 \S+ )(\S+)( Tm)|((?:w |\n)\S+ )(\S+)( \S+ \S+ re)|( 0 0 \S+ \S+ )(\S+)( cm)"
    )

    def move(found: "re.Match[bytes]") -> bytes:
        before, y, after = (each for each in found.groups() if each is not None)
        return before + b"%.2f" % (float(y) - 12) + after

    def panels(data: bytes) -> bytes:
        start = data.index(b"3 w ")
        end = data.index(b"/H2<<", start)
        return data[:start] + lower.sub(move, data[start:end]) + data[end:]

    cut.stream(1, panels)


def _layer(cut: Surgeon, start: str, config: Callable[[Any], dict[str, Any]]) -> None:
    layer = cut.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("words")))
    cut.root().OCProperties = Dictionary(OCGs=Array([layer]), **config(layer))
    cut.pdf.pages[0].obj.Resources.Properties = Dictionary(Words=layer)
    opened, closed = b"/OC /Words BDC\nBT\n", b"ET\nEMC\n"
    cut.content(cut.leaf(start), lambda data: data.replace(b"BT\n", opened).replace(b"ET\n", closed))


@edits(BACLOFEN_STANDARD)
def an_action_in_a_layer_that_is_off(cut: Surgeon) -> None:
    _layer(cut, action(cut, 1), lambda layer: {"D": Dictionary(OFF=Array([layer]), Order=Array([]))})


@edits(BACLOFEN_STANDARD)
def an_action_in_a_layer_of_two_configurations(cut: Surgeon) -> None:
    def configurations(layer: Any) -> dict[str, Any]:
        other = Dictionary(Name=String("print"), OFF=Array([layer]))
        return {"D": Dictionary(ON=Array([layer]), Order=Array([])), "Configs": Array([other])}

    _layer(cut, action(cut, 1), configurations)


@edits(BACLOFEN_LARGE)
def a_stamp_over_a_panel(cut: Surgeon) -> None:
    look = cut.pdf.make_stream(
        b"1 g 0 0 500 120 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 500, 120])
    )
    stamp = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([42, 560, 552, 700]), F=4,
        AP=Dictionary(N=look), Contents=String("read"),
    )  # fmt: skip
    cut.pdf.pages[0].obj.Annots = Array([cut.pdf.make_indirect(stamp)])
