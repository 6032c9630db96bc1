"""The rank of the warnings, measured on the rendered page: by the mass of bars, or by lines alone.

An eye that cannot read sees a page as through a blur: a bar must be dark there, and how dark says the level.
Where a profile forbids fills, two lines, a line down the start side and one line tell the levels apart.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import mul
from typing import NamedTuple

from PIL import Image, ImageFilter, ImageStat

from leaflet.proof.copier import DPI, image_of, photocopy
from leaflet.proof.glyph_lines import around, union
from leaflet.proof.products import PRODUCTS
from leaflet.proof.reading.painted_marks import Box, Shape
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged, nothing_to_judge
from leaflet.proof.rules.panels import frame_of, glyphs_of, name_of
from leaflet.proof.subject import Subject, Warned

_BLUR = 0.8  # × body: about what an eye of 6/60 leaves of print at arm's length
_COARSE = 4  # pixels seen as one: enough under such a blur
_WIDE = 0.6  # × page: the least width of a signal bar
_MASS = 3.0  # × running text: how dark the bar of an emergency is at least
# × the emergency's: how dark that of a warning is; that of a caution is under the first. Of the files that
# `tests.bench.good` makes, warnings have 0.49 to 0.68, least on a card, and cautions 0.16 to 0.34.
_HALF = (0.42, 0.75)
_SPOT = 0.04  # by how much the darkest spot of a lesser level may be darker than an emergency's, of 1
# How black the bar of an emergency is on a card: those of the test medicines have 0.60 to 0.78, and those of
# warnings there 0.30 to 0.45.
_ON_CARD = 0.5
_ALONE = 0.6  # how dark an emergency's bar is where no page has one, of 1
_TEXT_LINES = 15.0  # × body: a line of running text is as long at least
_BAR = 2.2  # × body, of a bar that is not drawn
_BOLD = 600
_BLACK = (0.62, 0.3)  # of a copied bar: over the first an emergency's, over the second a warning's
_INKED = 0.5  # of a column: a line down the page
_START, _END = 0.85, 0.5  # × body: the edges of a frame that hold its lines and no letters
_BESIDE = 0.36  # × body: a line down the start side is thicker, a frame is not
_SOURCE = "ANSI Z535: the panel's look says the level; house rule: the level is seen before a word is read"


class _Row(NamedTuple):
    """The signal bar of a warning, or the row where it would be."""

    warned: Warned
    page: int
    box: Box
    frame: Box


@lru_cache(maxsize=1)
def rows(subject: Subject) -> list[_Row]:
    """Return the rows of the warnings' bars; of a warning that goes on elsewhere, where it starts."""
    found = []
    for warned in subject.warnings:
        frame = frame_of(subject, warned)
        if frame is None:
            continue
        left, top, right, _ = frame.box
        bars = [
            bar.box[3] - bar.box[1]
            for bar in subject.grounds.bars.get(frame.page, ())
            if _is_in(bar, frame) and bar.box[3] - bar.box[1] > _body(subject)
        ]
        height = bars[0] if bars else _BAR * _body(subject)
        found.append(_Row(warned, frame.page, (left, top, right, top + height), frame.box))
    return found


def _body(subject: Subject) -> float:
    return subject.profile.body if subject.profile is not None else subject.body


def _has_bars(subject: Subject) -> bool:
    return subject.profile is None or subject.profile.reversed_bars


def _is_in(bar: Shape, frame: Shape) -> bool:
    inner, outer = bar.box, frame.box
    return all(inner[edge] >= outer[edge] - 1 for edge in (0, 1)) and inner[3] <= outer[3] + 1


