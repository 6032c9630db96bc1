"""Ink after hard use: the warnings as grey, as one bit, and as a photocopy of a photocopy.

The page is rendered at 200 dpi. Each letter of the warnings is then compared with its own clean shape
and with the shapes of the other letters: it is legible while nothing else looks more like it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from PIL import Image

from leaflet.proof.copier import SMEAR, Spoil, image_of, photocopy, spoiled, threshold
from leaflet.proof.glyph_lines import around, union
from leaflet.proof.reading.painted_marks import Box, Colour, Glyph
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged
from leaflet.proof.subject import Subject

_GRID = 16  # a letter is compared as so many squares across and down
_ONE_BIT, _COPY = 0.80, 0.60  # of the squares that have to agree with the letter's own shape
_LOOKALIKE = 0.04  # by so much no other letter may agree better; spots alone make half of it
_MOST_GLYPHS = 1500
_WHITE = 255
_DARKEST_GREY = 89  # 7:1 on white (WCAG 2.2, 1.4.6)
_SOURCE = "house rule: legible from a black-and-white laser and as a bad photocopy; ANSI Z535"


class _Picture(NamedTuple):
    """The part of page 1 that holds the warnings, and which part that is."""

    image: Image.Image
    scale: float
    left: float
    top: float

    def part(self, box: Box) -> "_Picture | None":
        """Return what is round a box, for as far as a copier smears; None where the box is outside."""
        left, top = (box[0] - self.left) * self.scale, (box[1] - self.top) * self.scale
        right, bottom = (box[2] - self.left) * self.scale, (box[3] - self.top) * self.scale
        west, north = max(0, int(left) - SMEAR), max(0, int(top) - SMEAR)
        east, south = min(self.image.width, int(right) + SMEAR), min(self.image.height, int(bottom) + SMEAR)
        if west >= east or north >= south:
            return None
        corner = self.left + west / self.scale, self.top + north / self.scale
        return _Picture(self.image.crop((west, north, east, south)), self.scale, *corner)

    def cut(self, image: Image.Image, box: Box) -> Image.Image | None:
        """Return a box of an image that is registered with this picture."""
        left, top = (box[0] - self.left) * self.scale, (box[1] - self.top) * self.scale
        right, bottom = (box[2] - self.left) * self.scale, (box[3] - self.top) * self.scale
        inside = left >= 0 and top >= 0 and right <= image.width and bottom <= image.height
        if not inside or right - left < 1 or bottom - top < 1:
            return None
        return image.resize((_GRID, _GRID), Image.Resampling.BOX, (left, top, right, bottom))


@rule(
    "V406",
    "The warnings are dark enough as grey",
    need="copies",
    reason="A mono printer turns a signal colour into a grey; a pale one vanishes.",
    bad="a warning in light orange",
    good="Print words in black, and frames in a colour of 7:1 or more.",
    source=f"WCAG 2.2, 1.4.6; {_SOURCE}",
)
def as_grey(subject: Subject) -> Judgement:
    """Look up the darkest grey of each letter of the warnings."""
    glyphs = _warning_glyphs(subject)
    taken = _picture(subject, glyphs)
    greys = list(zip(glyphs, _greys(taken, glyphs), strict=True)) if taken else []
    worst = max((grey for _, grey in greys), default=0)
    faults = [
        Fault(f"{glyph.text!r} is grey {grey}", around([glyph]))
        for glyph, grey in greys
        if grey > _DARKEST_GREY
    ]
    return judged(f"grey {_DARKEST_GREY} or darker", f"{worst} at the palest of {len(glyphs)}", faults)


@rule(
    "V407",
    "The warnings are legible in one bit at 200 dpi",
    need="copies",
    reason="A fax and a draft print know only black and white.",
    bad="hairline letters",
    good="Use the profile's sizes and weights.",
    source=_SOURCE,
)
def as_one_bit(subject: Subject) -> Judgement:
    """Threshold the page in the middle and compare the shapes."""
    return _legible(subject, threshold, _ONE_BIT)


@rule(
    "V408",
    "The warnings are legible as a photocopy of a photocopy",
    need="copies",
    reason="Leaflets are copied on what the ward has.",
    bad="a warning in 6 pt",
    good="Use the profile's sizes and weights, black on white.",
    source=_SOURCE,
)
def as_photocopy(subject: Subject) -> Judgement:
    """Blur, spot and threshold the page twice and compare the shapes."""
    return _legible(subject, photocopy, _COPY)


class _Letter(NamedTuple):
    """A letter of the warnings, with its own clean shape and what is round it."""

    glyph: Glyph
    kind: str
    shape: int
    part: _Picture


class _Letters(NamedTuple):
    """The letters of the warnings: how many, each look once, and the clean shapes by look and letter."""

    total: int
    distinct: tuple[_Letter, ...]
    shapes: Mapping[str, Mapping[str, int]]


@lru_cache(maxsize=1)
def _letters(subject: Subject) -> _Letters | None:
    """Return the letters and digits of the warnings; stops and commas are too small to be compared."""
    glyphs = [glyph for glyph in _warning_glyphs(subject) if glyph.text.isalnum()]
    taken = _picture(subject, glyphs)
    if taken is None:
        return None
    shapes: dict[str, dict[str, int]] = {}
    distinct: dict[tuple[str, str, Colour], _Letter] = {}  # a copier does the same to all that look the same
    for glyph in glyphs:
        kind = _kind(glyph)
        if (glyph.text, kind, glyph.piece.colour) in distinct:
            continue
        part, cut = taken.part(glyph.box), taken.cut(taken.image, glyph.box)
        if part is not None and cut is not None:
            shape = _clean_bits(cut)
            shapes.setdefault(kind, {}).setdefault(glyph.text, shape)
            distinct[glyph.text, kind, glyph.piece.colour] = _Letter(glyph, kind, shape, part)
    return _Letters(len(glyphs), tuple(distinct.values()), shapes)


def _legible(subject: Subject, spoil: Spoil, alike: float) -> Judgement:
    letters = _letters(subject)
    if letters is None:
        return judged("the letters of the warnings", "no warnings")
    faults, least = [], 1.0
    copied = spoiled([letter.part.image for letter in letters.distinct], spoil)
    for letter, image in zip(letters.distinct, copied, strict=True):
        glyph = letter.glyph
        seen = letter.part.cut(image, glyph.box)
        if seen is None:
            continue
        bits = _bits(seen)
        own = _agreement(bits, letter.shape)
        rival, name = _rival(bits, glyph.text, letters.shapes[letter.kind])
        least = min(least, own)
        if own < alike:
            faults.append(Fault(f"{glyph.text!r} keeps {own:.0%} of its shape", around([glyph])))
        elif rival > own + _LOOKALIKE:
            faults.append(Fault(f"{glyph.text!r} looks like {name!r}", around([glyph])))
    required = f"{alike:.0%} of each shape, and no other letter more alike"
    return judged(required, f"{least:.0%} at the worst of {letters.total} letters", faults)


def _agreement(bits: int, shape: int) -> float:
    return 1 - (bits ^ shape).bit_count() / (_GRID * _GRID)


def _rival(bits: int, text: str, shapes: Mapping[str, int]) -> tuple[float, str]:
    """Return how much a shape agrees with the most similar of the other letters, and which that is."""
    others = ((_agreement(bits, shape), other) for other, shape in shapes.items() if other != text)
    return max(others, default=(0.0, ""))


def _kind(glyph: Glyph) -> str:
    """Return what only letters of the same look are compared by: font, size, height, place, width."""
    left, top, right, bottom = glyph.box
    size = glyph.piece.size or 1.0
    numbers = (size, (bottom - top) / size, (glyph.y - bottom) / size, (right - left) / size)
    return f"{glyph.piece.font} {numbers[0]:.1f} {numbers[1]:.1f} {numbers[2]:.1f} {numbers[3]:.1f}"


def _clean_bits(cut: Image.Image) -> int:
    """Return the true shape of a letter: dark and light as its own darkest and lightest have it."""
    values = cut.tobytes()
    return _bits(cut, (min(values) + max(values) + 1) // 2)


def _bits(cut: Image.Image, middle: int = 128) -> int:
    """Return a small picture as one number, a bit a square, dark squares set."""
    return int(cut.tobytes().translate(_digits(middle)), 2)


@lru_cache(maxsize=256)
def _digits(middle: int) -> bytes:
    return bytes(b"01"[value < middle] for value in range(256))


def _warning_glyphs(subject: Subject) -> list[Glyph]:
    """Return the letters of the warnings on page 1; of a stranger's file, the first letters there are."""
    leaves = [leaf for warned in subject.warnings for leaf in warned.leaves]
    glyphs = [glyph for leaf in leaves for glyph in leaf.glyphs] if leaves else list(subject.glyphs)
    return [glyph for glyph in glyphs if glyph.page == 1 and not glyph.is_space][:_MOST_GLYPHS]


