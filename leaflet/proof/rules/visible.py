"""Words for all to see: nothing painted is hidden, untagged, or another letter than it is said to be."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from leaflet.document.styles import BLACK, contrast_with_white
from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.reading.painted_marks import Box, Colour, Glyph, Piece
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Subject

_TAGGED = "ISO 14289-1, 7.1: all content is tagged or an artifact"
_UNICODE = "ISO 14289-1, 7.21.7; ISO 32000-1, 9.10.3"
_HIDDEN = "ISO 14289-1, 7.1: the structure tells what is to be seen"
_FAINT, _DARK, _SMALL = 150, 150, 225  # grey values: the paper is lighter, ink darker
_GLIMMER = 120  # of something small and white on a bar
_WHITE = 255
_LEAST_CONTRAST = 1.6  # less is the colour of the paper; what is little has its own rule
_INVISIBLE = (3, 7)  # text rendering modes that paint nothing (ISO 32000-1, table 106)
_ALIKE = str.maketrans(
    {"\u00a0": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u03bc": "µ", "\u2126": "Ω"}
)


class _Odd(NamedTuple):
    """A glyph that something is wrong with: which it is of all that leave ink, and what."""

    at: int
    glyph: Glyph
    why: str


@rule(
    "V105",
    "Everything painted is tagged or an artifact",
    reason="What is neither is skipped or read out of place.",
    bad="a line of text outside all marked content",
    good="Put every operator that paints into the marked content of its owner.",
    source=_TAGGED,
)
def all_marked(subject: Subject) -> Judgement:
    """List what is painted outside of marked content."""
    slips = [slip for slip in subject.objects.content.slips if slip.kind == "untagged"]
    faults = [Fault(f"{slip.what} is outside marked content", Place(slip.page)) for slip in slips]
    return judged("nothing outside marked content", f"{len(slips)} things outside", faults)


@rule(
    "V107",
    "No text is hidden by its own style",
    reason="White, transparent, invisible or vanishing text is there for machines and not for the patient.",
    bad="a sentence in white, or in rendering mode 3",
    good="Paint every text filled, solid and in ink.",
    source=_HIDDEN,
)
def visible_style(subject: Subject) -> Judgement:
    """Look at the colour, opacity, rendering mode and size of every glyph."""
    faults = [Fault(f"{quote(text)} is {why}", place) for text, place, why in _runs(_hidden(subject))]
    return judged("filled, solid, in ink", f"{len(subject.glyphs)} glyphs", faults)


@rule(
    "V108",
    "No text is off the page or clipped away",
    reason="Words beyond the edge are in the file and not on the paper.",
    bad="a paragraph moved 700 pt to the right, or inside a clipping path of no size",
    good="Keep the text inside the margins, and clip nothing.",
    source=_HIDDEN,
)
def on_the_page(subject: Subject) -> Judgement:
    """Hold every glyph against the page's edges and its clipping path."""
    found = _runs(_beyond(subject))
    faults = [Fault(f"{quote(text)} is {reason}", place) for text, place, reason in found]
    return judged("inside the page and its clip", f"{len(subject.glyphs)} glyphs", faults)


def _beyond(subject: Subject) -> Iterator[_Odd]:
    """Yield what stands over the edge of its page, or of what its clip leaves of it."""
    sheets = {sheet.number: sheet for sheet in subject.sheets}
    for start, piece, glyphs in subject.runs:
        sheet, clip = sheets[glyphs[0].page], piece.clip
        page = (-0.01, -0.01, sheet.width + 0.01, sheet.height + 0.01)
        kept = (clip[0] - 1, clip[1] - 1, clip[2] + 1, clip[3] + 1) if clip else page
        extent = sheet.extent
        if extent is not None and not (_is_over(extent, page) or _is_over(extent, kept)):
            continue
        for at, glyph in enumerate(glyphs, start):
            if _is_over(glyph.box, page):
                yield _Odd(at, glyph, "off the page")
            elif _is_over(glyph.box, kept):
                yield _Odd(at, glyph, "clipped away")


def _is_over(box: Box, edges: Box) -> bool:
    return box[0] < edges[0] or box[1] < edges[1] or box[2] > edges[2] or box[3] > edges[3]


@rule(
    "V109",
    "Every letter leaves ink on the rendered page",
    reason="Something painted over a text hides it, whatever the text itself says.",
    bad="a white or black box over the overdose warning",
    good="Paint nothing over text.",
    source=_HIDDEN,
)
def leaves_ink(subject: Subject) -> Judgement:
    """Look at the rendered page: dark where each glyph stands, light round it."""
    found = _runs(_unseen(subject))
    faults = [Fault(f"{quote(text)} is {reason}", place) for text, place, reason in found]
    return judged("ink on paper for every glyph", f"{len(subject.glyphs)} glyphs", faults)


def _unseen(subject: Subject) -> Iterator[_Odd]:
    """Yield what nobody sees on the rendered page, whatever the text itself says."""
    hidden = {odd.at for odd in _hidden(subject)}  # V107 says so
    for start, piece, glyphs in subject.runs:
        is_white = _is_white(piece)
        for at, glyph in enumerate(glyphs, start):
            plain = glyph.darkest <= _DARK and glyph.lightest >= _FAINT
            why = "" if plain and not is_white else _why_unseen(glyph, is_white=is_white)
            if why and at not in hidden:
                yield _Odd(at, glyph, why)