class Pages:
    """The pages of a file as pictures, each made once."""

    def __init__(self, subject: Subject, seen: Callable[[int], Image.Image]) -> None:
        self._subject, self._seen = subject, seen
        self._pages: dict[int, Image.Image] = {}

    def image(self, page: int) -> Image.Image:
        """Return a page in grey."""
        if page not in self._pages:
            self._pages[page] = self._seen(page)
        return self._pages[page]

    def cut(self, page: int, box: Box) -> Image.Image:
        """Return a part of a page, its box in points."""
        scale = self.image(page).width / self._subject.sheets[page - 1].width
        left, top, right, bottom = (round(edge * scale) for edge in box)
        return self.image(page).crop((left, top, max(right, left + 1), max(bottom, top + 1)))

    def darkest(self, page: int, box: Box) -> float:
        """Return how dark the darkest spot of a part of a page is, from 0 to 1."""
        darkest, _ = self.cut(page, box).convert("L").getextrema()
        assert isinstance(darkest, (int, float)), darkest  # noqa: S101 - of one band
        return 1 - darkest / 255

    def dark(self, page: int, box: Box) -> float:
        """Return how dark a part of a page is on the average, from 0 to 1."""
        shades: list[int] = self.cut(page, box).histogram()
        light: int = sum(map(mul, shades, range(256)))
        return 1 - light / (255 * sum(shades))


def blurred(subject: Subject, page: int) -> Image.Image:
    """Return a page as an eye sees it that cannot read it."""
    pixels = subject.sheets[page - 1].pixels
    radius = _BLUR * _body(subject) * pixels.dpi / 72 / _COARSE
    return image_of(pixels).reduce(_COARSE).filter(ImageFilter.GaussianBlur(radius))


def _text(subject: Subject, pages: Pages) -> float:
    """Return how dark running text is, on the page that has the most lines of it."""
    body = _body(subject)
    lines = [
        line
        for line in subject.body_lines
        if abs(line.size - body) < 0.1
        and max([glyph.piece.weight for glyph in line.inked]) < _BOLD
        and not (subject.grounds.bars.get(line.page) and any(map(subject.grounds.under, line.inked)))
    ]
    boxes: dict[int, list[Box]] = {}
    for line in lines:
        left, _, right, _ = union([glyph.box for glyph in line.inked])
        if right - left >= _TEXT_LINES * body:
            boxes.setdefault(line.page, []).append((left, line.y - 0.8 * body, right, line.y + 0.35 * body))
    most = max(boxes, key=lambda page: len(boxes[page]), default=0)
    return _mean([pages.dark(most, box) for box in boxes.get(most, ())])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


@rule(
    "V409",
    "Signal bars are dark, and how dark says their rank",
    need="copies",
    reason="At arm's length and without glasses a page is grey: only mass says where the emergency stands.",
    bad="two black bars, for an emergency and for a warning",
    good="Build the file anew from its monograph.",
    source=_SOURCE,
)
def mass(subject: Subject) -> Judgement:
    """Blur the pages and compare the rows of the signal words with running text and with one another."""
    if not _has_bars(subject):
        return nothing_to_judge("bars by their mass", "the profile's standard allows no fills: see V410")
    pages = Pages(subject, lambda page: blurred(subject, page))
    found, text = rows(subject), _text(subject, pages)
    dark = [pages.dark(row.page, row.box) for row in found]
    gravest = _mean([mass for row, mass in zip(found, dark, strict=True) if _is_whole(row)])
    spots = [pages.darkest(row.page, row.box) for row in found]
    palest = min([spot for row, spot in zip(found, spots, strict=True) if _is_whole(row)], default=1.0)
    faults = []
    for row, own, spot in zip(found, dark, spots, strict=True):
        if _is_whole(row):
            wrong = _wrong_whole(subject, row, own, text)
        elif spot > palest + _spot(subject, row):
            wrong = "has a darker spot than an emergency's"
        else:
            wrong = _wrong_share(row, own / (gravest or _ALONE))
        if wrong:
            faults.append(Fault(f"the bar of {name_of(row.warned)} {wrong}", around(glyphs_of(row.warned))))
    measured = [
        f"{row.warned.panel.style.name} {own / (text or 1):.1f}" for row, own in zip(found, dark, strict=True)
    ]
    told = f"{', '.join(measured)} × text" if found else "no warnings"
    return judged(
        f"emergency {_MASS:g} × text; warning {_HALF[0]:g} to {_HALF[1]:g} of it; caution less", told, faults
    )


