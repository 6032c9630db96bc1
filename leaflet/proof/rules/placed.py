"""Whole page: everything painted stands where the leaflet has it, and nothing beside it."""

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from unicodedata import normalize

from leaflet.proof.differences import quote
from leaflet.proof.expected import FURNITURE, ExpectedLine, ExpectedMark, ExpectedPicture, ExpectedWord
from leaflet.proof.glyph_lines import around
from leaflet.proof.reading.painted_marks import Box, Colour, Glyph, Mark, Shape
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject

_SLACK = 0.08  # pt: places are written with two decimals, and kerning with none
_LINE_SLACK = 0.012  # pt, of the thickness of a line
_NEAR = 0.45  # × size: raised and lowered characters stand so near to their line
_BOLD = 600
_ALIKE = str.maketrans({"\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u03bc": "µ", "\u2126": "Ω"})
_SAME_PLACE = "house rule: what is laid out and proved is what is printed"


@rule(
    "V116",
    "Every line of words stands where the leaflet has it",
    need="places",
    reason="A word moved, spread, squeezed or laid over another is misread, though it is all there.",
    bad="the digits of 15 mg printed on top of each other",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source=_SAME_PLACE,
)
def words_in_place(subject: Subject) -> Judgement:
    """Hold every glyph against the words, places and sizes of the layout, line by line."""
    wanted = subject.expected
    owners = _owners(subject)
    left: dict[tuple[int, int], list[Glyph]] = {}  # by page and owner
    for run in subject.runs:
        page = run.glyphs[0].page
        left.setdefault((page, _owner(page, run.piece.mark, owners)), []).extend(run.glyphs)
    faults: list[Fault] = []
    for line in wanted.lines:
        faults += _line_faults(line, left.get((line.page, line.owner), []))
    for (page, _), glyphs in left.items():
        if glyphs:
            said = quote("".join(glyph.text for glyph in glyphs))
            faults.append(
                Fault(f"{said} is painted beside the leaflet's lines", around(glyphs) or Place(page))
            )
    return judged(f"{len(wanted.lines)} lines at their places", f"{len(subject.glyphs)} glyphs", faults)


@rule(
    "V117",
    "Nothing is drawn but what the leaflet has drawn",
    need="places",
    reason="A ring after a 5 makes it a 50, a bar through a word unsays it, a frame left open is no warning.",
    bad="a line drawn through 'not'",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source=f"{_SAME_PLACE}; ANSI Z535: symbols, bars and frames as they are",
)
def marks_in_place(subject: Subject) -> Judgement:
    """Hold every path and picture against the frames, bars, symbols and pictures of the layout."""
    wanted = subject.expected.marks
    found = [shape for sheet in subject.sheets for shape in sheet.shapes]
    owners = _owners(subject)
    faults: list[Fault] = []
    for mark in wanted:
        near = min(found, key=lambda shape: _distance(mark, shape), default=None)
        wrong = "missing" if near is None else _mark_fault(mark, near, owners)
        if near is not None and not wrong.startswith("missing"):
            found.remove(near)
        if wrong:
            faults.append(Fault(f"{mark.what}: {wrong}", Place(mark.page, mark.box)))
    faults += [
        Fault(f"a {shape.kind} that the leaflet has not", Place(shape.page, shape.box)) for shape in found
    ]
    return judged(f"{len(wanted)} things drawn", f"{len(wanted) - len(faults)} as they should be", faults)


