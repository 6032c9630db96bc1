"""Planted defects: each a small cut in an otherwise good leaflet, with the rule that is meant to catch it."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from leaflet.proof.rules.panels import frame_of
from tests.proof.surgery import DOSE, LONG, SHORT, Change, Defect, Surgeon

PLANTED: dict[str, tuple[Defect, str]] = {}
# What no library writes: changes of the finished bytes.
FORGED: dict[str, tuple[Change, str]] = {}


def planted(code: str, name: str | None = None) -> Callable[[Defect], Defect]:
    """Add a defect to the list, with the code of its rule."""

    def add(defect: Defect) -> Defect:
        PLANTED[name or defect.__name__] = (defect, code)
        return defect

    return add


def forged(code: str) -> Callable[[Change], Change]:
    """Add a change of the bytes to the list, with the code of its rule."""

    def add(change: Change) -> Change:
        FORGED[change.__name__] = (change, code)
        return change

    return add


# Words


@planted("V104")
def words_glued_at_line_ends(cut: Surgeon) -> None:
    cut.inside(LONG[:20], b"0003>]TJ", b">]TJ")


@planted("V119")
def a_font_that_each_reader_guesses(cut: Surgeon) -> None:
    del cut.fonts()[0].ToUnicode


@planted("V301")
def withdrawal_out_of_the_tree(cut: Surgeon) -> None:
    section = cut.parent(cut.subject.warnings[1].leaves[0])
    kids = section.P.K
    section.P.K = Array([kid for kid in kids if kid.objgen != section.objgen])


@planted("V106")
def paragraph_out_of_the_tree(cut: Surgeon) -> None:
    leaf = cut.leaf(SHORT)
    above = cut.parent(leaf)
    above.K = Array([kid for kid in above.K if kid.objgen != leaf.node.reference])


@planted("V101")
def two_paragraphs_swapped_in_the_tree(cut: Surgeon) -> None:
    above = cut.parent(cut.leaf(SHORT))
    kids = list(above.K)
    above.K = Array([*kids[:-2], kids[-1], kids[-2]])


@planted("V102")
def two_paragraphs_swapped_on_paper(cut: Surgeon) -> None:
    _exchange_baselines(cut, DOSE, SHORT)


def _exchange_baselines(cut: Surgeon, one: str, other: str) -> None:
    place = re.compile(rb"1 0 0 1 \S+ \S+ Tm")
    found: list[bytes] = []

    def note(data: bytes) -> bytes:
        match = place.search(data)
        assert match
        found.append(match[0])
        return data + b" "

    for start in (one, other):
        cut.content(cut.leaf(start), note)
    for start, old, new in ((one, found[0], found[1]), (other, found[1], found[0])):
        cut.inside(start, old, new)


@planted("V102")
def a_sentence_dropped(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"\[.*?\]TJ", b"[]TJ", data))


@planted("V102")
def a_line_painted_twice(cut: Surgeon) -> None:
    def double(data: bytes) -> bytes:
        line = re.search(rb"BT\n(.*?)TJ\n", data, re.DOTALL)
        assert line
        again = re.sub(rb"1 0 0 1 (\S+)", lambda m: b"1 0 0 1 %.2f" % (float(m[1]) + 200), line[0])
        return data.replace(b"\nEMC", b"\n" + again + b"ET\nEMC")

    cut.content(cut.leaf(SHORT), double)


@planted("V103")
def text_under_another_element(cut: Surgeon) -> None:
    one, other = (cut.leaf(start).node.contents()[0].mcid for start in (DOSE, SHORT))
    swap = {b"%d" % one: b"%d" % other, b"%d" % other: b"%d" % one}
    cut.stream(1, lambda data: re.sub(rb"MCID (\d+)", lambda m: b"MCID " + swap.get(m[1], m[1]), data))


@planted("V114")
def a_paragraph_marked_as_artifact(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"^/P<<.*?>>BDC", b"/Artifact BMC", data))


@planted("V112")
def another_fingerprint(cut: Surgeon) -> None:
    digest = cut.subject.objects.said.own["textSHA256"].encode()
    cut.xmp(digest, digest[::-1])


@planted("V113")
def actual_text_that_unsays_a_warning(cut: Surgeon) -> None:
    cut.element(cut.leaf("Do not stop")).ActualText = String("Stop suddenly.")


@planted("V113")
def alt_over_words(cut: Surgeon) -> None:
    cut.element(cut.leaf(SHORT)).Alt = String("Testol helps everybody.")


# For a listener


@planted("V118")
def a_line_to_write_on_that_is_not_announced(cut: Surgeon) -> None:
    del cut.form().Alt


@planted("V118")
def a_line_to_write_on_that_is_announced_as_more(cut: Surgeon) -> None:
    cut.form().Alt = String("Your dose is 50 mg")


@planted("V117")
def a_line_to_write_on_that_nobody_hears(cut: Surgeon) -> None:
    cut.stream(2, lambda data: re.sub(rb"/Form<</MCID \d+>>BDC", b"/Artifact<</Type/Layout>>BDC", data))


@planted("V640")
def a_unit_that_is_said_as_another(cut: Surgeon) -> None:
    cut.inside(DOSE, b"(milligrams)", b"(micrograms)")


@planted("V640")
def a_unit_that_is_not_told(cut: Surgeon) -> None:
    cut.content(cut.leaf(DOSE), lambda data: re.sub(rb"/Span<</E.*?BDC|EMC(?=\[)", b"", data))


@planted("V640")
def a_word_that_is_told_as_another(cut: Surgeon) -> None:
    cut.inside(SHORT, b"[<", b"/Span<</E(Testol helps everybody.)>>BDC[<")
    cut.inside(SHORT, b"]TJ", b"]TJ EMC")


@planted("V632")
def an_abbreviation_with_other_words_for_the_eye(cut: Surgeon) -> None:
    cut.inside(DOSE, b"(milligrams)", b"(milligrams)/ActualText(g)")


# For all to see


@planted("V105")
def text_outside_marked_content(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.split(b"BDC\n", 1)[1].removesuffix(b"EMC\n"))


@planted("V105")
def a_rule_outside_marked_content(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data + b"100 100 50 1 re f\n")


@planted("V107")
def white_text(cut: Surgeon) -> None:
    cut.inside(SHORT, b"BT\n", b"q 1 g BT\n")
    cut.inside(SHORT, b"ET\n", b"ET Q\n")


@planted("V107")
def invisible_text(cut: Surgeon) -> None:
    cut.before(SHORT, b"3 Tr")
    cut.inside(SHORT, b"ET\n", b"0 Tr ET\n")


@planted("V107")
def transparent_text(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.Resources.ExtGState = Dictionary(Thin=Dictionary(ca=0.2))
    cut.inside(SHORT, b"BT\n", b"q /Thin gs BT\n")
    cut.inside(SHORT, b"ET\n", b"ET Q\n")


@planted("V107")
def text_of_no_size(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb" 12 Tf", b" 0.5 Tf", data))


@planted("V108")
def text_off_the_page(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"1 0 0 1 (\S+)", b"1 0 0 1 560", data))


@planted("V108")
def text_clipped_away(cut: Surgeon) -> None:
    cut.inside(SHORT, b"BT\n", b"q 0 0 1 1 re W n BT\n")
    cut.inside(SHORT, b"ET\n", b"ET Q\n")


def _clip(cut: Surgeon, start: float, foot: float, width: float, height: float) -> None:
    """Clip a line to a box, given from where the line starts on its baseline."""
    line = cut.leaf(SHORT).lines[0]
    box = (line.left + start, cut.subject.sheets[0].height - line.y + foot, width, height)
    cut.inside(SHORT, b"BT\n", b"q %.1f %.1f %.1f %.1f re W n BT\n" % box)
    cut.inside(SHORT, b"ET\n", b"ET Q\n")


@planted("V108")
def a_line_whose_start_is_clipped(cut: Surgeon) -> None:
    _clip(cut, 30, -20, 500, 60)


@planted("V108")
def a_line_whose_end_is_clipped(cut: Surgeon) -> None:
    _clip(cut, -10, -20, 50, 60)


@planted("V108")
def letters_without_their_heads(cut: Surgeon) -> None:
    _clip(cut, -10, -20, 500, 24)


@planted("V108")
def letters_without_their_feet(cut: Surgeon) -> None:
    _clip(cut, -10, 3, 500, 40)


def _cover(cut: Surgeon, ink: bytes) -> None:
    leaf = cut.leaf(SHORT)
    line = leaf.lines[0]
    height = cut.subject.sheets[0].height
    place = (line.left - 1, height - line.y - 4, 200.0, 16.0)
    cut.append(1, b"q " + ink + b" %.1f %.1f %.1f %.1f re f Q" % place)


@planted("V109")
def text_under_a_white_box(cut: Surgeon) -> None:
    _cover(cut, b"1 g")


@planted("V109")
def text_under_a_black_box(cut: Surgeon) -> None:
    _cover(cut, b"0 g")


def _remap(cut: Surgeon, old: str, new: str) -> None:
    for font in cut.fonts():
        mapped = bytes(font.ToUnicode.read_bytes())
        font.ToUnicode.write(mapped.replace(b"> <%04X>" % ord(old), b"> <%04X>" % ord(new)))


@planted("V111")
def five_said_to_be_eight(cut: Surgeon) -> None:
    _remap(cut, "5", "8")


@planted("V101", "five_read_out_as_eight")
def five_read_out(cut: Surgeon) -> None:
    _remap(cut, "5", "8")


@planted("V111")
def eight_painted_and_said_to_be_five(cut: Surgeon) -> None:
    five, eight = cut.code("5"), cut.code("8")
    cut.inside(DOSE[:6], five, eight)
    for font in cut.fonts():
        mapped = bytes(font.ToUnicode.read_bytes())
        font.ToUnicode.write(mapped.replace(b"<%s> <0038>" % eight, b"<%s> <0035>" % eight))


@planted("V110")
def a_letter_without_unicode(cut: Surgeon) -> None:
    for font in cut.fonts():
        mapped = bytes(font.ToUnicode.read_bytes())
        font.ToUnicode.write(re.sub(rb"<\w{4}> <0065>\n", b"", mapped))


@planted("V110")
def a_letter_that_is_nothing(cut: Surgeon) -> None:
    _remap(cut, "e", "\ufffd")


# Size and setting


@planted("V201")
def text_at_eleven_point_nine(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.replace(b" 12 Tf", b" 11.9 Tf"))


@planted("V201")
def text_scaled_down_by_a_matrix(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.replace(b"1 0 0 1 ", b"0.9 0 0 0.9 "))


@planted("V202")
def a_footer_in_eight_point(cut: Surgeon) -> None:
    cut.artifact(2, b"Footer", lambda data: data.replace(b" 12 Tf", b" 8 Tf"))


@planted("V203")
def a_heading_in_the_size_of_the_text(cut: Surgeon) -> None:
    cut.content(cut.leaf_of("H2", 3), lambda data: data.replace(b" 15 Tf", b" 12 Tf"))


@planted("V203")
def a_name_in_the_size_of_a_heading(cut: Surgeon) -> None:
    cut.content(cut.leaf_of("H1"), lambda data: re.sub(rb" [\d.]+ Tf", b" 15 Tf", data))


@planted("V203")
def a_heading_that_is_not_bold(cut: Surgeon) -> None:
    cut.content(cut.leaf_of("H2", 3), lambda data: re.sub(rb"/F\d+ ", b"/F0 ", data))


def _move_second_line(data: bytes, dx: float, dy: float) -> bytes:
    places = list(re.finditer(rb"1 0 0 1 (\S+) (\S+) Tm", data))
    second = places[1]
    new = b"1 0 0 1 %.2f %.2f Tm" % (float(second[1]) + dx, float(second[2]) + dy)
    return data[: second.start()] + new + data[second.end() :]


@planted("V204")
def lines_too_near(cut: Surgeon) -> None:
    cut.content(cut.leaf(LONG[:20]), lambda data: _move_second_line(data, 0, 2))


@planted("V205")
def a_line_that_is_too_long(cut: Surgeon) -> None:
    leaf = cut.leaf(LONG[:20])
    one, other = leaf.lines[:2]
    dx = one.glyphs[-1].end - other.left
    cut.content(leaf, lambda data: _move_second_line(data, dx, other.y - one.y))


@planted("V206")
def text_in_the_margin(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"1 0 0 1 (\S+)", b"1 0 0 1 20", data))


@planted("V206")
def a_rule_over_the_edge(cut: Surgeon) -> None:
    cut.append(1, b"5 400 590 1 re f")


@planted("V207")
def a_line_out_of_line(cut: Surgeon) -> None:
    cut.content(cut.leaf(LONG[:20]), lambda data: _move_second_line(data, 8, 0))


@planted("V208")
def a_hyphen_at_a_line_end(cut: Surgeon) -> None:
    cut.inside(LONG[:20], b"0003>]TJ", cut.code("-") + b">]TJ")


@planted("V209")
def a_number_apart_from_its_unit(cut: Surgeon) -> None:
    place = re.compile(rb"1 0 0 1 (\S+) (\S+) Tm")

    def split(data: bytes) -> bytes:
        found = place.search(data)
        assert found
        below = b"1 0 0 1 %s %.2f Tm" % (found[1], float(found[2]) - 14.4)
        five = cut.code("5") + b"0003"
        assert five in data
        return data.replace(five, five + b">]TJ " + below + b"[<", 1)

    cut.content(cut.leaf(DOSE), split)


@planted("V210")
def slanted_letters(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.replace(b"1 0 0 1 ", b"1 0 0.2 1 "))


@planted("V210")
def an_italic_font(cut: Surgeon) -> None:
    for font in cut.fonts():
        font.DescendantFonts[0].FontDescriptor.ItalicAngle = -12


@planted("V211")
def underlined_words(cut: Surgeon) -> None:
    line = cut.leaf(SHORT).lines[0]
    foot = cut.subject.sheets[0].height - line.y - 2
    cut.append(1, b"%.2f %.2f 120 0.7 re f" % (line.left, foot))


@planted("V212")
def words_in_capitals(cut: Surgeon) -> None:
    small = {cut.code(letter): cut.code(letter.upper()) for letter in "abcdefghijklmnopqrstuvwxyz"}

    def raised(run: "re.Match[bytes]") -> bytes:
        codes = re.findall(rb"\w{4}", run[0])
        return b"<" + b"".join(small.get(code, code) for code in codes) + b">"

    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"<[0-9A-F]+>", raised, data))


@planted("V214")
def a_symbol_of_half_its_size(cut: Surgeon) -> None:
    halve = re.compile(rb"(0\.\d+) 0 0 (0\.\d+) ")
    cut.content(
        cut.leaf_of("Figure"),
        lambda data: halve.sub(lambda m: b"%.5f 0 0 %.5f " % (float(m[1]) / 2, float(m[2]) / 2), data),
    )


@planted("V215")
def text_up_the_page(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.replace(b"1 0 0 1 ", b"0 1 -1 0 "))


@planted("V216")
def an_action_in_regular_weight(cut: Surgeon) -> None:
    cut.content(cut.leaf("Get medical help"), lambda data: re.sub(rb"/F\d+ ", b"/F0 ", data))


@planted("V217")
def a_justified_line(cut: Surgeon) -> None:
    cut.inside(LONG[:20], b"0003", b"0003>-250<", count=6)


# Warnings


@planted("V302")
def a_panel_on_page_2(cut: Surgeon) -> None:
    cut.move(list(cut.subject.warnings[1].leaves), 2)


@planted("V302")
def a_panel_split(cut: Surgeon) -> None:
    cut.move(list(cut.subject.warnings[0].leaves[-2:]), 2)


@planted("V303")
def withdrawal_before_overdose(cut: Surgeon) -> None:
    one, other = (cut.parent(warned.leaves[0]).P for warned in cut.subject.warnings)  # over the heading
    kids = list(one.P.K)
    at, to = (next(i for i, kid in enumerate(kids) if kid.objgen == each.objgen) for each in (one, other))
    kids[at], kids[to] = kids[to], kids[at]
    one.P.K = Array(kids)


@planted("V304")
def a_warning_without_its_action(cut: Surgeon) -> None:
    cut.content(cut.leaf("Get medical help"), lambda data: re.sub(rb"\[.*?\]TJ", b"[]TJ", data))


@planted("V305")
def a_border_of_half_a_point(cut: Surgeon) -> None:
    cut.stream(1, lambda data: re.sub(rb"\n[\d.]+ w ", b"\n0.5 w ", data))


@planted("V305")
def no_border(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data.replace(b" re S", b" re n"))


@planted("V306")
def a_section_before_the_warnings(cut: Surgeon) -> None:
    section = cut.parent(cut.leaf(DOSE))
    kids = [kid for kid in section.P.K if kid.objgen != section.objgen]
    section.P.K = Array([kids[0], section, *kids[1:]])


@planted("V306")
def a_line_painted_between_the_warnings(cut: Surgeon) -> None:
    top = cut.subject.warnings[1].leaves[0].glyphs[0].y
    foot = cut.subject.sheets[0].height - top + 24
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb"(1 0 0 1 \S+) \S+", rb"\1 %.2f" % foot, data))


@planted("V307")
def a_symbol_without_alt(cut: Surgeon) -> None:
    del cut.element(cut.leaf_of("Figure")).Alt


@planted("V307")
def a_symbol_that_is_not_painted(cut: Surgeon) -> None:
    cut.content(cut.leaf_of("Figure"), lambda data: data.replace(b" f*", b" n"))


@planted("V308")
def warnings_below_the_fold(cut: Surgeon) -> None:
    cut.stream(1, lambda data: b"q 1 0 0 1 0 -260 cm\n" + data + b"Q\n")


@planted("V309")
def an_alt_that_says_nothing(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("Figure")).Alt = String("image1.png")


# Ink


def _ink(cut: Surgeon, start: str, colour: bytes) -> None:
    cut.inside(start, b"BT\n", b"q " + colour + b" BT\n")
    cut.inside(start, b"ET\n", b"ET Q\n")


@planted("V401")
def pale_text(cut: Surgeon) -> None:
    _ink(cut, SHORT, b"0.9 0.4 0 rg")


@planted("V402")
def grey_text(cut: Surgeon) -> None:
    _ink(cut, SHORT, b"0.3 g")


@planted("V402")
def a_grey_rule(cut: Surgeon) -> None:
    cut.append(1, b"q 0.3 g 60 400 50 1 re f Q")


@planted("V403")
def a_tinted_panel(cut: Surgeon) -> None:
    cut.stream(1, lambda data: b"/Artifact BMC q 1 1 0.8 rg 60 600 470 150 re f Q EMC\n" + data)


@planted("V404")
def brown_words(cut: Surgeon) -> None:
    _ink(cut, SHORT, b"0.3 0.1 0 rg")


@planted("V405")
def a_picture(cut: Surgeon) -> None:
    dot = cut.pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    cut.pdf.pages[0].obj.Resources.XObject = Dictionary(Dot=dot)
    cut.append(1, b"q 30 0 0 30 300 300 cm /Dot Do Q")


@planted("V406")
def a_warning_in_light_grey(cut: Surgeon) -> None:
    _ink(cut, "Get medical help", b"0.6 g")


@planted("V407")
def a_warning_that_one_bit_loses(cut: Surgeon) -> None:
    _ink(cut, "Get medical help", b"0.6 g")


@planted("V408")
def a_warning_in_tiny_letters(cut: Surgeon) -> None:
    cut.content(cut.leaf("Get medical help"), lambda data: data.replace(b" 15 Tf", b" 3.5 Tf"))


def over_a_bar(cut: Surgeon, warning: int) -> bytes:
    """Return the operands of a rectangle over the greater part of the bar of a warning, from its end."""
    frame = frame_of(cut.subject, cut.subject.warnings[warning])
    assert frame is not None
    left, top, right, _ = frame.box
    foot = cut.subject.sheets[0].height - top - 26
    return b"%.2f %.2f %.2f 25" % (right - 0.7 * (right - left), foot, 0.7 * (right - left))


@planted("V409")
def a_second_black_bar(cut: Surgeon) -> None:
    cut.append(1, over_a_bar(cut, 1) + b" re f")


@planted("V410")
def an_emergency_without_its_black(cut: Surgeon) -> None:
    cut.append(1, b"q 1 g " + over_a_bar(cut, 0) + b" re f Q")


# Pages


@planted("V501")
def the_label_of_another_page(cut: Surgeon) -> None:
    footers: list[bytes] = []

    def note(data: bytes) -> bytes:
        footers.append(data)
        return data + b"\n"

    cut.artifact(2, b"Footer", note)
    cut.artifact(1, b"Footer", lambda _: footers.pop(0) if footers else b"")


@planted("V502")
def a_page_without_its_name(cut: Surgeon) -> None:
    cut.artifact(2, b"Footer", lambda _: b"")


@planted("V503")
def a_draft_that_does_not_say_so(cut: Surgeon) -> None:
    cut.artifact(2, b"Footer", lambda _: b"")


@planted("V504")
def a_hundred_and_more_pages(cut: Surgeon) -> None:
    for _ in range(105):
        cut.pdf.add_blank_page(page_size=(595.28, 841.89))


@planted("V505")
def an_empty_page(cut: Surgeon) -> None:
    cut.pdf.add_blank_page(page_size=(595.28, 841.89))


@planted("V506")
def a_stranded_heading(cut: Surgeon) -> None:
    # Everything that page 1 paints after its last heading goes.
    last = [leaf for leaf in cut.subject.leaves if leaf.glyphs and leaf.glyphs[0].page == 1]
    while last[-1].node.standard != "H2":
        leaf = last.pop()
        cut.content(leaf, lambda data: re.sub(rb"\[.*?\]TJ", b"[]TJ", data))


@planted("V507")
def a_widow(cut: Surgeon) -> None:
    leaf = next(
        leaf for leaf in cut.subject.leaves if len(leaf.lines) > 1 and leaf.words.startswith(LONG[:20])
    )
    lost: list[bytes] = []

    def cut_last_line(data: bytes) -> bytes:
        *_, last = re.finditer(rb"1 0 0 1 [^\n]*TJ\n", data)
        lost.append(last[0])
        return data[: last.start()] + data[last.end() :]

    cut.content(leaf, cut_last_line)
    mcid = len(cut.parents(2))
    cut.parents(2).append(cut.element(leaf))
    line = re.sub(rb"(\S+) Tm", b"60 Tm", lost[0])
    moved = b"/P<</MCID %d>>BDC\nBT\n/F0 12 Tf %s" % (mcid, line) + b"ET\nEMC\n"
    cut.stream(2, lambda data: data + moved)
    element = cut.element(leaf)
    kid = Dictionary(Type=Name.MCR, Pg=cut.pdf.pages[1].obj, MCID=mcid)
    element.K = Array([element.K, kid])


@planted("V508")
def pages_of_another_size(cut: Surgeon) -> None:
    for page in cut.pdf.pages:
        page.obj.MediaBox = Array([0, 0, 612, 792])


@planted("V509")
def a_cropped_page(cut: Surgeon) -> None:
    cut.pdf.pages[1].obj.CropBox = Array([0, 100, 595, 841])


@planted("V509")
def a_turned_page(cut: Surgeon) -> None:
    cut.pdf.pages[1].obj.Rotate = 90


@planted("V510")
def furniture_that_moves(cut: Surgeon) -> None:
    move = re.compile(rb"(1 0 0 1 \S+) (\S+) Tm")
    cut.artifact(2, b"Footer", lambda data: move.sub(lambda m: m[1] + b" %.2f Tm" % (float(m[2]) + 20), data))


# File


@planted("V601")
def a_file_that_fails_pdf_ua(cut: Surgeon) -> None:
    del cut.root().ViewerPreferences


@planted("V602")
def a_file_that_fails_pdf_a(cut: Surgeon) -> None:
    del cut.root().OutputIntents
    cut.inside(SHORT, b"BT\n", b"q 0 0 0 rg BT\n")
    cut.inside(SHORT, b"ET\n", b"ET Q\n")


@planted("V604")
def an_unembedded_font(cut: Surgeon) -> None:
    del cut.fonts()[0].DescendantFonts[0].FontDescriptor.FontFile2


@planted("V605")
def a_font_that_is_no_subset(cut: Surgeon) -> None:
    cut.fonts()[0].BaseFont = Name("/LeafletSans-Regular")


@planted("V606")
def two_parent_tree_entries_swapped(cut: Surgeon) -> None:
    parents = cut.parents(1)
    one, other = (cut.leaf(start).node.contents()[0].mcid for start in (DOSE, SHORT))
    parents[one], parents[other] = parents[other], parents[one]


@planted("V606")
def a_parent_tree_entry_lost(cut: Surgeon) -> None:
    cut.parents(1)[3] = None


@planted("V606")
def a_parent_tree_entry_too_many(cut: Surgeon) -> None:
    cut.parents(1).append(cut.element(cut.leaf(SHORT)))


@planted("V607")
def an_id_used_twice(cut: Surgeon) -> None:
    one, other = (cut.leaf(start).node.contents()[0].mcid for start in (DOSE, SHORT))
    cut.stream(1, lambda data: data.replace(b"MCID %d>" % one, b"MCID %d>" % other))


@planted("V607")
def an_id_with_two_owners(cut: Surgeon) -> None:
    cut.element(cut.leaf(DOSE)).K = cut.element(cut.leaf(SHORT)).K


@planted("V608")
def an_unclosed_bdc(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: data.removesuffix(b"EMC\n"))


@planted("V608")
def an_emc_too_many(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data + b"EMC\n")


@planted("V608")
def an_unclosed_q(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data + b"q\n")


@planted("V608")
def an_artifact_inside_a_paragraph(cut: Surgeon) -> None:
    cut.inside(SHORT, b"BT\n", b"/Artifact BMC EMC BT\n")


@planted("V609")
def a_script(cut: Surgeon) -> None:
    cut.root().OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@planted("V609")
def a_program_to_start(cut: Surgeon) -> None:
    cut.root().AA = Dictionary(WC=Dictionary(S=Name.Launch, F=String("calc.exe")))


@planted("V609")
def a_page_that_acts(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("https://leaflet.example/")))


@planted("V610")
def a_stream_from_elsewhere(cut: Surgeon) -> None:
    stream = cut.pdf.make_stream(b"")
    stream.F = String("https://leaflet.example/x")
    cut.root().Extra = cut.pdf.make_indirect(stream)


@planted("V610")
def an_attached_file(cut: Surgeon) -> None:
    cut.root().Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))


@planted("V611")
def a_link(cut: Surgeon) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 100, 80]),
        A=Dictionary(S=Name.URI, URI=String("https://leaflet.example/")),
    )  # fmt: skip
    cut.pdf.pages[0].obj.Annots = Array([cut.pdf.make_indirect(link)])


def _own_link(cut: Surgeon) -> Any:
    return next(link for page in cut.pdf.pages for link in page.obj.get("/Annots", Array()))


@planted("V611")
def a_link_to_elsewhere(cut: Surgeon) -> None:
    _own_link(cut).A.URI = String("https://leaflet.example/")


@planted("V611")
def a_link_that_no_element_holds(cut: Surgeon) -> None:
    element = next(node for node in cut.subject.the_tree.nodes() if node.objects)
    cut.pdf.get_object(element.reference).K = element.contents()[0].mcid


@planted("V638")
def a_link_that_the_leaflet_has_not(cut: Surgeon) -> None:
    _own_link(cut)
    page = next(page for page in cut.pdf.pages if "/Annots" in page.obj)
    page.obj.Annots.append(page.obj.Annots[0])


@planted("V638")
def a_link_renamed(cut: Surgeon) -> None:
    _own_link(cut).Contents = String("https://leaflet.example/")


@planted("V638")
def a_link_moved(cut: Surgeon) -> None:
    link = _own_link(cut)
    link.Rect = Array([float(edge) + 20 for edge in link.Rect])


@planted("V612")
def struct_parents_dropped(cut: Surgeon) -> None:
    del cut.pdf.pages[0].obj.StructParents


@planted("V612")
def struct_parents_shared(cut: Surgeon) -> None:
    cut.pdf.pages[1].obj.StructParents = 0


@planted("V613")
def no_title(cut: Surgeon) -> None:
    cut.xmp(b"<dc:title>", b"<dc:label>")
    cut.xmp(b"</dc:title>", b"</dc:label>")


@planted("V613")
def another_title(cut: Surgeon) -> None:
    cut.pdf.docinfo.Title = String("out_final2")


@planted("V613")
def a_title_that_is_not_shown(cut: Surgeon) -> None:
    cut.root().ViewerPreferences = Dictionary()


@planted("V614")
def no_language(cut: Surgeon) -> None:
    del cut.root().Lang


@planted("V614")
def another_language(cut: Surgeon) -> None:
    cut.root().Lang = String("fr")


@planted("V615")
def not_marked(cut: Surgeon) -> None:
    cut.root().MarkInfo = Dictionary(Marked=False)


@planted("V616")
def a_missing_alt(cut: Surgeon) -> None:
    del cut.element(cut.leaf_of("Figure", 1)).Alt


@planted("V617")
def a_skipped_heading_level(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("H2", 2)).S = Name.H4


@planted("V617")
def two_titles(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("H2", 2)).S = Name.H1


@planted("V618")
def an_element_of_no_known_type(cut: Surgeon) -> None:
    cut.parent(cut.subject.warnings[0].leaves[0]).S = Name("/Warning")


@planted("V619")
def a_list_item_that_is_a_paragraph(cut: Surgeon) -> None:
    cut.parent(cut.leaf_of("LBody")).S = Name.P


@planted("V620")
def no_output_intent(cut: Surgeon) -> None:
    del cut.root().OutputIntents


@planted("V621")
def an_encrypted_file(cut: Surgeon) -> None:
    cut.pdf.planted_encryption = pikepdf.Encryption(owner="owner", user="")  # type: ignore[attr-defined]  # `operate` saves with it


@planted("V622")
def no_claim_of_pdf_ua(cut: Surgeon) -> None:
    cut.xmp(b"<pdfuaid:part>1", b"<pdfuaid:part>9")


@planted("V623")
def a_bookmark_to_the_wrong_page(cut: Surgeon) -> None:
    first = cut.root().Outlines.First
    first.Dest[0] = cut.pdf.pages[1].obj


@planted("V623")
def a_bookmark_to_nowhere(cut: Surgeon) -> None:
    del cut.root().Outlines.First.Dest


@planted("V624")
def an_unknown_profile(cut: Surgeon) -> None:
    cut.xmp(b"<leaflet:profile>standard", b"<leaflet:profile>huge")


@planted("V625")
def an_element_with_another_parent(cut: Surgeon) -> None:
    cut.element(cut.leaf(SHORT)).P = cut.element(cut.leaf(DOSE))


@planted("V625")
def an_element_without_kids(cut: Surgeon) -> None:
    empty = cut.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=cut.parent(cut.leaf(SHORT))))
    cut.parent(cut.leaf(SHORT)).K.append(empty)


@planted("V625")
def a_circle_of_kids(cut: Surgeon) -> None:
    section = cut.parent(cut.leaf(SHORT))
    section.K.append(section.P)


@planted("V626")
def no_structure_tree(cut: Surgeon) -> None:
    del cut.root().StructTreeRoot


@planted("V627")
def an_order_that_makes_no_sense(cut: Surgeon) -> None:
    root = cut.root().StructTreeRoot.K
    root.K = Array(list(root.K)[::-1])


# Grammar, layout and typefaces


@planted("V115")
def a_width_that_is_not_the_letters(cut: Surgeon) -> None:
    for font in cut.fonts():
        rows = font.DescendantFonts[0].W
        for row in rows:
            if isinstance(row, Array):
                row[0] = 999


@planted("V116")
def a_paragraph_moved_by_three_points(cut: Surgeon) -> None:
    move = re.compile(rb"1 0 0 1 (\S+)")
    cut.content(cut.leaf(SHORT), lambda data: move.sub(lambda m: b"1 0 0 1 %.2f" % (float(m[1]) + 3), data))


@planted("V117")
def a_bar_before_a_dose(cut: Surgeon) -> None:
    cut.append(1, b"200 400 1 9 re f")


@planted("V118")
def a_paragraph_of_another_type(cut: Surgeon) -> None:
    cut.element(cut.leaf(SHORT)).S = pikepdf.Name.Private


@planted("V118")
def a_name_for_a_paragraph(cut: Surgeon) -> None:
    cut.root().StructTreeRoot.IDTree = Dictionary(Names=Array([String("a"), cut.element(cut.leaf(SHORT))]))


@planted("V218")
def letters_smaller_than_the_profile(cut: Surgeon) -> None:
    cut.content(cut.leaf(SHORT), lambda data: re.sub(rb" 12 Tf", b" 9 Tf", data))


@planted("V631")
def a_trim_box_of_half_a_page(cut: Surgeon) -> None:
    cut.pdf.pages[0].obj.TrimBox = Array([0, 0, 595, 400])


@planted("V632")
def a_condensed_paragraph(cut: Surgeon) -> None:
    cut.before(SHORT, b"70 Tz")


@planted("V633")
def a_draft_that_says_approved(cut: Surgeon) -> None:
    cut.xmp(b">draft<", b">approved<")


@planted("V642")
def a_bookmark_that_leads_to_another_element(cut: Surgeon) -> None:
    mark = cut.root().Outlines.First
    place = mark.Dest
    del mark.Dest
    mark.A = Dictionary(S=Name.GoTo, D=place, SD=Array([cut.element(cut.leaf(SHORT)), *list(place)[1:]]))


@planted("V634")
def a_bookmark_with_another_name(cut: Surgeon) -> None:
    cut.root().Outlines.First.Title = String("Side effects")


# Listening


def _last(cut: Surgeon, start: str) -> None:
    """Let an element be heard last of all in its part."""
    leaf = cut.leaf(start)
    above = cut.parent(leaf)
    kids = [kid for kid in above.K if kid.objgen != leaf.node.reference]
    above.K = Array([*kids, cut.element(leaf)])


@planted("V635")
def a_draft_that_is_called_so_last(cut: Surgeon) -> None:
    _last(cut, "Draft")


@planted("V635")
def a_title_that_is_a_paragraph(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("H1")).S = Name.P


@planted("V635")
def a_version_that_is_not_its_own(cut: Surgeon) -> None:
    cut.inside("Version", cut.code("1"), cut.code("2"))


@planted("V636")
def a_panel_without_a_heading(cut: Surgeon) -> None:
    cut.parent(cut.subject.warnings[0].leaves[0]).S = Name.P


@planted("V636")
def a_hazard_outside_of_its_heading(cut: Surgeon) -> None:
    hazard = cut.subject.warnings[0].leaves[1]
    heading = cut.parent(hazard)
    panel, element = heading.P, cut.element(hazard)
    heading.K = Array([kid for kid in heading.K if kid.objgen != element.objgen])
    kids = list(panel.K)
    at = next(index for index, kid in enumerate(kids) if kid.objgen == heading.objgen)
    panel.K = Array([*kids[: at + 1], element, *kids[at + 1 :]])


@planted("V637")
def a_symbol_that_is_a_shape(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("Figure")).Alt = String("A solid triangle")


# The bytes


@forged("V120")
def two_contents_of_one_page(pdf: bytes) -> bytes:
    return twice_contents(pdf)


def twice_contents(pdf: bytes) -> bytes:
    """Return a file with a second Contents key in its first page, which no library would write."""
    out, padding = BytesIO(), "x" * 40
    with pikepdf.open(BytesIO(pdf)) as file:
        file.pages[0].obj.Padding = String(padding)
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    place = f"/Padding ({padding})".encode()
    assert out.getvalue().count(place) == 1
    return out.getvalue().replace(place, b"/Contents 1 0 R".ljust(len(place)))


@forged("V630")
def an_object_that_nothing_refers_to(pdf: bytes) -> bytes:
    return pdf.replace(b"startxref", b"900 0 obj\n(A. Tester)\nendobj\nstartxref")


@forged("V630")
def a_header_that_other_files_have(pdf: bytes) -> bytes:
    return pdf.replace(b"%PDF-1.7", b"%PDF-1.3", 1)


@forged("V630")
def a_header_of_another_standard(pdf: bytes) -> bytes:
    return pdf.replace(b"%PDF-1.7", b"%PDF-2.0", 1)


@forged("V630")
def a_second_header(pdf: bytes) -> bytes:
    return pdf.replace(b"startxref", b"%PDF-1.7\nstartxref")


@forged("V630")
def bytes_behind_the_end(pdf: bytes) -> bytes:
    return pdf + b"a second file"


# Pictures


def paint_a_picture(cut: Surgeon, matrix: bytes) -> None:
    """Paint a small grey picture on page 1, as an artifact."""
    kind = {"/Type": Name.XObject, "/Subtype": Name.Image, "/ColorSpace": Name.DeviceGray}
    image = cut.pdf.make_stream(b"\x00", {**kind, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8})
    cut.pdf.pages[0].obj.Resources.XObject = Dictionary(Stray=image)
    if matrix:
        cut.append(1, b"q %s cm /Stray Do Q" % matrix)


@planted("V121")
def a_picture_that_the_leaflet_has_not(cut: Surgeon) -> None:
    paint_a_picture(cut, b"9 0 0 9 300 20")


@planted("V121")
def a_picture_upside_down(cut: Surgeon) -> None:
    paint_a_picture(cut, b"9 0 0 -9 300 29")


@planted("V632")
def a_picture_that_no_page_shows(cut: Surgeon) -> None:
    paint_a_picture(cut, b"")


@planted("V633")
def sheets_turned_over_the_wrong_edge(cut: Surgeon) -> None:
    cut.root().ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
