"""Words as shaped glyphs: the unit that is measured, broken between, and painted.

HarfBuzz shapes each word once; a leaflet's words are mostly looked up. Kerning is on; ligatures are
off, so that letters stay distinct for low vision and come out of the file as they went in.
"""

import re
from collections.abc import Sequence
from threading import Lock
from typing import Any, NamedTuple

import uharfbuzz as hb

from leaflet.blocks import Words
from leaflet.text.fonts import Face, Faces

REGULAR, BOLD, UNDERLINED = range(3)

_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False}
_NO_BREAK = "\u00a0"
_MOST_WORDS = 60_000  # a cache past this is emptied, so that a run of any length stays in bounds

# UKAAF G003: single facts are never split over two lines: a number and its unit, a telephone number.
# Each way begins with the space itself: the search leaps from space to space.
_FACT = re.compile(r" (?:(?<=\d )(?=[\w%°(])|(?<=\d[).-] )(?=\d)|(?<=No\. )(?=\d))")


class GlyphRun(NamedTuple):
    """Glyphs of one face, by id, with the characters they stand for (one text a glyph; "" within a cluster).

    In 1/1000 em: how far the pen moves after each, and how far off the pen, right and up, each is
    painted; `offsets` is empty where none is. Numbers in rows, since a build keeps many thousand words.
    """

    face: Face
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    advances: tuple[float, ...] = ()
    offsets: tuple[tuple[float, float], ...] = ()


class Word:
    """A word in one or more styles. Told apart by identity, so that it can key a cache."""

    __slots__ = ("advance", "missing", "passing", "runs", "space", "text", "underlines")

    def __init__(self, text: str, runs: tuple[GlyphRun, ...], missing: str, *, underlined: bool) -> None:
        self.text = text
        self.runs = runs
        self.missing = missing  # characters no face has
        self.advance = sum([sum(run.advances) for run in runs])  # 1/1000 em
        self.space = runs[-1].face.advance(" ")  # of the space after it, 1/1000 em
        self.passing = False  # true of words about a patient, which no cache may keep
        self.underlines: tuple[tuple[float, float], ...] = ()  # start and length, 1/1000 em
        if underlined:
            self.underlines = ((0.0, self.advance),)

    def __repr__(self) -> str:
        return f"<{self.text}>"