@rule(
    "V121",
    "Every picture is the leaflet's own, pixel for pixel, and upright",
    need="places",
    reason="A picture that is mirrored, exchanged or painted over shows another hand, step or place.",
    bad="the two pictures of an inhaler exchanged",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source=f"{_SAME_PLACE}; ISO 32000-1, 8.9.5",
)
def true_pictures(subject: Subject) -> Judgement:
    """Hold the pixels of each picture, its owner and its matrix against the layout's."""
    owners = _owners(subject)
    wanted = subject.expected.pictures
    found = [
        (
            ExpectedPicture(
                each.page, owners.get((each.page, each.mcid), -2), each.width, each.height, each.sha256
            ),
            each.matrix,
        )
        for each in subject.objects.content.pictures
    ]
    faults = [
        Fault("another picture is painted, or in another place", Place(each.page))
        for each, _ in found
        if each not in wanted
    ]
    faults += [
        Fault("a picture is mirrored, turned or slanted", Place(each.page))
        for each, matrix in found
        if not (len(matrix) == 6 and matrix[0] > 0 < matrix[3] and matrix[1] == 0 == matrix[2])
    ]
    if len(found) != len(wanted):
        faults.append(Fault(f"{len(found)} pictures for {len(wanted)}"))
    return judged(f"{len(wanted)} pictures", f"{len(found)} pictures", faults)


def _owners(subject: Subject) -> dict[tuple[int, int], int]:
    """Return the place in reading order of the leaf that owns a marked content, by page and id."""
    return {content: index for index, leaf in enumerate(subject.leaves) for content in leaf.contents}


def _owner(page: int, mark: Mark, owners: dict[tuple[int, int], int]) -> int:
    return FURNITURE if mark.is_artifact else owners.get((page, mark.mcid), -2)


def _line_faults(line: ExpectedLine, glyphs: list[Glyph]) -> Iterator[Fault]:
    """Take a line's glyphs out of those of its page and owner; yield what is wrong with them."""
    start, end = line.words[0].x - _SLACK - 1, line.words[-1].end + 1
    top, foot = line.y - _NEAR * line.size, line.y + _NEAR * line.size
    mine = [glyph for glyph in glyphs if top <= glyph.y <= foot and start <= glyph.x <= end]
    if glyphs[: len(mine)] == mine:  # as nearly always: lines are painted in their order
        del glyphs[: len(mine)]
    else:
        taken = set(map(id, mine))
        glyphs[:] = [glyph for glyph in glyphs if id(glyph) not in taken]
    mine.sort(key=attrgetter("x"))
    said, wanted = _plain("".join([glyph.text for glyph in mine])), _plain("".join(line.text.split()))
    if said != wanted:
        yield Fault(f"{quote(said)} stands where {quote(line.text)} belongs", _place(line, mine))
        return
    sizes = {round(size, 2) for size in {glyph.piece.size for glyph in mine}}
    if any(size > line.size + 0.02 for size in sizes) or max(sizes, default=0.0) < line.size - 0.02:
        yield Fault(f"{quote(line.text)} has {max(sizes):g} pt for {line.size:g}", _place(line, mine))
    yield from _word_faults(line, mine)


def _place(line: ExpectedLine, glyphs: Sequence[Glyph]) -> Place:
    return around(glyphs) or Place(line.page)


def _word_faults(line: ExpectedLine, glyphs: Sequence[Glyph]) -> Iterator[Fault]:
    """Yield what is wrong with the words of a line, with its place."""
    for told in _told_of_words(line, glyphs):
        yield Fault(told, _place(line, glyphs))


