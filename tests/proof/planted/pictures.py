"""Threats to figures: what a picture shows, which it is, how it stands, and what is said for it."""

import re
from collections.abc import Callable
from typing import Any

from pikepdf import Name, String

from leaflet.proof.subject import Leaf
from tests.proof.planted.register import PICTURES, edits
from tests.proof.surgery import Surgeon

_DRAWN = re.compile(rb"q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /(\w+) Do Q")
_Numbers = tuple[float, float, float, float]


def figures(cut: Surgeon) -> list[Leaf]:
    """Return the figures that paint a picture, and no symbol."""
    drawn = {(each.page, each.mcid) for each in cut.subject.objects.content.pictures}
    return [leaf for leaf in cut.subject.leaves if drawn.intersection(leaf.node.contents())]


def _placed_anew(cut: Surgeon, place: Callable[[_Numbers], tuple[float, ...]]) -> None:
    """Paint the first picture by another matrix."""

    def change(found: re.Match[bytes]) -> bytes:
        across, up, x, y = (float(number) for number in found.groups()[:4])
        return b"q %s cm /%s Do Q" % (
            b" ".join(b"%.2f" % number for number in place((across, up, x, y))),
            found[5],
        )

    cut.content(figures(cut)[0], lambda data: _DRAWN.sub(change, data))


def _images(cut: Surgeon) -> list[Any]:
    return [image for _, image in cut.pdf.pages[0].obj.Resources.XObject.items()]


@edits(PICTURES)
def a_picture_mirrored(cut: Surgeon) -> None:
    _placed_anew(cut, lambda at: (-at[0], 0, 0, at[1], at[2] + at[0], at[3]))


@edits(PICTURES)
def a_picture_on_its_head(cut: Surgeon) -> None:
    _placed_anew(cut, lambda at: (at[0], 0, 0, -at[1], at[2], at[3] + at[1]))


@edits(PICTURES)
def a_picture_turned_about(cut: Surgeon) -> None:
    _placed_anew(cut, lambda at: (-at[0], 0, 0, -at[1], at[2] + at[0], at[3] + at[1]))


@edits(PICTURES)
def two_pictures_exchanged(cut: Surgeon) -> None:
    for page in {page.obj.Resources.objgen: page.obj for page in cut.pdf.pages}.values():
        named = page.Resources.XObject
        one, other = named.keys()
        named[one], named[other] = named[other], named[one]


@edits(PICTURES)
def an_arrow_wiped_out_of_a_picture(cut: Surgeon) -> None:
    image = _images(cut)[0]
    pixels = bytearray(image.read_bytes())
    dark = next(place for place, value in enumerate(pixels) if value < 128)
    pixels[dark : dark + 400] = b"\xff" * 400
    image.write(bytes(pixels))


@edits(PICTURES)
def a_picture_made_negative(cut: Surgeon) -> None:
    _images(cut)[1].Decode = [1, 0]


@edits(PICTURES)
def a_picture_of_something_else_at_hand(cut: Surgeon) -> None:
    label = cut.pdf.make_stream(b"\x00")
    label.Type, label.Subtype, label.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    label.Width, label.Height, label.BitsPerComponent = 1, 1, 8
    for page in cut.pdf.pages:
        page.obj.Resources.XObject.Label = label


@edits(PICTURES)
def words_of_a_picture_of_another_step(cut: Surgeon) -> None:
    first, second = (cut.element(each) for each in figures(cut)[:2])
    first.Alt, second.Alt = String(str(second.Alt)), String(str(first.Alt))


@edits(PICTURES)
def no_words_for_a_picture(cut: Surgeon) -> None:
    del cut.element(figures(cut)[0]).Alt


@edits(PICTURES)
def a_picture_that_is_furniture(cut: Surgeon) -> None:
    tagged = re.compile(rb"/Figure<</MCID \d+>>BDC")
    cut.content(figures(cut)[0], lambda data: tagged.sub(b"/Artifact<</Type/Layout>>BDC", data))