def _is_whole(row: _Row) -> bool:
    return row.warned.panel.style.fill == "whole"


def _is_half(row: _Row) -> bool:
    return row.warned.panel.style.fill == "half"


def _spot(subject: Subject, row: _Row) -> float:
    """Return how much darker the darkest spot of a lesser bar may be: a warning's on a card any."""
    return 1.0 if _is_half(row) and _is_card(subject) else _SPOT


def _is_card(subject: Subject) -> bool:
    """Tell whether a signal word may fill the bar of an emergency, and leave no spot of it black."""
    return subject.objects.said.own.get("product") == "card"


def _wrong_whole(subject: Subject, row: _Row, dark: float, text: float) -> str:
    """Say what is wrong with the bar of an emergency; "" for nothing."""
    product = PRODUCTS.get(subject.objects.said.own.get("product", ""))
    page = subject.sheets[row.page - 1].width / (product.across if product else 1)
    wide = (row.box[2] - row.box[0]) / page
    if wide < _WIDE:
        return f"is {wide:.0%} of the page wide"
    if _is_card(subject):  # whose few short lines are no measure
        return f"is {dark:.0%} black" if dark < _ON_CARD else ""
    return f"is {dark / text:.1f} × as dark as text" if dark < _MASS * text else ""


def _wrong_share(row: _Row, share: float) -> str:
    """Say what is wrong with how dark a bar is beside that of an emergency; "" for nothing."""
    least, most = _HALF
    fits = least <= share <= most if _is_half(row) else share < least
    return "" if fits else f"is {share:.0%} as dark as an emergency's"


@rule(
    "V410",
    "The levels of the warnings are told apart on the copy of a copy",
    need="copies",
    reason="A ward copies what it has: a warning that has become an emergency, or none, misleads.",
    bad="the inner frame of an emergency left out in large print after ACB",
    good="Build the file anew from its monograph.",
    source=_SOURCE,
)
def told_apart(subject: Subject) -> Judgement:
    """Copy the page twice, and tell each level by its bar or, where fills are forbidden, by its lines."""
    pages = Pages(subject, lambda page: image_of(subject.scanned(page)))
    with_bars = _has_bars(subject)
    faults, told = [], []
    for row in rows(subject):
        level = _by_bar(pages, row) if with_bars else _by_lines(subject, pages, row)
        told.append(level)
        wanted = row.warned.panel.style.name
        if level != wanted:
            faults.append(Fault(f"{name_of(row.warned)} looks like {level}", around(glyphs_of(row.warned))))
    wanted = ", ".join(row.warned.panel.style.name for row in rows(subject))
    return judged(wanted or "no warnings", ", ".join(told) or "-", faults)


def _by_bar(pages: Pages, row: _Row) -> str:
    """Return the level that the black of a copied bar says."""
    copied = photocopy(pages.cut(row.page, row.box))
    black = 1 - ImageStat.Stat(copied).mean[0] / 255
    whole, half = _BLACK
    return "emergency" if black > whole else "warning" if black > half else "caution"


def _by_lines(subject: Subject, pages: Pages, row: _Row) -> str:
    """Return the level that the lines down the sides of a copied frame say."""
    body = _body(subject)
    left, top, right, bottom = row.frame
    start = _lines_in(pages, row.page, (left - 2, top + body, left + _START * body, bottom - body))
    end = _lines_in(pages, row.page, (right - _END * body, top + body, right + 2, bottom - body))
    if len(start) == len(end) == 2:  # a frame in a frame
        return "emergency"
    return "warning" if start and start[0] > _BESIDE * body else "caution"


def _lines_in(pages: Pages, page: int, box: Box) -> list[float]:
    """Return how thick the lines are that run down a copied strip of a page, in points."""
    copied = photocopy(pages.cut(page, box))
    columns = copied.resize((copied.width, 1), Image.Resampling.BOX).tobytes()
    inked = [value < 255 * _INKED for value in columns]
    runs = [(is_ink, len(list(run))) for is_ink, run in groupby(inked)]
    return [length * 72 / DPI for is_ink, length in runs if is_ink]