def _told_of_words(line: ExpectedLine, glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield which words of a line stand elsewhere than they should, or in another weight."""
    at = 0
    is_level = all(abs(line.y - y) <= _SLACK for y in {glyph.y for glyph in glyphs})
    is_loose = all(after.x - before.x >= 0.05 * line.size for before, after in itertools.pairwise(glyphs))
    weights = {glyph.piece.weight >= _BOLD for glyph in glyphs}
    for word, strong in zip(line.words, line.strong, strict=True):
        own = _of_length(glyphs[at:], _length(word.text))
        at += len(own)
        if not own:
            continue
        if not (is_level and not word.rises) and _is_raised(line, word, own):
            yield f"a letter of {quote(word.text)} is not at the height that it should have"
        elif abs(own[0].x - word.x) > _SLACK:
            yield f"{quote(word.text)} stands {own[0].x - word.x:+.2f} pt off its place"
        elif abs(own[-1].end - word.end) > _SLACK + 0.03 * line.size:
            yield f"{quote(word.text)} is {own[-1].end - word.end:+.2f} pt wider than it is set"
        elif not is_loose and _overlap(own, 0.05 * line.size):
            yield f"letters of {quote(word.text)} stand on each other"
        if weights != {strong} and strong != any(glyph.piece.weight >= _BOLD for glyph in own):
            yield f"{quote(word.text)} is {'not bold' if strong else 'bold'}"
    if glyphs and not is_level and not any(abs(glyph.y - line.y) <= _SLACK for glyph in glyphs):
        yield f"{quote(line.text)} stands {glyphs[0].y - line.y:+.2f} pt off its line"


def _is_raised(line: ExpectedLine, word: ExpectedWord, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a letter of a word stands higher or lower than it should."""
    rises = word.rises or (0.0,) * len(glyphs)
    return any(abs(line.y - rise - glyph.y) > _SLACK for glyph, rise in zip(glyphs, rises, strict=False))


def _overlap(glyphs: Sequence[Glyph], least: float) -> bool:
    """Tell whether two letters stand nearer to each other than they may."""
    return any(
        after.x - before.x < least
        for before, after in itertools.pairwise(glyphs)
        if before.text.isalnum() and after.text.isalnum()
    )


@lru_cache(maxsize=10_000)
def _length(text: str) -> int:
    """Return how many characters of a word are painted."""
    return len(_plain("".join(text.split())))


def _of_length(glyphs: Sequence[Glyph], length: int) -> Sequence[Glyph]:
    """Return the first glyphs that say so many characters."""
    first = glyphs[:length]
    if len(_plain("".join([glyph.text for glyph in first]))) == len(first) == length:
        return first  # a glyph a character, as nearly always
    said = ""
    for count, glyph in enumerate(glyphs, start=1):
        said += glyph.text
        if len(_plain(said)) >= length:
            return glyphs[:count]
    return glyphs


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return normalize("NFC", text.translate(_ALIKE)).replace("\u00a0", "")


def _distance(mark: ExpectedMark, shape: Shape) -> float:
    if shape.page != mark.page:
        return 1e9
    apart = sum(abs(a - b) for a, b in zip(mark.box, shape.box, strict=True))
    return apart + (50.0 if (mark.stroke is None) != (shape.stroke is None) else 0.0)


def _mark_fault(mark: ExpectedMark, shape: Shape, owners: dict[tuple[int, int], int]) -> str:
    """Return what is wrong with a shape that should be a mark; "" where it is the mark."""
    if _distance(mark, shape) > 30:
        return "missing"
    if not _same_box(mark.box, shape.box):
        return f"it stands at {_told(shape.box)} for {_told(mark.box)}"
    if (shape.kind == "image") != (mark.what == "a picture"):
        return f"it is a {shape.kind}"
    if not (_same_ink(mark.fill, shape.fill) and _same_ink(mark.stroke, shape.stroke)):
        return "it has another ink"
    if abs(shape.line_width - mark.width) > _LINE_SLACK and mark.stroke is not None:
        return f"its line is {shape.line_width:.2f} pt thick for {mark.width:.2f}"
    if not _same_corners(mark, shape):
        return "it has another outline"
    if _owner(shape.page, shape.mark, owners) != mark.owner:
        return "it belongs to something else"
    return ""


def _same_box(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _SLACK for a, b in zip(one, other, strict=True))


def _same_ink(wanted: Colour | None, found: Colour | None) -> bool:
    if wanted is None or found is None:
        return wanted is found or wanted is None
    return all(abs(a - b) <= 1 for a, b in zip(wanted, found, strict=True))


def _same_corners(mark: ExpectedMark, shape: Shape) -> bool:
    """Tell whether a path runs through the points it should, in any order where it is a rectangle."""
    if not mark.corners:
        return True
    if not shape.is_closed:
        return False
    # PDFium names a point once more where a path closes.
    return _all_near(mark.corners, shape.corners) and _all_near(shape.corners, mark.corners)


def _all_near(some: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> bool:
    return all(any(abs(a - c) <= 0.11 and abs(b - d) <= 0.11 for c, d in others) for a, b in some)


def _told(box: Box) -> str:
    return ", ".join(f"{edge:.1f}" for edge in box)