class Shaper:
    """Turns words into shaped words, remembering them; usable from many threads."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._known: tuple[dict[str, Word], ...] = ({}, {}, {})
        self._joined: dict[tuple[tuple[int, str], ...], Word] = {}
        self._lock = Lock()

    def words(self, words: Words, strong: int = BOLD, unbroken: Sequence[str] = ()) -> list[Word]:
        """Return the shaped words of a text; `strong` is the style that strong words take.

        Words between which no line may end come as one.
        """
        text = glue(words.plain, unbroken)
        if words.origin.voice == "pharmacist":
            return [self._passing_word(pieces) for pieces in _pieces(text, words.runs, strong)]
        if len(words.runs) > 1:
            return [self._word_of(pieces) for pieces in _pieces(text, words.runs, strong)]
        style = strong if words.runs[0][1] else REGULAR
        known = self._known[style]
        return [known.get(word) or self.word(word, style) for word in text.split(" ") if word]

    def word(self, text: str, style: int) -> Word:
        """Return one shaped word in one style."""
        known = self._known[style]
        found = known.get(text)
        if found is not None:
            return found
        with self._lock:
            if len(known) >= _MOST_WORDS:
                known.clear()
            return known.setdefault(text, self._shape(text, style))

    def _word_of(self, pieces: tuple[tuple[int, str], ...]) -> Word:
        """Return a word whose pieces may differ in style, such as `**stop**.` with its full stop."""
        if len(pieces) == 1:
            style, text = pieces[0]
            return self._known[style].get(text) or self.word(text, style)
        found = self._joined.get(pieces)
        if found is None:
            parts = [self.word(text, style) for style, text in pieces]
            with self._lock:
                if len(self._joined) >= _MOST_WORDS:
                    self._joined.clear()
                found = self._joined.setdefault(pieces, _join(parts))
        return found

    def _passing_word(self, pieces: tuple[tuple[int, str], ...]) -> Word:
        """Return a word of the pharmacist to a patient, shaped anew and never remembered."""
        parts = [self._shape(text, style) for style, text in pieces]
        word = parts[0] if len(parts) == 1 else _join(parts)
        word.passing = True
        return word

    def _shape(self, text: str, style: int) -> Word:
        chain = self.faces.chain(bold=style == BOLD)
        runs, missing = [], ""
        for face, characters in _by_face(text.replace(_NO_BREAK, " "), chain):
            if face is None:
                missing += characters
            else:
                runs.append(_shape_run(face, characters))
        if not runs:
            runs.append(GlyphRun(chain[0], (), ()))
        return Word(text.replace(_NO_BREAK, " "), tuple(runs), missing, underlined=style == UNDERLINED)


def glue(text: str, unbroken: Sequence[str] = ()) -> str:
    """Put a no-break space wherever a line may not end; the text keeps its length."""
    for name in unbroken:
        text = text.replace(name, name.replace(" ", _NO_BREAK))
    return _FACT.sub(_NO_BREAK, text)


def _pieces(text: str, runs: Sequence[tuple[str, bool]], strong: int) -> list[tuple[tuple[int, str], ...]]:
    """Cut glued text into words, each a row of (style, characters)."""
    words: list[tuple[tuple[int, str], ...]] = []
    current: list[tuple[int, str]] = []
    at = 0
    for characters, is_strong in runs:
        style = strong if is_strong else REGULAR
        first, *others = text[at : at + len(characters)].split(" ")
        at += len(characters)
        if first:
            current.append((style, first))
        for part in others:
            if current:
                words.append(tuple(current))
            current = [(style, part)] if part else []
    if current:
        words.append(tuple(current))
    return words


def _join(parts: Sequence[Word]) -> Word:
    """Set shaped words side by side as one."""
    runs = tuple(run for part in parts for run in part.runs)
    joined = Word(
        "".join(part.text for part in parts), runs, "".join(part.missing for part in parts), underlined=False
    )
    start = 0.0
    underlines: list[tuple[float, float]] = []
    for part in parts:
        underlines += [(start + left, length) for left, length in part.underlines]
        start += part.advance
    joined.underlines = tuple(underlines)
    return joined


def _by_face(text: str, chain: Sequence[Face]) -> list[tuple[Face | None, str]]:
    """Cut text into stretches that one face can set: the first that has the character."""
    if chain[0].characters.issuperset(text):
        return [(chain[0], text)]
    stretches: list[tuple[Face | None, str]] = []
    for character in text:
        code = ord(character)
        face = next((face for face in chain if code in face.glyph_of), None)
        if stretches and stretches[-1][0] is face:
            stretches[-1] = (face, stretches[-1][1] + character)
        else:
            stretches.append((face, character))
    return stretches


def _shape_run(face: Face, text: str) -> GlyphRun:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, _FEATURES)
    scale = 1000 / face.hb_face.upem
    infos: list[Any] = buffer.glyph_infos
    places: list[tuple[int, int, int, int]] = [place.position for place in buffer.glyph_positions]
    offsets: tuple[tuple[float, float], ...] = ()
    if any([dx or dy for dx, dy, _, _ in places]):  # noqa: C419 - a list is quicker here than a generator
        offsets = tuple([(dx * scale, dy * scale) for dx, dy, _, _ in places])
    return GlyphRun(
        face,
        tuple([info.codepoint for info in infos]),
        _texts([info.cluster for info in infos], text),
        tuple([advance * scale for _, _, advance, _ in places]),
        offsets,
    )


def _texts(clusters: Sequence[int], text: str) -> tuple[str, ...]:
    """Return the characters of each glyph: a cluster's first glyph stands for all of it."""
    if clusters == list(range(len(text))):
        return tuple(text)  # a glyph a letter, as nearly every word has it
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts = []
    for cluster in clusters:
        texts.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return tuple(texts)