def _why_unseen(glyph: Glyph, *, is_white: bool) -> str:
    if is_white:
        return "" if glyph.lightest > _dimmest(glyph) and glyph.darkest < _DARK else "not to be seen"
    if glyph.darkest > _palest(glyph):
        return "not to be seen"
    return "on a dark ground" if glyph.lightest < _FAINT else ""


@rule(
    "V110",
    "Every character code maps to Unicode",
    reason="A code without a character is silence, or a wrong sound.",
    bad="a ToUnicode table without the letter e",
    good="Give every code of every font its characters.",
    source=_UNICODE,
)
def all_mapped(subject: Subject) -> Judgement:
    """Look up each shown code in its font's ToUnicode or encoding."""
    missing: dict[tuple[str, int], int] = {}
    codes = 0
    fine: dict[int, set[int]] = {}  # of each font, the codes that were looked up and have a character
    for shown in subject.objects.content.shown:
        font = shown.font
        codes += len(shown.codes)
        mapped = fine.setdefault(id(font), set())
        for code in () if mapped.issuperset(shown.codes) else shown.codes:
            text = font.codes.get(code, "") if font else ""
            if text and not any(character in "\x00\ufffd\ufeff\ufffe" for character in text):
                mapped.add(code)
            else:
                missing.setdefault((font.name if font else "no font", code), shown.page)
    faults = [
        Fault(f"code {code:04X} of {name} maps to nothing", Place(page))
        for (name, code), page in missing.items()
    ]
    return judged("a character for every code", f"{codes} codes, {len(missing)} without", faults)


@rule(
    "V111",
    "Every glyph is the letter that it is said to be",
    reason="A dose painted as 5 and read out as 8, or painted as 8 where the text says 5, harms.",
    bad="the glyph of 8 that maps to 5",
    good="Take glyph and character from the same font.",
    source="ISO 14289-1, 7.21.7; no validator checks it",
)
def true_letters(subject: Subject) -> Judgement:
    """Hold ToUnicode against the character map inside each embedded font program."""
    wrong: dict[tuple[str, int], tuple[str, str, int]] = {}
    checked = 0
    fine: dict[int, set[int]] = {}
    for shown in subject.objects.content.shown:
        font = shown.font
        if font is None or not font.drawn:
            continue
        checked += len(shown.codes)
        true = fine.setdefault(id(font), set())
        for code in () if true.issuperset(shown.codes) else shown.codes:
            said, drawn = font.codes.get(code, ""), font.drawn.get(code, frozenset())
            if len(said) == 1 and drawn and not _agree(said, drawn):
                wrong.setdefault((font.name, code), (said, min(drawn), shown.page))
            else:
                true.add(code)
    faults = [
        Fault(f"glyph {code} of {name} draws {drawn!r} and is said to be {said!r}", Place(page))
        for (name, code), (said, drawn, page) in wrong.items()
    ]
    return judged("the font's own characters", f"{checked} glyphs held against their fonts", faults)


def _hidden(subject: Subject) -> Iterator[_Odd]:
    """Yield the glyphs that cannot be seen; white ones stand on a bar."""
    for start, piece, glyphs in subject.runs:
        is_white, style = _is_white(piece), _style(piece)
        for at, glyph in enumerate(glyphs, start) if is_white or style else ():
            on_bar = is_white and subject.grounds.under(glyph) is not None
            why = _judged_style(piece.mode, piece.alpha, piece.size, BLACK) if on_bar else style
            if why:
                yield _Odd(at, glyph, why)


def _is_white(piece: Piece) -> bool:
    return min(piece.colour) == _WHITE


def _style(piece: Piece) -> str:
    """Return why a piece of text cannot be seen, "" where it can."""
    return _judged_style(piece.mode, piece.alpha, piece.size, piece.colour)


@lru_cache(maxsize=1000)
def _judged_style(mode: int, alpha: int, size: float, colour: Colour) -> str:
    if mode in _INVISIBLE:
        return "invisible"
    if alpha < 250:
        return "transparent"
    if size < 1:
        return "of no size"
    return "in the colour of the paper" if contrast_with_white(colour) < _LEAST_CONTRAST else ""


def _runs(found: Iterable[_Odd]) -> Iterator[tuple[str, Place | None, str]]:
    """Yield neighbouring glyphs with the same fault as one text, with its place and the fault."""
    run: list[Glyph] = []
    last_at, last_why = -2, ""
    for odd in found:
        goes_on = odd.at == last_at + 1 and odd.why == last_why
        if run and not (goes_on and odd.glyph.piece is run[0].piece):
            yield "".join(each.text for each in run), around(run), last_why
            run = []
        run.append(odd.glyph)
        last_at, last_why = odd.at, odd.why
    if run:
        yield "".join(each.text for each in run), around(run), last_why


def _dimmest(glyph: Glyph) -> int:
    """Return how light a white glyph is at its lightest: the dots of a colon are never all white."""
    left, _, right, _ = glyph.box
    return _SMALL if right - left > 0.25 * glyph.piece.size else _GLIMMER


def _palest(glyph: Glyph) -> int:
    """Return the grey that a glyph has to reach; a full stop and an apostrophe fall between the pixels."""
    left, top, right, bottom = glyph.box
    thin, long = sorted((right - left, bottom - top))
    return _DARK if long > 0.25 * glyph.piece.size and thin > 0.1 * glyph.piece.size else _SMALL


def _agree(said: str, drawn: frozenset[str]) -> bool:
    """Tell whether a character is one of those a glyph draws; spaces and hyphens have doubles."""
    return said in drawn or said.translate(_ALIKE) in {each.translate(_ALIKE) for each in drawn}