def _picture(subject: Subject, glyphs: Sequence[Glyph]) -> _Picture | None:
    """Return the part of page 1 that holds some glyphs, at 200 dpi."""
    if not glyphs:
        return None
    left, top, right, bottom = union([glyph.box for glyph in glyphs])
    pixels = subject.scanned(1)
    scale = pixels.dpi / 72
    image = image_of(pixels)
    edges = (left - 6) * scale, (top - 6) * scale, (right + 6) * scale, (bottom + 6) * scale
    west, north = max(0, int(edges[0])), max(0, int(edges[1]))
    east, south = min(pixels.width, int(edges[2]) + 1), min(pixels.height, int(edges[3]) + 1)
    if west >= east or north >= south:
        return None
    return _Picture(image.crop((west, north, east, south)), scale, west / scale, north / scale)


def _greys(taken: _Picture, glyphs: Sequence[Glyph]) -> Iterator[int]:
    """Yield the darkest grey in the box of each glyph: 0 where its middle row has a black pixel."""
    scale, west, north = taken.scale, taken.left, taken.top
    width, height, data = taken.image.width, taken.image.height, taken.image.tobytes()
    for glyph in glyphs:
        left, top, right, bottom = glyph.box
        first, last = max(0, int((left - west) * scale)), min(width, int((right - west) * scale) + 1)
        start, end = max(0, int((top - north) * scale)), min(height, int((bottom - north) * scale) + 1)
        middle = (start + end) // 2 * width
        if data.find(0, middle + first, middle + last) >= 0:
            yield 0
            continue
        rows = range(start * width, end * width, width)
        yield min([value for row in rows for value in data[row + first : row + last]], default=_WHITE)
